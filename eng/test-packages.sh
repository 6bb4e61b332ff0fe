#!/usr/bin/env bash
# Fetches what tests need and the repository must not hold, once: the official schema of SARIF 2.1.0, which the npm package
# @microsoft/jest-sarif (MIT) carries. Nothing of it is run.
set -euo pipefail
cd "$(dirname "$0")/.."

target=artifacts/test-packages/jest-sarif
if [ ! -f "$target/package/lib/schemas/sarif-2.1.0-rtm.5.json" ]; then
  if ! command -v npm >/dev/null; then
    echo "npm is needed once, for the schema of SARIF: it is not on the PATH" >&2
    exit 2
  fi

  mkdir -p "$target"
  npm pack --silent --pack-destination "$target" @microsoft/jest-sarif@1.0.0-beta.0 >/dev/null
  tar -xzf "$target"/*.tgz -C "$target"
fi
