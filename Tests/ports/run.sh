#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Uses the programs that build.sh made, in the sandbox and against each other.
set -u

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
BUILD=$(cd "${BUILD:-$root/build}" && pwd)
NETWASI=${NETWASI:-$BUILD/bin/netwasi}
work=$BUILD/tests/ports
. "$root/Tests/toolchain/harness-functions.sh"
. "$here/server.sh"

rm -rf "$work"
mkdir -p "$work/www"
cd "$work" || exit 1
head -c 8388608 /dev/urandom > www/random.bin
echo 'small file' > www/small.txt

server=
trap stop_server EXIT
trap 'exit 130' INT TERM

curl() { timeout 60 "$NETWASI" run --dir .::. --allow-outbound "tcp://127.0.0.1:$port" "$BUILD/ports/curl.wasm" -sS "$@"; }
netcat() { timeout 60 "$NETWASI" run "$flag" "$rule" "$BUILD/ports/netcat.wasm" -n "$@"; }

# One netcat listens on a port of the system's choice, which it says, and another sends it a file.
netcat_to_netcat() {
    mkfifo listening
    flag=--allow-inbound rule='tcp://127.0.0.1:*'
    netcat -v -l -s 127.0.0.1 > received.bin 2> listening < /dev/null &
    listener=$!
    exec 8< listening
    read -r line <&8
    netcat_port=$(echo "$line" | sed -n 's/^listening on .* \([0-9]*\) .*/\1/p')
    flag=--allow-outbound rule="tcp://127.0.0.1:$netcat_port"
    netcat -q 0 127.0.0.1 "$netcat_port" < www/random.bin && wait "$listener" && cmp www/random.bin received.bin
}
# A client of mosquitto, allowed to connect by a rule.
mosquitto_client() { # pub|sub RULE ARGUMENT...
    client=$1 rule=$2
    shift 2
    timeout 30 "$NETWASI" run --dir .::. --allow-outbound "$rule" "$BUILD/ports/mosquitto_$client.wasm" -h 127.0.0.1 -p "$port" "$@"
}

# SIGQUIT, upon which it serves what it is serving and ends by itself.
quit_nginx() { kill -QUIT "$server" && wait "$server" && server=; }

# Three messages that the broker keeps, one of them large, from publishers to a subscriber.
mosquitto_delivers() {
    head -c 100000 /dev/urandom | od -An -tx1 -v | tr -d ' \n' > large.txt
    mosquitto_client pub "tcp://127.0.0.1:$port" -r -t news/1 -m first -q 1 &&
        mosquitto_client pub "tcp://127.0.0.1:$port" -r -t news/2 -m second -q 2 &&
        mosquitto_client pub "tcp://127.0.0.1:$port" -r -t news/3 -f large.txt -q 1 &&
        mosquitto_client sub "tcp://127.0.0.1:$port" -t 'news/#' -q 2 -C 3 > delivered &&
        grep -qx first delivered && grep -qx second delivered && grep -qxFf large.txt delivered
}

# fping under a rule, with the privilege that raw sockets take: root's own, or one over a network of the test's own.
fping() { # RULE ARGUMENT...
    rule=$1
    shift
    # shellcheck disable=SC2086 # $privileged is words
    timeout 30 $privileged "$NETWASI" run --allow-outbound "$rule" "$BUILD/ports/fping.wasm" "$@"
}
privileged=
if ! python3 -c 'import socket; socket.socket(socket.AF_INET, socket.SOCK_RAW, 1)' 2>/dev/null; then
    privileged="unshare --map-root-user --net $here/with-loopback.sh"
fi
can_ping() { $privileged true 2>/dev/null; }

same() { cmp www/random.bin "$1"; }

