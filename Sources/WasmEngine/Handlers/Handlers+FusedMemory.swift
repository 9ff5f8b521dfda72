// SPDX-License-Identifier: Apache-2.0

// Loads and stores with what is done before or behind them, in one handler. What they do is said in Fusion.swift. A
// failed check may have the step made again, so nothing that a check depends on is changed before it.

@inline(__always)
private func loadAndBranch<T: FixedWidthInteger & BitwiseCopyable>(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ address: UInt64, _ type: T.Type, isImmediate: Bool, equal: Bool, backward: Bool
) -> Int32 {
    let word = pc[1]
    if _slowPath(address &+ UInt64(MemoryLayout<T>.size) > context.pointee.memorySize) {
        return memoryOutOfBounds(pc, fp, memory, context, 0, f)
    }
    let loaded = T(littleEndian: memory.loadUnaligned(fromByteOffset: Int(truncatingIfNeeded: address), as: T.self))
    let value = UInt32(truncatingIfNeeded: loaded)
    fp[word.field0] = value.slot
    let other = isImmediate ? small(word.field3) : UInt32(slot: fp[word.field3])
    return branch(pc, fp, memory, context, 0, f, backward: backward, when: (value == other) == equal)
}

/// dst, address, offset, immediate or b; target.
@inline(__always)
private func loadAndBranch<T: FixedWidthInteger & BitwiseCopyable>(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ type: T.Type, isImmediate: Bool, equal: Bool, backward: Bool = false
) -> Int32 {
    loadAndBranch(
        pc, fp, memory, context, a, f, offset16(fp, pc[1]), type, isImmediate: isImmediate, equal: equal,
        backward: backward)
}

/// A slot, and an offset of 16 bits.
@inline(__always)
private func offset16(_ fp: FramePointer, _ word: UInt64) -> UInt64 {
    UInt64(UInt32(slot: fp[word.field1])) &+ UInt64(word.field2)
}

/// A slot and an addend of 16 bits, whose sum wraps.
@inline(__always)
private func sum16(_ fp: FramePointer, _ word: UInt64) -> UInt64 {
    UInt64(UInt32(slot: fp[word.field1]) &+ small(word.field2))
}

@inline(__always)
private func loadAndAdvance(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, stepFirst: Bool, equal: Bool, backward: Bool
) -> Int32 {
    let word = pc[1]
    let pointer = UInt32(slot: fp[word.field1])
    let moved = pointer &+ UInt32(truncatingIfNeeded: Int8(truncatingIfNeeded: word.field2))
    let address = UInt64(stepFirst ? moved : pointer) &+ UInt64(word.field2 >> 8)
    if _slowPath(address >= context.pointee.memorySize) {
        return memoryOutOfBounds(pc, fp, memory, context, 0, f)
    }
    let value = UInt32(memory.load(fromByteOffset: Int(truncatingIfNeeded: address), as: UInt8.self))
    fp[word.field1] = moved.slot
    fp[word.field0] = value.slot
    return branch(
        pc, fp, memory, context, 0, f, backward: backward, when: (value == small(word.field3)) == equal)
}

/// dst, address, offset, b; or dst, base, addend, b.
@inline(__always)
private func combineLoaded<T: SlotValue>(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ address: UInt64, _ to: Place, _ type: T.Type, _ apply: (T, T) -> T
) -> Int32 {
    let word = pc[1]
    if _slowPath(address &+ UInt64(MemoryLayout<T>.size) > context.pointee.memorySize) {
        return memoryOutOfBounds(pc, fp, memory, context, a, f)
    }
    let loaded = memory.loadUnaligned(fromByteOffset: Int(truncatingIfNeeded: address), as: T.self)
    return finish(pc + 2, fp, memory, context, a, f, to, word, apply(T(slot: fp[word.field3]), loaded))
}

/// address, a, b, offset.
@inline(__always)
private func storeResult(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ left: Place, _ right: Place, _ apply: (Double, Double) -> Double
) -> Int32 {
    let word = pc[1]
    let x = left == .slot ? Double(slot: fp[word.field1]) : f
    let y = right == .slot ? Double(slot: fp[word.field2]) : f
    let address = UInt64(UInt32(slot: fp[word.field0])) &+ UInt64(word.field3)
    return store(pc, fp, memory, context, a, f, address, apply(x, y))
}

