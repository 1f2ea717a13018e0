#!/usr/bin/env bash
# Runs Hubbub once and writes hubbub.aot, with which later starts are faster, and the native library of SQLite, which later
# starts need not unpack. It stands beside hubbub.jar and jvm.options. It needs a JDK or JRE 25; the cache fits only that
# JVM and that jar.
set -euo pipefail
cd "$(dirname "$0")"
work="$(mktemp -d)"
server=
trap 'if [ -n "$server" ]; then kill "$server" || true; fi; rm -rf "$work"' EXIT
: >"$work/log"
# The trial compiles as the JVM does by default: the cache learns more.
grep -v '^-XX:Tier' jvm.options >"$work/jvm.options"
"${JAVA_HOME:+$JAVA_HOME/bin/}java" @"$work/jvm.options" -XX:AOTCacheOutput=hubbub.aot -Djava.io.tmpdir="$work" -jar hubbub.jar \
  --server.port=0 --hubbub.stomp.port=0 --hubbub.data="$work/data" >"$work/log" 2>&1 &
server=$!
port="$(timeout 120 sed -nE '/Hubbub is up/{s/.*open http:[^:]*:([0-9]+).*/\1/p;q}' <(tail -n +1 -f --pid "$server" "$work/log"))" || true
[ -n "$port" ] || { cat "$work/log" >&2; exit 1; }
for path in / /actuator/health /api/topics/lobby/messages; do
  exec 3<>"/dev/tcp/127.0.0.1/$port"
  printf 'GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' "$path" >&3
  cat <&3 >/dev/null
done
cp "$work"/sqlite-*-libsqlitejdbc.so libsqlitejdbc.so
kill "$server"
# The JVM writes the cache at its end.
wait "$server" || true
server=
[ -s hubbub.aot ] || { cat "$work/log" >&2; exit 1; }
