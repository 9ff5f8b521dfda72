// SPDX-License-Identifier: Apache-2.0

// The integer instructions with operands or results in the accumulator, a line each and form. What the forms mean is in
// Handlers+Numeric.swift.

extension BinaryOperation {
    /// accumulator, a, b.
    var slotsToAccumulator: Handler? {
        switch self {
        case .i32Add: { binary($0, $1, $2, $3, $4, $5, .slot, .slot, .accumulator, UInt32.self, &+) }
        case .i32Sub: { binary($0, $1, $2, $3, $4, $5, .slot, .slot, .accumulator, UInt32.self, &-) }
        case .i32Mul: { binary($0, $1, $2, $3, $4, $5, .slot, .slot, .accumulator, UInt32.self, &*) }
        case .i32And: { binary($0, $1, $2, $3, $4, $5, .slot, .slot, .accumulator, UInt32.self, &) }
        case .i32Or: { binary($0, $1, $2, $3, $4, $5, .slot, .slot, .accumulator, UInt32.self, |) }
        case .i32Xor: { binary($0, $1, $2, $3, $4, $5, .slot, .slot, .accumulator, UInt32.self, ^) }
        case .i32Shl: { binary($0, $1, $2, $3, $4, $5, .slot, .slot, .accumulator, UInt32.self, shiftLeft) }
        case .i32ShrS: { binary($0, $1, $2, $3, $4, $5, .slot, .slot, .accumulator, Int32.self, shiftRight) }
        case .i32ShrU: { binary($0, $1, $2, $3, $4, $5, .slot, .slot, .accumulator, UInt32.self, shiftRight) }
        case .i32Rotl: { binary($0, $1, $2, $3, $4, $5, .slot, .slot, .accumulator, UInt32.self, rotateLeft) }
        case .i32Rotr: { binary($0, $1, $2, $3, $4, $5, .slot, .slot, .accumulator, UInt32.self, rotateRight) }
        case .i64Add: { binary($0, $1, $2, $3, $4, $5, .slot, .slot, .accumulator, UInt64.self, &+) }
        case .i64Sub: { binary($0, $1, $2, $3, $4, $5, .slot, .slot, .accumulator, UInt64.self, &-) }
        case .i64Mul: { binary($0, $1, $2, $3, $4, $5, .slot, .slot, .accumulator, UInt64.self, &*) }
        case .i64And: { binary($0, $1, $2, $3, $4, $5, .slot, .slot, .accumulator, UInt64.self, &) }
        case .i64Or: { binary($0, $1, $2, $3, $4, $5, .slot, .slot, .accumulator, UInt64.self, |) }
        case .i64Xor: { binary($0, $1, $2, $3, $4, $5, .slot, .slot, .accumulator, UInt64.self, ^) }
        case .i64Shl: { binary($0, $1, $2, $3, $4, $5, .slot, .slot, .accumulator, UInt64.self, shiftLeft) }
        case .i64ShrS: { binary($0, $1, $2, $3, $4, $5, .slot, .slot, .accumulator, Int64.self, shiftRight) }
        case .i64ShrU: { binary($0, $1, $2, $3, $4, $5, .slot, .slot, .accumulator, UInt64.self, shiftRight) }
        case .i64Rotl: { binary($0, $1, $2, $3, $4, $5, .slot, .slot, .accumulator, UInt64.self, rotateLeft) }
        case .i64Rotr: { binary($0, $1, $2, $3, $4, $5, .slot, .slot, .accumulator, UInt64.self, rotateRight) }
        default: floatSlotsToAccumulator
        }
    }

