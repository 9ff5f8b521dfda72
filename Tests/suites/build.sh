#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# build.sh SUITE: fetches the sources of a test suite as Debian has them, verifies them by toolchain/pins, and builds
# them unmodified in $BUILD/suites/SUITE/native and /wasm. SUITE.sh says how: unpack_sources is called first, build_suite
# in each, with $kind and $source.
set -eu

suite=$1
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
. "$root/Tests/from-debian.sh"
work=$BUILD/suites/$suite
source=$work/source
mkdir -p "$work"

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

# Built again when the recipe, this or the pins are newer, or for wasm what stands beside it, the shim or the compiler driver.
fresh() { # KIND
    local inputs=("$here/$suite.sh" "$0" "$root"/{Tests/from-debian.sh,toolchain/pins})
    if [[ $1 == wasm ]]; then inputs+=("$here/$suite"/{,*/}* "$BUILD/shim/lib/libnetwasi.a" "$BUILD/bin/netwasi-cc"); fi
    for input in "${inputs[@]}"; do
        [[ ! -e $input || $work/$1.built -nt $input ]] || return 1
    done
}

# What is built of $kind, in a directory of its own; from sources as the pins name them.
build_kind() {
    if [ ! "$source/.unpacked" -nt "$root/toolchain/pins" ]; then
        unpack_sources
        touch "$source/.unpacked"
    fi
    rm -rf "${work:?}/$kind"
    mkdir "$work/$kind"
    cd "$work/$kind"
    build_suite
}

for kind in native wasm; do
    if fresh $kind; then continue; fi
    say "building $suite, $kind, from its Debian source package (output in $work/build.log)"
    started=$(date +%s)
    logged "$work/build.log" "$suite" build_kind
    touch "$work/$kind.built"
    say "built $suite, $kind, in $(($(date +%s) - started)) s"
done
