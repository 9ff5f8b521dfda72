// SPDX-License-Identifier: Apache-2.0

// memory.copy and memory.fill of the first memory. Compilers make them for structures as well as for buffers, so that few
// bytes are moved in place; for more there is the C library.

extension CopyOperation {
    var handler: Handler {
        switch self {
        case .slots: { copyMemory($0, $1, $2, $3, $4, $5, CopyOfSlots.self) }
        case .sums: { copyMemory($0, $1, $2, $3, $4, $5, CopyOfSums.self) }
        case .toConstant: { copyMemory($0, $1, $2, $3, $4, $5, CopyToConstant.self) }
        case .fromConstant: { copyMemory($0, $1, $2, $3, $4, $5, CopyFromConstant.self) }
        }
    }
}

/// Where a copy's addresses come from. The count is always a slot.
private protocol CopyOperands {
    /// How many words the step takes.
    static var words: Int { get }
    static func destination(_ pc: ProgramCounter, _ fp: FramePointer) -> UInt32
    static func source(_ pc: ProgramCounter, _ fp: FramePointer) -> UInt32
}

private enum CopyOfSlots: CopyOperands {
    static var words: Int { 2 }
    @inline(__always) static func destination(_ pc: ProgramCounter, _ fp: FramePointer) -> UInt32 {
        UInt32(slot: fp[pc[1].field0])
    }
    @inline(__always) static func source(_ pc: ProgramCounter, _ fp: FramePointer) -> UInt32 {
        UInt32(slot: fp[pc[1].field1])
    }
}

private enum CopyOfSums: CopyOperands {
    static var words: Int { 3 }
    @inline(__always) static func destination(_ pc: ProgramCounter, _ fp: FramePointer) -> UInt32 {
        UInt32(slot: fp[pc[1].field0]) &+ UInt32(truncatingIfNeeded: pc[2])
    }
    @inline(__always) static func source(_ pc: ProgramCounter, _ fp: FramePointer) -> UInt32 {
        UInt32(slot: fp[pc[1].field1]) &+ UInt32(truncatingIfNeeded: pc[2].high32)
    }
}

private enum CopyToConstant: CopyOperands {
    static var words: Int { 3 }
    @inline(__always) static func destination(_ pc: ProgramCounter, _ fp: FramePointer) -> UInt32 {
        UInt32(truncatingIfNeeded: pc[2])
    }
    @inline(__always) static func source(_ pc: ProgramCounter, _ fp: FramePointer) -> UInt32 {
        CopyOfSums.source(pc, fp)
    }
}

private enum CopyFromConstant: CopyOperands {
    static var words: Int { 3 }
    @inline(__always) static func destination(_ pc: ProgramCounter, _ fp: FramePointer) -> UInt32 {
        CopyOfSums.destination(pc, fp)
    }
    @inline(__always) static func source(_ pc: ProgramCounter, _ fp: FramePointer) -> UInt32 {
        UInt32(truncatingIfNeeded: pc[2].high32)
    }
}

@inline(__always)
private func copyMemory<Operands: CopyOperands>(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer, _: UInt64, _: Double,
    _: Operands.Type
) -> Int32 {
    let destination = UInt64(Operands.destination(pc, fp)), source = UInt64(Operands.source(pc, fp))
    let count = UInt64(UInt32(slot: fp[pc[1].field2]))
    if _slowPath(max(destination, source) &+ count > context.pointee.memorySize) {
        return memoryOutOfBounds(pc, fp, memory, context, 0, 0)
    }
    let to = memory + Int(truncatingIfNeeded: destination), from = memory + Int(truncatingIfNeeded: source)
    let end = Int(truncatingIfNeeded: count)
    if count > 64 { return copyWithLibrary(pc, fp, memory, context, Operands.self) }
    switch count {
    case 32...: copyEnds(to, from, end, UInt64Four.self)
    case 16...: copyEnds(to, from, end, UInt64Pair.self)
    case 8...: copyEnds(to, from, end, UInt64.self)
    case 4...: copyEnds(to, from, end, UInt32.self)
    case 2...: copyEnds(to, from, end, UInt16.self)
    case 1: to.storeBytes(of: from.load(as: UInt8.self), as: UInt8.self)
    default: break
    }
    return next(pc + Operands.words, fp, memory, context, 0, 0)
}

