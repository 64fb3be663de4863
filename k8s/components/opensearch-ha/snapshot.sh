#!/bin/sh
# Takes a snapshot of all indices of $OPENSEARCH into the repository `cloudshop` and keeps the $KEEP newest. One that lacks a
# shard fails, and then nothing is removed.
set -eu

: "${OPENSEARCH:?}" "${KEEP:?}"
repository=$OPENSEARCH/_snapshot/cloudshop
snapshot=nightly-$(date -u +%Y%m%dt%H%M%Sz)

call() { # METHOD URL [BODY]
  answer=$(curl --silent --show-error --fail-with-body --max-time 3000 --request "$1" "$2" \
    --header 'Content-Type: application/json' ${3:+--data "$3"}) || { echo "$1 $2: $answer" >&2; return 1; }
  echo "$answer"
}

# Says the same each night; each node tries whether it can write there.
call PUT "$repository" '{"type": "fs", "settings": {"location": "cloudshop", "compress": true}}' >/dev/null
taken=$(call PUT "$repository/$snapshot?wait_for_completion=true" '{"include_global_state": false}')
case $taken in
  *'"state":"SUCCESS"'*) echo "taken: $snapshot" ;;
  *) echo "not taken: $taken" >&2; exit 1 ;;
esac

all=$(call GET "$OPENSEARCH/_cat/snapshots/cloudshop?h=id&s=id")
echo "$all" | sed -n '/^nightly-/p' | sort -r | tail -n "+$((KEEP + 1))" | while read -r old; do
  call DELETE "$repository/$old" >/dev/null
  echo "expired: $old"
done
