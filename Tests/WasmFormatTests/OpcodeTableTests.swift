// SPDX-License-Identifier: Apache-2.0

import Testing
import WasmFormat

/// The table is one fact in two places: the enumeration gives the codes, the rows all else.
@Suite struct OpcodeTableTests {
    @Test func everyOpcodeHasOneRow() {
        #expect(OpcodeTable.rows.count == Opcode.allCases.count)
        for opcode in Opcode.allCases { #expect(OpcodeTable.row(opcode)?.opcode == opcode) }
    }

    /// A name and what follows it tell which instruction is meant: `select` has two encodings.
    @Test func mnemonicsAreUnique() {
        #expect(Set(OpcodeTable.rows.map { "\($0.mnemonic) \($0.immediates)" }).count == OpcodeTable.rows.count)
        #expect(Set(OpcodeTable.rows.map(\.mnemonic)).count == OpcodeTable.rows.count - 1)
    }

    /// The cases of the enumeration are the names of the text format in Swift's spelling.
    @Test(arguments: OpcodeTable.rows.map(\.opcode))
    func caseIsMnemonic(opcode: Opcode) {
        let words = opcode.mnemonic.split { $0 == "." || $0 == "_" }
        let spelling = words.dropFirst().reduce(String(words[0])) { $0 + $1.prefix(1).uppercased() + $1.dropFirst() }
        #expect("\(opcode)" == (opcode == .selectT ? "selectT" : spelling))
    }

    /// Reads each instruction back from its encoding, with immediates of zeros (the one reference type excepted).
    @Test(arguments: Opcode.allCases)
    func readerFindsEachOpcode(opcode: Opcode) throws {
        let raw = Int(opcode.rawValue)
        let code: [UInt8] =
            switch raw {
            case 0x300...: [0xfd] + leb(raw - 0x300)
            case 0x200...: [0xfe] + leb(raw - 0x200)
            case 0x100...: [0xfc] + leb(raw - 0x100)
            default: [UInt8(raw)]
            }
        let immediates: [UInt8] =
            switch OpcodeTable.row(opcode)?.immediates {
            case .referenceType: [0x70]
            case .blockType: [0x40]
            case .catches: [0x40, 0]
            case .selectTypes: [1, 0x7f]
            default: [UInt8](repeating: 0, count: 16)
            }
        try (code + immediates).withUnsafeBufferPointer { bytes in
            var reader = InstructionReader(bytes, 0..<bytes.count)
            try reader.next()
            #expect(reader.instruction.opcode == opcode)
            #expect(reader.instruction.offset == 0)
            #expect(reader.position > code.count - 1)
        }
    }

    @Test func codesWithoutARowAreIllegal() {
        let unused: [[UInt8]] = [[0x06], [0x27], [0xd3], [0xfb], [0xff, 0], [0xfc, 18], [0xfd, 154, 1], [0xfe, 4]]
        for code in unused {
            code.withUnsafeBufferPointer { bytes in
                var reader = InstructionReader(bytes, 0..<bytes.count)
                do throws(FormatError) {
                    try reader.next()
                    Issue.record("\(code) is \(reader.instruction.opcode)")
                } catch {
                    #expect(error == FormatError(.illegalOpcode, at: 0))
                }
            }
        }
    }

    /// The alignment of an access is its width, which the mnemonic says too.
    @Test func accessWidths() {
        let widths: [(Opcode, UInt8)] = [
            (.i32Load, 2), (.i64Load, 3), (.i64Load8U, 0), (.i64Store32, 2), (.v128Load, 4), (.v128Load8x8S, 3),
            (.v128Load16Lane, 1), (.v128Load64Zero, 3), (.i64AtomicRmw16AddU, 1), (.memoryAtomicWait64, 3),
        ]
        for (opcode, width) in widths { #expect(OpcodeTable.row(opcode)?.accessExponent == width) }
    }
}
