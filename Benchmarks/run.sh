#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Measures NetWASI against native code and other engines, in turn within each round, and prints medians and ratios.
#
#   run.sh [--runs N] [GROUP | ROW]…     everything by default, 5 rounds; `make bench ROWS='micro sqlite'` the same
#
#   startup  wall time and peak memory of a whole run of an empty program and of SQLite: open, close
#   micro    micro/*.c: nanoseconds of one thing, which are the difference of two loops' processor times
#   net      net/*.c over loopback; where there is a peer it is native always. HTTP is lighttpd's: make ports builds the
#            module, and the native one is measured where it is installed
#   cpu      kernels/*.c: the same module for all engines, made without the shim, since the others do not have its
#            imports. All is made with -O2. An engine whose output is not the native one gets no figure
#
# Nothing is judged here: the machine decides the figures, and a table of them is not a test.

set -eu -o pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/.." && pwd)
out=$(mkdir -p "${BUILD:-$root/build}/bench" && cd "${BUILD:-$root/build}/bench" && pwd)
tools=$(dirname "$out")
netwasi=${NETWASI:-$tools/bin/netwasi}
netwasi_cc=${NETWASI_CC:-$tools/bin/netwasi-cc}
runs=5
selection=()

# The ten that the geometric mean is over: a mix as embedded benchmarks have it, calls, a sieve, ChaCha20 with SHA-256,
# copying, a header parser, n-body, sorting through a callback, malloc, SQLite. The others stand beside them; those with
# vectors are to be held against their scalar forms: natively they have no more than SSE2, which says little.
ten=(mixed fib sieve crypto memcopy http nbody qsort malloc sqlite)
beside=(strings base64 base64-simd chacha chacha-simd)
micros=(loop branch call host)
nets=(send receive pingpong accept connect packets batches poll epoll sendmsg rights getaddrinfo lighttpd)
peers=(wasmkit wasm3 wasmedge iwasm wasmtime)

while (($#)); do
    case $1 in
    --runs) runs=$2 && shift ;;
    -*) echo "usage: run.sh [--runs N] [startup] [micro] [net] [cpu] [ROW]…" >&2 && exit 2 ;;
    *) selection+=("$1") ;;
    esac
    shift
done
for tool in "$netwasi" "$netwasi_cc"; do
    [[ -x $tool ]] || { echo "run.sh: no $tool; run make first" >&2 && exit 1; }
done
CLANG=clang
# shellcheck source=/dev/null
[[ -e $tools/netwasi.conf ]] && . "$tools/netwasi.conf"

say() { echo "bench: $*" >&2; }

