// SPDX-License-Identifier: Apache-2.0

// Two steps that often follow each other become one: the last pass over finished steps. Which pairs are worth a handler
// was measured on programs, not guessed: those below are what loops over text, lists, arrays and bit fields consist of.

/// A pair of steps that is one step.
enum FusedOperation: Equatable {
    /// a, step, b, step: adds to one counter, then to the other.
    case addTwo
    /// a, step; target.
    case addAndJump(backward: Bool)
    /// a, step, b, immediate; target: adds, then branches on whether b equals.
    case addAndTest(equal: Bool, backward: Bool)
    /// a, step, b, step; target: adds to one counter, then to the other, and branches back unless that is zero.
    case addTwoAndBranch
    /// a, step, b, step; target: adds to one counter, then to the other, and jumps back.
    case addTwoAndJump
    /// a, step's slot, immediate; target: adds, then branches back: a loop with a stride.
    case strideAndBranch(CompareOperation)
    /// dst, a, addend, immediate; target: branches forward on the sum.
    case sumAndBranch(CompareOperation)
    /// dst, pointer, step and offset, immediate; target: loads a byte, moves the pointer (before the load, if it comes
    /// first) and branches on whether what was loaded equals. The step and the offset have eight bits each.
    case loadAndStep(stepFirst: Bool, equal: Bool, backward: Bool)
    /// dst, address, offset, immediate; target: loads, then branches on whether that equals.
    case loadAndTest(LoadOperation, equal: Bool, backward: Bool)
    /// dst, base, addend, immediate; target: the same forward, of a byte at a sum, which wraps.
    case loadSumAndTest(equal: Bool)
    /// dst, address, offset, b; target: the same with a slot.
    case loadAndCompare(LoadOperation, equal: Bool, backward: Bool)
    /// dst, address, offset, b: combines what is loaded with a slot.
    case loadAndCombine(LoadedOperand)
    /// dst, base, addend, b: the same at a sum, which wraps.
    case loadSumAndCombine(LoadedOperand)
    /// address, source address, offset, source offset: 32 bits that are loaded and stored.
    case loadAndStore
    /// dst, address, dst, address; offsets: one load after the other.
    case loadTwo(LoadOperation)
    /// address, value, address, value; offsets: one store of 32 bits after the other.
    case storeTwo
    /// address, a, b, offset: stores a sum or a difference of f64.
    case combineAndStore(BinaryOperation)
    /// base, value of 16 bits with a sign, addend, which wraps.
    case storeSumImmediate(StoreOperation)
    /// base, value of 16 bits with a sign, index, offset.
    case storeIndexedImmediate(StoreOperation)
    /// dst, a, dst, a; two more pairs: four moves, one after the other.
    case copyFour
    /// dst, dst; two values of 32 bits.
    case constantTwo
    /// dst, a, dst; value: a move, then a constant.
    case copyAndConstant
    /// base, link, dst, a; function: a move, then a call.
    case copyAndCall
    /// dst, a; target: a move, and a branch on whether that is zero.
    case copyAndBranch(zero: Bool, backward: Bool)
    /// link, a, b: returns what an operation makes.
    case returnBinary(BinaryOperation)
    /// dst, position, addend: the sum of a global and a constant.
    case globalSum
    /// dst, position, addend: the same, and the global becomes it, as where a function makes room on C's stack.
    case moveGlobal
    /// a, position, addend: a global becomes a sum, as where a function leaves that room.
    case sumToGlobal
    /// dst, a, b, c: of a and b, then of that and c.
    case chain(ChainOperation)
    /// dst, a, b, count.
    case shift(ShiftOperation)
    /// dst, a, b, dst; c, count: a sum, then rotl(sum ^ c, count), as ciphers consist of.
    case addXorRotate

    /// Whether the second word is the number of a label.
    var hasTarget: Bool {
        switch self {
        case .addAndJump, .addAndTest, .addTwoAndBranch, .addTwoAndJump, .strideAndBranch, .sumAndBranch, .loadAndTest,
            .loadSumAndTest, .loadAndCompare, .loadAndStep, .copyAndBranch:
            true
        default: false
        }
    }