    /// dst, accumulator, b.
    var accumulatorSlot: Handler? {
        switch self {
        case .i32Add: { binary($0, $1, $2, $3, $4, $5, .accumulator, .slot, .slot, UInt32.self, &+) }
        case .i32Sub: { binary($0, $1, $2, $3, $4, $5, .accumulator, .slot, .slot, UInt32.self, &-) }
        case .i32Mul: { binary($0, $1, $2, $3, $4, $5, .accumulator, .slot, .slot, UInt32.self, &*) }
        case .i32And: { binary($0, $1, $2, $3, $4, $5, .accumulator, .slot, .slot, UInt32.self, &) }
        case .i32Or: { binary($0, $1, $2, $3, $4, $5, .accumulator, .slot, .slot, UInt32.self, |) }
        case .i32Xor: { binary($0, $1, $2, $3, $4, $5, .accumulator, .slot, .slot, UInt32.self, ^) }
        case .i32Shl: { binary($0, $1, $2, $3, $4, $5, .accumulator, .slot, .slot, UInt32.self, shiftLeft) }
        case .i32ShrS: { binary($0, $1, $2, $3, $4, $5, .accumulator, .slot, .slot, Int32.self, shiftRight) }
        case .i32ShrU: { binary($0, $1, $2, $3, $4, $5, .accumulator, .slot, .slot, UInt32.self, shiftRight) }
        case .i32Rotl: { binary($0, $1, $2, $3, $4, $5, .accumulator, .slot, .slot, UInt32.self, rotateLeft) }
        case .i32Rotr: { binary($0, $1, $2, $3, $4, $5, .accumulator, .slot, .slot, UInt32.self, rotateRight) }
        case .i64Add: { binary($0, $1, $2, $3, $4, $5, .accumulator, .slot, .slot, UInt64.self, &+) }
        case .i64Sub: { binary($0, $1, $2, $3, $4, $5, .accumulator, .slot, .slot, UInt64.self, &-) }
        case .i64Mul: { binary($0, $1, $2, $3, $4, $5, .accumulator, .slot, .slot, UInt64.self, &*) }
        case .i64And: { binary($0, $1, $2, $3, $4, $5, .accumulator, .slot, .slot, UInt64.self, &) }
        case .i64Or: { binary($0, $1, $2, $3, $4, $5, .accumulator, .slot, .slot, UInt64.self, |) }
        case .i64Xor: { binary($0, $1, $2, $3, $4, $5, .accumulator, .slot, .slot, UInt64.self, ^) }
        case .i64Shl: { binary($0, $1, $2, $3, $4, $5, .accumulator, .slot, .slot, UInt64.self, shiftLeft) }
        case .i64ShrS: { binary($0, $1, $2, $3, $4, $5, .accumulator, .slot, .slot, Int64.self, shiftRight) }
        case .i64ShrU: { binary($0, $1, $2, $3, $4, $5, .accumulator, .slot, .slot, UInt64.self, shiftRight) }
        case .i64Rotl: { binary($0, $1, $2, $3, $4, $5, .accumulator, .slot, .slot, UInt64.self, rotateLeft) }
        case .i64Rotr: { binary($0, $1, $2, $3, $4, $5, .accumulator, .slot, .slot, UInt64.self, rotateRight) }
        default: floatAccumulatorSlot
        }
    }

