#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Runs test suites that others wrote, unmodified, twice: compiled for this machine, and compiled by netwasi-cc and run
# by netwasi. Each of their tests is run in a process of its own; the native run says what is expected of the other.
#
#   run.sh [SUITE | SUITE/FILTER]…      all suites, or these; FILTER is a part of GROUP/TEST
#
# BUILD, JOBS and TIMEOUT (seconds a test may take) can be set in the environment.
#
# SUITE.sh builds a suite (build.sh reads it for that), lists its tests, runs one and judges how it came out; where one
# program runs all of them, it tells their results from what that prints. A difference that has a reason is a line of
# known-differences.txt: SUITE/GROUP/TEST, which may be a pattern, then the reason. Another difference fails; so do a
# test named there that does not differ, and one that fails both ways. Before it counts, a test is run again: these
# suites measure time.
set -u
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
BUILD=$(realpath -ms "${BUILD:-$root/build}")
NETWASI=${NETWASI:-$BUILD/bin/netwasi}
export BUILD NETWASI TIMEOUT=${TIMEOUT:-120}
work=$BUILD/suites
# Most of what the tests do is wait.
jobs=$((${JOBS:-$(nproc)} * 4))
attempts=3

# --- One test of SUITE natively or as wasm. What a suite's file calls. ---

# program FILE ARGUMENT…: becomes a program of the suite; `variables` and, for netwasi, `flags` are the suite's.
program() {
    local file=$1
    shift
    if [[ $kind == native ]]; then
        exec env -i "${variables[@]}" "$work/$suite/native/$file" "$@"
    else
        exec "$NETWASI" run --dir "$scratch::/tmp" --dir "$work/etc::/etc:ro" "${flags[@]}" \
            "${variables[@]/#/--env=}" "$work/$suite/wasm/$file" "$@"
    fi
}

# How a test came out; suites have their own where this is not all.
verdict() { if (($1 == 0)); then echo passed; else echo failed; fi; } # STATUS OUTPUT

# Leaves KIND.out and KIND.outcome in the test's directory of results.
run_one() { # SUITE KIND TEST
    local suite=$1 kind=$2 test=$3 results=$work/$1/results/$3 status=0 isolate=()
    local scratch=$results/$kind.tmp variables=() flags=()
    rm -rf "$scratch"
    mkdir -p "$scratch"
    # shellcheck source=/dev/null
    . "$here/$suite.sh"
    [[ -n ${ISOLATED:-} ]] && isolate=("$work/isolate" "$scratch" "$work/etc")
    started=${EPOCHREALTIME/./}
    timeout -k 5 "$TIMEOUT" "${isolate[@]}" "$here/run.sh" --inside "$suite" "$kind" "$test" "$scratch" \
        >"$results/$kind.out" 2>&1 </dev/null || status=$?
    ((status == 0)) || echo "[exit status $status]" >>"$results/$kind.out"
    verdict "$status" "$results/$kind.out" >"$results/$kind.outcome"
    echo "$(((${EPOCHREALTIME/./} - started) / 1000)) ms" >"$results/$kind.time"
    rm -rf "$scratch"
}

case ${1:-} in
--one)
    # Without the shell's remarks about signals that ended a test.
    run_one "$2" "$3" "$4" 2>/dev/null
    exit 0
    ;;
--inside)
    suite=$2 kind=$3 test=$4 scratch=$5 variables=() flags=()
    # shellcheck source=/dev/null
    . "$here/$suite.sh"
    cd "$scratch" && run_test "$test"
    exit
    ;;
esac

# --- All of them ---

outcome() { cat "$work/$1/results/$3/$2.outcome" 2>/dev/null || echo absent; } # SUITE KIND TEST

