// SPDX-License-Identifier: Apache-2.0

import Synchronization

// Calls and returns. A callee's frame begins at its arguments, on the caller's operand stack:
//
//     fp[0 ..< link]     parameters; at the return, results
//     fp[link]           where to return to
//     fp[link + 1]       the caller's frame pointer
//     fp[link + 2 ...]   locals, then the operand stack
//
// where link = max(parameters, results). WebAssembly calls do not use the host's stack. A call into another instance
// puts a bridge between the two frames, which leads back to the caller's context.

/// The slots of a bridge, below the callee's frame.
enum Bridge {
    static let returnAddress = 0
    static let frame = 1
    static let context = 2
    static let resultCount = 3
    static let slotCount = 4
}

extension Handlers {
    /// base, link (from the caller's frame); the callee's code is the next word.
    static var call: Handler {
        { pc, fp, memory, context, a, f in
            let word = pc[1]
            let callee = fp + word.field0
            if _slowPath(UInt(bitPattern: callee) >= context.pointee.stackLimit) {
                return stackCheckFailed(pc, fp, memory, context, a, f)
            }
            let link = fp + word.field1
            link[0] = UInt64(UInt(bitPattern: pc + 3))
            link[1] = UInt64(UInt(bitPattern: fp))
            return next(directCallee(pc), callee, memory, context, a, f)
        }
    }

    /// base, link; the function's index is the next word.
    static var callImport: Handler {
        { pc, fp, memory, context, a, f in
            let record = context.pointee.functions[Int(truncatingIfNeeded: pc[2])]
            if _slowPath(record.pointee.host == nil) {
                return callForeign(pc, fp, memory, context, a, f, record)
            }
            let status = callHost(record, fp + pc[1].field0, pc, fp, context)
            if _slowPath(status != Status.finished) { return leave(status, context) }
            context.pointee.memorySize = context.pointee.memory.pointee.byteCount
            return next(pc + 3, fp, memory, context, 0, 0)
        }
    }

    /// base, link, index slot; the next word has the type's number, and the table in its high half.
    static var callIndirect: Handler {
        { pc, fp, memory, context, a, f in
            let word = pc[1], extra = pc[2]
            let table = context.pointee.tables[Int(truncatingIfNeeded: extra.high32)]
            let index = UInt64(UInt32(slot: fp[word.field2]))
            if _slowPath(index >= table.pointee.count) {
                return stop(pc, fp, context, .undefinedElement)
            }
            let reference = UInt(truncatingIfNeeded: table.pointee.elements[Int(truncatingIfNeeded: index)])
            guard let record = UnsafeMutablePointer<FunctionRecord>(bitPattern: reference) else {
                return stop(pc, fp, context, .uninitializedElement)
            }
            if _slowPath(record.pointee.typeID != UInt32(truncatingIfNeeded: extra)) {
                return stop(pc, fp, context, .indirectCallTypeMismatch)
            }
            if _slowPath(record.pointee.context != context) {
                return callForeign(pc, fp, memory, context, a, f, record)
            }
            let callee = fp + word.field0
            if _slowPath(UInt(bitPattern: callee) >= context.pointee.stackLimit) {
                return stackCheckFailed(pc, fp, memory, context, a, f)
            }
            let link = fp + word.field1
            link[0] = UInt64(UInt(bitPattern: pc + 3))
            link[1] = UInt64(UInt(bitPattern: fp))
            return next(record.pointee.entry, callee, memory, context, a, f)
        }
    }

    /// link: no results, or they are in place.
    static var return0: Handler {
        { pc, fp, memory, context, a, f in
            let link = fp + pc[1].field0
            return next(target(link[0]), frame(link[1]), memory, context, a, f)
        }
    }

    /// link, a: one result.
    static var return1: Handler {
        { pc, fp, memory, context, a, f in
            let word = pc[1]
            let link = fp + word.field0
            let caller = frame(link[1])
            let destination = target(link[0])
            fp[0] = fp[word.field1]
            return next(destination, caller, memory, context, a, f)
        }
    }

    /// link, accumulator: one result.
    static var returnAccumulator: Handler {
        { pc, fp, memory, context, a, f in
            let link = fp + pc[1].field0
            let caller = frame(link[1])
            let destination = target(link[0])
            fp[0] = a
            return next(destination, caller, memory, context, a, f)
        }
    }

    /// link, floating-point accumulator: one result.
    static var returnFloatingAccumulator: Handler {
        { pc, fp, memory, context, a, f in
            let link = fp + pc[1].field0
            let caller = frame(link[1])
            let destination = target(link[0])
            fp[0] = f.bitPattern
            return next(destination, caller, memory, context, a, f)
        }
    }

