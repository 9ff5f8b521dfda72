#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# build.sh NAME: fetches the sources of a program as Debian has them, verifies them by toolchain/pins, and builds them
# unmodified with netwasi-cc in $BUILD/ports/NAME. The program's recipe is NAME.sh here; it is run in the unpacked
# sources and says with `program` what it made, of which $BUILD/ports/NAME.wasm comes last.
set -eu

name=$1
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
. "$root/Tests/from-debian.sh"
mkdir -p "$BUILD/ports"

# unpack: the upstream tarball of the package, or with `unpack debian` the same with Debian's patches.
unpack() {
    cd "$BUILD/ports"
    if [ "${1:-}" = debian ]; then
        rm -rf "$name"
        dpkg-source --no-check -x "$PACKAGES/$(pinned "$name" dsc)" "$name"
    else
        untar "$name" "$name"
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

fetched "$name"
say "building $name from its Debian source package (output in $BUILD/ports/$name.log)"
started=$(date +%s)
logged "$BUILD/ports/$name.log" "$name" . "$here/$name.sh"
say "built $BUILD/ports/$name.wasm in $(($(date +%s) - started)) s"
