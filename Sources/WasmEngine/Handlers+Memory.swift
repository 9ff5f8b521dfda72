// SPDX-License-Identifier: Apache-2.0

// Loads and stores: every access is checked against the size, in 64 bits, before it is made. The path of a failed check
// is a jump. The lists at the end have a line an instruction and form.

/// Reads a `T` at `address` into a slot.
@inline(__always)
func load<T: FixedWidthInteger & BitwiseCopyable, R: SlotValue & FixedWidthInteger>(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer, _ address: UInt64, _ type: T.Type, _ result: R.Type
) -> Int32 {
    if _slowPath(address &+ UInt64(MemoryLayout<T>.size) > context.pointee.memorySize) {
        return memoryOutOfBounds(pc, fp, memory, context)
    }
    let value = memory.loadUnaligned(fromByteOffset: Int(truncatingIfNeeded: address), as: T.self)
    fp[pc[1].field0] = R(truncatingIfNeeded: T(littleEndian: value)).slot
    return next(pc + 2, fp, memory, context)
}

/// dst, address slot; offset in the high half.
@inline(__always)
func loadOffset<T: FixedWidthInteger & BitwiseCopyable, R: SlotValue & FixedWidthInteger>(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer, _ type: T.Type, _ result: R.Type
) -> Int32 {
    let word = pc[1]
    let address = UInt64(UInt32(slot: fp[word.field1])) &+ word.high32
    return load(pc, fp, memory, context, address, type, result)
}

/// dst, base slot, index slot, offset: base + (index << shift), which wraps at 32 bits, and the offset, which does not.
@inline(__always)
func loadIndexed<T: FixedWidthInteger & BitwiseCopyable, R: SlotValue & FixedWidthInteger>(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer, _ shift: UInt32, _ type: T.Type, _ result: R.Type
) -> Int32 {
    let word = pc[1]
    let sum = UInt32(slot: fp[word.field1]) &+ (UInt32(slot: fp[word.field2]) &<< shift)
    return load(
        pc, fp, memory, context, UInt64(sum) &+ UInt64(word.field3), type, result)
}

/// dst; the address in the high half.
@inline(__always)
func loadAbsolute<T: FixedWidthInteger & BitwiseCopyable, R: SlotValue & FixedWidthInteger>(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer, _ type: T.Type, _ result: R.Type
) -> Int32 {
    load(pc, fp, memory, context, pc[1].high32, type, result)
}

/// Writes a value at `address`.
@inline(__always)
func store<T: FixedWidthInteger & BitwiseCopyable>(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer, _ address: UInt64, _ value: T
) -> Int32 {
    if _slowPath(address &+ UInt64(MemoryLayout<T>.size) > context.pointee.memorySize) {
        return memoryOutOfBounds(pc, fp, memory, context)
    }
    memory.storeBytes(of: value.littleEndian, toByteOffset: Int(truncatingIfNeeded: address), as: T.self)
    return next(pc + 2, fp, memory, context)
}

/// address slot, value slot; offset in the high half.
@inline(__always)
func storeOffset<T: FixedWidthInteger & BitwiseCopyable>(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer, _ type: T.Type
) -> Int32 {
    let word = pc[1]
    let address = UInt64(UInt32(slot: fp[word.field0])) &+ word.high32
    return store(pc, fp, memory, context, address, T(truncatingIfNeeded: fp[word.field1]))
}

/// base slot, value slot, index slot, offset: as `loadIndexed`.
@inline(__always)
func storeIndexed<T: FixedWidthInteger & BitwiseCopyable>(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer, _ shift: UInt32, _ type: T.Type
) -> Int32 {
    let word = pc[1]
    let sum = UInt32(slot: fp[word.field0]) &+ (UInt32(slot: fp[word.field2]) &<< shift)
    return store(
        pc, fp, memory, context, UInt64(sum) &+ UInt64(word.field3),
        T(truncatingIfNeeded: fp[word.field1]))
}

/// address slot, offset; the value, sign-extended, in the high half.
@inline(__always)
func storeImmediate<T: FixedWidthInteger & BitwiseCopyable>(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer, _ type: T.Type
) -> Int32 {
    let word = pc[1]
    let address = UInt64(UInt32(slot: fp[word.field0])) &+ UInt64(word.field1)
    return store(pc, fp, memory, context, address, T(truncatingIfNeeded: UInt64(immediate: word)))
}

/// value slot in the second field; the address in the high half.
@inline(__always)
func storeAbsolute<T: FixedWidthInteger & BitwiseCopyable>(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer, _ type: T.Type
) -> Int32 {
    let word = pc[1]
    return store(
        pc, fp, memory, context, word.high32, T(truncatingIfNeeded: fp[word.field1]))
}

