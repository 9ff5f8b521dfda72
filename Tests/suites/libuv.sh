# SPDX-License-Identifier: Apache-2.0
#
# libuv's tests of tcp, udp, pipe, poll, getaddrinfo, getnameinfo and idna. Natively it is built as its makefiles do. As
# wasm its sources are compiled as they are, for a system that has poll and little else (as on Haiku, by whose name libuv is
# told so), but for three: bsd-ifaddrs.c wants link addresses, haiku.c that system, and threadpool.c threads. libuv/ beside
# this file has what stands for them. A test's helper, as an echo server, is a second process of the same program.
# shellcheck shell=bash disable=SC2034,SC2154

unpack_sources() { untar libuv "$source"; }

build_suite() {
    if [[ $kind == native ]]; then
        cmake_build uv_run_tests_a -DBUILD_TESTING=ON
        return
    fi
    local name objects=()
    local options=(-O2 -w -fno-strict-aliasing -D__HAIKU__ -D__unix__ -DSIGKILLTHR=SIGKILL -D_GNU_SOURCE -D_BSD_SOURCE
        -I"$source/include" -I"$source/src" -I"$source/test" -I"$here/libuv")
    for name in fs-poll idna inet random strscpy strtok timer uv-common uv-data-getter-setters version \
        unix/{async,core,dl,fs,getaddrinfo,getnameinfo,loop,loop-watcher,no-fsevents,no-proctitle,pipe,poll,posix-hrtime} \
        unix/{posix-poll,process,random-devurandom,signal,stream,tcp,thread,tty,udp}; do
        netwasi-cc "${options[@]}" -c "$source/src/$name.c" -o "${name//\//-}.o" || return
        objects+=("${name//\//-}.o")
    done
    for name in platform threadpool; do
        netwasi-cc "${options[@]}" -c "$here/libuv/$name.c" -o "$name.o" || return
        objects+=("$name.o")
    done
    netwasi-ar crs libuv.a "${objects[@]}"
    netwasi-cc "${options[@]}" "$source"/test/{test-*,run-tests,runner,runner-unix,blackhole-server,echo-server}.c libuv.a \
        -lwasi-emulated-pthread -o uv_run_tests_a
}

list_tests() {
    local file group
    for file in "$work"/libuv/source/test/test-{tcp,udp,pipe,poll,getaddrinfo,getnameinfo,idna}*.c; do
        group=${file##*/test-}
        sed -n "s|^TEST_IMPL(\([a-z0-9_]*\)).*|$(sed 's/[-.].*//' <<<"$group")/\1|p" "$file"
    done | grep -Fxf <(UV_RUN_AS_ROOT=1 "$work/libuv/native/uv_run_tests_a" --list | sed 's|.*|tcp/&\nudp/&\npipe/&\npoll/&\ngetaddrinfo/&\ngetnameinfo/&\nidna/&|') | sort -u
}

flags=(--dir .::. --allow-resolve localhost --allow-inbound 'unix:///tmp/*' --allow-outbound 'unix:///tmp/*')
for protocol in tcp udp; do
    flags+=(--allow-inbound "$protocol://*:*" --allow-outbound "$protocol://*:*")
done

sockets() { cat /proc/net/{tcp,tcp6,udp,udp6,unix} | wc -l; }

run_test() {
    local test=${1#*/} helper before
    variables+=(UV_RUN_AS_ROOT=1)
    mkdir -p test/fixtures && touch test/fixtures/empty_file
    helper=$(sed -n "s/^ *TEST_HELPER *($test, *\([a-z0-9_]*\)).*/\1/p" "$work/libuv/source/test/test-list.h")
    if [[ -n $helper ]]; then
        before=$(sockets)
        (program uv_run_tests_a "$test" "$helper") &
        helper=$!
        trap 'kill $helper 2>/dev/null' EXIT
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