    /// link, and the result, zero-extended, in the high half.
    static var returnConstant: Handler {
        { pc, fp, memory, context, a, f in
            let word = pc[1]
            let link = fp + word.field0
            fp[0] = word.high32
            return next(target(link[0]), frame(link[1]), memory, context, a, f)
        }
    }

    /// base, count of arguments to move, link, the callee's link; the function's index is the next word. Unlike that of
    /// `call`, this word is never changed to the callee's code: the callee could not tell who called.
    static var returnCall: Handler {
        { pc, fp, memory, context, a, f in
            if _slowPath(context.pointee.interruptFlag != 0) {
                return interrupt(pc, fp, memory, context, a, f)
            }
            let word = pc[1]
            replaceFrame(fp, base: word.field0, count: word.field1, link: word.field2, calleeLink: word.field3)
            let record = context.pointee.functions[Int(truncatingIfNeeded: pc[2])]
            return next(record.pointee.entry, fp, memory, context, 0, f)
        }
    }

    /// base, parameter count, link; the function's index is the next word.
    static var returnCallImport: Handler {
        { pc, fp, memory, context, a, f in
            let record = context.pointee.functions[Int(truncatingIfNeeded: pc[2])]
            return returnCallRecord(pc, fp, memory, context, a, f, record)
        }
    }

    /// base, parameter count, link, index slot; the next word has the type's number, and the table in its high half.
    static var returnCallIndirect: Handler {
        { pc, fp, memory, context, a, f in
            let word = pc[1], extra = pc[2]
            let table = context.pointee.tables[Int(truncatingIfNeeded: extra.high32)]
            let index = UInt64(UInt32(slot: fp[word.field3]))
            if _slowPath(index >= table.pointee.count) {
                return stop(pc, fp, context, .undefinedElement)
            }
            let reference = UInt(truncatingIfNeeded: table.pointee.elements[Int(truncatingIfNeeded: index)])
            guard let record = UnsafeMutablePointer<FunctionRecord>(bitPattern: reference) else {
                return stop(pc, fp, context, .uninitializedElement)
            }
            if _slowPath(record.pointee.typeID != UInt32(truncatingIfNeeded: extra)) {
                return stop(pc, fp, context, .indirectCallTypeMismatch)
            }
            return returnCallRecord(pc, fp, memory, context, a, f, record)
        }
    }

    /// The position among the module's own functions: a function's first call comes here, is translated, and goes on.
    static var translate: Handler {
        { pc, fp, memory, context, a, f in
            guard let entry = translateFunction(pc, fp, context) else {
                return stop(pc, fp, context, .functionTooLarge)
            }
            return next(entry, fp, memory, context, 0, 0)
        }
    }

    /// A host function's record: how code that does not know that it calls the host arrives there.
    static var enterHost: Handler {
        { pc, fp, memory, context, a, f in
            let record = UnsafeMutablePointer<FunctionRecord>(bitPattern: UInt(pc[1])).unsafelyUnwrapped
            let status = callHost(record, fp, pc, fp, context)
            if _slowPath(status != Status.finished) { return leave(status, context) }
            let link = fp + record.pointee.linkSlot
            context.pointee.memorySize = context.pointee.memory.pointee.byteCount
            return next(target(link[0]), frame(link[1]), memory, context, 0, 0)
        }
    }

    /// No operands; `fp` is a bridge: the return from a call into another instance.
    static var returnFromForeign: Handler {
        { pc, fp, memory, context, a, f in
            let destination = target(fp[Bridge.returnAddress])
            let caller = frame(fp[Bridge.frame])
            let home = ContextPointer(bitPattern: UInt(fp[Bridge.context])).unsafelyUnwrapped
            let count = Int(truncatingIfNeeded: fp[Bridge.resultCount])
            var index = 0
            while index < count {
                fp[index] = fp[Bridge.slotCount &+ index]
                index &+= 1
            }
            return next(destination, caller, enter(home), home, 0, 0)
        }
    }
}

/// Stops with a status, or goes on where an exception was caught.
@inline(never)
func leave(_ status: Int32, _ context: ContextPointer) -> Int32 {
    let machine = context.pointee.machine.pointee
    guard status == Status.resumed, let home = machine.context else { return status }
    return next(machine.pc, machine.fp, enter(home), home, 0, 0)
}

/// Gives control to another instance: its memory, of the size that it has now.
@inline(__always)
func enter(_ context: ContextPointer) -> MemoryBase {
    let memory = context.pointee.memory.pointee
    context.pointee.memorySize = memory.byteCount
    return memory.base
}

/// The callee's code of a direct call: the one word of code that changes while threads run it, from the callee's stub to
/// its code.
@inline(__always)
func directCallee(_ pc: ProgramCounter) -> ProgramCounter {
    let word = UnsafeRawPointer(pc + 2).assumingMemoryBound(to: Atomic<UInt>.self)
    return ProgramCounter(bitPattern: word.pointee.load(ordering: .relaxed)).unsafelyUnwrapped
}

