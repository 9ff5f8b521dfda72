// SPDX-License-Identifier: Apache-2.0

import CVector

// The rules of vector instructions that are not simply an operator of Swift's, as pure functions (spec, "Numerics",
// "Vectors"). They are written so that the optimiser makes vector code of them with what every x86-64 has: operators
// on types that are known, because the generic ones of the library go lane by lane.

typealias I8x16 = SIMD16<Int8>
typealias U8x16 = SIMD16<UInt8>
typealias I16x8 = SIMD8<Int16>
typealias U16x8 = SIMD8<UInt16>
typealias I32x4 = SIMD4<Int32>
typealias U32x4 = SIMD4<UInt32>
typealias I64x2 = SIMD2<Int64>
typealias U64x2 = SIMD2<UInt64>
typealias F32x4 = SIMD4<Float>
typealias F64x2 = SIMD2<Double>

/// The same 128 bits as lanes of another shape.
@inline(__always)
func lanes<From, To: SIMD>(_ value: From, as type: To.Type = To.self) -> To { unsafeBitCast(value, to: To.self) }

/// All ones where it holds, else zero.
@inline(__always)
func truth<V: SIMD>(_ mask: SIMDMask<V>) -> V { unsafeBitCast(mask, to: V.self) }

/// `x` where the mask has ones, else `y`.
@inline(__always)
func choose<V: SIMD, M: SIMD>(_ x: V, _ y: V, _ mask: M) -> V {
    let bits = lanes(mask, as: U64x2.self)
    return lanes((lanes(x, as: U64x2.self) & bits) | (lanes(y, as: U64x2.self) & ~bits))
}

/// Lane by lane: what there is no vector code for, or what the optimiser finds by itself.
@inline(__always)
func each<V: SIMD, R: SIMD>(_ x: V, _ apply: (V.Scalar) -> R.Scalar) -> R {
    var result = R()
    for index in 0..<R.scalarCount { result[index] = apply(x[index]) }
    return result
}

/// Lane by lane of two.
@inline(__always)
func each<V: SIMD, R: SIMD>(_ x: V, _ y: V, _ apply: (V.Scalar, V.Scalar) -> R.Scalar) -> R {
    var result = R()
    for index in 0..<R.scalarCount { result[index] = apply(x[index], y[index]) }
    return result
}

// MARK: Bytes by index

enum Shuffle {
    /// Whether the machine looks up bytes itself.
    static let isFast = cv_has_look_up()

    /// `i8x16.swizzle` by the machine: indices from 16 on become ones from 128 on.
    @inline(__always)
    static func swizzle(_ bytes: U8x16, _ indices: U8x16) -> U8x16 {
        cv_look_up(bytes, cv_u8x16_add_sat(indices, U8x16(repeating: 0x70)))
    }

    /// `i8x16.shuffle` by the machine: each half of the 32 bytes, with zeroes where the other one is meant.
    @inline(__always)
    static func shuffle(_ x: U8x16, _ y: U8x16, _ indices: U8x16) -> U8x16 {
        cv_look_up(x, indices &+ U8x16(repeating: 0x70)) | cv_look_up(y, indices &- U8x16(repeating: 16))
    }

    /// `i8x16.swizzle` on any machine.
    @inline(never)
    static func swizzleSlowly(_ bytes: U8x16, _ indices: U8x16) -> U8x16 {
        each(indices) { $0 < 16 ? bytes[Int($0)] : 0 }
    }

    /// `i8x16.shuffle` on any machine.
    @inline(never)
    static func shuffleSlowly(_ x: U8x16, _ y: U8x16, _ indices: U8x16) -> U8x16 {
        each(indices) { $0 < 16 ? x[Int($0)] : y[Int($0 & 15)] }
    }
}

// MARK: Integers

@inline(__always)
func average(_ x: U8x16, _ y: U8x16) -> U8x16 {
    each(x, y) { UInt8(truncatingIfNeeded: (UInt16($0) &+ UInt16($1) &+ 1) &>> 1) }
}

@inline(__always)
func average(_ x: U16x8, _ y: U16x8) -> U16x8 {
    each(x, y) { UInt16(truncatingIfNeeded: (UInt32($0) &+ UInt32($1) &+ 1) &>> 1) }
}

