#!/usr/bin/env bash
# What one Argon2id hash costs, by implementation and parameters, on one processor and with the JVM options of the services.
# Needs Linux, a JDK 25 and Maven; libargon2 (apt-get install libargon2-1) is measured, too, where it is installed.
# Usage: benchmarks/password-hashing.sh [ROUNDS]   (default 25)
#        benchmarks/password-hashing.sh heap       (the smallest heap, MiB, in which five hashes one after the other succeed)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/password-hashing"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mvn -B -q dependency:build-classpath -Dmdep.outputFile="$work/classpath" >&2
bin=${JAVA_HOME:+$JAVA_HOME/bin/}
"${bin}javac" -d "$work" -cp "$(<"$work/classpath")" PasswordHashing.java
mapfile -t options < <(grep '^-XX:[+T]' ../../images/runtime/java.options)
run() {
  taskset --cpu-list "${CPU:-0}" "${bin}java" "${options[@]}" "$1" --enable-native-access=ALL-UNNAMED \
    -cp "$work:$(<"$work/classpath")" PasswordHashing "${@:2}"
}

if [[ ${1:-} == heap ]]; then
  for parameters in "47104 1" "19456 2" "19456 4" "7168 5"; do
    for implementation in password4j "Bouncy Castle"; do
      for heap in 16 24 32 40 48 56 64 80 96 112 128 192 256; do
        # shellcheck disable=SC2086 # two arguments
        if run "-Xmx${heap}m" "$implementation" $parameters >/dev/null 2>&1; then
          echo "| $parameters | $implementation | $heap |"
          break
        fi
      done
    done
  done
else
  # password4j keeps a block of memory for each set of parameters: less heap does not do for all of them.
  run -Xmx512m "${1:-25}"
fi
