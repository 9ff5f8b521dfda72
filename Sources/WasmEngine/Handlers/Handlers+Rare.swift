// SPDX-License-Identifier: Apache-2.0

// Instructions on whole memories and tables, references and exceptions: each is a helper that returns a trap code, and a
// handler that goes on or stops.

extension RareOperation {
    /// Its code.
    var handler: Handler {
        switch self {
        // Without a call: C libraries that check pointers ask all the time.
        case .memorySize: { pc, fp, memory, context, _, _ in
                fp[pc[1].field0] = context.pointee.memories[Int(truncatingIfNeeded: pc[2])].pointee.byteCount >> 16
                context.pointee.memorySize = context.pointee.memory.pointee.byteCount
                return next(pc + 3, fp, memory, context, 0, 0)
            }
        case .memoryGrow: { rare($0, $1, $2, $3, $4, $5, RareHelper.memoryGrow) }
        case .memoryCopy: { rare($0, $1, $2, $3, $4, $5, RareHelper.memoryCopy) }
        case .memoryFill: { rare($0, $1, $2, $3, $4, $5, RareHelper.memoryFill) }
        case .memoryInit: { rare($0, $1, $2, $3, $4, $5, RareHelper.memoryInit) }
        case .dataDrop: { rare($0, $1, $2, $3, $4, $5, RareHelper.dataDrop) }
        case .tableGet: { rare($0, $1, $2, $3, $4, $5, RareHelper.tableGet) }
        case .tableSet: { rare($0, $1, $2, $3, $4, $5, RareHelper.tableSet) }
        case .tableSize: { rare($0, $1, $2, $3, $4, $5, RareHelper.tableSize) }
        case .tableGrow: { rare($0, $1, $2, $3, $4, $5, RareHelper.tableGrow) }
        case .tableFill: { rare($0, $1, $2, $3, $4, $5, RareHelper.tableFill) }
        case .tableCopy: { rare($0, $1, $2, $3, $4, $5, RareHelper.tableCopy) }
        case .tableInit: { rare($0, $1, $2, $3, $4, $5, RareHelper.tableInit) }
        case .elementDrop: { rare($0, $1, $2, $3, $4, $5, RareHelper.elementDrop) }
        case .functionReference: { rare($0, $1, $2, $3, $4, $5, RareHelper.functionReference) }
        case .throwTag: { resume($0, $1, $2, $3, $4, $5, RareHelper.throwTag) }
        case .throwReference: { resume($0, $1, $2, $3, $4, $5, RareHelper.throwReference) }
        }
    }
}

/// Does what a helper does, and goes on behind it. The memory may have grown.
@inline(__always)
private func rare(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ helper: (ProgramCounter, FramePointer, ContextPointer) -> TrapCode
) -> Int32 {
    let code = helper(pc, fp, context)
    if _slowPath(code != .none) { return stop(pc, fp, context, code) }
    context.pointee.memorySize = context.pointee.memory.pointee.byteCount
    return next(pc + 3, fp, memory, context, 0, 0)
}

/// Does what a helper does, and goes on where it says.
@inline(__always)
private func resume(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer,
    _ a: UInt64, _ f: Double, _ helper: (ProgramCounter, FramePointer, ContextPointer) -> TrapCode
) -> Int32 {
    let code = helper(pc, fp, context)
    if _slowPath(code != .none) { return stop(pc, fp, context, code) }
    return leave(Status.resumed, context)
}

@inline(__always)
private func instance(_ context: ContextPointer) -> Instance { context.pointee.instance.takeUnretainedValue() }

/// An i32 operand of a helper: sums of these do not overflow.
@inline(__always)
private func operand(_ fp: FramePointer, _ slot: Int) -> Int { Int(UInt32(slot: fp[slot])) }

/// An index that the translator wrote into the code.
@inline(__always)
private func immediate(_ word: UInt64) -> Int { Int(truncatingIfNeeded: word) }

private enum RareHelper {
    // MARK: Memory

