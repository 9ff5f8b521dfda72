#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# The demo: lighttpd and curl, unmodified, both WebAssembly. curl fetches 8 MiB from lighttpd, byte for byte the same;
# then it is run without the permission, to show the refusal and the flag that would allow it.
set -u

here=$(cd "$(dirname "$0")" && pwd)
BUILD=$(cd "${BUILD:-$here/../build}" && pwd)
NETWASI=$BUILD/bin/netwasi
work=$BUILD/demo
. "$here/../Tests/ports/server.sh"

say() { printf '\nnetwasi demo: %s\n' "$*"; }
fail() { say "$*"; exit 1; }

# A command as it would be typed, broken before its options' values get too long for a line.
show() {
    printf '    $ %s\n' "$*" |
        sed "s|$BUILD|build|g; s| --allow| \\\\\n          --allow|; s| build/ports| \\\\\n          build/ports|"
}
run() {
    show "$@"
    "$@"
}

server=
trap stop_server EXIT
trap 'exit 130' INT TERM

rm -rf "$work"
mkdir -p "$work/www" "$work/downloads"
head -c 8388608 /dev/urandom > "$work/www/random.bin"

start_lighttpd || fail "the server did not start"
url=http://127.0.0.1:$port/random.bin
say "lighttpd.wasm serves build/demo/www, allowed to listen on 127.0.0.1:$port and nothing else:"
with_lighttpd_command show

say "curl.wasm fetches 8 MiB from it, allowed to connect there and nowhere else:"
run "$NETWASI" run --dir "$work/downloads::." --allow-outbound "tcp://127.0.0.1:$port" \
    "$BUILD/ports/curl.wasm" --silent --show-error --output random.bin "$url" || fail "curl failed with status $?"

say "the bytes are the same:"
(cd "$work" && sha256sum www/random.bin downloads/random.bin) | sed 's/^/    /'
cmp "$work/www/random.bin" "$work/downloads/random.bin" || fail "they are not"

say "the same without the permission to connect:"
run "$NETWASI" run --dir "$work/downloads::." \
    "$BUILD/ports/curl.wasm" --silent --show-error --output refused.bin "$url" 2> "$work/refusal"
status=$?
sed 's/^/    /' "$work/refusal"
[ $status -ne 0 ] || fail "that should have been refused"
grep -q -e "--allow-outbound tcp://127.0.0.1:$port" "$work/refusal" || fail "the refusal should name the flag"
say "refused (curl's exit status $status), with the flag that would allow it. That is all."
