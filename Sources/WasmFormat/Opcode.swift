// SPDX-License-Identifier: Apache-2.0

// The instructions of WebAssembly, by their codes in the binary format. OpcodeTable.swift has a row for each.

/// An instruction. The raw value is the opcode byte, or for the prefixed ones a page and the code after the prefix:
/// `0xfc n` is `0x100 + n`, `0xfe n` is `0x200 + n` and `0xfd n`, which needs two pages, is `0x300 + n`.
package enum Opcode: UInt16, Sendable, Hashable, CaseIterable {
    // Control, parametric, variable and table instructions.
    case unreachable = 0x00, nop, block, loop, `if`, `else`
    case `throw` = 0x08
    case throwRef = 0x0a, end, br, brIf, brTable, `return`, call, callIndirect, returnCall, returnCallIndirect
    case drop = 0x1a, select, selectT
    case tryTable = 0x1f
    case localGet = 0x20, localSet, localTee, globalGet, globalSet, tableGet, tableSet

    // Memory.
    case i32Load = 0x28
    case i64Load = 0x29
    case f32Load = 0x2a
    case f64Load = 0x2b
    case i32Load8S = 0x2c, i32Load8U, i32Load16S, i32Load16U
    case i64Load8S = 0x30, i64Load8U, i64Load16S, i64Load16U, i64Load32S, i64Load32U
    case i32Store = 0x36
    case i64Store = 0x37
    case f32Store = 0x38
    case f64Store = 0x39
    case i32Store8 = 0x3a, i32Store16
    case i64Store8 = 0x3c, i64Store16, i64Store32
    case memorySize = 0x3f, memoryGrow

    // Numeric.
    case i32Const = 0x41
    case i64Const = 0x42
    case f32Const = 0x43
    case f64Const = 0x44
    case i32Eqz = 0x45, i32Eq, i32Ne, i32LtS, i32LtU, i32GtS, i32GtU, i32LeS, i32LeU, i32GeS, i32GeU
    case i64Eqz = 0x50, i64Eq, i64Ne, i64LtS, i64LtU, i64GtS, i64GtU, i64LeS, i64LeU, i64GeS, i64GeU
    case f32Eq = 0x5b, f32Ne, f32Lt, f32Gt, f32Le, f32Ge
    case f64Eq = 0x61, f64Ne, f64Lt, f64Gt, f64Le, f64Ge
    case i32Clz = 0x67, i32Ctz, i32Popcnt, i32Add, i32Sub, i32Mul, i32DivS, i32DivU, i32RemS, i32RemU, i32And
    case i32Or = 0x72, i32Xor, i32Shl, i32ShrS, i32ShrU, i32Rotl, i32Rotr
    case i64Clz = 0x79, i64Ctz, i64Popcnt, i64Add, i64Sub, i64Mul, i64DivS, i64DivU, i64RemS, i64RemU, i64And
    case i64Or = 0x84, i64Xor, i64Shl, i64ShrS, i64ShrU, i64Rotl, i64Rotr
    case f32Abs = 0x8b, f32Neg, f32Ceil, f32Floor, f32Trunc, f32Nearest, f32Sqrt, f32Add, f32Sub, f32Mul
    case f32Div = 0x95, f32Min, f32Max, f32Copysign
    case f64Abs = 0x99, f64Neg, f64Ceil, f64Floor, f64Trunc, f64Nearest, f64Sqrt, f64Add, f64Sub, f64Mul
    case f64Div = 0xa3, f64Min, f64Max, f64Copysign
    case i32WrapI64 = 0xa7, i32TruncF32S, i32TruncF32U, i32TruncF64S, i32TruncF64U
    case i64ExtendI32S = 0xac, i64ExtendI32U, i64TruncF32S, i64TruncF32U, i64TruncF64S, i64TruncF64U
    case f32ConvertI32S = 0xb2, f32ConvertI32U, f32ConvertI64S, f32ConvertI64U, f32DemoteF64
    case f64ConvertI32S = 0xb7, f64ConvertI32U, f64ConvertI64S, f64ConvertI64U, f64PromoteF32
    case i32ReinterpretF32 = 0xbc
    case i64ReinterpretF64 = 0xbd
    case f32ReinterpretI32 = 0xbe
    case f64ReinterpretI64 = 0xbf
    case i32Extend8S = 0xc0, i32Extend16S
    case i64Extend8S = 0xc2, i64Extend16S, i64Extend32S

    // References.
    case refNull = 0xd0, refIsNull, refFunc

    // 0xfc: saturating conversions, bulk memory and tables.
    case i32TruncSatF32S = 0x100, i32TruncSatF32U, i32TruncSatF64S, i32TruncSatF64U
    case i64TruncSatF32S = 0x104, i64TruncSatF32U, i64TruncSatF64S, i64TruncSatF64U
    case memoryInit = 0x108, dataDrop, memoryCopy, memoryFill, tableInit, elemDrop, tableCopy, tableGrow
    case tableSize = 0x110, tableFill

    // 0xfe: atomics.
    case memoryAtomicNotify = 0x200, memoryAtomicWait32, memoryAtomicWait64, atomicFence
    case i32AtomicLoad = 0x210
    case i64AtomicLoad = 0x211
    case i32AtomicLoad8U = 0x212, i32AtomicLoad16U
    case i64AtomicLoad8U = 0x214, i64AtomicLoad16U, i64AtomicLoad32U
    case i32AtomicStore = 0x217
    case i64AtomicStore = 0x218
    case i32AtomicStore8 = 0x219, i32AtomicStore16
    case i64AtomicStore8 = 0x21b, i64AtomicStore16, i64AtomicStore32
    case i32AtomicRmwAdd = 0x21e
    case i64AtomicRmwAdd = 0x21f
    case i32AtomicRmw8AddU = 0x220, i32AtomicRmw16AddU
    case i64AtomicRmw8AddU = 0x222, i64AtomicRmw16AddU, i64AtomicRmw32AddU
    case i32AtomicRmwSub = 0x225
    case i64AtomicRmwSub = 0x226
    case i32AtomicRmw8SubU = 0x227, i32AtomicRmw16SubU
    case i64AtomicRmw8SubU = 0x229, i64AtomicRmw16SubU, i64AtomicRmw32SubU
    case i32AtomicRmwAnd = 0x22c
    case i64AtomicRmwAnd = 0x22d
    case i32AtomicRmw8AndU = 0x22e, i32AtomicRmw16AndU
    case i64AtomicRmw8AndU = 0x230, i64AtomicRmw16AndU, i64AtomicRmw32AndU
    case i32AtomicRmwOr = 0x233
    case i64AtomicRmwOr = 0x234
    case i32AtomicRmw8OrU = 0x235, i32AtomicRmw16OrU
    case i64AtomicRmw8OrU = 0x237, i64AtomicRmw16OrU, i64AtomicRmw32OrU
    case i32AtomicRmwXor = 0x23a
    case i64AtomicRmwXor = 0x23b
    case i32AtomicRmw8XorU = 0x23c, i32AtomicRmw16XorU
    case i64AtomicRmw8XorU = 0x23e, i64AtomicRmw16XorU, i64AtomicRmw32XorU
    case i32AtomicRmwXchg = 0x241
    case i64AtomicRmwXchg = 0x242
    case i32AtomicRmw8XchgU = 0x243, i32AtomicRmw16XchgU
    case i64AtomicRmw8XchgU = 0x245, i64AtomicRmw16XchgU, i64AtomicRmw32XchgU
    case i32AtomicRmwCmpxchg = 0x248
    case i64AtomicRmwCmpxchg = 0x249
    case i32AtomicRmw8CmpxchgU = 0x24a, i32AtomicRmw16CmpxchgU
    case i64AtomicRmw8CmpxchgU = 0x24c, i64AtomicRmw16CmpxchgU, i64AtomicRmw32CmpxchgU

    // 0xfd: vectors.
    case v128Load = 0x300, v128Load8x8S, v128Load8x8U, v128Load16x4S, v128Load16x4U, v128Load32x2S
    case v128Load32x2U = 0x306, v128Load8Splat, v128Load16Splat, v128Load32Splat, v128Load64Splat, v128Store
    case v128Const = 0x30c
    case i8x16Shuffle = 0x30d, i8x16Swizzle, i8x16Splat
    case i16x8Splat = 0x310
    case i32x4Splat = 0x311
    case i64x2Splat = 0x312
    case f32x4Splat = 0x313
    case f64x2Splat = 0x314
    case i8x16ExtractLaneS = 0x315, i8x16ExtractLaneU, i8x16ReplaceLane
    case i16x8ExtractLaneS = 0x318, i16x8ExtractLaneU, i16x8ReplaceLane
    case i32x4ExtractLane = 0x31b, i32x4ReplaceLane
    case i64x2ExtractLane = 0x31d, i64x2ReplaceLane
    case f32x4ExtractLane = 0x31f, f32x4ReplaceLane
    case f64x2ExtractLane = 0x321, f64x2ReplaceLane
    case i8x16Eq = 0x323, i8x16Ne, i8x16LtS, i8x16LtU, i8x16GtS, i8x16GtU, i8x16LeS, i8x16LeU, i8x16GeS
    case i8x16GeU = 0x32c
    case i16x8Eq = 0x32d, i16x8Ne, i16x8LtS, i16x8LtU, i16x8GtS, i16x8GtU, i16x8LeS, i16x8LeU, i16x8GeS
    case i16x8GeU = 0x336
    case i32x4Eq = 0x337, i32x4Ne, i32x4LtS, i32x4LtU, i32x4GtS, i32x4GtU, i32x4LeS, i32x4LeU, i32x4GeS
    case i32x4GeU = 0x340
    case f32x4Eq = 0x341, f32x4Ne, f32x4Lt, f32x4Gt, f32x4Le, f32x4Ge
    case f64x2Eq = 0x347, f64x2Ne, f64x2Lt, f64x2Gt, f64x2Le, f64x2Ge
    case v128Not = 0x34d, v128And, v128Andnot, v128Or, v128Xor, v128Bitselect, v128AnyTrue, v128Load8Lane
    case v128Load16Lane = 0x355, v128Load32Lane, v128Load64Lane, v128Store8Lane, v128Store16Lane
    case v128Store32Lane = 0x35a, v128Store64Lane, v128Load32Zero, v128Load64Zero
    case f32x4DemoteF64x2Zero = 0x35e
    case f64x2PromoteLowF32x4 = 0x35f
    case i8x16Abs = 0x360, i8x16Neg, i8x16Popcnt, i8x16AllTrue, i8x16Bitmask, i8x16NarrowI16x8S
    case i8x16NarrowI16x8U = 0x366
    case f32x4Ceil = 0x367, f32x4Floor, f32x4Trunc, f32x4Nearest
    case i8x16Shl = 0x36b, i8x16ShrS, i8x16ShrU, i8x16Add, i8x16AddSatS, i8x16AddSatU, i8x16Sub, i8x16SubSatS
    case i8x16SubSatU = 0x373
    case f64x2Ceil = 0x374, f64x2Floor
    case i8x16MinS = 0x376, i8x16MinU, i8x16MaxS, i8x16MaxU
    case f64x2Trunc = 0x37a
    case i8x16AvgrU = 0x37b
    case i16x8ExtaddPairwiseI8x16S = 0x37c, i16x8ExtaddPairwiseI8x16U
    case i32x4ExtaddPairwiseI16x8S = 0x37e, i32x4ExtaddPairwiseI16x8U
    case i16x8Abs = 0x380, i16x8Neg, i16x8Q15mulrSatS, i16x8AllTrue, i16x8Bitmask, i16x8NarrowI32x4S
    case i16x8NarrowI32x4U = 0x386, i16x8ExtendLowI8x16S, i16x8ExtendHighI8x16S, i16x8ExtendLowI8x16U
    case i16x8ExtendHighI8x16U = 0x38a, i16x8Shl, i16x8ShrS, i16x8ShrU, i16x8Add, i16x8AddSatS, i16x8AddSatU
    case i16x8Sub = 0x391, i16x8SubSatS, i16x8SubSatU
    case f64x2Nearest = 0x394
    case i16x8Mul = 0x395, i16x8MinS, i16x8MinU, i16x8MaxS, i16x8MaxU
    case i16x8AvgrU = 0x39b, i16x8ExtmulLowI8x16S, i16x8ExtmulHighI8x16S, i16x8ExtmulLowI8x16U
    case i16x8ExtmulHighI8x16U = 0x39f
    case i32x4Abs = 0x3a0, i32x4Neg
    case i32x4AllTrue = 0x3a3, i32x4Bitmask
    case i32x4ExtendLowI16x8S = 0x3a7, i32x4ExtendHighI16x8S, i32x4ExtendLowI16x8U, i32x4ExtendHighI16x8U
    case i32x4Shl = 0x3ab, i32x4ShrS, i32x4ShrU, i32x4Add
    case i32x4Sub = 0x3b1
    case i32x4Mul = 0x3b5, i32x4MinS, i32x4MinU, i32x4MaxS, i32x4MaxU, i32x4DotI16x8S
    case i32x4ExtmulLowI16x8S = 0x3bc, i32x4ExtmulHighI16x8S, i32x4ExtmulLowI16x8U, i32x4ExtmulHighI16x8U
    case i64x2Abs = 0x3c0, i64x2Neg
    case i64x2AllTrue = 0x3c3, i64x2Bitmask
    case i64x2ExtendLowI32x4S = 0x3c7, i64x2ExtendHighI32x4S, i64x2ExtendLowI32x4U, i64x2ExtendHighI32x4U
    case i64x2Shl = 0x3cb, i64x2ShrS, i64x2ShrU, i64x2Add
    case i64x2Sub = 0x3d1
    case i64x2Mul = 0x3d5, i64x2Eq, i64x2Ne, i64x2LtS, i64x2GtS, i64x2LeS, i64x2GeS, i64x2ExtmulLowI32x4S
    case i64x2ExtmulHighI32x4S = 0x3dd, i64x2ExtmulLowI32x4U, i64x2ExtmulHighI32x4U
    case f32x4Abs = 0x3e0, f32x4Neg
    case f32x4Sqrt = 0x3e3, f32x4Add, f32x4Sub, f32x4Mul, f32x4Div, f32x4Min, f32x4Max, f32x4Pmin, f32x4Pmax
    case f64x2Abs = 0x3ec, f64x2Neg
    case f64x2Sqrt = 0x3ef, f64x2Add, f64x2Sub, f64x2Mul, f64x2Div, f64x2Min, f64x2Max, f64x2Pmin, f64x2Pmax
    case i32x4TruncSatF32x4S = 0x3f8, i32x4TruncSatF32x4U
    case f32x4ConvertI32x4S = 0x3fa, f32x4ConvertI32x4U
    case i32x4TruncSatF64x2SZero = 0x3fc, i32x4TruncSatF64x2UZero
    case f64x2ConvertLowI32x4S = 0x3fe, f64x2ConvertLowI32x4U

    // 0xfd from 0x100: relaxed vectors.
    case i8x16RelaxedSwizzle = 0x400
    case i32x4RelaxedTruncF32x4S = 0x401, i32x4RelaxedTruncF32x4U, i32x4RelaxedTruncF64x2SZero
    case i32x4RelaxedTruncF64x2UZero = 0x404
    case f32x4RelaxedMadd = 0x405, f32x4RelaxedNmadd
    case f64x2RelaxedMadd = 0x407, f64x2RelaxedNmadd
    case i8x16RelaxedLaneselect = 0x409
    case i16x8RelaxedLaneselect = 0x40a
    case i32x4RelaxedLaneselect = 0x40b
    case i64x2RelaxedLaneselect = 0x40c
    case f32x4RelaxedMin = 0x40d, f32x4RelaxedMax
    case f64x2RelaxedMin = 0x40f, f64x2RelaxedMax
    case i16x8RelaxedQ15mulrS = 0x411, i16x8RelaxedDotI8x16I7x16S
    case i32x4RelaxedDotI8x16I7x16AddS = 0x413

    /// How many raw values there are, used or not: the length of a table indexed by raw value.
    package static let rawValueBound = 0x500
}
