#!/usr/bin/env bash
# Measures what Binex.MSBuild adds to a build that has nothing to do: pairs of builds of the same project, without the package and with it,
# one after the other; the medians of both, and that of the differences. Needs the packages: eng/pack.
#   bench/msbuild.sh [PAIRS]     31 without an argument
set -euo pipefail
cd "$(dirname "$0")/.."
pairs=${1:-31}
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

stamp=$work/with/obj/Debug/net10.0/binex/validate.inputs
[ -s "$stamp" ] || { echo "the workflows were not checked: $stamp is missing" >&2; exit 1; }

# Milliseconds of the clock, and of the processor, which a busy machine does not change.
TIMEFORMAT='%R %U %S'
measure() {
  { time dotnet build "$work/$1" --no-restore --nologo -v quiet >/dev/null; } 2>&1 | awk '{ printf "%d %d\n", $1 * 1000, ($2 + $3) * 1000 }'
}

for ((i = 0; i < pairs; i++)); do
  read -r clock cpu < <(measure without)
  read -r clock_with cpu_with < <(measure with)
  echo "$clock $clock_with $((clock_with - clock)) $cpu $cpu_with $((cpu_with - cpu))"
done > "$work/times"

median() { cut -d ' ' -f "$1" "$work/times" | sort -n | sed -n "$(((pairs + 1) / 2))p"; }
echo "a build with nothing to do, median of $pairs pairs, in milliseconds"
printf '%-10s %8s %8s %12s\n' '' without with difference
printf '%-10s %8s %8s %12s\n' clock "$(median 1)" "$(median 2)" "$(median 3)" processor "$(median 4)" "$(median 5)" "$(median 6)"