{
    check curl-version prints '^curl 7.88.1 (wasm32' "$NETWASI" run "$BUILD/ports/curl.wasm" --version
    check netcat-help prints 'connect to somewhere' "$NETWASI" run "$BUILD/ports/netcat.wasm" -h
    check lighttpd-version prints '^lighttpd/1.4.69' "$NETWASI" run "$BUILD/ports/lighttpd.wasm" -v
    check lighttpd-starts start_lighttpd
    url=http://127.0.0.1:${port:-1}

    check curl-fetches curl -o random.bin "$url/random.bin"
    check curl-fetched-the-same same random.bin
    check curl-fetches-two-over-one-connection prints 'Re-using existing connection' \
        curl -v "$url/small.txt" "$url/small.txt"
    check curl-range sh -c 'test "$1" = file' - "$(curl -r 6-9 "$url/small.txt")"
    check curl-resumes sh -c 'head -c 3000000 www/random.bin > resumed.bin'
    check curl-resumes-the-rest curl -C - -o resumed.bin "$url/random.bin"
    check curl-resumed-the-same same resumed.bin
    check curl-sees-404 prints '^404$' curl -o /dev/null -w '%{http_code}\n' "$url/missing"
    check curl-head prints 'Content-Length: 11' curl -I "$url/small.txt"
    check curl-many-at-once curl -Z "$url/random.bin" -o one.bin "$url/random.bin" -o two.bin "$url/random.bin" -o three.bin
    for name in one two three; do check "curl-many-$name-the-same" same $name.bin; done
    flag=--allow-outbound rule=tcp://127.0.0.1:$port
    printf 'GET /small.txt HTTP/1.0\r\n\r\n' > request
    check netcat-speaks-http prints '^small file$' netcat 127.0.0.1 "$port" < request
    check netcat-sees-an-open-port prints 'open$' netcat -v -z 127.0.0.1 "$port"
    check netcat-resolves-names prints '^small file$' timeout 60 "$NETWASI" run --allow-resolve localhost \
        --allow-outbound "tcp://localhost:$port" "$BUILD/ports/netcat.wasm" localhost "$port" < request
    check netcat-refused says_and_fails 'Permission denied' timeout 60 "$NETWASI" run "$BUILD/ports/netcat.wasm" -n -v -z 127.0.0.1 "$port"
    check netcat-to-netcat netcat_to_netcat
    check curl-refused says_and_fails "allow-outbound tcp://127.0.0.1:$port" \
        "$NETWASI" run "$BUILD/ports/curl.wasm" -sS "$url/small.txt"
    check native-client-native-bytes python3 -c "
import hashlib, urllib.request
got = urllib.request.urlopen('$url/random.bin', timeout=30).read()
assert got == open('www/random.bin', 'rb').read()"
    check lighttpd-stops stop_server

    check mosquitto-starts start_mosquitto
    check mosquitto-delivers mosquitto_delivers
    check mosquitto-client-refused says_and_fails "allow-outbound tcp://127.0.0.1:$port" \
        mosquitto_client pub tcp://127.0.0.1:1 -t a -m x
    check mosquitto-stops stop_server

    check nginx-starts start_nginx
    url=http://127.0.0.1:${port:-1}
    check nginx-serves curl -o served.bin "$url/random.bin"
    check nginx-served-the-same same served.bin
    check nginx-forwards curl -o forwarded.bin "$url/again/random.bin"
    check nginx-forwarded-the-same same forwarded.bin
    check nginx-many-at-once curl -Z "$url/again/random.bin" -o one.bin "$url/random.bin" -o two.bin "$url/again/random.bin" -o three.bin
    for name in one two three; do check "nginx-many-$name-the-same" same $name.bin; done
    check nginx-counts prints '^Active connections: 1' curl "$url/status"
    check nginx-quits-gracefully quit_nginx

    if can_ping; then
        check fping-alive prints '^127.0.0.1 is alive$' fping raw://127.0.0.1 127.0.0.1
        check fping-many prints '^127.0.0.6 is alive$' fping raw://127.0.0.0/8 -g 127.0.0.1/29
        check fping-counts prints '3/3/0%, min/avg/max = ' fping raw://127.0.0.1 -c 3 -p 20 127.0.0.1
        check fping-over-ipv6 prints '^::1 is alive$' fping 'raw://[::1]' -6 ::1
    fi
    check fping-refused says_and_fails "--allow-outbound 'raw://" fping tcp://127.0.0.1:1 127.0.0.1
} > results 2>&1 < /dev/null

grep -A 8 '^FAIL ' results
passed=$(grep -c '^ok ' results) failed=$(grep -c '^FAIL ' results)
printf '%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
