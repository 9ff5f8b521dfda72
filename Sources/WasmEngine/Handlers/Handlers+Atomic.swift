// SPDX-License-Identifier: Apache-2.0

import Synchronization

// The handlers of instructions on shared memory: a line for each operation and width.

extension AtomicOperation {
    /// The code that does it.
    var handler: Handler {
        switch self {
        case .load(.bits8): { atomicLoad($0, $1, $2, $3, $4, $5, UInt8.self) }
        case .load(.bits16): { atomicLoad($0, $1, $2, $3, $4, $5, UInt16.self) }
        case .load(.bits32): { atomicLoad($0, $1, $2, $3, $4, $5, UInt32.self) }
        case .load(.bits64): { atomicLoad($0, $1, $2, $3, $4, $5, UInt64.self) }
        case .store(.bits8): { atomicStore($0, $1, $2, $3, $4, $5, UInt8.self) }
        case .store(.bits16): { atomicStore($0, $1, $2, $3, $4, $5, UInt16.self) }
        case .store(.bits32): { atomicStore($0, $1, $2, $3, $4, $5, UInt32.self) }
        case .store(.bits64): { atomicStore($0, $1, $2, $3, $4, $5, UInt64.self) }
        case .modify(.add, .bits8): { atomicModify($0, $1, $2, $3, $4, $5, UInt8.self) { $0 &+ $1 } }
        case .modify(.add, .bits16): { atomicModify($0, $1, $2, $3, $4, $5, UInt16.self) { $0 &+ $1 } }
        case .modify(.add, .bits32): { atomicModify($0, $1, $2, $3, $4, $5, UInt32.self) { $0 &+ $1 } }
        case .modify(.add, .bits64): { atomicModify($0, $1, $2, $3, $4, $5, UInt64.self) { $0 &+ $1 } }
        case .modify(.subtract, .bits8): { atomicModify($0, $1, $2, $3, $4, $5, UInt8.self) { $0 &- $1 } }
        case .modify(.subtract, .bits16): { atomicModify($0, $1, $2, $3, $4, $5, UInt16.self) { $0 &- $1 } }
        case .modify(.subtract, .bits32): { atomicModify($0, $1, $2, $3, $4, $5, UInt32.self) { $0 &- $1 } }
        case .modify(.subtract, .bits64): { atomicModify($0, $1, $2, $3, $4, $5, UInt64.self) { $0 &- $1 } }
        case .modify(.and, .bits8): { atomicModify($0, $1, $2, $3, $4, $5, UInt8.self) { $0 & $1 } }
        case .modify(.and, .bits16): { atomicModify($0, $1, $2, $3, $4, $5, UInt16.self) { $0 & $1 } }
        case .modify(.and, .bits32): { atomicModify($0, $1, $2, $3, $4, $5, UInt32.self) { $0 & $1 } }
        case .modify(.and, .bits64): { atomicModify($0, $1, $2, $3, $4, $5, UInt64.self) { $0 & $1 } }
        case .modify(.or, .bits8): { atomicModify($0, $1, $2, $3, $4, $5, UInt8.self) { $0 | $1 } }
        case .modify(.or, .bits16): { atomicModify($0, $1, $2, $3, $4, $5, UInt16.self) { $0 | $1 } }
        case .modify(.or, .bits32): { atomicModify($0, $1, $2, $3, $4, $5, UInt32.self) { $0 | $1 } }
        case .modify(.or, .bits64): { atomicModify($0, $1, $2, $3, $4, $5, UInt64.self) { $0 | $1 } }
        case .modify(.exclusiveOr, .bits8): { atomicModify($0, $1, $2, $3, $4, $5, UInt8.self) { $0 ^ $1 } }
        case .modify(.exclusiveOr, .bits16): { atomicModify($0, $1, $2, $3, $4, $5, UInt16.self) { $0 ^ $1 } }
        case .modify(.exclusiveOr, .bits32): { atomicModify($0, $1, $2, $3, $4, $5, UInt32.self) { $0 ^ $1 } }
        case .modify(.exclusiveOr, .bits64): { atomicModify($0, $1, $2, $3, $4, $5, UInt64.self) { $0 ^ $1 } }
        case .modify(.exchange, .bits8): { atomicModify($0, $1, $2, $3, $4, $5, UInt8.self) { _, new in new } }
        case .modify(.exchange, .bits16): { atomicModify($0, $1, $2, $3, $4, $5, UInt16.self) { _, new in new } }
        case .modify(.exchange, .bits32): { atomicModify($0, $1, $2, $3, $4, $5, UInt32.self) { _, new in new } }
        case .modify(.exchange, .bits64): { atomicModify($0, $1, $2, $3, $4, $5, UInt64.self) { _, new in new } }
        case .compareExchange(.bits8): { atomicCompareExchange($0, $1, $2, $3, $4, $5, UInt8.self) }
        case .compareExchange(.bits16): { atomicCompareExchange($0, $1, $2, $3, $4, $5, UInt16.self) }
        case .compareExchange(.bits32): { atomicCompareExchange($0, $1, $2, $3, $4, $5, UInt32.self) }
        case .compareExchange(.bits64): { atomicCompareExchange($0, $1, $2, $3, $4, $5, UInt64.self) }
        case .notify: { atomicWaiting($0, $1, $2, $3, $4, $5, AtomicHelper.notify) }
        case .wait(.bits64): { atomicWaiting($0, $1, $2, $3, $4, $5, AtomicHelper.wait64) }
        case .wait: { atomicWaiting($0, $1, $2, $3, $4, $5, AtomicHelper.wait32) }
        case .fence: AtomicHelper.fence
        }
    }
}

