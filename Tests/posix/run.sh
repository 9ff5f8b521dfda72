#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Runs the C programs of this directory twice, natively and as wasm under the host, and compares standard output and
# exit status: the native run is the oracle.
#
#   run.sh [--native-only] [--list] [FILTER…]      FILTER: a part of GROUP/NAME, such as tcp/ or poll/hup
#
# CC, NETWASI_CC, NETWASI, JOBS, TIMEOUT (seconds) and BUILD (where to build) can be set in the environment.
#
# Comments in a program's first lines say how it is run:
#   // args: WORD…       its arguments
#   // env: K=V…         its environment
#   // stdin: TEXT       its standard input, one line; otherwise empty
#   // exit: N           the exit status it must have; otherwise 0
#   // terminal: yes      it runs at a terminal, and says in its output what is done there: see terminal.py, of which
#                        --stderr can be here for yes
#   // privileges: network   the program has the privileges over the network that can be had, natively and as wasm
#   // setup: COMMAND    shell, run in its empty scratch directory beforehand
#   // netwasi: FLAGS    the host's flags instead of "--allow-net --dir @SCRATCH@::/"; such a program is about the
#                        sandbox and has no native run: its transcript is in NAME.expected. It must assume that
#                        the sandbox leaks: outside its scratch directory it may change outside.txt, a decoy beside
#                        that directory, and nothing else
#   // stderr: TEXT      the host must print this on standard error; may be repeated
#
# NAME.server.c and NAME.client.c are two programs: the server's first output line is its port, the client gets it as
# its first argument, and they run in all four combinations of native and wasm, in one scratch directory.
#
# known-differences.txt lists programs that differ for a stated reason: "GROUP/NAME reason".

set -u
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)

# A path made absolute, since programs run in directories of their own; a bare command name stays.
absolute() { if [[ $1 == */* ]]; then realpath -ms "$1"; else echo "$1"; fi; }

export CC=${CC:-cc}
NETWASI=$(absolute "${NETWASI:-$root/build/bin/netwasi}")
NETWASI_CC=$(absolute "${NETWASI_CC:-$root/build/bin/netwasi-cc}")
BUILD=$(realpath -ms "${BUILD:-$root/build/posix}")
export NETWASI NETWASI_CC BUILD
export TIMEOUT=${TIMEOUT:-20}
export NATIVE_ONLY=${NATIVE_ONLY:-}
jobs=${JOBS:-$(nproc)}
flags=(-std=gnu11 -O1 -Wall -Wextra -Wno-unused-parameter -Werror)

# The text after "// KEY:" in a program's first lines, one line per occurrence.
directive() { sed -n "1,20s|^// $2: *||p" "$1"; }

# build SOURCE OUTPUT DRIVER…: builds with a compiler unless the output is newer than all it is made of.
build() {
    local source=$1 output=$2 driver=$3 newer
    shift 2
    for newer in "$source" "$here/test.h" "${source%/*}"/*.h "$driver" "$(dirname "$driver")"/../{shim/lib/libnetwasi.a,tools/wasm-ld}; do
        [[ -e $newer && $newer -nt $output ]] && rm -f "$output"
    done
    [[ -e $output ]] && return 0
    mkdir -p "$(dirname "$output")"
    "$@" "${flags[@]}" "$source" -o "$output" -lm -lresolv -lcrypt
}

# Natively a program is to have an ordinary user's network, as the host gives it: root's privileges over it are dropped.
dropping=(setpriv --bounding-set=-net_admin,-net_raw)
"${dropping[@]}" true 2>/dev/null || dropping=()

# Those that can be had: root's own, else those over a network of one's own. Without either (EPERM, in both runs) words
# that do nothing.
network_privileges() {
    local capabilities cap_net_admin=12
    capabilities=$(sed -n 's/^CapEff:\t*//p' /proc/self/status)
    if ((0x${capabilities:-0} >> cap_net_admin & 1)); then return; fi
    local words=(unshare --map-root-user --net "$here/../ports/with-loopback.sh")
    if "${words[@]}" true 2>/dev/null; then printf '%s\n' "${words[@]}"; fi
}

# Prints the command line that runs PROGRAM (one word per line), for SOURCE in SCRATCH. KIND is native or wasm.
command_line() {
    local kind=$1 source=$2 program=$3 scratch=$4 variables given word first=() admin=""
    mapfile -t variables < <(directive "$source" env | tr ' ' '\n')
    if [[ $(directive "$source" privileges) == network ]]; then
        mapfile -t first < <(network_privileges)
        admin=--allow-net-admin
    elif [[ $kind == native ]]; then
        first=("${dropping[@]}")
    fi
    if [[ $kind == native ]]; then
        printf '%s\n' "${first[@]}" env -i "${variables[@]}" "$program"
    else
        given=$(directive "$source" netwasi)
        [[ -n $given ]] || given="--allow-net --dir @SCRATCH@::/"
        [[ $given == none ]] && given=""
        printf '%s\n' "${first[@]}" "$NETWASI" run ${admin:+"$admin"}
        set -f
        for word in $given; do echo "${word//@SCRATCH@/$scratch}"; done
        set +f
        printf '%s\n' "${variables[@]/#/--env=}" "$program"
    fi
    directive "$source" args | tr ' ' '\n'
}

# Closes what this shell has open beyond standard error, since programs are tested for the numbers they get.
close_inherited() {
    local open
    for open in /proc/self/fd/*; do
        open=${open##*/}
        [[ $open =~ ^[0-9]+$ ]] && ((open > 2 && open < 255)) && eval "exec $open>&-"
    done
    return 0
}

# Runs one program; leaves KIND.out, KIND.err and KIND.status in the results directory.
run_single() {
    local kind=$1 source=$2 program=$3 results=$4 scratch=$results/$1/dir words
    rm -rf "${results:?}/$kind"
    mkdir -p "$scratch"
    echo "outside" >"$results/$kind/outside.txt"
    (cd "$scratch" && eval "$(directive "$source" setup)")
    mapfile -t words < <(command_line "$kind" "$source" "$program" "$scratch")
    case $(directive "$source" terminal) in
    yes) words=(python3 "$here/terminal.py" "${words[@]}") ;;
    --stderr) words=(python3 "$here/terminal.py" --stderr "${words[@]}") ;;
    esac
    (
        close_inherited
        cd "$scratch" && directive "$source" stdin |
            timeout -k 2 "$TIMEOUT" "${words[@]}" >"$results/$kind.out" 2>"$results/$kind.err"
        echo "${PIPESTATUS[1]}" >"$results/$kind.status"
    ) 2>/dev/null
}

