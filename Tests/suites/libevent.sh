# SPDX-License-Identifier: Apache-2.0
#
# libevent's own tests: `regress`, with each of the ways to wait that Linux has, and the small programs beside it.
# shellcheck shell=bash disable=SC2034,SC2154

unpack_sources() { untar libevent "$source"; }

small_programs="test-changelist test-closed test-eof test-fdleak test-time test-weof test-dumpevents"

# libevent knows sendfile and SO_REUSEPORT by the name of the system, for which it does not look.
build_suite() {
    local linux=()
    [[ $kind == native ]] || linux=(-DCMAKE_C_FLAGS=-D__linux__)
    cmake_build "regress $small_programs" -DEVENT__LIBRARY_TYPE=STATIC -DEVENT__DISABLE_OPENSSL=ON \
        -DEVENT__DISABLE_THREAD_SUPPORT=ON -DEVENT__DISABLE_BENCHMARK=ON -DEVENT__DISABLE_SAMPLES=ON \
        -DCMAKE_DISABLE_FIND_PACKAGE_ZLIB=ON "${linux[@]}"
}

# GROUP/TEST with epoll. With poll and select only the groups whose tests wait for something. What is off by default
# needs the outside world or a machine that does nothing else.
list_tests() {
    local backend
    for backend in epoll poll select; do
        "$work/libevent/native/bin/regress" --list-tests | sed -n 's|^    \([a-z]*/[A-Za-z0-9_]*\)$|'$backend'/\1|p' |
            if [[ $backend == epoll ]]; then cat; else grep -E '/(main|signal|bufferevent|et|listener|finalize)/'; fi
        for program in $small_programs; do echo "$backend/programs/$program"; done
    done
}

# Servers and clients of loopback.
flags=(--allow-resolve localhost --allow-resolve '*.nowhere.example.com')
for protocol in tcp udp; do
    for address in 127.0.0.1 '[::1]'; do
        flags+=(--allow-inbound "$protocol://$address:*" --allow-outbound "$protocol://$address:*")
    done
done

run_test() {
    local backend=${1%%/*} test=${1#*/} other
    for other in epoll poll select; do [[ $other == "$backend" ]] || variables+=("EVENT_NO${other^^}=1"); done
    case $test in
    programs/*) program "bin/${test#*/}" ;;
    # No process of its own for each test: each is one already.
    *) program bin/regress --no-fork --timeout 20 "$test" ;;
    esac
}

verdict() { # STATUS OUTPUT
    if (($1 != 0)); then
        echo failed
    elif grep -q 'SKIPPED$' "$2"; then
        echo skipped
    else
        echo passed
    fi
}
