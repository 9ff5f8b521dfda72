// SPDX-License-Identifier: Apache-2.0

// Loads and stores: every access is checked against the size, in 64 bits, before it is made. The path of a failed check
// is a jump. The instructions themselves are lists in Handlers+Load.swift and Handlers+Store.swift.

/// Reads a `T` at `address`.
@inline(__always)
func load<T: FixedWidthInteger & BitwiseCopyable, R: SlotValue & FixedWidthInteger>(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ address: UInt64, _ to: Place, _ type: T.Type, _ result: R.Type
) -> Int32 {
    if _slowPath(address &+ UInt64(MemoryLayout<T>.size) > context.pointee.memorySize) {
        return memoryOutOfBounds(pc, fp, memory, context, a, f)
    }
    let value = memory.loadUnaligned(fromByteOffset: Int(truncatingIfNeeded: address), as: T.self)
    return finish(pc + 2, fp, memory, context, a, f, to, pc[1], R(truncatingIfNeeded: T(littleEndian: value)))
}

/// Reads an f64 at `address` into its accumulator.
@inline(__always)
func loadFloating(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ address: UInt64
) -> Int32 {
    if _slowPath(address &+ 8 > context.pointee.memorySize) {
        return memoryOutOfBounds(pc, fp, memory, context, a, f)
    }
    let value = memory.loadUnaligned(fromByteOffset: Int(truncatingIfNeeded: address), as: Double.self)
    return next(pc + 2, fp, memory, context, a, value)
}

/// Writes a value at `address`.
@inline(__always)
func store<T: BitwiseCopyable>(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ address: UInt64, _ value: T
) -> Int32 {
    if _slowPath(address &+ UInt64(MemoryLayout<T>.size) > context.pointee.memorySize) {
        return memoryOutOfBounds(pc, fp, memory, context, a, f)
    }
    memory.storeBytes(of: value, toByteOffset: Int(truncatingIfNeeded: address), as: T.self)
    return next(pc + 2, fp, memory, context, a, f)
}

// MARK: Addresses

/// A slot, or the accumulator, and the offset in the high half: the sum has 33 bits.
@inline(__always)
private func address(_ place: Place, _ slot: Int, _ fp: FramePointer, _ a: UInt64, offset: UInt64) -> UInt64 {
    UInt64(UInt32(slot: place == .slot ? fp[slot] : a)) &+ offset
}

/// base + (index << shift), which wraps at 32 bits, and an offset of 16 bits, which does not.
@inline(__always)
private func indexedAddress(_ base: Int, _ shift: UInt32, _ fp: FramePointer, _ word: UInt64) -> UInt64 {
    UInt64(UInt32(slot: fp[base]) &+ (UInt32(slot: fp[word.field2]) &<< shift)) &+ UInt64(word.field3)
}

/// base + addend, which wraps at 32 bits.
@inline(__always)
private func sumAddress(_ base: Int, _ fp: FramePointer, _ word: UInt64) -> UInt64 {
    UInt64(UInt32(slot: fp[base]) &+ UInt32(truncatingIfNeeded: word.high32))
}

// MARK: Loads

/// dst, address, offset.
@inline(__always)
func loadOffset<T: FixedWidthInteger & BitwiseCopyable, R: SlotValue & FixedWidthInteger>(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ from: Place, _ to: Place, _ type: T.Type, _ result: R.Type
) -> Int32 {
    let word = pc[1]
    let address = address(from, word.field1, fp, a, offset: word.high32)
    return load(pc, fp, memory, context, a, f, address, to, type, result)
}

/// dst, base, addend.
@inline(__always)
func loadSum<T: FixedWidthInteger & BitwiseCopyable, R: SlotValue & FixedWidthInteger>(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ to: Place, _ type: T.Type, _ result: R.Type
) -> Int32 {
    let word = pc[1]
    return load(pc, fp, memory, context, a, f, sumAddress(word.field1, fp, word), to, type, result)
}

/// dst, base, index, offset.
@inline(__always)
func loadIndexed<T: FixedWidthInteger & BitwiseCopyable, R: SlotValue & FixedWidthInteger>(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ shift: UInt32, _ to: Place, _ type: T.Type, _ result: R.Type
) -> Int32 {
    let word = pc[1]
    return load(pc, fp, memory, context, a, f, indexedAddress(word.field1, shift, fp, word), to, type, result)
}

/// dst, -, address.
@inline(__always)
func loadAbsolute<T: FixedWidthInteger & BitwiseCopyable, R: SlotValue & FixedWidthInteger>(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ to: Place, _ type: T.Type, _ result: R.Type
) -> Int32 {
    load(pc, fp, memory, context, a, f, pc[1].high32, to, type, result)
}

