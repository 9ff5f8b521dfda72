// SPDX-License-Identifier: Apache-2.0

import WasmFormat

// The engine's own instructions. Numeric ones are named after WebAssembly's and share their numbers.

/// Two operands of one type, a result of the same type, no traps.
enum BinaryOperation: UInt16 {
    case i32Add = 0x6a, i32Sub, i32Mul
    case i32And = 0x71, i32Or, i32Xor, i32Shl, i32ShrS, i32ShrU, i32Rotl, i32Rotr
    case i64Add = 0x7c, i64Sub, i64Mul
    case i64And = 0x83, i64Or, i64Xor, i64Shl, i64ShrS, i64ShrU, i64Rotl, i64Rotr
    case f32Add = 0x92, f32Sub, f32Mul, f32Div, f32Min, f32Max, f32Copysign
    case f64Add = 0xa0, f64Sub, f64Mul, f64Div, f64Min, f64Max, f64Copysign
}

/// Two integers, an integer, and traps.
enum DivisionOperation: UInt16 {
    case i32DivS = 0x6d, i32DivU, i32RemS, i32RemU
    case i64DivS = 0x7f, i64DivU, i64RemS, i64RemU
}

/// Two operands of one type, a truth value.
enum CompareOperation: UInt16 {
    case i32Eq = 0x46, i32Ne, i32LtS, i32LtU, i32GtS, i32GtU, i32LeS, i32LeU, i32GeS, i32GeU
    case i64Eq = 0x51, i64Ne, i64LtS, i64LtU, i64GtS, i64GtU, i64LeS, i64LeU, i64GeS, i64GeU, f32Eq, f32Ne
    case f32Lt = 0x5d, f32Gt, f32Le, f32Ge, f64Eq, f64Ne, f64Lt, f64Gt, f64Le, f64Ge
}

/// One operand, one result, no traps.
enum UnaryOperation: UInt16 {
    case i32Clz = 0x67, i32Ctz, i32Popcnt
    case i64Clz = 0x79, i64Ctz, i64Popcnt
    case f32Abs = 0x8b, f32Neg, f32Ceil, f32Floor, f32Trunc, f32Nearest, f32Sqrt
    case f64Abs = 0x99, f64Neg, f64Ceil, f64Floor, f64Trunc, f64Nearest, f64Sqrt
    case i32WrapI64 = 0xa7
    case i64ExtendI32S = 0xac
    case f32ConvertI32S = 0xb2, f32ConvertI32U, f32ConvertI64S, f32ConvertI64U, f32DemoteF64, f64ConvertI32S
    case f64ConvertI32U = 0xb8, f64ConvertI64S, f64ConvertI64U, f64PromoteF32
    case i32Extend8S = 0xc0, i32Extend16S, i64Extend8S, i64Extend16S, i64Extend32S
    case i32TruncSatF32S = 0x100, i32TruncSatF32U, i32TruncSatF64S, i32TruncSatF64U, i64TruncSatF32S
    case i64TruncSatF32U = 0x105, i64TruncSatF64S, i64TruncSatF64U
}

/// Floating point to integer, with traps.
enum TruncationOperation: UInt16 {
    case i32TruncF32S = 0xa8, i32TruncF32U, i32TruncF64S, i32TruncF64U
    case i64TruncF32S = 0xae, i64TruncF32U, i64TruncF64S, i64TruncF64U
}

/// A load, by what it reads and what becomes of it. All unsigned ones serve i32, i64 and floats alike.
enum LoadOperation {
    case unsigned8, signed8To32, signed8To64, unsigned16, signed16To32, signed16To64, unsigned32, signed32To64, full64

    init?(_ opcode: Opcode) {
        switch opcode {
        case .i32Load8U, .i64Load8U: self = .unsigned8
        case .i32Load8S: self = .signed8To32
        case .i64Load8S: self = .signed8To64
        case .i32Load16U, .i64Load16U: self = .unsigned16
        case .i32Load16S: self = .signed16To32
        case .i64Load16S: self = .signed16To64
        case .i32Load, .f32Load, .i64Load32U: self = .unsigned32
        case .i64Load32S: self = .signed32To64
        case .i64Load, .f64Load: self = .full64
        default: return nil
        }
    }
}

/// A store, by how much of the value it writes.
enum StoreOperation {
    case low8, low16, low32, full64

    init?(_ opcode: Opcode) {
        switch opcode {
        case .i32Store8, .i64Store8: self = .low8
        case .i32Store16, .i64Store16: self = .low16
        case .i32Store, .f32Store, .i64Store32: self = .low32
        case .i64Store, .f64Store: self = .full64
        default: return nil
        }
    }
}