/// Changes it, if `destination` is where a direct call of this stub returns to. What was written before is seen by those
/// who get there.
func setDirectCallee(before destination: ProgramCounter, from stub: ProgramCounter, to entry: ProgramCounter) {
    let call = destination - 3
    guard [word(Handlers.call), word(Handlers.copyAndCall)].contains(call.pointee), directCallee(call) == stub else {
        return
    }
    let callee = UnsafeRawPointer(call + 2).assumingMemoryBound(to: Atomic<UInt>.self)
    callee.pointee.store(UInt(bitPattern: entry), ordering: .releasing)
}

/// A frame pointer in a slot.
@inline(__always)
func frame(_ slot: UInt64) -> FramePointer {
    FramePointer(bitPattern: UInt(truncatingIfNeeded: slot)).unsafelyUnwrapped
}

/// Moves arguments to where the running frame begins, and the link to where the callee looks for it. The arguments lie
/// above the frame's beginning, so that an ascending copy does not overwrite what it has yet to read.
@inline(__always)
private func replaceFrame(_ fp: FramePointer, base: Int, count: Int, link: Int, calleeLink: Int) {
    let destination = fp[link], caller = fp[link &+ 1]
    var index = 0
    while index < count {
        fp[index] = fp[base &+ index]
        index &+= 1
    }
    fp[calleeLink] = destination
    fp[calleeLink &+ 1] = caller
}

/// A tail call of the function that has a record, perhaps another instance's. A chain of such calls between
/// instances needs one bridge: it leads back to the first caller.
@inline(never)
private func returnCallRecord(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ record: UnsafeMutablePointer<FunctionRecord>
) -> Int32 {
    if _slowPath(context.pointee.interruptFlag != 0) { return interrupt(pc, fp, memory, context, a, f) }
    let word = pc[1]
    let home = record.pointee.context.unsafelyUnwrapped
    let link = word.field2
    var callee = fp
    if home == context || fp[link] == UInt64(UInt(bitPattern: StaticCode.returnFromForeign)) {
        replaceFrame(fp, base: word.field0, count: word.field1, link: link, calleeLink: record.pointee.linkSlot)
    } else {
        callee = fp + Bridge.slotCount
        let destination = fp[link], caller = fp[link &+ 1]
        let count = word.field1
        var index = count
        if word.field0 >= Bridge.slotCount {
            index = 0
            while index < count {
                callee[index] = fp[word.field0 &+ index]
                index &+= 1
            }
        } else {
            while index > 0 {
                index &-= 1
                callee[index] = fp[word.field0 &+ index]
            }
        }
        connect(fp, to: callee, record, destination, caller, context)
    }
    return next(record.pointee.entry, callee, enter(home), home, 0, 0)
}

/// A call of the function that has a record, which belongs to another instance.
@inline(never)
func callForeign(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ record: UnsafeMutablePointer<FunctionRecord>
) -> Int32 {
    let base = fp + pc[1].field0
    let callee = base + Bridge.slotCount
    if _slowPath(UInt(bitPattern: callee) >= context.pointee.stackLimit) {
        return stackCheckFailed(pc, fp, memory, context, a, f)
    }
    var index = Int(record.pointee.parameterCount)
    while index > 0 {
        index &-= 1
        callee[index] = base[index]
    }
    connect(base, to: callee, record, UInt64(UInt(bitPattern: pc + 3)), UInt64(UInt(bitPattern: fp)), context)
    let home = record.pointee.context.unsafelyUnwrapped
    return next(record.pointee.entry, callee, enter(home), home, 0, 0)
}

/// Makes a bridge, and has the callee return to it.
@inline(__always)
private func connect(
    _ bridge: FramePointer, to callee: FramePointer, _ record: UnsafeMutablePointer<FunctionRecord>,
    _ destination: UInt64, _ caller: UInt64, _ context: ContextPointer
) {
    bridge[Bridge.returnAddress] = destination
    bridge[Bridge.frame] = caller
    bridge[Bridge.context] = UInt64(UInt(bitPattern: context))
    bridge[Bridge.resultCount] = UInt64(record.pointee.resultCount)
    let link = callee + record.pointee.linkSlot
    link[0] = UInt64(UInt(bitPattern: StaticCode.returnFromForeign))
    link[1] = UInt64(UInt(bitPattern: bridge))
}

/// A call found its frame beyond the limit: because an interrupt is wanted, or because the stack is exhausted. After
/// the interrupt the call is made again.
@inline(never)
func stackCheckFailed(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double
) -> Int32 {
    let callee = fp + pc[1].field0 + Bridge.slotCount
    if UInt(bitPattern: callee) >= context.pointee.machine.pointee.stackLimit {
        return stop(pc, fp, context, .callStackExhausted)
    }
    return interrupt(pc, fp, memory, context, a, f)
}