extension LoadOperation {
    /// dst, address slot, offset.
    var offset: Handler {
        switch self {
        case .unsigned8: { loadOffset($0, $1, $2, $3, UInt8.self, UInt64.self) }
        case .signed8To32: { loadOffset($0, $1, $2, $3, Int8.self, Int32.self) }
        case .signed8To64: { loadOffset($0, $1, $2, $3, Int8.self, Int64.self) }
        case .unsigned16: { loadOffset($0, $1, $2, $3, UInt16.self, UInt64.self) }
        case .signed16To32: { loadOffset($0, $1, $2, $3, Int16.self, Int32.self) }
        case .signed16To64: { loadOffset($0, $1, $2, $3, Int16.self, Int64.self) }
        case .unsigned32: { loadOffset($0, $1, $2, $3, UInt32.self, UInt64.self) }
        case .signed32To64: { loadOffset($0, $1, $2, $3, Int32.self, Int64.self) }
        case .full64: { loadOffset($0, $1, $2, $3, UInt64.self, UInt64.self) }
        }
    }

    /// dst, address.
    var absolute: Handler {
        switch self {
        case .unsigned8: { loadAbsolute($0, $1, $2, $3, UInt8.self, UInt64.self) }
        case .signed8To32: { loadAbsolute($0, $1, $2, $3, Int8.self, Int32.self) }
        case .signed8To64: { loadAbsolute($0, $1, $2, $3, Int8.self, Int64.self) }
        case .unsigned16: { loadAbsolute($0, $1, $2, $3, UInt16.self, UInt64.self) }
        case .signed16To32: { loadAbsolute($0, $1, $2, $3, Int16.self, Int32.self) }
        case .signed16To64: { loadAbsolute($0, $1, $2, $3, Int16.self, Int64.self) }
        case .unsigned32: { loadAbsolute($0, $1, $2, $3, UInt32.self, UInt64.self) }
        case .signed32To64: { loadAbsolute($0, $1, $2, $3, Int32.self, Int64.self) }
        case .full64: { loadAbsolute($0, $1, $2, $3, UInt64.self, UInt64.self) }
        }
    }

    /// dst, base slot, index slot times 1, offset.
    var indexed1: Handler {
        switch self {
        case .unsigned8: { loadIndexed($0, $1, $2, $3, 0, UInt8.self, UInt64.self) }
        case .signed8To32: { loadIndexed($0, $1, $2, $3, 0, Int8.self, Int32.self) }
        case .signed8To64: { loadIndexed($0, $1, $2, $3, 0, Int8.self, Int64.self) }
        case .unsigned16: { loadIndexed($0, $1, $2, $3, 0, UInt16.self, UInt64.self) }
        case .signed16To32: { loadIndexed($0, $1, $2, $3, 0, Int16.self, Int32.self) }
        case .signed16To64: { loadIndexed($0, $1, $2, $3, 0, Int16.self, Int64.self) }
        case .unsigned32: { loadIndexed($0, $1, $2, $3, 0, UInt32.self, UInt64.self) }
        case .signed32To64: { loadIndexed($0, $1, $2, $3, 0, Int32.self, Int64.self) }
        case .full64: { loadIndexed($0, $1, $2, $3, 0, UInt64.self, UInt64.self) }
        }
    }

    /// dst, base slot, index slot times 2, offset.
    var indexed2: Handler {
        switch self {
        case .unsigned8: { loadIndexed($0, $1, $2, $3, 1, UInt8.self, UInt64.self) }
        case .signed8To32: { loadIndexed($0, $1, $2, $3, 1, Int8.self, Int32.self) }
        case .signed8To64: { loadIndexed($0, $1, $2, $3, 1, Int8.self, Int64.self) }
        case .unsigned16: { loadIndexed($0, $1, $2, $3, 1, UInt16.self, UInt64.self) }
        case .signed16To32: { loadIndexed($0, $1, $2, $3, 1, Int16.self, Int32.self) }
        case .signed16To64: { loadIndexed($0, $1, $2, $3, 1, Int16.self, Int64.self) }
        case .unsigned32: { loadIndexed($0, $1, $2, $3, 1, UInt32.self, UInt64.self) }
        case .signed32To64: { loadIndexed($0, $1, $2, $3, 1, Int32.self, Int64.self) }
        case .full64: { loadIndexed($0, $1, $2, $3, 1, UInt64.self, UInt64.self) }
        }
    }

    /// dst, base slot, index slot times 4, offset.
    var indexed4: Handler {
        switch self {
        case .unsigned8: { loadIndexed($0, $1, $2, $3, 2, UInt8.self, UInt64.self) }
        case .signed8To32: { loadIndexed($0, $1, $2, $3, 2, Int8.self, Int32.self) }
        case .signed8To64: { loadIndexed($0, $1, $2, $3, 2, Int8.self, Int64.self) }
        case .unsigned16: { loadIndexed($0, $1, $2, $3, 2, UInt16.self, UInt64.self) }
        case .signed16To32: { loadIndexed($0, $1, $2, $3, 2, Int16.self, Int32.self) }
        case .signed16To64: { loadIndexed($0, $1, $2, $3, 2, Int16.self, Int64.self) }
        case .unsigned32: { loadIndexed($0, $1, $2, $3, 2, UInt32.self, UInt64.self) }
        case .signed32To64: { loadIndexed($0, $1, $2, $3, 2, Int32.self, Int64.self) }
        case .full64: { loadIndexed($0, $1, $2, $3, 2, UInt64.self, UInt64.self) }
        }
    }

