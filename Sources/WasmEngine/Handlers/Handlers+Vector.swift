// SPDX-License-Identifier: Apache-2.0

import CVector
import WasmFormat

// What vector instructions have in common: where operands come from and where the result goes. Frames are aligned to
// slots, so that a vector is read and written unaligned. The instructions themselves are lists, a line each, in the
// files named after their kind.

@inline(__always)
func readVector<V: SIMD & BitwiseCopyable>(_ fp: FramePointer, _ slot: Int, as type: V.Type = V.self) -> V {
    lanes(cv_read(fp + slot))
}

@inline(__always)
func writeVector<V: SIMD & BitwiseCopyable>(_ fp: FramePointer, _ slot: Int, _ value: V) {
    cv_write(fp + slot, lanes(value))
}

/// dst, a, b.
@inline(__always)
func vectorBinary<V: SIMD & BitwiseCopyable, R: SIMD & BitwiseCopyable>(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ apply: (V, V) -> R
) -> Int32 {
    let word = pc[1]
    writeVector(fp, word.field0, apply(readVector(fp, word.field1), readVector(fp, word.field2)))
    return next(pc + 2, fp, memory, context, a, f)
}

/// dst, a.
@inline(__always)
func vectorUnary<V: SIMD & BitwiseCopyable, R: SIMD & BitwiseCopyable>(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ apply: (V) -> R
) -> Int32 {
    let word = pc[1]
    writeVector(fp, word.field0, apply(readVector(fp, word.field1)))
    return next(pc + 2, fp, memory, context, a, f)
}

/// dst, a, b, c.
@inline(__always)
func vectorTernary<V: SIMD & BitwiseCopyable, W: SIMD & BitwiseCopyable>(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ apply: (V, V, W) -> W
) -> Int32 {
    let word = pc[1]
    let x: V = readVector(fp, word.field1), y: V = readVector(fp, word.field2)
    writeVector(fp, word.field0, apply(x, y, readVector(fp, word.field3)))
    return next(pc + 2, fp, memory, context, a, f)
}

/// Where a shift's count is.
enum ShiftCount { case slot, immediate }

/// dst, a, count.
@inline(__always)
func vectorShift<V: SIMD & BitwiseCopyable>(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ from: ShiftCount, _ apply: (V, UInt32) -> V
) -> Int32 {
    let word = pc[1]
    let count = from == .slot ? UInt32(slot: fp[word.field2]) : UInt32(truncatingIfNeeded: word.field2)
    writeVector(fp, word.field0, apply(readVector(fp, word.field1), count))
    return next(pc + 2, fp, memory, context, a, f)
}

/// dst, a: an i32 from a vector.
@inline(__always)
func vectorTest<V: SIMD & BitwiseCopyable>(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ apply: (V) -> UInt32
) -> Int32 {
    let word = pc[1]
    fp[word.field0] = apply(readVector(fp, word.field1)).slot
    return next(pc + 2, fp, memory, context, a, f)
}

/// dst, a: a vector from a scalar.
@inline(__always)
func vectorSplat<T: SlotValue, V: SIMD & BitwiseCopyable>(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ apply: (T) -> V
) -> Int32 {
    let word = pc[1]
    writeVector(fp, word.field0, apply(T(slot: fp[word.field1])))
    return next(pc + 2, fp, memory, context, a, f)
}

/// dst, a, lane: read from the frame, where the lanes lie in memory order.
@inline(__always)
func vectorExtract<T: FixedWidthInteger & BitwiseCopyable, R: SlotValue & FixedWidthInteger>(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ type: T.Type, _ result: R.Type
) -> Int32 {
    let word = pc[1]
    let lane = UnsafeRawPointer(fp + word.field1).load(
        fromByteOffset: word.field2 &* MemoryLayout<T>.size, as: T.self)
    fp[word.field0] = R(truncatingIfNeeded: lane).slot
    return next(pc + 2, fp, memory, context, a, f)
}

/// dst, a, value, lane.
@inline(__always)
func vectorReplace<T: FixedWidthInteger, V: SIMD & BitwiseCopyable>(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ type: T.Type, _ replace: (V, Int, T) -> V
) -> Int32 {
    let word = pc[1]
    let value = T(truncatingIfNeeded: fp[word.field2])
    writeVector(fp, word.field0, replace(readVector(fp, word.field1), word.field3, value))
    return next(pc + 2, fp, memory, context, a, f)
}

// MARK: Memory

/// dst, address, offset: a whole vector.
@inline(__always)
func vectorLoad(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double
) -> Int32 {
    let word = pc[1]
    return vectorLoad(pc, fp, memory, context, a, f, UInt64(UInt32(slot: fp[word.field1])) &+ word.high32)
}

/// The same at an address.
@inline(__always)
private func vectorLoad(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ address: UInt64
) -> Int32 {
    if _slowPath(address &+ 16 > context.pointee.memorySize) {
        return memoryOutOfBounds(pc, fp, memory, context, a, f)
    }
    cv_write(fp + pc[1].field0, cv_read(memory + Int(truncatingIfNeeded: address)))
    return next(pc + 2, fp, memory, context, a, f)
}

