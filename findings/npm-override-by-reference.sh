#!/usr/bin/env bash
# An override of a transitive dependency by reference ("websocket": "$ws"), as in npm's documentation, refers here to an
# optional dependency of stompjs 2.3.3. `npm install` succeeds, and writes a lock file that `npm ci` refuses at once as not in
# sync: "Missing: websocket@ from lock file". The same override with the version spelled out ("npm:ws@8.23.0") is fine.
# Seen with npm 11.19.1. Needs Node.js and npm.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

try() {
  mkdir "$1"
  cat >"$1/package.json" <<JSON
{ "private": true, "dependencies": { "stompjs": "2.3.3", "ws": "8.23.0" }, "overrides": { "stompjs": { "websocket": "$2" } } }
JSON
  npm install --prefix "$1" --no-audit --no-fund --ignore-scripts >"$1/install.log" 2>&1 || { cat "$1/install.log"; exit 1; }
  npm ci --prefix "$1" --no-audit --no-fund --ignore-scripts >"$1/ci.log" 2>&1 && echo "taken" || echo "refused"
}

reference=$(try reference '$ws')
spelled=$(try spelled 'npm:ws@8.23.0')
echo "npm $(npm --version)"
echo "by reference: npm install succeeds, its lock file is $reference by npm ci"
grep -h 'Missing' reference/ci.log
echo "spelled out: npm install succeeds, its lock file is $spelled by npm ci"
[ "$reference" = refused ] && grep -q 'Missing: websocket@ from lock file' reference/ci.log
[ "$spelled" = taken ]
