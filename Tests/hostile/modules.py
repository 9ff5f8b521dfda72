# SPDX-License-Identifier: Apache-2.0
"""Modules made to be expensive: what each of their bytes asks for is as much as the format lets it.

usage: modules.py DIRECTORY SIZE: writes all of them.

Each function below makes a module of about `size` bytes, a program for `netwasi run` unless it says otherwise. The sections
that ask for something come from it; `module` adds the `_start` that makes the engine translate it.
"""
import sys

I32, I64, V128 = b"\x7f", b"\x7e", b"\x7b"
END, DROP, UNREACHABLE, RETURN = b"\x0b", b"\x1a", b"\x00", b"\x0f"
# Types 0 and 1 of every module: nothing to nothing, and a thousand results.
WIDE = 1000


def leb(value, width=0):
    """An unsigned integer, in no fewer bytes than `width`."""
    result = bytearray()
    while True:
        value, byte = value >> 7, value & 0x7F
        if value or len(result) + 1 < width:
            result.append(byte | 0x80)
        else:
            result.append(byte)
            return bytes(result)


def section(number, content):
    return bytes([number]) + leb(len(content)) + content


def vector(count, items):
    return leb(count) + items


def function_type(parameters, results):
    return b"\x60" + leb(len(parameters)) + parameters + leb(len(results)) + results


def body(code, local_runs=b"\0"):
    content = local_runs + code + END
    return leb(len(content)) + content


def name(text):
    return leb(len(text)) + text


def locals_of(count, kind=I32):
    return b"\x01" + leb(count) + kind


START_EXPORT = name(b"_start") + b"\0"


def module(bodies, types=(), function_types=None, before=b"", exports=(1, b""), sections=None, start=0):
    """A module whose function 0 is the program. `sections` are more sections by number, `before` what precedes them all."""
    all_types = [function_type(b"", b""), function_type(b"", I32 * WIDE), *types]
    parts = {1: vector(len(all_types), b"".join(all_types))}
    parts[3] = vector(len(bodies), function_types if function_types is not None else b"\0" * len(bodies))
    count, items = exports
    parts[7] = vector(count, START_EXPORT + leb(start) + items)
    parts[10] = vector(len(bodies), b"".join(bodies))
    parts.update(sections or {})
    order = [1, 2, 3, 4, 5, 13, 6, 7, 8, 9, 12, 10, 11]
    return b"\0asm\1\0\0\0" + before + b"".join(section(number, parts[number]) for number in order if number in parts)