    /// accumulator, accumulator, b.
    var accumulatorSlotToAccumulator: Handler? {
        switch self {
        case .i32Add: { binary($0, $1, $2, $3, $4, $5, .accumulator, .slot, .accumulator, UInt32.self, &+) }
        case .i32Sub: { binary($0, $1, $2, $3, $4, $5, .accumulator, .slot, .accumulator, UInt32.self, &-) }
        case .i32Mul: { binary($0, $1, $2, $3, $4, $5, .accumulator, .slot, .accumulator, UInt32.self, &*) }
        case .i32And: { binary($0, $1, $2, $3, $4, $5, .accumulator, .slot, .accumulator, UInt32.self, &) }
        case .i32Or: { binary($0, $1, $2, $3, $4, $5, .accumulator, .slot, .accumulator, UInt32.self, |) }
        case .i32Xor: { binary($0, $1, $2, $3, $4, $5, .accumulator, .slot, .accumulator, UInt32.self, ^) }
        case .i32Shl: { binary($0, $1, $2, $3, $4, $5, .accumulator, .slot, .accumulator, UInt32.self, shiftLeft) }
        case .i32ShrS: { binary($0, $1, $2, $3, $4, $5, .accumulator, .slot, .accumulator, Int32.self, shiftRight) }
        case .i32ShrU: { binary($0, $1, $2, $3, $4, $5, .accumulator, .slot, .accumulator, UInt32.self, shiftRight) }
        case .i32Rotl: { binary($0, $1, $2, $3, $4, $5, .accumulator, .slot, .accumulator, UInt32.self, rotateLeft) }
        case .i32Rotr: { binary($0, $1, $2, $3, $4, $5, .accumulator, .slot, .accumulator, UInt32.self, rotateRight) }
        case .i64Add: { binary($0, $1, $2, $3, $4, $5, .accumulator, .slot, .accumulator, UInt64.self, &+) }
        case .i64Sub: { binary($0, $1, $2, $3, $4, $5, .accumulator, .slot, .accumulator, UInt64.self, &-) }
        case .i64Mul: { binary($0, $1, $2, $3, $4, $5, .accumulator, .slot, .accumulator, UInt64.self, &*) }
        case .i64And: { binary($0, $1, $2, $3, $4, $5, .accumulator, .slot, .accumulator, UInt64.self, &) }
        case .i64Or: { binary($0, $1, $2, $3, $4, $5, .accumulator, .slot, .accumulator, UInt64.self, |) }
        case .i64Xor: { binary($0, $1, $2, $3, $4, $5, .accumulator, .slot, .accumulator, UInt64.self, ^) }
        case .i64Shl: { binary($0, $1, $2, $3, $4, $5, .accumulator, .slot, .accumulator, UInt64.self, shiftLeft) }
        case .i64ShrS: { binary($0, $1, $2, $3, $4, $5, .accumulator, .slot, .accumulator, Int64.self, shiftRight) }
        case .i64ShrU: { binary($0, $1, $2, $3, $4, $5, .accumulator, .slot, .accumulator, UInt64.self, shiftRight) }
        case .i64Rotl: { binary($0, $1, $2, $3, $4, $5, .accumulator, .slot, .accumulator, UInt64.self, rotateLeft) }
        case .i64Rotr: { binary($0, $1, $2, $3, $4, $5, .accumulator, .slot, .accumulator, UInt64.self, rotateRight) }
        default: floatAccumulatorSlotToAccumulator
        }
    }

    /// dst, a, accumulator; where the order matters.
    var slotAccumulator: Handler? {
        switch self {
        case .i32Sub: { binary($0, $1, $2, $3, $4, $5, .slot, .accumulator, .slot, UInt32.self, &-) }
        case .i32Shl: { binary($0, $1, $2, $3, $4, $5, .slot, .accumulator, .slot, UInt32.self, shiftLeft) }
        case .i32ShrS: { binary($0, $1, $2, $3, $4, $5, .slot, .accumulator, .slot, Int32.self, shiftRight) }
        case .i32ShrU: { binary($0, $1, $2, $3, $4, $5, .slot, .accumulator, .slot, UInt32.self, shiftRight) }
        case .i32Rotl: { binary($0, $1, $2, $3, $4, $5, .slot, .accumulator, .slot, UInt32.self, rotateLeft) }
        case .i32Rotr: { binary($0, $1, $2, $3, $4, $5, .slot, .accumulator, .slot, UInt32.self, rotateRight) }
        case .i64Sub: { binary($0, $1, $2, $3, $4, $5, .slot, .accumulator, .slot, UInt64.self, &-) }
        case .i64Shl: { binary($0, $1, $2, $3, $4, $5, .slot, .accumulator, .slot, UInt64.self, shiftLeft) }
        case .i64ShrS: { binary($0, $1, $2, $3, $4, $5, .slot, .accumulator, .slot, Int64.self, shiftRight) }
        case .i64ShrU: { binary($0, $1, $2, $3, $4, $5, .slot, .accumulator, .slot, UInt64.self, shiftRight) }
        case .i64Rotl: { binary($0, $1, $2, $3, $4, $5, .slot, .accumulator, .slot, UInt64.self, rotateLeft) }
        case .i64Rotr: { binary($0, $1, $2, $3, $4, $5, .slot, .accumulator, .slot, UInt64.self, rotateRight) }
        default: floatSlotAccumulator
        }
    }

