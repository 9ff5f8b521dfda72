// SPDX-License-Identifier: Apache-2.0

import WasmFormat

// Between the host and running code: activations, host calls, interrupts, first calls, and what is left of the stack
// when execution stops early.

extension Store {
    /// Calls a function. Its arguments are in `slots`, and its results will be.
    func run(_ record: UnsafeMutablePointer<FunctionRecord>, slots: UnsafeMutablePointer<UInt64>) throws(Trap) {
        guard let context = record.pointee.context else { return }
        let fp = machine.pointee.top
        guard UInt(bitPattern: fp) < machine.pointee.stackLimit, machine.pointee.depth < limits.hostCallDepth else {
            throw Trap(.callStackExhausted)
        }
        for index in 0..<Int(record.pointee.parameterCount) { fp[index] = slots[index] }
        let link = fp + record.pointee.linkSlot
        link[0] = UInt64(UInt(bitPattern: StaticCode.finish))
        link[1] = UInt64(UInt(bitPattern: fp))
        machine.pointee.depth += 1
        let status = execute(record.pointee.entry, fp, context)
        machine.pointee.depth -= 1
        machine.pointee.top = fp
        if status != Status.finished { throw trap(for: status, in: context) }
        for index in 0..<Int(record.pointee.resultCount) { slots[index] = fp[index] }
    }

    private func execute(_ entry: ProgramCounter, _ fp: FramePointer, _ context: ContextPointer) -> Int32 {
        var status = handler(at: entry)(entry, fp, enter(context), context, 0, 0)
        #if DEBUG
            while status == Status.proceed, let (pc, fp, memory, context, a, f) = machine.pointee.registers {
                status = handler(at: pc)(pc, fp, memory, context, a, f)
            }
        #endif
        return status
    }

    /// The trap that a status other than `finished` stands for, with the frames of this activation.
    private func trap(for status: Int32, in context: ContextPointer) -> Trap {
        var trap = Trap(machine.pointee.reason.reason)
        let stopped = machine.pointee.context ?? context
        if status == Status.threw {
            let instance = stopped.pointee.instance.takeUnretainedValue()
            trap = instance.pendingTrap ?? trap
            instance.pendingTrap = nil
        }
        if case .exit = trap.reason { return trap }
        appendFrames(to: &trap.backtrace, from: machine.pointee.pc, machine.pointee.fp, stopped)
        return trap
    }

    private func appendFrames(
        to backtrace: inout [Trap.Frame], from start: ProgramCounter, _ frame: FramePointer, _ context: ContextPointer
    ) {
        var walker = FrameWalker(pc: start, fp: frame, context: context)
        while backtrace.count < Self.backtraceLimit, let function = walker.function {
            let instance = walker.context.pointee.instance.takeUnretainedValue()
            backtrace.append(
                Trap.Frame(
                    functionIndex: function.index, functionName: instance.module.name(of: function.index),
                    byteOffset: function.byteOffset(of: walker.pc)))
            guard walker.moveToCaller() else { break }
        }
    }

    private static let backtraceLimit = 100
}

extension Module {
    /// A function's name for a backtrace: from the `name` section, else that of an export.
    fileprivate func name(of function: Int) -> String? {
        debugName(ofFunction: function)
            ?? exports.first { $0.kind == .function && Int($0.index) == function }?.name.shortened
    }
}

/// Walks the frames of one activation, from the innermost outwards.
struct FrameWalker {
    var pc: ProgramCounter
    var fp: FramePointer
    var context: ContextPointer
    private(set) var function: TranslatedFunction?

    init(pc: ProgramCounter, fp: FramePointer, context: ContextPointer) {
        self.pc = pc
        self.fp = fp
        self.context = context
        function = context.pointee.instance.takeUnretainedValue().code.function(at: pc)
        // A host function that was reached through a table has a frame, but no code that is a function's.
        if function == nil, pc.pointee == word(Handlers.enterHost),
            let record = UnsafePointer<FunctionRecord>(bitPattern: UInt(pc[1]))
        {
            _ = moveToCaller(fp + record.pointee.linkSlot)
        }
    }

    /// Goes on to the caller, to within its call instruction; false when the host called.
    mutating func moveToCaller() -> Bool {
        guard let function else { return false }
        return moveToCaller(fp + function.linkSlot)
    }

