#!/usr/bin/env bash
# Lays out what stands beside the service in every image: images/extra-files.sh FOLDER writes FOLDER/opt/java, a JDK linked
# down to what the services need, and FOLDER/opt/cloudshop, the options of its JVM and the health probe. Maven calls it for
# Quarkus' Jib extension (<service>/src/main/jib), the Dockerfile for its own stages. Equal sources and an equal JDK give
# equal files, of one age. Needs Linux: the images run the JDK of the machine that builds them.
set -euo pipefail

[[ $# = 1 ]] || { echo "Usage: images/extra-files.sh FOLDER" >&2; exit 2; }
target=$(realpath --canonicalize-missing "$1")
CDPATH='' cd "$(dirname "${BASH_SOURCE[0]}")"

[[ $(uname -s) = Linux ]] || {
  echo "The images carry this machine's JDK, and run on Linux: build them on Linux, or with 'docker compose build'." >&2
  exit 1
}
bin=${JAVA_HOME:+$JAVA_HOME/bin/}
probe=src/main/java/io/cloudshop/images/probe/HealthProbe.java
inputs=(extra-files.sh jdk/* runtime/* "$probe")

lay_out() {
  mkdir -p "$1/opt/cloudshop"
  "${bin}jlink" @jdk/jlink.options --add-modules "$(grep -v '^#' jdk/modules.list | paste -sd ,)" --output "$1/opt/java"
  # Five megabytes of symbols; where there are no binutils they stay.
  if command -v strip >/dev/null; then strip --strip-unneeded "$1/opt/java/lib/server/libjvm.so"; fi
  cp runtime/* "$1/opt/cloudshop/"
  "${bin}javac" --release 25 -d "$1/opt/cloudshop/probe" "$probe"
  chmod -R u=rwX,go=rX "$1"
  # One second after the epoch, as Jib has it: zero is an unknown age to some tools.
  find "$1" -exec touch --no-dereference --date=@1 {} +
}

# Five services ask for the same, at once if Maven builds in parallel: the first ones to be ready leave it for the others.
version=$({ "${bin}java" -version 2>&1; cat "${inputs[@]}"; } | sha256sum | cut -c 1-16)
laid_out=target/extra-files-$version
if [[ ! -d $laid_out ]]; then
  mkdir -p target
  new=$(mktemp -d -p target)
  trap 'rm -rf "$new"' EXIT
  lay_out "$new"
  mv --no-target-directory "$new" "$laid_out" 2>/dev/null || [[ -d $laid_out ]]
fi
rm -rf "$target"
mkdir -p "$target"
cp --archive "$laid_out/." "$target"
