// SPDX-License-Identifier: Apache-2.0

// Function bodies as text: the text format's words, a line an instruction, each with its offset in the module. What an
// instruction is called and what follows it are the opcode table's.

/// Writes the functions of a module as text.
///
///     (func (;1 main;) (type 0) (param i32) (result i32)
///     (;@000078;)  block (result i32)
///     (;@00007a;)    loop
///     (;@00007c;)      i32.const -1
///     (;@00007e;)      br 1 (;@000078;)
///
/// Without the comments it is what the text format has for such a function. A branch's comment is the offset of the block
/// that it leaves, or of the loop that it begins again.
package struct Disassembler {
    private let module: Module
    private let names: [UInt32: String]
    /// Added to each offset.
    private let base: Int
    /// What begins the blocks that are open: their offsets, the function's first.
    private var blocks: [Int] = []
    private var text = ""

    /// A disassembler of a module that stands at the offset `base` of what the offsets are to be of.
    package init(_ module: Module, base: Int = 0) {
        self.module = module
        self.base = base
        names = module.functionNames()
    }

    /// The index of the function of this name, in the name section or among the exports.
    package func function(named name: String) -> Int? {
        if let export = module.export(named: name), export.kind == .function { return Int(export.index) }
        return names.filter { $0.value == name }.keys.min().map { Int($0) }
    }

    /// Hands the text of a function to `output` in pieces: a type of a thousand results takes two bytes where it is used, and
    /// a line here. False for an index that is not a defined function's.
    package mutating func write<E>(_ index: Int, to output: (String) throws(E) -> Void) throws(E) -> Bool {
        guard index >= 0, let type = module.functionType(index) else { return false }
        let defined = index - module.importedFunctionCount
        guard module.bodies.indices.contains(defined) else { return false }
        let body = module.bodies[defined]
        text = "(func (;\(comment(UInt32(index)));) (type \(body.typeIndex))\(signature(type))\n"
        let runs = module.localRuns[body.localRuns]
        if !runs.isEmpty {
            text += "  (local"
            for run in runs { text += locals(run) }
            text += ")\n"
        }
        blocks = [body.code.lowerBound]
        try module.bytes.withUnsafeBufferPointer { bytes throws(E) in
            var reader = InstructionReader(bytes, body.code)
            while !reader.isAtEnd, (try? reader.next()) != nil {
                line(reader)
                if text.utf8.count >= Self.piece {
                    try output(text)
                    text = ""
                }
            }
        }
        try output(text)
        return true
    }

    /// How long a piece of text becomes, in bytes.
    private static let piece = 1 << 16

    /// A run may be millions of locals long: then it is not spelled out.
    private func locals(_ run: LocalRun) -> String {
        run.count <= 1000
            ? String(repeating: " \(run.type)", count: Int(run.count)) : " (;\(run.count) times;) \(run.type)"
    }

    private mutating func line(_ reader: InstructionReader) {
        let instruction = reader.instruction
        guard let row = OpcodeTable.row(instruction.opcode) else { return }
        if instruction.opcode == .end { _ = blocks.popLast() }
        let depth = blocks.count - (instruction.opcode == .else ? 1 : 0)
        text += "(;\(place(instruction.offset));)" + String(repeating: "  ", count: min(depth, Self.deepest))
        if blocks.isEmpty {
            text += " )\n"
            return
        }
        text += row.mnemonic
        write(row.immediates, reader)
        text += "\n"
        if row.immediates == .blockType || row.immediates == .catches { blocks.append(instruction.offset) }
    }

    /// Deeper blocks are not indented any further.
    private static let deepest = 40

    private mutating func write(_ immediates: Immediates, _ reader: InstructionReader) {
        let instruction = reader.instruction
        switch immediates {
        case .none, .fence: break
        case .blockType: writeBlockType(instruction.blockType)
        case .catches:
            writeBlockType(instruction.blockType)
            for clause in reader.catches { write(clause) }
        case .label: writeLabel(instruction.index)
        case .labels: for label in reader.labels { writeLabel(label) }
        case .function: text += " \(instruction.index)" + nameComment(instruction.index)
        case .tag, .local, .global, .table, .element, .data: text += " \(instruction.index)"
        case .typeAndTable:
            writeUnlessZero(instruction.index2)
            text += " (type \(instruction.index))"
        case .selectTypes: text += " (result \(instruction.valueType))"
        case .tableAndTable, .memoryAndMemory:
            if instruction.index != 0 || instruction.index2 != 0 {
                text += " \(instruction.index) \(instruction.index2)"
            }
        case .elementAndTable, .dataAndMemory:
            writeUnlessZero(instruction.index2)
            text += " \(instruction.index)"
        case .memory: writeUnlessZero(instruction.index)
        case .memoryArgument: writeMemoryArgument(instruction)
        case .memoryArgumentAndLane:
            writeMemoryArgument(instruction)
            text += " \(instruction.lane)"
        case .lane: text += " \(instruction.lane)"
        case .lanes: for lane in 0..<16 { text += " \(instruction.vectorByte(lane))" }
        case .i32: text += " \(Int32(bitPattern: instruction.i32))"
        case .i64: text += " \(Int64(bitPattern: instruction.bits))"
        case .f32: text += " " + Float(bitPattern: instruction.i32).textFormat
        case .f64: text += " " + Double(bitPattern: instruction.bits).textFormat
        case .v128:
            text += " i32x4"
            for half in [instruction.bits, instruction.bits2] {
                text += " 0x" + hexadecimal(half & 0xffff_ffff, digits: 8) + " 0x" + hexadecimal(half >> 32, digits: 8)
            }
        case .referenceType:
            let name = instruction.valueType.description
            text += " " + (name.hasSuffix("ref") ? String(name.dropLast(3)) : name)
        }
    }

    private mutating func writeUnlessZero(_ index: UInt32) { if index != 0 { text += " \(index)" } }

    private mutating func writeMemoryArgument(_ instruction: Instruction) {
        writeUnlessZero(instruction.index)
        if instruction.memoryOffset != 0 { text += " offset=\(instruction.memoryOffset)" }
        let natural = OpcodeTable.row(instruction.opcode)?.accessExponent ?? 0
        let exponent = instruction.alignmentExponent
        if exponent != natural { text += " align=\((1 as UInt64) << UInt64(exponent))" }
    }

    private mutating func writeBlockType(_ type: BlockType) {
        switch type {
        case .empty: break
        case .value(let type): text += " (result \(type))"
        case .type(let index):
            text += " (type \(index))"
            if module.types.indices.contains(Int(index)) { text += signature(module.types[Int(index)]) }
        }
    }

    private mutating func write(_ clause: CatchClause) {
        switch clause.kind {
        case .one: text += " (catch \(clause.tag)"
        case .oneWithReference: text += " (catch_ref \(clause.tag)"
        case .all: text += " (catch_all"
        case .allWithReference: text += " (catch_all_ref"
        }
        writeLabel(clause.label)
        text += ")"
    }

    private mutating func writeLabel(_ label: UInt32) {
        text += " \(label)"
        let position = blocks.count - 1 - Int(label)
        if position > 0, position < blocks.count { text += " (;\(place(blocks[position]));)" }
    }

    private func signature(_ type: FunctionType) -> String {
        func list(_ word: String, _ types: [ValueType]) -> String {
            types.isEmpty ? "" : " (\(word) " + types.map(\.description).joined(separator: " ") + ")"
        }
        return list("param", type.parameters) + list("result", type.results)
    }

    private func place(_ offset: Int) -> String { "@" + hexadecimal(UInt64(offset + base), digits: 6) }

    private func comment(_ function: UInt32) -> String {
        names[function].map { "\(function) \(inComment($0))" } ?? "\(function)"
    }

    private func nameComment(_ function: UInt32) -> String { names[function].map { " (;\(inComment($0));)" } ?? "" }

    /// A name that neither ends the comment it is in nor begins another.
    private func inComment(_ name: String) -> String {
        String(name.printable.map { $0 == ";" ? ":" : $0 })
    }
}

extension Instruction {
    /// One of the 16 bytes of a v128, or lanes of a shuffle.
    fileprivate func vectorByte(_ index: Int) -> UInt8 {
        UInt8(truncatingIfNeeded: (index < 8 ? bits : bits2) >> UInt64(index % 8 * 8))
    }
}

extension BinaryFloatingPoint where Self: CustomStringConvertible {
    /// The number as the text format has it; what is read from that has the same bits.
    fileprivate var textFormat: String {
        let sign = sign == .minus ? "-" : ""
        if isInfinite { return sign + "inf" }
        guard isNaN else { return description }
        let payload = UInt64(significandBitPattern)
        let canonical = (1 as UInt64) << UInt64(Self.significandBitCount - 1)
        return sign + "nan" + (payload == canonical ? "" : ":0x" + String(payload, radix: 16))
    }
}

/// A number in base 16, with leading zeros.
private func hexadecimal(_ number: UInt64, digits: Int) -> String {
    let text = String(number, radix: 16)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
}
