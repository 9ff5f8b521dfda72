# SPDX-License-Identifier: Apache-2.0
#
# hiredis' tests, one program: what it formats and parses, and a client of a redis server, by TCP and by a unix socket.
# The server is this machine's own both times: one of WebAssembly would need threads, without which redis ends at once.
# shellcheck shell=bash disable=SC2034,SC2154

unpack_sources() { untar hiredis "$source"; }

build_suite() {
    cp -r "$source/." .
    compiler=${CC:-cc} archiver=ar
    if [ "$kind" = wasm ]; then compiler=netwasi-cc archiver=netwasi-ar; fi
    make -j "$JOBS" CC="$compiler" STLIB_MAKE_CMD="$archiver rcs libhiredis.a" OPTIMIZATION=-O2 DEBUG_FLAGS= hiredis-test
}

# The port and the socket that hiredis' Makefile names, and a server that is not there.
flags=(--allow-outbound tcp://127.0.0.1:56379 --allow-outbound unix:///tmp/hiredis-test-redis.sock
    --allow-outbound 'tcp://localhost:*' --allow-resolve idontexist.test)

# redis-check-rdb is the server by another name; its package, redis-tools, starts none by itself.
run_test() {
    local socket=/tmp/hiredis-test-redis.sock
    # What the other program sees as /tmp is the working directory.
    [[ $kind == wasm ]] && socket=hiredis-test-redis.sock
    (exec -a redis-server redis-check-rdb --port 56379 --bind 127.0.0.1 --save '' --enable-debug-command local \
        --unixsocket "$socket") &>server.log &
    trap 'kill $!; wait' EXIT
    until redis-cli -s "$socket" ping &>/dev/null; do
        kill -0 $! 2>/dev/null || { cat server.log && return 1; }
        sleep 0.1
    done
    (program hiredis-test -h 127.0.0.1 -p 56379 -s /tmp/hiredis-test-redis.sock)
}

# "#07 What it is: PASSED" below headings for each kind of connection.
results_of() { # OUTPUT
    sed 's/\x1b\[[0-9;]*m//g' "$1" | awk '
        BEGIN { group = "offline" }
        /^Testing against TCP/ { group = "tcp" }
        /^Testing against Unix/ { group = "unix" }
        /^Testing against inherited/ { group = "inherited-fd" }
        /^#[0-9]+ .*(PASSED|FAILED)$/ {
            outcome = $NF == "PASSED" ? "passed" : "failed"
            sub(/^#[0-9]+ /, ""); sub(/:? *(PASSED|FAILED)$/, ""); gsub(/[^A-Za-z0-9]+/, "-")
            print group "/" $0, outcome
        }'
}
