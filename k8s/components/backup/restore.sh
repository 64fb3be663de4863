#!/bin/sh
# Restores $DATABASE (auth, products or orders) from $FILE, or from its newest dump, decrypted with $KEY. The present database
# serves on until the restored one is complete; then they change names in one transaction. The old one stays as
# <database>_<UTC>.
set -eu
umask 077

: "${PGHOST:?}" "${PGUSER:?}"
BACKUPS=${BACKUPS:-/backups}
PASSWORDS=${PASSWORDS:-/run/secrets/postgresql}
KEY=${KEY:-/run/secrets/backup/private.asc}
SCRATCH=${SCRATCH:-/scratch}
case ${DATABASE:-} in
  auth | products | orders) ;;
  *) echo "DATABASE is one of auth, products, orders" >&2; exit 2 ;;
esac
[ -s "$KEY" ] || { echo "the private key of the backups is missing: the Secret postgresql-restore-key has it" >&2; exit 2; }
PGPASSWORD=$(cat "$PASSWORDS/superuser/password")
export PGPASSWORD PGDATABASE=postgres

cd "$BACKUPS"
if [ -z "${FILE:-}" ]; then
  newest=$(ls -r "$DATABASE"-*.dump.gpg.sha256 | head -n 1)
  FILE=${newest%.sha256}
fi
sha256sum -c "$FILE.sha256"

plain=$SCRATCH/$DATABASE.dump
mkdir -p "$SCRATCH/gnupg"
decrypt() { gpg --batch --quiet --homedir "$SCRATCH/gnupg" --no-options "$@"; }
# Neither the key nor what it opened stays, whatever happens.
wipe() {
  gpgconf --homedir "$SCRATCH/gnupg" --kill all
  rm -rf "$plain" "$SCRATCH/gnupg"
}
trap wipe EXIT
decrypt --import "$KEY"
decrypt --yes --output "$plain" --decrypt "$FILE"

stamp=$(date -u +%Y%m%dt%H%M%Sz)
restored=${DATABASE}_restored_$stamp
old=${DATABASE}_$stamp

sql() {
  psql --no-psqlrc --no-password --quiet --set=ON_ERROR_STOP=1 \
    --set=role="$DATABASE" --set=restored="$restored" --set=old="$old"
}
# Whatever fails, the database that is there goes on.
give_up() {
  status=$?
  wipe
  dropdb --no-password --if-exists --force "$restored"
  echo 'ALTER DATABASE :"role" ALLOW_CONNECTIONS true;' | sql
  exit "$status"
}
trap give_up EXIT

sql <<'SQL'
CREATE DATABASE :"restored" OWNER :"role" TEMPLATE template0
  ENCODING 'UTF8' LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LOCALE 'C';
REVOKE CONNECT, TEMPORARY ON DATABASE :"restored" FROM PUBLIC;
SQL
pg_restore --no-password --exit-on-error --single-transaction --dbname="$restored" "$plain"
psql --no-psqlrc --no-password --quiet --dbname="$restored" --command=ANALYZE

# Nobody may connect while the names change; sessions that are open end, and the pools connect anew.
sql <<'SQL'
ALTER DATABASE :"role" ALLOW_CONNECTIONS false;
SELECT count(pg_terminate_backend(pid)) AS sessions_ended FROM pg_stat_activity WHERE datname = :'role';
BEGIN;
ALTER DATABASE :"role" RENAME TO :"old";
ALTER DATABASE :"restored" RENAME TO :"role";
COMMIT;
SQL
trap wipe EXIT
echo "restored $DATABASE from $FILE; what was there before is the database $old, closed to connections"