    @inline(__always)
    fileprivate static func memory(_ context: ContextPointer, _ index: UInt64) -> MemoryRecord {
        context.pointee.memories[Int(truncatingIfNeeded: index)].pointee
    }

    @inline(never)
    fileprivate static func memoryGrow(_ pc: ProgramCounter, _ fp: FramePointer, _ context: ContextPointer) -> TrapCode
    {
        let word = pc[1]
        let old = instance(context).memories[immediate(pc[2])].grow(by: UInt64(UInt32(slot: fp[word.field1])))
        fp[word.field0] = old ?? UInt64(UInt32.max)
        return .none
    }

    @inline(never)
    fileprivate static func memoryCopy(_ pc: ProgramCounter, _ fp: FramePointer, _ context: ContextPointer) -> TrapCode
    {
        let word = pc[1]
        let destination = operand(fp, word.field0), source = operand(fp, word.field1), count = operand(fp, word.field2)
        let target = memory(context, pc[2] & 0xffff_ffff), origin = memory(context, pc[2].high32)
        guard destination &+ count <= Int(truncatingIfNeeded: target.byteCount),
            source &+ count <= Int(truncatingIfNeeded: origin.byteCount)
        else { return .memoryOutOfBounds }
        (target.base + destination).copyMemory(from: origin.base + source, byteCount: count)
        return .none
    }

    @inline(never)
    fileprivate static func memoryFill(_ pc: ProgramCounter, _ fp: FramePointer, _ context: ContextPointer) -> TrapCode
    {
        let word = pc[1]
        let destination = operand(fp, word.field0), count = operand(fp, word.field2)
        let memory = memory(context, pc[2])
        guard destination &+ count <= Int(truncatingIfNeeded: memory.byteCount) else { return .memoryOutOfBounds }
        let value = UInt8(truncatingIfNeeded: fp[word.field1])
        (memory.base + destination).initializeMemory(as: UInt8.self, repeating: value, count: count)
        return .none
    }

    @inline(never)
    fileprivate static func memoryInit(_ pc: ProgramCounter, _ fp: FramePointer, _ context: ContextPointer) -> TrapCode
    {
        let word = pc[1]
        let fits = instance(context).initializeMemory(
            immediate(pc[2].high32), from: immediate(pc[2] & 0xffff_ffff), to: UInt32(slot: fp[word.field0]), source: UInt32(slot: fp[word.field1]),
            count: UInt32(slot: fp[word.field2]))
        return fits ? .none : .memoryOutOfBounds
    }

    @inline(never)
    fileprivate static func dataDrop(_ pc: ProgramCounter, _ fp: FramePointer, _ context: ContextPointer) -> TrapCode {
        instance(context).dataSegments[immediate(pc[2])] = 0..<0
        return .none
    }

    // MARK: Tables

    @inline(__always)
    fileprivate static func table(_ context: ContextPointer, _ index: UInt64) -> UnsafeMutablePointer<TableRecord> {
        context.pointee.tables[Int(truncatingIfNeeded: index)]
    }

    @inline(never)
    fileprivate static func tableGet(_ pc: ProgramCounter, _ fp: FramePointer, _ context: ContextPointer) -> TrapCode {
        let word = pc[1], table = Self.table(context, pc[2]), index = operand(fp, word.field1)
        guard index < Int(truncatingIfNeeded: table.pointee.count) else { return .tableOutOfBounds }
        fp[word.field0] = table.pointee.elements[index]
        return .none
    }

    @inline(never)
    fileprivate static func tableSet(_ pc: ProgramCounter, _ fp: FramePointer, _ context: ContextPointer) -> TrapCode {
        let word = pc[1], table = Self.table(context, pc[2]), index = operand(fp, word.field0)
        guard index < Int(truncatingIfNeeded: table.pointee.count) else { return .tableOutOfBounds }
        table.pointee.elements[index] = fp[word.field1]
        return .none
    }

