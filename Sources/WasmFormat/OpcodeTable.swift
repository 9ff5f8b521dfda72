// SPDX-License-Identifier: Apache-2.0

// THE opcode table: one row per instruction (OpcodeRows.swift), which the reader, the validator, the translator and the
// tests all go by, and the packed form of it that the hot loops index.

/// What follows an opcode in the binary format.
package enum Immediates: UInt8, Sendable, Hashable {
    case none
    case blockType
    case label, labels
    case function, typeAndTable
    case selectTypes
    case catches
    case tag
    case local, global
    case table, tableAndTable, element, elementAndTable
    case memory, memoryAndMemory, data, dataAndMemory
    case memoryArgument, memoryArgumentAndLane
    case lane, lanes
    case i32, i64, f32, f64, v128
    case referenceType
    case fence
}

/// The facts about each instruction that do not depend on a module.
package enum OpcodeTable {
    /// One instruction's facts.
    package struct Row: Sendable {
        /// The instruction.
        package let opcode: Opcode
        /// Its name in the text format.
        package let mnemonic: String
        /// What follows it.
        package let immediates: Immediates
        /// For an access to memory, the number of bytes as a power of two, which is the natural alignment too.
        package let accessExponent: UInt8
        /// The signature in letters: `i` i32, `I` i64, `f` f32, `F` f64, `v` v128; parameters, a colon, results.
        let letters: String?

        /// What it pops and pushes, or nil when that depends on its immediates or on the stack.
        package var signature: FunctionType? {
            guard let letters else { return nil }
            let parts = letters.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
            let types = parts.map { $0.compactMap(ValueType.init(letter:)) }
            return FunctionType(types[0], types[1])
        }
    }

    /// Every row.
    package static var rows: [Row] { coreRows + atomicRows + vectorRows }

    /// The row of an instruction.
    package static func row(_ opcode: Opcode) -> Row? { byRawValue[Int(opcode.rawValue)] }

    private static let byRawValue: [Row?] = {
        var table = [Row?](repeating: nil, count: Opcode.rawValueBound)
        for row in rows { table[Int(row.opcode.rawValue)] = row }
        return table
    }()

    /// A row as the tables write it.
    @inline(__always)
    static func row(
        _ opcode: Opcode, _ mnemonic: String, _ immediates: Immediates = .none, _ signature: String? = nil,
        _ accessExponent: UInt8 = 0
    ) -> Row {
        Row(
            opcode: opcode, mnemonic: mnemonic, immediates: immediates, accessExponent: accessExponent,
            letters: signature)
    }
}

extension ValueType {
    /// The type that a letter of a row's signature stands for.
    fileprivate init?(letter: UInt8) {
        switch letter {
        case UInt8(ascii: "i"): self = .i32
        case UInt8(ascii: "I"): self = .i64
        case UInt8(ascii: "f"): self = .f32
        case UInt8(ascii: "F"): self = .f64
        case UInt8(ascii: "v"): self = .v128
        default: return nil
        }
    }
}

extension Opcode {
    /// The raw values of the `0xfe` page.
    static let atomics: Range<UInt16> = 0x200..<0x300

    /// The instruction's name in the text format.
    package var mnemonic: String { OpcodeTable.row(self)?.mnemonic ?? "?" }
}

/// A row packed for the hot loops, indexed by the opcode's raw value.
struct OpcodeEntry {
    /// What the validator does. The frequent instructions have an action of their own, so that one jump decides.
    enum Action: UInt8 {
        /// Nothing: the code means nothing.
        case invalid
        /// The signature depends on more than the opcode. (`local.get` is handled before its action is looked at.)
        case special
        /// The signature is fixed.
        case fixed
        /// Fixed, without immediates: one or two operands to one result.
        case unary, binary
        /// Fixed, with a memory argument: an address to a value, or an address and a value to nothing.
        case load, store
        case localSet, localTee
        case i32Const
        case block, end, brIf, call
    }

    var opcode: Opcode = .unreachable
    var action: Action = .invalid
    var immediates: Immediates = .none
    /// The parameters' types, one byte each, the deepest in the lowest byte: as they lie on the validator's stack.
    var parameters: UInt32 = 0
    var parameterCount: UInt8 = 0
    /// The result's type, or zero.
    var result: UInt8 = 0
    /// See `OpcodeTable.Row`.
    var accessExponent: UInt8 = 0

    /// The whole table. It is made once and never freed, so that a reader can hold a bare pointer to it.
    // Safe to share: nothing writes to it after the initialiser that makes it.
    nonisolated(unsafe) static let table: UnsafePointer<OpcodeEntry> = {
        let table = UnsafeMutablePointer<OpcodeEntry>.allocate(capacity: Opcode.rawValueBound)
        table.initialize(repeating: OpcodeEntry(), count: Opcode.rawValueBound)
        for rows in [OpcodeTable.coreRows, OpcodeTable.atomicRows, OpcodeTable.vectorRows] {
            for row in rows { table[Int(row.opcode.rawValue)] = OpcodeEntry(row) }
        }
        return UnsafePointer(table)
    }()

    private init() {}

    private init(_ row: OpcodeTable.Row) {
        opcode = row.opcode
        immediates = row.immediates
        accessExponent = row.accessExponent
        var inResults = false
        for letter in row.letters?.utf8 ?? "".utf8 {
            guard let type = ValueType(letter: letter) else {
                inResults = true
                continue
            }
            if inResults {
                result = type.rawValue
            } else {
                parameters |= UInt32(type.rawValue) << UInt32(8 * parameterCount)
                parameterCount += 1
            }
        }
        action = action(row)
    }

    private func action(_ row: OpcodeTable.Row) -> Action {
        switch opcode {
        case .localSet: return .localSet
        case .localTee: return .localTee
        case .i32Const: return .i32Const
        case .block, .loop: return .block
        case .end: return .end
        case .brIf: return .brIf
        case .call: return .call
        default: break
        }
        if row.letters == nil { return .special }
        // The vector and atomic pages have checks of their own.
        guard opcode.rawValue < 0x200 else { return .fixed }
        switch (immediates, parameterCount, result != 0) {
        case (.none, 1, true): return .unary
        case (.none, 2, true): return .binary
        case (.memoryArgument, 1, true): return .load
        case (.memoryArgument, 2, false): return .store
        default: return .fixed
        }
    }
}
