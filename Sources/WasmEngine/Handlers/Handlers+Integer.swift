// SPDX-License-Identifier: Apache-2.0

// The integer instructions, a line each and form. What the forms mean is in Handlers+Numeric.swift.

extension BinaryOperation {
    /// dst, a, b.
    var slots: Handler {
        switch self {
        case .i32Add: { binary($0, $1, $2, $3, $4, $5, .slot, .slot, .slot, UInt32.self, &+) }
        case .i32Sub: { binary($0, $1, $2, $3, $4, $5, .slot, .slot, .slot, UInt32.self, &-) }
        case .i32Mul: { binary($0, $1, $2, $3, $4, $5, .slot, .slot, .slot, UInt32.self, &*) }
        case .i32And: { binary($0, $1, $2, $3, $4, $5, .slot, .slot, .slot, UInt32.self, &) }
        case .i32Or: { binary($0, $1, $2, $3, $4, $5, .slot, .slot, .slot, UInt32.self, |) }
        case .i32Xor: { binary($0, $1, $2, $3, $4, $5, .slot, .slot, .slot, UInt32.self, ^) }
        case .i32Shl: { binary($0, $1, $2, $3, $4, $5, .slot, .slot, .slot, UInt32.self, shiftLeft) }
        case .i32ShrS: { binary($0, $1, $2, $3, $4, $5, .slot, .slot, .slot, Int32.self, shiftRight) }
        case .i32ShrU: { binary($0, $1, $2, $3, $4, $5, .slot, .slot, .slot, UInt32.self, shiftRight) }
        case .i32Rotl: { binary($0, $1, $2, $3, $4, $5, .slot, .slot, .slot, UInt32.self, rotateLeft) }
        case .i32Rotr: { binary($0, $1, $2, $3, $4, $5, .slot, .slot, .slot, UInt32.self, rotateRight) }
        case .i64Add: { binary($0, $1, $2, $3, $4, $5, .slot, .slot, .slot, UInt64.self, &+) }
        case .i64Sub: { binary($0, $1, $2, $3, $4, $5, .slot, .slot, .slot, UInt64.self, &-) }
        case .i64Mul: { binary($0, $1, $2, $3, $4, $5, .slot, .slot, .slot, UInt64.self, &*) }
        case .i64And: { binary($0, $1, $2, $3, $4, $5, .slot, .slot, .slot, UInt64.self, &) }
        case .i64Or: { binary($0, $1, $2, $3, $4, $5, .slot, .slot, .slot, UInt64.self, |) }
        case .i64Xor: { binary($0, $1, $2, $3, $4, $5, .slot, .slot, .slot, UInt64.self, ^) }
        case .i64Shl: { binary($0, $1, $2, $3, $4, $5, .slot, .slot, .slot, UInt64.self, shiftLeft) }
        case .i64ShrS: { binary($0, $1, $2, $3, $4, $5, .slot, .slot, .slot, Int64.self, shiftRight) }
        case .i64ShrU: { binary($0, $1, $2, $3, $4, $5, .slot, .slot, .slot, UInt64.self, shiftRight) }
        case .i64Rotl: { binary($0, $1, $2, $3, $4, $5, .slot, .slot, .slot, UInt64.self, rotateLeft) }
        case .i64Rotr: { binary($0, $1, $2, $3, $4, $5, .slot, .slot, .slot, UInt64.self, rotateRight) }
        default: floatSlots
        }
    }