/// An unsigned integer as it lies in shared memory: little-endian, at an address that is a multiple of its size.
private protocol SharedInteger: FixedWidthInteger, UnsignedInteger {
    static func load(_ place: UnsafeMutableRawPointer) -> Self
    static func store(_ value: Self, _ place: UnsafeMutableRawPointer)
    /// Stores `new` if there is `old`; what was there.
    static func exchange(_ old: Self, _ new: Self, _ place: UnsafeMutableRawPointer) -> Self
}

extension UInt8: SharedInteger {
    @inline(__always)
    static func load(_ place: UnsafeMutableRawPointer) -> UInt8 {
        place.assumingMemoryBound(to: Atomic<UInt8>.self).pointee.load(ordering: .sequentiallyConsistent)
    }

    @inline(__always)
    static func store(_ value: UInt8, _ place: UnsafeMutableRawPointer) {
        place.assumingMemoryBound(to: Atomic<UInt8>.self).pointee.store(value, ordering: .sequentiallyConsistent)
    }

    @inline(__always)
    static func exchange(_ old: UInt8, _ new: UInt8, _ place: UnsafeMutableRawPointer) -> UInt8 {
        place.assumingMemoryBound(to: Atomic<UInt8>.self).pointee
            .compareExchange(expected: old, desired: new, ordering: .sequentiallyConsistent).original
    }
}

extension UInt16: SharedInteger {
    @inline(__always)
    static func load(_ place: UnsafeMutableRawPointer) -> UInt16 {
        place.assumingMemoryBound(to: Atomic<UInt16>.self).pointee.load(ordering: .sequentiallyConsistent)
    }

    @inline(__always)
    static func store(_ value: UInt16, _ place: UnsafeMutableRawPointer) {
        place.assumingMemoryBound(to: Atomic<UInt16>.self).pointee.store(value, ordering: .sequentiallyConsistent)
    }

    @inline(__always)
    static func exchange(_ old: UInt16, _ new: UInt16, _ place: UnsafeMutableRawPointer) -> UInt16 {
        place.assumingMemoryBound(to: Atomic<UInt16>.self).pointee
            .compareExchange(expected: old, desired: new, ordering: .sequentiallyConsistent).original
    }
}

extension UInt32: SharedInteger {
    @inline(__always)
    static func load(_ place: UnsafeMutableRawPointer) -> UInt32 {
        place.assumingMemoryBound(to: Atomic<UInt32>.self).pointee.load(ordering: .sequentiallyConsistent)
    }

    @inline(__always)
    static func store(_ value: UInt32, _ place: UnsafeMutableRawPointer) {
        place.assumingMemoryBound(to: Atomic<UInt32>.self).pointee.store(value, ordering: .sequentiallyConsistent)
    }

    @inline(__always)
    static func exchange(_ old: UInt32, _ new: UInt32, _ place: UnsafeMutableRawPointer) -> UInt32 {
        place.assumingMemoryBound(to: Atomic<UInt32>.self).pointee
            .compareExchange(expected: old, desired: new, ordering: .sequentiallyConsistent).original
    }
}