/// dst, address, offset: a vector from less than 128 bits.
@inline(__always)
func vectorLoad<T: FixedWidthInteger & BitwiseCopyable, V: SIMD & BitwiseCopyable>(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ apply: (T) -> V
) -> Int32 {
    let word = pc[1]
    let address = UInt64(UInt32(slot: fp[word.field1])) &+ word.high32
    if _slowPath(address &+ UInt64(MemoryLayout<T>.size) > context.pointee.memorySize) {
        return memoryOutOfBounds(pc, fp, memory, context, a, f)
    }
    let value = memory.loadUnaligned(fromByteOffset: Int(truncatingIfNeeded: address), as: T.self)
    writeVector(fp, word.field0, apply(value))
    return next(pc + 2, fp, memory, context, a, f)
}

/// dst, address, vector, lane; offset.
@inline(__always)
func vectorLoadLane<T: FixedWidthInteger & BitwiseCopyable, V: SIMD & BitwiseCopyable>(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ type: T.Type, _ replace: (V, Int, T) -> V
) -> Int32 {
    let word = pc[1]
    let address = UInt64(UInt32(slot: fp[word.field1])) &+ pc[2]
    if _slowPath(address &+ UInt64(MemoryLayout<T>.size) > context.pointee.memorySize) {
        return memoryOutOfBounds(pc, fp, memory, context, a, f)
    }
    let value = memory.loadUnaligned(fromByteOffset: Int(truncatingIfNeeded: address), as: T.self)
    writeVector(fp, word.field0, replace(readVector(fp, word.field2), word.field3, value))
    return next(pc + 3, fp, memory, context, a, f)
}

/// address, vector, offset.
@inline(__always)
func vectorStore(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double
) -> Int32 {
    let word = pc[1]
    let address = UInt64(UInt32(slot: fp[word.field0])) &+ word.high32
    if _slowPath(address &+ 16 > context.pointee.memorySize) {
        return memoryOutOfBounds(pc, fp, memory, context, a, f)
    }
    cv_write(memory + Int(truncatingIfNeeded: address), cv_read(fp + word.field1))
    return next(pc + 2, fp, memory, context, a, f)
}

/// address, vector, lane; offset.
@inline(__always)
func vectorStoreLane<T: FixedWidthInteger & BitwiseCopyable>(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ type: T.Type
) -> Int32 {
    let word = pc[1]
    let address = UInt64(UInt32(slot: fp[word.field0])) &+ pc[2]
    if _slowPath(address &+ UInt64(MemoryLayout<T>.size) > context.pointee.memorySize) {
        return memoryOutOfBounds(pc, fp, memory, context, a, f)
    }
    let lane = UnsafeRawPointer(fp + word.field1).load(
        fromByteOffset: word.field2 &* MemoryLayout<T>.size, as: T.self)
    memory.storeBytes(of: lane, toByteOffset: Int(truncatingIfNeeded: address), as: T.self)
    return next(pc + 3, fp, memory, context, a, f)
}

// MARK: Moves

enum VectorHandlers {
    /// dst, a.
    static var copy: Handler { { vectorUnary($0, $1, $2, $3, $4, $5) { (x: U64x2) in x } } }

    /// dst; the value is the next two words.
    static var constant: Handler {
        { pc, fp, memory, context, a, f in
            writeVector(fp, pc[1].field0, cv_read(pc + 2))
            return next(pc + 4, fp, memory, context, a, f)
        }
    }

    /// dst, base, addend.
    static var loadSum: Handler {
        { pc, fp, memory, context, a, f in
            let word = pc[1]
            let address = UInt32(slot: fp[word.field1]) &+ UInt32(truncatingIfNeeded: word.high32)
            return vectorLoad(pc, fp, memory, context, a, f, UInt64(address))
        }
    }

    /// dst, a, count, count to the right.
    static var rotate: Handler {
        { pc, fp, memory, context, a, f in
            let word = pc[1]
            writeVector(fp, word.field0, rotateLanes(readVector(fp, word.field1), word.field2, word.field3))
            return next(pc + 2, fp, memory, context, a, f)
        }
    }

    /// dst, a, b, other dst; the next word has the two counts.
    static var xorRotate: Handler {
        { pc, fp, memory, context, a, f in
            let word = pc[1]
            let x: U32x4 = readVector(fp, word.field1) ^ readVector(fp, word.field2)
            writeVector(fp, word.field3, x)
            writeVector(fp, word.field0, rotateLanes(x, pc[2].field0, pc[2].field1))
            return next(pc + 3, fp, memory, context, a, f)
        }
    }

