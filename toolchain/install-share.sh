#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# install-share.sh TARGET [PREFIX]: puts the files for build systems into TARGET/share/netwasi. PREFIX is what TARGET
# will be called where they are used, when that differs (DESTDIR).
set -eu

here=$(cd "$(dirname "$0")" && pwd)
share=$1/share/netwasi
prefix=${2:-$1}

mkdir -p "$share/Platform" "$share/pkgconfig"
cp "$here"/share/config.site "$here"/share/*.cmake "$share/"
cp "$here/share/Platform/WASI.cmake" "$share/Platform/"
sed "s|@BIN@|$prefix/bin|; s|@SHARE@|$prefix/share/netwasi|" "$here/share/wasm32-wasi.meson.in" \
    > "$share/wasm32-wasi.meson"
