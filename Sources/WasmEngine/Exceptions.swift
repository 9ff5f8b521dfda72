// SPDX-License-Identifier: Apache-2.0

import WasmFormat

// Exceptions: found by looking at the frames when one is thrown, at no cost to code that throws none.

/// An exception's content.
struct CaughtException {
    var tag: UnsafeMutablePointer<TagRecord>
    var values: [UInt64]
}

/// The exceptions that references refer to. A reference is a slot like any other, so that what is still referred to is
/// found by looking through every slot there is, from time to time.
struct ExceptionTable {
    private var exceptions: [CaughtException?] = []
    private var free: [Int] = []
    /// How much all of them take, in slots.
    private var size = 0
    /// When they take so much it is time to look which are needed.
    private var threshold = minimumThreshold

    private static let minimumThreshold = 4096
    /// 64 MiB. An exception may hold on to another one, and so on without end.
    private static let maximumSize = 8 << 20

    /// The exception of a reference.
    subscript(reference: UInt64) -> CaughtException? {
        Self.index(of: reference).flatMap { exceptions.indices.contains($0) ? exceptions[$0] : nil }
    }

    var count: Int { exceptions.count &- free.count }

    /// Whether it is time to look which are needed.
    var isFull: Bool { size >= threshold }
    /// Whether they take too much.
    var isExhausted: Bool { size >= Self.maximumSize }

    /// What an exception takes: its values, and as much again as a few for itself.
    private static func size(of exception: CaughtException) -> Int { exception.values.count &+ 8 }

    /// Keeps an exception; its reference.
    mutating func insert(_ exception: CaughtException) -> UInt64 {
        let index: Int
        size &+= Self.size(of: exception)
        if let last = free.popLast() {
            index = last
            exceptions[index] = exception
        } else {
            index = exceptions.count
            exceptions.append(exception)
        }
        return Self.mark | UInt64(index)
    }

    /// Drops all exceptions to which no slot refers, directly or through another exception.
    mutating func collect(_ roots: [UnsafeBufferPointer<UInt64>], and values: [UInt64]) {
        var isNeeded = [Bool](repeating: false, count: exceptions.count)
        var pending: [Int] = []
        func look(at slots: some Sequence<UInt64>) {
            for slot in slots {
                guard let index = Self.index(of: slot), index < isNeeded.count, !isNeeded[index] else { continue }
                isNeeded[index] = true
                pending.append(index)
            }
        }
        for root in roots { look(at: root) }
        look(at: values)
        while let index = pending.popLast() { look(at: exceptions[index]?.values ?? []) }
        for index in exceptions.indices where !isNeeded[index] {
            guard let exception = exceptions[index] else { continue }
            size &-= Self.size(of: exception)
            exceptions[index] = nil
            free.append(index)
        }
        threshold = max(Self.minimumThreshold, min(size &* 2, Self.maximumSize))
    }

    /// The high bits of a reference: unlike a small integer's, an address's or a float's of note, so that few other
    /// values are taken for references. One that is costs memory for a while.
    private static let mark: UInt64 = 0x7ff1_e5ce_0000_0000

    private static func index(of slot: UInt64) -> Int? {
        slot & 0xffff_ffff_0000_0000 == mark ? Int(slot & 0xffff_ffff) : nil
    }
}

extension Store {
    /// Finds what catches an exception, from the innermost frame on, and puts where execution goes on into the machine.
    func unwind(
        _ exception: CaughtException, reference: UInt64?, _ pc: ProgramCounter, _ fp: FramePointer,
        _ context: ContextPointer
    ) -> TrapCode {
        var walker = FrameWalker(pc: pc, fp: fp, context: context)
        while let function = walker.function {
            let word = walker.pc - ProgramCounter(function.code)
            for handler in function.handlers where handler.range.contains(word) {
                guard handler.catches(exception.tag, in: walker.context) else { continue }
                guard deliver(exception, reference: reference, to: handler, walker.fp, below: fp) else {
                    return .exceptionsExhausted
                }
                machine.pointee.pc = ProgramCounter(function.code + handler.target)
                machine.pointee.fp = walker.fp
                machine.pointee.context = walker.context
                uncaught = nil
                return .none
            }
            guard walker.moveToCaller() else { break }
        }
        uncaught = (exception, reference)
        return .uncaughtException
    }

    /// Hands what a clause takes to its frame; false when that would be one exception too many.
    private func deliver(
        _ exception: CaughtException, reference: UInt64?, to handler: ExceptionHandler, _ fp: FramePointer,
        below thrower: FramePointer
    ) -> Bool {
        let isReferred = handler.kind == .oneWithReference || handler.kind == .allWithReference
        if isReferred, reference == nil, exceptions.isFull {
            exceptions.collect(roots(below: thrower), and: exception.values)
            if exceptions.isExhausted { return false }
        }
        var slot = handler.slot
        if handler.kind == .one || handler.kind == .oneWithReference {
            for value in exception.values {
                fp[slot] = value
                slot &+= 1
            }
        }
        if isReferred { fp[slot] = reference ?? exceptions.insert(exception) }
        return true
    }

    /// Every slot that may refer to an exception: the stack up to the largest frame that the thrower may have, the
    /// globals and the tables.
    private func roots(below thrower: FramePointer) -> [UnsafeBufferPointer<UInt64>] {
        let base = machine.pointee.stackBase
        var roots = [UnsafeBufferPointer(start: base, count: thrower - base + Translator.maximumSlots)]
        for instance in instances {
            for global in instance.globals { roots.append(UnsafeBufferPointer(start: global.cell, count: 1)) }
            for table in instance.tables where table.type.elementType == .exnref {
                roots.append(UnsafeBufferPointer(start: table.record.pointee.elements, count: table.count))
            }
        }
        return roots
    }
}

extension ExceptionHandler {
    /// Whether it catches exceptions of a tag, which is compared with what the instance has for the clause's.
    func catches(_ thrown: UnsafeMutablePointer<TagRecord>, in context: ContextPointer) -> Bool {
        switch kind {
        case .all, .allWithReference: true
        case .one, .oneWithReference: context.pointee.tags[tag] == thrown
        }
    }
}
