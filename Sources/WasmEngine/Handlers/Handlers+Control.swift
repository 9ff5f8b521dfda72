// SPDX-License-Identifier: Apache-2.0

// Moves, constants, branches that are not comparisons, variables, and what ends execution.

enum Handlers {}

extension Handlers {
    /// dst, a.
    static var copy: Handler {
        { pc, fp, memory, context, a, f in
            let word = pc[1]
            fp[word.field0] = fp[word.field1]
            return next(pc + 2, fp, memory, context, a, f)
        }
    }

    /// dst, a, dst, a: one move after the other.
    static var copyTwo: Handler {
        { pc, fp, memory, context, a, f in
            let word = pc[1]
            fp[word.field0] = fp[word.field1]
            fp[word.field2] = fp[word.field3]
            return next(pc + 2, fp, memory, context, a, f)
        }
    }

    /// dst; the value's low half in the high half, the rest zero.
    static var constant32: Handler {
        { pc, fp, memory, context, a, f in
            let word = pc[1]
            fp[word.field0] = word.high32
            return next(pc + 2, fp, memory, context, a, f)
        }
    }

    /// dst; the value is the next word.
    static var constant64: Handler {
        { pc, fp, memory, context, a, f in
            fp[pc[1].field0] = pc[2]
            return next(pc + 3, fp, memory, context, a, f)
        }
    }

    /// first, count: sets slots to zero. The optimiser makes this `memset`, which is for many slots.
    static var zero: Handler {
        { pc, fp, memory, context, a, f in
            let word = pc[1]
            (fp + word.field0).update(repeating: 0, count: word.field1)
            return next(pc + 2, fp, memory, context, a, f)
        }
    }

    /// first dst, first a, count.
    static var copyMany: Handler {
        { pc, fp, memory, context, a, f in
            let word = pc[1]
            (fp + word.field0).update(from: fp + word.field1, count: word.field2)
            return next(pc + 2, fp, memory, context, a, f)
        }
    }

    /// first: sets so many slots to zero.
    static var zero1: Handler { { zeroes($0, $1, $2, $3, $4, $5, 1) } }
    static var zero2: Handler { { zeroes($0, $1, $2, $3, $4, $5, 2) } }
    static var zero4: Handler { { zeroes($0, $1, $2, $3, $4, $5, 4) } }
    static var zero8: Handler { { zeroes($0, $1, $2, $3, $4, $5, 8) } }

    /// target.
    static var jump: Handler {
        { pc, fp, memory, context, a, f in
            next(target(pc[1]), fp, memory, context, a, f)
        }
    }

    /// target; for a loop's back edge.
    static var jumpBackward: Handler {
        { pc, fp, memory, context, a, f in
            if _slowPath(context.pointee.interruptFlag != 0) {
                return interrupt(target(pc[1]), fp, memory, context, a, f)
            }
            return next(target(pc[1]), fp, memory, context, a, f)
        }
    }

    /// dst, a; the target is the next word: a move before a branch.
    static var copyAndJump: Handler {
        { pc, fp, memory, context, a, f in
            let word = pc[1]
            fp[word.field0] = fp[word.field1]
            return next(target(pc[2]), fp, memory, context, a, f)
        }
    }

    /// a; the target is the next word: branches on zero, or not zero.
    static var branchIfZero: Handler {
        { branchIfBits($0, $1, $2, $3, $4, $5, .slot, backward: false) { x, _ in x == 0 } }
    }
    static var accumulatorBranchIfZero: Handler {
        { branchIfBits($0, $1, $2, $3, $4, $5, .accumulator, backward: false) { x, _ in x == 0 } }
    }
    static var branchIfNonzero: Handler {
        { branchIfBits($0, $1, $2, $3, $4, $5, .slot, backward: false) { x, _ in x != 0 } }
    }
    static var accumulatorBranchIfNonzero: Handler {
        { branchIfBits($0, $1, $2, $3, $4, $5, .accumulator, backward: false) { x, _ in x != 0 } }
    }
    static var branchIfMaskZero: Handler {
        { branchIfBits($0, $1, $2, $3, $4, $5, .slot, backward: false) { x, mask in x & mask == 0 } }
    }
    static var accumulatorBranchIfMaskZero: Handler {
        { branchIfBits($0, $1, $2, $3, $4, $5, .accumulator, backward: false) { x, mask in x & mask == 0 } }
    }
    static var branchIfMaskNonzero: Handler {
        { branchIfBits($0, $1, $2, $3, $4, $5, .slot, backward: false) { x, mask in x & mask != 0 } }
    }
    static var accumulatorBranchIfMaskNonzero: Handler {
        { branchIfBits($0, $1, $2, $3, $4, $5, .accumulator, backward: false) { x, mask in x & mask != 0 } }
    }
    static var branchBackIfZero: Handler {
        { branchIfBits($0, $1, $2, $3, $4, $5, .slot, backward: true) { x, _ in x == 0 } }
    }
    static var accumulatorBranchBackIfZero: Handler {
        { branchIfBits($0, $1, $2, $3, $4, $5, .accumulator, backward: true) { x, _ in x == 0 } }
    }
    static var branchBackIfNonzero: Handler {
        { branchIfBits($0, $1, $2, $3, $4, $5, .slot, backward: true) { x, _ in x != 0 } }
    }
    static var accumulatorBranchBackIfNonzero: Handler {
        { branchIfBits($0, $1, $2, $3, $4, $5, .accumulator, backward: true) { x, _ in x != 0 } }
    }
    static var branchBackIfMaskZero: Handler {
        { branchIfBits($0, $1, $2, $3, $4, $5, .slot, backward: true) { x, mask in x & mask == 0 } }
    }
    static var accumulatorBranchBackIfMaskZero: Handler {
        { branchIfBits($0, $1, $2, $3, $4, $5, .accumulator, backward: true) { x, mask in x & mask == 0 } }
    }
    static var branchBackIfMaskNonzero: Handler {
        { branchIfBits($0, $1, $2, $3, $4, $5, .slot, backward: true) { x, mask in x & mask != 0 } }
    }
    static var accumulatorBranchBackIfMaskNonzero: Handler {
        { branchIfBits($0, $1, $2, $3, $4, $5, .accumulator, backward: true) { x, mask in x & mask != 0 } }
    }