/// base, value, addend.
@inline(__always)
private func storeAtSum<T: FixedWidthInteger & BitwiseCopyable>(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ type: T.Type
) -> Int32 {
    let word = pc[1]
    let address = UInt64(UInt32(slot: fp[word.field0]) &+ UInt32(truncatingIfNeeded: word.high32))
    return store(pc, fp, memory, context, a, f, address, T(truncatingIfNeeded: small(word.field1)).littleEndian)
}

/// base, value, index, offset.
@inline(__always)
private func storeAtIndex<T: FixedWidthInteger & BitwiseCopyable>(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ type: T.Type
) -> Int32 {
    let word = pc[1]
    let sum = UInt32(slot: fp[word.field0]) &+ UInt32(slot: fp[word.field2])
    let address = UInt64(sum) &+ UInt64(word.field3)
    return store(pc, fp, memory, context, a, f, address, T(truncatingIfNeeded: small(word.field1)).littleEndian)
}

@inline(__always)
private func loadPair<T: FixedWidthInteger & BitwiseCopyable>(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ type: T.Type
) -> Int32 {
    let word = pc[1], offsets = pc[2]
    let first = UInt64(UInt32(slot: fp[word.field1])) &+ (offsets & 0xffff_ffff)
    if _slowPath(first &+ UInt64(MemoryLayout<T>.size) > context.pointee.memorySize) {
        return memoryOutOfBounds(pc, fp, memory, context, 0, f)
    }
    // The second address may be what the first load loaded.
    let value = memory.loadUnaligned(fromByteOffset: Int(truncatingIfNeeded: first), as: T.self)
    fp[word.field0] = UInt64(truncatingIfNeeded: T(littleEndian: value))
    let second = UInt64(UInt32(slot: fp[word.field3])) &+ offsets.high32
    if _slowPath(second &+ UInt64(MemoryLayout<T>.size) > context.pointee.memorySize) {
        return memoryOutOfBounds(pc, fp, memory, context, 0, f)
    }
    let other = memory.loadUnaligned(fromByteOffset: Int(truncatingIfNeeded: second), as: T.self)
    fp[word.field2] = UInt64(truncatingIfNeeded: T(littleEndian: other))
    return next(pc + 3, fp, memory, context, 0, f)
}

extension FusedOperation {
    /// The code of a load or a store.
    func memoryHandler(_ form: Form) -> Handler? {
        switch self {
        case .loadAndCombine(let operand): form.writes ? operand.toAccumulator : operand.slots
        case .loadSumAndCombine(let operand): form.writes ? operand.sumToAccumulator : operand.sum
        case .combineAndStore(.f64Add) where form.reads == .nothing:
            { storeResult($0, $1, $2, $3, $4, $5, .slot, .slot, +) }
        case .combineAndStore(.f64Add): { storeResult($0, $1, $2, $3, $4, $5, .accumulator, .slot, +) }
        case .combineAndStore(.f64Sub) where form.reads == .nothing:
            { storeResult($0, $1, $2, $3, $4, $5, .slot, .slot, -) }
        case .combineAndStore(.f64Sub) where form.reads == .first:
            { storeResult($0, $1, $2, $3, $4, $5, .accumulator, .slot, -) }
        case .combineAndStore(.f64Sub): { storeResult($0, $1, $2, $3, $4, $5, .slot, .accumulator, -) }
        default: form == Form() ? plainMemoryHandler : nil
        }
    }