# Runs a server and its client; same results, the client's transcript after the server's.
run_pair() {
    local kind=$1 stem=$2 results=$3 side words port status=0
    local -A programs=([server]=native [client]=native)
    [[ $kind == wasm-* ]] && programs[server]=wasm
    [[ $kind == *-wasm ]] && programs[client]=wasm
    rm -rf "${results:?}/$kind"
    mkdir -p "$results/$kind/scratch"
    mkfifo "$results/$kind/pipe"
    for side in server client; do
        local program=$BUILD/${programs[$side]}/$stem.$side
        [[ ${programs[$side]} == wasm ]] && program+=.wasm
        mapfile -t "words_$side" < <(command_line "${programs[$side]}" "$here/$stem.$side.c" "$program" "$results/$kind/scratch")
    done
    # shellcheck disable=SC2154 # assigned by name above
    (cd "$results/$kind/scratch" && close_inherited && exec timeout -k 2 "$TIMEOUT" "${words_server[@]}") \
        >"$results/$kind/pipe" 2>"$results/$kind.err" </dev/null &
    local server=$!
    {
        read -r -t "$TIMEOUT" port || port=0
        # shellcheck disable=SC2154
        (cd "$results/$kind/scratch" && close_inherited && exec timeout -k 2 "$TIMEOUT" "${words_client[@]}" "$port") \
            >"$results/$kind/client.out" 2>>"$results/$kind.err" </dev/null || status=$?
        cat >"$results/$kind/server.out"
    } <"$results/$kind/pipe"
    wait "$server" || status=$status/$?
    sed 's/^/server: /' "$results/$kind/server.out" >"$results/$kind.out"
    sed 's/^/client: /' "$results/$kind/client.out" >>"$results/$kind.out"
    echo "$status" >"$results/$kind.status"
}

# Says how run KIND differs from what is expected: WANTED, a transcript, and STATUS. Silent when it does not.
compare() {
    local kind=$1 wanted=$2 status=$3 results=$4 got
    got=$(<"$results/$kind.status")
    if [[ $got != "$status" ]]; then
        [[ $got == 124 ]] && got="124 (timed out)"
        echo "$kind: exit status is $got, not $status"
        head -c 2000 "$results/$kind.err"
    fi
    cmp -s "$wanted" "$results/$kind.out" ||
        diff -a -U2 --label expected --label "$kind" "$wanted" "$results/$kind.out" | head -40
    grep -a '^FAIL' "$results/$kind.out"
}

