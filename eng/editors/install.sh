#!/usr/bin/env bash
# Installs the YAML language server, which the tests drive, into artifacts/tools; the lock file says what exactly. Does nothing when
# that is there already.
set -euo pipefail
cd "$(dirname "$0")"
target=../../artifacts/tools/yaml-language-server

if [ -d "$target/node_modules" ] && cmp -s package-lock.json "$target/package-lock.json"; then
  exit 0
fi

if ! command -v npm >/dev/null || ! command -v node >/dev/null; then
  root=()
  if [ "$(id -u)" -ne 0 ]; then root=(sudo); fi
  "${root[@]}" apt-get update -qq
  "${root[@]}" apt-get install -y -qq --no-install-recommends nodejs npm
fi

# Built beside its place, so that a half of it never counts as the whole.
rm -rf "$target" "$target.new"
mkdir -p "$target.new"
cp package.json package-lock.json "$target.new/"
npm ci --prefix "$target.new" --no-audit --no-fund --loglevel=error
mv "$target.new" "$target"
