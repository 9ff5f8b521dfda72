// SPDX-License-Identifier: Apache-2.0

// The f64 instructions with operands or results in the accumulator, a line each and form; f32 has none. What the forms
// mean is in Handlers+Numeric.swift.

extension BinaryOperation {
    /// accumulator, a, b.
    var floatSlotsToAccumulator: Handler? {
        switch self {
        case .f64Add: { binary($0, $1, $2, $3, $4, $5, .slot, .slot, .accumulator, Double.self, +) }
        case .f64Sub: { binary($0, $1, $2, $3, $4, $5, .slot, .slot, .accumulator, Double.self, -) }
        case .f64Mul: { binary($0, $1, $2, $3, $4, $5, .slot, .slot, .accumulator, Double.self, *) }
        case .f64Div: { binary($0, $1, $2, $3, $4, $5, .slot, .slot, .accumulator, Double.self, /) }
        default: nil
        }
    }

    /// dst, accumulator, b.
    var floatAccumulatorSlot: Handler? {
        switch self {
        case .f64Add: { binary($0, $1, $2, $3, $4, $5, .accumulator, .slot, .slot, Double.self, +) }
        case .f64Sub: { binary($0, $1, $2, $3, $4, $5, .accumulator, .slot, .slot, Double.self, -) }
        case .f64Mul: { binary($0, $1, $2, $3, $4, $5, .accumulator, .slot, .slot, Double.self, *) }
        case .f64Div: { binary($0, $1, $2, $3, $4, $5, .accumulator, .slot, .slot, Double.self, /) }
        default: nil
        }
    }

    /// accumulator, accumulator, b.
    var floatAccumulatorSlotToAccumulator: Handler? {
        switch self {
        case .f64Add: { binary($0, $1, $2, $3, $4, $5, .accumulator, .slot, .accumulator, Double.self, +) }
        case .f64Sub: { binary($0, $1, $2, $3, $4, $5, .accumulator, .slot, .accumulator, Double.self, -) }
        case .f64Mul: { binary($0, $1, $2, $3, $4, $5, .accumulator, .slot, .accumulator, Double.self, *) }
        case .f64Div: { binary($0, $1, $2, $3, $4, $5, .accumulator, .slot, .accumulator, Double.self, /) }
        default: nil
        }
    }

    /// dst, a, accumulator; where the order matters.
    var floatSlotAccumulator: Handler? {
        switch self {
        case .f64Sub: { binary($0, $1, $2, $3, $4, $5, .slot, .accumulator, .slot, Double.self, -) }
        case .f64Div: { binary($0, $1, $2, $3, $4, $5, .slot, .accumulator, .slot, Double.self, /) }
        default: nil
        }
    }

    /// accumulator, a, accumulator; where the order matters.
    var floatSlotAccumulatorToAccumulator: Handler? {
        switch self {
        case .f64Sub: { binary($0, $1, $2, $3, $4, $5, .slot, .accumulator, .accumulator, Double.self, -) }
        case .f64Div: { binary($0, $1, $2, $3, $4, $5, .slot, .accumulator, .accumulator, Double.self, /) }
        default: nil
        }
    }

    /// accumulator, a, constant.
    var floatConstantToAccumulator: Handler? {
        switch self {
        case .f64Add: { binaryConstant($0, $1, $2, $3, $4, $5, .slot, .accumulator, Double.self, +) }
        case .f64Sub: { binaryConstant($0, $1, $2, $3, $4, $5, .slot, .accumulator, Double.self, -) }
        case .f64Mul: { binaryConstant($0, $1, $2, $3, $4, $5, .slot, .accumulator, Double.self, *) }
        case .f64Div: { binaryConstant($0, $1, $2, $3, $4, $5, .slot, .accumulator, Double.self, /) }
        default: nil
        }
    }

    /// dst, accumulator, constant.
    var floatAccumulatorConstant: Handler? {
        switch self {
        case .f64Add: { binaryConstant($0, $1, $2, $3, $4, $5, .accumulator, .slot, Double.self, +) }
        case .f64Sub: { binaryConstant($0, $1, $2, $3, $4, $5, .accumulator, .slot, Double.self, -) }
        case .f64Mul: { binaryConstant($0, $1, $2, $3, $4, $5, .accumulator, .slot, Double.self, *) }
        case .f64Div: { binaryConstant($0, $1, $2, $3, $4, $5, .accumulator, .slot, Double.self, /) }
        default: nil
        }
    }

    /// accumulator, accumulator, constant.
    var floatAccumulatorConstantToAccumulator: Handler? {
        switch self {
        case .f64Add: { binaryConstant($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, Double.self, +) }
        case .f64Sub: { binaryConstant($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, Double.self, -) }
        case .f64Mul: { binaryConstant($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, Double.self, *) }
        case .f64Div: { binaryConstant($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, Double.self, /) }
        default: nil
        }
    }
}

extension UnaryOperation {
    /// accumulator, a.
    var floatToAccumulator: Handler? {
        switch self {
        case .f64Abs: { unary($0, $1, $2, $3, $4, $5, .slot, .accumulator) { (x: Double) in absolute(x) } }
        case .f64Neg: { unary($0, $1, $2, $3, $4, $5, .slot, .accumulator) { (x: Double) in negated(x) } }
        case .f64Sqrt: { unary($0, $1, $2, $3, $4, $5, .slot, .accumulator) { (x: Double) in squareRoot(x) } }
        case .f64ConvertI32S: { unary($0, $1, $2, $3, $4, $5, .slot, .accumulator) { (x: Int32) in Double(x) } }
        case .f64ConvertI32U: { unary($0, $1, $2, $3, $4, $5, .slot, .accumulator) { (x: UInt32) in Double(x) } }
        default: nil
        }
    }

    /// dst, accumulator.
    var floatAccumulator: Handler? {
        switch self {
        case .f64Abs: { unary($0, $1, $2, $3, $4, $5, .accumulator, .slot) { (x: Double) in absolute(x) } }
        case .f64Neg: { unary($0, $1, $2, $3, $4, $5, .accumulator, .slot) { (x: Double) in negated(x) } }
        case .f64Sqrt: { unary($0, $1, $2, $3, $4, $5, .accumulator, .slot) { (x: Double) in squareRoot(x) } }
        case .f64ConvertI32S: { unary($0, $1, $2, $3, $4, $5, .accumulator, .slot) { (x: Int32) in Double(x) } }
        case .f64ConvertI32U: { unary($0, $1, $2, $3, $4, $5, .accumulator, .slot) { (x: UInt32) in Double(x) } }
        default: nil
        }
    }

    /// accumulator, accumulator.
    var floatAccumulatorToAccumulator: Handler? {
        switch self {
        case .f64Abs: { unary($0, $1, $2, $3, $4, $5, .accumulator, .accumulator) { (x: Double) in absolute(x) } }
        case .f64Neg: { unary($0, $1, $2, $3, $4, $5, .accumulator, .accumulator) { (x: Double) in negated(x) } }
        case .f64Sqrt: { unary($0, $1, $2, $3, $4, $5, .accumulator, .accumulator) { (x: Double) in squareRoot(x) } }
        case .f64ConvertI32S: { unary($0, $1, $2, $3, $4, $5, .accumulator, .accumulator) { (x: Int32) in Double(x) } }
        case .f64ConvertI32U: { unary($0, $1, $2, $3, $4, $5, .accumulator, .accumulator) { (x: UInt32) in Double(x) } }
        default: nil
        }
    }
}
