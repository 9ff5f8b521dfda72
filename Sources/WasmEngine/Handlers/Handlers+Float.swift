// SPDX-License-Identifier: Apache-2.0

// The floating-point instructions and the conversions, a line each and form. What the forms mean is in
// Handlers+Numeric.swift.

extension BinaryOperation {
    /// dst, a, b.
    var floatSlots: Handler {
        switch self {
        case .f32Add: { binary($0, $1, $2, $3, $4, $5, .slot, .slot, .slot, Float.self, +) }
        case .f32Sub: { binary($0, $1, $2, $3, $4, $5, .slot, .slot, .slot, Float.self, -) }
        case .f32Mul: { binary($0, $1, $2, $3, $4, $5, .slot, .slot, .slot, Float.self, *) }
        case .f32Div: { binary($0, $1, $2, $3, $4, $5, .slot, .slot, .slot, Float.self, /) }
        case .f32Min: { binary($0, $1, $2, $3, $4, $5, .slot, .slot, .slot, Float.self, minimum) }
        case .f32Max: { binary($0, $1, $2, $3, $4, $5, .slot, .slot, .slot, Float.self, maximum) }
        case .f32Copysign: { binary($0, $1, $2, $3, $4, $5, .slot, .slot, .slot, Float.self, copySign) }
        case .f64Add: { binary($0, $1, $2, $3, $4, $5, .slot, .slot, .slot, Double.self, +) }
        case .f64Sub: { binary($0, $1, $2, $3, $4, $5, .slot, .slot, .slot, Double.self, -) }
        case .f64Mul: { binary($0, $1, $2, $3, $4, $5, .slot, .slot, .slot, Double.self, *) }
        case .f64Div: { binary($0, $1, $2, $3, $4, $5, .slot, .slot, .slot, Double.self, /) }
        case .f64Min: { binary($0, $1, $2, $3, $4, $5, .slot, .slot, .slot, Double.self, minimum) }
        case .f64Max: { binary($0, $1, $2, $3, $4, $5, .slot, .slot, .slot, Double.self, maximum) }
        case .f64Copysign: { binary($0, $1, $2, $3, $4, $5, .slot, .slot, .slot, Double.self, copySign) }
        default: Handlers.unreachable
        }
    }

    /// dst, a, constant.
    var floatConstant: Handler? {
        switch self {
        case .f32Add: { binaryConstant($0, $1, $2, $3, $4, $5, .slot, .slot, Float.self, +) }
        case .f32Sub: { binaryConstant($0, $1, $2, $3, $4, $5, .slot, .slot, Float.self, -) }
        case .f32Mul: { binaryConstant($0, $1, $2, $3, $4, $5, .slot, .slot, Float.self, *) }
        case .f32Div: { binaryConstant($0, $1, $2, $3, $4, $5, .slot, .slot, Float.self, /) }
        case .f64Add: { binaryConstant($0, $1, $2, $3, $4, $5, .slot, .slot, Double.self, +) }
        case .f64Sub: { binaryConstant($0, $1, $2, $3, $4, $5, .slot, .slot, Double.self, -) }
        case .f64Mul: { binaryConstant($0, $1, $2, $3, $4, $5, .slot, .slot, Double.self, *) }
        case .f64Div: { binaryConstant($0, $1, $2, $3, $4, $5, .slot, .slot, Double.self, /) }
        default: nil
        }
    }

    /// dst, b, constant.
    var floatConstantLeft: Handler? {
        switch self {
        case .f32Sub: { constantBinary($0, $1, $2, $3, $4, $5, .slot, .slot, Float.self, -) }
        case .f32Div: { constantBinary($0, $1, $2, $3, $4, $5, .slot, .slot, Float.self, /) }
        case .f64Sub: { constantBinary($0, $1, $2, $3, $4, $5, .slot, .slot, Double.self, -) }
        case .f64Div: { constantBinary($0, $1, $2, $3, $4, $5, .slot, .slot, Double.self, /) }
        default: nil
        }
    }
}

