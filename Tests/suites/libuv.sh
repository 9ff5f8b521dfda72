# SPDX-License-Identifier: Apache-2.0
#
# libuv's tests, built both ways as its makefiles do for Linux.
# As wasm one function of it is another: libuv/threadpool.c does at once what would be for threads. A test's helper, as an
# echo server, is a second process of the same program.
# shellcheck shell=bash disable=SC2034,SC2154

unpack_sources() { untar libuv "$source"; }

build_suite() {
    local options=()
    if [[ $kind == wasm ]]; then
        netwasi-cc -O2 -D_GNU_SOURCE -D__linux__ -I"$source/include" -I"$source/src" -c "$here/libuv/threadpool.c" -o threadpool.o
        options=(-DCMAKE_SYSTEM_NAME=Linux
            -DCMAKE_EXE_LINKER_FLAGS="-Wl,--wrap=uv__work_submit $PWD/threadpool.o -lwasi-emulated-pthread")
    fi
    cmake_build uv_run_tests_a -DBUILD_TESTING=ON "${options[@]}"
}

# GROUP/TEST, all but those about threads, other programs and terminals, and one that fails for root.
list_tests() {
    local file group
    for file in "$work"/libuv/source/test/test-*.c; do
        group=${file##*/test-}
        group=${group%%[-.]*}
        case $group in
        tcp | udp | pipe | poll | getaddrinfo | getnameinfo | idna | fs | loop | signal | timer) ;;
        thread* | barrier | condvar | mutexes | semaphore | spawn | fork | ipc | stdio | platform | process | tty | fail | pass) continue ;;
        *) group=others ;;
        esac
        sed -n "s|^TEST_IMPL(\([a-z0-9_]*\)).*|$group \1|p" "$file"
    done | sort -u -k 2 |
        join -1 2 -2 1 -o 1.1,1.2 - <(UV_RUN_AS_ROOT=1 "$work/libuv/native/uv_run_tests_a" --list | grep -vx fs_chown | sort) | tr ' ' /
}

flags=(--max-descriptors 4096 --dir .::/ --allow-resolve localhost --allow-inbound 'unix:///tmp/*' --allow-inbound 'unix://@*' --allow-outbound 'unix:///tmp/*')
for protocol in tcp udp; do
    flags+=(--allow-inbound "$protocol://*:*" --allow-outbound "$protocol://*:*")
done

sockets() { cat /proc/net/{tcp,tcp6,udp,udp6,unix} | wc -l; }

run_test() {
    local test=${1#*/} helper before
    variables+=(UV_RUN_AS_ROOT=1)
    mkdir -p test && cp -r "$work/libuv/source/test/fixtures" test
    helper=$(sed -n "s/^ *TEST_HELPER *($test, *\([a-z0-9_]*\)).*/\1/p" "$work/libuv/source/test/test-list.h")
    if [[ -n $helper ]]; then
        before=$(sockets)
        (program uv_run_tests_a "$test" "$helper") &
        helper=$!
        # shellcheck disable=SC2064 # when it runs there is no such variable any more
        trap "kill $helper 2>/dev/null" EXIT
        # It listens before the test begins.
        until (($(sockets) > before)); do
            kill -0 "$helper" 2>/dev/null || return 1
            sleep 0.05
        done
    fi
    (program uv_run_tests_a "$test" "$test")
}

# 7 is what a test returns that this system cannot have.
verdict() { case $1 in 0) echo passed ;; 7) echo skipped ;; *) echo failed ;; esac; } # STATUS OUTPUT
