# SPDX-License-Identifier: Apache-2.0
"""compare.py NETWASI WASM_TOOLS SOURCES DIRECTORY MODULE...: the disassembler against wasm-tools.

First a module with every instruction of the opcode table, then the modules given, those that netwasi refuses left out:
every instruction's offset, name and immediates must be the same.
"""
import os
import re
import struct
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

netwasi, tools, sources, work = sys.argv[1:5]

# What is written after an instruction of each kind of immediates, in a module that has two of everything.
IMMEDIATES = {
    "none": "", "fence": "", "label": "0", "function": "1", "typeAndTable": "1 (type 1)",
    "tag": "1", "local": "1", "global": "1", "table": "1", "tableAndTable": "1 0", "element": "1",
    "elementAndTable": "0 1", "memory": "1", "memoryAndMemory": "1 0", "data": "1", "dataAndMemory": "1 1",
    "memoryArgument": "1 offset=300 align={align}", "memoryArgumentAndLane": "1 offset=300 align={align} 1",
    "lane": "1", "lanes": " ".join(map(str, range(16, 32))), "i32": "-2147483648", "i64": "-9223372036854775808",
    "f32": "-nan:0x200001", "f64": "0x1.23456789abcdep-1022", "v128": "i32x4 0x03020100 0x07060504 0x0b0a0908 0x0f0e0d0c",
    "referenceType": "func", "selectTypes": "(result f64)",
}
# Instructions that are not written alone.
STRUCTURED = {
    "block": "block (type 1) drop i64.const 3 end drop", "loop": "loop (param i32) (result i64) drop i64.const 3 end drop",
    "if": "if (result f32) f32.const 0x1p-149 else f32.const inf end drop", "else": "", "end": "",
    "return_call": "return_call 2", "return_call_indirect": "return_call_indirect 1 (type 0)",
    "br_table": "block block unreachable br_table 0 1 2 0 end end",
    "try_table": "block (result exnref) try_table (catch_ref 1 0) (catch_all_ref 0) end unreachable end drop "
                 "block try_table (result f64) (catch 0 0) (catch_all 1) f64.const 2 end drop end",
}
MODULE = """(module
 (type (func)) (type (func (param i32) (result i64)))
 (import "a" "b" (func (type 1)))
 (table 2 funcref) (table 2 funcref) (memory 1) (memory 1 1 shared) (tag) (tag) (data "a") (data "b")
 (global i32 (i32.const 1)) (global (mut f64) (f64.const 1)) (elem declare func 1) (elem func 0 1)
 (func (type 1) (local i32 i32 f64) unreachable) (func)
%s)
"""


def rows():
    """Mnemonic, kind of immediates and width's exponent of every row of the opcode table."""
    found = []
    for name in sorted(os.listdir(sources)):
        if name.startswith("OpcodeRows"):
            text = open(os.path.join(sources, name)).read()
            found += re.findall(r'row\(\.`?\w+`?, "([^"]+)"(?:, \.(\w+))?(?:, "[^"]*")?(?:, (\d))?\)', text)
    return [(name, kind or "none", int(width or 0)) for name, kind, width in found]


def module_of_every_instruction(rows):
    """Each stands after an `unreachable`, where the operand stack has whatever is wanted."""
    functions = []
    for name, kind, width in rows:
        immediates = IMMEDIATES.get(kind, "").format(align=1 << width)
        code = STRUCTURED.get(name, f"{name} {immediates}")
        local = "(local f64) " if kind == "local" else "(local i32) "
        functions.append(f" (func (param i32) {local}unreachable {code} unreachable)")
    return MODULE % "\n".join(functions)


def bits(text, form):
    """A float's bits: both programs write it in their own way, and so that nothing is lost."""
    if "nan" in text:
        return text
    return struct.pack(form, float.fromhex(text) if "0x" in text else float(text)).hex()


def lines(text):
    """(offset, instruction) of each line that is an instruction or ends a function."""
    found = []
    inside = False
    for line in text.splitlines():
        match = re.match(r"\(;@([0-9a-f]+)\s*;\)\s*(.*)", line)
        rest = match[2] if match else line
        if rest.startswith("(func "):
            inside = True
        elif match and inside and not rest.startswith(("(local", "(param", "(result")):
            rest = re.sub(r"\(;.*?;\)|;;.*", "", rest)
            rest = re.sub(r"\s+", " ", rest).replace(" )", ")").strip()
            word = rest.split(" ")
            if word[0] in ("f32.const", "f64.const"):
                rest = f"{word[0]} {bits(word[1], 'f' if word[0] == 'f32.const' else 'd')}"
            found.append((int(match[1], 16), rest))
            if rest == ")":
                inside = False
    return found


def run(*command):
    """Runs a command to its end."""
    return subprocess.run(command, capture_output=True, text=True)


def compare(path):
    """None when netwasi refuses the module; else the names in it, and what differs."""
    stripped = os.path.join(work, f"{abs(hash(path)):x}.wasm")
    ours = run(netwasi, "inspect", "--code", path)
    if ours.returncode != 0:
        return None
    # Names would be printed in place of indices.
    if run(tools, "strip", "--all", path, "-o", stripped).returncode != 0:
        return None
    try:
        ours, theirs = run(netwasi, "inspect", "--code", stripped), run(tools, "print", "-p", stripped)
    finally:
        os.unlink(stripped)
    if theirs.returncode != 0 or "(;@" not in theirs.stdout:
        return None
    left, right = lines(ours.stdout), lines(theirs.stdout)
    names = {text.split(" ")[0] for _, text in left}
    for a, b in zip(left, right):
        if a != b:
            return names, f"{path}: netwasi has {a[0]:x} {a[1]}, wasm-tools {b[0]:x} {b[1]}"
    return names, None if len(left) == len(right) else f"{path}: {len(left)} lines, of wasm-tools {len(right)}"


def main():
    """The exit status."""
    table = rows()
    every = os.path.join(work, "every")
    with open(every + ".wat", "w") as file:
        file.write(module_of_every_instruction(table))
    parsed = run(tools, "parse", every + ".wat", "-o", every + ".wasm")
    if parsed.returncode != 0:
        sys.exit(parsed.stderr)
    passed, failed = 0, 0

    def check(is_right, message):
        nonlocal passed, failed
        passed, failed = passed + bool(is_right), failed + (not is_right)
        if not is_right:
            print("FAILED", message)

    result = compare(every + ".wasm")
    check(result, "netwasi refuses the module of every instruction: " + run(netwasi, "validate", every + ".wasm").stderr)
    if result:
        check(not result[1], result[1])
        missing = {name for name, _, _ in table} - result[0]
        check(not missing, f"not in the module of every instruction: {missing}")
    with ThreadPoolExecutor(2) as pool:
        for result in pool.map(compare, sys.argv[5:]):
            if result:
                check(not result[1], result[1])
    print(f"{passed} passed, {failed} failed")
    return failed != 0


sys.exit(main())
