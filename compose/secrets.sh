#!/bin/sh
# Makes this installation's secrets where there are none, and gives each container its own and no others: one volume each,
# readable only by the user it runs as. `docker compose run --rm secrets admin` shows how the administrator logs in.
set -eu
umask 077

made=/secrets/made
admin=admin@cloudshop.local
service_user=65532

# A secret is made once, and written down before it is used.
secret() {
  if [ ! -s "$made/$1" ]; then
    head -c 24 /dev/urandom | od -An -v -tx1 | tr -d ' \n' >"$made/$1.part"
    mv "$made/$1.part" "$made/$1"
  fi
  cat "$made/$1"
}

# give FILE USER: standard input becomes the file, for that user alone
give() {
  cat >"$1.part"
  chmod 400 "$1.part"
  chown "$2:$2" "$1.part"
  mv -f "$1.part" "$1"
}

# for_service NAME LINE..: configuration that is read before environment-independent defaults
for_service() {
  service=$1
  shift
  printf '%s\n' 'config_ordinal=275' "$@" | give "/secrets/$service/secrets.properties" "$service_user"
}

database() {
  printf '%s\n' "quarkus.datasource.username=$1" "quarkus.datasource.password=$(secret "postgresql-$1")"
}

if [ "${1:-}" = admin ]; then
  printf '%s\n%s\n' "$admin" "$(secret admin)"
  exit
fi

mkdir -p "$made"

for_service auth-service "$(database auth)" \
  "quarkus.redis.password=$(secret redis)" \
  "cloudshop.admin.email=$admin" "cloudshop.admin.password=$(secret admin)" \
  "cloudshop.service-accounts.orders-api.secret=$(secret orders-api-client)"
for_service products-api "$(database products)" \
  "quarkus.redis.password=$(secret redis)"
for_service orders-api "$(database orders)" \
  "quarkus.redis.password=$(secret redis)" \
  "quarkus.oidc-client.credentials.secret=$(secret orders-api-client)"
for_service api-gateway "quarkus.redis.password=$(secret redis)"

for role in superuser auth products orders; do
  mkdir -p "/secrets/postgresql/$role"
  secret "postgresql-$role" | give "/secrets/postgresql/$role/password" 70
  chmod 755 "/secrets/postgresql/$role"
done
secret redis | give /secrets/redis/password 999
chmod 755 /secrets/*

# auth-service makes the key that signs tokens itself; no other container sees it.
chown "$service_user:$service_user" /signing-key
echo "secrets are in place"