# Checks one test; prints what is wrong with it, nothing when all is well.
check() {
    local name=$1 results=$BUILD/results/$1 source=$here/$1.c status kind line
    mkdir -p "$results"
    if [[ -e $here/$name.server.c ]]; then
        local kinds=(native-native) side
        [[ -n $NATIVE_ONLY ]] || kinds+=(native-wasm wasm-native wasm-wasm)
        for side in server client; do
            build "$here/$name.$side.c" "$BUILD/native/$name.$side" $CC || return
            [[ -n $NATIVE_ONLY ]] || build "$here/$name.$side.c" "$BUILD/wasm/$name.$side.wasm" "$NETWASI_CC" || return
        done
        for kind in "${kinds[@]}"; do
            run_pair "$kind" "$name" "$results"
            compare "$kind" "$results/native-native.out" 0 "$results"
        done
        return
    fi
    status=$(directive "$source" exit)
    # shellcheck disable=SC2086 # CC may be words, such as ccache cc
    build "$source" "$BUILD/native/$name" $CC || return
    local wanted=$results/native.out
    if [[ -n $(directive "$source" netwasi) ]]; then
        wanted=$here/$name.expected
    else
        run_single native "$source" "$BUILD/native/$name" "$results"
        compare native "$wanted" "${status:-0}" "$results"
    fi
    [[ -n $NATIVE_ONLY ]] && return
    build "$source" "$BUILD/wasm/$name.wasm" "$NETWASI_CC" || return
    run_single wasm "$source" "$BUILD/wasm/$name.wasm" "$results"
    compare wasm "$wanted" "${status:-0}" "$results"
    directive "$source" stderr | while read -r line; do
        grep -qaF -- "$line" "$results/wasm.err" || { echo "standard error lacks: $line"; cat "$results/wasm.err"; }
    done
}

if [[ ${1:-} == --check ]]; then
    mkdir -p "$BUILD/results/$2"
    check "$2" >"$BUILD/results/$2/report" 2>&1
    exit 0
fi

filters=()
list=""
for argument; do
    case $argument in
    --native-only) NATIVE_ONLY=1 ;;
    --list) list=1 ;;
    -*) echo "usage: run.sh [--native-only] [--list] [FILTER…]" >&2 && exit 2 ;;
    *) filters+=("$argument") ;;
    esac
done

# Every test, GROUP/NAME, that a filter selects.
tests() {
    (cd "$here" && printf '%s\n' */*.c) | sed -e '/\.client\.c$/d' -e 's/\.server\.c$//' -e 's/\.c$//' | sort |
        if ((${#filters[@]})); then grep -F "$(printf '%s\n' "${filters[@]}")"; else cat; fi
}

mapfile -t all < <(tests)
[[ -n $list ]] && printf '%s\n' "${all[@]}" && exit 0
((${#all[@]})) || { echo "no test matches" >&2 && exit 2; }

passed=0 failed=0 known=0
report() { # GROUP: tells the results of a group's programs
    local name results reason good=0 bad=0 excused=0 failures=()
    for name in "${all[@]}"; do
        [[ $name == "$1"/* ]] || continue
        results=$BUILD/results/$name/report
        reason=$(sed -n "s|^$name  *||p" "$here/known-differences.txt")
        if [[ -n $reason && -z $NATIVE_ONLY ]]; then
            if [[ -s $results ]]; then
                ((excused += 1))
                continue
            fi
            echo "passes: remove it from known-differences.txt" >"$results"
        fi
        if [[ -s $results ]]; then
            ((bad += 1))
            failures+=("$name")
        else
            ((good += 1))
        fi
    done
    printf '%-10s %7d %7d %7d\n' "$1" "$good" "$bad" "$excused"
    for name in "${failures[@]}"; do
        printf -- '--- %s\n' "$name"
        sed 's/^/    /' "$BUILD/results/$name/report"
    done
    ((passed += good, failed += bad, known += excused))
    return 0
}

printf '%-10s %7s %7s %7s\n' group passed failed known
for group in $(printf '%s\n' "${all[@]%%/*}" | sort -u); do
    printf '%s\0' "${all[@]}" | grep -z "^$group/" | xargs -0 -P "$jobs" -n 1 "$here/run.sh" --check
    report "$group"
done
((known == 0)) || echo "known differences: $known (known-differences.txt)"
echo "$passed passed, $failed failed"
((failed == 0))