    /// dst, other dst, sum dst, c; the next word has a, b and the two counts.
    static var addXorRotate: Handler {
        { pc, fp, memory, context, a, f in
            let word = pc[1], more = pc[2]
            let sum: U32x4 = readVector(fp, more.field0) &+ readVector(fp, more.field1)
            let x: U32x4 = sum ^ readVector(fp, word.field3)
            writeVector(fp, word.field2, sum)
            writeVector(fp, word.field1, x)
            writeVector(fp, word.field0, rotateLanes(x, more.field2, more.field3))
            return next(pc + 3, fp, memory, context, a, f)
        }
    }

    /// dst, a, b; the indices are the next two words.
    static var shuffle: Handler { { shuffled($0, $1, $2, $3, $4, $5, Shuffle.shuffle) } }
    static var shuffleSlowly: Handler { { shuffled($0, $1, $2, $3, $4, $5, Shuffle.shuffleSlowly) } }

    /// dst, a, indices.
    static var swizzle: Handler { { vectorBinary($0, $1, $2, $3, $4, $5, Shuffle.swizzle) } }
    static var swizzleSlowly: Handler { { vectorBinary($0, $1, $2, $3, $4, $5, Shuffle.swizzleSlowly) } }

    /// dst, condition, x, y: x unless the condition is zero.
    static var select: Handler {
        { pc, fp, memory, context, a, f in
            let word = pc[1]
            let source = UInt32(slot: fp[word.field1]) != 0 ? word.field2 : word.field3
            writeVector(fp, word.field0, readVector(fp, source, as: U64x2.self))
            return next(pc + 2, fp, memory, context, a, f)
        }
    }

    /// dst; the position in the high half.
    static var globalGet: Handler {
        { pc, fp, memory, context, a, f in
            let word = pc[1]
            let value: U64x2 = readVector(context.pointee.globals, Int(truncatingIfNeeded: word.high32))
            writeVector(fp, word.field0, value)
            return next(pc + 2, fp, memory, context, a, f)
        }
    }

    /// a; the position in the high half.
    static var globalSet: Handler {
        { pc, fp, memory, context, a, f in
            let word = pc[1]
            let value: U64x2 = readVector(fp, word.field0)
            writeVector(context.pointee.globals, Int(truncatingIfNeeded: word.high32), value)
            return next(pc + 2, fp, memory, context, a, f)
        }
    }

    /// dst; the index of an imported global in the high half.
    static var importedGlobalGet: Handler {
        { pc, fp, memory, context, a, f in
            let word = pc[1]
            let value: U64x2 = readVector(context.pointee.importedGlobals[Int(truncatingIfNeeded: word.high32)], 0)
            writeVector(fp, word.field0, value)
            return next(pc + 2, fp, memory, context, a, f)
        }
    }

    /// a; the index of an imported global in the high half.
    static var importedGlobalSet: Handler {
        { pc, fp, memory, context, a, f in
            let word = pc[1]
            let value: U64x2 = readVector(fp, word.field0)
            writeVector(context.pointee.importedGlobals[Int(truncatingIfNeeded: word.high32)], 0, value)
            return next(pc + 2, fp, memory, context, a, f)
        }
    }
}

@inline(__always)
private func shuffled(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ shuffle: (U8x16, U8x16, U8x16) -> U8x16
) -> Int32 {
    let word = pc[1]
    let indices: U8x16 = lanes(cv_read(pc + 2))
    writeVector(fp, word.field0, shuffle(readVector(fp, word.field1), readVector(fp, word.field2), indices))
    return next(pc + 4, fp, memory, context, a, f)
}

extension VectorOperation {
    /// The code that does it.
    var handler: Handler? {
        switch self {
        case .instruction(.i8x16Swizzle), .instruction(.i8x16RelaxedSwizzle):
            Shuffle.isFast ? VectorHandlers.swizzle : VectorHandlers.swizzleSlowly
        case .instruction(let opcode): VectorHandlers.handler(opcode)
        case .shiftImmediate(let opcode): VectorHandlers.shiftImmediate(opcode)
        case .loadSum: VectorHandlers.loadSum
        case .rotate: VectorHandlers.rotate
        case .xorRotate: VectorHandlers.xorRotate
        case .addXorRotate: VectorHandlers.addXorRotate
        case .shuffle: Shuffle.isFast ? VectorHandlers.shuffle : VectorHandlers.shuffleSlowly
        case .constant: VectorHandlers.constant
        case .copy: VectorHandlers.copy
        case .select: VectorHandlers.select
        case .globalGet: VectorHandlers.globalGet
        case .globalSet: VectorHandlers.globalSet
        case .importedGlobalGet: VectorHandlers.importedGlobalGet
        case .importedGlobalSet: VectorHandlers.importedGlobalSet
        }
    }
}

extension VectorHandlers {
    /// The code of an instruction that has a line in one of the lists.
    static func handler(_ opcode: Opcode) -> Handler? {
        let lists = [
            load, laneOrStore, integerArithmetic, bitwise, shift, integerWidth, integerComparison, floatArithmetic,
            floatComparison, conversion, splat, extract, replace, test,
        ]
        for list in lists {
            if let handler = list(opcode) { return handler }
        }
        return nil
    }
}
