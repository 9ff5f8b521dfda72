// SPDX-License-Identifier: Apache-2.0

// Validation of immediates: alignments, lanes, and the indices of instructions whose signature is fixed.

extension FunctionValidator {
    @inline(__always)
    mutating func checkMemoryArgument(memory: UInt32, alignment: UInt32, _ natural: UInt8) throws(FormatError) {
        guard _fastPath(memory < facts.memoryCount) else { throw error(.unknownMemory, .index(memory)) }
        guard _fastPath(alignment <= UInt32(natural)) else { throw error(.alignmentTooLarge) }
    }

    @inline(never)
    mutating func checkImmediates(_ reader: inout InstructionReader, _ entry: OpcodeEntry) throws(FormatError) {
        switch entry.immediates {
        case .memoryArgument:
            try checkMemoryArgument(
                memory: reader.instruction.index, alignment: reader.instruction.index2, entry.accessExponent)
            if Opcode.atomics.contains(entry.opcode.rawValue), reader.instruction.index2 != UInt32(entry.accessExponent)
            {
                throw error(.atomicAlignmentNotNatural)
            }
        case .memoryArgumentAndLane:
            try checkMemoryArgument(
                memory: reader.instruction.index, alignment: reader.instruction.index2, entry.accessExponent)
            guard reader.instruction.lane < 16 >> entry.accessExponent else { throw error(.invalidLaneIndex) }
        case .lane:
            guard reader.instruction.lane < laneCount(entry.opcode) else { throw error(.invalidLaneIndex) }
        case .lanes:
            // Thirty-two lanes: no byte may have one of the three upper bits.
            guard (reader.instruction.bits | reader.instruction.bits2) & 0xe0e0_e0e0_e0e0_e0e0 == 0 else {
                throw error(.invalidLaneIndex)
            }
        case .memory: try checkMemory(reader.instruction.index)
        case .memoryAndMemory:
            try checkMemory(reader.instruction.index)
            try checkMemory(reader.instruction.index2)
        case .data: try checkData(reader.instruction.index)
        case .dataAndMemory:
            try checkMemory(reader.instruction.index2)
            try checkData(reader.instruction.index)
        case .table: _ = try tableType(reader.instruction.index)
        case .element: _ = try elementType(reader.instruction.index)
        case .elementAndTable:
            guard try tableType(reader.instruction.index2) == elementType(reader.instruction.index) else {
                throw error(.typeMismatch)
            }
        case .tableAndTable:
            guard try tableType(reader.instruction.index) == tableType(reader.instruction.index2) else {
                throw error(.typeMismatch)
            }
        default: break
        }
    }

    private mutating func checkMemory(_ index: UInt32) throws(FormatError) {
        guard index < facts.memoryCount else { throw error(.unknownMemory, .index(index)) }
    }

    private mutating func checkData(_ index: UInt32) throws(FormatError) {
        guard let count = facts.dataCount else { throw error(.dataCountRequired) }
        guard index < count else { throw error(.unknownDataSegment, .index(index)) }
    }

    private func laneCount(_ opcode: Opcode) -> UInt8 {
        switch opcode {
        case .i8x16ExtractLaneS, .i8x16ExtractLaneU, .i8x16ReplaceLane: 16
        case .i16x8ExtractLaneS, .i16x8ExtractLaneU, .i16x8ReplaceLane: 8
        case .i32x4ExtractLane, .i32x4ReplaceLane, .f32x4ExtractLane, .f32x4ReplaceLane: 4
        default: 2
        }
    }

    /// Refuses an instruction of a prefixed page that the module may not use.
    @inline(never)
    mutating func requireFeature(of opcode: Opcode) throws(FormatError) {
        let feature: Features =
            switch opcode.rawValue {
            case 0x400...: .relaxedSIMD
            case 0x300...: .simd
            default: .threads
            }
        try facts.features.require(feature, at: offset, .opcode(opcode))
    }
}
