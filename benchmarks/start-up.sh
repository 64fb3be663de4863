#!/usr/bin/env bash
# How long each service of the running Compose shop takes from the start of its process until /health/ready answers 200.
set -euo pipefail

usage="Usage: benchmarks/start-up.sh [ROUNDS [SERVICE...]]

Restarts each service of 'docker compose up', or those named, ROUNDS times (5), with two processors and the other
services paused, and prints the median, the fastest and the slowest time until it is ready, and the median of the
processor time that it took, in milliseconds. Needs Linux: it reaches the containers at their own addresses."

case ${1:-5} in
  -h | --help) echo "$usage"; exit ;;
  *[!0-9]* | 0) echo "$usage" >&2; exit 2 ;;
esac
rounds=${1:-5}
all=(auth-service products-api orders-api api-gateway frontend)
services=("${@:2}")
((${#services[@]})) || services=("${all[@]}")
CDPATH='' cd "$(dirname "${BASH_SOURCE[0]}")/.."

# The middle one of sorted lines.
median() { sed -n "$(((rounds + 1) / 2))p" <<<"$1"; }

inspect() { docker inspect --format "$2" "$1"; }

# Prints the milliseconds of one start: by the clock, and of processor time.
start() {
  local container=$1 address began took
  docker restart "$container" >/dev/null
  address=$(inspect "$container" '{{range .NetworkSettings.Networks}}{{println .IPAddress}}{{end}}' | head -n 1)
  began=$(date --date "$(inspect "$container" '{{.State.StartedAt}}')" +%s%3N)
  until curl --silent --fail --max-time 1 --output /dev/null "http://$address:9000/health/ready"; do
    if (($(date +%s%3N) - began > 60000)); then
      echo "$container is not ready after a minute: docker logs $container" >&2
      return 1
    fi
    # Rarely enough not to take a processor from what is measured.
    sleep 0.05
  done
  took=$(($(date +%s%3N) - began))
  awk -v took="$took" -v tick="$(getconf CLK_TCK)" '{print took, ($14 + $15) * 1000 / tick}' "/proc/$(inspect "$container" '{{.State.Pid}}')/stat"
}

# Whatever happens, the container gets the limit back that it had, and the others go on.
container=
paused=()
restore() {
  [[ -z $container ]] || docker update --cpus "$(awk "BEGIN {print $limit / 1e9}")" "$container" >/dev/null
  ((${#paused[@]} == 0)) || docker unpause "${paused[@]}" >/dev/null
  container=
  paused=()
}
trap restore EXIT

printf '| service | median | fastest | slowest | CPU |\n|---|---|---|---|---|\n'
for service in "${services[@]}"; do
  found=$(docker compose ps --quiet "$service" | head -n 1)
  [[ -n $found ]] || { echo "$service does not run: docker compose up --detach" >&2; exit 1; }
  limit=$(inspect "$found" '{{.HostConfig.NanoCpus}}')
  container=$found
  docker update --cpus 2 "$container" >/dev/null
  mapfile -t paused < <(docker compose ps --quiet --status running "${all[@]}" | grep --invert-match "$container")
  ((${#paused[@]} == 0)) || docker pause "${paused[@]}" >/dev/null
  runs=$(for ((i = 0; i < rounds; i++)); do start "$container" || exit; done)
  times=$(cut -d ' ' -f 1 <<<"$runs" | sort -n)
  restore
  printf '| %s | %s | %s | %s | %s |\n' "$service" "$(median "$times")" "$(head -n 1 <<<"$times")" "$(tail -n 1 <<<"$times")" \
    "$(median "$(cut -d ' ' -f 2 <<<"$runs" | sort -n)")"
done