extension Handlers {
    /// destination, value, count.
    static var fillMemory: Handler {
        { pc, fp, memory, context, _, _ in
            let word = pc[1]
            let destination = UInt64(UInt32(slot: fp[word.field0])), count = UInt64(UInt32(slot: fp[word.field2]))
            if _slowPath(destination &+ count > context.pointee.memorySize) {
                return memoryOutOfBounds(pc, fp, memory, context, 0, 0)
            }
            let value = (fp[word.field1] & 0xff) &* 0x0101_0101_0101_0101
            let pair = UInt64Pair(first: value, second: value)
            let to = memory + Int(truncatingIfNeeded: destination)
            let end = Int(truncatingIfNeeded: count)
            if count > 64 { return fillWithLibrary(pc, fp, memory, context) }
            switch count {
            case 32...: fillEnds(to, end, UInt64Four(first: pair, second: pair))
            case 16...: fillEnds(to, end, pair)
            case 8...: fillEnds(to, end, value)
            case 4...: fillEnds(to, end, UInt32(truncatingIfNeeded: value))
            case 2...: fillEnds(to, end, UInt16(truncatingIfNeeded: value))
            case 1: to.storeBytes(of: UInt8(truncatingIfNeeded: value), as: UInt8.self)
            default: break
            }
            return next(pc + 2, fp, memory, context, 0, 0)
        }
    }
}

private struct UInt64Pair: BitwiseCopyable {
    var first: UInt64
    var second: UInt64
}

private struct UInt64Four: BitwiseCopyable {
    var first: UInt64Pair
    var second: UInt64Pair
}

/// Copies the first and the last bytes, as many each as a `T` has, which may overlap: at least so many, at most twice.
@inline(__always)
private func copyEnds<T: BitwiseCopyable>(
    _ to: UnsafeMutableRawPointer, _ from: UnsafeMutableRawPointer, _ count: Int, _ type: T.Type
) {
    let last = count &- MemoryLayout<T>.size
    let head = from.loadUnaligned(as: T.self), tail = from.loadUnaligned(fromByteOffset: last, as: T.self)
    to.storeBytes(of: head, as: T.self)
    to.storeBytes(of: tail, toByteOffset: last, as: T.self)
}

@inline(__always)
private func fillEnds<T: BitwiseCopyable>(_ to: UnsafeMutableRawPointer, _ count: Int, _ value: T) {
    to.storeBytes(of: value, as: T.self)
    to.storeBytes(of: value, toByteOffset: count &- MemoryLayout<T>.size, as: T.self)
}

/// The same for any number of bytes, which were checked: jumped to, so it takes its operands from the code again.
@inline(never)
private func copyWithLibrary<Operands: CopyOperands>(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer, _: Operands.Type
) -> Int32 {
    let to = memory + Int(Operands.destination(pc, fp)), from = memory + Int(Operands.source(pc, fp))
    to.copyMemory(from: from, byteCount: Int(UInt32(slot: fp[pc[1].field2])))
    return next(pc + Operands.words, fp, memory, context, 0, 0)
}

@inline(never)
private func fillWithLibrary(
    _ pc: ProgramCounter, _ fp: FramePointer, _ memory: MemoryBase, _ context: ContextPointer
) -> Int32 {
    let word = pc[1]
    (memory + Int(UInt32(slot: fp[word.field0]))).initializeMemory(
        as: UInt8.self, repeating: UInt8(truncatingIfNeeded: fp[word.field1]), count: Int(UInt32(slot: fp[word.field2]))
    )
    return next(pc + 2, fp, memory, context, 0, 0)
}
