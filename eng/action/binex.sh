#!/usr/bin/env bash
# The steps of action.yml: install, check, comment. Whatever a workflow says comes in by the environment and is data here: it is
# quoted, never evaluated. Runs in the bash of Linux, macOS (3.2) and Windows runners.
set -euo pipefail

tool_folder="$RUNNER_TEMP/binex-tool"
binex="$tool_folder/dotnet-binex"

# A text as the data of a workflow command.
escaped() {
  local text="${1//'%'/%25}"
  text="${text//$'\r'/%0D}"
  printf '%s' "${text//$'\n'/%0A}"
}

refuse() {
  echo "::error title=binex::$(escaped "$1")"
  set_output exit-code 2
  set_output verdict invalid
  exit 0
}

# What is set here is made by this script alone: one line.
set_output() { printf '%s=%s\n' "$1" "$2" >>"$GITHUB_OUTPUT"; }

verdict_of() {
  case "$1" in
    0) echo passed ;;
    1) echo failed ;;
    2) echo invalid ;;
    3) echo over-budget ;;
    4) echo gate-failed ;;
    5) echo unreachable ;;
    6) echo overshot ;;
    130) echo cancelled ;;
    *) echo error ;;
  esac
}

install() {
  if [ ! -e "$binex" ] && [ ! -e "$binex.exe" ]; then
    local options=(--tool-path "$tool_folder")
    if [ -n "$INPUT_VERSION" ]; then options+=(--version "$INPUT_VERSION"); fi
    if [ -n "$INPUT_PACKAGE_SOURCE" ]; then options+=(--add-source "$INPUT_PACKAGE_SOURCE"); fi
    dotnet tool install Binex.Tools "${options[@]}"
  fi
  # Later steps of the job can say 'dotnet binex'.
  echo "$tool_folder" >>"$GITHUB_PATH"
}

# The files that the input names, in 'workflows'. Git finds them, because not every bash knows '**'.
find_workflows() {
  workflows=()
  local line file before
  while IFS= read -r line || [ -n "$line" ]; do
    line="${line%$'\r'}"
    if [ -z "$line" ]; then continue; fi
    if [ -f "$line" ]; then
      workflows+=("$line")
      continue
    fi
    before=${#workflows[@]}
    while IFS= read -r -d '' file; do workflows+=("$file"); done \
      < <(git ls-files -z --cached --others --exclude-standard -- ":(glob)$line" 2>/dev/null)
    if [ "${#workflows[@]}" -eq "$before" ]; then refuse "there is no workflow '$line'"; fi
  done <<<"$INPUT_WORKFLOWS"
}

# The ref to compare with, in 'base': the one that is asked for, or the target of the pull request. A shallow checkout has only its
# own commit, so what is not there is fetched.
find_base() {
  base="$INPUT_BASE_REF"
  if [ -z "$base" ] && [ -n "${GITHUB_BASE_REF:-}" ]; then base="origin/$GITHUB_BASE_REF"; fi
  case "$base" in
    "") return ;;
    -*) refuse "'$base' is no ref" ;;
  esac
  if git rev-parse --verify --quiet "$base^{commit}" >/dev/null; then return; fi
  local branch="${base#origin/}"
  if git fetch --quiet --no-tags --depth=1 origin "$branch" && git update-ref "refs/remotes/origin/$branch" FETCH_HEAD; then
    base="origin/$branch"
  else
    refuse "there is no '$base' in this checkout, and it could not be fetched: give actions/checkout 'fetch-depth: 0', or base-ref another value"
  fi
}

# Runs the tool with its answer in a file. What it and its models say on the way is no command to the runner.
answer_in() {
  local file="$1" code=0
  shift
  local token
  token="$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')"
  echo "::stop-commands::$token"
  "$binex" "$@" >"$file" || code=$?
  echo "::$token::"
  return "$code"
}

note_code() { if [ "$1" -gt "$exit_code" ]; then exit_code="$1"; fi; }

