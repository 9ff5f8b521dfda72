# SPDX-License-Identifier: Apache-2.0
"""Runs modules in wasmtime and writes what came of it as scripts for spectest, which repeats it in our engine.

usage: compare.py OUTPUT MODULE.wasm...

For each module, OUTPUT/NAME/script.json beside a copy of it. Every exported function that takes numbers is called a few
times, with numbers that are known for trouble; results, traps, exported globals, memories and tables are what is to be repeated.
A module that wasmtime cannot run to an end (out of fuel, out of its stack) has its script end there.
"""
import json
import math
import os
import random
import shutil
import struct
import sys
import zlib

import wasmtime

import exports

FUEL = 2_000_000
ROUNDS = 3
TRAPS = {
    wasmtime.TrapCode.UNREACHABLE: "unreachable",
    wasmtime.TrapCode.MEMORY_OUT_OF_BOUNDS: "out of bounds memory access",
    wasmtime.TrapCode.HEAP_MISALIGNED: "unaligned atomic",
    wasmtime.TrapCode.TABLE_OUT_OF_BOUNDS: "undefined element: out of bounds table access",
    wasmtime.TrapCode.INDIRECT_CALL_TO_NULL: "uninitialized element",
    wasmtime.TrapCode.BAD_SIGNATURE: "indirect call type mismatch",
    wasmtime.TrapCode.INTEGER_OVERFLOW: "integer overflow",
    wasmtime.TrapCode.INTEGER_DIVISION_BY_ZERO: "integer divide by zero",
    wasmtime.TrapCode.BAD_CONVERSION_TO_INTEGER: "invalid conversion to integer",
    wasmtime.TrapCode.NULL_REFERENCE: "null reference",
    wasmtime.TrapCode.ATOMIC_WAIT_NON_SHARED_MEMORY: "expected shared memory",
}
INTEGERS = [0, 1, 2, 3, 4, 7, 8, 15, 16, 31, 32, 33, 63, 64, 255, 256, 65535, 65536, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF]
LONG = INTEGERS + [1 << 32, (1 << 63) - 1, 1 << 63, (1 << 64) - 1, 0x123456789ABCDEF0]
FLOATS = [0.0, -0.0, 1.0, -1.0, 0.5, 1.5, 2.5, -2.5, 1e10, 1e30, math.inf, -math.inf, 2147483648.0, 4294967296.0, 1e-40]


class Stop(Exception):
    """The comparison cannot go on."""


def bits(kind, value):
    """A number's bits as the scripts write them."""
    if kind == "i32":
        return value & 0xFFFFFFFF
    if kind == "i64":
        return value & 0xFFFFFFFFFFFFFFFF
    code, whole = ("<f", "<I") if kind == "f32" else ("<d", "<Q")
    return struct.unpack(whole, struct.pack(code, value))[0]


def expected(kind, value):
    if kind in ("f32", "f64") and math.isnan(value):
        return {"type": kind, "value": "nan:any"}
    return {"type": kind, "value": str(bits(kind, value))}


def argument(kind):
    if kind == "i32":
        value = random.choice(INTEGERS)
        return wasmtime.Val.i32(value - (1 << 32) if value >> 31 else value), value
    if kind == "i64":
        value = random.choice(LONG)
        return wasmtime.Val.i64(value - (1 << 64) if value >> 63 else value), value
    value = random.choice(FLOATS)
    if kind == "f32":
        value = struct.unpack("<f", struct.pack("<f", value))[0]
        return wasmtime.Val.f32(value), bits(kind, value)
    return wasmtime.Val.f64(value), bits(kind, value)


