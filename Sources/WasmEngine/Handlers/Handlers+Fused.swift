// SPDX-License-Identifier: Apache-2.0

// Pairs of instructions in one handler. What they do is said in Fusion.swift. No value is in the integer accumulator
// between two steps that do not use it, so that those which need its register do not pass it on.

/// A field that is a number of 16 bits with a sign.
@inline(__always)
func small(_ field: Int) -> UInt32 { UInt32(truncatingIfNeeded: Int16(truncatingIfNeeded: field)) }

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
private func addStride<T: SlotValue & FixedWidthInteger>(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ type: T.Type, _ holds: (T, T) -> Bool
) -> Int32 {
    let word = pc[1]
    let value = T(slot: fp[word.field0]) &+ T(slot: fp[word.field1])
    fp[word.field0] = value.slot
    return branch(pc, fp, memory, context, 0, f, backward: true, when: holds(value, T(immediate: word)))
}

@inline(__always)
private func branchOnSum<T: SlotValue & FixedWidthInteger>(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ type: T.Type, _ holds: (T, T) -> Bool
) -> Int32 {
    let word = pc[1]
    let sum = UInt32(slot: fp[word.field1]) &+ small(word.field2)
    fp[word.field0] = sum.slot
    let holds = holds(T(truncatingIfNeeded: sum), T(truncatingIfNeeded: small(word.field3)))
    return branch(pc, fp, memory, context, 0, f, backward: false, when: holds)
}

@inline(__always)
private func moveAndBranch(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, zero: Bool, backward: Bool
) -> Int32 {
    let word = pc[1]
    let value = fp[word.field1]
    fp[word.field0] = value
    return branch(pc, fp, memory, context, 0, f, backward: backward, when: (UInt32(slot: value) == 0) == zero)
}

/// link, a, b.
@inline(__always)
private func returnResult(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ apply: (UInt32, UInt32) -> UInt32
) -> Int32 {
    let word = pc[1]
    let link = fp + word.field0
    let caller = frame(link[1])
    let destination = target(link[0])
    fp[0] = apply(UInt32(slot: fp[word.field1]), UInt32(slot: fp[word.field2])).slot
    return next(destination, caller, memory, context, 0, f)
}

@inline(__always)
private func chained<T: SlotValue>(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ from: Place, _ to: Place, _ type: T.Type, _ apply: (T, T, T) -> T
) -> Int32 {
    let word = pc[1]
    let x = from == .slot ? T(slot: fp[word.field1]) : T(accumulators: a, f), y = T(slot: fp[word.field2]),
        z = T(slot: fp[word.field3])
    return finish(pc + 2, fp, memory, context, a, f, to, word, apply(x, y, z))
}

@inline(__always)
private func shifted<T: SlotValue & FixedWidthInteger>(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ from: Place, _ to: Place, _ type: T.Type, _ apply: (T, T, T) -> T
) -> Int32 {
    let word = pc[1]
    let x = from == .slot ? T(slot: fp[word.field1]) : T(accumulators: a, f), y = T(slot: fp[word.field2])
    return finish(pc + 2, fp, memory, context, a, f, to, word, apply(x, y, T(truncatingIfNeeded: word.field3)))
}

extension FusedOperation {
    /// The code that does it; nil where there is none for the form.
    func handler(_ form: Form) -> Handler? {
        switch self {
        case .chain(let operation): operation.handler(form)
        case .shift(let operation): operation.handler(form)
        case .loadAndTest, .loadSumAndTest, .loadAndCompare, .loadAndStep, .loadAndCombine, .loadSumAndCombine,
            .loadAndStore, .loadTwo, .storeTwo, .combineAndStore, .storeSumImmediate, .storeIndexedImmediate:
            memoryHandler(form)
        default: form == Form() ? plainHandler : nil
        }
    }

