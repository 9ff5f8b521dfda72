#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
#
# Compares what the header says of the imports with what the host has. A program that refers to every import is made
# from the header; its import section, the host's own list and the committed imports.txt must agree, and what it prints
# about constants and layouts must be the committed layout.txt (which a Swift test compares with the Swift side).
# What C programs see of the headers must be functions.txt and structures.txt; docs/functions.md and the list of options
# in docs/ must be what these and the header make.
# The macros that have other values than this machine's C library has are those of macros-that-differ.txt.
# With --update the committed files are written anew.
set -u

here=$(cd "$(dirname "$0")" && pwd)
root=$here/../..
NETWASI=${NETWASI:-$root/build/bin/netwasi}
NETWASI_CC=${NETWASI_CC:-$root/build/bin/netwasi-cc}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C
passed=0 failed=0

check() { # NAME FILE FILE: the files must be equal
    if diff -u "$2" "$3" > "$work/difference"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf 'FAILED %s\n' "$1"
        cat "$work/difference"
    fi
}

headers=("$root/include/wasi/socket_options.h" "$root/include/wasi/networking.h"
    "$root/include/wasi/descriptors.h" "$root/include/wasi/files.h" "$root/include/wasi/processes.h")
awk -f "$here/generate.awk" "${headers[@]}" > "$work/abi.c"
"$NETWASI_CC" "$work/abi.c" -o "$work/abi.wasm" || exit 1

"$NETWASI" imports | sort > "$work/host" || exit 1
"$NETWASI" run "$work/abi.wasm" > "$work/layout" || exit 1
awk -f "$here/options.awk" "$root/include/wasi/socket_options.h" > "$work/options.md"
surface() { python3 "$here/surface.py" "$NETWASI_CC" "$1"; }
surface functions > "$work/functions" || exit 1
surface structures > "$work/structures" || exit 1
surface table < "$work/functions" > "$work/functions.md" || exit 1
if [ "${1:-}" = --update ]; then
    cp "$work/options.md" "$root/docs/socket-options.md"
    cp "$work/host" "$here/imports.txt"
    cp "$work/layout" "$here/layout.txt"
    cp "$work/functions" "$here/functions.txt"
    cp "$work/structures" "$here/structures.txt"
    cp "$work/functions.md" "$root/docs/functions.md"
fi

# module.name TAB type TAB names of the parameters
"$NETWASI" inspect "$work/abi.wasm" | sed -n '/snapshot_preview1/d; s/^import\t\([^\t]*\)\tfunc /\1\t/p' | sort \
    > "$work/types"
awk -v what=names -f "$here/generate.awk" "${headers[@]}" | sort > "$work/names"
join -t "$(printf '\t')" "$work/types" "$work/names" > "$work/header"
cut -f 1 "$work/names" > "$work/declared"
cut -f 1 "$work/header" > "$work/imported"
grep -v '^wasi_snapshot_preview1\.' "$here/imports.txt" > "$work/expected"

check 'every declared import is in the program' "$work/declared" "$work/imported"
check 'the header has the imports of imports.txt' "$work/expected" "$work/header"
check 'the host has the imports of imports.txt' "$here/imports.txt" "$work/host"
check 'the header has the layouts of layout.txt' "$here/layout.txt" "$work/layout"
check 'the headers declare the functions of functions.txt' "$here/functions.txt" "$work/functions"
check 'the headers have the structures of structures.txt' "$here/structures.txt" "$work/structures"
check 'docs/functions.md says what is there' "$root/docs/functions.md" "$work/functions.md"
check 'the documentation has the options of the header' "$root/docs/socket-options.md" "$work/options.md"

. "$(dirname "$NETWASI_CC")/../netwasi.conf"
python3 "$here/macros.py" "$NETWASI_CC" "$CLANG" > "$work/macros" || exit 1
sed 's/#.*//' "$here/macros-that-differ.txt" | tr ' ' '\n' | sed '/^$/d' | sort > "$work/reviewed"
check 'macros have the values of the C library, or are in macros-that-differ.txt' "$work/reviewed" "$work/macros"

printf '%s passed, %s failed\n' $passed $failed
[ $failed -eq 0 ]
