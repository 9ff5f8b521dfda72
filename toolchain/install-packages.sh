#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Sees that the packages of the machine that are needed are there: installs the missing ones as root; as an ordinary
# user says which command would.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
say() { printf 'netwasi: %s\n' "$*" >&2; }

command -v dpkg-query >/dev/null || {
    say "this is no Debian machine; see that what toolchain/packages lists is there, by whatever name"
    exit 0
}
missing=
for package in $(sed 's/#.*//' "$here/packages"); do
    status=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$status" = installed ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

if [ "$(id -u)" -ne 0 ]; then
    say "packages are missing; as root: apt-get install$missing"
    exit 1
fi
say "installing$missing"
export DEBIAN_FRONTEND=noninteractive
apt-get -q -q update >&2
# shellcheck disable=SC2086 # words
apt-get -q -q install --yes --no-install-recommends $missing >&2
