// SPDX-License-Identifier: Apache-2.0

// What numeric instructions have in common: where operands come from and where the result goes. The instructions
// themselves are lists, a line each and form, in the files named after their kind.

/// dst, a, b.
@inline(__always)
func binary<T: SlotValue>(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ left: Place, _ right: Place, _ to: Place, _ type: T.Type,
    _ apply: (T, T) -> T
) -> Int32 {
    let word = pc[1]
    let x = left == .slot ? T(slot: fp[word.field1]) : T(accumulators: a, f)
    let y = right == .slot ? T(slot: fp[word.field2]) : T(accumulators: a, f)
    return finish(pc + 2, fp, memory, context, a, f, to, word, apply(x, y))
}

/// dst, a, immediate.
@inline(__always)
func binaryImmediate<T: SlotValue>(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ left: Place, _ to: Place, _ type: T.Type, _ apply: (T, T) -> T
) -> Int32 {
    let word = pc[1]
    let x = left == .slot ? T(slot: fp[word.field1]) : T(accumulators: a, f)
    return finish(pc + 2, fp, memory, context, a, f, to, word, apply(x, T(immediate: word)))
}

/// dst, a; the right operand is the next word.
@inline(__always)
func binaryConstant<T: SlotValue>(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ left: Place, _ to: Place, _ type: T.Type, _ apply: (T, T) -> T
) -> Int32 {
    let word = pc[1]
    let x = left == .slot ? T(slot: fp[word.field1]) : T(accumulators: a, f)
    return finish(pc + 3, fp, memory, context, a, f, to, word, apply(x, T(slot: pc[2])))
}

/// dst, b; the left operand is the next word.
@inline(__always)
func constantBinary<T: SlotValue>(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ right: Place, _ to: Place, _ type: T.Type, _ apply: (T, T) -> T
) -> Int32 {
    let word = pc[1]
    let y = right == .slot ? T(slot: fp[word.field1]) : T(accumulators: a, f)
    return finish(pc + 3, fp, memory, context, a, f, to, word, apply(T(slot: pc[2]), y))
}

/// dst, a, b; may trap.
@inline(__always)
func division<T: SlotValue>(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ type: T.Type, _ check: (T, T) -> TrapCode, _ apply: (T, T) -> T
) -> Int32 {
    let word = pc[1]
    let left = T(slot: fp[word.field1]), right = T(slot: fp[word.field2])
    let code = check(left, right)
    if _slowPath(code != .none) { return stop(pc, fp, context, code) }
    fp[word.field0] = apply(left, right).slot
    return next(pc + 2, fp, memory, context, 0, f)
}

/// dst, a.
@inline(__always)
func unary<T: SlotValue, R: SlotValue>(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ from: Place, _ to: Place, _ apply: (T) -> R
) -> Int32 {
    let word = pc[1]
    let x = from == .slot ? T(slot: fp[word.field1]) : T(accumulators: a, f)
    return finish(pc + 2, fp, memory, context, a, f, to, word, apply(x))
}

/// dst, a; traps outside of the bounds, which are exclusive.
@inline(__always)
func truncation<F: FloatBits & SlotValue, I: FixedWidthInteger & SlotValue>(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ low: F, _ high: F, _ convert: (F) -> I
) -> Int32 {
    let word = pc[1]
    let value = F(slot: fp[word.field1])
    let code = truncationTrap(value, above: low, below: high)
    if _slowPath(code != .none) { return stop(pc, fp, context, code) }
    fp[word.field0] = convert(value).slot
    return next(pc + 2, fp, memory, context, a, f)
}

/// dst, a, b: 1 when it holds, else 0.
@inline(__always)
func compare<T: SlotValue>(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ left: Place, _ to: Place, _ type: T.Type, _ holds: (T, T) -> Bool
) -> Int32 {
    let word = pc[1]
    let x = left == .slot ? T(slot: fp[word.field1]) : T(accumulators: a, f)
    let result: UInt32 = holds(x, T(slot: fp[word.field2])) ? 1 : 0
    return finish(pc + 2, fp, memory, context, a, f, to, word, result)
}

