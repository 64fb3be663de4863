#!/usr/bin/env bash
# What only a cluster can say, on the one that k8s/kind/up.sh made: k8s/kind/check.sh. A customer's journey through the edge,
# ways that network policies close, what Kyverno refuses, and pods that are deleted under load. Ends with 0 when all is so.
set -euo pipefail

CDPATH='' cd "$(dirname "${BASH_SOURCE[0]}")/../.."

KYVERNO=v1.19.0
NAMESPACE=cloudshop-dev
SERVICES=(auth-service products-api orders-api api-gateway frontend)
SECONDS_OF_LOAD=60

say() { printf '\n== %s\n' "$*"; }
fail() { printf 'check.sh: %s\n' "$*" >&2; exit 1; }
k() { kubectl --context kind-cloudshop --namespace "$NAMESPACE" "$@"; }

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# What curl needs to find the edge and to trust it, for docs/journey.sh as well.
find_edge() {
  local address
  address=$(k get gateway cloudshop --output=jsonpath='{.status.addresses[0].value}')
  k get secret cloudshop-ca --output=jsonpath='{.data.ca\.crt}' | base64 -d >"$folder/ca.crt"
  cat >"$folder/.curlrc" <<TEXT
resolve = "api.local:443:$address"
resolve = "shop.local:443:$address"
cacert = "$folder/ca.crt"
TEXT
  export CURL_HOME=$folder
}

# refuse_way STATEFULSET HOST PORT
refuse_way() {
  if k exec "statefulset/$1" -- nc -z -w 3 "$2" "$3" 2>/dev/null; then fail "$1 reaches $2:$3"; fi
  echo "$1 does not reach $2:$3"
}

install_policies() {
  kubectl --context kind-cloudshop apply --server-side --force-conflicts \
    -f "https://github.com/kyverno/kyverno/releases/download/$KYVERNO/install.yaml"
  kubectl --context kind-cloudshop --namespace kyverno rollout status deployment/kyverno-admission-controller --timeout=5m
  k apply -k k8s/kind/policies
  k wait --for=jsonpath='{.status.conditionStatus.ready}'=true namespacedvalidatingpolicies.policies.kyverno.io --all --timeout=2m
}

# refuse_pod MESSAGE IMAGE
refuse_pod() {
  local answer
  if answer=$(k run refused --image="$2" --dry-run=server 2>&1); then fail "a pod of $2 is admitted"; fi
  grep -qF "$1" <<<"$answer" || fail "a pod of $2 is refused with other words: $answer"
  echo "$2 is refused: $1"
}

# A read ten times a second, while a pod of each service goes.
delete_pods_under_load() {
  local service failed all
  : >"$folder/codes"
  (
    while :; do
      curl --silent --output /dev/null --max-time 5 --write-out '%{http_code}\n' https://api.local/api/v1/products >>"$folder/codes" || true
      sleep 0.1
    done
  ) &
  local load=$!
  for service in "${SERVICES[@]}"; do
    k delete pod --wait=false "$(k get pod --selector "app.kubernetes.io/name=$service" --output=name | head -n 1 | sed 's:^pod/::')"
    sleep $((SECONDS_OF_LOAD / ${#SERVICES[@]}))
    k rollout status "deployment/$service" --timeout=5m
  done
  kill "$load"
  wait "$load" 2>/dev/null || true
  all=$(wc -l <"$folder/codes")
  failed=$(grep -vc '^200$' "$folder/codes" || true)
  echo "$failed of $all reads failed while a pod of each service was deleted"
  ((all > 100 && failed * 1000 <= all)) || fail "more than one read in a thousand failed, or there were hardly any"
}

find_edge
say "journey"
docs/journey.sh https://api.local
say "network policies"
refuse_way redis postgresql 5432
refuse_way redis orders-api 8080
refuse_way redis 1.1.1.1 443
say "policies"
install_policies
refuse_pod "must not be latest" docker.io/library/nginx
refuse_pod "must not be latest" docker.io/library/nginx:latest
k rollout restart deployment/frontend
k rollout status deployment/frontend --timeout=5m
say "pods deleted under load"
delete_pods_under_load