    /// dst, base slot, index slot times 8, offset.
    var indexed8: Handler {
        switch self {
        case .unsigned8: { loadIndexed($0, $1, $2, $3, 3, UInt8.self, UInt64.self) }
        case .signed8To32: { loadIndexed($0, $1, $2, $3, 3, Int8.self, Int32.self) }
        case .signed8To64: { loadIndexed($0, $1, $2, $3, 3, Int8.self, Int64.self) }
        case .unsigned16: { loadIndexed($0, $1, $2, $3, 3, UInt16.self, UInt64.self) }
        case .signed16To32: { loadIndexed($0, $1, $2, $3, 3, Int16.self, Int32.self) }
        case .signed16To64: { loadIndexed($0, $1, $2, $3, 3, Int16.self, Int64.self) }
        case .unsigned32: { loadIndexed($0, $1, $2, $3, 3, UInt32.self, UInt64.self) }
        case .signed32To64: { loadIndexed($0, $1, $2, $3, 3, Int32.self, Int64.self) }
        case .full64: { loadIndexed($0, $1, $2, $3, 3, UInt64.self, UInt64.self) }
        }
    }
}

extension StoreOperation {
    /// address slot, value slot, offset.
    var offset: Handler {
        switch self {
        case .low8: { storeOffset($0, $1, $2, $3, UInt8.self) }
        case .low16: { storeOffset($0, $1, $2, $3, UInt16.self) }
        case .low32: { storeOffset($0, $1, $2, $3, UInt32.self) }
        case .full64: { storeOffset($0, $1, $2, $3, UInt64.self) }
        }
    }

    /// address slot, offset, value.
    var immediate: Handler {
        switch self {
        case .low8: { storeImmediate($0, $1, $2, $3, UInt8.self) }
        case .low16: { storeImmediate($0, $1, $2, $3, UInt16.self) }
        case .low32: { storeImmediate($0, $1, $2, $3, UInt32.self) }
        case .full64: { storeImmediate($0, $1, $2, $3, UInt64.self) }
        }
    }

    /// value slot, address.
    var absolute: Handler {
        switch self {
        case .low8: { storeAbsolute($0, $1, $2, $3, UInt8.self) }
        case .low16: { storeAbsolute($0, $1, $2, $3, UInt16.self) }
        case .low32: { storeAbsolute($0, $1, $2, $3, UInt32.self) }
        case .full64: { storeAbsolute($0, $1, $2, $3, UInt64.self) }
        }
    }

    /// base slot, value slot, index slot times 1, offset.
    var indexed1: Handler {
        switch self {
        case .low8: { storeIndexed($0, $1, $2, $3, 0, UInt8.self) }
        case .low16: { storeIndexed($0, $1, $2, $3, 0, UInt16.self) }
        case .low32: { storeIndexed($0, $1, $2, $3, 0, UInt32.self) }
        case .full64: { storeIndexed($0, $1, $2, $3, 0, UInt64.self) }
        }
    }

    /// base slot, value slot, index slot times 2, offset.
    var indexed2: Handler {
        switch self {
        case .low8: { storeIndexed($0, $1, $2, $3, 1, UInt8.self) }
        case .low16: { storeIndexed($0, $1, $2, $3, 1, UInt16.self) }
        case .low32: { storeIndexed($0, $1, $2, $3, 1, UInt32.self) }
        case .full64: { storeIndexed($0, $1, $2, $3, 1, UInt64.self) }
        }
    }

    /// base slot, value slot, index slot times 4, offset.
    var indexed4: Handler {
        switch self {
        case .low8: { storeIndexed($0, $1, $2, $3, 2, UInt8.self) }
        case .low16: { storeIndexed($0, $1, $2, $3, 2, UInt16.self) }
        case .low32: { storeIndexed($0, $1, $2, $3, 2, UInt32.self) }
        case .full64: { storeIndexed($0, $1, $2, $3, 2, UInt64.self) }
        }
    }

    /// base slot, value slot, index slot times 8, offset.
    var indexed8: Handler {
        switch self {
        case .low8: { storeIndexed($0, $1, $2, $3, 3, UInt8.self) }
        case .low16: { storeIndexed($0, $1, $2, $3, 3, UInt16.self) }
        case .low32: { storeIndexed($0, $1, $2, $3, 3, UInt32.self) }
        case .full64: { storeIndexed($0, $1, $2, $3, 3, UInt64.self) }
        }
    }
}
