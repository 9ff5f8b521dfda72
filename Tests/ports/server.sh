# SPDX-License-Identifier: Apache-2.0
#
# Sourced by run.sh and by the demo: lighttpd in the sandbox, on a port of 127.0.0.1 that is free.
# Wants $NETWASI, $BUILD and $work, a directory to keep things in.

# A port to try: lighttpd cannot say which one the system gave it, so one is guessed until it can be had.
guess_port() { echo $((20000 + $(od -An -N2 -tu2 /dev/urandom) % 25000)); }

# start_lighttpd: serves $work/www. Sets $port, $server_command and $server, its process, and returns when it listens.
start_lighttpd() {
    rm -f "$work/server.fifo"
    mkfifo "$work/server.fifo"
    for attempt in 1 2 3 4 5 6 7 8; do
        port=$(guess_port)
        mkdir -p "$work/etc"
        cat > "$work/etc/lighttpd.conf" <<CONF
server.document-root = "/www"
server.bind = "127.0.0.1"
server.port = $port
server.event-handler = "poll"
server.upload-dirs = ( "/www" )
CONF
        set -- "$NETWASI" run --dir "$work/www::/www:ro" --dir "$work/etc::/etc:ro" \
            --allow-inbound "tcp://127.0.0.1:$port" "$BUILD/ports/lighttpd.wasm" -D -f /etc/lighttpd.conf
        server_command=$*
        "$@" 2> "$work/server.fifo" &
        server=$!
        : > "$work/server.log"
        exec 9< "$work/server.fifo"
        while IFS= read -r line <&9; do
            echo "$line" >> "$work/server.log"
            case $line in
            *"server started"*)
                # What it says from here on is kept, and never blocks it.
                cat <&9 >> "$work/server.log" &
                exec 9<&-
                return 0
                ;;
            esac
        done
        exec 9<&-
        wait $server 2>/dev/null
        server=
        grep -qi 'address.*in use' "$work/server.log" || break
    done
    echo "lighttpd did not start:" >&2
    cat "$work/server.log" >&2
    return 1
}

stop_lighttpd() {
    if [ -n "${server:-}" ]; then
        kill "$server" 2>/dev/null
        wait "$server" 2>/dev/null
        server=
    fi
}
