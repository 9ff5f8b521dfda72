// SPDX-License-Identifier: Apache-2.0

import CVector
import WasmFormat

// Vector instructions on integers whose lanes stay as wide as they are, a line each. What the forms mean is in
// Handlers+Vector.swift.

extension VectorHandlers {
    /// Comparisons: all ones where it holds.
    static func integerComparison(_ opcode: Opcode) -> Handler? {
        switch opcode {
        case .i8x16Eq: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: I8x16, y: I8x16) in truth(x .== y) } }
        case .i8x16Ne: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: I8x16, y: I8x16) in truth(x .!= y) } }
        case .i8x16LtS: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: I8x16, y: I8x16) in truth(x .< y) } }
        case .i8x16LtU: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: U8x16, y: U8x16) in truth(x .< y) } }
        case .i8x16GtS: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: I8x16, y: I8x16) in truth(x .> y) } }
        case .i8x16GtU: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: U8x16, y: U8x16) in truth(x .> y) } }
        case .i8x16LeS: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: I8x16, y: I8x16) in truth(x .<= y) } }
        case .i8x16LeU: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: U8x16, y: U8x16) in truth(x .<= y) } }
        case .i8x16GeS: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: I8x16, y: I8x16) in truth(x .>= y) } }
        case .i8x16GeU: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: U8x16, y: U8x16) in truth(x .>= y) } }
        case .i16x8Eq: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: I16x8, y: I16x8) in truth(x .== y) } }
        case .i16x8Ne: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: I16x8, y: I16x8) in truth(x .!= y) } }
        case .i16x8LtS: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: I16x8, y: I16x8) in truth(x .< y) } }
        case .i16x8LtU: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: U16x8, y: U16x8) in truth(x .< y) } }
        case .i16x8GtS: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: I16x8, y: I16x8) in truth(x .> y) } }
        case .i16x8GtU: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: U16x8, y: U16x8) in truth(x .> y) } }
        case .i16x8LeS: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: I16x8, y: I16x8) in truth(x .<= y) } }
        case .i16x8LeU: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: U16x8, y: U16x8) in truth(x .<= y) } }
        case .i16x8GeS: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: I16x8, y: I16x8) in truth(x .>= y) } }
        case .i16x8GeU: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: U16x8, y: U16x8) in truth(x .>= y) } }
        case .i32x4Eq: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: I32x4, y: I32x4) in truth(x .== y) } }
        case .i32x4Ne: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: I32x4, y: I32x4) in truth(x .!= y) } }
        case .i32x4LtS: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: I32x4, y: I32x4) in truth(x .< y) } }
        case .i32x4LtU: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: U32x4, y: U32x4) in truth(x .< y) } }
        case .i32x4GtS: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: I32x4, y: I32x4) in truth(x .> y) } }
        case .i32x4GtU: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: U32x4, y: U32x4) in truth(x .> y) } }
        case .i32x4LeS: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: I32x4, y: I32x4) in truth(x .<= y) } }
        case .i32x4LeU: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: U32x4, y: U32x4) in truth(x .<= y) } }
        case .i32x4GeS: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: I32x4, y: I32x4) in truth(x .>= y) } }
        case .i32x4GeU: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: U32x4, y: U32x4) in truth(x .>= y) } }
        case .i64x2Eq: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: I64x2, y: I64x2) in truth(x .== y) } }
        case .i64x2Ne: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: I64x2, y: I64x2) in truth(x .!= y) } }
        case .i64x2LtS: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: I64x2, y: I64x2) in truth(x .< y) } }
        case .i64x2GtS: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: I64x2, y: I64x2) in truth(x .> y) } }
        case .i64x2LeS: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: I64x2, y: I64x2) in truth(x .<= y) } }
        case .i64x2GeS: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: I64x2, y: I64x2) in truth(x .>= y) } }
        default: nil
        }
    }

    /// Additions and what goes like them, lane by lane.
    static func integerArithmetic(_ opcode: Opcode) -> Handler? {
        switch opcode {
        case .i8x16Add: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: U8x16, y: U8x16) in x &+ y } }
        case .i8x16Sub: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: U8x16, y: U8x16) in x &- y } }
        case .i8x16AddSatS: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: I8x16, y: I8x16) in cv_i8x16_add_sat(x, y) } }
        case .i8x16SubSatS: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: I8x16, y: I8x16) in cv_i8x16_sub_sat(x, y) } }
        case .i8x16AddSatU: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: U8x16, y: U8x16) in cv_u8x16_add_sat(x, y) } }
        case .i8x16SubSatU: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: U8x16, y: U8x16) in cv_u8x16_sub_sat(x, y) } }
        case .i8x16AvgrU: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: U8x16, y: U8x16) in average(x, y) } }
        case .i8x16MinS: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: I8x16, y: I8x16) in cv_i8x16_min(x, y) } }
        case .i8x16MaxS: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: I8x16, y: I8x16) in cv_i8x16_max(x, y) } }
        case .i8x16MinU: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: U8x16, y: U8x16) in cv_u8x16_min(x, y) } }
        case .i8x16MaxU: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: U8x16, y: U8x16) in cv_u8x16_max(x, y) } }
        case .i16x8Add: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: U16x8, y: U16x8) in x &+ y } }
        case .i16x8Sub: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: U16x8, y: U16x8) in x &- y } }
        case .i16x8Mul: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: U16x8, y: U16x8) in x &* y } }
        case .i16x8AddSatS: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: I16x8, y: I16x8) in cv_i16x8_add_sat(x, y) } }
        case .i16x8SubSatS: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: I16x8, y: I16x8) in cv_i16x8_sub_sat(x, y) } }
        case .i16x8AddSatU: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: U16x8, y: U16x8) in cv_u16x8_add_sat(x, y) } }
        case .i16x8SubSatU: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: U16x8, y: U16x8) in cv_u16x8_sub_sat(x, y) } }
        case .i16x8AvgrU: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: U16x8, y: U16x8) in average(x, y) } }
        case .i16x8MinS: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: I16x8, y: I16x8) in cv_i16x8_min(x, y) } }
        case .i16x8MaxS: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: I16x8, y: I16x8) in cv_i16x8_max(x, y) } }
        case .i16x8MinU: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: U16x8, y: U16x8) in cv_u16x8_min(x, y) } }
        case .i16x8MaxU: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: U16x8, y: U16x8) in cv_u16x8_max(x, y) } }
        case .i32x4Add: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: U32x4, y: U32x4) in x &+ y } }
        case .i32x4Sub: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: U32x4, y: U32x4) in x &- y } }
        case .i32x4Mul: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: U32x4, y: U32x4) in x &* y } }
        case .i32x4MinS: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: I32x4, y: I32x4) in cv_i32x4_min(x, y) } }
        case .i32x4MaxS: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: I32x4, y: I32x4) in cv_i32x4_max(x, y) } }
        case .i32x4MinU: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: U32x4, y: U32x4) in cv_u32x4_min(x, y) } }
        case .i32x4MaxU: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: U32x4, y: U32x4) in cv_u32x4_max(x, y) } }
        case .i64x2Add: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: U64x2, y: U64x2) in x &+ y } }
        case .i64x2Sub: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: U64x2, y: U64x2) in x &- y } }
        case .i64x2Mul: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: U64x2, y: U64x2) in x &* y } }
        case .i16x8Q15mulrSatS: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: I16x8, y: I16x8) in multiplyQ15(x, y) } }
        case .i16x8RelaxedQ15mulrS: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: I16x8, y: I16x8) in multiplyQ15(x, y) } }
        case .i8x16Neg: { vectorUnary($0, $1, $2, $3, $4, $5) { (x: U8x16) in 0 &- x } }
        case .i8x16Abs: { vectorUnary($0, $1, $2, $3, $4, $5) { (x: I8x16) in (x ^ truth(x .< 0)) &- truth(x .< 0) } }
        case .i16x8Neg: { vectorUnary($0, $1, $2, $3, $4, $5) { (x: U16x8) in 0 &- x } }
        case .i16x8Abs: { vectorUnary($0, $1, $2, $3, $4, $5) { (x: I16x8) in (x ^ truth(x .< 0)) &- truth(x .< 0) } }
        case .i32x4Neg: { vectorUnary($0, $1, $2, $3, $4, $5) { (x: U32x4) in 0 &- x } }
        case .i32x4Abs: { vectorUnary($0, $1, $2, $3, $4, $5) { (x: I32x4) in (x ^ truth(x .< 0)) &- truth(x .< 0) } }
        case .i64x2Neg: { vectorUnary($0, $1, $2, $3, $4, $5) { (x: U64x2) in 0 &- x } }
        case .i64x2Abs: { vectorUnary($0, $1, $2, $3, $4, $5) { (x: I64x2) in (x ^ truth(x .< 0)) &- truth(x .< 0) } }
        case .i8x16Popcnt: { vectorUnary($0, $1, $2, $3, $4, $5) { (x: U8x16) in populationCount(x) } }
        default: nil
        }
    }
}
