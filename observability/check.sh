#!/usr/bin/env bash
# Asks a real Prometheus, which scrapes the running shop, every expression of rules and dashboards. One that it cannot compute, and one that
# is empty and not listed below, fails. Needs `./cloudshop up --detach`, prometheus, curl and jq; takes a minute and a half.
#
#   observability/check.sh             a verdict on each
#   observability/check.sh --values    and what each panel shows
#
# PORT_OFFSET is that of the shop; WITHOUT names metrics that this shop does not have, as an extended regular expression.
set -euo pipefail
CDPATH='' cd "$(dirname "${BASH_SOURCE[0]}")/.."

OFFSET=${PORT_OFFSET:-0}
GATEWAY=http://localhost:$((8080 + OFFSET))
PORT=$((9096 + OFFSET))
PROMETHEUS=http://localhost:$PORT
COMPONENT=k8s/components/monitoring
VALUES=${1:-}

# Metrics that are not there outside a cluster, and expressions that find nothing while nothing is wrong.
NOT_HERE="kube_|kubelet_|certmanager_|barman_cloud_|cnpg_${WITHOUT:+|$WITHOUT}"
EMPTY_WHEN_WELL='^ALERTS|^changes\(process_start|^topk\(10, sum by \(uri, status\)|upstream_broken_total|outcome!~"success\|client_|auth_throttle_alone|http_server_refused'

say() { printf 'observability: %s\n' "$*"; }

for program in prometheus curl jq; do
  command -v "$program" >/dev/null || { say "$program is not installed" >&2; exit 2; }
done
curl -fsS --max-time 5 -o /dev/null "$GATEWAY/api/v1/categories" || { say "no shop answers at $GATEWAY: ./cloudshop up --detach" >&2; exit 2; }

work=$(mktemp -d)
finish() {
  [ -z "${prometheus:-}" ] || kill "$prometheus" 2>/dev/null || true
  [ -z "${load:-}" ] || kill "$load" 2>/dev/null || true
  [ -z "${PRODUCT:-}" ] || api DELETE "products/$PRODUCT" "$ADMIN" '' -o /dev/null -H "If-Match: $(etag)" || true
  wait 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT

# The same files, only quicker: nobody wants to wait for half a minute from one sample to the next.
prepare() {
  mkdir "$work"/rules
  for file in "$COMPONENT"/rules/*.yaml; do
    sed -E 's/^    interval: .*/    interval: 2s/' "$file" >"$work/rules/$(basename "$file")"
  done
  sed -E -e 's/^( *(scrape|evaluation)_interval:).*/\1 2s/' -e 's|^rule_files:.*|rule_files: [rules/*.yaml]|' \
    -e '/^alerting:/,/targets:/d' observability/prometheus.yml >"$work"/prometheus.yml
  local port
  for port in 9080 9081 9082 9083 4000; do
    sed -i "s/localhost:$port\\b/localhost:$((port + OFFSET))/" "$work"/prometheus.yml
  done
}

start_prometheus() {
  prometheus --config.file="$work"/prometheus.yml --storage.tsdb.path="$work"/data --web.listen-address="127.0.0.1:$PORT" \
    --log.level=warn >"$work"/prometheus.log 2>&1 &
  prometheus=$!
  for _ in $(seq 60); do
    ! curl -fsS --max-time 2 -o /dev/null "$PROMETHEUS/-/ready" 2>/dev/null || return 0
    sleep 0.5
  done
  say "prometheus does not start:" >&2
  cat "$work"/prometheus.log >&2
  exit 1
}

api() { # METHOD PATH TOKEN BODY HEADER..
  local method=$1 path=$2 token=$3 body=$4
  shift 4
  curl -s --max-time 10 -X "$method" "$GATEWAY/api/v1/$path" -H 'Content-Type: application/json' \
    ${token:+-H "Authorization: Bearer $token"} ${body:+-d "$body"} "$@"
}

login() { api POST auth/login '' "{\"email\": \"$1\", \"password\": \"$2\"}" | jq -r .accessToken; }

product() { # PRICE
  printf '{"sku": "WATCHED-%s", "name": "Watched clock", "category": "%s", "price": {"amount": "%d.00", "currency": "%s"}%s}' \
    "$$" "$CATEGORY" "$1" "$CURRENCY" "${2:-}"
}

etag() { api GET "products/$PRODUCT" "$ADMIN" '' -o /dev/null -D - | tr -d '\r' | sed -n 's/^[Ee][Tt]ag: //p'; }

# The administrator whose password every local shop has buys a product that is made for it.
set_the_scene() {
  CATEGORY=$(api GET categories '' '' | jq -r '[.. | .slug? // empty][0]')
  CURRENCY=$(api GET 'products?size=1' '' '' | jq -r '[.. | .currency? // empty][0]')
  ADMIN=$(login admin@cloudshop.local admin-password-local)
  PRODUCT=$(api POST products "$ADMIN" "$(product 1 ', "stock": 10000')" | jq -r '.id // empty')
  [ -n "$PRODUCT" ] || { say "the administrator cannot sign in, or make a product" >&2; exit 2; }
}

# A little of everything that customers do, and some of what they do wrong; and prices that change.
put_load() {
  local round path
  set +e
  for round in $(seq 2 500); do
    for path in products categories 'products/search?q=lamp' 'products/suggest?q=la' products/none "products/$PRODUCT"; do
      api GET "$path" '' '' -o /dev/null
    done
    api PUT "cart/items/$PRODUCT" "$ADMIN" '{"quantity": 1}' -o /dev/null
    api POST orders "$ADMIN" "$ORDER" -H "Idempotency-Key: $$-$round" -w '\n' | jq -r .status
    api PUT "products/$PRODUCT" "$ADMIN" "$(product "$round")" -H "If-Match: $(etag)" -o /dev/null
    [ $((round % 10)) != 0 ] || login nobody@example.com not-the-password >/dev/null
    sleep 0.5
  done
}

ORDER='{"shippingAddress": {"name": "Watched", "street": "1 Main Street", "postalCode": "75001", "city": "Paris", "country": "FR"},
  "payment": {"method": "card", "token": "tok_visa"}}'