def fill(size, unit):
    """So many times the unit as `size` takes."""
    return unit * max(1, size // len(unit))


CASES = {}


def case(function):
    CASES[function.__name__] = function
    return function


# --- Functions and locals ---


def called(count, one, **options):
    """`count` bodies like `one`, each called once."""
    calls = b"".join(b"\x10" + leb(index) for index in range(1, count + 1))
    return module([body(calls)] + [one] * count, **options)


@case
def tiny_functions(size):
    return called(size // 8, body(b""))


@case
def functions_of_many_locals(size):
    return called(size // 12, body(b"", locals_of(50_000)))


@case
def functions_of_many_vectors(size):
    return called(size // 16, body(b"\x20\x00\x1a", locals_of(30_000, V128)))


@case
def local_groups(size):
    """Fifty thousand groups of one local."""
    one = body(b"", leb(50_000) + I32.join([b"\x01"] * 50_000) + I32)
    return called(max(1, size // len(one)), one)


@case
def empty_local_groups(size):
    return module([body(b"", leb(size // 2) + (b"\0" + I32) * (size // 2))])


@case
def functions_of_wide_types(size):
    """Never called: what is known of each must not depend on its type's size."""
    types = [function_type(I32 * WIDE, I32 * WIDE)]
    count = min(900_000, size // 5)
    return module([body(b"")] + [body(UNREACHABLE)] * count, types, b"\0" + b"\2" * count)


# --- Blocks and branches ---


@case
def nests(size):
    """As deep as it may be, again and again."""
    depth = 60_000
    return module([body(fill(size, b"\x02\x40" * depth + END * depth))])


@case
def loops(size):
    return module([body(fill(size, b"\x03\x40\x0b"))])


@case
def ifs(size):
    return module([body(fill(size, b"\x41\x00\x04\x40\x05\x0b"))])


@case
def dead_code(size):
    return module([body(UNREACHABLE + fill(size, b"\x02\x40\x0b\x41\x00\x1a"), b"\0")], start=0)


@case
def branch_table(size):
    return module([body(b"\x02\x40\x02\x40\x41\x00\x0e" + leb(size) + b"\0\1" * (size // 2) + b"\0" * (size % 2 + 1) + END * 2)])


@case
def branch_tables(size):
    """Small ones, with a value to move, each to as many labels as there are levels."""
    depth = 60
    labels = b"".join(leb(label) for label in range(depth))
    table = b"\x41\x05\x41\x07\x41\x00\x0e" + leb(depth - 1) + labels
    one = b"\x02\x7f" * depth + table + END * depth + DROP
    return module([body(fill(size, one))])


@case
def deep_branch_table(size):
    """To all of sixty thousand levels, whose values have to be moved."""
    depth = 60_000
    labels = b"".join(leb(label) for label in range(depth))
    table = b"\x41\x05\x41\x07\x41\x00\x0e" + leb(depth - 1) + labels
    return module([body(fill(size, b"\x02\x7f" * depth + table + END * depth + DROP))])


@case
def wide_branches(size):
    """Two bytes that move a thousand values: one too many lies below them."""
    push = b"\x41\x01" + b"\x10\x01"
    code = b"\x02\x01" + push + fill(size, b"\x20\x00\x0d\x00") + UNREACHABLE + END + DROP * WIDE
    return module([body(code, locals_of(1)), body(UNREACHABLE)], function_types=b"\0\1")


@case
def wide_returns(size):
    code = b"\x10\x02\x41\x01\x10\x02" + fill(size, b"\x20\x00\x0d\x00") + UNREACHABLE
    bodies = [body(b"\x10\x01" + DROP * WIDE), body(code, locals_of(1)), body(UNREACHABLE)]
    return module(bodies, function_types=b"\0\1\1")


@case
def wide_local_branches(size):
    """The same with values that are locals and constants."""
    push = b"\x41\x01" + b"\x20\x00" * 500 + b"\x41\x05" * 500
    code = b"\x02\x01" + push + fill(size, b"\x20\x00\x0d\x00") + UNREACHABLE + END + DROP * WIDE
    return module([body(code, locals_of(1))])


@case
def wide_branch_tables(size):
    """Each label of a table its own thousand values to move."""
    depth = 5000
    labels = b"".join(leb(label) for label in range(depth))
    table = b"\x41\x01\x10\x01\x41\x00\x0e" + leb(depth - 1) + labels
    one = b"\x02\x01" * depth + table + END * depth + DROP * WIDE
    return module([body(fill(size, one)), body(UNREACHABLE)], function_types=b"\0\1")


# --- The operand stack ---

DEEP = 60_000


@case
def blocks_on_deep_stack(size):
    code = b"\x41\x01" * DEEP + fill(size, b"\x02\x40\x0b") + UNREACHABLE
    return module([body(code)])


@case
def blocks_over_locals(size):
    code = b"\x20\x00" * DEEP + fill(size, b"\x20\x00\x02\x40\x0b\x1a") + UNREACHABLE
    return module([body(code, locals_of(1))])


@case
def locals_changed_below(size):
    """What stands for a local lies deep when that is set."""
    code = b"\x41\x01" * DEEP + fill(size, b"\x20\x00\x41\x01\x21\x00\x1a") + UNREACHABLE
    return module([body(code, locals_of(1))])


@case
def locals_changed_one_by_one(size):
    count = 10_000
    gets = b"".join(b"\x20" + leb(index) for index in range(count))
    pads = b"\x41\x01" * 40_000
    sets = b"".join(b"\x41\x01\x21" + leb(index) for index in range(count))
    one = gets + pads + sets + DROP * (count + 40_000)
    return module([body(fill(size, one), locals_of(count))])


@case
def vectors_on_deep_stack(size):
    code = b"\x20\x00" * 30_000 + fill(size, b"\x20\x00\x1a\x20\x00\x20\x00\x41\x00\x1b\x1a") + UNREACHABLE
    return module([body(code, locals_of(1, V128))])


@case
def vectors_below(size):
    """Scalars over many vectors."""
    code = b"\x20\x00" * 30_000 + b"\x41\x00" * 2000 + fill(size, b"\x20\x01\x1a\x02\x40\x0b") + UNREACHABLE
    return module([body(code, b"\2\1" + V128 + b"\1" + I32)])


@case
def wide_calls(size):
    """A thousand results, dropped by leaving their block."""
    code = fill(size, b"\x02\x40\x10\x01\x0c\x00\x0b")
    return module([body(code), body(UNREACHABLE)], function_types=b"\0\1")


@case
def vector_constants(size):
    constants = b"".join(b"\xfd\x0c" + index.to_bytes(16, "little") + DROP for index in range(size // 19))
    return module([body(b"\x03\x40" + constants + END)])


# --- Exceptions ---


@case
def catches(size):
    code = b"\x02\x40\x1f\x40" + leb(size // 2) + b"\x02\x00" * (size // 2) + b"\x08\x00" + END * 2
    return module([body(code)], sections={13: vector(1, b"\0\0")})


@case
def nested_catches(size):
    depth = 20_000
    one = b"\x02\x40" + b"\x1f\x40\x01\x02\x00" * depth + b"\x08\x00" + END * (depth + 1)
    return module([body(fill(size, one))], sections={13: vector(1, b"\0\0")})


# --- Sections ---


@case
def types(size):
    count = min(900_000, size // 5)
    return module([body(b"")], [function_type(I32, I32)] * count)


@case
def different_types(size):
    """Of twenty parameters, every one another type."""
    kinds = [I32, I64]
    count = min(900_000, size // 23)
    return module([body(b"")], [function_type(b"".join(kinds[i >> bit & 1] for bit in range(20)), b"") for i in range(count)])


@case
def imports(size):
    """Refused: nobody has them."""
    count = min(900_000, size // 4)
    return module([body(b"")], start=count, sections={2: vector(count, b"\0\0\0\0" * count)})


@case
def exports(size):
    count = min(900_000, size // 7)
    items = b"".join(b"\4" + b"%04x" % (index % 65536) + b"\0\0" for index in range(min(count, 65536)))
    items += b"".join(b"\5" + b"%05x" % index + b"\0\0" for index in range(65536, count))
    return module([body(b"")], exports=(count + 1, items))


@case
def same_exports(size):
    """Refused."""
    count = min(900_000, size // 3)
    return module([body(b"")], exports=(count + 1, b"\0\0\0" * count))


@case
def globals_(size):
    count = min(900_000, size // 5)
    return module([body(b"")], sections={6: vector(count, b"\x7f\x00\x41\x00\x0b" * count)})


@case
def long_constant(size):
    """One expression as long as the module."""
    expression = b"\x41\x00" + fill(size, b"\x41\x00\x6a") + END
    return module([body(b"")], sections={6: vector(1, b"\x7f\x00" + expression)})


@case
def tables(size):
    """Each as large as it may be."""
    count = min(90_000, size // 6)
    return module([body(b"")], sections={4: vector(count, (b"\x70\x00" + leb(10_000_000)) * count)})


@case
def memories(size):
    """Each may become as large as there are."""
    count = min(90_000, size // 5)
    return module([body(b"")], sections={5: vector(count, b"\x00\x01" * count)})


@case
def tags(size):
    count = min(900_000, size // 2)
    return module([body(b"")], sections={13: vector(count, b"\0\0" * count)})


@case
def data_segments(size):
    count = min(90_000, size // 7)
    return module([body(b"")], sections={5: b"\1\0\1", 11: vector(count, b"\0\x41\x00\x0b\x01x" * count)})


@case
def passive_segments(size):
    count = min(90_000, size // 2)
    return module([body(b"")], sections={12: leb(count), 11: vector(count, b"\1\0" * count)})


@case
def element_segments(size):
    count = min(900_000, size // 7)
    return module([body(b"")], sections={4: b"\1\x70\0\x10", 9: vector(count, b"\0\x41\x00\x0b\x01\x00" * count)})


@case
def elements(size):
    count = min(9_000_000, size)
    return module([body(b"")], sections={9: vector(1, b"\1\0" + vector(count, b"\0" * count))})


@case
def element_expressions(size):
    count = min(9_000_000, size // 3)
    return module([body(b"")], sections={9: vector(1, b"\5\x70" + vector(count, b"\xd2\0\x0b" * count))})


@case
def custom_sections(size):
    return module([body(b"")], before=fill(size, b"\0\1\0"))


@case
def names(size):
    """A name section that does not have the names that a backtrace asks for; traps."""
    count = size // 4
    listed = vector(count, b"".join(leb(10 + index % 100) + b"\1x" for index in range(count)))
    recursion = body(b"\x10\x00")
    return module([recursion]) + section(0, name(b"name") + b"\1" + leb(len(listed)) + listed)


@case
def long_name(size):
    """A function's name as long as the module, which a backtrace asks for a hundred times."""
    listed = vector(1, leb(0) + name(b"n" * size))
    return module([body(b"\x10\x00")]) + section(0, name(b"name") + b"\1" + leb(len(listed)) + listed)


@case
def long_exported_name(size):
    """The same of an export."""
    return module([body(b"\x10\x01")] * 2, exports=(2, name(b"n" * size) + b"\0\1"))


@case
def custom_sections_and_trap(size):
    return module([body(b"\x10\x00")], before=fill(size, b"\0\5\4name"))


@case
def padded_integers(size):
    """Every integer as long as it may be."""
    call = b"\x10" + leb(1, 5) + b"\x20" + leb(0, 5) + DROP
    return module([body(fill(size, call), locals_of(1)), body(b"")])


def write(directory, size, chosen=None):
    """Writes all modules, or those chosen, and yields their names and paths."""
    for key, make in CASES.items():
        if chosen and key not in chosen:
            continue
        path = f"{directory}/{key}-{size}.wasm"
        with open(path, "wb") as file:
            file.write(make(size))
        yield key, path


if __name__ == "__main__":
    for _ in write(sys.argv[1], int(sys.argv[2])):
        pass
