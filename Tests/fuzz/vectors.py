# SPDX-License-Identifier: Apache-2.0
"""Writes modules in the text format whose functions do random things with vectors, in loops and locals.

usage: vectors.py SEED COUNT DIRECTORY

Results are numbers, since vectors cannot be handed to a host in Python. A vector of floats is used only where its NaNs
cannot be told apart: they are replaced by zeroes at once.
"""
import random
import sys

SHAPES = {"i8x16": 16, "i16x8": 8, "i32x4": 4, "i64x2": 2}
BINARY = [f"v128.{op}" for op in ("and", "andnot", "or", "xor")] + ["i8x16.swizzle", "i16x8.q15mulr_sat_s", "i32x4.dot_i16x8_s"]
UNARY = ["v128.not", "i8x16.popcnt"]
for shape in SHAPES:
    signs = ["_s"] if shape == "i64x2" else ["_s", "_u"]
    BINARY += [f"{shape}.{op}" for op in ("add", "sub", "eq", "ne")]
    BINARY += [f"{shape}.{op}{sign}" for op in ("lt", "gt", "le", "ge") for sign in signs]
    UNARY += [f"{shape}.abs", f"{shape}.neg"]
    if shape != "i8x16":
        BINARY.append(f"{shape}.mul")
    if shape != "i64x2":
        BINARY += [f"{shape}.{op}{sign}" for op in ("min", "max") for sign in signs]
    if shape in ("i8x16", "i16x8"):
        BINARY += [f"{shape}.{op}_sat{sign}" for op in ("add", "sub") for sign in signs] + [f"{shape}.avgr_u"]
for wide, narrow in (("i16x8", "i8x16"), ("i32x4", "i16x8"), ("i64x2", "i32x4")):
    for sign in ("s", "u"):
        for half in ("low", "high"):
            BINARY.append(f"{wide}.extmul_{half}_{narrow}_{sign}")
            UNARY.append(f"{wide}.extend_{half}_{narrow}_{sign}")
        if wide != "i64x2":
            UNARY.append(f"{wide}.extadd_pairwise_{narrow}_{sign}")
            BINARY.append(f"{narrow}.narrow_{wide}_{sign}")
UNARY += [f"i32x4.trunc_sat_{f}" for f in ("f32x4_s", "f32x4_u", "f64x2_s_zero", "f64x2_u_zero")]
FLOAT_BINARY = [f"{s}.{op}" for s in ("f32x4", "f64x2") for op in ("add", "sub", "mul", "div", "min", "max", "pmin", "pmax")]
FLOAT_UNARY = [f"{s}.{op}" for s in ("f32x4", "f64x2") for op in ("ceil", "floor", "trunc", "nearest", "sqrt")]
FLOAT_UNARY += ["f32x4.convert_i32x4_s", "f32x4.convert_i32x4_u", "f64x2.convert_low_i32x4_s", "f64x2.convert_low_i32x4_u"]
FLOAT_UNARY += ["f32x4.demote_f64x2_zero", "f64x2.promote_low_f32x4"]
LOADS = ["load"] + [f"load{w}_{s}" for w in ("8x8", "16x4", "32x2") for s in "su"]
LOADS += [f"load{w}_splat" for w in (8, 16, 32, 64)] + ["load32_zero", "load64_zero"]


def constant():
    words = [random.choice([0, 1, 0xFFFFFFFF, 0x80000000, 0x7F800000, 0x3F800000, random.getrandbits(32)]) for _ in range(4)]
    return "(v128.const i32x4 " + " ".join(map(str, words)) + ")"


def number(depth):
    kind = random.randrange(4)
    if kind == 0 or depth <= 0:
        return f"(i32.const {random.choice([0, 1, 7, 8, 16, 25, 31, 33, random.getrandbits(31)])})"
    if kind == 1:
        return f"(local.get {random.choice([0, 1])})"
    shape = random.choice(list(SHAPES))
    return f"({random.choice(['v128.any_true', shape + '.all_true', shape + '.bitmask'])} {vector(depth - 1)})"


def address():
    return f"(i32.and {number(1)} (i32.const 1023))"


def floats(shape, value):
    """With zeroes for NaNs. The value goes through local 7."""
    return f"(v128.and (local.tee 7 {value}) ({shape}.eq (local.get 7) (local.get 7)))"


def rotation(depth):
    count = random.randrange(1, 32)
    return f"(v128.or (i32x4.shl (local.tee 6 {vector(depth)}) (i32.const {count})) (i32x4.shr_u (local.get 6) (i32.const {32 - count})))"


