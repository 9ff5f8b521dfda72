#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
#
# The command as a user meets it: exit statuses, what is said on standard error, and no crash whatever the file is.
# Network traffic stays on loopback; port 9 (discard) is where nobody listens.
set -u

here=$(cd "$(dirname "$0")" && pwd)
root=$here/../..
netwasi=${NETWASI:-$root/build/bin/netwasi}
cc=${NETWASI_CC:-$root/build/bin/netwasi-cc}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
export LC_ALL=C
passed=0 failed=0

pass() { passed=$((passed + 1)); }

fail() { # NAME DETAIL...
    failed=$((failed + 1))
    printf 'FAILED %s\n' "$1"
    shift
    printf '    %s\n' "$@"
    head -n 50 out | sed 's/^/    stdout: /'
    head -n 50 err | sed 's/^/    stderr: /'
}

# expect STATUS STDOUT STDERR ARGUMENT...: runs netwasi; the outputs, with | for the end of a line, must match the
# extended regular expressions, an empty one an empty output.
expect() {
    local want=$1 out=$2 err=$3 status
    shift 3
    timeout 20 "$netwasi" "$@" < /dev/null > out 2> err
    status=$?
    if [ $status -ne "$want" ]; then
        fail "netwasi $*" "status $status instead of $want"
    elif ! matches "$out" out || ! matches "$err" err; then
        fail "netwasi $*" "wanted stdout: $out" "wanted stderr: $err"
    else
        pass
    fi
}

matches() { # EXPRESSION FILE
    if [ -z "$1" ]; then [ ! -s "$2" ]; else tr '\n' '|' < "$2" | grep -qE -- "$1"; fi
}

# cannot_run FILE STDERR: status 1 and a single line.
cannot_run() {
    expect 1 '' "^netwasi: [^|]*$2[^|]*\|\$" run "$1"
}

# bytes HEX...: a module's header and these bytes.
bytes() {
    printf '\0asm\1\0\0\0'
    printf "$(printf '%s' "$*" | sed 's/ *\([0-9a-f][0-9a-f]\) */\\x\1/g')"
}

# --- Usage ---

expect 0 'USAGE: netwasi' ''
expect 0 'USAGE: netwasi run' '' run --help
expect 0 'USAGE: netwasi run' '' help run
expect 0 'USAGE: netwasi <subcommand>.*  imports  ' '' help
expect 0 '  --dir <host\[::guest\]\[:ro\]>\| {26}Let the program see' '' run --env A --help file
expect 0 'ARGUMENTS:\|  <file>                  The module\.\|\|OPTIONS:\|  --code                  Show' '' inspect -h
expect 0 '^netwasi [0-9]' '' --version
expect 0 '^netwasi [0-9]' '' run --version
expect 0 'wasi_socket_tcp\.connect' '' imports
expect 2 '' "Unexpected argument|unknown" bogus
expect 2 '' 'Missing expected argument' run
expect 2 '' 'Missing expected argument' inspect
expect 2 '' "Missing expected argument '<file>'\|Help:.*Usage: netwasi validate <file>\|" validate --
expect 2 '' "Unexpected argument 'b'" validate a b
expect 2 '' "'--explain' does not take any value, but '3' was specified.*'netwasi run --help'" run --explain=3 file
expect 2 '' "Missing value for '--argv0" run --argv0 --trace file
expect 2 '' "invalid for '--max-memory" run --max-memory 1G --max-memory= file
expect 2 '' "Unknown option '--bogus'" run --bogus file
expect 2 '' "Missing value for '--env" run --env
expect 2 '' "'=x' has no name" run --env =x file
expect 2 '' "invalid for '--max-memory" run --max-memory much file
expect 2 '' '--max-descriptors: not from' run --max-descriptors 10 file
expect 2 '' 'contradicts' run --no-network --allow-net file
expect 2 '' "--allow-outbound: a rule begins with tcp://, udp://, unix://, icmp:// or raw://\|  example.com:80\|  \^\|" \
    run --allow-outbound example.com:80 file
expect 2 '' "'8x' is not a port[^|]*\|  tcp://a:80,8x\|             \^\^\|" run --allow-inbound tcp://a:80,8x file
expect 2 '' "cannot be in a name" run --allow-resolve 'a b' file

# --- Files that are no programs ---

