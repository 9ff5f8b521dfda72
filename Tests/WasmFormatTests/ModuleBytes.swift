// SPDX-License-Identifier: Apache-2.0

// Modules for the tests, put together from sections.

/// The magic number and the version.
let header: [UInt8] = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00]

/// An unsigned LEB128 number.
func leb(_ value: Int) -> [UInt8] {
    var rest = value
    var bytes: [UInt8] = []
    repeat {
        bytes.append(UInt8(rest & 0x7f) | (rest > 0x7f ? 0x80 : 0))
        rest >>= 7
    } while rest > 0
    return bytes
}

/// A section with its size.
func section(_ id: UInt8, _ content: [UInt8]) -> [UInt8] { [id] + leb(content.count) + content }

/// A section that is a vector of entries.
func section(_ id: UInt8, entries: [[UInt8]]) -> [UInt8] { section(id, leb(entries.count) + entries.joined()) }

/// A function body with its size: local declarations, then code.
func body(locals: [UInt8] = [0], _ code: [UInt8]) -> [UInt8] { leb(locals.count + code.count) + locals + code }

/// A module of functions of type [] -> [], with these bodies and one page of memory.
func module(_ bodies: [[UInt8]]) -> [UInt8] {
    header + section(1, entries: [[0x60, 0, 0]]) + section(3, entries: bodies.map { _ in [0] })
        + section(5, entries: [[0, 1]]) + section(10, entries: bodies)
}

/// A module of one function of type [] -> [] with this code and no memory: the code starts at offset 23.
func module(code: [UInt8]) -> [UInt8] {
    header + section(1, entries: [[0x60, 0, 0]]) + section(3, entries: [[0]]) + section(10, entries: [body(code)])
}

/// A valid module with something in every section.
let everySection: [UInt8] =
    header
    + section(0, [4] + "note".utf8 + [1, 2, 3])
    + section(1, entries: [[0x60, 0, 0], [0x60, 1, 0x7f, 1, 0x7f]])
    + section(2, entries: [[1, 0x61, 1, 0x62, 0x00, 1], [1, 0x61, 1, 0x63, 0x03, 0x7f, 0]])
    + section(3, entries: [[0], [1]])
    + section(4, entries: [[0x70, 0, 2]])
    + section(5, entries: [[1, 1, 2]])
    + section(13, entries: [[0, 0]])
    + section(6, entries: [[0x7f, 1, 0x23, 0, 0x41, 1, 0x6a, 0x0b]])
    + section(7, entries: [[4] + "main".utf8 + [0, 1], [3] + "mem".utf8 + [2, 0]])
    + section(8, [1])
    + section(9, entries: [[0, 0x41, 0, 0x0b, 2, 0, 1], [5, 0x70, 1, 0xd2, 2, 0x0b]])
    + section(12, [1])
    + section(
        10,
        entries: [
            body(
                locals: [2, 3, 0x7f, 1, 0x7e],
                [
                    0x02, 0x40, 0x1f, 0x40, 1, 0x02, 0, 0x08, 0, 0x0b, 0x0b, 0x41, 0, 0x0e, 0, 0, 0x0b,
                ]),
            body([0x20, 0, 0x10, 1, 0x04, 0x7f, 0x41, 1, 0x05, 0x42, 0xc0, 0, 0xa7, 0x0b, 0x28, 2, 0, 0x0b]),
        ])
    + section(11, entries: [[0, 0x41, 0, 0x0b, 2, 0x68, 0x69]])
    + section(0, [4] + "name".utf8 + [1, 9, 2, 0, 1, 0x62, 2, 3] + "two".utf8)