    /// dst, a, immediate.
    var immediate: Handler? {
        switch self {
        case .i32Add: { binaryImmediate($0, $1, $2, $3, $4, $5, .slot, .slot, UInt32.self, &+) }
        case .i32Sub: { binaryImmediate($0, $1, $2, $3, $4, $5, .slot, .slot, UInt32.self, &-) }
        case .i32Mul: { binaryImmediate($0, $1, $2, $3, $4, $5, .slot, .slot, UInt32.self, &*) }
        case .i32And: { binaryImmediate($0, $1, $2, $3, $4, $5, .slot, .slot, UInt32.self, &) }
        case .i32Or: { binaryImmediate($0, $1, $2, $3, $4, $5, .slot, .slot, UInt32.self, |) }
        case .i32Xor: { binaryImmediate($0, $1, $2, $3, $4, $5, .slot, .slot, UInt32.self, ^) }
        case .i32Shl: { binaryImmediate($0, $1, $2, $3, $4, $5, .slot, .slot, UInt32.self, shiftLeft) }
        case .i32ShrS: { binaryImmediate($0, $1, $2, $3, $4, $5, .slot, .slot, Int32.self, shiftRight) }
        case .i32ShrU: { binaryImmediate($0, $1, $2, $3, $4, $5, .slot, .slot, UInt32.self, shiftRight) }
        case .i32Rotl: { binaryImmediate($0, $1, $2, $3, $4, $5, .slot, .slot, UInt32.self, rotateLeft) }
        case .i32Rotr: { binaryImmediate($0, $1, $2, $3, $4, $5, .slot, .slot, UInt32.self, rotateRight) }
        case .i64Add: { binaryImmediate($0, $1, $2, $3, $4, $5, .slot, .slot, UInt64.self, &+) }
        case .i64Sub: { binaryImmediate($0, $1, $2, $3, $4, $5, .slot, .slot, UInt64.self, &-) }
        case .i64Mul: { binaryImmediate($0, $1, $2, $3, $4, $5, .slot, .slot, UInt64.self, &*) }
        case .i64And: { binaryImmediate($0, $1, $2, $3, $4, $5, .slot, .slot, UInt64.self, &) }
        case .i64Or: { binaryImmediate($0, $1, $2, $3, $4, $5, .slot, .slot, UInt64.self, |) }
        case .i64Xor: { binaryImmediate($0, $1, $2, $3, $4, $5, .slot, .slot, UInt64.self, ^) }
        case .i64Shl: { binaryImmediate($0, $1, $2, $3, $4, $5, .slot, .slot, UInt64.self, shiftLeft) }
        case .i64ShrS: { binaryImmediate($0, $1, $2, $3, $4, $5, .slot, .slot, Int64.self, shiftRight) }
        case .i64ShrU: { binaryImmediate($0, $1, $2, $3, $4, $5, .slot, .slot, UInt64.self, shiftRight) }
        case .i64Rotl: { binaryImmediate($0, $1, $2, $3, $4, $5, .slot, .slot, UInt64.self, rotateLeft) }
        case .i64Rotr: { binaryImmediate($0, $1, $2, $3, $4, $5, .slot, .slot, UInt64.self, rotateRight) }
        default: nil
        }
    }

    /// dst, a, and the right operand in a word of its own.
    var constant: Handler? {
        switch self {
        case .i64Add: { binaryConstant($0, $1, $2, $3, $4, $5, .slot, .slot, UInt64.self, &+) }
        case .i64Mul: { binaryConstant($0, $1, $2, $3, $4, $5, .slot, .slot, UInt64.self, &*) }
        case .i64And: { binaryConstant($0, $1, $2, $3, $4, $5, .slot, .slot, UInt64.self, &) }
        case .i64Or: { binaryConstant($0, $1, $2, $3, $4, $5, .slot, .slot, UInt64.self, |) }
        case .i64Xor: { binaryConstant($0, $1, $2, $3, $4, $5, .slot, .slot, UInt64.self, ^) }
        default: floatConstant
        }
    }

