#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# build.sh NAME: fetches the sources of a program as Debian has them, verifies them by toolchain/pins, and builds them
# unmodified with netwasi-cc in $BUILD/ports/NAME. The program's recipe is NAME.sh here; it is run in the unpacked
# sources and says with `program` what it made, of which $BUILD/ports/NAME.wasm comes last.
set -eu

name=$1
here=$(cd "$(dirname "$0")" && pwd)
BUILD=$(cd "${BUILD:-$here/../../build}" && pwd)
export BUILD
mkdir -p "${PACKAGES:-$BUILD/packages}"
PACKAGES=$(cd "${PACKAGES:-$BUILD/packages}" && pwd)
JOBS=${JOBS:-$(getconf _NPROCESSORS_ONLN)}
share=$BUILD/share/netwasi
PATH=$BUILD/bin:$PATH
log=$BUILD/ports/$name.log
mkdir -p "$BUILD/ports"

say() { printf 'netwasi: %s\n' "$*" >&2; }

# The file of this program in toolchain/pins whose name holds a word.
pinned() { awk -v n="$name" -v w="$1" '$1 == "file" && $2 == n && index($3, w) { print $3 }' "$here/../../toolchain/pins"; }

# unpack: the upstream tarball of the package, or with `unpack debian` the same with Debian's patches.
unpack() {
    cd "$BUILD/ports"
    rm -rf "$name"
    if [ "${1:-}" = debian ]; then
        dpkg-source --no-check -x "$PACKAGES/$(pinned dsc)" "$name"
    else
        mkdir "$name"
        tar -xf "$PACKAGES/$(pinned orig.tar)" --strip-components=1 -C "$name"
    fi
    cd "$name"
}

# configure [ARGUMENT...]: the sources' own configure script, for WebAssembly.
configure() {
    CONFIG_SITE=$share/config.site ./configure --host=wasm32-wasi --build="$(sh ./config.guess)" "$@"
}

# program FILE [NAME]: a program that was made, and what it is to be called when not as the port.
program() {
    made=$BUILD/ports/${2:-$name}.wasm
    cp "$1" "$made.new"
    mv "$made.new" "$made"
}

"$here/../../toolchain/fetch.sh" "$name" "$PACKAGES"
say "building $name from its Debian source package (output in $log)"
started=$(date +%s)
# Not as a condition: set -e would be off in the recipe.
(set -eu; . "$here/$name.sh") > "$log" 2>&1 &
wait $! || {
    tail -n 15 "$log" >&2
    say "building $name failed; all of it in $log"
    exit 1
}
say "built $BUILD/ports/$name.wasm in $(($(date +%s) - started)) s"