@inline(__always)
func populationCount(_ x: U8x16) -> U8x16 {
    let pairs = x &- ((x &>> 1) & U8x16(repeating: 0x55))
    let fours = (pairs & U8x16(repeating: 0x33)) &+ ((pairs &>> 2) & U8x16(repeating: 0x33))
    return (fours &+ (fours &>> 4)) & U8x16(repeating: 0x0f)
}

/// Rotates to the left. The count to the right is given too: an optimiser that knew that this is a rotation would go lane by
/// lane.
@inline(__always)
func rotateLanes(_ x: U32x4, _ left: Int, _ right: Int) -> U32x4 {
    (x &<< U32x4(repeating: UInt32(truncatingIfNeeded: left)))
        | (x &>> U32x4(repeating: UInt32(truncatingIfNeeded: right)))
}

/// `q15mulr_sat_s`: only the least number times itself saturates.
@inline(__always)
func multiplyQ15(_ x: I16x8, _ y: I16x8) -> I16x8 {
    let high: I16x8 = each(x, y) { (x: Int16, y: Int16) -> Int16 in
        Int16(truncatingIfNeeded: (Int32(x) &* Int32(y)) &>> 16)
    }
    let low: U16x8 = lanes(x &* y)
    let bit: U16x8 = low &>> 14 & U16x8(repeating: 1)
    let rounding: U16x8 = (low &>> 15) &+ bit
    let doubled: I16x8 = high &<< 1
    let sum: I16x8 = doubled &+ lanes(rounding)
    let most: I16x8 = truth(sum .== I16x8(repeating: Int16.min))
    return sum ^ most
}

/// The even lanes, sign-extended, and the odd ones.
@inline(__always) func evenS(_ x: I8x16) -> I16x8 { (lanes(x, as: I16x8.self) &<< 8) &>> 8 }
@inline(__always) func oddS(_ x: I8x16) -> I16x8 { lanes(x, as: I16x8.self) &>> 8 }
@inline(__always) func evenS(_ x: I16x8) -> I32x4 { (lanes(x, as: I32x4.self) &<< 16) &>> 16 }
@inline(__always) func oddS(_ x: I16x8) -> I32x4 { lanes(x, as: I32x4.self) &>> 16 }
/// The same, zero-extended.
@inline(__always) func evenU(_ x: U8x16) -> U16x8 { lanes(x, as: U16x8.self) & U16x8(repeating: 0xff) }
@inline(__always) func oddU(_ x: U8x16) -> U16x8 { lanes(x, as: U16x8.self) &>> 8 }
@inline(__always) func evenU(_ x: U16x8) -> U32x4 { lanes(x, as: U32x4.self) & U32x4(repeating: 0xffff) }
@inline(__always) func oddU(_ x: U16x8) -> U32x4 { lanes(x, as: U32x4.self) &>> 16 }

@inline(__always)
func dotProduct(_ x: I16x8, _ y: I16x8) -> I32x4 { (evenS(x) &* evenS(y)) &+ (oddS(x) &* oddS(y)) }

/// Both as signed: one of what a relaxed dot product may do.
@inline(__always)
func dotProduct(_ x: I8x16, _ y: I8x16) -> I16x8 { (evenS(x) &* evenS(y)) &+ (oddS(x) &* oddS(y)) }

/// The sums of two lanes each.
@inline(__always) func sumOfPairs(_ x: I16x8) -> I32x4 { evenS(x) &+ oddS(x) }

/// The sign bits, the first lane's lowest: gathered in the highest bits of a half by a multiplication.
@inline(__always)
func signBits(_ x: U8x16) -> UInt32 {
    let bits = (lanes(x, as: U64x2.self) &>> 7) & U64x2(repeating: 0x0101_0101_0101_0101)
    let low = (bits[0] &* 0x0102_0408_1020_4080) &>> 56, high = (bits[1] &* 0x0102_0408_1020_4080) &>> 56
    return UInt32(truncatingIfNeeded: low | high &<< 8)
}

@inline(__always)
func signBits(_ x: U16x8) -> UInt32 {
    let bits = (lanes(x, as: U64x2.self) &>> 15) & U64x2(repeating: 0x0001_0001_0001_0001)
    let low = (bits[0] &* 0x0001_0002_0004_0008) &>> 48, high = (bits[1] &* 0x0001_0002_0004_0008) &>> 48
    return UInt32(truncatingIfNeeded: low & 15 | (high & 15) &<< 4)
}

