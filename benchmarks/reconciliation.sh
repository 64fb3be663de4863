#!/usr/bin/env bash
# How long it takes to compare the books of many orders: the minute's run and the admin's call. Needs what ./cloudshop
# test needs, and some minutes; fills a PostgreSQL of its own.
# Usage: benchmarks/reconciliation.sh [ORDERS]   (default 1000000)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
mvn -B -q -pl orders-api -am -Dtest=ReconciliationAtScale -Dsurefire.failIfNoSpecifiedTests=false \
  -Dcloudshop.benchmark.orders="${1:-1000000}" test | grep '^FIGURE'