cannot_run missing 'missing: no such file or directory'
mkdir directory
cannot_run directory 'is a directory'
: > empty
cannot_run empty 'the file is empty'
echo 'int main(void) { return 0; }' > text
cannot_run text 'it is text'
echo '(module)' > text.wat
cannot_run text.wat 'WebAssembly text'
truncate -s 2G large
cannot_run large 'larger than a module can be'
cannot_run /dev/null 'the file is empty'
printf '#!/bin/sh\necho no\n' > script
cannot_run script 'it is a script'
cannot_run /bin/sh 'ELF'
printf '!<arch>\n' > archive
cannot_run archive 'archive of objects'
printf '\0asm\15\0\1\0' > component
cannot_run component 'it is a component'
printf '\0asm\2\0\0\0' > version
cannot_run version 'version 2 of the format'
printf '\1\2\3\4\5\6\7\377' > binary
cannot_run binary 'does not begin with'
bytes > nothing
cannot_run nothing 'exports no function _start'
# A type section of a type that does not exist; a function section whose function has an unknown type.
bytes 01 02 01 50 > type
cannot_run type 'invalid module: .*\(at byte offset 11\)'
bytes 03 02 01 00 0a 04 01 02 00 0b > function
cannot_run function 'invalid module: unknown type 0 \(at byte offset'
# (import "env" "f" (func)), and with the name in control characters.
bytes 01 04 01 60 00 00 02 09 01 03 65 6e 76 01 66 00 00 03 02 01 00 07 0a 01 06 5f 73 74 61 72 74 00 01 \
    0a 04 01 02 00 0b > import
cannot_run import "imports 'env\.f', func \(\), which netwasi does not have"
bytes 01 04 01 60 00 00 02 09 01 03 65 1b 07 01 66 00 00 03 02 01 00 07 0a 01 06 5f 73 74 61 72 74 00 01 \
    0a 04 01 02 00 0b > control
cannot_run control "imports 'e\?\?\.f'"
# (import "wasi_snapshot_preview1" "proc_exit" (func))
bytes 01 04 01 60 00 00 02 24 01 16 77 61 73 69 5f 73 6e 61 70 73 68 6f 74 5f 70 72 65 76 69 65 77 31 \
    09 70 72 6f 63 5f 65 78 69 74 00 00 03 02 01 00 07 0a 01 06 5f 73 74 61 72 74 00 01 0a 04 01 02 00 0b > wrong
cannot_run wrong "imports 'wasi_snapshot_preview1\.proc_exit' as func \(\), but here it is func \(i32\)"

# Every beginning of a module is refused in one line.
size=$(wc -c < import)
for ((length = 1; length < size; length++)); do
    head -c "$length" import > cut
    cannot_run cut '(truncated|not a program|invalid module)'
done

# --- Programs ---

for program in show trap net forever endless; do
    "$cc" -O1 -g "$here/$program.c" -o "$program.wasm" || exit 1
done

expect 0 '^argument show.wasm\|$' '' run show.wasm
expect 0 '^argument show.wasm\|argument -x\|argument --env\|argument --\|$' '' run show.wasm -x --env --
expect 0 '^argument show.wasm\|argument a\|$' '' run -- show.wasm a
expect 0 '^argument other\|argument a\|$' '' run --argv0 other show.wasm a
expect 7 'variable EXIT=7' '' run --env EXIT=7 show.wasm
expect 255 'variable EXIT=-1' '' run --env EXIT=-1 show.wasm
A=1 B=2 expect 0 '^argument show.wasm\|variable A=1\|variable C=\|$' '' run --env A --env C= --env NOT_SET show.wasm
A=1 expect 0 'variable A=2\|' '' run --inherit-env --env=A=2 show.wasm
expect 0 '^argument -x=\|$' '' run --argv0=y --argv0=-x= show.wasm
expect 0 '' '' validate show.wasm
expect 0 'export	_start	func \(\)\|' '' inspect show.wasm

# Code, of the whole module or one function; where something traps is where that is shown.
expect 0 '\|\(func \(;[0-9]+ _start;\) .*\|\(func \(;[0-9]+ divide;\) .*i32\.div_s\|' '' inspect --code trap.wasm
expect 0 '^\(func \(;[0-9]+ divide;\) \(type [0-9]+\)[^|]*\|.*i32\.div_s\|\(;@[0-9a-f]*;\) \)\|$' '' \
    inspect --code --function divide trap.wasm
