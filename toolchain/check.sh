#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# check.sh GROUP...: runs groups of tests, one after the other, and closes with the sum of what they counted. A group
# is a command that prints 'N passed, N failed' alone on its last such line; one that fails without counting a failure
# counts as one.
set -u

here=$(cd "$(dirname "$0")" && pwd)
cd "$here/.." || exit 1
# make is given it as it was: an absolute path may have blanks, which make cannot have.
made_in=${BUILD:-build}
BUILD=$(mkdir -p "${BUILD:-build}" && cd "${BUILD:-build}" && pwd)
export BUILD
export PYTHONDONTWRITEBYTECODE=1
# Of the address sanitizer.
export ASAN_OPTIONS=${ASAN_OPTIONS-detect_leaks=0}
export NETWASI="$BUILD/bin/netwasi" NETWASI_CC="$BUILD/bin/netwasi-cc"
logs=$BUILD/logs
mkdir -p "$logs"

run_group() {
    case $1 in
    unit) toolchain/check-unit.sh ;;
    spec) run_spec ;;
    tail-calls) Tests/check-tail-calls.sh "$NETWASI" && echo '1 passed, 0 failed' ;;
    traps) Tests/check-traps.sh --compiled ;;
    hostile) python3 Tests/hostile/run.py "$NETWASI" ;;
    # Those of make check-deep.
    hostile-large) python3 Tests/hostile/run.py "$NETWASI" --sizes 5,10 ;;
    unit-address) SANITIZE=address toolchain/check-unit.sh ;;
    spec-debug) run_spec_of "$(debug_products "$BUILD/swift")" ;;
    spec-address) run_spec_of "$(debug_products "$BUILD/address" --sanitize=address)" ;;
    small-stack) Tests/small-stack.sh "$NETWASI" ;;
    small-stack-address) run_small_stack_with_address ;;
    lost-jumps) check_lost_jumps ;;
    fuzz) WASM_TOOLS="$BUILD/venv/bin/wasm-tools" SPECTEST="$BUILD/tools/spectest" FUZZ_SECONDS=${FUZZ_SECONDS:-300} FUZZ_SEED=${FUZZ_SEED:-1} Tests/fuzz.sh &&
        echo '1 passed, 0 failed' ;;
    docs) toolchain/build-docs.sh ;;
    abi | cli | shim | disassembly | examples) Tests/"$1"/run.sh ;;
    toolchain) Tests/toolchain/run.sh ;;
    random) python3 Tests/random/run.py ;;
    # TESTS names some of the programs: tcp/ udp/echo
    # shellcheck disable=SC2086 # words
    posix) BUILD=$BUILD/posix Tests/posix/run.sh ${TESTS-} ;;
    posix-over-debian13)
        "${MAKE:-make}" BUILD="$made_in" shim-over-debian13 &&
        NETWASI_CC=$BUILD/debian13/bin/netwasi-cc BUILD=$BUILD/debian13/posix Tests/posix/run.sh ${TESTS-} ;;
    ports) "${MAKE:-make}" BUILD="$made_in" ports && Tests/ports/run.sh ;;
    # SUITES names some of them: hiredis libevent/dns
    # shellcheck disable=SC2086 # words
    suites) Tests/suites/run.sh ${SUITES-} ;;
    *) echo "no such group of tests: $1"; false ;;
    esac
}

# debug_products SCRATCH [OPTION...]: builds the suite's runner without optimisation; the directory that it is in.
debug_products() {
    scratch=$1
    shift
    swift build --scratch-path "$scratch" "$@" --product spectest >&2 &&
        swift build --scratch-path "$scratch" "$@" --show-bin-path
}

# run_spec_of DIRECTORY: with the runner there.
run_spec_of() { [ -x "$1/spectest" ] && SPECTEST=$1/spectest run_spec; }

run_small_stack_with_address() {
    swift build -c release --scratch-path "$BUILD/address" --sanitize=address --product netwasi >&2 &&
        Tests/small-stack.sh "$(swift build -c release --scratch-path "$BUILD/address" --show-bin-path)/netwasi"
}

# Without optimisation handlers call each other: the engine has to see that, before the host's stack overflows.
check_lost_jumps() {
    set -- -c release --scratch-path "$BUILD/unoptimised" -Xswiftc -Onone
    swift build "$@" --product netwasi >&2 &&
        "$NETWASI_CC" Tests/cli/endless.c -o "$BUILD/unoptimised/endless.wasm" || return
    message=$(timeout 20 "$(swift build "$@" --show-bin-path)/netwasi" run "$BUILD/unoptimised/endless.wasm" 2>&1 > "$BUILD/unoptimised/output")
    case $?$message in
    1*'unsupported: a build of the engine without optimisation'*) echo '1 passed, 0 failed' ;;
    *) printf '%s\n0 passed, 1 failed\n' "$message"; false ;;
    esac
}

# The suite that SPEC_TESTSUITE names, else the older one that a Debian source package carries.
run_spec() {
    export WASM_TOOLS="$BUILD/venv/bin/wasm-tools" SPECTEST="${SPECTEST:-$BUILD/tools/spectest}"
    if [ -n "${SPEC_TESTSUITE:-}" ]; then
        Tests/spec-suite.sh
    else
        [ -d "$BUILD/spec-suite" ] || toolchain/fetch-spec-suite.sh || return
        SPEC_TESTSUITE="$BUILD/spec-suite" Tests/spec-suite.sh "$BUILD"/spec-suite/*.wast
    fi
}

passed=0 failed=0
for group; do
    printf 'netwasi: check %s\n' "$group"
    started=$(date +%s)
    { run_group "$group" 2>&1; echo $? > "$logs/$group.status"; } | tee "$logs/$group.log"
    status=$(cat "$logs/$group.status")
    counts=$(sed -n 's/^\([0-9][0-9]*\) passed, \([0-9][0-9]*\) failed.*/\1 \2/p' "$logs/$group.log" | tail -n 1)
    group_passed=${counts% *} group_failed=${counts#* }
    if [ -z "$counts" ] || { [ "$status" -ne 0 ] && [ "$group_failed" -eq 0 ]; }; then
        printf 'netwasi: check %s ended with status %s; all of it in %s\n' "$group" "$status" "$logs/$group.log"
        group_passed=${group_passed:-0} group_failed=1
    fi
    passed=$((passed + group_passed)) failed=$((failed + group_failed))
    seconds=$(($(date +%s) - started))
    summary="${summary:-}
$(printf 'netwasi: %-20s %6s passed %5s failed %5s s' "$group" "$group_passed" "$group_failed" "$seconds")"
done
printf '%s\n\n%s passed, %s failed\n' "$summary" "$passed" "$failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
