#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Makes $BUILD/sysroot, wasi-libc's headers and libraries for wasm32-wasi, and $BUILD/resource-dir, the compiler's
# own headers with the builtins for wasm32. Three ways to a sysroot:
#   (nothing set)          the pinned source package of the system, compiled
#   WASI_LIBC_SOURCE=DIR   a wasi-libc source tree, compiled
#   WASI_SYSROOT=DIR       a sysroot that exists already, used where it lies
set -eu

here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "${BUILD:-build}"
BUILD=$(cd "${BUILD:-build}" && pwd)
mkdir -p "${PACKAGES:-$BUILD/packages}"
PACKAGES=$(cd "${PACKAGES:-$BUILD/packages}" && pwd)
export BUILD
jobs=${JOBS:-$(getconf _NPROCESSORS_ONLN)}

say() { printf 'netwasi: %s\n' "$*" >&2; }
die() { say "$*"; exit 1; }

. "$BUILD/tools.conf"

# The compiler asks for builtins by either of two names, by version; both are given.
resource_directory() {
    "$here/fetch.sh" builtins "$PACKAGES"
    rm -rf "$BUILD/resource-dir" "$BUILD/tmp/builtins"
    mkdir -p "$BUILD/resource-dir/lib/wasm32-unknown-wasi" "$BUILD/resource-dir/lib/wasi" "$BUILD/tmp/builtins"
    dpkg-deb -x "$PACKAGES"/libclang-rt-*-dev-wasm32_*.deb "$BUILD/tmp/builtins"
    archive=$(find "$BUILD/tmp/builtins" -name 'libclang_rt.builtins*.a' | head -n 1)
    [ -n "$archive" ] || die "the builtins package holds no libclang_rt.builtins"
    cp "$archive" "$BUILD/resource-dir/lib/wasm32-unknown-wasi/libclang_rt.builtins.a"
    cp "$archive" "$BUILD/resource-dir/lib/wasi/libclang_rt.builtins-wasm32.a"
    ln -s "$("$CLANG" -print-resource-dir)/include" "$BUILD/resource-dir/include"
    rm -rf "$BUILD/tmp/builtins"
}

