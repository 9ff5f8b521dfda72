#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
#
# Builds Examples/Embedding as somebody's package would be, without the flags of toolchain/build-host.sh, and compares
# what the examples print.
set -u

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
BUILD=${BUILD:-$root/build}
NETWASI_CC=${NETWASI_CC:-$BUILD/bin/netwasi-cc}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0

package=(--package-path "$root/Examples/Embedding" --scratch-path "$BUILD/examples" -c release)
swift build "${package[@]}" > "$work/log" 2>&1 || { cat "$work/log"; echo '0 passed, 1 failed'; exit 1; }
programs=$(swift build "${package[@]}" --show-bin-path)

check() { # NAME STATUS COMMAND...: what it prints is on standard input, its status STATUS
    local name=$1 status=$2 wanted
    shift 2
    wanted=$(cat)
    (cd "$work" && "$@") > "$work/output" 2>&1
    local got=$?
    if [ $got -eq "$status" ] && [ "$wanted" = "$(cat "$work/output")" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf 'FAILED %s: status %s\n' "$name" $got
        diff -u <(printf '%s\n' "$wanted") "$work/output"
    fi
}

check Embedding 0 "$programs/Embedding" <<'END'
the guest says 42
84 / 2 = i32(42)
1 / 0: integer divide by zero
  #0 divide at 0x3e
END

"$NETWASI_CC" "$here/program.c" -o "$work/program.wasm" || exit 1
# The example's own output is buffered until it ends; the program writes its own straight away.
check Sandbox 7 "$programs/Sandbox" program.wasm word <<'END'
LANG=C, 2 arguments, the last is word
can read here: 1, can write: 0
port 9: permitted, nobody listens
port 10: refused by the policy
refused connect to tcp 127.0.0.1:10
END
check 'Sandbox without a program' 2 "$programs/Sandbox" <<'END'
usage: Sandbox program.wasm [argument...]
END

printf '%s passed, %s failed\n' $passed $failed
[ $failed -eq 0 ]
