#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Measures NetWASI against native code and other engines, in turn within each round, and prints medians and ratios.
#
#   run.sh [--runs N] [startup] [net] [cpu]      all three by default, 7 rounds
#
#   startup  wall time of a whole run of an empty program and of one of 1 MB
#   net      net/*.c against net/peer.c over loopback; the peer is native always
#   cpu      kernels/*.c: native, NetWASI, wasmkit (of the Swift toolchain), wasmtime (of PyPI); the same module
#            for all engines, made without the shim, since the others do not have its imports
#
# The ratio of medians is followed by that of the best runs, which a machine that is busy otherwise disturbs less.
# Nothing is judged here: the machine decides the figures, and a table of them is not a test.

set -eu -o pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/.." && pwd)
out=$(mkdir -p "${BUILD:-$root/build}/bench" && cd "${BUILD:-$root/build}/bench" && pwd)
tools=$(dirname "$out")
netwasi=${NETWASI:-$tools/bin/netwasi}
netwasi_cc=${NETWASI_CC:-$tools/bin/netwasi-cc}
runs=7
groups=()

while (($#)); do
    case $1 in
    --runs) runs=$2 && shift ;;
    startup | net | cpu) groups+=("$1") ;;
    *) echo "usage: run.sh [--runs N] [startup] [net] [cpu]" >&2 && exit 2 ;;
    esac
    shift
