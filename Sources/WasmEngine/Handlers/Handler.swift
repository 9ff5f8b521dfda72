// SPDX-License-Identifier: Apache-2.0

// The technique that the interpreter rests on. An instruction in code is the address of its handler, then a word of
// operands, then perhaps more words. A handler ends by calling the next one, which the optimiser makes a jump: so long
// as nothing needs cleaning up after it and the arguments fit in registers. Nothing but `next` makes that call.

/// The code of an instruction. The last two arguments are accumulators: a value that only the next instruction needs
/// stays in a register, in the first one if it is an integer, in the second if it is an f64. Whatever does not use them
/// passes on what it got, which costs nothing.
typealias Handler =
    @convention(thin) (
        ProgramCounter, FramePointer, MemoryBase, ContextPointer, UInt64, Double
    ) -> Int32

typealias MemoryBase = UnsafeMutableRawPointer

/// Passes control to the instruction at `pc`. Without optimisation the call would not be a jump, so debug builds return
/// to a trampoline instead.
@inline(__always)
func next(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double
) -> Int32 {
    #if NETWASI_COUNT
        StepCounts.note(pc)
    #endif
    #if DEBUG
        context.pointee.machine.pointee.registers = (pc, fp, memory, context, a, f)
        return Status.proceed
    #else
        return handler(at: pc)(pc, fp, memory, context, a, f)
    #endif
}

@inline(__always)
func handler(at pc: ProgramCounter) -> Handler {
    unsafeBitCast(UInt(truncatingIfNeeded: pc.pointee), to: Handler.self)
}

/// Where an operand comes from, or a result goes. Always a constant, so that a handler has one or the other.
enum Place {
    case slot, accumulator
}

/// Ends a handler that has a result for the slot in field 0 or for an accumulator.
@inline(__always)
func finish<T: SlotValue>(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ place: Place, _ word: UInt64, _ result: T
) -> Int32 {
    if place == .accumulator {
        return next(pc, fp, memory, context, result.accumulator(a), result.floatingAccumulator(f))
    }
    fp[word.field0] = result.slot
    return next(pc, fp, memory, context, a, f)
}

/// A handler as a word of code.
func word(_ handler: Handler) -> UInt64 { UInt64(unsafeBitCast(handler, to: UInt.self)) }

/// A code address in a word of code.
@inline(__always)
func target(_ word: UInt64) -> ProgramCounter {
    ProgramCounter(bitPattern: UInt(truncatingIfNeeded: word)).unsafelyUnwrapped
}

/// The operand word's fields, which Code.swift draws. `frame[field]` is an operand.
extension UInt64 {
    @inline(__always) var field0: Int { Int(truncatingIfNeeded: self & 0xffff) }
    @inline(__always) var field1: Int { Int(truncatingIfNeeded: (self >> 16) & 0xffff) }
    @inline(__always) var field2: Int { Int(truncatingIfNeeded: (self >> 32) & 0xffff) }
    @inline(__always) var field3: Int { Int(truncatingIfNeeded: self >> 48) }
    @inline(__always) var high32: UInt64 { self >> 32 }
}

/// Where a trap leaves from: out of line, so that handlers stay short, and jumped to, so that they need no frame.
@inline(never)
func stop(_ pc: ProgramCounter, _ fp: FramePointer, _ context: ContextPointer, _ code: TrapCode) -> Int32 {
    context.pointee.memory = context.pointee.memories[0]
    let machine = context.pointee.machine
    machine.pointee.pc = pc
    machine.pointee.fp = fp
    machine.pointee.context = context
    machine.pointee.reason = code
    return Status.trapped
}

/// An access outside of memory, as far as the running code's copy of the size goes. Another thread may have grown a
/// shared memory since: then the instruction is run again with the size of now.
@inline(never)
func memoryOutOfBounds(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double
) -> Int32 {
    let size = context.pointee.memory.pointee.byteCount
    guard size > context.pointee.memorySize else { return stop(pc, fp, context, .memoryOutOfBounds) }
    context.pointee.memorySize = size
    return next(pc, fp, memory, context, a, f)
}