"$netwasi" run trap.wasm divide > out 2> err
place=$(sed -n 's/^    0: divide (at 0x\(.*\))$/\1/p' err)
expect 0 "@0*${place:-none};\)[ ]*i32\.div_s\|" '' inspect --code --function divide trap.wasm
expect 0 ' divide;\)' '' inspect trap.wasm --function divide --code
expect 1 '' "has no function 'nonesuch'\|\$" inspect --code --function nonesuch trap.wasm
expect 1 '' 'has no function 99999999\|$' inspect --code --function 99999999 trap.wasm
expect 1 '' 'function 0 is imported\|$' inspect --code --function 0 trap.wasm
expect 1 '' 'has no function -9223372036854775808\|$' inspect --code --function=-9223372036854775808 trap.wasm
expect 2 '' '--function: only with --code' inspect --function 0 trap.wasm
expect 1 '' '^netwasi: function: invalid module: unknown type 0 \(at byte offset [0-9]*\)\|$' inspect --code function
"$netwasi" inspect --code trap.wasm > /dev/full 2> err
[ $? -eq 1 ] && grep -q 'cannot write to standard output' err && pass || fail 'standard output is full'

# Directories.
mkdir -p files/below
echo content > files/file
expect 0 'READ: [A-Z]' '' run --env READ=/file show.wasm
expect 0 'READ: content\|' '' run --dir files::/ --env READ=/file show.wasm
expect 0 'READ: content\|' '' run --dir files --env READ=files/file show.wasm
expect 0 'READ: content\|' '' run --dir "$work/files" --env READ="$work/files/file" show.wasm
expect 0 'READ: content\|' '' run --dir=files::/a:ro --dir files/below::/b --env READ=/a/file show.wasm
expect 0 'CREATE: [A-Z]' '' run --dir files::/a:ro --env CREATE=/a/new show.wasm
if [ -e files/new ]; then fail 'a read-only directory was written to'; else pass; fi
expect 0 'CREATE: \|' '' run --dir files::/a --env CREATE=/a/new show.wasm
if [ -e files/new ]; then pass; else fail 'a directory was not written to'; fi
expect 1 '' '^netwasi: --dir: missing: no such file or directory\|$' run --dir missing show.wasm
expect 1 '' '^netwasi: --dir: show.wasm: not a directory\|$' run --dir show.wasm show.wasm
expect 2 '' "--dir: '::/' is not" run --dir ::/ show.wasm
expect 2 '' "--dir: 'files::' is not" run --dir files:: show.wasm

# An executable with a first line for the system.
{ printf '#!/somewhere/netwasi run\n'; cat show.wasm; } > shebang
expect 0 '^argument shebang\|$' '' run shebang
{ printf '#!/somewhere/netwasi run\n'; head -c 100 show.wasm; } > shebang
cannot_run shebang 'truncated'

# Traps.
expect 134 '^before\|$' '^netwasi: trap.wasm: trapped: unreachable\|.*0: middle.*1: .*main.*_start' run trap.wasm
expect 134 '^before\|$' 'trapped: integer divide by zero\|.*0: divide.*1: middle' run trap.wasm divide
expect 134 '^before\|$' 'trapped: out of bounds memory access\|.*0: outside.*1: middle' run trap.wasm outside
expect 134 '^before\|$' 'trapped: call stack exhausted\|.*0: deep.*31: deep[^|]*\|    …\|$' run trap.wasm deep
expect 134 '^before' 'call stack exhausted' run --max-stack 64K trap.wasm deep
expect 1 '' 'netwasi: show.wasm: ' run --max-memory 64K show.wasm
expect 0 'argument' 'netwasi: wasi_snapshot_preview1\.[a-z_]*\(.*\) = 0\|' run --trace show.wasm

# Limits: 0, units, more than there is. A module that has no memory needs none.
expect 1 '' 'cannot be linked: out of resources: memory of [0-9]+ pages exceeds the limit\|$' \
    run --max-memory 0 show.wasm