check_one() {
  local file="$1" number="$2" code=0 compared=""
  local gates=(--format json)
  case "$file" in -*) file="./$file" ;; esac
  if [ -n "$INPUT_MAX_COST" ]; then gates+=(--max-cost "$INPUT_MAX_COST"); fi
  if [ -n "$INPUT_MAX_INCREASE" ]; then gates+=(--max-increase "$INPUT_MAX_INCREASE"); fi
  local options=("${gates[@]}" ${extra[@]+"${extra[@]}"})

  if [ "$INPUT_COMMAND" = diff ]; then
    if [ -z "$base" ]; then refuse "diff needs base-ref: there is no pull request to take it from"; fi
    answer_in "$results/diff-$number.json" diff "$base" "$file" "${options[@]}" || code=$?
    note_code "$code"
    return
  fi

  local var
  while IFS= read -r var || [ -n "$var" ]; do
    var="${var%$'\r'}"
    if [ -n "$var" ]; then options+=(--var "$var"); fi
  done <<<"$INPUT_VARS"

  if [ "$INPUT_COMMAND" = run ]; then
    options+=(--quiet --report "$results/run-$number.json" --report "$results/run-$number.html")
    if [ -n "$INPUT_BUDGET" ]; then options+=(--budget "$INPUT_BUDGET"); fi
    if [ -n "$INPUT_RECORD" ]; then options+=(--record "$INPUT_RECORD"); fi
    if [ -n "$INPUT_REPLAY" ]; then options+=(--replay "$INPUT_REPLAY"); fi
    case "$INPUT_SIMULATE" in
      "" | false) ;;
      true) options+=(--simulate) ;;
      *) options+=(--simulate "$INPUT_SIMULATE") ;;
    esac
    mkdir -p "$results/answers"
    answer_in "$results/answers/run-$number.json" run "$file" "${options[@]}" || code=$?
    note_code "$code"
    # Without a report there is only the reason why nothing was run.
    if [ ! -e "$results/run-$number.json" ]; then cp "$results/answers/run-$number.json" "$results/run-$number.json"; fi
    return
  fi

  # A workflow that the base does not have is new, and one that is not valid there cannot be compared with: neither is a mistake.
  if [ -n "$base" ] && git cat-file -e "$base:./$file" 2>/dev/null; then
    answer_in "$results/diff-$number.json" diff "$base" "$file" "${gates[@]}" || code=$?
    if [ "$code" -eq 0 ] || [ "$code" -eq 4 ]; then
      compared=yes
    else
      rm -f "$results/diff-$number.json"
      echo "::notice title=binex::$(escaped "$file is not compared with $base")"
    fi
    code=0
  fi
  if [ -n "$compared" ]; then options+=(--baseline "$base"); fi
  answer_in "$results/plan-$number.json" plan "$file" "${options[@]}" || code=$?
  note_code "$code"
}

check() {
  case "$INPUT_COMMAND" in
    validate | plan | run | diff) ;;
    *) refuse "there is no command '$INPUT_COMMAND': there are validate, plan, run, diff and comment" ;;
  esac
  find_workflows
  extra=()
  local line number=0
  while IFS= read -r line || [ -n "$line" ]; do
    line="${line%$'\r'}"
    if [ -n "$line" ]; then extra+=("$line"); fi
  done <<<"$INPUT_ARGS"

  exit_code=0
  if [ "$INPUT_COMMAND" = validate ]; then
    # Its lines are commands to the runner, in which the tool has escaped whatever files say.
    "$binex" validate --format github ${extra[@]+"${extra[@]}"} ${workflows[@]+"${workflows[@]}"} || exit_code=$?
  else
    if [ "${#workflows[@]}" -eq 0 ]; then refuse "name the workflows to $INPUT_COMMAND"; fi
    results="${INPUT_REPORT:-$(mktemp -d "$RUNNER_TEMP/binex-XXXXXX")}"
    mkdir -p "$results"
    set_output report-path "$results"
    find_base
    for line in "${workflows[@]}"; do
      number=$((number + 1))
      check_one "$line" "$number"
    done
  fi
  set_output exit-code "$exit_code"
  set_output verdict "$(verdict_of "$exit_code")"
}

comment() {
  local code=0
  results="$BINEX_RESULTS"
  if [ "$INPUT_COMMAND" = comment ]; then results="${INPUT_REPORT:-.}"; fi
  if [ -z "$results" ]; then return; fi
  "$binex" comment github "$results" --behavior "$INPUT_COMMENT" --tag "$INPUT_TAG" || code=$?
  if [ "$INPUT_COMMAND" = comment ]; then
    set_output report-path "$results"
    set_output exit-code "$code"
    set_output verdict "$(verdict_of "$code")"
  elif [ "$code" -ne 0 ]; then
    # Whether a comment could be posted does not decide whether the check holds.
    echo "::warning title=binex::the comment was not posted (exit code $code)"
  fi
}

case "$1" in
  install | check | comment) "$1" ;;
  *) echo "usage: binex.sh install|check|comment" >&2; exit 2 ;;
esac