# libc++ as the system packages it, compiled against their wasi-libc: whole but for exceptions and threads.
cxx_library() {
    "$here/fetch.sh" libc++ "$PACKAGES"
    "$here/fetch.sh" libc++abi "$PACKAGES"
    rm -rf "$BUILD/libc++" "$BUILD/tmp/libc++"
    mkdir -p "$BUILD/libc++/include/c++" "$BUILD/libc++/lib" "$BUILD/tmp/libc++"
    for package in "$PACKAGES"/libc++-*-dev-wasm32_*.deb "$PACKAGES"/libc++abi-*-dev-wasm32_*.deb; do
        dpkg-deb -x "$package" "$BUILD/tmp/libc++"
    done
    mv "$BUILD"/tmp/libc++/usr/lib/llvm-*/include/wasm32-wasi/c++/v1 "$BUILD/libc++/include/c++/"
    mv "$BUILD"/tmp/libc++/usr/lib/llvm-*/lib/wasm32-wasi/*.a "$BUILD/libc++/lib/"
    rm -rf "$BUILD/tmp/libc++"
}

unpack_source() {
    if [ -f "$BUILD/src/wasi-libc/Makefile" ]; then return; fi
    "$here/fetch.sh" wasi-libc "$PACKAGES"
    rm -rf "$BUILD/src/wasi-libc.new"
    mkdir -p "$BUILD/src/wasi-libc.new"
    tar -xJf "$PACKAGES"/wasi-libc_*.orig.tar.xz --strip-components=1 -C "$BUILD/src/wasi-libc.new"
    mv "$BUILD/src/wasi-libc.new" "$BUILD/src/wasi-libc"
}

# The compiler's flags. -w: its -Werror meets warnings that are younger than itself. -ftrivial-auto-var-init: it reads
# variables that it did not set (utimensat without times), which compilers of today take as leave to drop the question.
# A function of its own has a name that programs give to theirs.
libc_flags="-w -ftrivial-auto-var-init=zero -Dopendirat=__wasilibc_opendirat"

# Builds a tree of any of the three forms that wasi-libc's build has had. What would compare the symbols with those that
# the compiler of its day defined is left out.
compile() { # SOURCE
    say "compiling wasi-libc from $1 (half a minute on one core)"
    # Its Makefile takes blanks in a path for the end of it: it is shown links without any.
    links=$(mktemp -d "${TMPDIR:-/tmp}/netwasi.XXXXXX")
    trap 'rm -rf "$links"' EXIT
    ln -s "$1" "$links/source"
    ln -s "$BUILD" "$links/build"
    mkdir -p "$BUILD/sysroot.new"
    with=compile_with_cmake
    if [ -f "$1/Makefile" ]; then with=compile_with_make; fi
    $with "$1" > "$BUILD/wasi-libc.log" 2>&1 || {
        tail -n 20 "$BUILD/wasi-libc.log" >&2
        die "wasi-libc did not compile; all of it in $BUILD/wasi-libc.log"
    }
}

compile_with_make() { # SOURCE
    startup=startup_files
    if ! grep -q '^startup_files:' "$1/Makefile"; then startup=$links/build/obj/wasi-libc/copy-startup-files.stamp; fi
    MAKEFLAGS='' make -C "$1" -j "$jobs" --no-print-directory "$startup" libc CURDIR="$links/source" \
        CC="'$CLANG' $libc_flags -resource-dir $links/build/resource-dir" AR="'$LLVM_AR'" NM="'$LLVM_NM'" \
        TARGET_TRIPLE=wasm32-wasi SYSROOT="$links/build/sysroot.new" OBJDIR="$links/build/obj/wasi-libc"
}

# Trees of 2026 are built with CMake, 3.26 or newer.
compile_with_cmake() { # SOURCE
    cmake -S "$1" -B "$links/build/obj/wasi-libc" -DTARGET_TRIPLE=wasm32-wasi -DBUILD_SHARED=OFF \
        -DCMAKE_C_COMPILER="$CLANG" -DCMAKE_AR="$LLVM_AR" -DCMAKE_NM="$LLVM_NM" -DCMAKE_RANLIB="$LLVM_RANLIB" \
        -DCMAKE_C_FLAGS="$libc_flags -resource-dir $links/build/resource-dir" \
        -DBUILTINS_LIB="$links/build/resource-dir/lib/wasm32-unknown-wasi/libclang_rt.builtins.a" &&
        cmake --build "$links/build/obj/wasi-libc" -j "$jobs" --target sysroot &&
        cp -R "$BUILD/obj/wasi-libc/sysroot/." "$BUILD/sysroot.new/"
}

# `build-sysroot.sh unpack`: only the source, of which the shim compiles some files whatever the sysroot is.
if [ "${1:-}" = unpack ]; then
    unpack_source
    exit
fi

resource_directory
cxx_library
rm -rf "$BUILD/sysroot" "$BUILD/sysroot.new" "$BUILD/obj/wasi-libc"
if [ -n "${WASI_SYSROOT:-}" ]; then
    [ -d "$WASI_SYSROOT/lib/wasm32-wasi" ] || die "WASI_SYSROOT=$WASI_SYSROOT has no lib/wasm32-wasi"
    ln -s "$(cd "$WASI_SYSROOT" && pwd)" "$BUILD/sysroot"
elif [ -n "${WASI_LIBC_SOURCE:-}" ]; then
    compile "$(cd "$WASI_LIBC_SOURCE" && pwd)"
    mv "$BUILD/sysroot.new" "$BUILD/sysroot"
else
    unpack_source
    compile "$BUILD/src/wasi-libc"
    mv "$BUILD/sysroot.new" "$BUILD/sysroot"
fi
