#!/usr/bin/env bash
# Makes the chart: its own files, the version of the POM, and every overlay as kustomize renders it.
#   helm/make.sh [FOLDER]        target/helm/cloudshop if none is named
set -euo pipefail
CDPATH='' cd "$(dirname "${BASH_SOURCE[0]}")/.."

chart=${1:-target/helm/cloudshop}
version=$(sed -n 's:.*<revision>\(.*\)</revision>.*:\1:p' pom.xml)

render() { # FOLDER
  if command -v kustomize >/dev/null; then kustomize build "$1"; else kubectl kustomize "$1"; fi
}

rm -rf "$chart"
mkdir -p "$chart/environments"
cp -R helm/cloudshop/. "$chart"
sed -i.unstamped "s/^\(version\|appVersion\): .*/\1: $version/" "$chart/Chart.yaml"
rm "$chart/Chart.yaml.unstamped"
for overlay in k8s/overlays/*/; do
  render "$overlay" >"$chart/environments/$(basename "$overlay").yaml"
done
echo "$chart"
