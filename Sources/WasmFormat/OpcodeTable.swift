// SPDX-License-Identifier: Apache-2.0

// THE opcode table: one row per instruction (OpcodeRows.swift), which the reader, the validator, the translator and the
// tests all go by, and the packed form of it that the hot loops index.

/// What follows an opcode in the binary format.
public enum Immediates: UInt8, Sendable, Hashable {
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
public enum OpcodeTable {
    /// One instruction's facts.
    public struct Row: Sendable {
        /// The instruction.
        public let opcode: Opcode
        /// Its name in the text format.
        public let mnemonic: String
        /// What follows it.
        public let immediates: Immediates
        /// What it pops and pushes, or nil when that depends on its immediates or on the stack.
        public let signature: FunctionType?
        /// For an access to memory, the number of bytes as a power of two, which is the natural alignment too.
        public let accessExponent: UInt8
    }

    /// Every row.
    public static let rows: [Row] = coreRows + atomicRows + vectorRows

    /// The row of an instruction.
    public static func row(_ opcode: Opcode) -> Row? { byRawValue[Int(opcode.rawValue)] }

    private static let byRawValue: [Row?] = {
        var table = [Row?](repeating: nil, count: Opcode.rawValueBound)
        for row in rows { table[Int(row.opcode.rawValue)] = row }
        return table
    }()

    /// A row as the tables write it. The signature's letters: `i` i32, `I` i64, `f` f32, `F` f64, `v` v128; parameters,
    /// a colon, results.
    static func row(
        _ opcode: Opcode, _ mnemonic: String, _ immediates: Immediates = .none, _ signature: String? = nil,
        _ accessExponent: UInt8 = 0
    ) -> Row {
        Row(
            opcode: opcode, mnemonic: mnemonic, immediates: immediates, signature: signature.map(parse),
            accessExponent: accessExponent)
    }

    private static func parse(_ letters: String) -> FunctionType {
        var type = FunctionType([])
        var inResults = false
        for letter in letters.utf8 {
            let valueType: ValueType
            switch letter {
            case UInt8(ascii: "i"): valueType = .i32
            case UInt8(ascii: "I"): valueType = .i64
            case UInt8(ascii: "f"): valueType = .f32
            case UInt8(ascii: "F"): valueType = .f64
            case UInt8(ascii: "v"): valueType = .v128
            default:
                inResults = true
                continue
            }
            if inResults { type.results.append(valueType) } else { type.parameters.append(valueType) }
        }
        return type
    }
}

extension Opcode {
    /// The raw values of the `0xfe` page.
    static let atomics: Range<UInt16> = 0x200..<0x300

    /// The instruction's name in the text format.
    public var mnemonic: String { OpcodeTable.row(self)?.mnemonic ?? "?" }
}

/// A row packed for the hot loops, indexed by the opcode's raw value.
struct OpcodeEntry {
    /// What the validator does with the operand stack.
    enum Shape: UInt8 {
        /// The code means nothing.
        case invalid
        /// The signature depends on more than the opcode.
        case special
        /// The signature is fixed: pops none to three values, pushes one or none.
        case pop0Push0, pop0Push1, pop1Push0, pop1Push1, pop2Push0, pop2Push1, pop3Push0, pop3Push1
    }

    /// What the validator does with the immediates of an instruction whose signature is fixed.
    enum Check: UInt8 {
        case none
        /// A memory argument that need not be aligned.
        case memoryArgument
        case other
    }

    var opcode: Opcode = .unreachable
    var check: Check = .none
    var shape: Shape = .invalid
    var immediates: Immediates = .none
    /// The parameters' types, one byte each, the deepest in the lowest byte: as they lie on the validator's stack.
    var parameters: UInt32 = 0
    /// The result's type, or zero.
    var result: UInt8 = 0
    /// See `OpcodeTable.Row`.
    var accessExponent: UInt8 = 0

    /// The whole table. It is made once and never freed, so that a reader can hold a bare pointer to it.
    // Safe to share: nothing writes to it after the initialiser that makes it.
    nonisolated(unsafe) static let table: UnsafePointer<OpcodeEntry> = {
        let table = UnsafeMutablePointer<OpcodeEntry>.allocate(capacity: Opcode.rawValueBound)
        table.initialize(repeating: OpcodeEntry(), count: Opcode.rawValueBound)
        for row in OpcodeTable.rows { table[Int(row.opcode.rawValue)] = OpcodeEntry(row) }
        return UnsafePointer(table)
    }()

    private init() {}

    private init(_ row: OpcodeTable.Row) {
        opcode = row.opcode
        immediates = row.immediates
        accessExponent = row.accessExponent
        check =
            switch row.immediates {
            case .memoryArgument: Opcode.atomics.contains(row.opcode.rawValue) ? .other : .memoryArgument
            case .none, .i32, .i64, .f32, .f64, .v128, .fence: .none
            default: row.signature == nil ? .none : .other
            }
        guard let signature = row.signature else {
            shape = .special
            return
        }
        for (index, type) in signature.parameters.enumerated() {
            parameters |= UInt32(type.rawValue) << UInt32(8 * index)
        }
        result = signature.results.first?.rawValue ?? 0
        shape =
            switch (signature.parameters.count, signature.results.count) {
            case (0, 0): .pop0Push0
            case (0, 1): .pop0Push1
            case (1, 0): .pop1Push0
            case (1, 1): .pop1Push1
            case (2, 0): .pop2Push0
            case (2, 1): .pop2Push1
            case (3, 0): .pop3Push0
            default: .pop3Push1
            }
    }
}
