#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# amalgamate-sqlite.sh DIRECTORY: fetches SQLite's source as Debian has it, verified by toolchain/pins, and lets its
# own makefile write sqlite3.c and sqlite3.h into DIRECTORY.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
mkdir -p "$1" "${PACKAGES:-$root/build/packages}"
directory=$(cd "$1" && pwd)
packages=$(cd "${PACKAGES:-$root/build/packages}" && pwd)
tarball=$(awk '$1 == "file" && $2 == "sqlite" { print $3 }' "$root/toolchain/pins")

"$root/toolchain/fetch.sh" sqlite "$packages"
rm -rf "$directory/tree"
mkdir "$directory/tree"
tar -xf "$packages/$tarball" --strip-components=1 -C "$directory/tree"
cd "$directory/tree"
if ! { ./configure --disable-tcl --disable-readline && make sqlite3.c; } > "$directory/log" 2>&1; then
    tail -n 15 "$directory/log" >&2
    exit 1
fi
cp sqlite3.c sqlite3.h ..
rm -rf "$directory/tree"