@inline(__always)
func signBits(_ x: U32x4) -> UInt32 {
    (x[0] &>> 31) | (x[1] &>> 31) &<< 1 | (x[2] &>> 31) &<< 2 | (x[3] &>> 31) &<< 3
}

@inline(__always)
func signBits(_ x: U64x2) -> UInt32 { UInt32(truncatingIfNeeded: x[0] &>> 63 | (x[1] &>> 63) &<< 1) }

@inline(__always)
func isZero<V: SIMD>(_ x: V) -> Bool {
    let bits = lanes(x, as: U64x2.self)
    return bits[0] | bits[1] == 0
}

// MARK: Floating point

/// `min`: with the operands exchanged, the machine's differs where a NaN or two zeroes meet.
@inline(__always)
func minimum(_ x: F32x4, _ y: F32x4) -> F32x4 {
    let both = lanes(pseudoMinimum(x, y), as: U32x4.self) | lanes(pseudoMinimum(y, x), as: U32x4.self)
    return choose(x + y, lanes(both), truth(x .!= x) | truth(y .!= y))
}

@inline(__always)
func minimum(_ x: F64x2, _ y: F64x2) -> F64x2 {
    let both = lanes(pseudoMinimum(x, y), as: U64x2.self) | lanes(pseudoMinimum(y, x), as: U64x2.self)
    return choose(x + y, lanes(both), truth(x .!= x) | truth(y .!= y))
}

@inline(__always)
func maximum(_ x: F32x4, _ y: F32x4) -> F32x4 {
    let both = lanes(pseudoMaximum(x, y), as: U32x4.self) & lanes(pseudoMaximum(y, x), as: U32x4.self)
    return choose(x + y, lanes(both), truth(x .!= x) | truth(y .!= y))
}

@inline(__always)
func maximum(_ x: F64x2, _ y: F64x2) -> F64x2 {
    let both = lanes(pseudoMaximum(x, y), as: U64x2.self) & lanes(pseudoMaximum(y, x), as: U64x2.self)
    return choose(x + y, lanes(both), truth(x .!= x) | truth(y .!= y))
}

/// `pmin` and `pmax`: the first operand unless the second is less, or greater.
@inline(__always) func pseudoMinimum(_ x: F32x4, _ y: F32x4) -> F32x4 { x.replacing(with: y, where: y .< x) }
@inline(__always) func pseudoMinimum(_ x: F64x2, _ y: F64x2) -> F64x2 { x.replacing(with: y, where: y .< x) }
@inline(__always) func pseudoMaximum(_ x: F32x4, _ y: F32x4) -> F32x4 { x.replacing(with: y, where: x .< y) }
@inline(__always) func pseudoMaximum(_ x: F64x2, _ y: F64x2) -> F64x2 { x.replacing(with: y, where: x .< y) }

/// Rounds every lane to an integral value.
@inline(__always)
func roundedLanes<V: SIMD>(_ x: V, _ rule: FloatingPointRoundingRule) -> V where V.Scalar: FloatBits {
    each(x) { rounded($0, rule) }
}

// MARK: Lanes

/// With another value in a lane.
@inline(__always)
func replaced(_ vector: U8x16, _ lane: Int, _ value: UInt8) -> U8x16 {
    let numbers = U8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
    return choose(
        U8x16(repeating: value), vector, truth(numbers .== U8x16(repeating: UInt8(truncatingIfNeeded: lane))))
}

@inline(__always)
func replaced(_ vector: U16x8, _ lane: Int, _ value: UInt16) -> U16x8 {
    let numbers = U16x8(0, 1, 2, 3, 4, 5, 6, 7)
    return choose(
        U16x8(repeating: value), vector, truth(numbers .== U16x8(repeating: UInt16(truncatingIfNeeded: lane))))
}

@inline(__always)
func replaced(_ vector: U32x4, _ lane: Int, _ value: UInt32) -> U32x4 {
    let numbers = U32x4(0, 1, 2, 3)
    return choose(
        U32x4(repeating: value), vector, truth(numbers .== U32x4(repeating: UInt32(truncatingIfNeeded: lane))))
}

@inline(__always)
func replaced(_ vector: U64x2, _ lane: Int, _ value: UInt64) -> U64x2 {
    lane == 0 ? U64x2(value, vector[1]) : U64x2(vector[0], value)
}