done
((${#groups[@]})) || groups=(startup net cpu)
for tool in "$netwasi" "$netwasi_cc"; do
    [[ -x $tool ]] || { echo "run.sh: no $tool; run make first" >&2 && exit 1; }
done
CLANG=clang
# shellcheck source=/dev/null
[[ -e $tools/netwasi.conf ]] && . "$tools/netwasi.conf"

say() { echo "bench: $*" >&2; }

# --- Building ---

# make_from SOURCE OUTPUT COMMAND…: builds OUTPUT from SOURCE, whose directory's headers it may include, if it is older.
make_from() {
    local source=$1 output=$2 newest
    shift 2
    newest=$(ls -t "$source" "$(dirname "$source")"/*.h "$output" 2>/dev/null | head -1 || true)
    [[ $newest == "$output" ]] && return
    say "building $(basename "$output")"
    mkdir -p "$(dirname "$output")"
    "$@" "$source" -o "$output"
}
native() { make_from "$1" "$2" "$CLANG" -O2 -lm; }
shimmed() { make_from "$1" "$2" "$netwasi_cc" -O2; }
# Without the shim, for engines that have preview 1 only. The kernels have a _start of their own. NAME-simd has vectors.
plain() {
    local vectors=()
    [[ $1 != *-simd.c ]] || vectors=(-msimd128)
    make_from "$1" "$2" "$CLANG" -O2 ${vectors[@]+"${vectors[@]}"} --target=wasm32-wasi --sysroot="$tools/sysroot" -resource-dir "$tools/resource-dir" -nostartfiles -Wl,--no-entry
}

# --- Measuring ---

# sample NAME KIND COMMAND…: runs a command that prints seconds and notes them as a sample.
sample() {
    local file=$out/samples/$1.$2
    shift 2
    "$@" >>"$file" || { say "failed: $*" && echo nan >>"$file"; }
}

# The median of a file of numbers; "-" when there is none or one of them is not a number.
median() {
    { sort -g "$1" 2>/dev/null || true; } |
        awk '/nan/ { bad = 1 } { v[NR] = $1 } END { if (!NR || bad) print "-"; else print (v[int((NR + 1) / 2)] + v[int(NR / 2) + 1]) / 2 }'
}

# The least of a file of numbers, likewise.
best() { { sort -g "$1" 2>/dev/null || true; } | awk '/nan/ { bad = 1 } NR == 1 { v = $1 } END { print NR && !bad ? v : "-" }'; }

# times NAME: how much longer NetWASI takes than native code, by medians and by best runs.
times() {
    local by
    for by in median best; do
        number "$(ratio "$($by "$out/samples/$1.netwasi")" "$($by "$out/samples/$1.native")")"
    done
}

# scaled NAME KIND SCALE: a sample's median times SCALE.
scaled() { median "$out/samples/$1.$2" | awk -v scale="$3" '$1 == "-" { print; next } { print $1 * scale }'; }

# ratio A B: A / B.
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { print a == "-" || b == "-" ? "-" : a / b }'; }

number() { [[ $1 == - ]] && printf '%10s' - || printf '%10.3f' "$1"; }

rm -rf "$out/samples"
mkdir -p "$out/samples"

# --- Start-up ---

measure_startup() {
    local program i
    native "$here/stopwatch.c" "$out/stopwatch"
    [[ -e $out/large.c ]] || "$here/startup/generate-large.sh" >"$out/large.c"
    native "$here/startup/empty.c" "$out/native/empty"
    shimmed "$here/startup/empty.c" "$out/wasm/empty.wasm"
    make_from "$out/large.c" "$out/native/large" "$CLANG" -O1
    make_from "$out/large.c" "$out/wasm/large.wasm" "$netwasi_cc" -O1
    for ((i = 0; i < runs * 3; i++)); do
        for program in empty large; do
            sample $program native "$out/stopwatch" "$out/native/$program"
            sample $program netwasi "$out/stopwatch" "$netwasi" run "$out/wasm/$program.wasm"
        done
    done
    echo
    echo "Start-up: wall milliseconds of a whole run, median of $((runs * 3))"
    echo "  stopwatch PROGRAM    stopwatch netwasi run PROGRAM.wasm"
    printf '%-24s %10s %10s %10s %10s\n' "" native netwasi factor "of best"
    for program in empty large; do
        local n w
        n=$(scaled $program native 1000) w=$(scaled $program netwasi 1000)
        printf '%-24s %s %s %s\n' "$program ($(stat -c %s "$out/wasm/$program.wasm") bytes)" \
            "$(number "$n")" "$(number "$w")" "$(times $program)"
    done
}

# --- Network ---

# program KIND NAME ARG…: runs a network program; as wasm with leave for loopback only.
program() {
    local kind=$1 name=$2
    shift 2
    if [[ $kind == native ]]; then
        "$out/native/$name" "$@"
    else
        "$netwasi" run --max-descriptors 12000 --allow-outbound 'tcp://127.0.0.1:*' --allow-inbound 'tcp://127.0.0.1:*' \
            --allow-outbound 'udp://127.0.0.1:*' --allow-inbound 'udp://127.0.0.1:*' "$out/wasm/$name.wasm" "$@"
    fi
}

# toward_peer KIND NAME COUNT PEER…: the peer listens, the program connects to it and prints seconds.
toward_peer() {
    local kind=$1 name=$2 count=$3 port
    shift 3
    "$out/native/peer" "$@" | {
        read -r port
        program "$kind" "$name" "$port" "$count"
    }
}

# from_peer KIND NAME COUNT: the program listens and prints seconds, the peer calls it.
from_peer() {
    local kind=$1 name=$2 count=$3
    program "$kind" "$name" "$count" | {
        read -r port
        "$out/native/peer" call "$port" "$count"
        cat
    }
}

measure_net() {
    local name i kind mebibytes=1024 rounds=20000 calls=5000 packets=200000 polls=5000 waits=200000
    for name in peer tcp-send tcp-receive tcp-pingpong tcp-accept udp-packets poll-idle epoll-idle; do
        native "$here/net/$name.c" "$out/native/$name"
        [[ $name == peer ]] || shimmed "$here/net/$name.c" "$out/wasm/$name.wasm"
    done
    for ((i = 0; i < runs; i++)); do
        for kind in native netwasi; do
            sample send $kind toward_peer $kind tcp-send $mebibytes sink
            sample receive $kind toward_peer $kind tcp-receive $mebibytes source $((mebibytes << 20))
            sample pingpong $kind toward_peer $kind tcp-pingpong $rounds echo
            sample accept $kind from_peer $kind tcp-accept $calls
            sample packets $kind program $kind udp-packets $packets
            sample poll $kind program $kind poll-idle 1000 $polls
            sample epoll $kind program $kind epoll-idle 10000 $waits
        done
    done
    echo
    echo "Network over loopback, the peer native: median of $runs"
    echo "  peer sink & tcp-send PORT $mebibytes; peer source BYTES & tcp-receive PORT $mebibytes;" \
        "peer echo & tcp-pingpong PORT $rounds; tcp-accept $calls & peer call PORT $calls;" \
        "udp-packets $packets; poll-idle 1000 $polls; epoll-idle 10000 $waits"
    printf '%-34s %10s %10s %10s %10s\n' "" native netwasi "time factor" "of best"
    rate "stream out, 64 KiB writes (MiB/s)" send $mebibytes
    rate "stream in, 64 KiB reads (MiB/s)" receive $mebibytes
    rate "accepts per second" accept $calls
    rate "UDP packets per second" packets $packets
    rate "poll, 1000 idle, per second" poll $polls
    rate "epoll_wait, 10000 idle, per second" epoll $waits
    local n w
    n=$(scaled pingpong native $((1000000 / rounds))) w=$(scaled pingpong netwasi $((1000000 / rounds)))
    printf '%-34s %s %s %s\n' "1-byte round trip (us)" "$(number "$n")" "$(number "$w")" "$(times pingpong)"
}

# rate TITLE NAME COUNT: a row of COUNT per second.
rate() {
    local n w
    n=$(ratio "$3" "$(scaled "$2" native 1)") w=$(ratio "$3" "$(scaled "$2" netwasi 1)")
    printf '%-34s %s %s %s\n' "$1" "$(number "$n")" "$(number "$w")" "$(times "$2")"
}

# --- Kernels ---

# wasmtime's running time alone, and its compile time as another sample.
under_wasmtime() {
    "$out/venv/bin/python" "$here/run-wasmtime.py" "$2" 2>&1 >/dev/null | awk -v file="$out/samples/$1.wasmtime-compile" \
        '/^compile/ { print $2 >> file; print $4 }'
}

measure_cpu() {
    local source name i have_wasmkit="" have_wasmtime=""
    compgen -G "$here/kernels/*.c" >/dev/null || { say "no kernels" && return; }
    native "$here/stopwatch.c" "$out/stopwatch"
    command -v wasmkit >/dev/null && have_wasmkit=1
    if [[ ! -e $out/venv/.done ]]; then
        say "installing wasmtime's Python package into $out/venv"
        python3 -m venv "$out/venv" && "$out/venv/bin/pip" install --quiet --disable-pip-version-check --require-hashes \
            --requirement "$here/requirements.txt" >&2 && touch "$out/venv/.done" || say "no wasmtime: its column is empty"
    fi
    [[ -e $out/venv/.done ]] && have_wasmtime=1
    for source in "$here"/kernels/*.c; do
        name=$(basename "$source" .c)
        native "$source" "$out/native/$name"
        plain "$source" "$out/wasm/$name.wasm"
    done
    for ((i = 0; i < runs; i++)); do
        for source in "$here"/kernels/*.c; do
            name=$(basename "$source" .c)
            sample "$name" native "$out/stopwatch" "$out/native/$name"
            sample "$name" netwasi "$out/stopwatch" "$netwasi" run "$out/wasm/$name.wasm"
            # wasmkit has no vectors.
            [[ -z $have_wasmkit || $name == *-simd ]] || sample "$name" wasmkit "$out/stopwatch" wasmkit run "$out/wasm/$name.wasm"
            [[ -z $have_wasmtime ]] || sample "$name" wasmtime under_wasmtime "$name" "$out/wasm/$name.wasm"
        done
    done
    echo
    echo "Kernels: seconds, median of $runs; whole runs, but wasmtime's without its compile time, which has its own column"
    echo "  stopwatch KERNEL; stopwatch netwasi run KERNEL.wasm; stopwatch wasmkit run KERNEL.wasm; run-wasmtime.py KERNEL.wasm"
    printf '%-14s %10s %10s %10s %10s %10s %15s %15s\n' "" native netwasi wasmkit wasmtime "(compile)" netwasi/native \
        netwasi/wasmkit
    for source in "$here"/kernels/*.c; do
        local n w k t c
        name=$(basename "$source" .c)
        n=$(scaled "$name" native 1) w=$(scaled "$name" netwasi 1) k=$(scaled "$name" wasmkit 1)
        t=$(scaled "$name" wasmtime 1) c=$(scaled "$name" wasmtime-compile 1)
        printf '%-14s %s %s %s %s %s     %s     %s\n' "$name" "$(number "$n")" "$(number "$w")" "$(number "$k")" \
            "$(number "$t")" "$(number "$c")" "$(number "$(ratio "$w" "$n")")" "$(number "$(ratio "$w" "$k")")"
        # The vector kernels are there to be held against their scalar forms: natively they are made without more
        # than SSE2, which says little.
        [[ $name == *-simd ]] || echo "$(ratio "$w" "$n") $(ratio "$w" "$k")" >>"$out/samples/ratios"
    done
    awk '$1 != "-" { a += log($1); n++ } $2 != "-" { b += log($2); m++ }
        END { printf "%-14s %54s     %10s     %10s\n", "geometric mean", "(without vectors)", n ? sprintf("%.3f", exp(a / n)) : "-",
              m ? sprintf("%.3f", exp(b / m)) : "-" }' "$out/samples/ratios"
}

echo "$(uname -srm), $(nproc) processors, $(awk -F': ' '/model name/ { print $2; exit }' /proc/cpuinfo), load $(cut -d' ' -f1 /proc/loadavg)"
for group in "${groups[@]}"; do "measure_$group"; done