def vector(depth):
    if depth <= 0:
        return random.choice([constant(), f"(local.get {random.randrange(2, 6)})"])
    a, b = (lambda: vector(depth - random.choice([1, 2]))), random.randrange(16)
    shape = random.choice(list(SHAPES))
    scalar = "i64.extend_i32_s " if shape == "i64x2" else ""
    lane = random.randrange(SHAPES[shape])
    width = 128 // SHAPES[shape]
    if b < 5:
        return f"({random.choice(BINARY)} {a()} {a()})"
    if b == 5:
        return f"({random.choice(UNARY)} {a()})"
    if b == 6:
        operation = random.choice(FLOAT_BINARY)
        return floats(operation.split(".")[0], f"({operation} {a()} {a()})")
    if b == 7:
        operation = random.choice(FLOAT_UNARY)
        return floats(operation.split(".")[0], f"({operation} {a()})")
    if b == 8:
        return f"({shape}.{random.choice(['shl', 'shr_s', 'shr_u'])} {a()} {number(depth - 1)})"
    if b == 9:
        return f"(i8x16.shuffle {' '.join(str(random.randrange(32)) for _ in range(16))} {a()} {a()})"
    if b == 10:
        return f"({shape}.replace_lane {lane} {a()} " + (f"({scalar}{number(1)}))" if scalar else f"{number(1)})")
    if b == 11:
        return f"({shape}.splat " + (f"({scalar}{number(1)}))" if scalar else f"{number(1)})")
    if b == 12:
        return f"(v128.{random.choice(LOADS)} offset={random.randrange(64)} {address()})"
    if b == 13:
        return f"(v128.load{width}_lane offset={random.randrange(64)} {lane} {address()} {a()})"
    if b == 14:
        return random.choice([rotation(depth - 1), f"(v128.bitselect {a()} {a()} {a()})", f"(select {a()} {a()} {number(1)})"])
    return f"(local.tee {random.randrange(2, 6)} {a()})"


def statement(depth):
    kind = random.randrange(5)
    if kind == 0:
        return f"(v128.store offset={random.randrange(64)} {address()} {vector(2)})"
    if kind == 1:
        lane = random.choice(list(SHAPES.items()))
        return f"(v128.store{128 // lane[1]}_lane {random.randrange(lane[1])} {address()} {vector(2)})"
    if kind == 2 and depth > 0:
        return f"(if {number(2)} (then {statement(depth - 1)}) (else {statement(depth - 1)}))"
    return f"(local.set {random.randrange(2, 6)} {vector(random.choice([2, 3, 4]))})"


def function(index):
    body = " ".join(statement(2) for _ in range(random.randrange(2, 7)))
    # Local 8 counts; the call with vectors goes to the helper.
    lines = [f'(func (export "f{index}") (param i32 i32) (result i64 i64) (local v128 v128 v128 v128 v128 v128 i32)']
    lines += [f"(local.set {local} {constant()})" for local in range(2, 5)]
    lines += ["(local.set 8 (i32.const 5))", f"(loop {body}", "(local.set 5 (call $helper (local.get 0) (local.get 5) (local.get 2)))"]
    lines += ["(br_if 0 (local.tee 8 (i32.sub (local.get 8) (i32.const 1)))))"]
    lines += ["(local.set 2 (i64x2.add (local.get 2) (i64x2.add (local.get 3) (i64x2.add (local.get 4) (local.get 5)))))"]
    lines += ["(i64x2.extract_lane 0 (local.get 2)) (i64x2.extract_lane 1 (local.get 2)))"]
    return "\n".join(lines)


def module():
    helper = "(func $helper (param i32 v128 v128) (result v128) (global.set $g (i16x8.add (global.get $g) (local.get 1)))"
    helper += " (if (result v128) (local.get 0) (then (local.get 2) (local.get 1) (v128.xor)) (else (global.get $g))))"
    head = '(memory (export "memory") 1) (global $g (mut v128) ' + constant()[:-1] + "))"
    calls = "".join(f'(call {index + 1} (i32.const {index}) (i32.const 77)) drop drop ' for index in range(6))
    start = f'(func (export "_start") {calls})'
    return "(module " + head + helper + "\n".join(function(index) for index in range(6)) + start + ")"


random.seed(sys.argv[1])
for position in range(int(sys.argv[2])):
    with open(f"{sys.argv[3]}/vectors-{sys.argv[1]}-{position}.wat", "w", encoding="utf-8") as file:
        file.write(module())
