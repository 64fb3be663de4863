#!/usr/bin/env bash
# CloudShop on a kind cluster, from nothing to two URLs: k8s/kind/up.sh. It may run again at any time, and goes on where it
# stopped. k8s/kind/down.sh removes everything.
set -euo pipefail

CDPATH='' cd "$(dirname "${BASH_SOURCE[0]}")/../.."

# Everything is pinned; kind brings the network plugin and the storage class.
KIND_VERSION=v0.33.0
CLOUD_PROVIDER_KIND=registry.k8s.io/cloud-provider-kind/cloud-controller-manager:v0.11.1
ENVOY_GATEWAY=v1.9.0
CERT_MANAGER=v1.21.1
METRICS_SERVER=v0.8.1
# What the build calls its images
VERSION=$(sed -n "s:.*<revision>\(.*\)</revision>.*:\1:p" pom.xml)

CLUSTER=cloudshop
NAMESPACE=cloudshop-dev
SERVICES=(auth-service products-api orders-api api-gateway frontend)

say() { printf '\n== %s\n' "$*"; }
fail() { printf 'up.sh: %s\n' "$*" >&2; exit 1; }
k() { kubectl --context "kind-$CLUSTER" "$@"; }

check_tools() {
  local tool
  for tool in docker kind kubectl openssl; do
    command -v "$tool" >/dev/null || fail "$tool is missing; see k8s/README.md for what is needed"
  done
  docker info >/dev/null 2>&1 || fail "the Docker engine does not answer"
  kind version | grep -q "$KIND_VERSION" || echo "note: tried with kind $KIND_VERSION, this is $(kind version)"
}

check_images() {
  local service
  for service in "${SERVICES[@]}"; do
    docker image inspect "cloudshop/$service:$VERSION" >/dev/null 2>&1 ||
      fail "the image cloudshop/$service:$VERSION is missing: mvn package -DskipTests -Dquarkus.container-image.build=true"
  done
}

create_cluster() {
  kind get clusters 2>/dev/null | grep -qx "$CLUSTER" || kind create cluster --config k8s/kind/cluster.yaml --wait 3m
}

# Gives Services of type LoadBalancer an address on this machine. Its own Gateway API stays off: Envoy Gateway runs inside
# the cluster, where network policies see its pods.
start_load_balancer() {
  docker container inspect cloud-provider-kind >/dev/null 2>&1 && docker start cloud-provider-kind >/dev/null && return
  docker run --detach --name cloud-provider-kind --network host --restart unless-stopped \
    --volume /var/run/docker.sock:/var/run/docker.sock "$CLOUD_PROVIDER_KIND" --gateway-channel disabled >/dev/null
}

install_operators() {
  k apply --server-side --force-conflicts \
    -f "https://github.com/envoyproxy/gateway/releases/download/$ENVOY_GATEWAY/install.yaml"
  k apply --server-side --force-conflicts \
    -f "https://github.com/cert-manager/cert-manager/releases/download/$CERT_MANAGER/cert-manager.yaml"
  k apply -f "https://github.com/kubernetes-sigs/metrics-server/releases/download/$METRICS_SERVER/components.yaml"
  # A kind node's kubelet signs its own certificate.
  k -n kube-system patch deployment metrics-server --type=strategic --patch '{"spec":{"template":{"spec":{"containers":[{
    "name":"metrics-server","args":["--cert-dir=/tmp","--secure-port=10250","--kubelet-preferred-address-types=InternalIP",
    "--kubelet-use-node-status-port","--metric-resolution=15s","--kubelet-insecure-tls"]}]}}}}'
  k apply -f k8s/kind/gateway-class.yaml
  k -n envoy-gateway-system rollout status deployment/envoy-gateway --timeout=5m
  k -n cert-manager rollout status deployment/cert-manager-webhook --timeout=5m
  k -n kube-system rollout status deployment/metrics-server --timeout=5m
}

load_images() {
  local service
  for service in "${SERVICES[@]}"; do
    kind load docker-image --name "$CLUSTER" "cloudshop/$service:$VERSION"
  done
}

apply_shop() {
  k8s/secrets/make.sh dev
  k create namespace "$NAMESPACE" --dry-run=client --output=yaml | k apply -f -
  k apply -k k8s/secrets/dev
  k apply -k k8s/overlays/dev
}

wait_for_shop() {
  local workload
  for workload in statefulset/{postgresql,redis,opensearch} "${SERVICES[@]/#/deployment/}"; do
    k -n "$NAMESPACE" rollout status "$workload" --timeout=10m
  done
  k -n "$NAMESPACE" wait --for=condition=Programmed gateway/cloudshop --timeout=5m
  k -n "$NAMESPACE" wait --for=condition=Ready certificate/cloudshop --timeout=5m
}

print_urls() {
  local address
  address=$(k -n "$NAMESPACE" get gateway cloudshop --output=jsonpath='{.status.addresses[0].value}')
  cat <<TEXT

The shop runs. Add to /etc/hosts:

  $address shop.local api.local

  https://shop.local           the shop (its certificate comes from a CA of this cluster: see k8s/README.md)
  https://api.local/docs       the API
  administrator                $(sed -n 's/^email=//p' k8s/secrets/dev/auth-admin.env), password in k8s/secrets/dev/auth-admin.env

  kubectl get all -n $NAMESPACE
TEXT
}

check_tools
check_images
say "cluster"
create_cluster
start_load_balancer
say "gateway, certificates, metrics"
install_operators
say "images"
load_images
say "shop"
apply_shop
wait_for_shop
print_urls