extension UInt64: SharedInteger {
    @inline(__always)
    static func load(_ place: UnsafeMutableRawPointer) -> UInt64 {
        place.assumingMemoryBound(to: Atomic<UInt64>.self).pointee.load(ordering: .sequentiallyConsistent)
    }

    @inline(__always)
    static func store(_ value: UInt64, _ place: UnsafeMutableRawPointer) {
        place.assumingMemoryBound(to: Atomic<UInt64>.self).pointee.store(value, ordering: .sequentiallyConsistent)
    }

    @inline(__always)
    static func exchange(_ old: UInt64, _ new: UInt64, _ place: UnsafeMutableRawPointer) -> UInt64 {
        place.assumingMemoryBound(to: Atomic<UInt64>.self).pointee
            .compareExchange(expected: old, desired: new, ordering: .sequentiallyConsistent).original
    }
}

/// The address of an access, and what is wrong with it.
@inline(__always)
private func check<T: SharedInteger>(
    _ fp: FramePointer, _ slot: Int, _ extra: UInt64, _ context: ContextPointer, _ type: T.Type
) -> (address: UInt64, isAligned: Bool, isInside: Bool) {
    let size = UInt64(MemoryLayout<T>.size)
    let address = UInt64(UInt32(slot: fp[slot])) &+ (extra & 0xffff_ffff)
    return (address, address & (size &- 1) == 0, address &+ size <= context.pointee.memorySize)
}

/// dst, address; offset.
@inline(__always)
private func atomicLoad<T: SharedInteger>(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ type: T.Type
) -> Int32 {
    let word = pc[1]
    let (address, isAligned, isInside) = check(fp, word.field1, pc[2], context, type)
    if _slowPath(!isAligned) { return stop(pc, fp, context, .unalignedAtomic) }
    if _slowPath(!isInside) { return memoryOutOfBounds(pc, fp, memory, context, a, f) }
    fp[word.field0] = UInt64(truncatingIfNeeded: T.load(memory + Int(truncatingIfNeeded: address)))
    return next(pc + 3, fp, memory, context, a, f)
}

/// address, value; offset.
@inline(__always)
private func atomicStore<T: SharedInteger>(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ type: T.Type
) -> Int32 {
    let word = pc[1]
    let (address, isAligned, isInside) = check(fp, word.field0, pc[2], context, type)
    if _slowPath(!isAligned) { return stop(pc, fp, context, .unalignedAtomic) }
    if _slowPath(!isInside) { return memoryOutOfBounds(pc, fp, memory, context, a, f) }
    T.store(T(truncatingIfNeeded: fp[word.field1]), memory + Int(truncatingIfNeeded: address))
    return next(pc + 3, fp, memory, context, a, f)
}

/// dst, address, operand; offset: what was there before.
@inline(__always)
private func atomicModify<T: SharedInteger>(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ type: T.Type, _ apply: (T, T) -> T
) -> Int32 {
    let word = pc[1]
    let (address, isAligned, isInside) = check(fp, word.field1, pc[2], context, type)
    if _slowPath(!isAligned) { return stop(pc, fp, context, .unalignedAtomic) }
    if _slowPath(!isInside) { return memoryOutOfBounds(pc, fp, memory, context, a, f) }
    let place = memory + Int(truncatingIfNeeded: address)
    let operand = T(truncatingIfNeeded: fp[word.field2])
    var old = T.load(place)
    while true {
        let found = T.exchange(old, apply(old, operand), place)
        if _fastPath(found == old) { break }
        old = found
    }
    fp[word.field0] = UInt64(truncatingIfNeeded: old)
    return next(pc + 3, fp, memory, context, a, f)
}

/// dst, address, expected, replacement; offset: what was there before. An expected value too large for the width is never there.
@inline(__always)
private func atomicCompareExchange<T: SharedInteger>(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ type: T.Type
) -> Int32 {
    let word = pc[1]
    let (address, isAligned, isInside) = check(fp, word.field1, pc[2], context, type)
    if _slowPath(!isAligned) { return stop(pc, fp, context, .unalignedAtomic) }
    if _slowPath(!isInside) { return memoryOutOfBounds(pc, fp, memory, context, a, f) }
    let place = memory + Int(truncatingIfNeeded: address)
    let expected = T(truncatingIfNeeded: fp[word.field2])
    let isPossible = UInt64(truncatingIfNeeded: expected) == fp[word.field2]
    let old = isPossible ? T.exchange(expected, T(truncatingIfNeeded: fp[word.field3]), place) : T.load(place)
    fp[word.field0] = UInt64(truncatingIfNeeded: old)
    return next(pc + 3, fp, memory, context, a, f)
}

