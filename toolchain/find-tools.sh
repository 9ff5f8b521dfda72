#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Prints the compiler tools of this machine as shell assignments, which netwasi-cc reads from netwasi.conf:
# those of the Swift toolchain when it has them, else the newest that the system's packages brought.
# NETWASI_CLANG names another clang. One is good enough when it knows wasm32 and a wasm-ld goes with it.
set -eu

say() { printf 'netwasi: %s\n' "$*" >&2; }
quoted() { printf '%s\n' "$1" | sed "s/'/'\\\\''/g; s/^/'/; s/\$/'/"; }

# The first of the commands that exists, as an absolute path.
first() {
    for candidate; do
        if found=$(command -v "$candidate" 2>/dev/null); then printf %s "$found"; return 0; fi
    done
    return 1
}

# A tool that goes with clang: beside it, beside it with the version's suffix, else anywhere.
companion() { # CLANG TOOL...
    directory=$(dirname "$1")
    suffix=$(basename "$1" | sed -n 's/^clang\(-[0-9][0-9]*\)$/\1/p')
    shift
    for tool; do
        first "$directory/$tool" "$directory/$tool$suffix" "$tool$suffix" "$tool" && return 0
    done
    return 1
}

# wasm exceptions as the standard has them came with clang 20; older ones would build programs that no longer run.
good_enough() {
    version=$("$1" -dumpversion 2>/dev/null) || return 1
    [ "${version%%.*}" -ge 20 ] 2>/dev/null || return 1
    "$1" --print-targets 2>/dev/null | grep -q wasm32 || return 1
    companion "$1" wasm-ld >/dev/null && companion "$1" llvm-ar >/dev/null
}

candidates=${NETWASI_CLANG:-}
if [ -z "$candidates" ]; then
    if swift=$(command -v swift 2>/dev/null); then candidates="$(dirname "$(readlink -f "$swift")")/clang"; fi
    candidates="$candidates
$(first clang || true)
$(for n in 24 23 22 21 20; do first "clang-$n" && echo || true; done)"
fi

clang=$(printf '%s\n' "$candidates" | while read -r compiler; do
    if [ -n "$compiler" ] && [ -x "$compiler" ] && good_enough "$compiler"; then
        printf %s "$compiler"
        break
    fi
done)
if [ -z "$clang" ]; then
    say "no clang 20 or newer with wasm32 and wasm-ld found: put the Swift toolchain on PATH, or set NETWASI_CLANG"
    exit 1
fi

printf 'CLANG=%s\n' "$(quoted "$clang")"
printf 'WASM_LD=%s\n' "$(quoted "$(companion "$clang" wasm-ld)")"
printf 'LLVM_AR=%s\n' "$(quoted "$(companion "$clang" llvm-ar)")"
printf 'LLVM_RANLIB=%s\n' "$(quoted "$(companion "$clang" llvm-ranlib)")"
printf 'LLVM_NM=%s\n' "$(quoted "$(companion "$clang" llvm-nm)")"

# clang 21 keeps variables alive for the debugger at -Og in a way that makes invalid modules (values left on the
# stack); older ones do not know the option.
flags=
if "$clang" -Werror -fextend-variable-liveness=none -fsyntax-only -x c /dev/null 2>/dev/null; then
    flags=-fextend-variable-liveness=none
fi
printf 'CLANG_FLAGS=%s\n' "$(quoted "$flags")"
