#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# build.sh SUITE: fetches the sources of a test suite as Debian has them, verifies them by toolchain/pins, and builds
# them unmodified in $BUILD/suites/SUITE/native and /wasm. SUITE.sh says how: build_suite is called in each, with $kind
# and $source.
set -eu

suite=$1
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
BUILD=$(cd "${BUILD:-$root/build}" && pwd)
export BUILD
mkdir -p "${PACKAGES:-$BUILD/packages}"
PACKAGES=$(cd "${PACKAGES:-$BUILD/packages}" && pwd)
JOBS=${JOBS:-$(getconf _NPROCESSORS_ONLN)}
share=$BUILD/share/netwasi
PATH=$BUILD/bin:$PATH
work=$BUILD/suites/$suite
source=$work/source
log=$work/build.log
mkdir -p "$work"

say() { printf 'netwasi: %s\n' "$*" >&2; }

# unpack NAME DIRECTORY: the upstream tarball of a row of toolchain/pins.
unpack() {
    "$root/toolchain/fetch.sh" "$1" "$PACKAGES"
    file=$(awk -v n="$1" '$1 == "file" && $2 == n && index($3, "orig.tar") { print $3 }' "$root/toolchain/pins")
    rm -rf "$2"
    mkdir -p "$2"
    tar -xf "$PACKAGES/$file" --strip-components=1 -C "$2"
}

# cmake_build TARGETS [OPTION...]: configures the sources with CMake, optimised, and builds targets.
cmake_build() {
    targets=$1
    shift
    if [ "$kind" = wasm ]; then set -- -DCMAKE_TOOLCHAIN_FILE="$share/wasm32-wasi.cmake" "$@"; fi
    cmake "$source" -GNinja -DCMAKE_BUILD_TYPE=Release -DCMAKE_C_FLAGS_RELEASE=-O2 -DCMAKE_CXX_FLAGS_RELEASE=-O1 "$@"
    # shellcheck disable=SC2086 # words
    ninja -j "$JOBS" $targets
}

. "$here/$suite.sh"

# Built again when the recipe is newer, or for wasm what stands beside it, the shim or the compiler driver.
fresh() { # KIND
    [ -e "$work/$1.built" ] && [ "$work/$1.built" -nt "$here/$suite.sh" ] || return 1
    [ "$1" = native ] || {
        [ -z "$([ ! -d "$here/$suite" ] || find "$here/$suite" -newer "$work/$1.built")" ] &&
            [ "$work/$1.built" -nt "$BUILD/shim/lib/libnetwasi.a" ] && [ "$work/$1.built" -nt "$BUILD/bin/netwasi-cc" ]
    }
}

for kind in native wasm; do
    if fresh $kind; then continue; fi
    say "building $suite, $kind, from its Debian source package (output in $log)"
    started=$(date +%s)
    (
        set -eu
        [ -e "$source/.unpacked" ] || { unpack_sources && touch "$source/.unpacked"; }
        rm -rf "${work:?}/$kind"
        mkdir "$work/$kind"
        cd "$work/$kind"
        build_suite
    ) > "$log" 2>&1 < /dev/null &
    wait $! || {
        tail -n 15 "$log" >&2
        say "building $suite failed; all of it in $log"
        exit 1
    }
    touch "$work/$kind.built"
    say "built $suite, $kind, in $(($(date +%s) - started)) s"
done