    /// accumulator, a, accumulator; where the order matters.
    var slotAccumulatorToAccumulator: Handler? {
        switch self {
        case .i32Sub: { binary($0, $1, $2, $3, $4, $5, .slot, .accumulator, .accumulator, UInt32.self, &-) }
        case .i32Shl: { binary($0, $1, $2, $3, $4, $5, .slot, .accumulator, .accumulator, UInt32.self, shiftLeft) }
        case .i32ShrS: { binary($0, $1, $2, $3, $4, $5, .slot, .accumulator, .accumulator, Int32.self, shiftRight) }
        case .i32ShrU: { binary($0, $1, $2, $3, $4, $5, .slot, .accumulator, .accumulator, UInt32.self, shiftRight) }
        case .i32Rotl: { binary($0, $1, $2, $3, $4, $5, .slot, .accumulator, .accumulator, UInt32.self, rotateLeft) }
        case .i32Rotr: { binary($0, $1, $2, $3, $4, $5, .slot, .accumulator, .accumulator, UInt32.self, rotateRight) }
        case .i64Sub: { binary($0, $1, $2, $3, $4, $5, .slot, .accumulator, .accumulator, UInt64.self, &-) }
        case .i64Shl: { binary($0, $1, $2, $3, $4, $5, .slot, .accumulator, .accumulator, UInt64.self, shiftLeft) }
        case .i64ShrS: { binary($0, $1, $2, $3, $4, $5, .slot, .accumulator, .accumulator, Int64.self, shiftRight) }
        case .i64ShrU: { binary($0, $1, $2, $3, $4, $5, .slot, .accumulator, .accumulator, UInt64.self, shiftRight) }
        case .i64Rotl: { binary($0, $1, $2, $3, $4, $5, .slot, .accumulator, .accumulator, UInt64.self, rotateLeft) }
        case .i64Rotr: { binary($0, $1, $2, $3, $4, $5, .slot, .accumulator, .accumulator, UInt64.self, rotateRight) }
        default: floatSlotAccumulatorToAccumulator
        }
    }
}

extension BinaryOperation {
    /// accumulator, a, immediate.
    var immediateToAccumulator: Handler? {
        switch self {
        case .i32Add: { binaryImmediate($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt32.self, &+) }
        case .i32Sub: { binaryImmediate($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt32.self, &-) }
        case .i32Mul: { binaryImmediate($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt32.self, &*) }
        case .i32And: { binaryImmediate($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt32.self, &) }
        case .i32Or: { binaryImmediate($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt32.self, |) }
        case .i32Xor: { binaryImmediate($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt32.self, ^) }
        case .i32Shl: { binaryImmediate($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt32.self, shiftLeft) }
        case .i32ShrS: { binaryImmediate($0, $1, $2, $3, $4, $5, .slot, .accumulator, Int32.self, shiftRight) }
        case .i32ShrU: { binaryImmediate($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt32.self, shiftRight) }
        case .i32Rotl: { binaryImmediate($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt32.self, rotateLeft) }
        case .i32Rotr: { binaryImmediate($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt32.self, rotateRight) }
        case .i64Add: { binaryImmediate($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt64.self, &+) }
        case .i64Sub: { binaryImmediate($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt64.self, &-) }
        case .i64Mul: { binaryImmediate($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt64.self, &*) }
        case .i64And: { binaryImmediate($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt64.self, &) }
        case .i64Or: { binaryImmediate($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt64.self, |) }
        case .i64Xor: { binaryImmediate($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt64.self, ^) }
        case .i64Shl: { binaryImmediate($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt64.self, shiftLeft) }
        case .i64ShrS: { binaryImmediate($0, $1, $2, $3, $4, $5, .slot, .accumulator, Int64.self, shiftRight) }
        case .i64ShrU: { binaryImmediate($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt64.self, shiftRight) }
        case .i64Rotl: { binaryImmediate($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt64.self, rotateLeft) }
        case .i64Rotr: { binaryImmediate($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt64.self, rotateRight) }
        default: nil
        }
    }