bytes 01 04 01 60 00 00 03 02 01 00 07 0a 01 06 5f 73 74 61 72 74 00 00 0a 04 01 02 00 0b > plain
expect 0 '' '' run --max-memory 0 plain
for size in 1G 1048576K 1024m 1073741824 999999T 18446744073709551615; do
    case $size in
    *T) expect 2 '' "invalid for '--max-memory" run --max-memory $size show.wasm ;;
    *) expect 0 '^argument show.wasm' '' run --max-memory $size show.wasm ;;
    esac
done
for size in -1 1.5M '' 18446744073709551616 17179869184G 1KK; do
    expect 2 '' "invalid for '--max-memory|Missing value" run "--max-memory=$size" show.wasm
    expect 2 '' "invalid for '--max-stack|Missing value" run "--max-stack=$size" show.wasm
done
expect 134 '' 'trapped: call stack exhausted' run --max-stack 0 show.wasm
expect 134 '' 'trapped: call stack exhausted' run --max-stack 1 show.wasm
expect 0 '^argument show.wasm' '' run --max-stack 512G show.wasm

# Processes that a program makes.
for count in 0 -1 4097 x ''; do
    expect 2 '' "max-processes" run "--max-processes=$count" show.wasm
done
expect 0 '^argument show.wasm' '' run --max-processes 4096 show.wasm

# A limit of time ends every computation and every wait, and says where.
for time in 0 0s 0.0000000001s -1s 1x s .5s 5.s 1e3 '' 99999999999h; do
    expect 2 '' "invalid for '--timeout|Missing value" run "--timeout=$time" show.wasm
done
for time in 5 5s 5000ms 0.5m 1h 2562047h; do
    expect 0 '^argument show.wasm' '' run --timeout $time show.wasm
done
expect 134 '^before' 'trapped: unreachable' run --timeout 10s trap.wasm
for way in compute handler atexit read recv poll select epoll accept sleep pause sigwait sigsuspend stop tstp timer ready \
    fork child; do
    expect 124 '^(before\|)?$' '^netwasi: forever.wasm: timed out after 200ms\|    0: .*(compute|_start)' \
        run --timeout 200ms --allow-inbound tcp://127.0.0.1:0 forever.wasm $way
done
expect 124 '^(before\|)?$' '^netwasi: forever.wasm: timed out after 0.2s\|.*wait_in.*_start' \
    run --timeout 0.2 forever.wasm write
