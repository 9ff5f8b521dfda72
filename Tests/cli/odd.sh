# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
#
# Part of run.sh: files that are no plain files, descriptors that are closed or full, modules that fit in nearly everything.

# --- Where modules come from ---

mkfifo fifo
cat show.wasm > fifo &
expect 0 '^argument fifo\|$' '' run fifo
expect 0 '^argument /dev/fd/[0-9]+\|$' '' run <(cat show.wasm)
cannot_run /dev/zero 'does not begin with'
mkdir unreadable
cp show.wasm unreadable/module.wasm
chmod 0 unreadable/module.wasm
if [ "$(id -u)" -ne 0 ]; then cannot_run unreadable/module.wasm 'permission denied'; fi
cannot_run show.wasm/below 'not a directory'
ln -s loop loop
cannot_run loop 'too many symbolic links'

# --- Standard descriptors ---

# A program does not get what the host opens in the place of a closed one, and no file of its own lands there.
for closed in '0<&-' '1>&-' '2>&-' '0<&- 1>&-' '1>&- 2>&-' '0<&- 1>&- 2>&-'; do
    eval "timeout 20 '$netwasi' run --dir files::/ --env READ=/file show.wasm $closed" > out 2> err
    status=$?
    case $closed in
    *1\>*) wanted='' ;;
    *) wanted='READ: content' ;;
    esac
    if [ $status -eq 0 ] && [ "$(grep '^READ' out)" = "$wanted" ]; then pass; else fail "with $closed" "status $status"; fi
done
timeout 20 "$netwasi" run trap.wasm > /dev/full 2> err
[ $? -eq 134 ] && pass || fail 'standard output is full'
timeout 20 "$netwasi" inspect show.wasm > /dev/full 2> err
[ $? -ne 139 ] && pass || fail 'standard output of inspect is full'
# A reader that went: the program ends as any other does, of SIGPIPE.
(yes() { while :; do echo y; done; }; yes | timeout 20 "$netwasi" run endless.wasm; echo $? > status) 2> err | head -c 1 > out
[ "$(cat status)" -eq 141 ] && pass || fail 'nobody reads' "status $(cat status)"

# --- Modules that are nearly programs ---

python3 - "$root/Tests/hostile" << 'MODULES'
import sys
sys.dont_write_bytecode = True
sys.path.insert(0, sys.argv[1])
from modules import *

WASI = name(b"wasi_snapshot_preview1")


def put(file, *arguments, **options):
    with open("odd_" + file, "wb") as output:
        output.write(module(*arguments, **options))


def importing(file, *items, **options):
    put(file, [body(b"")], sections={2: vector(len(items), b"".join(items))}, **options)


put("start_traps", [body(b""), body(UNREACHABLE)], sections={8: leb(1)})
put("start_recurses", [body(b""), body(b"\x10\x01")], sections={8: leb(1)})
put("start_throws", [body(b""), body(b"\x08\0")], sections={8: leb(1), 13: vector(1, b"\0\0")})
put("throws", [body(b"\x08\0")], sections={13: vector(1, b"\0\0")})
put("parameters", [body(b"")], [function_type(I32, b"")], b"\2")
put("result", [body(b"\x41\x05")], [function_type(b"", I32)], b"\2")
put("memory", [body(b"")], sections={5: b"\1\0\1", 7: vector(1, name(b"_start") + b"\2\0")})
put("initialize", [body(b""), body(UNREACHABLE)], exports=(1 + 1, name(b"_initialize") + b"\0\1"))
put("data_outside", [body(b"")], sections={5: b"\1\0\1", 11: vector(1, b"\0\x41\xff\xff\x3f\x0b\x02ab")})
put("table_outside", [body(b"")], sections={4: vector(1, b"\x70\0\1"), 9: vector(1, b"\0\x41\1\x0b\1\0")})
put("null", [body(b"\x41\0\x11\0\0")], sections={4: vector(1, b"\x70\0\1")})
put("large_memory", [body(b"")], sections={5: vector(1, b"\0" + leb(65536))})
# Grows by a page until that fails, and traps unless it has 256 then.
put("grows", [body(b"\x03\x40\x41\1\x40\0\x41\x7f\x47\x0d\0\x0b\x3f\0\x41\x80\2\x47\x04\x40\0\x0b")], sections={5: b"\1\0\1"})
# 64 memories of a page; a table of 2^32 - 1.
put("memories", [body(b"")], sections={5: vector(64, b"\0\1" * 64)})
put("table", [body(b"")], sections={4: vector(1, b"\x70\0" + leb(0xFFFFFFFF))})
importing("imports_memory", name(b"env") + name(b"memory") + b"\2\0\1")
importing("imports_table", name(b"env") + name(b"table") + b"\1\x70\0\1")
importing("imports_global", name(b"env") + name(b"g") + b"\3\x7f\0")
importing("imports_tag", name(b"env") + name(b"t") + b"\4\0\0")
# In no order, one of them twice, one that netwasi has with another type.
importing("imports_three", name(b"other") + name(b"g") + b"\0\0", WASI + name(b"proc_exit") + b"\0\0",
          name(b"env") + name(b"f") + b"\0\0", name(b"other") + name(b"g") + b"\0\0", start=4)