    /// dst, accumulator, immediate.
    var accumulatorImmediate: Handler? {
        switch self {
        case .i32Add: { binaryImmediate($0, $1, $2, $3, $4, $5, .accumulator, .slot, UInt32.self, &+) }
        case .i32Sub: { binaryImmediate($0, $1, $2, $3, $4, $5, .accumulator, .slot, UInt32.self, &-) }
        case .i32Mul: { binaryImmediate($0, $1, $2, $3, $4, $5, .accumulator, .slot, UInt32.self, &*) }
        case .i32And: { binaryImmediate($0, $1, $2, $3, $4, $5, .accumulator, .slot, UInt32.self, &) }
        case .i32Or: { binaryImmediate($0, $1, $2, $3, $4, $5, .accumulator, .slot, UInt32.self, |) }
        case .i32Xor: { binaryImmediate($0, $1, $2, $3, $4, $5, .accumulator, .slot, UInt32.self, ^) }
        case .i32Shl: { binaryImmediate($0, $1, $2, $3, $4, $5, .accumulator, .slot, UInt32.self, shiftLeft) }
        case .i32ShrS: { binaryImmediate($0, $1, $2, $3, $4, $5, .accumulator, .slot, Int32.self, shiftRight) }
        case .i32ShrU: { binaryImmediate($0, $1, $2, $3, $4, $5, .accumulator, .slot, UInt32.self, shiftRight) }
        case .i32Rotl: { binaryImmediate($0, $1, $2, $3, $4, $5, .accumulator, .slot, UInt32.self, rotateLeft) }
        case .i32Rotr: { binaryImmediate($0, $1, $2, $3, $4, $5, .accumulator, .slot, UInt32.self, rotateRight) }
        case .i64Add: { binaryImmediate($0, $1, $2, $3, $4, $5, .accumulator, .slot, UInt64.self, &+) }
        case .i64Sub: { binaryImmediate($0, $1, $2, $3, $4, $5, .accumulator, .slot, UInt64.self, &-) }
        case .i64Mul: { binaryImmediate($0, $1, $2, $3, $4, $5, .accumulator, .slot, UInt64.self, &*) }
        case .i64And: { binaryImmediate($0, $1, $2, $3, $4, $5, .accumulator, .slot, UInt64.self, &) }
        case .i64Or: { binaryImmediate($0, $1, $2, $3, $4, $5, .accumulator, .slot, UInt64.self, |) }
        case .i64Xor: { binaryImmediate($0, $1, $2, $3, $4, $5, .accumulator, .slot, UInt64.self, ^) }
        case .i64Shl: { binaryImmediate($0, $1, $2, $3, $4, $5, .accumulator, .slot, UInt64.self, shiftLeft) }
        case .i64ShrS: { binaryImmediate($0, $1, $2, $3, $4, $5, .accumulator, .slot, Int64.self, shiftRight) }
        case .i64ShrU: { binaryImmediate($0, $1, $2, $3, $4, $5, .accumulator, .slot, UInt64.self, shiftRight) }
        case .i64Rotl: { binaryImmediate($0, $1, $2, $3, $4, $5, .accumulator, .slot, UInt64.self, rotateLeft) }
        case .i64Rotr: { binaryImmediate($0, $1, $2, $3, $4, $5, .accumulator, .slot, UInt64.self, rotateRight) }
        default: nil
        }
    }

