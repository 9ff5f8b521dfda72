#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Builds the Swift modules' documentation into $BUILD/docs/NetWASI.doccarchive, a site of static files, with Swift-DocC's
# plugin for the package manager. A warning, a public symbol without a comment and the like are errors. The last line
# counts.
set -eu

BUILD=$(mkdir -p "${BUILD:-build}/docs" && cd "${BUILD:-build}" && pwd)
here=$(cd "$(dirname "$0")/docs" && pwd)
work=$BUILD/docs/work

# Of symbols that are gone, the graphs are too.
rm -rf "$work"/*/extracted-symbols
for module in WasmFormat WasmEngine WASI WASINetworking; do set -- "$@" --product "$module"; done
swift package --package-path "$here" --scratch-path "$work" --disable-index-store \
    --allow-writing-to-directory "$BUILD/docs" generate-documentation "$@" --warnings-as-errors \
    --enable-experimental-combined-documentation --output-path "$BUILD/docs/NetWASI.doccarchive" > "$BUILD/docs/log" 2>&1 ||
    { grep -vE '^(\[|Building |Build of )' "$BUILD/docs/log"; echo '0 passed, 1 failed'; exit 1; }

python3 "$here/check.py" "$BUILD/docs/NetWASI.doccarchive" "$work"/*/extracted-symbols/*/*/*.symbols.json