# One instruction that takes longer than the program is given to come to the next one, perhaps.
expect 124 '^(before\|)?$' '^netwasi: forever.wasm: timed out after 200ms\|' run --timeout 200ms forever.wasm fill
# All that the program has become ends: this reads until the last of them has closed its output.
[ "$(timeout 20 "$netwasi" run --timeout 200ms forever.wasm orphan; echo $?)" = "before
0" ] && pass || fail 'a limit of time, and processes that outlive the first'
mkdir fifos
mkfifo fifos/fifo
expect 124 '^(before\|)?$' '^netwasi: forever.wasm: timed out after 200ms\|.*wait_in.*_start' \
    run --timeout 200ms --dir fifos::/ forever.wasm fifo
# Nobody reads standard error, and it is full; nobody writes the file that should be a module.
mkfifo full
exec 5<> full
timeout 20 "$netwasi" run --timeout 200ms forever.wasm stderr > out 2> full
[ $? -eq 124 ] && pass || fail 'a limit of time, with nobody to read standard error'
exec 5<&-
expect 124 '' '^netwasi: full: timed out after 200ms\|$' run --timeout 200ms full
# (func loop br 0 end) as the start function, and in a loop that catches all exceptions, as _start.
bytes 01 04 01 60 00 00 03 02 01 00 07 0a 01 06 5f 73 74 61 72 74 00 00 08 01 00 \
    0a 09 01 07 00 03 40 0c 00 0b 0b > start
expect 124 '' '^netwasi: start: timed out after 200ms\|    0: _start' run --timeout 200ms start
bytes 01 04 01 60 00 00 03 02 01 00 07 0a 01 06 5f 73 74 61 72 74 00 00 \
    0a 17 01 15 00 03 40 02 40 1f 40 01 02 00 03 40 0c 00 0b 0b 0b 0c 00 0b 0b > catch
expect 124 '' '^netwasi: catch: timed out after 200ms\|    0: _start' run --timeout 200ms catch

# The program's output is not the place for what the command says.
"$netwasi" run trap.wasm > out 2> /dev/full; [ $? -eq 134 ] && pass || fail 'standard error is full'

# --- The network ---

expect 1 '^connect: Permission denied\|$' '' run --no-explain net.wasm connect 127.0.0.1 9
expect 1 '^connect: Permission denied\|$' . run --no-explain --explain net.wasm connect 127.0.0.1 9
expect 1 '^connect: Permission denied\|$' '^netwasi: refused connect to tcp 127\.0\.0\.1:9; allow it with --allow-outbound tcp://127\.0\.0\.1:9\|$' \
    run net.wasm connect 127.0.0.1 9
expect 1 '^connect: Connection refused\|$' '' run --allow-outbound tcp://127.0.0.1:9 net.wasm connect 127.0.0.1 9
expect 1 '^connect: Connection refused\|$' '' run --allow-net net.wasm connect 127.0.0.1 9
expect 1 '^connect: Permission denied\|$' . run --allow-outbound tcp://127.0.0.1:10 net.wasm connect 127.0.0.1 9
expect 1 '^connect: Permission denied\|$' . run --allow-outbound udp://127.0.0.1:9 net.wasm connect 127.0.0.1 9
expect 1 '^connect: Permission denied\|$' . run --allow-inbound tcp://127.0.0.1:9 net.wasm connect 127.0.0.1 9
expect 1 '^socket: Permission denied\|$' '^netwasi: refused a network; leave out --no-network\|$' \
    run --no-network net.wasm connect 127.0.0.1 9
expect 1 '^lookup: ' "refused lookup of 'localhost'; allow it with --allow-resolve localhost" \
    run net.wasm connect localhost 9
expect 1 '^connect: Connection refused\|$' '' run --allow-outbound tcp://localhost:9 net.wasm connect localhost 9
expect 1 'Permission denied' 'connect to tcp 127\.0\.0\.1:9 \(localhost\); allow it with --allow-outbound tcp://localhost:9\|$' \
    run --allow-resolve localhost net.wasm connect localhost 9
expect 0 '^lookup: 127\.0\.0\.1\|$' '' run --allow-resolve localhost net.wasm lookup localhost
expect 1 '^bind: Permission denied\|$' 'refused bind to tcp 127\.0\.0\.1:0; allow it with --allow-inbound tcp://127\.0\.0\.1:0\|' \
    run net.wasm bind 127.0.0.1 0
expect 0 '^bind: done\|$' '' run --allow-inbound tcp://127.0.0.1:0 net.wasm bind 127.0.0.1 0
expect 1 '^bind: Permission denied\|$' . run --allow-inbound tcp://127.0.0.1:0 net.wasm bind 0.0.0.0 0
expect 1 '^listen: Permission denied\|$' 'refused listen on tcp 0\.0\.0\.0:0' run net.wasm listen 0.0.0.0
expect 0 '^listen: done\|$' '' run --allow-inbound 'tcp://*:0' net.wasm listen 0.0.0.0
expect 1 '^send: Permission denied\|$' 'refused send to udp 127\.0\.0\.1:9; allow it with --allow-outbound udp://' \
    run net.wasm send 127.0.0.1 9
expect 0 '^send: done\|$' '' run --allow-outbound udp://127.0.0.1:9 net.wasm send 127.0.0.1 9

# Standard error may be closed: what is said there then goes nowhere.
"$netwasi" run net.wasm connect 127.0.0.1 9 > out 2>&-
if [ $? -eq 1 ] && grep -q 'Permission denied' out; then pass; else fail 'standard error is closed'; fi

# shellcheck source=Tests/cli/odd.sh
. "$here/odd.sh"

# --- Damaged modules: refused or accepted, never a crash ---

size=$(wc -c < show.wasm)
RANDOM=1
for ((round = 0; round < 100; round++)); do
    cp show.wasm damaged
    for ((flip = 0; flip < 3; flip++)); do
        printf "\\x$(printf %02x $((RANDOM % 256)))" |
            dd of=damaged bs=1 seek=$(((RANDOM * 32768 + RANDOM) % size)) conv=notrunc status=none
    done
    timeout 20 "$netwasi" validate damaged > out 2> err
    status=$?
    if [ $status -le 1 ]; then pass; else fail "validate damaged, round $round" "status $status"; fi
done

printf '%s passed, %s failed\n' $passed $failed
[ $failed -eq 0 ]
