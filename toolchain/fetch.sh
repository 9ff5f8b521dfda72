#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Fetches one row of `pins` with apt and verifies it: fetch.sh NAME DIRECTORY leaves the row's files in DIRECTORY.
# apt runs over a private directory and a source list derived from the machine's own, so that this needs no root,
# no deb-src line on the machine, and changes nothing outside the build directory.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
name=$1
destination=$2

say() { printf 'netwasi: %s\n' "$*" >&2; }
die() { say "$*"; exit 1; }

mkdir -p "$destination"
destination=$(cd "$destination" && pwd)

# The row: name, kind (source, binary), package, version, suite (- for the machine's own); then its files.
row=$(awk -v n="$name" '$1 == "package" && $2 == n { print $3, $4, $5, $6 }' "$here/pins")
[ -n "$row" ] || die "toolchain/pins has no package '$name'"
read -r kind package version suite <<ROW
$row
ROW
files=$(awk -v n="$name" '$1 == "file" && $2 == n { print $4 "  " $3 }' "$here/pins")

# One at a time: steps that run beside each other want the same packages.
exec 9> "$destination/.lock"
flock 9

verified() { (cd "$destination" && printf '%s\n' "$files" | sha256sum --check --status 2>/dev/null); }
if verified; then exit 0; fi

. "$here/apt-private.sh"
apt_private_prepare "$destination/.apt/$(printf %s "$suite" | sed 's/^-$/own/')" "$suite"

wanted=$package=$version
if [ "$version" = '*' ]; then wanted=$package; fi
cd "$destination"
say "fetching $package ($kind package, $version)"
# What is fetched along with the row's files may be missing.
case $kind in
source) apt_private source --download-only --only-source "$wanted" || verified ;;
binary) apt_private download "$wanted" ;;
*) die "toolchain/pins: '$kind' is neither source nor binary" ;;
esac || {
    say "the archive has no $package $version; it offers:"
    if [ "$kind" = source ]; then apt_private_cache showsrc "$package"; else apt_private_cache show "$package"; fi |
        sed -n 's/^Version: /    /p' >&2
    die "adapt the rows of '$name' in toolchain/pins"
}
verified || {
    printf '%s\n' "$files" | sha256sum --check 2>&1 | grep -v ': OK$' >&2 || true
    die "$package $version is not the one that toolchain/pins names"
}
