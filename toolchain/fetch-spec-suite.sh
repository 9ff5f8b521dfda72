#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Puts the copy of the WebAssembly test suite that binaryen's source package carries into $BUILD/spec-suite, for
# machines that have no newer one: the files that are still as the official suite has them.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
BUILD=${BUILD:-build}
PACKAGES=${PACKAGES:-$BUILD/packages}

files='
address align binary-leb128 block br br_if br_table call call_indirect comments const custom data endianness
exports f32_bitwise f32_cmp f64_bitwise f64_cmp fac float_literals float_memory forward func_ptrs i32 i64 if
inline-module int_exprs int_literals labels left-to-right load local_get local_set local_tee loop memory
memory_grow memory_redundancy memory_size memory_trap names nop ref_is_null ref_null return select
skip-stack-guard-page stack start store switch table table_get table_grow table_set table_size token traps
unreachable unwind utf8-custom-section-id utf8-import-field utf8-import-module utf8-invalid-encoding
'

"$here/fetch.sh" binaryen "$PACKAGES"
rm -rf "$BUILD/spec-suite" "$BUILD/spec-suite.new"
mkdir -p "$BUILD/spec-suite.new/all"
tar -xf "$PACKAGES"/binaryen_*.orig.tar.gz -C "$BUILD/spec-suite.new/all" --strip-components=3 \
    --wildcards '*/test/spec/*.wast'
for file in $files; do
    mv "$BUILD/spec-suite.new/all/$file.wast" "$BUILD/spec-suite.new/"
done
rm -r "$BUILD/spec-suite.new/all"
mv "$BUILD/spec-suite.new" "$BUILD/spec-suite"