    /// accumulator, accumulator, immediate.
    var accumulatorImmediateToAccumulator: Handler? {
        switch self {
        case .i32Add: { binaryImmediate($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, UInt32.self, &+) }
        case .i32Sub: { binaryImmediate($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, UInt32.self, &-) }
        case .i32Mul: { binaryImmediate($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, UInt32.self, &*) }
        case .i32And: { binaryImmediate($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, UInt32.self, &) }
        case .i32Or: { binaryImmediate($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, UInt32.self, |) }
        case .i32Xor: { binaryImmediate($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, UInt32.self, ^) }
        case .i32Shl: { binaryImmediate($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, UInt32.self, shiftLeft) }
        case .i32ShrS: { binaryImmediate($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, Int32.self, shiftRight) }
        case .i32ShrU: { binaryImmediate($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, UInt32.self, shiftRight) }
        case .i32Rotl: { binaryImmediate($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, UInt32.self, rotateLeft) }
        case .i32Rotr: { binaryImmediate($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, UInt32.self, rotateRight) }
        case .i64Add: { binaryImmediate($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, UInt64.self, &+) }
        case .i64Sub: { binaryImmediate($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, UInt64.self, &-) }
        case .i64Mul: { binaryImmediate($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, UInt64.self, &*) }
        case .i64And: { binaryImmediate($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, UInt64.self, &) }
        case .i64Or: { binaryImmediate($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, UInt64.self, |) }
        case .i64Xor: { binaryImmediate($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, UInt64.self, ^) }
        case .i64Shl: { binaryImmediate($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, UInt64.self, shiftLeft) }
        case .i64ShrS: { binaryImmediate($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, Int64.self, shiftRight) }
        case .i64ShrU: { binaryImmediate($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, UInt64.self, shiftRight) }
        case .i64Rotl: { binaryImmediate($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, UInt64.self, rotateLeft) }
        case .i64Rotr: { binaryImmediate($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, UInt64.self, rotateRight) }
        default: nil
        }
    }

    /// accumulator, a, constant.
    var constantToAccumulator: Handler? {
        switch self {
        case .i64Add: { binaryConstant($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt64.self, &+) }
        case .i64Mul: { binaryConstant($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt64.self, &*) }
        case .i64And: { binaryConstant($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt64.self, &) }
        case .i64Or: { binaryConstant($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt64.self, |) }
        case .i64Xor: { binaryConstant($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt64.self, ^) }
        default: floatConstantToAccumulator
        }
    }

    /// dst, accumulator, constant.
    var accumulatorConstant: Handler? {
        switch self {
        case .i64Add: { binaryConstant($0, $1, $2, $3, $4, $5, .accumulator, .slot, UInt64.self, &+) }
        case .i64Mul: { binaryConstant($0, $1, $2, $3, $4, $5, .accumulator, .slot, UInt64.self, &*) }
        case .i64And: { binaryConstant($0, $1, $2, $3, $4, $5, .accumulator, .slot, UInt64.self, &) }
        case .i64Or: { binaryConstant($0, $1, $2, $3, $4, $5, .accumulator, .slot, UInt64.self, |) }
        case .i64Xor: { binaryConstant($0, $1, $2, $3, $4, $5, .accumulator, .slot, UInt64.self, ^) }
        default: floatAccumulatorConstant
        }
    }

    /// accumulator, accumulator, constant.
    var accumulatorConstantToAccumulator: Handler? {
        switch self {
        case .i64Add: { binaryConstant($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, UInt64.self, &+) }
        case .i64Mul: { binaryConstant($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, UInt64.self, &*) }
        case .i64And: { binaryConstant($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, UInt64.self, &) }
        case .i64Or: { binaryConstant($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, UInt64.self, |) }
        case .i64Xor: { binaryConstant($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, UInt64.self, ^) }
        default: floatAccumulatorConstantToAccumulator
        }
    }
}

