# SPDX-License-Identifier: Apache-2.0
#
# Sourced by run.sh and by the demo: servers in the sandbox, each on a port of 127.0.0.1 that is free.
# Wants $NETWASI, $BUILD and $work, a directory to keep things in.

# A port to try: these servers cannot say which one the system gave them, so one is guessed until it can be had.
guess_port() { echo $((20000 + $(od -An -N2 -tu2 /dev/urandom) % 25000)); }

# start NAME PATTERN COMMAND...: runs the command until it says a line that matches. Sets $server, its process. What it
# says goes to $work/NAME.log, from then on too.
start() {
    log=$work/$1.log pattern=$2
    shift 2
    rm -f "$work/said"
    mkfifo "$work/said"
    "$@" > "$work/said" 2>&1 < /dev/null &
    server=$!
    : > "$log"
    exec 9< "$work/said"
    while IFS= read -r line <&9; do
        echo "$line" >> "$log"
        case $line in
        *$pattern*)
            cat <&9 >> "$log" &
            exec 9<&-
            return 0
            ;;
        esac
    done
    exec 9<&-
    wait "$server" 2>/dev/null
    server=
    return 1
}

# start_on_free_port NAME PATTERN: starts NAME at as many ports as it takes to find a free one. Sets $port.
start_on_free_port() {
    mkdir -p "$work/etc"
    for attempt in 1 2 3 4 5 6 7 8; do
        port=$(guess_port)
        "$1_configuration" > "$work/etc/$1.conf"
        if "with_$1_command" start "$1" "$2"; then return 0; fi
        grep -qi 'address.*in use' "$work/$1.log" || break
    done
    echo "$1 did not start:" >&2
    cat "$work/$1.log" >&2
    return 1
}

# lighttpd serves $work/www. with_lighttpd_command COMMAND... gives the command the server's own as further arguments.
lighttpd_configuration() {
    cat <<CONF
server.document-root = "/www"
server.bind = "127.0.0.1"
server.port = $port
server.event-handler = "poll"
server.upload-dirs = ( "/www" )
CONF
}
with_lighttpd_command() {
    "$@" "$NETWASI" run --dir "$work/www::/www:ro" --dir "$work/etc::/etc:ro" --allow-inbound "tcp://127.0.0.1:$port" \
        "$BUILD/ports/lighttpd.wasm" -D -f /etc/lighttpd.conf
}
start_lighttpd() { start_on_free_port lighttpd 'server started'; }

# mosquitto, for anybody, keeping nothing.
mosquitto_configuration() {
    cat <<CONF
listener $port 127.0.0.1
allow_anonymous true
persistence false
CONF
}
with_mosquitto_command() {
    "$@" "$NETWASI" run --dir "$work/etc::/etc:ro" --allow-inbound "tcp://127.0.0.1:$port" \
        "$BUILD/ports/mosquitto.wasm" -c /etc/mosquitto.conf
}
start_mosquitto() { start_on_free_port mosquitto ' running'; }

# nginx serves $work/www, and what it serves once more by asking itself.
nginx_configuration() {
    cat <<CONF
daemon off;
worker_processes 2;
pid /tmp/nginx.pid;
error_log stderr notice;
events { use poll; }
http {
    access_log off;
    client_body_temp_path /tmp/body;
    proxy_temp_path /tmp/proxy;
    fastcgi_temp_path /tmp/fastcgi;
    uwsgi_temp_path /tmp/uwsgi;
    scgi_temp_path /tmp/scgi;
    server {
        listen 127.0.0.1:$port;
        root /www;
        location /again/ { proxy_pass http://127.0.0.1:$port/; }
        location /status { stub_status; }
    }
}
CONF
}
with_nginx_command() {
    mkdir -p "$work/tmp"
    "$@" "$NETWASI" run --timeout 5m --dir "$work/www::/www:ro" --dir "$work/etc::/etc:ro" --dir "$work/tmp::/tmp" \
        --allow-inbound "tcp://127.0.0.1:$port" --allow-outbound "tcp://127.0.0.1:$port" \
        "$BUILD/ports/nginx.wasm" -e stderr -c /etc/nginx.conf
}
start_nginx() { start_on_free_port nginx ': nginx/1'; }

# mbedtls' server answers requests of HTTP over TLS with a page of its own, and a certificate that $work/tls has.
mbedtls_configuration() { :; }
with_mbedtls_command() {
    "$@" "$NETWASI" run --dir "$work/tls::/tls:ro" --allow-inbound "tcp://127.0.0.1:$port" "$BUILD/ports/mbedtls.wasm" \
        server_addr=127.0.0.1 server_port="$port" crt_file=/tls/cert.pem key_file=/tls/key.pem
}
start_mbedtls() { start_on_free_port mbedtls 'Bind on'; }

# ldnsd answers from the zone of example.test.
ldnsd_configuration() {
    cat <<ZONE
\$ORIGIN example.test.
\$TTL 60
@ IN SOA ns.example.test. root.example.test. 1 2 3 4 5
www IN A 192.0.2.7
www IN AAAA 2001:db8::7
@ IN MX 10 mail.example.test.
text IN TXT "one text" "another"
ZONE
}
with_ldnsd_command() {
    "$@" "$NETWASI" run --dir "$work/etc::/etc:ro" --allow-inbound "udp://127.0.0.1:$port" --allow-outbound 'udp://127.0.0.1:*' \
        "$BUILD/ports/ldnsd.wasm" 127.0.0.1 "$port" example.test /etc/ldnsd.conf
}
start_ldnsd() { start_on_free_port ldnsd 'Reading zone file'; }

# libcoap's example of a server, with room for resources that are put there.
libcoap_configuration() { :; }
with_libcoap_command() {
    "$@" "$NETWASI" run --allow-inbound "udp://127.0.0.1:$port" --allow-inbound "tcp://127.0.0.1:$port" \
        --allow-outbound 'udp://127.0.0.1:*' "$BUILD/ports/libcoap.wasm" -A 127.0.0.1 -p "$port" -d 10 -v 7
}
start_libcoap() { start_on_free_port libcoap 'created TCP'; }

# dropbear, which may reach the server at $web_port. $work/ssh has its key, and those that may log in.
dropbear_configuration() { :; }
with_dropbear_command() {
    "$@" "$NETWASI" run --dir "$work/ssh::/" --env HOME=/home --allow-inbound "tcp://127.0.0.1:$port" \
        --allow-outbound "tcp://127.0.0.1:$web_port" "$BUILD/ports/dropbear.wasm" -F -E -r /hostkey -p "127.0.0.1:$port"
}
start_dropbear() { start_on_free_port dropbear 'Not backgrounding'; }

stop_server() {
    if [ -n "${server:-}" ]; then
        kill "$server" 2>/dev/null
        wait "$server" 2>/dev/null
        server=
    fi
}