ask() { curl -sS --max-time 20 "$PROMETHEUS/api/v1/query" --data-urlencode "query=$1"; }

# One a line: kind, where it stands, the expression as Grafana would ask it.
panels() {
  jq -r '(.title) as $dashboard
      | ([.panels[] | .title as $title | .targets[]? | ["panel", $dashboard + " / " + $title, .expr]]
         + [.annotations.list[] | ["panel", $dashboard + " / " + .name, .expr]])[] | @tsv' "$COMPONENT"/dashboards/*.json \
    | sed -e 's/\\\\/\\/g' -e 's/\$namespace/.*/g' -e 's/\$__rate_interval/1m/g'
}

rules() {
  curl -sS --max-time 20 "$PROMETHEUS/api/v1/rules" \
    | jq -r '.data.groups[].rules[] | [(if .type == "alerting" then "alert" else "record" end), .name + " " + (.labels.slo // .labels.window // ""), .query] | @tsv'
}

failed=0
fail() { failed=$((failed + 1)); say "FAILED $*" >&2; }

check() { # KIND WHERE EXPRESSION
  local answer count
  answer=$(ask "$3")
  if [ "$(jq -r .status <<<"$answer")" != success ]; then
    fail "$2: $(jq -r .error <<<"$answer"): $3"
    return
  fi
  count=$(jq '[.data.result[] | select(.value[1] != "NaN")] | length' <<<"$answer")
  if [ "$count" = 0 ] && [ "$1" != alert ] && ! grep -qE "$NOT_HERE|$EMPTY_WHEN_WELL" <<<"$3"; then
    fail "$2 is empty: $3"
  fi
  if [ "$VALUES" = --values ] && [ "$1" = panel ]; then
    jq -r --arg where "$2" '.data.result[] | [$where, (.metric | del(.__name__, .job) | to_entries | map(.key + "=" + .value) | join(" ")), .value[1]] | @tsv' <<<"$answer"
  fi
}

# An alert finds nothing while all is well: the metrics that it reads have to be there all the same.
check_metrics_of_alerts() {
  local metric
  for metric in $(rules | awk -F '\t' '$1 == "alert" {print $3}' | grep -oE '[a-z_:]+[a-z0-9_:]*\{|cloudshop[a-z0-9_:]+' | tr -d '{' | sort -u); do
    [ "$(ask "count({__name__=\"$metric\"})" | jq '.data.result | length')" != 0 ] \
      || grep -qE "$NOT_HERE" <<<"$metric" || fail "no series $metric"
  done
}

prepare
start_prometheus
set_the_scene
put_load >"$work"/load.log 2>&1 &
load=$!
say "prometheus scrapes and the shop is used for a minute"
sleep "${SECONDS_OF_LOAD:-60}"
grep -q '^CONFIRMED' "$work"/load.log || fail "no order was confirmed: $(tail -n 3 "$work"/load.log)"

while IFS=$'\t' read -r kind where expression; do
  check "$kind" "$where" "$expression"
done < <(panels; rules)
check_metrics_of_alerts
unhealthy=$(curl -sS --max-time 20 "$PROMETHEUS/api/v1/rules" | jq -r '.data.groups[].rules[] | select(.health != "ok") | .name + ": " + .lastError')
[ -z "$unhealthy" ] || fail "$unhealthy"

total=$( (panels; rules) | wc -l)
[ "$failed" = 0 ] || { say "$failed of $total expressions failed" >&2; exit 1; }
say "all $total expressions are computed, and none is empty that must not be"
