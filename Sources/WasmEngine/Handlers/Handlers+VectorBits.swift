// SPDX-License-Identifier: Apache-2.0

import CVector
import WasmFormat

// Vector instructions on bits, shifts, tests, and those whose lanes change their width, a line each. What the forms mean is
// in Handlers+Vector.swift.

extension VectorHandlers {
    /// On 128 bits as such.
    static func bitwise(_ opcode: Opcode) -> Handler? {
        switch opcode {
        case .v128And: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: U64x2, y: U64x2) in x & y } }
        case .v128Andnot: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: U64x2, y: U64x2) in x & ~y } }
        case .v128Or: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: U64x2, y: U64x2) in x | y } }
        case .v128Xor: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: U64x2, y: U64x2) in x ^ y } }
        case .v128Not: { vectorUnary($0, $1, $2, $3, $4, $5) { (x: U64x2) in ~x } }
        case .v128Bitselect: { vectorTernary($0, $1, $2, $3, $4, $5) { (x: U64x2, y: U64x2, mask: U64x2) in choose(x, y, mask) } }
        case .i8x16RelaxedLaneselect: { vectorTernary($0, $1, $2, $3, $4, $5) { (x: U64x2, y: U64x2, mask: U64x2) in choose(x, y, mask) } }
        case .i16x8RelaxedLaneselect: { vectorTernary($0, $1, $2, $3, $4, $5) { (x: U64x2, y: U64x2, mask: U64x2) in choose(x, y, mask) } }
        case .i32x4RelaxedLaneselect: { vectorTernary($0, $1, $2, $3, $4, $5) { (x: U64x2, y: U64x2, mask: U64x2) in choose(x, y, mask) } }
        case .i64x2RelaxedLaneselect: { vectorTernary($0, $1, $2, $3, $4, $5) { (x: U64x2, y: U64x2, mask: U64x2) in choose(x, y, mask) } }
        default: nil
        }
    }

    /// Shifts, by an i32 in a slot.
    static func shift(_ opcode: Opcode) -> Handler? {
        switch opcode {
        case .i8x16Shl: { vectorShift($0, $1, $2, $3, $4, $5, .slot) { (x: U8x16, count: UInt32) in x &<< U8x16(repeating: UInt8(truncatingIfNeeded: count)) } }
        case .i8x16ShrS: { vectorShift($0, $1, $2, $3, $4, $5, .slot) { (x: I8x16, count: UInt32) in x &>> I8x16(repeating: Int8(truncatingIfNeeded: count)) } }
        case .i8x16ShrU: { vectorShift($0, $1, $2, $3, $4, $5, .slot) { (x: U8x16, count: UInt32) in x &>> U8x16(repeating: UInt8(truncatingIfNeeded: count)) } }
        case .i16x8Shl: { vectorShift($0, $1, $2, $3, $4, $5, .slot) { (x: U16x8, count: UInt32) in x &<< U16x8(repeating: UInt16(truncatingIfNeeded: count)) } }
        case .i16x8ShrS: { vectorShift($0, $1, $2, $3, $4, $5, .slot) { (x: I16x8, count: UInt32) in x &>> I16x8(repeating: Int16(truncatingIfNeeded: count)) } }
        case .i16x8ShrU: { vectorShift($0, $1, $2, $3, $4, $5, .slot) { (x: U16x8, count: UInt32) in x &>> U16x8(repeating: UInt16(truncatingIfNeeded: count)) } }
        case .i32x4Shl: { vectorShift($0, $1, $2, $3, $4, $5, .slot) { (x: U32x4, count: UInt32) in x &<< U32x4(repeating: UInt32(truncatingIfNeeded: count)) } }
        case .i32x4ShrS: { vectorShift($0, $1, $2, $3, $4, $5, .slot) { (x: I32x4, count: UInt32) in x &>> I32x4(repeating: Int32(truncatingIfNeeded: count)) } }
        case .i32x4ShrU: { vectorShift($0, $1, $2, $3, $4, $5, .slot) { (x: U32x4, count: UInt32) in x &>> U32x4(repeating: UInt32(truncatingIfNeeded: count)) } }
        case .i64x2Shl: { vectorShift($0, $1, $2, $3, $4, $5, .slot) { (x: U64x2, count: UInt32) in x &<< U64x2(repeating: UInt64(truncatingIfNeeded: count)) } }
        case .i64x2ShrS: { vectorShift($0, $1, $2, $3, $4, $5, .slot) { (x: I64x2, count: UInt32) in x &>> I64x2(repeating: Int64(truncatingIfNeeded: count)) } }
        case .i64x2ShrU: { vectorShift($0, $1, $2, $3, $4, $5, .slot) { (x: U64x2, count: UInt32) in x &>> U64x2(repeating: UInt64(truncatingIfNeeded: count)) } }
        default: nil
        }
    }

    /// Shifts, by a constant.
    static func shiftImmediate(_ opcode: Opcode) -> Handler? {
        switch opcode {
        case .i8x16Shl: { vectorShift($0, $1, $2, $3, $4, $5, .immediate) { (x: U8x16, count: UInt32) in x &<< U8x16(repeating: UInt8(truncatingIfNeeded: count)) } }
        case .i8x16ShrS: { vectorShift($0, $1, $2, $3, $4, $5, .immediate) { (x: I8x16, count: UInt32) in x &>> I8x16(repeating: Int8(truncatingIfNeeded: count)) } }
        case .i8x16ShrU: { vectorShift($0, $1, $2, $3, $4, $5, .immediate) { (x: U8x16, count: UInt32) in x &>> U8x16(repeating: UInt8(truncatingIfNeeded: count)) } }
        case .i16x8Shl: { vectorShift($0, $1, $2, $3, $4, $5, .immediate) { (x: U16x8, count: UInt32) in x &<< U16x8(repeating: UInt16(truncatingIfNeeded: count)) } }
        case .i16x8ShrS: { vectorShift($0, $1, $2, $3, $4, $5, .immediate) { (x: I16x8, count: UInt32) in x &>> I16x8(repeating: Int16(truncatingIfNeeded: count)) } }
        case .i16x8ShrU: { vectorShift($0, $1, $2, $3, $4, $5, .immediate) { (x: U16x8, count: UInt32) in x &>> U16x8(repeating: UInt16(truncatingIfNeeded: count)) } }
        case .i32x4Shl: { vectorShift($0, $1, $2, $3, $4, $5, .immediate) { (x: U32x4, count: UInt32) in x &<< U32x4(repeating: UInt32(truncatingIfNeeded: count)) } }
        case .i32x4ShrS: { vectorShift($0, $1, $2, $3, $4, $5, .immediate) { (x: I32x4, count: UInt32) in x &>> I32x4(repeating: Int32(truncatingIfNeeded: count)) } }
        case .i32x4ShrU: { vectorShift($0, $1, $2, $3, $4, $5, .immediate) { (x: U32x4, count: UInt32) in x &>> U32x4(repeating: UInt32(truncatingIfNeeded: count)) } }
        case .i64x2Shl: { vectorShift($0, $1, $2, $3, $4, $5, .immediate) { (x: U64x2, count: UInt32) in x &<< U64x2(repeating: UInt64(truncatingIfNeeded: count)) } }
        case .i64x2ShrS: { vectorShift($0, $1, $2, $3, $4, $5, .immediate) { (x: I64x2, count: UInt32) in x &>> I64x2(repeating: Int64(truncatingIfNeeded: count)) } }
        case .i64x2ShrU: { vectorShift($0, $1, $2, $3, $4, $5, .immediate) { (x: U64x2, count: UInt32) in x &>> U64x2(repeating: UInt64(truncatingIfNeeded: count)) } }
        default: nil
        }
    }

    /// A vector to an i32.
    static func test(_ opcode: Opcode) -> Handler? {
        switch opcode {
        case .v128AnyTrue: { vectorTest($0, $1, $2, $3, $4, $5) { (x: U64x2) in isZero(x) ? 0 : 1 } }
        case .i8x16AllTrue: { vectorTest($0, $1, $2, $3, $4, $5) { (x: I8x16) in isZero(truth(x .== 0)) ? 1 : 0 } }
        case .i8x16Bitmask: { vectorTest($0, $1, $2, $3, $4, $5) { (x: U8x16) in signBits(x) } }
        case .i16x8AllTrue: { vectorTest($0, $1, $2, $3, $4, $5) { (x: I16x8) in isZero(truth(x .== 0)) ? 1 : 0 } }
        case .i16x8Bitmask: { vectorTest($0, $1, $2, $3, $4, $5) { (x: U16x8) in signBits(x) } }
        case .i32x4AllTrue: { vectorTest($0, $1, $2, $3, $4, $5) { (x: I32x4) in isZero(truth(x .== 0)) ? 1 : 0 } }
        case .i32x4Bitmask: { vectorTest($0, $1, $2, $3, $4, $5) { (x: U32x4) in signBits(x) } }
        case .i64x2AllTrue: { vectorTest($0, $1, $2, $3, $4, $5) { (x: I64x2) in isZero(truth(x .== 0)) ? 1 : 0 } }
        case .i64x2Bitmask: { vectorTest($0, $1, $2, $3, $4, $5) { (x: U64x2) in signBits(x) } }
        default: nil
        }
    }

    /// Lanes that become wider or narrower.
    static func integerWidth(_ opcode: Opcode) -> Handler? {
        switch opcode {
        case .i16x8ExtendLowI8x16S: { vectorUnary($0, $1, $2, $3, $4, $5) { (x: I8x16) in I16x8(truncatingIfNeeded: x.lowHalf) } }
        case .i16x8ExtendLowI8x16U: { vectorUnary($0, $1, $2, $3, $4, $5) { (x: U8x16) in U16x8(truncatingIfNeeded: x.lowHalf) } }
        case .i16x8ExtendHighI8x16S: { vectorUnary($0, $1, $2, $3, $4, $5) { (x: I8x16) in I16x8(truncatingIfNeeded: x.highHalf) } }
        case .i16x8ExtendHighI8x16U: { vectorUnary($0, $1, $2, $3, $4, $5) { (x: U8x16) in U16x8(truncatingIfNeeded: x.highHalf) } }
        case .i32x4ExtendLowI16x8S: { vectorUnary($0, $1, $2, $3, $4, $5) { (x: I16x8) in I32x4(truncatingIfNeeded: x.lowHalf) } }
        case .i32x4ExtendLowI16x8U: { vectorUnary($0, $1, $2, $3, $4, $5) { (x: U16x8) in U32x4(truncatingIfNeeded: x.lowHalf) } }
        case .i32x4ExtendHighI16x8S: { vectorUnary($0, $1, $2, $3, $4, $5) { (x: I16x8) in I32x4(truncatingIfNeeded: x.highHalf) } }
        case .i32x4ExtendHighI16x8U: { vectorUnary($0, $1, $2, $3, $4, $5) { (x: U16x8) in U32x4(truncatingIfNeeded: x.highHalf) } }
        case .i64x2ExtendLowI32x4S: { vectorUnary($0, $1, $2, $3, $4, $5) { (x: I32x4) in I64x2(truncatingIfNeeded: x.lowHalf) } }
        case .i64x2ExtendLowI32x4U: { vectorUnary($0, $1, $2, $3, $4, $5) { (x: U32x4) in U64x2(truncatingIfNeeded: x.lowHalf) } }
        case .i64x2ExtendHighI32x4S: { vectorUnary($0, $1, $2, $3, $4, $5) { (x: I32x4) in I64x2(truncatingIfNeeded: x.highHalf) } }
        case .i64x2ExtendHighI32x4U: { vectorUnary($0, $1, $2, $3, $4, $5) { (x: U32x4) in U64x2(truncatingIfNeeded: x.highHalf) } }
        case .i16x8ExtmulLowI8x16S: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: I8x16, y: I8x16) in I16x8(truncatingIfNeeded: x.lowHalf) &* I16x8(truncatingIfNeeded: y.lowHalf) } }
        case .i16x8ExtmulLowI8x16U: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: U8x16, y: U8x16) in U16x8(truncatingIfNeeded: x.lowHalf) &* U16x8(truncatingIfNeeded: y.lowHalf) } }
        case .i16x8ExtmulHighI8x16S: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: I8x16, y: I8x16) in I16x8(truncatingIfNeeded: x.highHalf) &* I16x8(truncatingIfNeeded: y.highHalf) } }
        case .i16x8ExtmulHighI8x16U: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: U8x16, y: U8x16) in U16x8(truncatingIfNeeded: x.highHalf) &* U16x8(truncatingIfNeeded: y.highHalf) } }
        case .i32x4ExtmulLowI16x8S: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: I16x8, y: I16x8) in I32x4(truncatingIfNeeded: x.lowHalf) &* I32x4(truncatingIfNeeded: y.lowHalf) } }
        case .i32x4ExtmulLowI16x8U: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: U16x8, y: U16x8) in U32x4(truncatingIfNeeded: x.lowHalf) &* U32x4(truncatingIfNeeded: y.lowHalf) } }
        case .i32x4ExtmulHighI16x8S: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: I16x8, y: I16x8) in I32x4(truncatingIfNeeded: x.highHalf) &* I32x4(truncatingIfNeeded: y.highHalf) } }
        case .i32x4ExtmulHighI16x8U: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: U16x8, y: U16x8) in U32x4(truncatingIfNeeded: x.highHalf) &* U32x4(truncatingIfNeeded: y.highHalf) } }
        case .i64x2ExtmulLowI32x4S: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: I32x4, y: I32x4) in I64x2(truncatingIfNeeded: x.lowHalf) &* I64x2(truncatingIfNeeded: y.lowHalf) } }
        case .i64x2ExtmulLowI32x4U: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: U32x4, y: U32x4) in U64x2(truncatingIfNeeded: x.lowHalf) &* U64x2(truncatingIfNeeded: y.lowHalf) } }
        case .i64x2ExtmulHighI32x4S: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: I32x4, y: I32x4) in I64x2(truncatingIfNeeded: x.highHalf) &* I64x2(truncatingIfNeeded: y.highHalf) } }
        case .i64x2ExtmulHighI32x4U: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: U32x4, y: U32x4) in U64x2(truncatingIfNeeded: x.highHalf) &* U64x2(truncatingIfNeeded: y.highHalf) } }
        case .i16x8ExtaddPairwiseI8x16S: { vectorUnary($0, $1, $2, $3, $4, $5) { (x: I8x16) in evenS(x) &+ oddS(x) } }
        case .i16x8ExtaddPairwiseI8x16U: { vectorUnary($0, $1, $2, $3, $4, $5) { (x: U8x16) in evenU(x) &+ oddU(x) } }
        case .i32x4ExtaddPairwiseI16x8S: { vectorUnary($0, $1, $2, $3, $4, $5) { (x: I16x8) in evenS(x) &+ oddS(x) } }
        case .i32x4ExtaddPairwiseI16x8U: { vectorUnary($0, $1, $2, $3, $4, $5) { (x: U16x8) in evenU(x) &+ oddU(x) } }
        case .i32x4DotI16x8S: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: I16x8, y: I16x8) in dotProduct(x, y) } }
        case .i16x8RelaxedDotI8x16I7x16S: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: I8x16, y: I8x16) in dotProduct(x, y) } }
        case .i32x4RelaxedDotI8x16I7x16AddS: { vectorTernary($0, $1, $2, $3, $4, $5) { (x: I8x16, y: I8x16, z: I32x4) in sumOfPairs(dotProduct(x, y)) &+ z } }
        case .i8x16NarrowI16x8S: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: I16x8, y: I16x8) in cv_i8x16_narrow(x, y) } }
        case .i8x16NarrowI16x8U: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: I16x8, y: I16x8) in cv_u8x16_narrow(x, y) } }
        case .i16x8NarrowI32x4S: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: I32x4, y: I32x4) in cv_i16x8_narrow(x, y) } }
        case .i16x8NarrowI32x4U: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: I32x4, y: I32x4) in cv_u16x8_narrow(x, y) } }
        default: nil
        }
    }
}