    private var plainHandler: Handler? {
        switch self {
        case .addTwo: Handlers.addTwo
        case .addTwoAndBranch: Handlers.addTwoAndBranch
        case .addTwoAndJump: Handlers.addTwoAndJump
        case .addAndJump(let backward): backward ? Handlers.addAndJumpBackward : Handlers.addAndJump
        case .addAndTest(true, backward: false): { testAfterAdd($0, $1, $2, $3, $4, $5, equal: true, backward: false) }
        case .addAndTest(true, backward: true): { testAfterAdd($0, $1, $2, $3, $4, $5, equal: true, backward: true) }
        case .addAndTest(false, backward: false):
            { testAfterAdd($0, $1, $2, $3, $4, $5, equal: false, backward: false) }
        case .addAndTest(false, backward: true): { testAfterAdd($0, $1, $2, $3, $4, $5, equal: false, backward: true) }
        case .strideAndBranch(.i32LtU): { addStride($0, $1, $2, $3, $4, $5, UInt32.self, <) }
        case .strideAndBranch(.i32LtS): { addStride($0, $1, $2, $3, $4, $5, Int32.self, <) }
        case .sumAndBranch(.i32Eq): { branchOnSum($0, $1, $2, $3, $4, $5, UInt32.self, ==) }
        case .sumAndBranch(.i32Ne): { branchOnSum($0, $1, $2, $3, $4, $5, UInt32.self, !=) }
        case .sumAndBranch(.i32LtS): { branchOnSum($0, $1, $2, $3, $4, $5, Int32.self, <) }
        case .sumAndBranch(.i32LtU): { branchOnSum($0, $1, $2, $3, $4, $5, UInt32.self, <) }
        case .sumAndBranch(.i32GtS): { branchOnSum($0, $1, $2, $3, $4, $5, Int32.self, >) }
        case .sumAndBranch(.i32GtU): { branchOnSum($0, $1, $2, $3, $4, $5, UInt32.self, >) }
        case .sumAndBranch(.i32LeS): { branchOnSum($0, $1, $2, $3, $4, $5, Int32.self, <=) }
        case .sumAndBranch(.i32LeU): { branchOnSum($0, $1, $2, $3, $4, $5, UInt32.self, <=) }
        case .sumAndBranch(.i32GeS): { branchOnSum($0, $1, $2, $3, $4, $5, Int32.self, >=) }
        case .sumAndBranch(.i32GeU): { branchOnSum($0, $1, $2, $3, $4, $5, UInt32.self, >=) }
        case .copyFour: Handlers.copyFour
        case .constantTwo: Handlers.constantTwo
        case .copyAndConstant: Handlers.copyAndConstant
        case .copyAndCall: Handlers.copyAndCall
        case .copyAndBranch(true, backward: false):
            { moveAndBranch($0, $1, $2, $3, $4, $5, zero: true, backward: false) }
        case .copyAndBranch(true, backward: true): { moveAndBranch($0, $1, $2, $3, $4, $5, zero: true, backward: true) }
        case .copyAndBranch(false, backward: false):
            { moveAndBranch($0, $1, $2, $3, $4, $5, zero: false, backward: false) }
        case .copyAndBranch(false, backward: true):
            { moveAndBranch($0, $1, $2, $3, $4, $5, zero: false, backward: true) }
        case .returnBinary(.i32Add): { returnResult($0, $1, $2, $3, $4, $5, &+) }
        case .returnBinary(.i32Sub): { returnResult($0, $1, $2, $3, $4, $5, &-) }
        case .returnBinary(.i32Or): { returnResult($0, $1, $2, $3, $4, $5, |) }
        case .globalSum: Handlers.globalSum
        case .moveGlobal: Handlers.moveGlobal
        case .sumToGlobal: Handlers.sumToGlobal
        case .addXorRotate: Handlers.addXorRotate
        default: nil
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

    /// dst, position, addend.
    static var globalSum: Handler {
        { pc, fp, memory, context, a, f in
            let word = pc[1]
            let global = UInt32(slot: context.pointee.globals[word.field1])
            fp[word.field0] = (global &+ UInt32(truncatingIfNeeded: word.high32)).slot
            return next(pc + 2, fp, memory, context, a, f)
        }
    }

    /// dst, position, addend.
    static var moveGlobal: Handler {
        { pc, fp, memory, context, _, f in
            let word = pc[1]
            let global = context.pointee.globals + word.field1
            let sum = UInt32(slot: global.pointee) &+ UInt32(truncatingIfNeeded: word.high32)
            global.pointee = sum.slot
            fp[word.field0] = sum.slot
            return next(pc + 2, fp, memory, context, 0, f)
        }
    }

    /// a, position, addend.
    static var sumToGlobal: Handler {
        { pc, fp, memory, context, a, f in
            let word = pc[1]
            let sum = UInt32(slot: fp[word.field0]) &+ UInt32(truncatingIfNeeded: word.high32)
            context.pointee.globals[word.field1] = sum.slot
            return next(pc + 2, fp, memory, context, a, f)
        }
    }

    /// dst, a, b, dst; c, count.
    static var addXorRotate: Handler {
        { pc, fp, memory, context, _, f in
            let word = pc[1], extra = pc[2]
            let sum = UInt32(slot: fp[word.field1]) &+ UInt32(slot: fp[word.field2])
            fp[word.field0] = sum.slot
            let mixed = sum ^ UInt32(slot: fp[extra.field0])
            fp[word.field3] = rotateLeft(mixed, UInt32(truncatingIfNeeded: extra.field1)).slot
            return next(pc + 3, fp, memory, context, 0, f)
        }
    }
}

extension ChainOperation {
    func handler(_ form: Form) -> Handler? {
        switch (form.reads, form.writes) {
        case (.nothing, false): slots
        case (.nothing, true): toAccumulator
        case (.first, false): accumulatorSlots
        case (.first, true): accumulatorToAccumulator
        default: nil
        }
    }

    /// dst, a, b, c.
    private var slots: Handler {
        switch self {
        case .i32MulAdd: { chained($0, $1, $2, $3, $4, $5, .slot, .slot, UInt32.self) { $0 &* $1 &+ $2 } }
        case .i32AndXor: { chained($0, $1, $2, $3, $4, $5, .slot, .slot, UInt32.self) { $0 & $1 ^ $2 } }
        case .f64MulAdd: { chained($0, $1, $2, $3, $4, $5, .slot, .slot, Double.self) { $0 * $1 + $2 } }
        case .f64MulMul: { chained($0, $1, $2, $3, $4, $5, .slot, .slot, Double.self) { $0 * $1 * $2 } }
        case .f64MulSubtracted: { chained($0, $1, $2, $3, $4, $5, .slot, .slot, Double.self) { $2 - $0 * $1 } }
        }
    }

    /// accumulator, a, b, c.
    private var toAccumulator: Handler {
        switch self {
        case .i32MulAdd: { chained($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt32.self) { $0 &* $1 &+ $2 } }
        case .i32AndXor: { chained($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt32.self) { $0 & $1 ^ $2 } }
        case .f64MulAdd: { chained($0, $1, $2, $3, $4, $5, .slot, .accumulator, Double.self) { $0 * $1 + $2 } }
        case .f64MulMul: { chained($0, $1, $2, $3, $4, $5, .slot, .accumulator, Double.self) { $0 * $1 * $2 } }
        case .f64MulSubtracted: { chained($0, $1, $2, $3, $4, $5, .slot, .accumulator, Double.self) { $2 - $0 * $1 } }
        }
    }

    /// dst, accumulator, b, c.
    private var accumulatorSlots: Handler? {
        switch self {
        case .i32MulAdd: { chained($0, $1, $2, $3, $4, $5, .accumulator, .slot, UInt32.self) { $0 &* $1 &+ $2 } }
        case .f64MulAdd: { chained($0, $1, $2, $3, $4, $5, .accumulator, .slot, Double.self) { $0 * $1 + $2 } }
        default: nil
        }
    }

    /// accumulator, accumulator, b, c.
    private var accumulatorToAccumulator: Handler? {
        switch self {
        case .i32MulAdd: { chained($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, UInt32.self) { $0 &* $1 &+ $2 } }
        case .f64MulAdd: { chained($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, Double.self) { $0 * $1 + $2 } }
        default: nil
        }
    }
}

extension ShiftOperation {
    func handler(_ form: Form) -> Handler? {
        switch (form.reads, form.writes) {
        case (.nothing, false): slots
        case (.nothing, true): toAccumulator
        case (.first, false): accumulatorSlots
        case (.first, true): accumulatorToAccumulator
        default: nil
        }
    }

    /// dst, a, b, count.
    private var slots: Handler {
        switch self {
        case .shiftLeftAdd: { shifted($0, $1, $2, $3, $4, $5, .slot, .slot, UInt32.self) { ($0 &<< $2) &+ $1 } }
        case .shiftLeftOr: { shifted($0, $1, $2, $3, $4, $5, .slot, .slot, UInt32.self) { ($0 &<< $2) | $1 } }
        case .shiftRightMask: { shiftAndMask($0, $1, $2, $3, $4, $5, .slot) }
        case .shiftRightXor: { shifted($0, $1, $2, $3, $4, $5, .slot, .slot, UInt32.self) { ($0 &>> $2) ^ $1 } }
        case .rotateXor: { shifted($0, $1, $2, $3, $4, $5, .slot, .slot, UInt32.self) { rotateLeft($0, $2) ^ $1 } }
        case .xorRotate: { shifted($0, $1, $2, $3, $4, $5, .slot, .slot, UInt32.self) { rotateLeft($0 ^ $1, $2) } }
        case .multiplyAdd: { shifted($0, $1, $2, $3, $4, $5, .slot, .slot, UInt32.self) { $0 &* $2 &+ $1 } }
        }
    }

    /// accumulator, a, b, count.
    private var toAccumulator: Handler {
        switch self {
        case .shiftLeftAdd: { shifted($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt32.self) { ($0 &<< $2) &+ $1 } }
        case .shiftLeftOr: { shifted($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt32.self) { ($0 &<< $2) | $1 } }
        case .shiftRightMask: { shiftAndMask($0, $1, $2, $3, $4, $5, .accumulator) }
        case .shiftRightXor: { shifted($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt32.self) { ($0 &>> $2) ^ $1 } }
        case .rotateXor:
            { shifted($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt32.self) { rotateLeft($0, $2) ^ $1 } }
        case .xorRotate:
            { shifted($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt32.self) { rotateLeft($0 ^ $1, $2) } }
        case .multiplyAdd: { shifted($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt32.self) { $0 &* $2 &+ $1 } }
        }
    }

    /// dst, accumulator, b, count.
    private var accumulatorSlots: Handler? {
        switch self {
        case .shiftLeftAdd: { shifted($0, $1, $2, $3, $4, $5, .accumulator, .slot, UInt32.self) { ($0 &<< $2) &+ $1 } }
        case .multiplyAdd: { shifted($0, $1, $2, $3, $4, $5, .accumulator, .slot, UInt32.self) { $0 &* $2 &+ $1 } }
        default: nil
        }
    }

    /// accumulator, accumulator, b, count.
    private var accumulatorToAccumulator: Handler? {
        switch self {
        case .shiftLeftAdd:
            { shifted($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, UInt32.self) { ($0 &<< $2) &+ $1 } }
        case .multiplyAdd:
            { shifted($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, UInt32.self) { $0 &* $2 &+ $1 } }
        default: nil
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
