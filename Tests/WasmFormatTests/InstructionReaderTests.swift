// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import WasmFormat

/// What the reader makes of immediates.
@Suite struct InstructionReaderTests {
    /// Reads one instruction and hands the reader to the test.
    private func read(_ bytes: [UInt8], _ body: (InstructionReader) -> Void) throws {
        try bytes.withUnsafeBufferPointer { buffer in
            var reader = InstructionReader(buffer, 0..<buffer.count)
            try reader.next()
            #expect(reader.isAtEnd)
            body(reader)
        }
    }

    @Test func constants() throws {
        try read([0x41, 0x7f]) { #expect($0.instruction.i32 == 0xffff_ffff) }
        try read([0x41, 0x80, 0x80, 0x80, 0x80, 0x78]) { #expect($0.instruction.bits == 0x8000_0000) }
        try read([0x42, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x7f]) {
            #expect($0.instruction.bits == 1 << 63)
        }
        try read([0x44, 0, 0, 0, 0, 0, 0, 0xf0, 0x3f]) { #expect($0.instruction.bits == (1.0).bitPattern) }
        try read([0xfd, 12] + Array(0..<16)) {
            #expect($0.instruction.bits == 0x0706_0504_0302_0100)
            #expect($0.instruction.bits2 == 0x0f0e_0d0c_0b0a_0908)
        }
    }

    @Test func blockTypes() throws {
        try read([0x02, 0x40]) { #expect($0.instruction.blockType == .empty) }
        try read([0x02, 0x7c]) { #expect($0.instruction.blockType == .value(.f64)) }
        try read([0x03, 0x80, 1]) { #expect($0.instruction.blockType == .type(128)) }
    }

    @Test func memoryArguments() throws {
        try read([0x28, 2, 0x80, 8]) {
            #expect($0.instruction.alignmentExponent == 2)
            #expect($0.instruction.memoryOffset == 1024)
            #expect($0.instruction.index == 0)
        }
        try read([0x28, 0x42, 3, 16]) {
            #expect($0.instruction.alignmentExponent == 2)
            #expect($0.instruction.index == 3)
            #expect($0.instruction.memoryOffset == 16)
        }
        try read([0xfd, 84, 0, 5, 9]) {
            #expect($0.instruction.memoryOffset == 5)
            #expect($0.instruction.lane == 9)
        }
    }

    @Test func labelsAndClauses() throws {
        try read([0x0e, 3, 1, 2, 0x80, 1, 7]) { #expect(Array($0.labels) == [1, 2, 128, 7]) }
        try read([0x0e, 0, 5]) { #expect(Array($0.labels) == [5]) }
        try read([0x1f, 0x40, 3, 0, 1, 2, 2, 4, 3, 0]) {
            #expect(
                Array($0.catches) == [
                    CatchClause(kind: .one, tag: 1, label: 2), CatchClause(kind: .all, tag: 0, label: 4),
                    CatchClause(kind: .allWithReference, tag: 0, label: 0),
                ])
        }
        try read([0x01]) { #expect(Array($0.labels).isEmpty && Array($0.catches).isEmpty) }
    }
}
