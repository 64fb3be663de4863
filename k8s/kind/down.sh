#!/usr/bin/env bash
# Removes what up.sh made: the cluster with all its data and the load balancer. Secrets in k8s/secrets/dev stay.
set -euo pipefail

kind delete cluster --name cloudshop
docker rm --force cloud-provider-kind >/dev/null 2>&1 || true
# The load balancer's own proxies
docker ps --all --quiet --filter label=io.x-k8s.cloud-provider-kind.cluster=cloudshop | xargs --no-run-if-empty docker rm --force
