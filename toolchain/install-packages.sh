#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# install-packages.sh LIST...: sees that the Debian packages that the files name are there. As root it installs what is
# missing; as an ordinary user it says which command would, and stops.
set -eu

say() { printf 'netwasi: %s\n' "$*" >&2; }

command -v dpkg-query >/dev/null || {
    say "this is no Debian machine; see that what $* lists is there, by whatever name"
    exit 0
}
missing=
for package in $(sed 's/#.*//' "$@"); do
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
log=${BUILD:-build}/logs/packages.log
mkdir -p "${log%/*}"
# shellcheck disable=SC2086 # $missing is words
{ apt-get -q update && apt-get -q install --yes --no-install-recommends $missing; } > "$log" 2>&1 || {
    tail -n 5 "$log" >&2
    say "installing failed; all of it in $log"
    exit 1
}
