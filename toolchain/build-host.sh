#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Builds the netwasi command into $BUILD/bin, and the test suite's runner, the same engine, into $BUILD/tools. The
# interpreter's speed rests on two flags: no frame pointers in its handlers, and equal handlers kept apart, so that each
# has its own entry in the branch predictor.
set -eu

BUILD=${BUILD:-build}
say() { printf 'netwasi: %s\n' "$*" >&2; }

command -v swift >/dev/null || { say "the Swift toolchain (6.3) must be on PATH"; exit 1; }

say "building the host with Swift (a few minutes the first time)"
# What somebody's own `swift build` made is used and not made twice.
scratch=$BUILD/swift
if [ -d .build ]; then scratch=.build; fi
set -- --scratch-path "$scratch" -c release --static-swift-stdlib \
    -Xcc -momit-leaf-frame-pointer -Xswiftc -Xfrontend -Xswiftc -disable-llvm-merge-functions-pass
products=$(swift build "$@" --show-bin-path)
for product in tools/spectest bin/netwasi; do
    swift build "$@" --product "${product##*/}" >&2
    mkdir -p "$BUILD/${product%/*}"
    cp "$products/${product##*/}" "$BUILD/$product.new"
    mv "$BUILD/$product.new" "$BUILD/$product"
done