    /// dst, b, and the left operand in a word of its own.
    var constantLeft: Handler? {
        switch self {
        case .i32Sub: { constantBinary($0, $1, $2, $3, $4, $5, .slot, .slot, UInt32.self, &-) }
        case .i32Shl: { constantBinary($0, $1, $2, $3, $4, $5, .slot, .slot, UInt32.self, shiftLeft) }
        case .i32ShrU: { constantBinary($0, $1, $2, $3, $4, $5, .slot, .slot, UInt32.self, shiftRight) }
        case .i64Sub: { constantBinary($0, $1, $2, $3, $4, $5, .slot, .slot, UInt64.self, &-) }
        case .i64Shl: { constantBinary($0, $1, $2, $3, $4, $5, .slot, .slot, UInt64.self, shiftLeft) }
        case .i64ShrU: { constantBinary($0, $1, $2, $3, $4, $5, .slot, .slot, UInt64.self, shiftRight) }
        default: floatConstantLeft
        }
    }
}

extension DivisionOperation {
    /// dst, a, b; may trap.
    var slots: Handler {
        switch self {
        case .i32DivS: { division($0, $1, $2, $3, $4, $5, Int32.self, signedDivisionTrap, quotient) }
        case .i32DivU: { division($0, $1, $2, $3, $4, $5, UInt32.self, zeroDivisorTrap, quotient) }
        case .i32RemS: { division($0, $1, $2, $3, $4, $5, Int32.self, zeroDivisorTrap, remainder) }
        case .i32RemU: { division($0, $1, $2, $3, $4, $5, UInt32.self, zeroDivisorTrap, remainder) }
        case .i64DivS: { division($0, $1, $2, $3, $4, $5, Int64.self, signedDivisionTrap, quotient) }
        case .i64DivU: { division($0, $1, $2, $3, $4, $5, UInt64.self, zeroDivisorTrap, quotient) }
        case .i64RemS: { division($0, $1, $2, $3, $4, $5, Int64.self, zeroDivisorTrap, remainder) }
        case .i64RemU: { division($0, $1, $2, $3, $4, $5, UInt64.self, zeroDivisorTrap, remainder) }
        }
    }

    /// dst, a, immediate: one that cannot make it trap, neither 0 nor -1.
    var immediate: Handler {
        switch self {
        case .i32DivS: { binaryImmediate($0, $1, $2, $3, $4, $5, .slot, .slot, Int32.self, quotient) }
        case .i32DivU: { binaryImmediate($0, $1, $2, $3, $4, $5, .slot, .slot, UInt32.self, quotient) }
        case .i32RemS: { binaryImmediate($0, $1, $2, $3, $4, $5, .slot, .slot, Int32.self, remainder) }
        case .i32RemU: { binaryImmediate($0, $1, $2, $3, $4, $5, .slot, .slot, UInt32.self, remainder) }
        case .i64DivS: { binaryImmediate($0, $1, $2, $3, $4, $5, .slot, .slot, Int64.self, quotient) }
        case .i64DivU: { binaryImmediate($0, $1, $2, $3, $4, $5, .slot, .slot, UInt64.self, quotient) }
        case .i64RemS: { binaryImmediate($0, $1, $2, $3, $4, $5, .slot, .slot, Int64.self, remainder) }
        case .i64RemU: { binaryImmediate($0, $1, $2, $3, $4, $5, .slot, .slot, UInt64.self, remainder) }
        }
    }

    /// dst, accumulator, immediate.
    var accumulatorImmediate: Handler {
        switch self {
        case .i32DivS: { binaryImmediate($0, $1, $2, $3, $4, $5, .accumulator, .slot, Int32.self, quotient) }
        case .i32DivU: { binaryImmediate($0, $1, $2, $3, $4, $5, .accumulator, .slot, UInt32.self, quotient) }
        case .i32RemS: { binaryImmediate($0, $1, $2, $3, $4, $5, .accumulator, .slot, Int32.self, remainder) }
        case .i32RemU: { binaryImmediate($0, $1, $2, $3, $4, $5, .accumulator, .slot, UInt32.self, remainder) }
        case .i64DivS: { binaryImmediate($0, $1, $2, $3, $4, $5, .accumulator, .slot, Int64.self, quotient) }
        case .i64DivU: { binaryImmediate($0, $1, $2, $3, $4, $5, .accumulator, .slot, UInt64.self, quotient) }
        case .i64RemS: { binaryImmediate($0, $1, $2, $3, $4, $5, .accumulator, .slot, Int64.self, remainder) }
        case .i64RemU: { binaryImmediate($0, $1, $2, $3, $4, $5, .accumulator, .slot, UInt64.self, remainder) }
        }
    }