    /// Whether there is a second word that is not a target.
    var hasExtra: Bool {
        switch self {
        case .loadTwo, .storeTwo, .copyFour, .constantTwo, .copyAndConstant, .copyAndCall, .addXorRotate: true
        default: false
        }
    }
}

/// What is done with an operand that comes from memory.
enum LoadedOperand {
    /// b + loaded.
    case i32Add
    /// b + loaded, b - loaded, b × loaded.
    case f64Add, f64Sub, f64Mul
}

/// Three operands, the first two combined first.
enum ChainOperation {
    case i32MulAdd, i32AndXor
    case f64MulAdd, f64MulMul
    /// c - a × b.
    case f64MulSubtracted
}

/// An operation and a shift by a constant.
enum ShiftOperation {
    /// (a << count) + b.
    case shiftLeftAdd
    /// (a << count) | b.
    case shiftLeftOr
    /// (a >> count) & mask, where the mask is in b's field.
    case shiftRightMask
    /// (a >> count) ^ b.
    case shiftRightXor
    /// rotl(a, count) ^ b.
    case rotateXor
    /// rotl(a ^ b, count).
    case xorRotate
    /// a × count + b: the address of an array's element.
    case multiplyAdd
}

extension Translator {
    /// Makes pairs into one where it can, and closes the gaps.
    mutating func fusePairs() {
        var isTarget = [Bool](repeating: false, count: steps.count + 1)
        for position in labels where position >= 0 { isTarget[position] = true }
        for handler in exceptionHandlers {
            isTarget[handler.steps.lowerBound] = true
            isTarget[handler.steps.upperBound] = true
        }
        var fused: [Step] = []
        fused.reserveCapacity(steps.count)
        var moved = [Int](repeating: 0, count: steps.count + 1)
        var index = 0
        while index < steps.count {
            moved[index] = fused.count
            if index + 1 < steps.count, !isTarget[index + 1], let step = fuse(steps[index], steps[index + 1]) {
                moved[index + 1] = fused.count
                fused.append(step)
                index += 2
            } else {
                fused.append(steps[index])
                index += 1
            }
        }
        moved[steps.count] = fused.count
        steps = fused
        for label in labels.indices where labels[label] >= 0 { labels[label] = moved[labels[label]] }
        for index in exceptionHandlers.indices {
            let range = exceptionHandlers[index].steps
            exceptionHandlers[index].steps = moved[range.lowerBound]..<moved[range.upperBound]
        }
    }

    private func fuse(_ first: Step, _ second: Step) -> Step? {
        if first.form.writes {
            return fuseThroughAccumulator(first, second)
        }
        guard first.form == Form(), second.form == Form() else { return nil }
        switch first.operation {
        case .binaryImmediate(.i32Add):
            return first.field0 == first.field1
                ? fuseAdd(first, second) ?? fuseSum(first, second) : fuseSum(first, second)
        case .binary(.i32Add): return fuseSlots(first, second)
        case .load: return fuseLoad(first, second)
        case .loadSum(.unsigned8): return fuseByteAtSum(first, second)
        case .store: return fuseStore(first, second)
        case .copy, .copyTwo, .constant32: return fuseMoves(first, second)
        case .fused(.addTwo) where second.operation == .jump(backward: true):
            return pair(.addTwoAndJump, first.word, second)
        case .fused(.globalSum)
        where second.operation == .globalSet && second.field0 == first.field0 && second.word.high32 == first.field1:
            return pair(.moveGlobal, first.word, second)
        default: return nil
        }
    }

    /// A step that stands for two. A trap comes from the one that can cause it.
    func pair(
        _ operation: FusedOperation, _ word: UInt64, _ second: Step, origin: UInt32? = nil, form: Form = Form()
    ) -> Step {
        Step(operation: .fused(operation), word: word, extra: second.extra, origin: origin ?? second.origin, form: form)
    }