    private var plainMemoryHandler: Handler? {
        switch self {
        case .loadAndTest(let load, let equal, let backward): load.test(equal, backward)
        case .loadAndCompare(let load, let equal, let backward): load.compare(equal, backward)
        case .loadSumAndTest(true):
            {
                loadAndBranch(
                    $0, $1, $2, $3, $4, $5, sum16($1, $0[1]), UInt8.self, isImmediate: true, equal: true,
                    backward: false)
            }
        case .loadSumAndTest(false):
            {
                loadAndBranch(
                    $0, $1, $2, $3, $4, $5, sum16($1, $0[1]), UInt8.self, isImmediate: true, equal: false,
                    backward: false)
            }
        case .loadAndStep(stepFirst: true, equal: true, backward: false):
            { loadAndAdvance($0, $1, $2, $3, $4, $5, stepFirst: true, equal: true, backward: false) }
        case .loadAndStep(stepFirst: true, equal: false, backward: true):
            { loadAndAdvance($0, $1, $2, $3, $4, $5, stepFirst: true, equal: false, backward: true) }
        case .loadAndStep(stepFirst: false, equal: true, backward: false):
            { loadAndAdvance($0, $1, $2, $3, $4, $5, stepFirst: false, equal: true, backward: false) }
        case .loadAndStep(stepFirst: false, equal: false, backward: true):
            { loadAndAdvance($0, $1, $2, $3, $4, $5, stepFirst: false, equal: false, backward: true) }
        case .loadAndStore: Handlers.loadAndStore
        case .loadTwo(.unsigned32): { loadPair($0, $1, $2, $3, $4, $5, UInt32.self) }
        case .loadTwo(.full64): { loadPair($0, $1, $2, $3, $4, $5, UInt64.self) }
        case .storeTwo: Handlers.storeTwo
        case .storeSumImmediate(.low8): { storeAtSum($0, $1, $2, $3, $4, $5, UInt8.self) }
        case .storeSumImmediate(.low32): { storeAtSum($0, $1, $2, $3, $4, $5, UInt32.self) }
        case .storeIndexedImmediate(.low8): { storeAtIndex($0, $1, $2, $3, $4, $5, UInt8.self) }
        case .storeIndexedImmediate(.low32): { storeAtIndex($0, $1, $2, $3, $4, $5, UInt32.self) }
        default: nil
        }
    }
}

extension Handlers {
    /// address, source address, offset, source offset.
    fileprivate static var loadAndStore: Handler {
        { pc, fp, memory, context, _, f in
            let word = pc[1]
            let source = UInt64(UInt32(slot: fp[word.field1])) &+ UInt64(word.field3)
            let destination = UInt64(UInt32(slot: fp[word.field0])) &+ UInt64(word.field2)
            if _slowPath(max(source, destination) &+ 4 > context.pointee.memorySize) {
                return memoryOutOfBounds(pc, fp, memory, context, 0, f)
            }
            let value = memory.loadUnaligned(fromByteOffset: Int(truncatingIfNeeded: source), as: UInt32.self)
            memory.storeBytes(of: value, toByteOffset: Int(truncatingIfNeeded: destination), as: UInt32.self)
            return next(pc + 2, fp, memory, context, 0, f)
        }
    }

    /// address, value, address, value; offsets.
    fileprivate static var storeTwo: Handler {
        { pc, fp, memory, context, _, f in
            let word = pc[1], offsets = pc[2]
            let first = UInt64(UInt32(slot: fp[word.field0])) &+ (offsets & 0xffff_ffff)
            if _slowPath(first &+ 4 > context.pointee.memorySize) {
                return memoryOutOfBounds(pc, fp, memory, context, 0, f)
            }
            let value = UInt32(slot: fp[word.field1]).littleEndian
            memory.storeBytes(of: value, toByteOffset: Int(truncatingIfNeeded: first), as: UInt32.self)
            let second = UInt64(UInt32(slot: fp[word.field2])) &+ offsets.high32
            if _slowPath(second &+ 4 > context.pointee.memorySize) {
                return memoryOutOfBounds(pc, fp, memory, context, 0, f)
            }
            let other = UInt32(slot: fp[word.field3]).littleEndian
            memory.storeBytes(of: other, toByteOffset: Int(truncatingIfNeeded: second), as: UInt32.self)
            return next(pc + 3, fp, memory, context, 0, f)
        }
    }
}

extension LoadedOperand {
    /// dst, address, offset, b.
    fileprivate var slots: Handler {
        switch self {
        case .i32Add: { combineLoaded($0, $1, $2, $3, $4, $5, offset16($1, $0[1]), .slot, UInt32.self, &+) }
        case .f64Add: { combineLoaded($0, $1, $2, $3, $4, $5, offset16($1, $0[1]), .slot, Double.self, +) }
        case .f64Sub: { combineLoaded($0, $1, $2, $3, $4, $5, offset16($1, $0[1]), .slot, Double.self, -) }
        case .f64Mul: { combineLoaded($0, $1, $2, $3, $4, $5, offset16($1, $0[1]), .slot, Double.self, *) }
        }
    }

    /// accumulator, address, offset, b.
    fileprivate var toAccumulator: Handler {
        switch self {
        case .i32Add: { combineLoaded($0, $1, $2, $3, $4, $5, offset16($1, $0[1]), .accumulator, UInt32.self, &+) }
        case .f64Add: { combineLoaded($0, $1, $2, $3, $4, $5, offset16($1, $0[1]), .accumulator, Double.self, +) }
        case .f64Sub: { combineLoaded($0, $1, $2, $3, $4, $5, offset16($1, $0[1]), .accumulator, Double.self, -) }
        case .f64Mul: { combineLoaded($0, $1, $2, $3, $4, $5, offset16($1, $0[1]), .accumulator, Double.self, *) }
        }
    }