extension UnaryOperation {
    /// accumulator, a.
    var toAccumulator: Handler? {
        switch self {
        case .i32Clz:
            {
                unary($0, $1, $2, $3, $4, $5, .slot, .accumulator) { (x: UInt32) in
                    UInt32(truncatingIfNeeded: x.leadingZeroBitCount)
                }
            }
        case .i32Ctz:
            {
                unary($0, $1, $2, $3, $4, $5, .slot, .accumulator) { (x: UInt32) in
                    UInt32(truncatingIfNeeded: x.trailingZeroBitCount)
                }
            }
        case .i32Extend8S:
            { unary($0, $1, $2, $3, $4, $5, .slot, .accumulator) { (x: UInt32) in signExtend(x, from: Int8.self) } }
        case .i32Extend16S:
            { unary($0, $1, $2, $3, $4, $5, .slot, .accumulator) { (x: UInt32) in signExtend(x, from: Int16.self) } }
        case .i32WrapI64:
            { unary($0, $1, $2, $3, $4, $5, .slot, .accumulator) { (x: UInt64) in UInt32(truncatingIfNeeded: x) } }
        case .i64ExtendI32S: { unary($0, $1, $2, $3, $4, $5, .slot, .accumulator) { (x: Int32) in Int64(x) } }
        default: floatToAccumulator
        }
    }

    /// dst, accumulator.
    var accumulator: Handler? {
        switch self {
        case .i32Clz:
            {
                unary($0, $1, $2, $3, $4, $5, .accumulator, .slot) { (x: UInt32) in
                    UInt32(truncatingIfNeeded: x.leadingZeroBitCount)
                }
            }
        case .i32Ctz:
            {
                unary($0, $1, $2, $3, $4, $5, .accumulator, .slot) { (x: UInt32) in
                    UInt32(truncatingIfNeeded: x.trailingZeroBitCount)
                }
            }
        case .i32Extend8S:
            { unary($0, $1, $2, $3, $4, $5, .accumulator, .slot) { (x: UInt32) in signExtend(x, from: Int8.self) } }
        case .i32Extend16S:
            { unary($0, $1, $2, $3, $4, $5, .accumulator, .slot) { (x: UInt32) in signExtend(x, from: Int16.self) } }
        case .i32WrapI64:
            { unary($0, $1, $2, $3, $4, $5, .accumulator, .slot) { (x: UInt64) in UInt32(truncatingIfNeeded: x) } }
        case .i64ExtendI32S: { unary($0, $1, $2, $3, $4, $5, .accumulator, .slot) { (x: Int32) in Int64(x) } }
        default: floatAccumulator
        }
    }

    /// accumulator, accumulator.
    var accumulatorToAccumulator: Handler? {
        switch self {
        case .i32Clz:
            {
                unary($0, $1, $2, $3, $4, $5, .accumulator, .accumulator) { (x: UInt32) in
                    UInt32(truncatingIfNeeded: x.leadingZeroBitCount)
                }
            }
        case .i32Ctz:
            {
                unary($0, $1, $2, $3, $4, $5, .accumulator, .accumulator) { (x: UInt32) in
                    UInt32(truncatingIfNeeded: x.trailingZeroBitCount)
                }
            }
        case .i32Extend8S:
            {
                unary($0, $1, $2, $3, $4, $5, .accumulator, .accumulator) { (x: UInt32) in
                    signExtend(x, from: Int8.self)
                }
            }
        case .i32Extend16S:
            {
                unary($0, $1, $2, $3, $4, $5, .accumulator, .accumulator) { (x: UInt32) in
                    signExtend(x, from: Int16.self)
                }
            }
        case .i32WrapI64:
            {
                unary($0, $1, $2, $3, $4, $5, .accumulator, .accumulator) { (x: UInt64) in UInt32(truncatingIfNeeded: x)
                }
            }
        case .i64ExtendI32S: { unary($0, $1, $2, $3, $4, $5, .accumulator, .accumulator) { (x: Int32) in Int64(x) } }
        default: floatAccumulatorToAccumulator
        }
    }
}