# selected GROUP ROW…: those of a group's rows that are asked for.
selected() {
    local group=$1 row
    shift
    for row; do
        ((${#selection[@]} == 0)) || [[ " ${selection[*]} " == *" $group "* || " ${selection[*]} " == *" $row "* ]] || continue
        echo "$row"
    done
}

# --- Building ---

# make_from SOURCE OUTPUT COMMAND…: builds OUTPUT from SOURCE, whose directory's headers it may include, and from
# $library, if it is older.
make_from() {
    local source=$1 output=$2 newest
    shift 2
    newest=$(ls -t "$source" "$(dirname "$source")"/*.h ${library:+"$library"} "$output" 2>/dev/null | head -1 || true)
    [[ $newest == "$output" ]] && return
    say "building $(basename "$output")"
    mkdir -p "$(dirname "$output")"
    "$@" "$source" -o "$output"
}
# Where the sources are that others wrote: wasi-libc's allocator, SQLite.
includes=(-I"$tools/src/wasi-libc" -I"$out/sqlite")
native() { make_from "$1" "$2" "$CLANG" -O2 -lm "${includes[@]}"; }
shimmed() { library=$tools/shim/lib/libnetwasi.a make_from "$1" "$2" "$netwasi_cc" -O2 "${includes[@]}"; }
# Without the shim, for engines that have preview 1 only, and without what wasm3 does not read. The kernels have a
# _start of their own. NAME-simd has vectors.
plain() {
    local features=(-mno-reference-types -mno-call-indirect-overlong)
    [[ $1 != *-simd.c ]] || features+=(-msimd128)
    make_from "$1" "$2" "$CLANG" -O2 "${features[@]}" "${includes[@]}" --target=wasm32-wasi --sysroot="$tools/sysroot" \
        -resource-dir "$tools/resource-dir" -nostartfiles -Wl,--no-entry
}
# both HOW DIRECTORY NAME…: programs of a directory, natively and as modules.
both() {
    local how=$1 directory=$2 name
    shift 2
    for name; do
        native "$directory/$name.c" "$out/native/$name"
        $how "$directory/$name.c" "$out/wasm/$name.wasm"
    done
}
sqlite() { [[ -e $out/sqlite/sqlite3.h ]] || { say "making SQLite's sqlite3.c" && "$here/amalgamate-sqlite.sh" "$out/sqlite"; }; }

# --- Measuring ---

# sample NAME KIND COMMAND…: runs a command that prints a number and notes it as a sample. Once failed is enough.
sample() {
    local file=$out/samples/$1.$2
    shift 2
    [[ -e $file && $(<"$file") == *nan* ]] && return
    "$@" >>"$file" || { say "failed: $*" && echo nan >>"$file"; }
}

# The median of a file of numbers; "-" when there is none or one of them is not a number.
median() {
    { sort -g "$1" 2>/dev/null || true; } |
        awk '/nan/ { bad = 1 } { v[NR] = $1 } END { if (!NR || bad) print "-"; else print (v[int((NR + 1) / 2)] + v[int(NR / 2) + 1]) / 2 }'
}

# calculate EXPRESSION A B: of two numbers a and b; "-" when there is not one.
calculate() { awk -v a="$2" -v b="$3" "BEGIN { OFMT = \"%.9g\"; if (a == \"-\" || b == \"-\") print \"-\"; else print $1 }"; }
ratio() { calculate 'b ? a / b : "-"' "$1" "$2"; }
# times NAME [KIND [KIND]]: how much longer the median of a kind (netwasi) is than that of another (native).
times() { ratio "$(median "$out/samples/$1.${2:-netwasi}")" "$(median "$out/samples/$1.${3:-native}")"; }
# scaled NAME KIND SCALE: a sample's median times SCALE.
scaled() { calculate 'a * b' "$(median "$out/samples/$1.$2")" "$3"; }
cells() {
    local cell
    for cell; do
        case ${cell%.*} in
        -) printf '%10s' - ;;
        ?????*) printf '%10.0f' "$cell" ;;
        *) printf '%10.3f' "$cell" ;;
        esac
    done
    echo
}
title() { printf '%-36s' "$1"; }

# on ENGINE WHAT MODULE-NAME OUTPUT: a number that stopwatch has of a program, its output in a file. The Python packages
# have no command: there it is the processor time of the run alone, without wasmtime's compilation.
on() {
    local module=$out/wasm/$3.wasm
    case $1 in
    native) "$out/stopwatch" "$2" "$4" "$out/native/$3" ;;
    netwasi) "$out/stopwatch" "$2" "$4" "$netwasi" run "$module" ;;
    wasmkit) "$out/stopwatch" "$2" "$4" wasmkit run "$module" ;;
    wasmedge | iwasm) "$out/stopwatch" "$2" "$4" "$1" "$module" ;;
    wasm3 | wasmtime) "$out/venv/bin/python" "$here/run-$1.py" "$module" 2>&1 >"$4" | tail -1 | sed -n 's/^run //p' ;;
    esac
}

# compute ENGINE WHAT NAME: the same, which fails when the output is not the native one.
compute() {
    local output=$out/output/$3.$1 number
    number=$(on "$1" "$2" "$3" "$output") && [[ -n $number ]] && cmp -s "$output" "$out/output/$3.native" && echo "$number"
}

# The peers that are there. wasm3 and wasmtime are installed where Python can.
find_peers() {
    local peer there=() line
    [[ -e $out/venv/bin/python ]] || python3 -m venv "$out/venv" || true
    for peer in "${peers[@]}"; do
        line=$(grep -E "^(py)?$peer==" "$here/requirements.txt" || true)
        if [[ -z $line ]]; then
            if command -v "$peer" >/dev/null; then there+=("$peer"); else say "no $peer on the PATH: not measured"; fi
        elif "$out/venv/bin/python" -c "import $peer" 2>/dev/null || { say "installing ${line%% *} with pip" &&
            "$out/venv/bin/pip" install --quiet --disable-pip-version-check --require-hashes -r <(echo "$line") >&2; }; then
            there+=("$peer")
        else
            say "no $peer: not measured"
        fi
    done
    peers=("${there[@]}")
}

# --- Start-up ---

measure_startup() {
    local name i kind
    sqlite
    both shimmed "$here/startup" empty
    # With one of the parts that Debian's has beside the core, and without threads.
    includes+=(-DSQLITE_THREADSAFE=0 -DSQLITE_ENABLE_FTS5 -DSQLITE_ENABLE_COLUMN_METADATA)
    both shimmed "$here/startup" open-close
    for ((i = 0; i < runs * 3; i++)); do
        for name; do
            for kind in native netwasi; do
                sample "$name" $kind on $kind wall "$name" /dev/null
                sample "$name-peak" $kind on $kind peak "$name" /dev/null
            done
        done
    done
    echo
    echo "Start-up: a whole run, median of $((runs * 3)); open-close is SQLite, whose module has $(stat -c %s "$out/wasm/open-close.wasm") bytes"
    printf '%-36s%10s%10s%10s\n' "" native netwasi factor
    for name; do
        title "$name (wall ms)"
        cells "$(scaled "$name" native 1000)" "$(scaled "$name" netwasi 1000)" "$(times "$name")"
        title "$name (peak MiB)"
        cells "$(scaled "$name-peak" native 1)" "$(scaled "$name-peak" netwasi 1)" "$(times "$name-peak")"
    done
}

# --- One thing ---

measure_micro() {
    local name i kind kinds=(native netwasi) titles
    find_peers
    # A Python function is no measure of wasm3's calls of the host.
    for kind in "${peers[@]}"; do kinds+=("$kind"); done
    both plain "$here/micro" "${micros[@]}"
    for ((i = 0; i < runs; i++)); do
        for name in "${micros[@]}"; do
            for kind in "${kinds[@]}"; do
                [[ $name.$kind == host.wasm3 ]] || sample "$name" "$kind" compute "$kind" cpu "$name"
            done
        done
    done
    declare -A titles=([loop]="loop: add, count, branch back" [branch]="compare-and-branch, not taken" [call]="call and return"
        [host]="host call (environ_sizes_get)") per=([loop]=1 [branch]=8 [call]=1 [host]=1)
    echo
    echo "One thing: nanoseconds, from medians of $runs; all but the first without the loop around"
    title "" && printf '%10s' "${kinds[@]}" && echo
    for name; do
        local row=() loop
        for kind in "${kinds[@]}"; do
            loop=$(scaled loop "$kind" 20)
            [[ $name != loop ]] || loop=0
            row+=("$(calculate "(a - b) / ${per[$name]}" "$(scaled "$name" "$kind" 20)" "$loop")")
        done
        title "${titles[$name]}" && cells "${row[@]}"
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

# over_http KIND COUNT: the seconds that the peer takes to ask lighttpd for 1 KiB as often, on one connection.
over_http() (
    kind=$1 work=$out/http BUILD=$tools NETWASI=$netwasi
    # shellcheck source=/dev/null
    . "$root/Tests/ports/server.sh"
    mkdir -p "$work/www"
    head -c 1024 /dev/zero >"$work/www/file"
    top=$work
    [[ $kind == native ]] || top=
    lighttpd_configuration() {
        printf '%s\n' "server.document-root = \"$top/www\"" "server.upload-dirs = ( \"$top/www\" )" \
            'server.bind = "127.0.0.1"' "server.port = $port" 'server.max-keep-alive-requests = 1000000000'
    }
    [[ $kind != native ]] || with_lighttpd_command() { "$@" lighttpd -D -f "$work/etc/lighttpd.conf"; }
    start_lighttpd >&2 || return
    "$out/native/peer" get "$port" "$2"
    stop_server
)

measure_net() {
    local name i kind count
    declare -A counts=([send]=1024 [receive]=1024 [pingpong]=20000 [accept]=5000 [connect]=5000 [packets]=200000
        [batches]=200000 [poll]=5000 [epoll]=200000 [sendmsg]=100000 [rights]=50000 [getaddrinfo]=200000 [lighttpd]=20000)
    declare -A titles=([send]="stream out, 64 KiB writes (MiB/s)" [receive]="stream in, 64 KiB reads (MiB/s)"
        [pingpong]="1-byte round trips per second" [accept]="accepts per second" [connect]="connects per second"
        [packets]="UDP packets per second" [batches]="UDP packets, 16 with a call, per s"
        [poll]="poll, 1000 idle, per second" [epoll]="epoll_wait, 10000 idle, per second"
        [sendmsg]="sendmsg of 16 iovecs per second" [rights]="SCM_RIGHTS round trips per second"
        [getaddrinfo]="getaddrinfo of a literal per second" [lighttpd]="lighttpd, keep-alive requests per s")
    # What is measured of lighttpd is what there is.
    PATH=$PATH:/usr/sbin:/usr/local/sbin
    local servers=()
    [[ ! -e $tools/ports/lighttpd.wasm ]] || servers+=(netwasi)
    ! command -v lighttpd >/dev/null || servers+=(native)
    native "$here/net/peer.c" "$out/native/peer"
    both shimmed "$here/net" tcp-send tcp-receive tcp-pingpong tcp-accept tcp-connect udp-packets \
        udp-batches poll-idle epoll-idle sendmsg-iovecs scm-rights getaddrinfo-literal
    for ((i = 0; i < runs; i++)); do
        for name; do
            count=${counts[$name]}
            for kind in native netwasi; do
                case $name in
                send) sample send $kind toward_peer $kind tcp-send "$count" sink ;;
                receive) sample receive $kind toward_peer $kind tcp-receive "$count" source $((count << 20)) ;;
                pingpong) sample pingpong $kind toward_peer $kind tcp-pingpong "$count" echo ;;
                accept) sample accept $kind from_peer $kind tcp-accept "$count" ;;
                connect) sample connect $kind toward_peer $kind tcp-connect "$count" answer "$count" ;;
                batches) sample batches $kind program $kind udp-batches "$count" ;;
                lighttpd) [[ " ${servers[*]} " != *" $kind "* ]] || sample lighttpd $kind over_http $kind "$count" ;;
                packets) sample packets $kind program $kind udp-packets "$count" ;;
                poll) sample poll $kind program $kind poll-idle 1000 "$count" ;;
                epoll) sample epoll $kind program $kind epoll-idle 10000 "$count" ;;
                sendmsg) sample sendmsg $kind program $kind sendmsg-iovecs "$count" ;;
                rights) sample rights $kind program $kind scm-rights "$count" ;;
                getaddrinfo) sample getaddrinfo $kind program $kind getaddrinfo-literal "$count" ;;
                esac
            done
        done
    done
    echo
    echo "Network over loopback: from the median wall time of $runs; the factor is of times"
    title "" && printf '%10s%10s%10s\n' native netwasi factor
    for name; do
        title "${titles[$name]}"
        cells "$(ratio "${counts[$name]}" "$(scaled "$name" native 1)")" "$(ratio "${counts[$name]}" "$(scaled "$name" netwasi 1)")" "$(times "$name")"
    done
}

# --- Kernels ---

# mean KIND KIND NAME…: the geometric mean of their times' ratios, over the rows that both could run.
mean() {
    local a=$1 b=$2 name
    shift 2
    for name; do times "$name" "$a" "$b"; done | awk '$1 != "-" { sum += log($1); n++ } END { print n ? exp(sum / n) : "-" }'
}

measure_cpu() {
    local name i kind row kinds=(native netwasi) of_ten=()
    find_peers
    kinds+=("${peers[@]}")
    sqlite
    both plain "$here/kernels" "$@"
    for ((i = 0; i < runs; i++)); do
        for name; do
            for kind in "${kinds[@]}"; do sample "$name" "$kind" compute "$kind" cpu "$name"; done
        done
    done
    echo
    echo "Kernels: seconds of processor time, median of $runs; whole runs, but of wasmtime without its compilation"
    printf '%-13s' "" && printf '%10s' "${kinds[@]}" && printf '%10s' "/native" && printf '%10s' "${peers[@]/#//}" && echo
    for name; do
        row=()
        [[ " ${ten[*]} " != *" $name "* ]] || of_ten+=("$name")
        for kind in "${kinds[@]}"; do row+=("$(scaled "$name" "$kind" 1)"); done
        for kind in native "${peers[@]}"; do row+=("$(times "$name" netwasi "$kind")"); done
        printf '%-13s' "$name" && cells "${row[@]}"
    done
    for name; do
        [[ $name != *-simd || ! -e $out/samples/${name%-simd}.netwasi ]] || printf '%s is %.2f times as fast as %s\n' "$name" \
            "$(ratio "$(scaled "${name%-simd}" netwasi 1)" "$(scaled "$name" netwasi 1)")" "${name%-simd}"
    done
    ((${#of_ten[@]})) || return 0
    row=()
    for kind in "${kinds[@]}"; do row+=("$(mean "$kind" native "${of_ten[@]}")"); done
    for kind in native "${peers[@]}"; do row+=("$(mean netwasi "$kind" "${of_ten[@]}")"); done
    printf '%-13s' "mean/native" && cells "${row[@]}"
    echo "mean/native: the geometric mean over ${of_ten[*]}; of an engine that could not run some, over the rest"
}

rm -rf "$out/samples" "$out/output"
mkdir -p "$out/samples" "$out/output"
native "$here/stopwatch.c" "$out/stopwatch"
echo "$(uname -srm), $(nproc) processors, $(awk -F': ' '/model name/ { print $2; exit }' /proc/cpuinfo), load $(cut -d' ' -f1 /proc/loadavg)"
for group in startup micro net cpu; do
    case $group in
    startup) rows=(empty open-close) ;;
    micro) rows=("${micros[@]}") ;;
    net) rows=("${nets[@]}") ;;
    cpu) rows=("${ten[@]}" "${beside[@]}") ;;
    esac
    mapfile -t rows < <(selected $group "${rows[@]}")
    if ((${#rows[@]})); then "measure_$group" "${rows[@]}"; fi
done