    /// dst, base, addend, b.
    fileprivate var sum: Handler {
        switch self {
        case .i32Add: { combineLoaded($0, $1, $2, $3, $4, $5, sum16($1, $0[1]), .slot, UInt32.self, &+) }
        case .f64Add: { combineLoaded($0, $1, $2, $3, $4, $5, sum16($1, $0[1]), .slot, Double.self, +) }
        case .f64Sub: { combineLoaded($0, $1, $2, $3, $4, $5, sum16($1, $0[1]), .slot, Double.self, -) }
        case .f64Mul: { combineLoaded($0, $1, $2, $3, $4, $5, sum16($1, $0[1]), .slot, Double.self, *) }
        }
    }

    /// accumulator, base, addend, b.
    fileprivate var sumToAccumulator: Handler {
        switch self {
        case .i32Add: { combineLoaded($0, $1, $2, $3, $4, $5, sum16($1, $0[1]), .accumulator, UInt32.self, &+) }
        case .f64Add: { combineLoaded($0, $1, $2, $3, $4, $5, sum16($1, $0[1]), .accumulator, Double.self, +) }
        case .f64Sub: { combineLoaded($0, $1, $2, $3, $4, $5, sum16($1, $0[1]), .accumulator, Double.self, -) }
        case .f64Mul: { combineLoaded($0, $1, $2, $3, $4, $5, sum16($1, $0[1]), .accumulator, Double.self, *) }
        }
    }
}

extension LoadOperation {
    fileprivate func test(_ equal: Bool, _ backward: Bool) -> Handler? {
        switch (self, equal, backward) {
        case (.unsigned8, true, false):
            { loadAndBranch($0, $1, $2, $3, $4, $5, UInt8.self, isImmediate: true, equal: true) }
        case (.unsigned8, true, true):
            { loadAndBranch($0, $1, $2, $3, $4, $5, UInt8.self, isImmediate: true, equal: true, backward: true) }
        case (.unsigned8, false, false):
            { loadAndBranch($0, $1, $2, $3, $4, $5, UInt8.self, isImmediate: true, equal: false) }
        case (.unsigned8, false, true):
            { loadAndBranch($0, $1, $2, $3, $4, $5, UInt8.self, isImmediate: true, equal: false, backward: true) }
        case (.unsigned16, true, false):
            { loadAndBranch($0, $1, $2, $3, $4, $5, UInt16.self, isImmediate: true, equal: true) }
        case (.unsigned16, false, false):
            { loadAndBranch($0, $1, $2, $3, $4, $5, UInt16.self, isImmediate: true, equal: false) }
        case (.unsigned32, true, false):
            { loadAndBranch($0, $1, $2, $3, $4, $5, UInt32.self, isImmediate: true, equal: true) }
        case (.unsigned32, false, false):
            { loadAndBranch($0, $1, $2, $3, $4, $5, UInt32.self, isImmediate: true, equal: false) }
        case (.unsigned32, false, true):
            { loadAndBranch($0, $1, $2, $3, $4, $5, UInt32.self, isImmediate: true, equal: false, backward: true) }
        default: nil
        }
    }

    fileprivate func compare(_ equal: Bool, _ backward: Bool) -> Handler? {
        switch (self, equal, backward) {
        case (.unsigned8, true, false):
            { loadAndBranch($0, $1, $2, $3, $4, $5, UInt8.self, isImmediate: false, equal: true) }
        case (.unsigned8, false, false):
            { loadAndBranch($0, $1, $2, $3, $4, $5, UInt8.self, isImmediate: false, equal: false) }
        case (.unsigned8, false, true):
            { loadAndBranch($0, $1, $2, $3, $4, $5, UInt8.self, isImmediate: false, equal: false, backward: true) }
        case (.unsigned32, true, false):
            { loadAndBranch($0, $1, $2, $3, $4, $5, UInt32.self, isImmediate: false, equal: true) }
        case (.unsigned32, false, false):
            { loadAndBranch($0, $1, $2, $3, $4, $5, UInt32.self, isImmediate: false, equal: false) }
        default: nil
        }
    }
}
