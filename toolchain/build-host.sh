#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Builds the netwasi command into $BUILD/bin, and the test suite's runner, the same engine, into $BUILD/tools. The
# interpreter's speed rests on two flags: no frame pointers in its handlers, and equal handlers kept apart, so that each
# has its own entry in the branch predictor. A third leaves out run-time checks of overlapping accesses to a class's
# properties, which took a tenth of what passing a descriptor costs; debug builds have them. What a start costs, in time and memory, rests on the link: 40,000
# relocations packed, which lld can, and the C++ library that Swift's runtime needs linked statically.
#
# With COUNT=1 it builds $BUILD/tools/netwasi-count instead, which says at the end of a run which steps were executed.
set -eu

BUILD=${BUILD:-build}
say() { printf 'netwasi: %s\n' "$*" >&2; }

command -v swift >/dev/null || { say "the Swift toolchain (6.3) must be on PATH"; exit 1; }

say "building the host with Swift (a few minutes the first time)"
# What somebody's own `swift build` made is used and not made twice.
scratch=$BUILD/swift
if [ -d .build ]; then scratch=.build; fi
set -- --scratch-path "$scratch" -c release --static-swift-stdlib \
    -Xcc -momit-leaf-frame-pointer -Xswiftc -Xfrontend -Xswiftc -disable-llvm-merge-functions-pass \
    -Xswiftc -enforce-exclusivity=unchecked \
    -Xswiftc -use-ld=lld -Xlinker -z -Xlinker pack-relative-relocs
# Of a library both as an archive and shared, a linker takes the shared one, unless the archive's directory comes first.
archive=$("$(dirname "$(readlink -f "$(command -v swift)")")/clang" -print-file-name=libstdc++.a)
if [ -e "$archive" ]; then
    mkdir -p "$BUILD/static"
    ln -sf "$archive" "$BUILD/static/libstdc++.a"
    set -- "$@" -Xlinker -L"$(cd "$BUILD/static" && pwd)" -Xswiftc -Xclang-linker -Xswiftc -static-libgcc
fi
if [ -n "${COUNT:-}" ]; then
    set -- "$@" --scratch-path "$BUILD/swift-count" -Xswiftc -DNETWASI_COUNT
fi
products=$(swift build "$@" --show-bin-path)
if [ -n "${COUNT:-}" ]; then
    swift build "$@" --product netwasi >&2
    mkdir -p "$BUILD/tools"
    cp "$products/netwasi" "$BUILD/tools/netwasi-count"
    exit
fi
for product in tools/spectest bin/netwasi; do
    swift build "$@" --product "${product##*/}" >&2
    mkdir -p "$BUILD/${product%/*}"
    cp "$products/${product##*/}" "$BUILD/$product.new"
    mv "$BUILD/$product.new" "$BUILD/$product"
done
