#!/usr/bin/env bash
# Runs what docs/checklist.md shows, and compares: ./cloudshop verify. A block that begins with ```console and the names of
# what it needs has commands ("$ ") with what they print; "..." there stands for anything.
set -euo pipefail
CDPATH='' cd "$(dirname "${BASH_SOURCE[0]}")/.."

usage() {
  cat <<'TEXT'
Usage: ./cloudshop verify [OPTIONS]

Checks off the brief: runs the commands of docs/checklist.md that can run here and compares what they print. A shop
that ./cloudshop up has started loses products-api once meanwhile, a cluster of k8s/kind/up.sh a pod.

  --list       only say what would run
  --document FILE
               another document of that form

Exit codes: 0 everything that ran is so, 1 something is not, 2 wrong usage.
TEXT
}

# kustomize is kubectl's own.
if ! command -v kubectl >/dev/null && command -v kustomize >/dev/null; then
  kubectl() { [[ $1 = kustomize ]] && kustomize build "$2"; }
  export -f kubectl
fi

# Whether what a block needs is there.
has() {
  case $1 in
    docker) docker info >/dev/null 2>&1 ;;
    shop) curl -fsS -o /dev/null --max-time 5 http://localhost:8080/api/v1/categories 2>/dev/null ;;
    launcher) ./cloudshop status >/dev/null 2>&1 ;;
    # Nobody's real one: pods are deleted there.
    cluster) [[ $(kubectl config current-context 2>/dev/null) = kind-cloudshop ]] && kubectl get namespace cloudshop-dev >/dev/null 2>&1 ;;
    registry) curl -fsS -o /dev/null --max-time 5 http://localhost:5000/v2/ 2>/dev/null && [[ -r cosign.pub ]] ;;
    kubectl) declare -F kubectl >/dev/null || command -v kubectl >/dev/null ;;
    *) command -v "$1" >/dev/null ;;
  esac
}

lacking() { # NEED..
  local need
  for need in "$@"; do has "$need" || { echo "$need" && return; }; done
}

# Whether $1 is what $2 says, where "..." stands for anything.
is_so() {
  local pattern
  pattern=$(sed 's/[][\\*?]/\\&/g; s/\.\.\./*/g' <<<"$2")
  # shellcheck disable=SC2053
  [[ $1 = $pattern ]]
}

indented() { printf '%s\n' "$1" | sed 's/^/      /'; }

passed=0 failed=0 left_out=0

# Runs the command collected in $command and compares with $expected.
conclude() {
  [[ -n $command ]] || return 0
  local lacks actual
  # shellcheck disable=SC2086
  lacks=$(lacking $needs)
  if [[ -n $lacks ]]; then
    echo "  - $command (needs $lacks)"
    left_out=$((left_out + 1))
  elif [[ -n $list ]]; then
    echo "  $command"
  else
    actual=$(bash -c "$command" 2>/dev/null </dev/null || true)
    if is_so "$actual" "${expected%$'\n'}"; then
      echo "  ✓ $command"
      passed=$((passed + 1))
    else
      printf '  ✗ %s\n    expected:\n%s\n    printed:\n%s\n' "$command" "$(indented "${expected%$'\n'}")" "$(indented "$actual")"
      failed=$((failed + 1))
    fi
  fi
  command='' expected=''
}

list='' document=docs/checklist.md
while (($#)); do
  case $1 in
    -h | --help) usage; exit ;;
    --list) list=1 ;;
    --document) document=${2:?--document needs a file}; shift ;;
    *) usage >&2; exit 2 ;;
  esac
  shift
done
[[ -r $document ]] || { echo "verify: there is no $document" >&2; exit 2; }

inside='' command='' expected='' needs=''
while IFS= read -r line || [[ -n $line ]]; do
  if [[ -z $inside && $line = '```console'* ]]; then
    inside=1 needs=${line#\`\`\`console}
  elif [[ -n $inside && $line = '```' ]]; then
    conclude
    inside=''
  elif [[ -n $inside && $line = '$ '* ]]; then
    conclude
    command=${line#'$ '}
  elif [[ -n $inside ]]; then
    expected+=$line$'\n'
  elif [[ $line = '## '* || $line = '**'* ]]; then
    printf '%s\n' "$line" | sed -E 's/^## (.*)/\n\1\n/; s/\*\*//g; s/\[([^]]*)\]\([^)]*\)/\1/g'
  fi
done <"$document"

[[ -n $list ]] || printf '\n%d as written, %d not, %d left out for want of what they need.\n' "$passed" "$failed" "$left_out"
((failed == 0))
