# SPDX-License-Identifier: Apache-2.0
#
# Sourced by what builds programs from their Debian source packages: where things are, and how to get at the sources.
# $root is the repository; BUILD and PACKAGES may be set.
# shellcheck shell=sh disable=SC2034,SC2154

mkdir -p "${BUILD:=$root/build}" "${PACKAGES:=$BUILD/packages}"
BUILD=$(cd "$BUILD" && pwd)
PACKAGES=$(cd "$PACKAGES" && pwd)
export BUILD PACKAGES
JOBS=${JOBS:-$(getconf _NPROCESSORS_ONLN)}
share=$BUILD/share/netwasi
PATH=$BUILD/bin:$PATH

say() { printf 'netwasi: %s\n' "$*" >&2; }

# pinned NAME WORD: the file of a row of toolchain/pins whose name holds a word.
pinned() { awk -v n="$1" -v w="$2" '$1 == "file" && $2 == n && index($3, w) { print $3 }' "$root/toolchain/pins"; }

# fetched NAME: the files of a row of toolchain/pins, verified, are in $PACKAGES.
fetched() { "$root/toolchain/fetch.sh" "$1" "$PACKAGES"; }

# untar NAME DIRECTORY: the upstream tarball of a row, fetched, in a new directory.
untar() {
    fetched "$1"
    rm -rf "$2"
    mkdir -p "$2"
    tar -xf "$PACKAGES/$(pinned "$1" orig.tar)" --strip-components=1 -C "$2"
}

# logged FILE WHAT COMMAND...: with what it prints in a file, whose end is shown when it fails. Not run as a condition,
# within which set -e would be off.
logged() {
    log=$1 what=$2
    shift 2
    (set -eu; "$@") > "$log" 2>&1 < /dev/null &
    wait $! || {
        tail -n 15 "$log" >&2
        say "building $what failed; all of it in $log"
        exit 1
    }
}
