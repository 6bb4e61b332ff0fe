#!/usr/bin/env bash
# Installs what the tests of reports look at pages and files with, as far as it is missing: chromium and cmark-gfm from Debian, and what
# the lock file says from npm, into artifacts/tools.
set -euo pipefail
cd "$(dirname "$0")"
target=../../artifacts/tools/reports

missing=()
command -v chromium >/dev/null || missing+=(chromium)
command -v cmark-gfm >/dev/null || missing+=(cmark-gfm)
if ! command -v npm >/dev/null || ! command -v node >/dev/null; then missing+=(nodejs npm); fi
if [ "${#missing[@]}" -gt 0 ]; then
  root=()
  if [ "$(id -u)" -ne 0 ]; then root=(sudo); fi
  "${root[@]}" apt-get update -qq
  "${root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}"
fi

if [ -d "$target/node_modules" ] && cmp -s package-lock.json "$target/package-lock.json"; then
  exit 0
fi

# Built beside its place, so that a half of it never counts as the whole.
rm -rf "$target" "$target.new"
mkdir -p "$target.new"
cp package.json package-lock.json "$target.new/"
npm ci --prefix "$target.new" --no-audit --no-fund --loglevel=error
mv "$target.new" "$target"
