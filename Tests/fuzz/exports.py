# SPDX-License-Identifier: Apache-2.0
"""What a module without imports exports, and the types of that: wasmtime's Python package ends the process when it is asked
for the type of something with a vector or an exception in it."""

NUMBERS = {0x7F: "i32", 0x7E: "i64", 0x7D: "f32", 0x7C: "f64"}
FUNCTION, TABLE, MEMORY, GLOBAL, TAG = range(5)
FUNCREF = 0x70


class Reader:
    def __init__(self, data, start=0, end=None):
        self.data, self.at, self.end = data, start, len(data) if end is None else end

    def byte(self):
        self.at += 1
        return self.data[self.at - 1]

    def number(self):
        result = shift = 0
        while True:
            byte = self.byte()
            result |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                return result

    def types(self):
        return [NUMBERS.get(self.byte()) for _ in range(self.number())]

    def skip_expression(self):
        """A constant expression: of its instructions only these have immediates."""
        while (opcode := self.byte()) != 0x0B:
            if opcode in (0x23, 0x41, 0x42, 0xD2):
                self.number()
            elif opcode in (0x43, 0x44):
                self.at += 4 if opcode == 0x43 else 8
            elif opcode == 0xD0:
                self.number()
            elif opcode == 0xFD:
                self.number()
                self.at += 16


def exports(data):
    """For each export: name, kind, and for a function (parameters, results), for a global the type, where None is not a number; for
    a table the byte of its type."""
    sections = {}
    reader = Reader(data, 8)
    while reader.at < reader.end:
        number, size = reader.byte(), reader.number()
        if number:
            sections[number] = Reader(data, reader.at, reader.at + size)
        reader.at += size
    types, functions, tables, globals_, result = [], [], [], [], []
    if 1 in sections:
        for _ in range(sections[1].number()):
            sections[1].byte()
            types.append((sections[1].types(), sections[1].types()))
    if 3 in sections:
        functions = [types[sections[3].number()] for _ in range(sections[3].number())]
    if 4 in sections:
        for _ in range(sections[4].number()):
            tables.append(sections[4].byte())
            for _ in range(1 + (sections[4].byte() & 1)):
                sections[4].number()
    if 6 in sections:
        for _ in range(sections[6].number()):
            globals_.append(NUMBERS.get(sections[6].byte()))
            sections[6].byte()
            sections[6].skip_expression()
    if 7 in sections:
        for _ in range(sections[7].number()):
            size = sections[7].number()
            name = data[sections[7].at : sections[7].at + size].decode()
            sections[7].at += size
            kind, index = sections[7].byte(), sections[7].number()
            kinds = {FUNCTION: functions, TABLE: tables, GLOBAL: globals_}
            result.append((name, kind, kinds[kind][index] if kind in kinds else None))
    return result