/// Does what a helper does, which may take long and run the interrupt handler.
@inline(__always)
private func atomicWaiting(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ helper: (ProgramCounter, FramePointer, ContextPointer) -> Int32
) -> Int32 {
    let status = helper(pc, fp, context)
    if _slowPath(status != Status.finished) { return leave(status, context) }
    return next(pc + 3, fp, enter(context), context, 0, 0)
}

private enum AtomicHelper {
    /// No operands.
    static var fence: Handler {
        { pc, fp, memory, context, a, f in
            atomicMemoryFence(ordering: .sequentiallyConsistent)
            return next(pc + 3, fp, memory, context, a, f)
        }
    }

    @inline(never)
    static func wait32(_ pc: ProgramCounter, _ fp: FramePointer, _ context: ContextPointer) -> Int32 {
        wait(pc, fp, context, UInt32.self)
    }

    @inline(never)
    static func wait64(_ pc: ProgramCounter, _ fp: FramePointer, _ context: ContextPointer) -> Int32 {
        wait(pc, fp, context, UInt64.self)
    }

    /// The place of an access to the memory that `notify` or `wait` names, or the trap.
    private static func place<T: SharedInteger>(
        _ pc: ProgramCounter, _ fp: FramePointer, _ context: ContextPointer, _ type: T.Type
    ) -> (place: UnsafeMutableRawPointer, trap: TrapCode) {
        let size = UInt64(MemoryLayout<T>.size)
        let memory = context.pointee.memories[Int(truncatingIfNeeded: pc[2].high32)].pointee
        let address = UInt64(UInt32(slot: fp[pc[1].field1])) &+ (pc[2] & 0xffff_ffff)
        guard address & (size &- 1) == 0 else { return (memory.base, .unalignedAtomic) }
        guard address &+ size <= memory.byteCount else { return (memory.base, .memoryOutOfBounds) }
        return (memory.base + Int(truncatingIfNeeded: address), .none)
    }

    private static func isShared(_ pc: ProgramCounter, _ context: ContextPointer) -> Bool {
        let memories = context.pointee.instance.takeUnretainedValue().memories
        let index = Int(truncatingIfNeeded: pc[2].high32)
        return memories.indices.contains(index) && memories[index].type.isShared
    }

    @inline(never)
    static func notify(_ pc: ProgramCounter, _ fp: FramePointer, _ context: ContextPointer) -> Int32 {
        let (place, trap) = place(pc, fp, context, UInt32.self)
        guard trap == .none else { return stop(pc, fp, context, trap) }
        let count = UInt32(slot: fp[pc[1].field2])
        fp[pc[1].field0] = isShared(pc, context) ? UInt64(WaitQueues.notify(place, count: count)) : 0
        return Status.finished
    }

    /// 0: notified; 1: there was another value; 2: the time was up.
    private static func wait<T: SharedInteger>(
        _ pc: ProgramCounter, _ fp: FramePointer, _ context: ContextPointer, _ type: T.Type
    ) -> Int32 {
        let word = pc[1]
        let (place, trap) = place(pc, fp, context, type)
        guard trap == .none else { return stop(pc, fp, context, trap) }
        guard isShared(pc, context) else { return stop(pc, fp, context, .expectedSharedMemory) }
        let expected = T(truncatingIfNeeded: fp[word.field2])
        guard let waiter = WaitQueues.enter(place, if: { T.load(place) == expected }) else {
            fp[word.field0] = 1
            return Status.finished
        }
        defer { WaitQueues.leave(waiter) }
        let deadline = Deadline(nanoseconds: Int64(bitPattern: fp[word.field3]))
        while true {
            switch WaitQueues.wait(waiter, until: deadline, orWhile: { context.pointee.interruptFlag == 0 }) {
            case .notified:
                fp[word.field0] = 0
                return Status.finished
            case .timedOut:
                fp[word.field0] = 2
                return Status.finished
            case .interrupted:
                let status = runInterruptHandler(pc, fp, context)
                if status != Status.finished { return status }
            }
        }
    }
}
