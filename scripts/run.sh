#!/usr/bin/env bash
# Runs one of the project's scripts, also on a checkout without installed packages. Installs the packages first, and then
# uses a Node that is new enough: the packaged one on Linux (x64), else the machine's.
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd -P)
cd "$root"
bin=$root/node_modules/.bin
stamp=node_modules/.storeyard-lock

# npm must not run with the packaged Node, which it may replace.
system_path=$(printf '%s' "$PATH" | tr ':' '\n' | grep -v '/node_modules/.bin$' | paste -sd: -)

installed() { [ -f "$stamp" ] && cmp -s package-lock.json "$stamp"; }

install() {
  local begun=$SECONDS log
  log=$(mktemp "${TMPDIR:-/tmp}/storeyard-install.XXXXXX")
  echo "· Install the packages" >&2
  if ! PATH=$system_path npm ci --ignore-scripts --no-audit --no-fund --loglevel=error </dev/null >"$log" 2>&1; then
    echo "✗ Install the packages  $((SECONDS - begun)) s" >&2
    tail -n 40 "$log" >&2
    echo "npm ci failed; its whole output is in $log" >&2
    exit 1
  fi
  rm -f "$log"
  cp package-lock.json "$stamp"
  echo "✓ Install the packages  $((SECONDS - begun)) s" >&2
}

if ! installed; then
  # A second script that starts at the same time waits here, and then finds everything installed.
  exec 9<package.json
  command -v flock >/dev/null 2>&1 && flock 9
  installed || install
  exec 9<&-
fi

new_enough() {
  "$1" -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 22 || (a === 22 && b >= 19) ? 0 : 1)' >/dev/null 2>&1
}

if [ -x "$bin/node" ] && new_enough "$bin/node"; then
  node=$bin/node
else
  node=$(PATH=$system_path command -v node || true)
  if [ -z "$node" ] || ! new_enough "$node"; then
    echo "Storeyard needs Node 22.19 or newer. This machine has $([ -n "$node" ] && "$node" --version || echo none): install a newer one from https://nodejs.org and run this again." >&2
    exit 1
  fi
fi

export PATH=$(dirname "$node"):$bin:$system_path
"$node" scripts/collect-engines.ts
exec "$node" --import tsx "$@"
