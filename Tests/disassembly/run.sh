#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
#
# Compares `netwasi inspect --code` with what wasm-tools prints: on a module with every instruction, on random modules, and
# on the modules given as arguments.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
root=$here/../..
BUILD=${BUILD:-$root/build}
tools=${WASM_TOOLS:-$BUILD/venv/bin/wasm-tools}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for ((number = 1; number <= 60; number++)); do
    python3 -c 'import random, sys
random.seed(int(sys.argv[1]))
sys.stdout.buffer.write(random.randbytes(random.randrange(1000, 10000)))' $number |
        "$tools" smith --simd-enabled true --relaxed-simd-enabled true --exceptions-enabled true \
            --tail-call-enabled true --max-memories 3 --threads-enabled true --gc-enabled false \
            --memory64-enabled false --custom-page-sizes-enabled false --compact-imports-enabled false \
            --wide-arithmetic-enabled false --custom-descriptors-enabled false \
            --shared-everything-threads-enabled false -o "$work/smith-$number.wasm" 2> /dev/null || true
done
PYTHONDONTWRITEBYTECODE=1 python3 "$here/compare.py" "${NETWASI:-$BUILD/bin/netwasi}" "$tools" \
    "$root/Sources/WasmFormat" "$work" "$work"/smith-*.wasm "$@"
