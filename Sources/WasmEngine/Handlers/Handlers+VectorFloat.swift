// SPDX-License-Identifier: Apache-2.0

import CVector
import WasmFormat

// Vector instructions on floats, a line each. What the forms mean is in Handlers+Vector.swift.

extension VectorHandlers {
    /// Comparisons: all ones where it holds.
    static func floatComparison(_ opcode: Opcode) -> Handler? {
        switch opcode {
        case .f32x4Eq: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: F32x4, y: F32x4) in truth(x .== y) } }
        case .f32x4Ne: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: F32x4, y: F32x4) in truth(x .!= y) } }
        case .f32x4Lt: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: F32x4, y: F32x4) in truth(x .< y) } }
        case .f32x4Gt: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: F32x4, y: F32x4) in truth(x .> y) } }
        case .f32x4Le: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: F32x4, y: F32x4) in truth(x .<= y) } }
        case .f32x4Ge: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: F32x4, y: F32x4) in truth(x .>= y) } }
        case .f64x2Eq: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: F64x2, y: F64x2) in truth(x .== y) } }
        case .f64x2Ne: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: F64x2, y: F64x2) in truth(x .!= y) } }
        case .f64x2Lt: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: F64x2, y: F64x2) in truth(x .< y) } }
        case .f64x2Gt: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: F64x2, y: F64x2) in truth(x .> y) } }
        case .f64x2Le: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: F64x2, y: F64x2) in truth(x .<= y) } }
        case .f64x2Ge: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: F64x2, y: F64x2) in truth(x .>= y) } }
        default: nil
        }
    }

    /// Arithmetic, lane by lane.
    static func floatArithmetic(_ opcode: Opcode) -> Handler? {
        switch opcode {
        case .f32x4Add: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: F32x4, y: F32x4) in x + y } }
        case .f32x4Sub: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: F32x4, y: F32x4) in x - y } }
        case .f32x4Mul: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: F32x4, y: F32x4) in x * y } }
        case .f32x4Div: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: F32x4, y: F32x4) in x / y } }
        case .f32x4Min: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: F32x4, y: F32x4) in minimum(x, y) } }
        case .f32x4Max: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: F32x4, y: F32x4) in maximum(x, y) } }
        case .f32x4RelaxedMin: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: F32x4, y: F32x4) in minimum(x, y) } }
        case .f32x4RelaxedMax: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: F32x4, y: F32x4) in maximum(x, y) } }
        case .f32x4Pmin: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: F32x4, y: F32x4) in pseudoMinimum(x, y) } }
        case .f32x4Pmax: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: F32x4, y: F32x4) in pseudoMaximum(x, y) } }
        case .f32x4Abs: { vectorUnary($0, $1, $2, $3, $4, $5) { (x: U32x4) in x & U32x4(repeating: ~(0x8000_0000)) } }
        case .f32x4Neg: { vectorUnary($0, $1, $2, $3, $4, $5) { (x: U32x4) in x ^ U32x4(repeating: 0x8000_0000) } }
        case .f32x4Sqrt: { vectorUnary($0, $1, $2, $3, $4, $5) { (x: F32x4) in cv_f32x4_sqrt(x) } }
        case .f32x4Ceil: { vectorUnary($0, $1, $2, $3, $4, $5) { (x: F32x4) in roundedLanes(x, .up) } }
        case .f32x4Floor: { vectorUnary($0, $1, $2, $3, $4, $5) { (x: F32x4) in roundedLanes(x, .down) } }
        case .f32x4Trunc: { vectorUnary($0, $1, $2, $3, $4, $5) { (x: F32x4) in roundedLanes(x, .towardZero) } }
        case .f32x4Nearest: { vectorUnary($0, $1, $2, $3, $4, $5) { (x: F32x4) in roundedLanes(x, .toNearestOrEven) } }
        case .f32x4RelaxedMadd: { vectorTernary($0, $1, $2, $3, $4, $5) { (x: F32x4, y: F32x4, z: F32x4) in x * y + z } }
        case .f32x4RelaxedNmadd: { vectorTernary($0, $1, $2, $3, $4, $5) { (x: F32x4, y: F32x4, z: F32x4) in z - x * y } }
        case .f64x2Add: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: F64x2, y: F64x2) in x + y } }
        case .f64x2Sub: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: F64x2, y: F64x2) in x - y } }
        case .f64x2Mul: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: F64x2, y: F64x2) in x * y } }
        case .f64x2Div: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: F64x2, y: F64x2) in x / y } }
        case .f64x2Min: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: F64x2, y: F64x2) in minimum(x, y) } }
        case .f64x2Max: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: F64x2, y: F64x2) in maximum(x, y) } }
        case .f64x2RelaxedMin: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: F64x2, y: F64x2) in minimum(x, y) } }
        case .f64x2RelaxedMax: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: F64x2, y: F64x2) in maximum(x, y) } }
        case .f64x2Pmin: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: F64x2, y: F64x2) in pseudoMinimum(x, y) } }
        case .f64x2Pmax: { vectorBinary($0, $1, $2, $3, $4, $5) { (x: F64x2, y: F64x2) in pseudoMaximum(x, y) } }
        case .f64x2Abs: { vectorUnary($0, $1, $2, $3, $4, $5) { (x: U64x2) in x & U64x2(repeating: ~(1 &<< 63)) } }
        case .f64x2Neg: { vectorUnary($0, $1, $2, $3, $4, $5) { (x: U64x2) in x ^ U64x2(repeating: 1 &<< 63) } }
        case .f64x2Sqrt: { vectorUnary($0, $1, $2, $3, $4, $5) { (x: F64x2) in cv_f64x2_sqrt(x) } }
        case .f64x2Ceil: { vectorUnary($0, $1, $2, $3, $4, $5) { (x: F64x2) in roundedLanes(x, .up) } }
        case .f64x2Floor: { vectorUnary($0, $1, $2, $3, $4, $5) { (x: F64x2) in roundedLanes(x, .down) } }
        case .f64x2Trunc: { vectorUnary($0, $1, $2, $3, $4, $5) { (x: F64x2) in roundedLanes(x, .towardZero) } }
        case .f64x2Nearest: { vectorUnary($0, $1, $2, $3, $4, $5) { (x: F64x2) in roundedLanes(x, .toNearestOrEven) } }
        case .f64x2RelaxedMadd: { vectorTernary($0, $1, $2, $3, $4, $5) { (x: F64x2, y: F64x2, z: F64x2) in x * y + z } }
        case .f64x2RelaxedNmadd: { vectorTernary($0, $1, $2, $3, $4, $5) { (x: F64x2, y: F64x2, z: F64x2) in z - x * y } }
        default: nil
        }
    }

    /// Between floats and integers, and floats of two sizes.
    static func conversion(_ opcode: Opcode) -> Handler? {
        switch opcode {
        case .i32x4TruncSatF32x4S: { vectorUnary($0, $1, $2, $3, $4, $5) { (x: F32x4) in cv_i32x4_truncate(x) } }
        case .i32x4TruncSatF32x4U: { vectorUnary($0, $1, $2, $3, $4, $5) { (x: F32x4) in cv_u32x4_truncate(x) } }
        case .i32x4RelaxedTruncF32x4S: { vectorUnary($0, $1, $2, $3, $4, $5) { (x: F32x4) in cv_i32x4_truncate(x) } }
        case .i32x4RelaxedTruncF32x4U: { vectorUnary($0, $1, $2, $3, $4, $5) { (x: F32x4) in cv_u32x4_truncate(x) } }
        case .i32x4TruncSatF64x2SZero: { vectorUnary($0, $1, $2, $3, $4, $5) { (x: F64x2) in cv_i32x4_truncate_two(x) } }
        case .i32x4TruncSatF64x2UZero: { vectorUnary($0, $1, $2, $3, $4, $5) { (x: F64x2) in cv_u32x4_truncate_two(x) } }
        case .i32x4RelaxedTruncF64x2SZero: { vectorUnary($0, $1, $2, $3, $4, $5) { (x: F64x2) in cv_i32x4_truncate_two(x) } }
        case .i32x4RelaxedTruncF64x2UZero: { vectorUnary($0, $1, $2, $3, $4, $5) { (x: F64x2) in cv_u32x4_truncate_two(x) } }
        case .f32x4ConvertI32x4S: { vectorUnary($0, $1, $2, $3, $4, $5) { (x: I32x4) in F32x4(x) } }
        case .f32x4ConvertI32x4U: { vectorUnary($0, $1, $2, $3, $4, $5) { (x: U32x4) in F32x4(x) } }
        case .f64x2ConvertLowI32x4S: { vectorUnary($0, $1, $2, $3, $4, $5) { (x: I32x4) in F64x2(x.lowHalf) } }
        case .f64x2ConvertLowI32x4U: { vectorUnary($0, $1, $2, $3, $4, $5) { (x: U32x4) in F64x2(x.lowHalf) } }
        case .f32x4DemoteF64x2Zero: { vectorUnary($0, $1, $2, $3, $4, $5) { (x: F64x2) in F32x4(Float(x[0]), Float(x[1]), 0, 0) } }
        case .f64x2PromoteLowF32x4: { vectorUnary($0, $1, $2, $3, $4, $5) { (x: F32x4) in F64x2(Double(x[0]), Double(x[1])) } }
        default: nil
        }
    }
}
