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

# A key and a certificate, which curl is to trust, for localhost.
make_certificate() {
    mkdir -p tls
    "$NETWASI" run --dir tls::/tls "$BUILD/ports/mbedtls_gen_key.wasm" type=ec ec_curve=secp256r1 filename=/tls/key.pem &&
        "$NETWASI" run --dir tls::/tls "$BUILD/ports/mbedtls_cert_write.wasm" selfsign=1 issuer_key=/tls/key.pem \
            issuer_name=CN=localhost not_before=20200101000000 not_after=21000101000000 is_ca=1 output_file=/tls/cert.pem
}
curl_by_tls() { curl --resolve "localhost:$port:127.0.0.1" "$@" "https://localhost:$port/"; }

# Keys for dropbear and for one who logs in; and what it looks up. A client is to know the one or the other.
make_ssh_keys() {
    mkdir -p ssh/etc ssh/home/.ssh
    for key in otherkey hostkey userkey; do
        "$NETWASI" run --dir ssh::/ "$BUILD/ports/dropbearkey.wasm" -t ed25519 -f "/$key" > $key.public || return 1
    done
    grep '^ssh-ed25519 ' userkey.public > ssh/home/.ssh/authorized_keys
    chmod -R go= ssh
    echo 'user:x:1000:1000::/home:/bin/sh' > ssh/etc/passwd
    echo /bin/sh > ssh/etc/shells
}
client_knows() { sed -n 's/^\(ssh-ed25519 [^ ]*\).*/127.0.0.1 \1/p' "$1.public" > ssh/home/.ssh/known_hosts; }
# Asks the web server, which only dropbear may reach, through it, once it listens.
ssh_forwards() {
    for attempt in 1 2 3 4 5 6 7 8 9 10; do
        timeout 60 "$NETWASI" run --dir ssh::/ --env HOME=/home --allow-outbound "tcp://127.0.0.1:$port" \
            "$BUILD/ports/dbclient.wasm" -i /userkey -p "$port" -B "127.0.0.1:$web_port" user@127.0.0.1 < request > ssh.out 2>&1
        status=$?
        grep -q 'Connection refused' ssh.out || break
    done
    cat ssh.out
    return $status
}
ssh_forwards_two() {
    ssh_forwards > one.out && prints '^small file$' ssh_forwards && grep -q '^small file$' one.out
}

# Until ldnsd, which first reads its file, has its port.
drill() {
    for attempt in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
        timeout 30 "$NETWASI" run --allow-outbound "udp://127.0.0.1:$port" "$BUILD/ports/ldns.wasm" -p "$port" @127.0.0.1 "$@" &&
            return
    done
    return 1
}

# A client of CoAP, which binds its sockets before it connects them.
coap() { # udp|tcp ARGUMENT...
    protocol=$1
    shift
    timeout 60 "$NETWASI" run --dir .::/ --allow-inbound "$protocol://*:0" --allow-outbound "$protocol://127.0.0.1:$port" \
        "$BUILD/ports/coap_client.wasm" "$@"
}

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

    web_server=$server web_port=$port server=
    check ssh-keys make_ssh_keys
    check ssh-server-starts start_dropbear
    check ssh-refuses-unknown-hosts says_and_fails 'not in the trusted hosts file' ssh_forwards
    client_knows otherkey
    check ssh-sees-another-key says_and_fails 'host key mismatch' ssh_forwards
    client_knows hostkey
    check ssh-forwards ssh_forwards_two
    check ssh-server-said prints "Pubkey auth succeeded for 'user' with ssh-ed25519 key" cat dropbear.log
    check ssh-server-stops stop_server
    server=$web_server port=$web_port
    check lighttpd-stops stop_server

    check tls-certificate make_certificate
    check tls-server-starts start_mbedtls
    check curl-tls prints 'Successful connection using: TLS-ECDHE-ECDSA-' curl_by_tls --cacert tls/cert.pem
    check curl-tls-checks-the-certificate says_and_fails 'certificate' curl_by_tls
    check curl-tls-checks-the-name says_and_fails 'verif' curl --resolve "other:$port:127.0.0.1" --cacert tls/cert.pem "https://other:$port/"
    check tls-server-stops stop_server

    check ldnsd-starts start_ldnsd
    check drill-asks prints '^www.example.test.[[:space:]]*60[[:space:]]*IN[[:space:]]*A[[:space:]]*192.0.2.7$' drill www.example.test A
    check drill-asks-for-others prints 'AAAA[[:space:]]*2001:db8::7$' drill www.example.test AAAA
    check drill-asks-for-text prints 'TXT[[:space:]]*"one text" "another"$' drill text.example.test TXT
    check ldnsd-stops stop_server

    check coap-server-starts start_libcoap
    check coap-lists prints '</time>;if="clock"' coap udp "coap://127.0.0.1:$port/.well-known/core"
    od -An -tx1 -v -N 20000 www/random.bin | tr -d ' \n' > blocks.txt
    check coap-puts-blocks coap udp -m put -b 1024 -f /blocks.txt "coap://127.0.0.1:$port/blocks"
    check coap-gets-blocks coap udp -o /got.txt "coap://127.0.0.1:$port/blocks"
    check coap-got-the-same cmp blocks.txt got.txt
    check coap-by-tcp coap tcp -o /by-tcp.txt "coap+tcp://127.0.0.1:$port/blocks"
    check coap-by-tcp-the-same cmp blocks.txt by-tcp.txt
    check coap-server-stops stop_server

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
