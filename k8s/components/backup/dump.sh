#!/bin/sh
# Dumps each database to $BACKUPS/<database>-<UTC>.dump.gpg, encrypted for $RECIPIENT, with its checksum beside it. A dump
# counts once its checksum is there. Of each database stay the newest of $KEEP_DAYS days and, beyond them, of $KEEP_WEEKS
# weeks. Fails if any database could not be dumped; then nothing is removed.
set -eu
umask 077

: "${PGHOST:?}" "${KEEP_DAYS:?}" "${KEEP_WEEKS:?}"
BACKUPS=${BACKUPS:-/backups}
PASSWORDS=${PASSWORDS:-/run/secrets/postgresql}
# Whoever reads this key, or this cluster, cannot read a dump: the private one is elsewhere.
RECIPIENT=${RECIPIENT:-/run/secrets/backup/public.asc}
SCRATCH=${SCRATCH:-/scratch}
stamp=$(date -u +%Y%m%dT%H%M%SZ)
cd "$BACKUPS"

dump() {
  file=$1-$stamp.dump.gpg
  plain=$SCRATCH/$1.dump
  PGPASSWORD=$(cat "$PASSWORDS/$1/password") pg_dump --no-password --username="$1" --dbname="$1" \
    --format=custom --lock-wait-timeout=60s --file="$plain" || return
  # Reads it through to its end: what pg_restore cannot read is no backup.
  pg_restore --file=/dev/null "$plain" || return
  # pg_dump has compressed it.
  gpg --batch --quiet --homedir "$SCRATCH/gnupg" --no-options --recipient-file "$RECIPIENT" --compress-algo none \
    --output "$SCRATCH/$file" --encrypt "$plain" || return
  rm "$plain"
  (cd "$SCRATCH" && sha256sum "$file" >"$file.sha256") || return
  cp "$SCRATCH/$file" "$file.part" && mv "$file.part" "$file" || return
  # The data before the name that vouches for it
  sync || return
  # What arrived is what was encrypted.
  sha256sum --quiet -c "$SCRATCH/$file.sha256" || return
  cp "$SCRATCH/$file.sha256" "$file.sha256.part" && mv "$file.sha256.part" "$file.sha256" || return
  rm "$SCRATCH/$file" "$SCRATCH/$file.sha256"
  echo "dumped $file, $(wc -c <"$file") bytes"
}

# Prints what need not stay, of names of one database, the newest first. Weeks begin on Monday, as Julian day 0 did.
superfluous() {
  awk -v days="$KEEP_DAYS" -v weeks="$KEEP_WEEKS" '
    function julian(y, m, d,  before) {
      before = int((14 - m) / 12); y += 4800 - before; m += 12 * before - 3
      return d + int((153 * m + 2) / 5) + 365 * y + int(y / 4) - int(y / 100) + int(y / 400) - 32045
    }
    {
      date = $0; sub(/^[a-z]+-/, "", date)
      day = julian(substr(date, 1, 4), substr(date, 5, 2), substr(date, 7, 2)); week = int(day / 7)
      stays = day != lastday && days-- > 0
      if (!stays && week != lastweek) stays = weeks-- > 0
      lastday = day; lastweek = week
      if (!stays) print
    }'
}

expire() {
  ls -r "$1"-*.dump.gpg.sha256 | superfluous | while read -r checksum; do
    echo "expired ${checksum%.sha256}"
    rm -f "$checksum" "${checksum%.sha256}"
  done
}

# Of a run that was killed
rm -f ./*.part
mkdir -p "$SCRATCH/gnupg"

failed=
for database in auth products orders; do
  dump "$database" || failed="$failed $database"
done
[ -z "$failed" ] || { echo "not dumped:$failed" >&2; exit 1; }

for database in auth products orders; do
  expire "$database"
done