class Comparison:
    def __init__(self, engine, path):
        with open(path, "rb") as file:
            data = file.read()
        self.module = wasmtime.Module(engine, data)
        self.exports = exports.exports(data)
        self.store = wasmtime.Store(engine)
        self.commands = []

    def add(self, kind, **fields):
        self.commands.append({"type": kind, "line": len(self.commands) + 1, **fields})

    def add_trap(self, error, kind, **fields):
        if isinstance(error, wasmtime.Trap) and error.trap_code in TRAPS:
            self.add(kind, text=TRAPS[error.trap_code], **fields)
        elif "exception" in str(error).lower():
            # The suite has no word for one that leaves the start function.
            if kind == "assert_uninstantiable":
                self.add(kind, text="uncaught exception", **fields)
            else:
                self.add("assert_exception", **fields)
        else:
            raise Stop(str(error))

    def run(self):
        self.store.set_fuel(FUEL)
        file = {"filename": "module.wasm", "module_type": "binary"}
        try:
            instance = wasmtime.Instance(self.store, self.module, [])
        except (wasmtime.Trap, wasmtime.WasmtimeError) as error:
            self.add_trap(error, "assert_uninstantiable", **file)
            return
        self.add("module", **file)
        items = instance.exports(self.store).by_index
        for _ in range(ROUNDS):
            for item, (name, kind, type) in zip(items, self.exports):
                if kind == exports.FUNCTION and None not in type[0] + type[1]:
                    self.call(item, name, *type)
        for item, (name, kind, type) in zip(items, self.exports):
            action = {"type": "get", "field": name}
            if kind == exports.MEMORY:
                self.add("assert_memory", action=action, text=str(zlib.crc32(self.content(item))))
            elif kind == exports.TABLE and type == exports.FUNCREF:
                filled = [str(i) for i in range(item.size(self.store)) if isinstance(item.get(self.store, i), wasmtime.Func)]
                self.add("assert_table", action=action, text=f"{item.size(self.store)}: {' '.join(filled)}")
            elif kind == exports.GLOBAL and type:
                self.add("assert_return", action=action, expected=[expected(type, item.value(self.store))])

    def content(self, memory):
        if isinstance(memory, wasmtime.SharedMemory):
            return bytes(memory.data_ptr()[: memory.data_len()])
        return memory.read(self.store, 0, memory.data_len(self.store))

    def call(self, function, name, kinds, results):
        chosen = [argument(kind) for kind in kinds]
        action = {
            "type": "invoke",
            "field": name,
            "args": [{"type": kind, "value": str(value)} for kind, (_, value) in zip(kinds, chosen)],
        }
        self.store.set_fuel(FUEL)
        try:
            values = function(self.store, *(value for value, _ in chosen))
        except (wasmtime.Trap, wasmtime.WasmtimeError) as error:
            self.add_trap(error, "assert_trap", action=action)
            return
        values = [] if not results else [values] if len(results) == 1 else values
        self.add("assert_return", action=action, expected=[expected(k, v) for k, v in zip(results, values)])


def main():
    output, paths = sys.argv[1], sys.argv[2:]
    config = wasmtime.Config()
    config.consume_fuel = True
    for feature in ("exceptions", "tail_call", "simd", "relaxed_simd", "relaxed_simd_deterministic", "multi_memory", "threads"):
        setattr(config, "wasm_" + feature, True)
    config.shared_memory = True
    engine = wasmtime.Engine(config)
    for path in paths:
        name = os.path.basename(path).removesuffix(".wasm")
        random.seed(name)
        try:
            comparison = Comparison(engine, path)
        except wasmtime.WasmtimeError as error:
            print(f"{name}: wasmtime refuses it: {str(error)[:200]}", file=sys.stderr)
            continue
        try:
            comparison.run()
        except Stop:
            pass
        if not comparison.commands:
            continue
        directory = os.path.join(output, name)
        os.makedirs(directory, exist_ok=True)
        shutil.copy(path, os.path.join(directory, "module.wasm"))
        with open(os.path.join(directory, "script.json"), "w", encoding="utf-8") as file:
            json.dump({"commands": comparison.commands}, file)


main()
