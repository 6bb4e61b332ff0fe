#!/usr/bin/env bash
# Measures what Binex.MSBuild adds to a build that has nothing to do: pairs of builds of the same project, without the package and with it,
# one after the other; the medians of both, and that of the differences. Needs the packages: eng/pack.
#   bench/msbuild.sh [PAIRS]     15 without an argument
set -euo pipefail
cd "$(dirname "$0")/.."
pairs=${1:-15}
packages=$PWD/artifacts/package/release
version=$(sed -nE 's:.*<Version>(.*)</Version>.*:\1:p' eng/Version.props)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export NUGET_PACKAGES=$work/cache DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false
printf '<configuration><packageSources><add key="binex" value="%s" /></packageSources></configuration>\n' "$packages" > "$work/nuget.config"
for side in without with; do
  mkdir -p "$work/$side/workflows"
  reference=
  [ $side = with ] && reference="<ItemGroup><PackageReference Include=\"Binex.MSBuild\" Version=\"$version\" PrivateAssets=\"all\" /></ItemGroup>"
  echo "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>$reference</Project>" > "$work/$side/app.csproj"
  cp -r examples/{chain,diamond,file-prompt,research}.yaml examples/prompts "$work/$side/workflows"
  dotnet build "$work/$side" --nologo -v quiet >/dev/null
done

milliseconds() {
  local begin=$EPOCHREALTIME
  dotnet build "$work/$1" --no-restore --nologo -v quiet >/dev/null
  local end=$EPOCHREALTIME
  echo $(((${end/./} - ${begin/./}) / 1000))
}

for ((i = 0; i < pairs; i++)); do
  without=$(milliseconds without)
  with=$(milliseconds with)
  echo "$without $with $((with - without))"
done > "$work/times"

median() { cut -d ' ' -f "$1" "$work/times" | sort -n | sed -n "$(((pairs + 1) / 2))p"; }
echo "a build with nothing to do, median of $pairs pairs: $(median 1) ms without the package, $(median 2) ms with it; difference $(median 3) ms"
