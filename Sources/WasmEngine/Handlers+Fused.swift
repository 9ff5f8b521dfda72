// SPDX-License-Identifier: Apache-2.0

// Pairs of instructions in one handler. What they do is said in Fusion.swift. No value is in the integer accumulator
// between two steps that do not use it, so that those which need its register do not pass it on.

/// A field that is a number of 16 bits with a sign.
@inline(__always)
private func small(_ field: Int) -> UInt32 { UInt32(truncatingIfNeeded: Int16(truncatingIfNeeded: field)) }

@inline(__always)
private func testAfterAdd(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, equal: Bool, backward: Bool
) -> Int32 {
    let word = pc[1]
    fp[word.field0] = (UInt32(slot: fp[word.field0]) &+ small(word.field1)).slot
    let isEqual = UInt32(slot: fp[word.field2]) == small(word.field3)
    return branch(pc, fp, memory, context, 0, f, backward: backward, when: isEqual == equal)
}

@inline(__always)
private func branchOnSum(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, backward: Bool, _ holds: (UInt32, UInt32) -> Bool
) -> Int32 {
    let word = pc[1]
    let sum = UInt32(slot: fp[word.field1]) &+ small(word.field2)
    return branch(pc, fp, memory, context, 0, f, backward: backward, when: holds(sum, small(word.field3)))
}

@inline(__always)
private func loadAndBranch<T: FixedWidthInteger & BitwiseCopyable>(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ type: T.Type, isImmediate: Bool, equal: Bool,
    backward: Bool
) -> Int32 {
    let word = pc[1]
    let address = UInt64(UInt32(slot: fp[word.field1])) &+ UInt64(word.field2)
    if _slowPath(address &+ UInt64(MemoryLayout<T>.size) > context.pointee.memorySize) {
        return memoryOutOfBounds(pc, fp, memory, context, 0, f)
    }
    let loaded = T(littleEndian: memory.loadUnaligned(fromByteOffset: Int(truncatingIfNeeded: address), as: T.self))
    let value = UInt32(truncatingIfNeeded: loaded)
    fp[word.field0] = value.slot
    let other = isImmediate ? small(word.field3) : UInt32(slot: fp[word.field3])
    return branch(pc, fp, memory, context, 0, f, backward: backward, when: (value == other) == equal)
}

@inline(__always)
private func loadAndStep<T: FixedWidthInteger & BitwiseCopyable>(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ type: T.Type, stepFirst: Bool, equal: Bool,
    backward: Bool
) -> Int32 {
    let word = pc[1]
    let pointer = UInt32(slot: fp[word.field1])
    let moved = pointer &+ UInt32(truncatingIfNeeded: Int8(truncatingIfNeeded: word.field2))
    let address = UInt64(stepFirst ? moved : pointer) &+ UInt64(word.field2 >> 8)
    if _slowPath(address &+ UInt64(MemoryLayout<T>.size) > context.pointee.memorySize) {
        return memoryOutOfBounds(pc, fp, memory, context, 0, f)
    }
    let loaded = T(littleEndian: memory.loadUnaligned(fromByteOffset: Int(truncatingIfNeeded: address), as: T.self))
    let value = UInt32(truncatingIfNeeded: loaded)
    fp[word.field1] = moved.slot
    fp[word.field0] = value.slot
    return branch(
        pc, fp, memory, context, 0, f, backward: backward, when: (value == small(word.field3)) == equal)
}

