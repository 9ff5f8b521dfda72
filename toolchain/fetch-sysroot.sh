#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# fetch-sysroot.sh PIN DIRECTORY: unpacks a binary package of wasi-libc as a sysroot that WASI_SYSROOT can name.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
PACKAGES=${PACKAGES:-build/packages}
"$here/fetch.sh" "$1" "$PACKAGES"
package=$(awk -v n="$1" '$1 == "file" && $2 == n { print $3 }' "$here/pins")

rm -rf "$2" "$2.new"
mkdir -p "$2.new"
dpkg-deb -x "$PACKAGES/$package" "$2.new"
mv "$2.new/usr" "$2"
rm -rf "$2.new"
