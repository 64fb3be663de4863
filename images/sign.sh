#!/usr/bin/env bash
# Signs the images of the last push and attests what is in them; the release workflow and people use it alike.
set -euo pipefail
CDPATH='' cd "$(dirname "${BASH_SOURCE[0]}")/.."

services=(auth-service products-api orders-api api-gateway frontend)
# Whose signature is good without a key: as in k8s/components/policies/signed-images.yaml.
issuer=https://token.actions.githubusercontent.com
identity='^https://github\.com/cloudshop/cloudshop/\.github/workflows/[\w.-]+\.ya?ml@refs/(heads/main|tags/v[0-9][\w.-]*)$'
wrong_usage=2
missing_tool=4

usage() {
  cat <<'TEXT'
Usage: ./cloudshop sign [OPTIONS]

Signs the five images that 'mvn package -Dquarkus.container-image.push=true' pushed last, by digest, and attests
what is in each: a CycloneDX list of its libraries (<service>/target/sbom.json).

  --registry HOST  where the images are (default: ghcr.io)
  --key FILE       sign with a private key of 'cosign generate-key-pair' and ask nobody else; its password is taken
                   from COSIGN_PASSWORD. Without: keyless, as who runs this (a browser opens, a workflow has a token)
  --verify         sign nothing, verify what is there; --key is the public key then
  --sbom-only      only write the lists

Needs cosign 2.4 or newer, jq, Maven and npm. Exit codes: 0 done, 1 refused, 2 wrong usage, 4 a tool is missing.
TEXT
}

fail() {
  echo "sign: $2" >&2
  exit "$1"
}

require() {
  local tool
  for tool in "$@"; do
    command -v "$tool" >/dev/null || fail $missing_tool "$tool is needed; see ./cloudshop sign --help."
  done
}

image_of() { # SERVICE
  local digest=$1/target/jib-image.digest
  [[ -s $digest ]] || fail 1 "$digest is not there: push the images first (docs/containers.md, Images by Maven)."
  echo "$registry/cloudshop/$1@$(<"$digest")"
}

# What an image carries: the libraries of its class path, and for the frontend those that the page was built from.
write_sboms() {
  local page=frontend/target/sbom-page.json whole=frontend/target/sbom-whole.json
  echo "Writing the lists of libraries."
  # With what the services stand on, which no repository has before it is installed.
  quietly mvn -B -q -Dspotless.check.skip -Dforbiddenapis.skip -am -pl "$(IFS=,; echo "${services[*]}")" \
    compile org.cyclonedx:cyclonedx-maven-plugin:makeBom
  # All of them, and then without those of development: npm's own --omit leaves out what these share with the page.
  npm sbom --prefix frontend/src/main/webui --sbom-format cyclonedx --package-lock-only >"$page"
  jq -s '(.[1].components | map(select(all(.properties[]?; .name != "cdx:npm:package:development")))) as $page
    | ($page | map(."bom-ref")) as $refs
    | .[0] + {components: (.[0].components + $page),
              dependencies: (.[0].dependencies + (.[1].dependencies | map(select(.ref as $ref | $refs | index($ref)))))}' \
    frontend/target/sbom.json "$page" >"$whole"
  mv "$whole" frontend/target/sbom.json
}

# cosign tells what it does in paragraphs: they matter when it fails.
quietly() {
  local said status=0
  said=$(mktemp)
  "$@" 2>"$said" || { status=$?; cat "$said" >&2; }
  rm -f "$said"
  return "$status"
}

sign() { # SERVICE
  local image
  image=$(image_of "$1")
  quietly cosign sign "${signing[@]}" "$image"
  quietly cosign attest "${signing[@]}" --type cyclonedx --predicate "$1/target/sbom.json" "$image"
  echo "Signed $image"
}

verify() { # SERVICE
  local image
  image=$(image_of "$1")
  quietly cosign verify "${verifying[@]}" "$image" >/dev/null || fail 1 "$image is not signed by ${key:-the release workflow}."
  quietly cosign verify-attestation "${verifying[@]}" --type cyclonedx "$image" | attested "$1/target/sbom.json" ||
    fail 1 "What is attested of $image is not $1/target/sbom.json."
  echo "Verified $image"
}

# Whether one of the attestations that come in says what a file says; without the file any will do.
attested() { # FILE
  [[ -s $1 ]] || { grep -q . && return; }
  jq -e -n --slurpfile expected "$1" '[inputs.payload | @base64d | fromjson.predicate] | any(. == $expected[0])' >/dev/null
}

registry=ghcr.io key='' action=sign
while (($#)); do
  case $1 in
    -h | --help) usage; exit ;;
    --registry=* | --key=*) set -- "${1%%=*}" "${1#*=}" "${@:2}"; continue ;;
    --registry | --key)
      [[ -n ${2:-} ]] || fail $wrong_usage "$1 needs a value."
      [[ $1 = --key ]] && key=$2 || registry=$2
      shift
      ;;
    --verify) action=verify ;;
    --sbom-only) action=sbom ;;
    *) usage >&2; fail $wrong_usage "There is no option '$1'." ;;
  esac
  shift
done

require jq
[[ $action = verify ]] || require mvn npm
[[ $action = sbom ]] || require cosign
[[ -z $key || -r $key ]] || fail $wrong_usage "There is no key $key."

signing=(--yes) verifying=()
# A registry on this machine has no certificate.
case $registry in
  localhost:* | 127.*) signing+=(--allow-http-registry) verifying+=(--allow-http-registry) ;;
esac
if [[ -n $key ]]; then
  signing+=(--key "$key" --tlog-upload=false)
  verifying+=(--key "$key" --insecure-ignore-tlog)
  # Since version 3 the public instances are asked, unless it is told otherwise.
  if cosign sign --help 2>&1 | grep -q -- --use-signing-config; then signing+=(--use-signing-config=false); fi
else
  verifying+=(--certificate-oidc-issuer "$issuer" --certificate-identity-regexp "$identity")
fi

[[ $action = verify ]] || write_sboms
[[ $action = sbom ]] || for service in "${services[@]}"; do "$action" "$service"; done
