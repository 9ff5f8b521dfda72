// SPDX-License-Identifier: Apache-2.0

import WasmFormat

// Vector instructions on single lanes and on memory, a line each. What the forms mean is in Handlers+Vector.swift.

extension VectorHandlers {
    /// A value in every lane.
    static func splat(_ opcode: Opcode) -> Handler? {
        switch opcode {
        case .i8x16Splat: { vectorSplat($0, $1, $2, $3, $4, $5) { (x: UInt32) in U8x16(repeating: UInt8(truncatingIfNeeded: x)) } }
        case .i16x8Splat: { vectorSplat($0, $1, $2, $3, $4, $5) { (x: UInt32) in U16x8(repeating: UInt16(truncatingIfNeeded: x)) } }
        case .i32x4Splat: { vectorSplat($0, $1, $2, $3, $4, $5) { (x: UInt32) in U32x4(repeating: x) } }
        case .i64x2Splat: { vectorSplat($0, $1, $2, $3, $4, $5) { (x: UInt64) in U64x2(repeating: x) } }
        case .f32x4Splat: { vectorSplat($0, $1, $2, $3, $4, $5) { (x: UInt32) in U32x4(repeating: x) } }
        case .f64x2Splat: { vectorSplat($0, $1, $2, $3, $4, $5) { (x: UInt64) in U64x2(repeating: x) } }
        default: nil
        }
    }

    /// One lane out of a vector.
    static func extract(_ opcode: Opcode) -> Handler? {
        switch opcode {
        case .i8x16ExtractLaneS: { vectorExtract($0, $1, $2, $3, $4, $5, Int8.self, Int32.self) }
        case .i8x16ExtractLaneU: { vectorExtract($0, $1, $2, $3, $4, $5, UInt8.self, UInt32.self) }
        case .i16x8ExtractLaneS: { vectorExtract($0, $1, $2, $3, $4, $5, Int16.self, Int32.self) }
        case .i16x8ExtractLaneU: { vectorExtract($0, $1, $2, $3, $4, $5, UInt16.self, UInt32.self) }
        case .i32x4ExtractLane: { vectorExtract($0, $1, $2, $3, $4, $5, UInt32.self, UInt32.self) }
        case .i64x2ExtractLane: { vectorExtract($0, $1, $2, $3, $4, $5, UInt64.self, UInt64.self) }
        case .f32x4ExtractLane: { vectorExtract($0, $1, $2, $3, $4, $5, UInt32.self, UInt32.self) }
        case .f64x2ExtractLane: { vectorExtract($0, $1, $2, $3, $4, $5, UInt64.self, UInt64.self) }
        default: nil
        }
    }

    /// One lane of a vector replaced.
    static func replace(_ opcode: Opcode) -> Handler? {
        switch opcode {
        case .i8x16ReplaceLane: { vectorReplace($0, $1, $2, $3, $4, $5, UInt8.self) { replaced($0, $1, $2) } }
        case .i16x8ReplaceLane: { vectorReplace($0, $1, $2, $3, $4, $5, UInt16.self) { replaced($0, $1, $2) } }
        case .i32x4ReplaceLane: { vectorReplace($0, $1, $2, $3, $4, $5, UInt32.self) { replaced($0, $1, $2) } }
        case .i64x2ReplaceLane: { vectorReplace($0, $1, $2, $3, $4, $5, UInt64.self) { replaced($0, $1, $2) } }
        case .f32x4ReplaceLane: { vectorReplace($0, $1, $2, $3, $4, $5, UInt32.self) { replaced($0, $1, $2) } }
        case .f64x2ReplaceLane: { vectorReplace($0, $1, $2, $3, $4, $5, UInt64.self) { replaced($0, $1, $2) } }
        default: nil
        }
    }

    /// Loads of a whole vector.
    static func load(_ opcode: Opcode) -> Handler? {
        switch opcode {
        case .v128Load: { vectorLoad($0, $1, $2, $3, $4, $5) }
        case .v128Load8x8S: { vectorLoad($0, $1, $2, $3, $4, $5) { (x: UInt64) in I16x8(truncatingIfNeeded: lanes(x, as: SIMD8<Int8>.self)) } }
        case .v128Load8x8U: { vectorLoad($0, $1, $2, $3, $4, $5) { (x: UInt64) in U16x8(truncatingIfNeeded: lanes(x, as: SIMD8<UInt8>.self)) } }
        case .v128Load16x4S: { vectorLoad($0, $1, $2, $3, $4, $5) { (x: UInt64) in I32x4(truncatingIfNeeded: lanes(x, as: SIMD4<Int16>.self)) } }
        case .v128Load16x4U: { vectorLoad($0, $1, $2, $3, $4, $5) { (x: UInt64) in U32x4(truncatingIfNeeded: lanes(x, as: SIMD4<UInt16>.self)) } }
        case .v128Load32x2S: { vectorLoad($0, $1, $2, $3, $4, $5) { (x: UInt64) in I64x2(truncatingIfNeeded: lanes(x, as: SIMD2<Int32>.self)) } }
        case .v128Load32x2U: { vectorLoad($0, $1, $2, $3, $4, $5) { (x: UInt64) in U64x2(truncatingIfNeeded: lanes(x, as: SIMD2<UInt32>.self)) } }
        case .v128Load8Splat: { vectorLoad($0, $1, $2, $3, $4, $5) { (x: UInt8) in U8x16(repeating: x) } }
        case .v128Load16Splat: { vectorLoad($0, $1, $2, $3, $4, $5) { (x: UInt16) in U16x8(repeating: x) } }
        case .v128Load32Splat: { vectorLoad($0, $1, $2, $3, $4, $5) { (x: UInt32) in U32x4(repeating: x) } }
        case .v128Load64Splat: { vectorLoad($0, $1, $2, $3, $4, $5) { (x: UInt64) in U64x2(repeating: x) } }
        case .v128Load32Zero: { vectorLoad($0, $1, $2, $3, $4, $5) { (x: UInt32) in U32x4(x, 0, 0, 0) } }
        case .v128Load64Zero: { vectorLoad($0, $1, $2, $3, $4, $5) { (x: UInt64) in U64x2(x, 0) } }
        default: nil
        }
    }

    /// Accesses to one lane, and stores.
    static func laneOrStore(_ opcode: Opcode) -> Handler? {
        switch opcode {
        case .v128Load8Lane: { vectorLoadLane($0, $1, $2, $3, $4, $5, UInt8.self) { replaced($0, $1, $2) } }
        case .v128Load16Lane: { vectorLoadLane($0, $1, $2, $3, $4, $5, UInt16.self) { replaced($0, $1, $2) } }
        case .v128Load32Lane: { vectorLoadLane($0, $1, $2, $3, $4, $5, UInt32.self) { replaced($0, $1, $2) } }
        case .v128Load64Lane: { vectorLoadLane($0, $1, $2, $3, $4, $5, UInt64.self) { replaced($0, $1, $2) } }
        case .v128Store8Lane: { vectorStoreLane($0, $1, $2, $3, $4, $5, UInt8.self) }
        case .v128Store16Lane: { vectorStoreLane($0, $1, $2, $3, $4, $5, UInt16.self) }
        case .v128Store32Lane: { vectorStoreLane($0, $1, $2, $3, $4, $5, UInt32.self) }
        case .v128Store64Lane: { vectorStoreLane($0, $1, $2, $3, $4, $5, UInt64.self) }
        case .v128Store: { vectorStore($0, $1, $2, $3, $4, $5) }
        default: nil
        }
    }
}