@inline(__always)
private func storeLoaded<T: FixedWidthInteger & BitwiseCopyable>(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ type: T.Type
) -> Int32 {
    let word = pc[1]
    let source = UInt64(UInt32(slot: fp[word.field1])) &+ UInt64(word.field3)
    let destination = UInt64(UInt32(slot: fp[word.field0])) &+ UInt64(word.field2)
    if _slowPath(max(source, destination) &+ UInt64(MemoryLayout<T>.size) > context.pointee.memorySize) {
        return memoryOutOfBounds(pc, fp, memory, context, 0, f)
    }
    let value = memory.loadUnaligned(fromByteOffset: Int(truncatingIfNeeded: source), as: T.self)
    memory.storeBytes(of: value, toByteOffset: Int(truncatingIfNeeded: destination), as: T.self)
    return next(pc + 2, fp, memory, context, 0, f)
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

@inline(__always)
private func storePair<T: FixedWidthInteger & BitwiseCopyable>(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ type: T.Type
) -> Int32 {
    let word = pc[1], offsets = pc[2]
    let first = UInt64(UInt32(slot: fp[word.field0])) &+ (offsets & 0xffff_ffff)
    if _slowPath(first &+ UInt64(MemoryLayout<T>.size) > context.pointee.memorySize) {
        return memoryOutOfBounds(pc, fp, memory, context, 0, f)
    }
    let value = T(truncatingIfNeeded: fp[word.field1])
    memory.storeBytes(of: value.littleEndian, toByteOffset: Int(truncatingIfNeeded: first), as: T.self)
    let second = UInt64(UInt32(slot: fp[word.field2])) &+ offsets.high32
    if _slowPath(second &+ UInt64(MemoryLayout<T>.size) > context.pointee.memorySize) {
        return memoryOutOfBounds(pc, fp, memory, context, 0, f)
    }
    let other = T(truncatingIfNeeded: fp[word.field3])
    memory.storeBytes(of: other.littleEndian, toByteOffset: Int(truncatingIfNeeded: second), as: T.self)
    return next(pc + 3, fp, memory, context, 0, f)
}

@inline(__always)
private func chained<T: SlotValue>(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ to: Place, _ type: T.Type, _ apply: (T, T, T) -> T
) -> Int32 {
    let word = pc[1]
    let x = T(slot: fp[word.field1]), y = T(slot: fp[word.field2]), z = T(slot: fp[word.field3])
    return finish(pc + 2, fp, memory, context, a, f, to, word, apply(x, y, z))
}

@inline(__always)
private func shifted<T: SlotValue & FixedWidthInteger>(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ to: Place, _ type: T.Type, _ apply: (T, T, T) -> T
) -> Int32 {
    let word = pc[1]
    let x = T(slot: fp[word.field1]), y = T(slot: fp[word.field2])
    return finish(pc + 2, fp, memory, context, a, f, to, word, apply(x, y, T(truncatingIfNeeded: word.field3)))
}

extension FusedOperation {
    /// The code that does it; nil where there is none for the form.
    func handler(_ form: Form) -> Handler? {
        switch self {
        case .chain(let operation): return form.writes ? operation.toAccumulator : operation.slots
        case .shift(let operation): return form.writes ? operation.toAccumulator : operation.slots
        default: return form == Form() ? plainHandler : nil
        }
    }

    private var plainHandler: Handler? {
        switch self {
        case .chain, .shift: nil
        case .addTwo: Handlers.addTwo
        case .addTwoAndBranch: Handlers.addTwoAndBranch
        case .addTwoAndJump: Handlers.addTwoAndJump
        case .addAndJump(let backward): backward ? Handlers.addAndJumpBackward : Handlers.addAndJump
        case .addAndTest(true, backward: false): { testAfterAdd($0, $1, $2, $3, $4, $5, equal: true, backward: false) }
        case .addAndTest(true, backward: true): { testAfterAdd($0, $1, $2, $3, $4, $5, equal: true, backward: true) }
        case .addAndTest(false, backward: false):
            { testAfterAdd($0, $1, $2, $3, $4, $5, equal: false, backward: false) }
        case .addAndTest(false, backward: true): { testAfterAdd($0, $1, $2, $3, $4, $5, equal: false, backward: true) }
        case .sumAndBranch(.i32LtU, backward: false): { branchOnSum($0, $1, $2, $3, $4, $5, backward: false, <) }
        case .sumAndBranch(.i32LtU, backward: true): { branchOnSum($0, $1, $2, $3, $4, $5, backward: true, <) }
        case .sumAndBranch(.i32GtU, backward: false): { branchOnSum($0, $1, $2, $3, $4, $5, backward: false, >) }
        case .sumAndBranch(.i32GtU, backward: true): { branchOnSum($0, $1, $2, $3, $4, $5, backward: true, >) }
        case .sumAndBranch(.i32LeU, backward: false): { branchOnSum($0, $1, $2, $3, $4, $5, backward: false, <=) }
        case .sumAndBranch(.i32LeU, backward: true): { branchOnSum($0, $1, $2, $3, $4, $5, backward: true, <=) }
        case .sumAndBranch(.i32GeU, backward: false): { branchOnSum($0, $1, $2, $3, $4, $5, backward: false, >=) }
        case .sumAndBranch(.i32GeU, backward: true): { branchOnSum($0, $1, $2, $3, $4, $5, backward: true, >=) }
        case .sumAndBranch(.i32Eq, backward: false): { branchOnSum($0, $1, $2, $3, $4, $5, backward: false, ==) }
        case .sumAndBranch(.i32Eq, backward: true): { branchOnSum($0, $1, $2, $3, $4, $5, backward: true, ==) }
        case .sumAndBranch(.i32Ne, backward: false): { branchOnSum($0, $1, $2, $3, $4, $5, backward: false, !=) }
        case .sumAndBranch(.i32Ne, backward: true): { branchOnSum($0, $1, $2, $3, $4, $5, backward: true, !=) }
        case .sumAndBranch: nil
        case .loadAndTest(let load, let equal, let backward): load.test(equal, backward)
        case .loadAndCompare(let load, let equal, let backward): load.compare(equal, backward)
        case .loadAndStep(let load, let stepFirst, let equal, let backward): load.step(stepFirst, equal, backward)
        case .loadAndStore(.low8): { storeLoaded($0, $1, $2, $3, $4, $5, UInt8.self) }
        case .loadAndStore(.low16): { storeLoaded($0, $1, $2, $3, $4, $5, UInt16.self) }
        case .loadAndStore(.low32): { storeLoaded($0, $1, $2, $3, $4, $5, UInt32.self) }
        case .loadAndStore(.full64): { storeLoaded($0, $1, $2, $3, $4, $5, UInt64.self) }
        case .storeTwo(.low32): { storePair($0, $1, $2, $3, $4, $5, UInt32.self) }
        case .storeTwo(.full64): { storePair($0, $1, $2, $3, $4, $5, UInt64.self) }
        case .storeTwo: nil
        case .copyFour: Handlers.copyFour
        case .constantTwo: Handlers.constantTwo
        case .copyAndConstant: Handlers.copyAndConstant
        case .copyAndCall: Handlers.copyAndCall
        case .loadTwo(.unsigned32): { loadPair($0, $1, $2, $3, $4, $5, UInt32.self) }
        case .loadTwo(.full64): { loadPair($0, $1, $2, $3, $4, $5, UInt64.self) }
        case .loadTwo: nil
        }
    }
}

extension Handlers {
    /// a, step, b, step.
    static var addTwo: Handler {
        { pc, fp, memory, context, a, f in
            let word = pc[1]
            fp[word.field0] = (UInt32(slot: fp[word.field0]) &+ small(word.field1)).slot
            fp[word.field2] = (UInt32(slot: fp[word.field2]) &+ small(word.field3)).slot
            return next(pc + 2, fp, memory, context, a, f)
        }
    }

    /// a, step, b, step; target.
    static var addTwoAndBranch: Handler {
        { pc, fp, memory, context, a, f in
            let word = pc[1]
            fp[word.field0] = (UInt32(slot: fp[word.field0]) &+ small(word.field1)).slot
            let counter = UInt32(slot: fp[word.field2]) &+ small(word.field3)
            fp[word.field2] = counter.slot
            return branch(pc, fp, memory, context, a, f, backward: true, when: counter != 0)
        }
    }

    /// a, step, b, step; target.
    static var addTwoAndJump: Handler {
        { pc, fp, memory, context, a, f in
            let word = pc[1]
            fp[word.field0] = (UInt32(slot: fp[word.field0]) &+ small(word.field1)).slot
            fp[word.field2] = (UInt32(slot: fp[word.field2]) &+ small(word.field3)).slot
            if _slowPath(context.pointee.interruptFlag != 0) {
                return interrupt(target(pc[2]), fp, memory, context, a, f)
            }
            return next(target(pc[2]), fp, memory, context, a, f)
        }
    }

    /// a, step; target.
    static var addAndJump: Handler {
        { pc, fp, memory, context, a, f in
            let word = pc[1]
            fp[word.field0] = (UInt32(slot: fp[word.field0]) &+ small(word.field1)).slot
            return next(target(pc[2]), fp, memory, context, a, f)
        }
    }

    /// a, step; target, for a loop's back edge.
    static var addAndJumpBackward: Handler {
        { pc, fp, memory, context, a, f in
            let word = pc[1]
            fp[word.field0] = (UInt32(slot: fp[word.field0]) &+ small(word.field1)).slot
            if _slowPath(context.pointee.interruptFlag != 0) {
                return interrupt(target(pc[2]), fp, memory, context, a, f)
            }
            return next(target(pc[2]), fp, memory, context, a, f)
        }
    }
}

extension LoadOperation {
    fileprivate func test(_ equal: Bool, _ backward: Bool) -> Handler? {
        switch (self, equal, backward) {
        case (.unsigned8, true, false):
            { loadAndBranch($0, $1, $2, $3, $4, $5, UInt8.self, isImmediate: true, equal: true, backward: false) }
        case (.unsigned8, true, true):
            { loadAndBranch($0, $1, $2, $3, $4, $5, UInt8.self, isImmediate: true, equal: true, backward: true) }
        case (.unsigned8, false, false):
            { loadAndBranch($0, $1, $2, $3, $4, $5, UInt8.self, isImmediate: true, equal: false, backward: false) }
        case (.unsigned8, false, true):
            { loadAndBranch($0, $1, $2, $3, $4, $5, UInt8.self, isImmediate: true, equal: false, backward: true) }
        case (.signed8To32, true, false):
            { loadAndBranch($0, $1, $2, $3, $4, $5, Int8.self, isImmediate: true, equal: true, backward: false) }
        case (.signed8To32, true, true):
            { loadAndBranch($0, $1, $2, $3, $4, $5, Int8.self, isImmediate: true, equal: true, backward: true) }
        case (.signed8To32, false, false):
            { loadAndBranch($0, $1, $2, $3, $4, $5, Int8.self, isImmediate: true, equal: false, backward: false) }
        case (.signed8To32, false, true):
            { loadAndBranch($0, $1, $2, $3, $4, $5, Int8.self, isImmediate: true, equal: false, backward: true) }
        case (.unsigned16, true, false):
            { loadAndBranch($0, $1, $2, $3, $4, $5, UInt16.self, isImmediate: true, equal: true, backward: false) }
        case (.unsigned16, true, true):
            { loadAndBranch($0, $1, $2, $3, $4, $5, UInt16.self, isImmediate: true, equal: true, backward: true) }
        case (.unsigned16, false, false):
            { loadAndBranch($0, $1, $2, $3, $4, $5, UInt16.self, isImmediate: true, equal: false, backward: false) }
        case (.unsigned16, false, true):
            { loadAndBranch($0, $1, $2, $3, $4, $5, UInt16.self, isImmediate: true, equal: false, backward: true) }
        case (.unsigned32, true, false):
            { loadAndBranch($0, $1, $2, $3, $4, $5, UInt32.self, isImmediate: true, equal: true, backward: false) }
        case (.unsigned32, true, true):
            { loadAndBranch($0, $1, $2, $3, $4, $5, UInt32.self, isImmediate: true, equal: true, backward: true) }
        case (.unsigned32, false, false):
            { loadAndBranch($0, $1, $2, $3, $4, $5, UInt32.self, isImmediate: true, equal: false, backward: false) }
        case (.unsigned32, false, true):
            { loadAndBranch($0, $1, $2, $3, $4, $5, UInt32.self, isImmediate: true, equal: false, backward: true) }
        default: nil
        }
    }

    fileprivate func compare(_ equal: Bool, _ backward: Bool) -> Handler? {
        switch (self, equal, backward) {
        case (.unsigned8, true, false):
            { loadAndBranch($0, $1, $2, $3, $4, $5, UInt8.self, isImmediate: false, equal: true, backward: false) }
        case (.unsigned8, true, true):
            { loadAndBranch($0, $1, $2, $3, $4, $5, UInt8.self, isImmediate: false, equal: true, backward: true) }
        case (.unsigned8, false, false):
            { loadAndBranch($0, $1, $2, $3, $4, $5, UInt8.self, isImmediate: false, equal: false, backward: false) }
        case (.unsigned8, false, true):
            { loadAndBranch($0, $1, $2, $3, $4, $5, UInt8.self, isImmediate: false, equal: false, backward: true) }
        case (.signed8To32, true, false):
            { loadAndBranch($0, $1, $2, $3, $4, $5, Int8.self, isImmediate: false, equal: true, backward: false) }
        case (.signed8To32, true, true):
            { loadAndBranch($0, $1, $2, $3, $4, $5, Int8.self, isImmediate: false, equal: true, backward: true) }
        case (.signed8To32, false, false):
            { loadAndBranch($0, $1, $2, $3, $4, $5, Int8.self, isImmediate: false, equal: false, backward: false) }
        case (.signed8To32, false, true):
            { loadAndBranch($0, $1, $2, $3, $4, $5, Int8.self, isImmediate: false, equal: false, backward: true) }
        case (.unsigned16, true, false):
            { loadAndBranch($0, $1, $2, $3, $4, $5, UInt16.self, isImmediate: false, equal: true, backward: false) }
        case (.unsigned16, true, true):
            { loadAndBranch($0, $1, $2, $3, $4, $5, UInt16.self, isImmediate: false, equal: true, backward: true) }
        case (.unsigned16, false, false):
            { loadAndBranch($0, $1, $2, $3, $4, $5, UInt16.self, isImmediate: false, equal: false, backward: false) }
        case (.unsigned16, false, true):
            { loadAndBranch($0, $1, $2, $3, $4, $5, UInt16.self, isImmediate: false, equal: false, backward: true) }
        case (.unsigned32, true, false):
            { loadAndBranch($0, $1, $2, $3, $4, $5, UInt32.self, isImmediate: false, equal: true, backward: false) }
        case (.unsigned32, true, true):
            { loadAndBranch($0, $1, $2, $3, $4, $5, UInt32.self, isImmediate: false, equal: true, backward: true) }
        case (.unsigned32, false, false):
            { loadAndBranch($0, $1, $2, $3, $4, $5, UInt32.self, isImmediate: false, equal: false, backward: false) }
        case (.unsigned32, false, true):
            { loadAndBranch($0, $1, $2, $3, $4, $5, UInt32.self, isImmediate: false, equal: false, backward: true) }
        default: nil
        }
    }

    fileprivate func step(_ stepFirst: Bool, _ equal: Bool, _ backward: Bool) -> Handler? {
        switch (self, stepFirst, equal, backward) {
        case (.unsigned8, true, true, false):
            { loadAndStep($0, $1, $2, $3, $4, $5, UInt8.self, stepFirst: true, equal: true, backward: false) }
        case (.unsigned8, true, true, true):
            { loadAndStep($0, $1, $2, $3, $4, $5, UInt8.self, stepFirst: true, equal: true, backward: true) }
        case (.unsigned8, true, false, false):
            { loadAndStep($0, $1, $2, $3, $4, $5, UInt8.self, stepFirst: true, equal: false, backward: false) }
        case (.unsigned8, true, false, true):
            { loadAndStep($0, $1, $2, $3, $4, $5, UInt8.self, stepFirst: true, equal: false, backward: true) }
        case (.unsigned8, false, true, false):
            { loadAndStep($0, $1, $2, $3, $4, $5, UInt8.self, stepFirst: false, equal: true, backward: false) }
        case (.unsigned8, false, true, true):
            { loadAndStep($0, $1, $2, $3, $4, $5, UInt8.self, stepFirst: false, equal: true, backward: true) }
        case (.unsigned8, false, false, false):
            { loadAndStep($0, $1, $2, $3, $4, $5, UInt8.self, stepFirst: false, equal: false, backward: false) }
        case (.unsigned8, false, false, true):
            { loadAndStep($0, $1, $2, $3, $4, $5, UInt8.self, stepFirst: false, equal: false, backward: true) }
        case (.signed8To32, true, true, false):
            { loadAndStep($0, $1, $2, $3, $4, $5, Int8.self, stepFirst: true, equal: true, backward: false) }
        case (.signed8To32, true, true, true):
            { loadAndStep($0, $1, $2, $3, $4, $5, Int8.self, stepFirst: true, equal: true, backward: true) }
        case (.signed8To32, true, false, false):
            { loadAndStep($0, $1, $2, $3, $4, $5, Int8.self, stepFirst: true, equal: false, backward: false) }
        case (.signed8To32, true, false, true):
            { loadAndStep($0, $1, $2, $3, $4, $5, Int8.self, stepFirst: true, equal: false, backward: true) }
        case (.signed8To32, false, true, false):
            { loadAndStep($0, $1, $2, $3, $4, $5, Int8.self, stepFirst: false, equal: true, backward: false) }
        case (.signed8To32, false, true, true):
            { loadAndStep($0, $1, $2, $3, $4, $5, Int8.self, stepFirst: false, equal: true, backward: true) }
        case (.signed8To32, false, false, false):
            { loadAndStep($0, $1, $2, $3, $4, $5, Int8.self, stepFirst: false, equal: false, backward: false) }
        case (.signed8To32, false, false, true):
            { loadAndStep($0, $1, $2, $3, $4, $5, Int8.self, stepFirst: false, equal: false, backward: true) }
        case (.unsigned32, true, true, false):
            { loadAndStep($0, $1, $2, $3, $4, $5, UInt32.self, stepFirst: true, equal: true, backward: false) }
        case (.unsigned32, true, true, true):
            { loadAndStep($0, $1, $2, $3, $4, $5, UInt32.self, stepFirst: true, equal: true, backward: true) }
        case (.unsigned32, true, false, false):
            { loadAndStep($0, $1, $2, $3, $4, $5, UInt32.self, stepFirst: true, equal: false, backward: false) }
        case (.unsigned32, true, false, true):
            { loadAndStep($0, $1, $2, $3, $4, $5, UInt32.self, stepFirst: true, equal: false, backward: true) }
        case (.unsigned32, false, true, false):
            { loadAndStep($0, $1, $2, $3, $4, $5, UInt32.self, stepFirst: false, equal: true, backward: false) }
        case (.unsigned32, false, true, true):
            { loadAndStep($0, $1, $2, $3, $4, $5, UInt32.self, stepFirst: false, equal: true, backward: true) }
        case (.unsigned32, false, false, false):
            { loadAndStep($0, $1, $2, $3, $4, $5, UInt32.self, stepFirst: false, equal: false, backward: false) }
        case (.unsigned32, false, false, true):
            { loadAndStep($0, $1, $2, $3, $4, $5, UInt32.self, stepFirst: false, equal: false, backward: true) }
        default: nil
        }
    }
}

extension ChainOperation {
    /// dst, a, b, c.
    var slots: Handler {
        switch self {
        case .i32MulAdd: { chained($0, $1, $2, $3, $4, $5, .slot, UInt32.self) { $0 &* $1 &+ $2 } }
        case .i32AddAdd: { chained($0, $1, $2, $3, $4, $5, .slot, UInt32.self) { $0 &+ $1 &+ $2 } }
        case .i32XorXor: { chained($0, $1, $2, $3, $4, $5, .slot, UInt32.self) { $0 ^ $1 ^ $2 } }
        case .i32AndXor: { chained($0, $1, $2, $3, $4, $5, .slot, UInt32.self) { $0 & $1 ^ $2 } }
        case .i64MulAdd: { chained($0, $1, $2, $3, $4, $5, .slot, UInt64.self) { $0 &* $1 &+ $2 } }
        case .i64AddAdd: { chained($0, $1, $2, $3, $4, $5, .slot, UInt64.self) { $0 &+ $1 &+ $2 } }
        case .i64XorXor: { chained($0, $1, $2, $3, $4, $5, .slot, UInt64.self) { $0 ^ $1 ^ $2 } }
        case .f64MulAdd: { chained($0, $1, $2, $3, $4, $5, .slot, Double.self) { $0 * $1 + $2 } }
        case .f64MulMul: { chained($0, $1, $2, $3, $4, $5, .slot, Double.self) { $0 * $1 * $2 } }
        case .f64AddAdd: { chained($0, $1, $2, $3, $4, $5, .slot, Double.self) { $0 + $1 + $2 } }
        case .f64MulSubtracted: { chained($0, $1, $2, $3, $4, $5, .slot, Double.self) { $2 - $0 * $1 } }
        }
    }

    /// accumulator, a, b, c.
    var toAccumulator: Handler {
        switch self {
        case .i32MulAdd: { chained($0, $1, $2, $3, $4, $5, .accumulator, UInt32.self) { $0 &* $1 &+ $2 } }
        case .i32AddAdd: { chained($0, $1, $2, $3, $4, $5, .accumulator, UInt32.self) { $0 &+ $1 &+ $2 } }
        case .i32XorXor: { chained($0, $1, $2, $3, $4, $5, .accumulator, UInt32.self) { $0 ^ $1 ^ $2 } }
        case .i32AndXor: { chained($0, $1, $2, $3, $4, $5, .accumulator, UInt32.self) { $0 & $1 ^ $2 } }
        case .i64MulAdd: { chained($0, $1, $2, $3, $4, $5, .accumulator, UInt64.self) { $0 &* $1 &+ $2 } }
        case .i64AddAdd: { chained($0, $1, $2, $3, $4, $5, .accumulator, UInt64.self) { $0 &+ $1 &+ $2 } }
        case .i64XorXor: { chained($0, $1, $2, $3, $4, $5, .accumulator, UInt64.self) { $0 ^ $1 ^ $2 } }
        case .f64MulAdd: { chained($0, $1, $2, $3, $4, $5, .accumulator, Double.self) { $0 * $1 + $2 } }
        case .f64MulMul: { chained($0, $1, $2, $3, $4, $5, .accumulator, Double.self) { $0 * $1 * $2 } }
        case .f64AddAdd: { chained($0, $1, $2, $3, $4, $5, .accumulator, Double.self) { $0 + $1 + $2 } }
        case .f64MulSubtracted: { chained($0, $1, $2, $3, $4, $5, .accumulator, Double.self) { $2 - $0 * $1 } }
        }
    }
}

extension ShiftOperation {
    /// dst, a, b, count.
    var slots: Handler {
        switch self {
        case .shiftLeftAdd: { shifted($0, $1, $2, $3, $4, $5, .slot, UInt32.self) { ($0 &<< $2) &+ $1 } }
        case .shiftLeftOr: { shifted($0, $1, $2, $3, $4, $5, .slot, UInt32.self) { ($0 &<< $2) | $1 } }
        case .shiftRightMask: { shiftAndMask($0, $1, $2, $3, $4, $5, .slot) }
        case .shiftRightXor: { shifted($0, $1, $2, $3, $4, $5, .slot, UInt32.self) { ($0 &>> $2) ^ $1 } }
        case .rotateXor: { shifted($0, $1, $2, $3, $4, $5, .slot, UInt32.self) { rotateLeft($0, $2) ^ $1 } }
        case .xorRotate: { shifted($0, $1, $2, $3, $4, $5, .slot, UInt32.self) { rotateLeft($0 ^ $1, $2) } }
        case .i64ShiftLeftAdd: { shifted($0, $1, $2, $3, $4, $5, .slot, UInt64.self) { ($0 &<< $2) &+ $1 } }
        case .i64ShiftLeftOr: { shifted($0, $1, $2, $3, $4, $5, .slot, UInt64.self) { ($0 &<< $2) | $1 } }
        case .i64ShiftRightXor: { shifted($0, $1, $2, $3, $4, $5, .slot, UInt64.self) { ($0 &>> $2) ^ $1 } }
        case .i64RotateXor: { shifted($0, $1, $2, $3, $4, $5, .slot, UInt64.self) { rotateLeft($0, $2) ^ $1 } }
        case .i64RotateAdd: { shifted($0, $1, $2, $3, $4, $5, .slot, UInt64.self) { rotateLeft($0, $2) &+ $1 } }
        }
    }

    /// accumulator, a, b, count.
    var toAccumulator: Handler {
        switch self {
        case .shiftLeftAdd: { shifted($0, $1, $2, $3, $4, $5, .accumulator, UInt32.self) { ($0 &<< $2) &+ $1 } }
        case .shiftLeftOr: { shifted($0, $1, $2, $3, $4, $5, .accumulator, UInt32.self) { ($0 &<< $2) | $1 } }
        case .shiftRightMask: { shiftAndMask($0, $1, $2, $3, $4, $5, .accumulator) }
        case .shiftRightXor: { shifted($0, $1, $2, $3, $4, $5, .accumulator, UInt32.self) { ($0 &>> $2) ^ $1 } }
        case .rotateXor: { shifted($0, $1, $2, $3, $4, $5, .accumulator, UInt32.self) { rotateLeft($0, $2) ^ $1 } }
        case .xorRotate: { shifted($0, $1, $2, $3, $4, $5, .accumulator, UInt32.self) { rotateLeft($0 ^ $1, $2) } }
        case .i64ShiftLeftAdd: { shifted($0, $1, $2, $3, $4, $5, .accumulator, UInt64.self) { ($0 &<< $2) &+ $1 } }
        case .i64ShiftLeftOr: { shifted($0, $1, $2, $3, $4, $5, .accumulator, UInt64.self) { ($0 &<< $2) | $1 } }
        case .i64ShiftRightXor: { shifted($0, $1, $2, $3, $4, $5, .accumulator, UInt64.self) { ($0 &>> $2) ^ $1 } }
        case .i64RotateXor: { shifted($0, $1, $2, $3, $4, $5, .accumulator, UInt64.self) { rotateLeft($0, $2) ^ $1 } }
        case .i64RotateAdd: { shifted($0, $1, $2, $3, $4, $5, .accumulator, UInt64.self) { rotateLeft($0, $2) &+ $1 } }
        }
    }
}

@inline(__always)
private func shiftAndMask(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ to: Place
) -> Int32 {
    let word = pc[1]
    let bits = UInt32(slot: fp[word.field1]) &>> UInt32(truncatingIfNeeded: word.field3)
    return finish(pc + 2, fp, memory, context, a, f, to, word, bits & UInt32(truncatingIfNeeded: word.field2))
}
