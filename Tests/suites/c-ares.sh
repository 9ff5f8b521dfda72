# SPDX-License-Identifier: Apache-2.0
#
# c-ares' own tests, C++ over the googletest that they come with: the resolver against servers of theirs on loopback,
# and its parsers; and what their fuzzers have found, which is to be parsed without a mishap.
# shellcheck shell=bash disable=SC2034,SC2154

unpack_sources() { untar c-ares "$source"; }

build_suite() {
    cmake_build "arestest aresfuzz aresfuzzname" -DCARES_STATIC=ON -DCARES_SHARED=OFF -DCARES_BUILD_TESTS=ON \
        -DCARES_SYMBOL_HIDING=OFF
}

# FIXTURE/TEST, with the slashes in googletest's own names as colons. Live tests ask servers of the internet.
list_tests() {
    "$work/c-ares/native/bin/arestest" --gtest_list_tests | awk '
        { sub(/ *#.*/, ""); gsub("/", ":") }
        /^[^ ]/ { fixture = $1; sub(/\.$/, "", fixture); next }
        fixture !~ /Live/ && $1 !~ /Live|^DISABLED_/ { print fixture "/" $1 }'
    cd "$work/c-ares/source/test" && printf '%s\n' fuzzinput/* fuzznames/*
}

# The servers listen at all addresses.
flags=(--dir "$work/c-ares/source/test::/test:ro" --allow-resolve localhost)
for protocol in tcp udp; do
    flags+=(--allow-inbound "$protocol://*:*")
    for address in 127.0.0.1 '[::1]'; do flags+=(--allow-outbound "$protocol://$address:*"); done
done

run_test() {
    local inputs=/test
    [[ $kind == native ]] && inputs=$work/c-ares/source/test
    case $1 in
    fuzzinput/*) program bin/aresfuzz "$inputs/$1" ;;
    fuzznames/*) program bin/aresfuzzname "$inputs/$1" ;;
    *)
        local fixture=${1%%/*} test=${1#*/}
        program bin/arestest --gtest_filter="${fixture//:/\/}.${test//:/\/}"
        ;;
    esac
}

# googletest is content with a filter that no test matches.
verdict() { # STATUS OUTPUT
    if (($1 != 0)) || grep -q '^\[==========\] 0 tests' "$2"; then echo failed; else echo passed; fi
}
