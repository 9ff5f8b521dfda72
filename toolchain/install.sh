#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# install.sh: copies what was built to $DESTDIR$PREFIX: the commands to bin, what the driver needs to lib/netwasi, the
# files for build systems to share/netwasi. The copies do not refer to the build directory.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
BUILD=${BUILD:-build}
PREFIX=${PREFIX:-/usr/local}
case $PREFIX in /*) ;; *) PREFIX=$PWD/$PREFIX ;; esac
target=${DESTDIR:-}$PREFIX
library=$target/lib/netwasi

mkdir -p "$target/bin" "$library"
for command in "$BUILD"/bin/netwasi*; do
    cp "$command" "$target/bin/.netwasi.new"
    mv "$target/bin/.netwasi.new" "$target/bin/${command##*/}"
done
# -L: a sysroot that WASI_SYSROOT named is a link here, and is copied. The compiler's headers stay the compiler's.
for part in sysroot shim libc++ tools; do
    rm -rf "${library:?}/$part"
    cp -RL "$BUILD/$part" "$library/$part"
done
rm -rf "$library/resource-dir"
cp -RP "$BUILD/resource-dir" "$library/resource-dir"
cp "$BUILD/netwasi.conf" "$library/netwasi.conf"
"$here/install-share.sh" "$target" "$PREFIX"
printf 'netwasi: installed to %s\n' "$target" >&2
