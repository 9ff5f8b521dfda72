#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
#
# Runs programs of hundreds of millions of instructions on a host's stack of 256 KiB: nothing that a guest does piles up
# on it, neither its loops and calls, nor recursion, nor calls through tables and of other functions in place of the caller.
#
#   Tests/small-stack.sh NETWASI
set -u
cd "$(dirname "$0")/.."

netwasi=$1
cc=${NETWASI_CC:-${netwasi%/*}/netwasi-cc}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0

for kernel in fib sieve crypto http nbody qsort strings chacha-simd; do
    flags=()
    case $kernel in *-simd) flags=(-msimd128) ;; esac
    if "$cc" -O2 -nostartfiles -Wl,--no-entry "${flags[@]}" "Benchmarks/kernels/$kernel.c" -o "$work/$kernel.wasm" &&
        "$netwasi" run "$work/$kernel.wasm" > "$work/expected" &&
        (ulimit -s 256 && "$netwasi" run "$work/$kernel.wasm") > "$work/found" && cmp -s "$work/expected" "$work/found"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED $kernel"
    fi
done
# Recursion ends at the guest's stack.
printf 'int f(int n) { return n == 0 ? 0 : 1 + f(n - 1) %% 7; }\nint main(int c, char **v) { return f(1 << 30 | c); }\n' > "$work/deep.c"
"$cc" -O0 "$work/deep.c" -o "$work/deep.wasm" && (ulimit -s 256 && "$netwasi" run "$work/deep.wasm") 2> "$work/errors"
if [ $? -eq 134 ] && grep -q 'call stack exhausted' "$work/errors"; then
    passed=$((passed + 1))
else
    failed=$((failed + 1))
    echo 'FAILED recursion'
    cat "$work/errors"
fi
printf '%s passed, %s failed\n' $passed $failed
[ $failed -eq 0 ]
