#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# amalgamate-sqlite.sh DIRECTORY: fetches SQLite's source as Debian has it, verified by toolchain/pins, and lets its
# own makefile write sqlite3.c and sqlite3.h into DIRECTORY.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/Tests/from-debian.sh"
mkdir -p "$1"
directory=$(cd "$1" && pwd)

amalgamate() {
    cd "$directory/tree"
    ./configure --disable-tcl --disable-readline
    make sqlite3.c
    cp sqlite3.c sqlite3.h ..
}

untar sqlite "$directory/tree"
logged "$directory/log" "SQLite's sqlite3.c" amalgamate
rm -rf "$directory/tree"