// MARK: Stores

/// address, value, offset.
@inline(__always)
func storeOffset<T: FixedWidthInteger & BitwiseCopyable>(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ to: Place, _ from: Place, _ type: T.Type
) -> Int32 {
    let word = pc[1]
    let value = T(truncatingIfNeeded: from == .slot ? fp[word.field1] : a)
    let address = address(to, word.field0, fp, a, offset: word.high32)
    return store(pc, fp, memory, context, a, f, address, value.littleEndian)
}

/// address, offset, value, sign-extended.
@inline(__always)
func storeImmediate<T: FixedWidthInteger & BitwiseCopyable>(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ to: Place, _ type: T.Type
) -> Int32 {
    let word = pc[1]
    let value = T(truncatingIfNeeded: UInt64(immediate: word))
    let address = address(to, word.field0, fp, a, offset: UInt64(word.field1))
    return store(pc, fp, memory, context, a, f, address, value.littleEndian)
}

/// base, value, addend.
@inline(__always)
func storeSum<T: FixedWidthInteger & BitwiseCopyable>(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ from: Place, _ type: T.Type
) -> Int32 {
    let word = pc[1]
    let value = T(truncatingIfNeeded: from == .slot ? fp[word.field1] : a)
    return store(pc, fp, memory, context, a, f, sumAddress(word.field0, fp, word), value.littleEndian)
}

/// base, value, index, offset.
@inline(__always)
func storeIndexed<T: FixedWidthInteger & BitwiseCopyable>(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ shift: UInt32, _ from: Place, _ type: T.Type
) -> Int32 {
    let word = pc[1]
    let value = T(truncatingIfNeeded: from == .slot ? fp[word.field1] : a)
    return store(pc, fp, memory, context, a, f, indexedAddress(word.field0, shift, fp, word), value.littleEndian)
}

/// -, value, address.
@inline(__always)
func storeAbsolute<T: FixedWidthInteger & BitwiseCopyable>(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ from: Place, _ type: T.Type
) -> Int32 {
    let word = pc[1]
    let value = T(truncatingIfNeeded: from == .slot ? fp[word.field1] : a)
    return store(pc, fp, memory, context, a, f, word.high32, value.littleEndian)
}

// MARK: f64 by its accumulator

extension Handlers {
    /// accumulator, address, offset.
    static var loadFloatingOffset: Handler {
        { pc, fp, memory, context, a, f in
            let word = pc[1]
            let address = address(.slot, word.field1, fp, a, offset: word.high32)
            return loadFloating(pc, fp, memory, context, a, f, address)
        }
    }

    /// accumulator, base, addend.
    static var loadFloatingSum: Handler {
        { pc, fp, memory, context, a, f in
            let word = pc[1]
            return loadFloating(pc, fp, memory, context, a, f, sumAddress(word.field1, fp, word))
        }
    }

    /// accumulator, base, index times 8, offset.
    static var loadFloatingIndexed: Handler {
        { pc, fp, memory, context, a, f in
            let word = pc[1]
            return loadFloating(pc, fp, memory, context, a, f, indexedAddress(word.field1, 3, fp, word))
        }
    }

    /// accumulator, -, address.
    static var loadFloatingAbsolute: Handler {
        { pc, fp, memory, context, a, f in loadFloating(pc, fp, memory, context, a, f, pc[1].high32) }
    }

    /// address, accumulator, offset.
    static var storeFloatingOffset: Handler {
        { pc, fp, memory, context, a, f in
            let word = pc[1]
            return store(
                pc, fp, memory, context, a, f, address(.slot, word.field0, fp, a, offset: word.high32), f)
        }
    }

    /// base, accumulator, addend.
    static var storeFloatingSum: Handler {
        { pc, fp, memory, context, a, f in
            let word = pc[1]
            return store(pc, fp, memory, context, a, f, sumAddress(word.field0, fp, word), f)
        }
    }

    /// base, accumulator, index times 8, offset.
    static var storeFloatingIndexed: Handler {
        { pc, fp, memory, context, a, f in
            let word = pc[1]
            return store(pc, fp, memory, context, a, f, indexedAddress(word.field0, 3, fp, word), f)
        }
    }

    /// -, accumulator, address.
    static var storeFloatingAbsolute: Handler {
        { pc, fp, memory, context, a, f in store(pc, fp, memory, context, a, f, pc[1].high32, f) }
    }
}
