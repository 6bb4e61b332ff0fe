#!/usr/bin/env bash
# Builds in Release and runs every test; ends with the line "N passed, N failed".
#   ./test.sh          the whole suite, with a fixed-seed sample of each long proof
#   ./test.sh --soak   the long proofs in full as well
set -euo pipefail
cd "$(dirname "$0")"

for argument in "$@"; do
  case "$argument" in
    --soak) export BINEX_SOAK=1 ;;
    *) echo "usage: ./test.sh [--soak]" >&2; exit 2 ;;
  esac
done

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

if ! command -v dotnet >/dev/null; then
  echo "the .NET 10 SDK is needed: dotnet is not on the PATH" >&2
  exit 2
fi

dotnet build Binex.Tools.sln -c Release --nologo -v quiet

passed=0
failed=0
for project in tests/*.Tests; do
  name=$(basename "$project")
  log=$(mktemp)
  status=0
  "artifacts/bin/$name/release/$name" --no-progress --no-ansi >"$log" 2>&1 || status=$?
  ok=$(sed -nE 's/^ *succeeded: ([0-9]+).*/\1/p' "$log" | tail -n 1)
  bad=$(sed -nE 's/^ *failed: ([0-9]+).*/\1/p' "$log" | tail -n 1)
  skipped=$(sed -nE 's/^ *skipped: ([0-9]+).*/\1/p' "$log" | tail -n 1)
  # A runner that ended without counting has failed, whatever it printed.
  if [ -z "$ok" ] || { [ "$status" -ne 0 ] && [ "${bad:-0}" -eq 0 ]; }; then
    bad=$((${bad:-0} + 1))
  fi
  if [ "${bad:-0}" -ne 0 ]; then cat "$log"; fi
  echo "$name: ${ok:-0} passed, ${bad:-0} failed, ${skipped:-0} skipped"
  if [ "${skipped:-0}" -ne 0 ]; then grep -A2 -E '^skipped ' "$log" | head -n 12 || true; fi
  passed=$((passed + ${ok:-0}))
  failed=$((failed + ${bad:-0}))
  rm -f "$log"
done

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
