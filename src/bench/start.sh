#!/usr/bin/env bash
# The cost of a start, to "Hubbub is up": wall and CPU time, and the resident memory 10 s later. Several jars take turns:
#   src/bench/start.sh ROUNDS target/hubbub.jar [other.jar ...]
# A folder in place of a jar is like an image's: with hubbub.jar and the files of deploy, in which train.sh has run. It is
# started as the image starts it, with the JVM in TRAINED_JAVA_HOME, if that is set.
set -euo pipefail
rounds="$1"
shift
dockerfile="$(realpath "$(dirname "$0")/../../Dockerfile")"
server=
trap 'if [ -n "$server" ]; then kill "$server" || true; fi' EXIT

# Calls the JVM of a jar, or of a folder with a cache.
run() {
  local path="$1"
  shift
  if [ -d "$path" ]; then
    cd "$path"
    exec $(sed -n 's/^ENTRYPOINT //p' "$dockerfile" | tr -d '[]",' | sed "s|^java|${TRAINED_JAVA_HOME:+$TRAINED_JAVA_HOME/bin/}java|") "$@"
  fi
  exec java -jar "$path" "$@"
}

start() {
  local folder log began up cpu
  folder="$(mktemp -d)"
  log="$folder/log"
  : >"$log"
  began="$(date +%s%N)"
  run "$1" --server.port=0 --hubbub.stomp.port=0 --hubbub.data="$folder/data" >"$log" 2>&1 &
  server=$!
  timeout 120 sed -n '/Hubbub is up/q' <(tail -n +1 -f --pid "$server" "$log") || true
  up="$(date +%s%N)"
  grep -q 'Hubbub is up' "$log" || { cat "$log" >&2; exit 1; }
  cpu="$(sed 's/.*) //' "/proc/$server/stat" | cut -d ' ' -f 12,13)"
  sleep 10
  awk -v jar="$1" -v wall=$(((up - began) / 1000000)) -v cpu="$cpu" -v tick="$(getconf CLK_TCK)" '
    /^VmRSS/ { split(cpu, ticks, " ")
      printf "%s: %.1f s, %.1f CPU s, %d MiB\n", jar, wall / 1000, (ticks[1] + ticks[2]) / tick, $2 / 1024 }' "/proc/$server/status"
  kill "$server"
  wait "$server" || true
  server=
  rm -rf "$folder"
}

for ((round = 0; round < rounds; round++)); do
  for jar in "$@"; do
    start "$jar"
  done
done
