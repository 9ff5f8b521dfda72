#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Puts the compiler driver and what goes with it into $BUILD: bin/netwasi-*, tools/wasm-ld, netwasi.conf, and the
# libraries that C programs name without there being anything in them (-lm and the like).
set -eu

here=$(cd "$(dirname "$0")" && pwd)
BUILD=$(cd "${BUILD:-build}" && pwd)
. "$BUILD/tools.conf"

# Written to another name first: a driver that is in use is replaced whole.
put() { # SOURCE TARGET
    cp "$1" "$2.new"
    chmod 755 "$2.new"
    mv "$2.new" "$2"
}

mkdir -p "$BUILD/bin" "$BUILD/tools" "$BUILD/shim/lib" "$BUILD/shim/include"
cp "$BUILD/tools.conf" "$BUILD/netwasi.conf"
for name in wasm-ld ld; do put "$here/netwasi-ld" "$BUILD/tools/$name"; done
put "$here/netwasi-exec" "$BUILD/bin/netwasi-exec"
for name in netwasi-cc netwasi-c++; do put "$here/netwasi-cc" "$BUILD/bin/$name"; done
for name in netwasi-ar netwasi-ranlib netwasi-nm; do put "$here/netwasi-tool" "$BUILD/bin/$name"; done

# The start-up object that calls constructors and exit functions itself. With the other one the linker wraps every
# export in such calls, that by which the host delivers signals too: the first signal would run the exit functions.
if [ -e "$BUILD/sysroot/lib/wasm32-wasi/crt1.o" ]; then
    cp "$BUILD/sysroot/lib/wasm32-wasi/crt1.o" "$BUILD/tools/crt1-command.o"
fi

for library in m rt dl crypt util xnet resolv pthread; do
    if [ ! -e "$BUILD/sysroot/lib/wasm32-wasi/lib$library.a" ]; then
        rm -f "$BUILD/shim/lib/lib$library.a"
        "$LLVM_AR" crs "$BUILD/shim/lib/lib$library.a"
    fi
done

compile() { # SOURCE TARGET
    "$CLANG" -O2 "$here/$1" -o "$2.new"
    mv "$2.new" "$2"
}
compile strip.c "$BUILD/bin/netwasi-strip"
compile adapt.c "$BUILD/tools/netwasi-adapt"
"$here/install-share.sh" "$BUILD"
