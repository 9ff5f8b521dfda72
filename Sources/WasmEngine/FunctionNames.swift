// SPDX-License-Identifier: Apache-2.0

import WasmFormat

// Names for backtraces: looked up when something went wrong, never before, so there is no index.

extension Module {
    /// The function's name from the `name` section, else the name of an export, else of the import.
    func name(ofFunction index: Int) -> String? {
        for section in customSections where section.name == "name" {
            if let name = nameSection(section.bytes, functionName: index) { return name }
        }
        if let export = exports.first(where: { $0.kind == .function && Int($0.index) == index }) { return export.name }
        return nil
    }

    /// Looks for a function's name in a name section, which nobody validated: whatever does not parse has no names.
    private func nameSection(_ range: Range<Int>, functionName index: Int) -> String? {
        var position = range.lowerBound
        while position < range.upperBound {
            let kind = bytes[position]
            position += 1
            guard let size = readNumber(&position, range.upperBound), size <= range.upperBound - position else {
                return nil
            }
            if kind == 1 { return nameMap(position..<position + size, entry: index) }
            position += size
        }
        return nil
    }

    private func nameMap(_ range: Range<Int>, entry index: Int) -> String? {
        var position = range.lowerBound
        guard let count = readNumber(&position, range.upperBound) else { return nil }
        for _ in 0..<count {
            guard let entry = readNumber(&position, range.upperBound),
                let length = readNumber(&position, range.upperBound), length <= range.upperBound - position
            else { return nil }
            if entry == index { return String(decoding: bytes[position..<position + length], as: UTF8.self) }
            position += length
        }
        return nil
    }

    /// An unsigned LEB128 number of 32 bits.
    private func readNumber(_ position: inout Int, _ end: Int) -> Int? {
        var value = 0
        var shift = 0
        while position < end, shift < 35 {
            let byte = Int(bytes[position])
            position += 1
            value |= (byte & 0x7f) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
        return nil
    }
}