    /// index slot, count in the high half; then so many targets, the last one for every index beyond.
    static var branchTable: Handler {
        { pc, fp, memory, context, a, f in
            let word = pc[1]
            let index = min(UInt64(UInt32(slot: fp[word.field0])), word.high32 &- 1)
            let destination = target(pc[2 &+ Int(truncatingIfNeeded: index)])
            if _slowPath(context.pointee.interruptFlag != 0) {
                return interrupt(destination, fp, memory, context, a, f)
            }
            return next(destination, fp, memory, context, a, f)
        }
    }

    /// dst, condition, x, y: x unless the condition is zero.
    static var select: Handler { { chooseSlot($0, $1, $2, $3, $4, $5, .slot) } }
    static var accumulatorSelect: Handler { { chooseSlot($0, $1, $2, $3, $4, $5, .accumulator) } }

    /// dst; the position among the module's own globals in the high half.
    static var globalGet: Handler {
        { pc, fp, memory, context, a, f in
            let word = pc[1]
            fp[word.field0] = context.pointee.globals[Int(truncatingIfNeeded: word.high32)]
            return next(pc + 2, fp, memory, context, a, f)
        }
    }

    /// accumulator; the position in the high half.
    static var globalGetToAccumulator: Handler {
        { pc, fp, memory, context, _, f in
            let value = context.pointee.globals[Int(truncatingIfNeeded: pc[1].high32)]
            return next(pc + 2, fp, memory, context, value, f)
        }
    }

    /// accumulator; the position in the high half.
    static var accumulatorToGlobal: Handler {
        { pc, fp, memory, context, a, f in
            context.pointee.globals[Int(truncatingIfNeeded: pc[1].high32)] = a
            return next(pc + 2, fp, memory, context, a, f)
        }
    }

    /// a; the position in the high half.
    static var globalSet: Handler {
        { pc, fp, memory, context, a, f in
            let word = pc[1]
            context.pointee.globals[Int(truncatingIfNeeded: word.high32)] = fp[word.field0]
            return next(pc + 2, fp, memory, context, a, f)
        }
    }

    /// dst; the index of an imported global in the high half.
    static var importedGlobalGet: Handler {
        { pc, fp, memory, context, a, f in
            let word = pc[1]
            fp[word.field0] = context.pointee.importedGlobals[Int(truncatingIfNeeded: word.high32)].pointee
            return next(pc + 2, fp, memory, context, a, f)
        }
    }

    /// a; the index of an imported global in the high half.
    static var importedGlobalSet: Handler {
        { pc, fp, memory, context, a, f in
            let word = pc[1]
            context.pointee.importedGlobals[Int(truncatingIfNeeded: word.high32)].pointee = fp[word.field0]
            return next(pc + 2, fp, memory, context, a, f)
        }
    }

    /// The index of the memory in the high half.
    static var useMemory: Handler {
        { pc, fp, _, context, a, f in
            context.pointee.memory = context.pointee.memories[Int(truncatingIfNeeded: pc[1].high32)]
            return next(pc + 2, fp, enter(context), context, a, f)
        }
    }

    /// No operands.
    static var unreachable: Handler { { pc, fp, _, context, _, _ in stop(pc, fp, context, .unreachable) } }

    /// No operands.
    static var unsupported: Handler { { pc, fp, _, context, _, _ in stop(pc, fp, context, .unsupportedInstruction) } }

    /// No operands: the end of what the host called.
    static var finish: Handler { { _, _, _, _, _, _ in Status.finished } }
}

@inline(__always)
private func zeroes(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ count: Int
) -> Int32 {
    let slot = fp + pc[1].field0
    for index in 0..<count { slot[index] = 0 }
    return next(pc + 2, fp, memory, context, a, f)
}

@inline(__always)
private func chooseSlot(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ place: Place
) -> Int32 {
    let word = pc[1]
    let first = fp[word.field2], second = fp[word.field3]
    fp[word.field0] = UInt32(slot: place == .slot ? fp[word.field1] : a) != 0 ? first : second
    return next(pc + 2, fp, memory, context, 0, f)
}

@inline(__always)
private func branchIfBits(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ place: Place, backward: Bool, _ holds: (UInt32, UInt32) -> Bool
) -> Int32 {
    let word = pc[1]
    return branch(
        pc, fp, memory, context, a, f, backward: backward,
        when: holds(UInt32(slot: place == .slot ? fp[word.field0] : a), UInt32(immediate: word)))
}

/// Where branches and calls go when an interrupt is wanted: the instance's handler runs, then execution goes on at `pc`.
@inline(never)
func interrupt(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double
) -> Int32 {
    let status = runInterruptHandler(pc, fp, context)
    if _slowPath(status != Status.finished) { return leave(status, context) }
    context.pointee.memorySize = context.pointee.memory.pointee.byteCount
    return next(pc, fp, memory, context, 0, 0)
}
