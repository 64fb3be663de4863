#!/bin/sh
# Dumps each database to $BACKUPS/<database>-<UTC>.dump, with its checksum beside it, and keeps the $KEEP newest of each.
# A dump counts once its checksum is there. Fails if any database could not be dumped; then nothing is removed.
set -eu
umask 077

: "${PGHOST:?}" "${KEEP:?}"
BACKUPS=${BACKUPS:-/backups}
PASSWORDS=${PASSWORDS:-/run/secrets/postgresql}
stamp=$(date -u +%Y%m%dT%H%M%SZ)
cd "$BACKUPS"

dump() {
  file=$1-$stamp.dump
  PGPASSWORD=$(cat "$PASSWORDS/$1/password") pg_dump --no-password --username="$1" --dbname="$1" \
    --format=custom --lock-wait-timeout=60s --file="$file.part" || return
  # Reads it through to its end: what pg_restore cannot read is no backup.
  pg_restore --file=/dev/null "$file.part" || return
  mv "$file.part" "$file" || return
  sha256sum "$file" >"$file.sha256.part" || return
  # The data before the name that vouches for it
  sync || return
  mv "$file.sha256.part" "$file.sha256" || return
  echo "dumped $file, $(wc -c <"$file") bytes"
}

expire() {
  ls -r "$1"-*.dump.sha256 | tail -n "+$((KEEP + 1))" | while read -r checksum; do
    echo "expired ${checksum%.sha256}"
    rm -f "$checksum" "${checksum%.sha256}"
  done
}

# Of a run that was killed
rm -f ./*.part

failed=
for database in auth products orders; do
  dump "$database" || failed="$failed $database"
done
[ -z "$failed" ] || { echo "not dumped:$failed" >&2; exit 1; }

for database in auth products orders; do
  expire "$database"
done