extension UnaryOperation {
    /// dst, a.
    var floatSlots: Handler {
        switch self {
        case .f32Abs: { unary($0, $1, $2, $3, $4, $5, .slot, .slot) { (x: Float) in absolute(x) } }
        case .f32Neg: { unary($0, $1, $2, $3, $4, $5, .slot, .slot) { (x: Float) in negated(x) } }
        case .f32Ceil: { unary($0, $1, $2, $3, $4, $5, .slot, .slot) { (x: Float) in rounded(x, .up) } }
        case .f32Floor: { unary($0, $1, $2, $3, $4, $5, .slot, .slot) { (x: Float) in rounded(x, .down) } }
        case .f32Trunc: { unary($0, $1, $2, $3, $4, $5, .slot, .slot) { (x: Float) in rounded(x, .towardZero) } }
        case .f32Nearest: { unary($0, $1, $2, $3, $4, $5, .slot, .slot) { (x: Float) in rounded(x, .toNearestOrEven) } }
        case .f32Sqrt: { unary($0, $1, $2, $3, $4, $5, .slot, .slot) { (x: Float) in squareRoot(x) } }
        case .f32ConvertI32S: { unary($0, $1, $2, $3, $4, $5, .slot, .slot) { (x: Int32) in Float(x) } }
        case .f32ConvertI32U: { unary($0, $1, $2, $3, $4, $5, .slot, .slot) { (x: UInt32) in Float(x) } }
        case .f32ConvertI64S: { unary($0, $1, $2, $3, $4, $5, .slot, .slot) { (x: Int64) in Float(x) } }
        case .f32ConvertI64U: { unary($0, $1, $2, $3, $4, $5, .slot, .slot) { (x: UInt64) in Float(x) } }
        case .f64Abs: { unary($0, $1, $2, $3, $4, $5, .slot, .slot) { (x: Double) in absolute(x) } }
        case .f64Neg: { unary($0, $1, $2, $3, $4, $5, .slot, .slot) { (x: Double) in negated(x) } }
        case .f64Ceil: { unary($0, $1, $2, $3, $4, $5, .slot, .slot) { (x: Double) in rounded(x, .up) } }
        case .f64Floor: { unary($0, $1, $2, $3, $4, $5, .slot, .slot) { (x: Double) in rounded(x, .down) } }
        case .f64Trunc: { unary($0, $1, $2, $3, $4, $5, .slot, .slot) { (x: Double) in rounded(x, .towardZero) } }
        case .f64Nearest:
            { unary($0, $1, $2, $3, $4, $5, .slot, .slot) { (x: Double) in rounded(x, .toNearestOrEven) } }
        case .f64Sqrt: { unary($0, $1, $2, $3, $4, $5, .slot, .slot) { (x: Double) in squareRoot(x) } }
        case .f64ConvertI32S: { unary($0, $1, $2, $3, $4, $5, .slot, .slot) { (x: Int32) in Double(x) } }
        case .f64ConvertI32U: { unary($0, $1, $2, $3, $4, $5, .slot, .slot) { (x: UInt32) in Double(x) } }
        case .f64ConvertI64S: { unary($0, $1, $2, $3, $4, $5, .slot, .slot) { (x: Int64) in Double(x) } }
        case .f64ConvertI64U: { unary($0, $1, $2, $3, $4, $5, .slot, .slot) { (x: UInt64) in Double(x) } }
        case .f32DemoteF64: { unary($0, $1, $2, $3, $4, $5, .slot, .slot) { (x: Double) in Float(x) } }
        case .f64PromoteF32: { unary($0, $1, $2, $3, $4, $5, .slot, .slot) { (x: Float) in Double(x) } }
        case .i32TruncSatF32S:
            {
                unary($0, $1, $2, $3, $4, $5, .slot, .slot) { (x: Float) in
                    saturated(x, above: -0x1.000002p31, below: 0x1p31) { Int32($0) }
                }
            }
        case .i32TruncSatF32U:
            {
                unary($0, $1, $2, $3, $4, $5, .slot, .slot) { (x: Float) in
                    saturated(x, above: -1, below: 0x1p32) { UInt32($0) }
                }
            }
        case .i32TruncSatF64S:
            {
                unary($0, $1, $2, $3, $4, $5, .slot, .slot) { (x: Double) in
                    saturated(x, above: -0x1.00000002p31, below: 0x1p31) { Int32($0) }
                }
            }
        case .i32TruncSatF64U:
            {
                unary($0, $1, $2, $3, $4, $5, .slot, .slot) { (x: Double) in
                    saturated(x, above: -1, below: 0x1p32) { UInt32($0) }
                }
            }
        case .i64TruncSatF32S:
            {
                unary($0, $1, $2, $3, $4, $5, .slot, .slot) { (x: Float) in
                    saturated(x, above: -0x1.000002p63, below: 0x1p63) { Int64($0) }
                }
            }
        case .i64TruncSatF32U:
            {
                unary($0, $1, $2, $3, $4, $5, .slot, .slot) { (x: Float) in
                    saturated(x, above: -1, below: 0x1p64) { UInt64($0) }
                }
            }
        case .i64TruncSatF64S:
            {
                unary($0, $1, $2, $3, $4, $5, .slot, .slot) { (x: Double) in
                    saturated(x, above: -0x1.0000000000001p63, below: 0x1p63) { Int64($0) }
                }
            }
        case .i64TruncSatF64U:
            {
                unary($0, $1, $2, $3, $4, $5, .slot, .slot) { (x: Double) in
                    saturated(x, above: -1, below: 0x1p64) { UInt64($0) }
                }
            }
        default: Handlers.unreachable
        }
    }
}

extension TruncationOperation {
    /// dst, a; traps on NaN and outside of the bounds.
    var handler: Handler {
        switch self {
        case .i32TruncF32S: { truncation($0, $1, $2, $3, $4, $5, -0x1.000002p31 as Float, 0x1p31) { Int32($0) } }
        case .i32TruncF32U: { truncation($0, $1, $2, $3, $4, $5, -1 as Float, 0x1p32) { UInt32($0) } }
        case .i32TruncF64S: { truncation($0, $1, $2, $3, $4, $5, -0x1.00000002p31 as Double, 0x1p31) { Int32($0) } }
        case .i32TruncF64U: { truncation($0, $1, $2, $3, $4, $5, -1 as Double, 0x1p32) { UInt32($0) } }
        case .i64TruncF32S: { truncation($0, $1, $2, $3, $4, $5, -0x1.000002p63 as Float, 0x1p63) { Int64($0) } }
        case .i64TruncF32U: { truncation($0, $1, $2, $3, $4, $5, -1 as Float, 0x1p64) { UInt64($0) } }
        case .i64TruncF64S:
            { truncation($0, $1, $2, $3, $4, $5, -0x1.0000000000001p63 as Double, 0x1p63) { Int64($0) } }
        case .i64TruncF64U: { truncation($0, $1, $2, $3, $4, $5, -1 as Double, 0x1p64) { UInt64($0) } }
        }
    }
}