    /// accumulator, a, immediate.
    var immediateToAccumulator: Handler {
        switch self {
        case .i32DivS: { binaryImmediate($0, $1, $2, $3, $4, $5, .slot, .accumulator, Int32.self, quotient) }
        case .i32DivU: { binaryImmediate($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt32.self, quotient) }
        case .i32RemS: { binaryImmediate($0, $1, $2, $3, $4, $5, .slot, .accumulator, Int32.self, remainder) }
        case .i32RemU: { binaryImmediate($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt32.self, remainder) }
        case .i64DivS: { binaryImmediate($0, $1, $2, $3, $4, $5, .slot, .accumulator, Int64.self, quotient) }
        case .i64DivU: { binaryImmediate($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt64.self, quotient) }
        case .i64RemS: { binaryImmediate($0, $1, $2, $3, $4, $5, .slot, .accumulator, Int64.self, remainder) }
        case .i64RemU: { binaryImmediate($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt64.self, remainder) }
        }
    }
}

extension UnaryOperation {
    /// dst, a.
    var slots: Handler {
        switch self {
        case .i32Clz:
            {
                unary($0, $1, $2, $3, $4, $5, .slot, .slot) { (x: UInt32) in
                    UInt32(truncatingIfNeeded: x.leadingZeroBitCount)
                }
            }
        case .i32Ctz:
            {
                unary($0, $1, $2, $3, $4, $5, .slot, .slot) { (x: UInt32) in
                    UInt32(truncatingIfNeeded: x.trailingZeroBitCount)
                }
            }
        case .i32Popcnt:
            {
                unary($0, $1, $2, $3, $4, $5, .slot, .slot) { (x: UInt32) in
                    UInt32(truncatingIfNeeded: x.nonzeroBitCount)
                }
            }
        case .i32Extend8S:
            { unary($0, $1, $2, $3, $4, $5, .slot, .slot) { (x: UInt32) in signExtend(x, from: Int8.self) } }
        case .i32Extend16S:
            { unary($0, $1, $2, $3, $4, $5, .slot, .slot) { (x: UInt32) in signExtend(x, from: Int16.self) } }
        case .i64Clz:
            {
                unary($0, $1, $2, $3, $4, $5, .slot, .slot) { (x: UInt64) in
                    UInt64(truncatingIfNeeded: x.leadingZeroBitCount)
                }
            }
        case .i64Ctz:
            {
                unary($0, $1, $2, $3, $4, $5, .slot, .slot) { (x: UInt64) in
                    UInt64(truncatingIfNeeded: x.trailingZeroBitCount)
                }
            }
        case .i64Popcnt:
            {
                unary($0, $1, $2, $3, $4, $5, .slot, .slot) { (x: UInt64) in
                    UInt64(truncatingIfNeeded: x.nonzeroBitCount)
                }
            }
        case .i64Extend8S:
            { unary($0, $1, $2, $3, $4, $5, .slot, .slot) { (x: UInt64) in signExtend(x, from: Int8.self) } }
        case .i64Extend16S:
            { unary($0, $1, $2, $3, $4, $5, .slot, .slot) { (x: UInt64) in signExtend(x, from: Int16.self) } }
        case .i64Extend32S:
            { unary($0, $1, $2, $3, $4, $5, .slot, .slot) { (x: UInt64) in signExtend(x, from: Int32.self) } }
        case .i32WrapI64:
            { unary($0, $1, $2, $3, $4, $5, .slot, .slot) { (x: UInt64) in UInt32(truncatingIfNeeded: x) } }
        case .i64ExtendI32S: { unary($0, $1, $2, $3, $4, $5, .slot, .slot) { (x: Int32) in Int64(x) } }
        default: floatSlots
        }
    }
}