    @inline(never)
    fileprivate static func tableSize(_ pc: ProgramCounter, _ fp: FramePointer, _ context: ContextPointer) -> TrapCode {
        fp[pc[1].field0] = table(context, pc[2]).pointee.count
        return .none
    }

    @inline(never)
    fileprivate static func tableGrow(_ pc: ProgramCounter, _ fp: FramePointer, _ context: ContextPointer) -> TrapCode {
        let word = pc[1]
        let old = instance(context).tables[immediate(pc[2])].grow(by: UInt64(UInt32(slot: fp[word.field2])), slot: fp[word.field1])
        fp[word.field0] = old.map { UInt64(truncatingIfNeeded: $0) } ?? UInt64(UInt32.max)
        return .none
    }

    @inline(never)
    fileprivate static func tableFill(_ pc: ProgramCounter, _ fp: FramePointer, _ context: ContextPointer) -> TrapCode {
        let word = pc[1], table = Self.table(context, pc[2]).pointee
        let index = operand(fp, word.field0), count = operand(fp, word.field2)
        guard index &+ count <= Int(truncatingIfNeeded: table.count) else { return .tableOutOfBounds }
        (table.elements + index).update(repeating: fp[word.field1], count: count)
        return .none
    }

    @inline(never)
    fileprivate static func tableCopy(_ pc: ProgramCounter, _ fp: FramePointer, _ context: ContextPointer) -> TrapCode {
        let word = pc[1], tables = pc[2]
        let target = table(context, tables & 0xffff_ffff).pointee, origin = table(context, tables.high32).pointee
        let destination = operand(fp, word.field0), source = operand(fp, word.field1), count = operand(fp, word.field2)
        guard destination &+ count <= Int(truncatingIfNeeded: target.count),
            source &+ count <= Int(truncatingIfNeeded: origin.count)
        else { return .tableOutOfBounds }
        (target.elements + destination).update(from: origin.elements + source, count: count)
        return .none
    }

    @inline(never)
    fileprivate static func tableInit(_ pc: ProgramCounter, _ fp: FramePointer, _ context: ContextPointer) -> TrapCode {
        let word = pc[1]
        let fits = instance(context).initializeTable(
            immediate(pc[2].high32), from: immediate(pc[2] & 0xffff_ffff), to: UInt32(slot: fp[word.field0]),
            source: UInt32(slot: fp[word.field1]), count: UInt32(slot: fp[word.field2]))
        return fits ? .none : .tableOutOfBounds
    }

    @inline(never)
    fileprivate static func elementDrop(_ pc: ProgramCounter, _ fp: FramePointer, _ context: ContextPointer) -> TrapCode
    {
        instance(context).elementSegments[immediate(pc[2])] = []
        return .none
    }

    @inline(never)
    fileprivate static func functionReference(_ pc: ProgramCounter, _ fp: FramePointer, _ context: ContextPointer)
        -> TrapCode
    {
        fp[pc[1].field0] = UInt64(UInt(bitPattern: context.pointee.functions[Int(truncatingIfNeeded: pc[2])]))
        return .none
    }

    // MARK: Exceptions

    @inline(never)
    fileprivate static func throwTag(_ pc: ProgramCounter, _ fp: FramePointer, _ context: ContextPointer) -> TrapCode {
        let tag = context.pointee.tags[Int(truncatingIfNeeded: pc[2])]
        let first = fp + pc[1].field0
        let exception = CaughtException(
            tag: tag, values: (0..<tag.pointee.payloadCount).map { first[$0] })
        return instance(context).store.unwind(exception, reference: nil, pc, fp, context)
    }

    @inline(never)
    fileprivate static func throwReference(_ pc: ProgramCounter, _ fp: FramePointer, _ context: ContextPointer)
        -> TrapCode
    {
        let store = instance(context).store
        let reference = fp[pc[1].field0]
        guard reference != 0 else { return .nullReference }
        guard let exception = store.exceptions[reference] else { return .uncaughtException }
        return store.unwind(exception, reference: reference, pc, fp, context)
    }
}