    private mutating func moveToCaller(_ link: FramePointer) -> Bool {
        function = nil
        var destination = target(link[0])
        fp = frame(link[1])
        if destination == StaticCode.returnFromForeign {
            let bridge = fp
            destination = target(bridge[Bridge.returnAddress])
            fp = frame(bridge[Bridge.frame])
            guard let home = ContextPointer(bitPattern: UInt(bridge[Bridge.context])) else { return false }
            context = home
        }
        if destination == StaticCode.finish { return false }
        pc = destination - 1
        self.function = context.pointee.instance.takeUnretainedValue().code.function(at: pc)
        return self.function != nil
    }
}

/// Calls a function of the host's. `pc`, `fp` and `context` are the caller's, for a backtrace.
@inline(never)
func callHost(
    _ record: UnsafeMutablePointer<FunctionRecord>, _ slots: FramePointer, _ pc: ProgramCounter, _ fp: FramePointer,
    _ context: ContextPointer
) -> Int32 {
    guard let code = record.pointee.host, let home = record.pointee.context else { return Status.trapped }
    let machine = context.pointee.machine
    machine.pointee.top = slots + record.pointee.linkSlot + Bridge.slotCount
    let status = code._withUnsafeGuaranteedRef { code in
        home.pointee.instance._withUnsafeGuaranteedRef { instance in
            do throws(Trap) {
                try code.body(HostCall(slots: slots, instance: instance))
                return Status.finished
            } catch {
                return passOn(error, pc, fp, context)
            }
        }
    }
    if _slowPath(status != Status.finished) { return status }
    if _slowPath(context.pointee.interruptFlag != 0) {
        machine.pointee.top = slots + record.pointee.linkSlot + Bridge.slotCount
        return runInterruptHandler(above: machine.pointee.top, pc, fp, context)
    }
    return Status.finished
}

/// Runs the interrupt handler of the running instance between two of its instructions.
@inline(never)
func runInterruptHandler(_ pc: ProgramCounter, _ fp: FramePointer, _ context: ContextPointer) -> Int32 {
    let function = context.pointee.instance.takeUnretainedValue().code.function(at: pc)
    return runInterruptHandler(above: fp + (function?.frameSlots ?? 0) + Bridge.slotCount, pc, fp, context)
}

private func runInterruptHandler(
    above top: FramePointer, _ pc: ProgramCounter, _ fp: FramePointer, _ context: ContextPointer
) -> Int32 {
    let instance = context.pointee.instance.takeUnretainedValue()
    guard InterruptHandle.take(context), let handler = instance.interruptHandler else { return Status.finished }
    let machine = context.pointee.machine
    machine.pointee.top = top
    do throws(Trap) {
        try handler(instance)
        return Status.finished
    } catch {
        return passOn(error, pc, fp, context)
    }
}

/// What becomes of a trap that the host threw at running code: it stops. But an exception that went uncaught in what the
/// host had called goes on looking here.
private func passOn(_ trap: Trap, _ pc: ProgramCounter, _ fp: FramePointer, _ context: ContextPointer) -> Int32 {
    let instance = context.pointee.instance.takeUnretainedValue()
    let store = instance.store
    if trap.reason == .uncaughtException, let (exception, reference) = store.uncaught,
        store.unwind(exception, reference: reference, pc, fp, context) == .none
    {
        return Status.resumed
    }
    let machine = context.pointee.machine
    instance.pendingTrap = trap
    machine.pointee.pc = pc
    machine.pointee.fp = fp
    machine.pointee.context = context
    return Status.threw
}

/// A function's code at its first call. The call that led here is changed to lead there directly from now on.
@inline(never)
func translateFunction(_ pc: ProgramCounter, _ fp: FramePointer, _ context: ContextPointer) -> ProgramCounter? {
    let code = context.pointee.instance.takeUnretainedValue().code
    let defined = Int(truncatingIfNeeded: pc[1])
    guard let entry = code.translate(defined: defined) else { return nil }
    let record = context.pointee.functions[code.module.importedFunctionCount + defined]
    record.pointee.entry = entry
    let destination = target(fp[record.pointee.linkSlot])
    if code.function(at: destination - 1) != nil { setDirectCallee(before: destination, from: pc, to: entry) }
    return entry
}