    /// The same, if there is a handler for the pair.
    func pairIfKnown(
        _ operation: FusedOperation, _ word: UInt64, _ second: Step, origin: UInt32? = nil, form: Form = Form()
    ) -> Step? {
        operation.handler(form) == nil ? nil : pair(operation, word, second, origin: origin, form: form)
    }

    /// A pointer's step and an offset as one field, where they fit.
    private func stepField(_ step: Int, offset: Int) -> Int? {
        guard Int(Int8(truncatingIfNeeded: step)) == step, offset <= 0xff else { return nil }
        return Int(UInt8(truncatingIfNeeded: step)) | offset << 8
    }

    /// A counter is added to, and something follows.
    private func fuseAdd(_ first: Step, _ second: Step) -> Step? {
        guard let step = first.smallImmediate else { return nil }
        let counter = first.field0
        switch second.operation {
        case .binaryImmediate(.i32Add):
            guard second.field0 == second.field1, let other = second.smallImmediate else { return nil }
            return pair(.addTwo, fields(counter, step, second.field0, other), second)
        case .fused(.loadAndTest(.unsigned8, let equal, let backward)):
            let operation = FusedOperation.loadAndStep(stepFirst: true, equal: equal, backward: backward)
            guard second.field1 == counter, let steps = stepField(step, offset: second.field2) else { return nil }
            return pairIfKnown(operation, fields(second.field0, counter, steps, Int(second.word >> 48)), second)
        case .stepAndBranchImmediate(.i32Ne) where second.word.high32 == 0:
            return pair(.addTwoAndBranch, fields(counter, step, second.field0, second.field1), second)
        case .jump(let backward): return pair(.addAndJump(backward: backward), fields(counter, step), second)
        default:
            guard let (equal, backward, immediate) = second.equality else { return nil }
            return pair(
                .addAndTest(equal: equal, backward: backward), fields(counter, step, second.field0, immediate), second)
        }
    }

    /// A sum with a constant, and a branch forward on it.
    private func fuseSum(_ first: Step, _ second: Step) -> Step? {
        guard case .branchIfImmediate(let comparison, backward: false) = second.operation,
            second.field0 == first.field0, let addend = first.smallImmediate, let immediate = second.smallImmediate
        else { return nil }
        return pairIfKnown(
            .sumAndBranch(comparison), fields(first.field0, first.field1, addend, immediate), second)
    }

    /// A sum of two slots: a counter's stride and the branch back, or half a round of a cipher.
    private func fuseSlots(_ first: Step, _ second: Step) -> Step? {
        switch second.operation {
        case .branchIfImmediate(let comparison, backward: true):
            guard second.field0 == first.field0, first.field1 == first.field0 || first.field2 == first.field0 else {
                return nil
            }
            let stride = first.field1 == first.field0 ? first.field2 : first.field1
            return pairIfKnown(
                .strideAndBranch(comparison), fields(first.field0, stride, high: second.word.high32), second)
        case .fused(.shift(.xorRotate)) where (second.field1 == first.field0) != (second.field2 == first.field0):
            let other = second.field1 == first.field0 ? second.field2 : second.field1
            var step = pair(.addXorRotate, fields(first.field0, first.field1, first.field2, second.field0), second)
            step.extra = fields(other, Int(second.word >> 48))
            return step
        default: return nil
        }
    }

    /// A byte at a sum, and a branch forward on it.
    func fuseByteAtSum(_ first: Step, _ second: Step) -> Step? {
        guard let (equal, backward, immediate) = second.equality, !backward, let addend = first.smallImmediate,
            second.field0 == first.field0 || second.form.reads == .first
        else { return nil }
        return pair(
            .loadSumAndTest(equal: equal), fields(first.field0, first.field1, addend, immediate), second,
            origin: first.origin)
    }

