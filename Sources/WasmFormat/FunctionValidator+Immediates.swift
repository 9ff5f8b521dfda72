// SPDX-License-Identifier: Apache-2.0

// Validation of immediates: alignments, lanes, and the indices of instructions whose signature is fixed.

extension FunctionValidator {
    @inline(__always)
    func checkMemoryArgument(_ instruction: Instruction, _ entry: OpcodeEntry) throws(FormatError) {
        guard _fastPath(instruction.index < facts.memoryCount) else {
            throw error(.unknownMemory, .index(instruction.index))
        }
        guard _fastPath(instruction.alignmentExponent <= UInt32(entry.accessExponent)) else {
            throw error(.alignmentTooLarge)
        }
    }

    @inline(never)
    func checkImmediates(_ instruction: Instruction, _ entry: OpcodeEntry) throws(FormatError) {
        switch entry.immediates {
        case .memoryArgument:
            try checkMemoryArgument(instruction, entry)
            guard instruction.alignmentExponent == UInt32(entry.accessExponent) else {
                throw error(.atomicAlignmentNotNatural)
            }
        case .memoryArgumentAndLane:
            try checkMemoryArgument(instruction, entry)
            guard instruction.lane < 16 >> entry.accessExponent else { throw error(.invalidLaneIndex) }
        case .lane:
            guard instruction.lane < laneCount(entry.opcode) else { throw error(.invalidLaneIndex) }
        case .lanes:
            // Thirty-two lanes: no byte may have one of the three upper bits.
            guard (instruction.bits | instruction.bits2) & 0xe0e0_e0e0_e0e0_e0e0 == 0 else {
                throw error(.invalidLaneIndex)
            }
        case .memory: try checkMemory(instruction.index)
        case .memoryAndMemory:
            try checkMemory(instruction.index)
            try checkMemory(instruction.index2)
        case .data: try checkData(instruction.index)
        case .dataAndMemory:
            try checkMemory(instruction.index2)
            try checkData(instruction.index)
        case .table: _ = try tableType(instruction.index)
        case .element: _ = try elementType(instruction.index)
        case .elementAndTable:
            guard try tableType(instruction.index2) == elementType(instruction.index) else {
                throw error(.typeMismatch)
            }
        case .tableAndTable:
            guard try tableType(instruction.index) == tableType(instruction.index2) else { throw error(.typeMismatch) }
        default: break
        }
    }

    private func checkMemory(_ index: UInt32) throws(FormatError) {
        guard index < facts.memoryCount else { throw error(.unknownMemory, .index(index)) }
    }

    private func checkData(_ index: UInt32) throws(FormatError) {
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
    func requireFeature(of opcode: Opcode) throws(FormatError) {
        let feature: Features =
            switch opcode.rawValue {
            case 0x400...: .relaxedSIMD
            case 0x300...: .simd
            default: .threads
            }
        try facts.features.require(feature, at: offset, .opcode(opcode))
    }
}
