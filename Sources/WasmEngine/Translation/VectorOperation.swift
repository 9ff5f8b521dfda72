// SPDX-License-Identifier: Apache-2.0

import WasmFormat

// Vector instructions as steps. A vector lies in two consecutive slots, its lanes in memory order; a field names the
// first one.

/// What a step with vectors does.
enum VectorOperation: Equatable {
    /// WebAssembly's instruction: dst if there is a result, then the operands, then the lane if there is one. Of an
    /// access to memory the offset is in the high half; with a lane it is the second word.
    case instruction(Opcode)
    /// dst, base, addend: `v128.load` of a sum that wraps, unlike an offset.
    case loadSum
    /// dst, a, count: a shift by a constant.
    case shiftImmediate(Opcode)
    /// dst, a, count, count to the right: lanes of 32 bits rotated to the left.
    case rotate
    /// dst, a, b, other dst; the two counts: the exclusive or, to the other dst, and that rotated, to dst.
    case xorRotate
    /// dst, other dst, sum dst, c; a, b, the two counts: the same for c and the sum of a and b, which goes to the sum's dst.
    case addXorRotate
    /// dst, a, b; then the indices in two words, which are in `Translator.vectorConstants`.
    case shuffle
    /// dst; then the value in two words, which are in `Translator.vectorConstants`.
    case constant
    /// dst, a.
    case copy
    /// dst, condition, x, y.
    case select
    /// dst, -, position.
    case globalGet
    /// a, -, position.
    case globalSet
    /// dst, -, index.
    case importedGlobalGet
    /// a, -, index.
    case importedGlobalSet
}

extension VectorOperation {
    /// Whether field 0 is the slot written, or the first of the two. What else is written is vectors too.
    var hasDestination: Bool {
        switch self {
        case .instruction(let opcode): VectorShape(opcode).result != .none
        case .loadSum, .shiftImmediate, .rotate, .xorRotate, .addXorRotate, .shuffle, .constant, .copy, .select, .globalGet, .importedGlobalGet: true
        case .globalSet, .importedGlobalSet: false
        }
    }

    /// Whether it is a store.
    var writesMemoryOnly: Bool {
        if case .instruction(let opcode) = self { VectorShape(opcode).result == .none } else { false }
    }

    /// Whether there are two more words.
    var hasConstant: Bool { self == .shuffle || self == .constant }

    /// Whether there is a second word.
    var hasExtra: Bool {
        switch self {
        case .instruction(let opcode): VectorShape(opcode).immediates == .memoryArgumentAndLane
        case .xorRotate, .addXorRotate: true
        default: false
        }
    }

    /// Whether it may trap.
    var mayStop: Bool {
        if case .instruction(let opcode) = self { VectorShape(opcode).accessesMemory } else { self == .loadSum }
    }
}

/// The bits of a vector constant, or the indices of a shuffle.
struct VectorConstant: Equatable {
    var low: UInt64
    var high: UInt64
}

/// What a vector instruction takes and gives.
struct VectorShape {
    enum Result { case none, scalar, vector }

    var operandCount = 0
    /// A bit for each operand, the first one's lowest: whether it is a vector.
    var vectors = 0
    var result = Result.none
    var immediates = Immediates.none

    /// Of a shift, what its count is taken modulo, less one.
    var laneMask = 0
    var isShift: Bool { laneMask != 0 }

    var accessesMemory: Bool { immediates == .memoryArgument || immediates == .memoryArgumentAndLane }

    init(_ opcode: Opcode) {
        let index = Int(opcode.rawValue) - Self.first
        self = Self.table.indices.contains(index) ? Self.table[index] : Self()
    }

    private init() {}

    private static let first = 0x300

    /// From the rows of the opcode table.
    private static let table: [VectorShape] = {
        var table = [VectorShape](repeating: VectorShape(), count: Opcode.rawValueBound - first)
        for row in OpcodeTable.rows where Int(row.opcode.rawValue) >= first {
            guard let type = row.signature else { continue }
            var shape = VectorShape()
            shape.operandCount = type.parameters.count
            for (index, type) in type.parameters.enumerated() where type == .v128 { shape.vectors |= 1 << index }
            if let result = type.results.first { shape.result = result == .v128 ? .vector : .scalar }
            shape.immediates = row.immediates
            // Shifts are the ones of a vector and an i32 that have no immediate.
            if shape.operandCount == 2, shape.vectors == 1, row.immediates == .none,
                let lanes = row.mnemonic.split(separator: "x").first.flatMap({ Int($0.dropFirst()) })
            {
                shape.laneMask = lanes - 1
            }
            table[Int(row.opcode.rawValue) - first] = shape
        }
        return table
    }()
}

extension Array where Element == ValueType {
    /// How many slots values of these types take.
    var slotCount: Int {
        var count = self.count
        for type in self where type == .v128 { count += 1 }
        return count
    }

    /// Where the upper halves of vectors are among these slots.
    var upperHalves: [Int] {
        var slot = 0
        var positions: [Int] = []
        for type in self {
            if type == .v128 {
                slot += 1
                positions.append(slot)
            }
            slot += 1
        }
        return positions
    }
}