# Runs tests both ways, several at a time.
run_all() { # SUITE JOBS TEST…
    local suite=$1 parallel=$2 name
    shift 2
    for name; do
        rm -f "$work/$suite/results/$name"/*.outcome
        printf '%s\0%s\0%s\0' "$suite" native "$name" "$suite" wasm "$name"
    done | xargs -0 -r -n 3 -P "$parallel" "$here/run.sh" --one
}

# Runs the one program that has all tests of a suite in it, and gives each the result that it prints.
run_whole() { # SUITE
    local suite=$1 kind name result
    rm -rf "$work/$suite/results"
    run_all "$suite" "$jobs" whole
    for kind in native wasm; do
        while read -r name result; do
            mkdir -p "$work/$suite/results/$name"
            echo "$result" >"$work/$suite/results/$name/$kind.outcome"
            ln -sf "$work/$suite/results/whole/$kind.out" "$work/$suite/results/$name/$kind.out"
        done < <(results_of "$work/$suite/results/whole/$kind.out")
    done
}

differs() { [[ $(outcome "$1" native "$2") != $(outcome "$1" wasm "$2") ]]; } # SUITE TEST

# The reason that known-differences.txt gives for a test, or nothing.
reason_of() { # SUITE/TEST
    local index
    for index in "${!patterns[@]}"; do
        # shellcheck disable=SC2053 # a pattern
        [[ $1 == ${patterns[index]} ]] && echo "${reasons[index]}" && return
    done
}

# Whether a test does not come out as it should.
wrong() { # SUITE TEST
    if differs "$1" "$2"; then
        [[ -z $(reason_of "$1/$2") ]]
    else
        [[ $(outcome "$1" native "$2") == failed || -n $(reason_of "$1/$2") ]]
    fi
}

# Runs again, one at a time, what does not come out as it should.
run_again() { # SUITE NAME…
    local suite=$1 attempt name again
    shift
    for ((attempt = 2; attempt <= attempts; attempt++)); do
        again=()
        for name; do wrong "$suite" "$name" && again+=("$name"); done
        ((${#again[@]})) || return
        repeated+=("${again[@]/#/$suite/}")
        if declare -F results_of >/dev/null; then run_whole "$suite"; else run_all "$suite" 1 "${again[@]}"; fi
    done
}

# A row of the table; tells of every test that does not come out as it should.
report() { # SUITE GROUP NAME…
    local suite=$1 group=$2 name kind native=0 wasm=0 differing=0 bad=()
    shift 2
    for name; do
        [[ $(outcome "$suite" native "$name") == passed ]] && ((native += 1))
        [[ $(outcome "$suite" wasm "$name") == passed ]] && ((wasm += 1))
        differs "$suite" "$name" && ((differing += 1))
        if wrong "$suite" "$name"; then bad+=("$name"); fi
    done
    printf '%-10s %-40s %7d %8d %8d %9d\n' "$suite" "$group" $# "$native" "$wasm" "$differing"
    ((sums[0] += $#, sums[1] += native, sums[2] += wasm, sums[3] += differing, failed += ${#bad[@]}))
    for name in "${bad[@]}"; do
        echo "--- $suite/$name: native $(outcome "$suite" native "$name"), wasm $(outcome "$suite" wasm "$name")"
        if [[ -n $(reason_of "$suite/$name") ]] && ! differs "$suite" "$name"; then
            echo "    does not differ: remove it from known-differences.txt"
            continue
        fi
        for kind in native wasm; do
            tail -n 12 "$work/$suite/results/$name/$kind.out" | cut -c 1-300 | sed "s/^/    $kind: /"
        done
    done
}

# A line of known-differences.txt that is about no test of the suite fails too.
report_unused() { # SUITE NAME…
    local suite=$1 pattern name
    shift
    for pattern in "${patterns[@]}"; do
        [[ $pattern == "$suite"/* ]] || continue
        # shellcheck disable=SC2053 # a pattern
        for name; do [[ $suite/$name == $pattern ]] && continue 2; done
        echo "--- $pattern in known-differences.txt is no test's name"
        ((failed += 1))
    done
}

# Runs in a shell of its own, which has the functions of that suite and no other's; its counts are left in a file.
run_suite() ( # SUITE FILTER…
    suite=$1 started=$SECONDS
    shift
    # shellcheck source=/dev/null
    . "$here/$suite.sh"
    if declare -F results_of >/dev/null; then
        run_whole "$suite"
        mapfile -t names < <(cd "$work/$suite/results" && find . -mindepth 3 -name '*.outcome' | cut -d/ -f2-3 | sort -u)
    else
        mapfile -t names < <(list_tests | if (($#)); then grep -F "$(printf '%s\n' "$@")"; else cat; fi)
        run_all "$suite" "$jobs" "${names[@]}"
    fi
    run_again "$suite" "${names[@]}"
    mapfile -t groups < <(printf '%s\n' "${names[@]%/*}" | sort -u)
    for group in "${groups[@]}"; do
        mapfile -t of_group < <(printf '%s\n' "${names[@]}" | grep "^$group/[^/]*$")
        report "$suite" "$group" "${of_group[@]}"
    done
    (($#)) || report_unused "$suite" "${names[@]}"
    ((${#repeated[@]} == 0)) || echo "run more than once: $(printf '%s\n' "${repeated[@]}" | sort -u | tr '\n' ' ')"
    printf '%-51s %7d %8d %8d %9d\n\n' "$suite, all, in $((SECONDS - started)) s" "${sums[@]}"
    echo "$((sums[0] - failed)) $failed" >"$work/$suite/counts"
)

# What the programs see of /etc, and of the system's where there are namespaces: names of this machine only, and a server
# of names that does not answer.
mkdir -p "$work/etc"
cp /etc/{services,protocols} "$work/etc"
printf '127.0.0.1 localhost\n::1 localhost ip6-localhost ip6-loopback\n' >"$work/etc/hosts"
echo 'nameserver 127.0.0.1' >"$work/etc/resolv.conf"

if ! [[ $work/isolate -nt $here/isolate.c ]]; then
    ${CC:-cc} -O1 -Wall -Wextra -Werror "$here/isolate.c" -o "$work/isolate" || exit
fi
# A build directory below /tmp would be hidden by the tests' own.
if [[ $work != /tmp/* ]] && "$work/isolate" "$work" "$work/etc" true 2>/dev/null; then
    export ISOLATED=yes
else
    echo "no namespaces here: the tests share this machine's network and /tmp, and are run one at a time"
    jobs=1
fi

suites=()
declare -A filters=()
for argument; do
    suites+=("${argument%%/*}")
    [[ $argument == */* ]] && filters[${argument%%/*}]+=" ${argument#*/}"
done
((${#suites[@]})) || suites=(hiredis libevent c-ares libuv)
mapfile -t suites < <(printf '%s\n' "${suites[@]}" | awk '!seen[$0]++')

for suite in "${suites[@]}"; do "$here/build.sh" "$suite" || exit; done

failed=0 sums=(0 0 0 0) repeated=() patterns=() reasons=()
while read -r pattern reason; do
    [[ $pattern == '#'* || -z $pattern ]] && continue
    patterns+=("$pattern")
    reasons+=("$reason")
done <"$here/known-differences.txt"

printf '%-51s %7s %8s %8s %9s\n' 'suite      group' tests native wasm differing
all_good=0 all_bad=0
for suite in "${suites[@]}"; do
    rm -f "$work/$suite/counts"
    # shellcheck disable=SC2086 # words
    run_suite "$suite" ${filters[$suite]-}
    read -r good wrong_ones <"$work/$suite/counts" || good=0 wrong_ones=1
    ((all_good += good, all_bad += wrong_ones))
done
echo "$all_good passed, $all_bad failed"
((all_bad == 0 && all_good > 0))