    /// A load, and a branch on it or another load.
    private func fuseLoad(_ first: Step, _ second: Step) -> Step? {
        guard case .load(let load) = first.operation, first.word.high32 <= 0xffff else { return nil }
        let offset = Int(first.word.high32)
        if load == .unsigned8, case .fused(.addAndTest(let equal, let backward)) = second.operation,
            second.field0 == first.field1, second.field2 == first.field0, first.field0 != first.field1,
            let steps = stepField(Int(Int16(truncatingIfNeeded: second.field1)), offset: offset)
        {
            let word = fields(first.field0, first.field1, steps, Int(second.word >> 48))
            return pairIfKnown(
                .loadAndStep(stepFirst: false, equal: equal, backward: backward), word, second, origin: first.origin)
        }
        if let (equal, backward, immediate) = second.equality, second.field0 == first.field0 {
            return pairIfKnown(
                .loadAndTest(load, equal: equal, backward: backward),
                fields(first.field0, first.field1, offset, immediate), second, origin: first.origin)
        }
        if case .branchIf(let comparison, let backward) = second.operation,
            comparison == .i32Eq || comparison == .i32Ne,
            (second.field0 == first.field0) != (second.field1 == first.field0)
        {
            let other = second.field0 == first.field0 ? second.field1 : second.field0
            return pairIfKnown(
                .loadAndCompare(load, equal: comparison == .i32Eq, backward: backward),
                fields(first.field0, first.field1, offset, other), second, origin: first.origin)
        }
        // Where the first load's address is lost, it could not be made again after a failed check.
        if case .load(load) = second.operation, load == .unsigned32 || load == .full64, first.field0 != first.field1 {
            var step = pair(
                .loadTwo(load), fields(first.field0, first.field1, second.field0, second.field1), second,
                origin: first.origin)
            step.extra = first.word.high32 | second.word.high32 << 32
            return step
        }
        return nil
    }

    /// Two stores.
    private func fuseStore(_ first: Step, _ second: Step) -> Step? {
        guard first.operation == .store(.low32), second.operation == first.operation else { return nil }
        var step = pair(
            .storeTwo, fields(first.field0, first.field1, second.field0, second.field1), second,
            origin: first.origin)
        step.extra = first.word.high32 | second.word.high32 << 32
        return step
    }

    /// Moves and constants, mostly arguments, and the call they are for.
    private func fuseMoves(_ first: Step, _ second: Step) -> Step? {
        var step: Step
        switch (first.operation, second.operation) {
        case (.copyTwo, .copyTwo):
            step = pair(.copyFour, first.word, second)
            step.extra = second.word
        case (.copyTwo, .copy):
            step = pair(.copyFour, first.word, second)
            step.extra = fields(second.field0, second.field1, second.field0, second.field1)
        case (.constant32, .constant32):
            step = pair(.constantTwo, fields(first.field0, second.field0), second)
            step.extra = first.word.high32 | second.word.high32 << 32
        case (.copy, .constant32):
            step = pair(.copyAndConstant, fields(first.field0, first.field1, second.field0), second)
            step.extra = second.word.high32
        case (.copy, .branchIfZero(let backward)) where [first.field0, first.field1].contains(second.field0):
            step = pair(.copyAndBranch(zero: true, backward: backward), first.word, second)
        case (.copy, .branchIfNonzero(let backward)) where [first.field0, first.field1].contains(second.field0):
            step = pair(.copyAndBranch(zero: false, backward: backward), first.word, second)
        case (.copy, .call):
            step = pair(.copyAndCall, fields(second.field0, second.field1, first.field0, first.field1), second)
        default: return nil
        }
        return step
    }
}

extension Step {
    /// The immediate in the high half, if it is a number of 16 bits with a sign.
    var smallImmediate: Int? {
        let value = Int32(truncatingIfNeeded: word.high32)
        return Int32(Int16(truncatingIfNeeded: value)) == value ? Int(value) : nil
    }

    /// Of a branch on whether an i32 is equal to a number of 16 bits: which way, and the number.
    var equality: (equal: Bool, backward: Bool, immediate: Int)? {
        switch operation {
        case .branchIfZero(let backward): return (true, backward, 0)
        case .branchIfNonzero(let backward): return (false, backward, 0)
        case .branchIfImmediate(.i32Eq, let backward): return smallImmediate.map { (true, backward, $0) }
        case .branchIfImmediate(.i32Ne, let backward): return smallImmediate.map { (false, backward, $0) }
        default: return nil
        }
    }
}