importing("imports_many", *[name(b"env") + name(b"f%02d" % n) + b"\0\0" for n in range(22)], start=22)
importing("wasi_memory", WASI + name(b"proc_exit") + b"\2\0\1")
# Calls args_get without a memory: EFAULT, and no crash.
put("no_memory", [body(b"\x41\0\x41\0\x10\0\x41\x15\x47\x04\x40\0\x0b")], [function_type(I32 * 2, I32)], start=1,
    sections={2: vector(1, WASI + name(b"args_get") + b"\0\2")})
MODULES

expect 134 '' 'trapped: unreachable\|.*0: function 1' run odd_start_traps
expect 134 '' 'trapped: call stack exhausted\|.*31: function 1[^|]*\|    …\|$' run odd_start_recurses
expect 134 '' 'trapped: uncaught exception\|.*0: function 1' run odd_start_throws
expect 134 '' 'trapped: uncaught exception\|.*0: _start' run odd_throws
cannot_run odd_parameters 'not a program: its _start is func \(i32\), not func \(\)'
cannot_run odd_result 'not a program: its _start is func \(\) -> \(i32\), not func \(\)'
cannot_run odd_memory 'exports no function _start'
expect 134 '' 'trapped: unreachable\|.*0: _initialize' run odd_initialize
expect 134 '' 'trapped: out of bounds memory access' run odd_data_outside
expect 134 '' 'trapped: out of bounds table access' run odd_table_outside
expect 134 '' 'trapped: uninitialized element' run odd_null
expect 0 '' '' run odd_large_memory
expect 1 '' 'cannot be linked: out of resources: memory of 65536 pages exceeds the limit' run --max-memory 4095M odd_large_memory
expect 0 '' '' run --max-memory 16M odd_grows
expect 134 '' 'unreachable' run --max-memory 15M odd_grows
expect 0 '' '' run --max-memory 4M odd_memories
expect 1 '' 'out of resources: memories exceed the limit together' run --max-memory 4032K odd_memories
expect 1 '' 'out of resources: table of 4294967295 elements' run odd_table
cannot_run odd_imports_memory "imports 'env\.memory', memory 1\.\., which netwasi does not have"
cannot_run odd_imports_table "imports 'env\.table', table 1\.\. funcref, which"
cannot_run odd_imports_global "imports 'env\.g', global i32, which"
cannot_run odd_imports_tag "imports 'env\.t', tag \(\), which"
expect 1 '' '^netwasi: odd_imports_three: imports 3 things that netwasi does not have:\|    env\.f, func \(\)\|    other\.g, func \(\)\|    wasi_snapshot_preview1\.proc_exit, func \(\), but here it is func \(i32\)\|$' \
    run odd_imports_three
expect 1 '' 'imports 22 things that .*:\|    env\.f00, .*\|    env\.f19, func \(\)\|    and 2 more; netwasi inspect shows them\|$' \
    run odd_imports_many
cannot_run odd_wasi_memory "imports 'wasi_snapshot_preview1\.proc_exit' as memory 1\.\., but here it is func \(i32\)"
expect 0 '' '' run odd_no_memory