/// dst, a, immediate: 1 when it holds, else 0.
@inline(__always)
func compareImmediate<T: SlotValue>(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ left: Place, _ to: Place, _ type: T.Type, _ holds: (T, T) -> Bool
) -> Int32 {
    let word = pc[1]
    let x = left == .slot ? T(slot: fp[word.field1]) : T(accumulators: a, f)
    let result: UInt32 = holds(x, T(immediate: word)) ? 1 : 0
    return finish(pc + 2, fp, memory, context, a, f, to, word, result)
}

/// Goes to `pc[2]` when the condition holds, else on. The two ways are kept apart: merged, they become a conditional
/// move that the next fetch has to wait for.
@inline(__always)
func branch(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, backward: Bool, when condition: Bool
) -> Int32 {
    if _fastPath(condition) {
        if backward, _slowPath(context.pointee.interruptFlag != 0) {
            return interrupt(target(pc[2]), fp, memory, context, a, f)
        }
        return next(target(pc[2]), fp, memory, context, a, f)
    }
    return next(pc + 3, fp, memory, context, a, f)
}

/// a, b; the target is the next word.
@inline(__always)
func branchIf<T: SlotValue>(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ left: Place, backward: Bool, _ type: T.Type,
    _ holds: (T, T) -> Bool
) -> Int32 {
    let word = pc[1]
    return branch(
        pc, fp, memory, context, a, f, backward: backward,
        when: holds(left == .slot ? T(slot: fp[word.field0]) : T(accumulators: a, f), T(slot: fp[word.field1])))
}

/// a, immediate; the target is the next word.
@inline(__always)
func branchIfImmediate<T: SlotValue>(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ left: Place, backward: Bool, _ type: T.Type,
    _ holds: (T, T) -> Bool
) -> Int32 {
    let word = pc[1]
    return branch(
        pc, fp, memory, context, a, f, backward: backward,
        when: holds(left == .slot ? T(slot: fp[word.field0]) : T(accumulators: a, f), T(immediate: word)))
}

/// a, and a step that is added to it first; b or an immediate. The back edge of a counting loop.
@inline(__always)
func stepAndBranch<T: SlotValue & FixedWidthInteger>(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, immediate: Bool, _ type: T.Type, _ holds: (T, T) -> Bool
) -> Int32 {
    let word = pc[1]
    let step = T(truncatingIfNeeded: Int16(truncatingIfNeeded: word.field1))
    let value = T(slot: fp[word.field0]) &+ step
    fp[word.field0] = value.slot
    let limit = immediate ? T(immediate: word) : T(slot: fp[word.field2])
    return branch(pc, fp, memory, context, a, f, backward: true, when: holds(value, limit))
}

/// dst, a, x, y; b is the next word: x when it holds, else y.
@inline(__always)
func selectIf<T: SlotValue>(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ type: T.Type, _ holds: (T, T) -> Bool
) -> Int32 {
    let word = pc[1]
    let first = fp[word.field2], second = fp[word.field3]
    fp[word.field0] = holds(T(slot: fp[word.field1]), T(slot: fp[pc[2].field0])) ? first : second
    return next(pc + 3, fp, memory, context, 0, f)
}

/// dst, a, x, y; the value to compare with is the next word: x when it holds, else y.
@inline(__always)
func selectIfConstant<T: SlotValue>(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ type: T.Type, _ holds: (T, T) -> Bool
) -> Int32 {
    let word = pc[1]
    let first = fp[word.field2], second = fp[word.field3]
    fp[word.field0] = holds(T(slot: fp[word.field1]), T(slot: pc[2])) ? first : second
    return next(pc + 3, fp, memory, context, 0, f)
}
