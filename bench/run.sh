#!/usr/bin/env bash
# Measures Binex on this machine and prints a table. Figures are ratios against a floor measured in the same run.
#   bench/run.sh [graphs] [sleep] [validate] [startup] [plan] [ledger] [policies] [calls] [reports]     all of them without an argument
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
rid=$(dotnet --info | sed -nE 's/^ *RID: *//p' | head -n 1)
out=artifacts/bench
dotnet publish src/Binex.Cli -c Release -r "$rid" --self-contained false -p:PublishReadyToRun=true -o "$out/binex" --nologo -v quiet
dotnet publish bench/Empty -c Release -r "$rid" --self-contained false -p:PublishReadyToRun=true -o "$out/empty" --nologo -v quiet
dotnet publish bench/Binex.Bench -c Release -r "$rid" --self-contained false -p:PublishReadyToRun=true -o "$out/bench" --nologo -v quiet
"$out/bench/Binex.Bench" "$out/binex/dotnet-binex" "$out/empty/Empty" "$@"
