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
    /// dst, pointer, step and offset, immediate; target: loads, moves the pointer (before the load, if it comes first) and
    /// branches on whether what was loaded equals. The step and the offset have eight bits each.
    case loadAndStep(LoadOperation, stepFirst: Bool, equal: Bool, backward: Bool)
    /// -, a, addend, immediate; target: branches on the sum, which is not kept.
    case sumAndBranch(CompareOperation, backward: Bool)
    /// dst, address, offset, immediate; target: loads, then branches on whether that equals.
    case loadAndTest(LoadOperation, equal: Bool, backward: Bool)
    /// dst, address, offset, b; target: the same with a slot.
    case loadAndCompare(LoadOperation, equal: Bool, backward: Bool)
    /// address, source address, offset, source offset: a load whose value is stored.
    case loadAndStore(StoreOperation)
    /// dst, address, dst, address; offsets: one load after the other.
    case loadTwo(LoadOperation)
    /// address, value, address, value; offsets: one store after the other.
    case storeTwo(StoreOperation)
    /// dst, a, dst, a; two more pairs: four moves, one after the other.
    case copyFour
    /// dst, dst; two values of 32 bits.
    case constantTwo
    /// dst, a, dst; value: a move, then a constant.
    case copyAndConstant
    /// base, link, dst, a; function: a move, then a call.
    case copyAndCall
    /// dst, a, b, c: of a and b, then of that and c.
    case chain(ChainOperation)
    /// dst, a, b, count.
    case shift(ShiftOperation)

    /// Whether the second word is the number of a label.
    var hasTarget: Bool {
        switch self {
        case .addAndJump, .addAndTest, .addTwoAndBranch, .addTwoAndJump, .sumAndBranch, .loadAndTest, .loadAndCompare,
            .loadAndStep:
            true
        default: false
        }
    }

    /// Whether there is a second word that is not a target.
    var hasExtra: Bool {
        switch self {
        case .loadTwo, .storeTwo, .copyFour, .constantTwo, .copyAndConstant, .copyAndCall: true
        default: false
        }
    }
}

/// Three operands, the first two combined first.
enum ChainOperation {
    case i32MulAdd, i32AddAdd, i32XorXor, i32AndXor
    case i64MulAdd, i64AddAdd, i64XorXor
    case f64MulAdd, f64MulMul, f64AddAdd
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
    /// The same of i64.
    case i64ShiftLeftAdd, i64ShiftLeftOr, i64ShiftRightXor, i64RotateXor, i64RotateAdd
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
        case .binaryImmediate(.i32Add) where first.field0 == first.field1: return fuseAdd(first, second)
        case .load: return fuseLoad(first, second)
        case .store: return fuseStore(first, second)
        case .copy, .copyTwo, .constant32: return fuseMoves(first, second)
        case .fused(.addTwo) where second.operation == .jump(backward: true):
            return pair(.addTwoAndJump, first.word, second)
        default: return nil
        }
    }

    /// A step that stands for two. A trap comes from the one that can cause it.
    private func pair(
        _ operation: FusedOperation, _ word: UInt64, _ second: Step, origin: UInt32? = nil, form: Form = Form()
    ) -> Step {
        Step(operation: .fused(operation), word: word, extra: second.extra, origin: origin ?? second.origin, form: form)
    }

    /// A counter is added to, and something follows.
    private func fuseAdd(_ first: Step, _ second: Step) -> Step? {
        guard let step = first.smallImmediate else { return nil }
        let counter = first.field0
        switch second.operation {
        case .binaryImmediate(.i32Add):
            guard second.field0 == second.field1, let other = second.smallImmediate else { return nil }
            return pair(.addTwo, fields(counter, step, second.field0, other), second)
        case .fused(.loadAndTest(let load, let equal, let backward)):
            guard second.field1 == counter, let steps = load.stepField(step, offset: second.field2) else { return nil }
            return pair(
                .loadAndStep(load, stepFirst: true, equal: equal, backward: backward),
                fields(second.field0, counter, steps, Int(second.word >> 48)), second)
        case .stepAndBranchImmediate(.i32Ne) where second.word.high32 == 0:
            return pair(.addTwoAndBranch, fields(counter, step, second.field0, second.field1), second)
        case .jump(let backward): return pair(.addAndJump(backward: backward), fields(counter, step), second)
        default:
            guard let (equal, backward, immediate) = second.equality else { return nil }
            return pair(
                .addAndTest(equal: equal, backward: backward), fields(counter, step, second.field0, immediate), second)
        }
    }

    /// A load, and a branch on it or another load.
    private func fuseLoad(_ first: Step, _ second: Step) -> Step? {
        guard case .load(let load) = first.operation, first.word.high32 <= 0xffff else { return nil }
        let offset = Int(first.word.high32)
        if load.isTestable {
            if case .fused(.addAndTest(let equal, let backward)) = second.operation,
                second.field0 == first.field1, second.field2 == first.field0, first.field0 != first.field1,
                let steps = load.stepField(second.field1, offset: offset)
            {
                return pair(
                    .loadAndStep(load, stepFirst: false, equal: equal, backward: backward),
                    fields(first.field0, first.field1, steps, Int(second.word >> 48)), second, origin: first.origin)
            }
            if let (equal, backward, immediate) = second.equality, second.field0 == first.field0 {
                return pair(
                    .loadAndTest(load, equal: equal, backward: backward),
                    fields(first.field0, first.field1, offset, immediate), second, origin: first.origin)
            }
            if case .branchIf(let comparison, let backward) = second.operation,
                comparison == .i32Eq || comparison == .i32Ne,
                (second.field0 == first.field0) != (second.field1 == first.field0)
            {
                let other = second.field0 == first.field0 ? second.field1 : second.field0
                return pair(
                    .loadAndCompare(load, equal: comparison == .i32Eq, backward: backward),
                    fields(first.field0, first.field1, offset, other), second, origin: first.origin)
            }
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
        guard case .store(let store) = first.operation, second.operation == first.operation,
            store == .low32 || store == .full64
        else { return nil }
        var step = pair(
            .storeTwo(store), fields(first.field0, first.field1, second.field0, second.field1), second,
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
        case (.copy, .call):
            step = pair(.copyAndCall, fields(second.field0, second.field1, first.field0, first.field1), second)
        default: return nil
        }
        return step
    }

    /// A value that the second step takes from an accumulator, and nothing else needs.
    private func fuseThroughAccumulator(_ first: Step, _ second: Step) -> Step? {
        guard first.form.reads == .nothing, second.form.reads != .nothing else { return nil }
        var form = Form()
        form.writes = second.form.writes
        form.writesFloating = second.form.writesFloating
        switch (first.operation, second.operation) {
        case (.load(let load), _) where load.isTestable && first.word.high32 <= 0xffff:
            return fuseLoadThroughAccumulator(load, first, second)
        case (.binaryImmediate(.i32Add), .branchIfImmediate(let comparison, let backward)):
            let operation = FusedOperation.sumAndBranch(comparison, backward: backward)
            guard let addend = first.smallImmediate, let immediate = second.smallImmediate,
                operation.handler(Form()) != nil
            else { return nil }
            return pair(operation, fields(0, first.field1, addend, immediate), second)
        case (.binary(let inner), .binary(let outer)):
            let isFirst = second.form.reads == .first
            guard let operation = ChainOperation(inner, outer, accumulatorIsFirst: isFirst) else { return nil }
            let c = isFirst ? second.field2 : second.field1
            return pairIfKnown(.chain(operation), fields(second.field0, first.field1, first.field2, c), second, form)
        case (.binaryImmediate(let inner), .binary(let outer)) where second.form.reads == .first:
            let bits: UInt64 = inner.isWide ? 64 : 32
            guard let operation = ShiftOperation(inner, outer), first.word.high32 < bits else { return nil }
            return pairIfKnown(
                .shift(operation), fields(second.field0, first.field1, second.field2, Int(first.word.high32)), second,
                form)
        case (.binaryImmediate(.i32ShrU), .binaryImmediate(.i32And)):
            guard first.word.high32 < 32, second.word.high32 <= 0xffff else { return nil }
            let word = fields(second.field0, first.field1, Int(second.word.high32), Int(first.word.high32))
            return pairIfKnown(.shift(.shiftRightMask), word, second, form)
        case (.binary(.i32Xor), .binaryImmediate(.i32Rotl)):
            guard second.word.high32 < 32 else { return nil }
            let word = fields(second.field0, first.field1, first.field2, Int(second.word.high32))
            return pairIfKnown(.shift(.xorRotate), word, second, form)
        default: return nil
        }
    }

    private func pairIfKnown(_ operation: FusedOperation, _ word: UInt64, _ second: Step, _ form: Form) -> Step? {
        operation.handler(form) == nil ? nil : pair(operation, word, second, form: form)
    }

    private func fuseLoadThroughAccumulator(_ load: LoadOperation, _ first: Step, _ second: Step) -> Step? {
        let offset = Int(first.word.high32)
        if let (equal, backward, immediate) = second.equality {
            return pair(
                .loadAndTest(load, equal: equal, backward: backward),
                fields(first.field0, first.field1, offset, immediate), second, origin: first.origin)
        }
        switch second.operation {
        case .branchIf(let comparison, let backward) where comparison == .i32Eq || comparison == .i32Ne:
            return pair(
                .loadAndCompare(load, equal: comparison == .i32Eq, backward: backward),
                fields(first.field0, first.field1, offset, second.field1), second, origin: first.origin)
        case .store(let store)
        where second.form.reads == .second && second.word.high32 <= 0xffff && load.isWhole(store):
            return pair(
                .loadAndStore(store), fields(second.field0, first.field1, Int(second.word.high32), offset), second)
        default: return nil
        }
    }
}

extension Step {
    /// The immediate in the high half, if it is a number of 16 bits with a sign.
    fileprivate var smallImmediate: Int? {
        let value = Int32(truncatingIfNeeded: word.high32)
        return Int32(Int16(truncatingIfNeeded: value)) == value ? Int(value) : nil
    }

    /// Of a branch on whether an i32 is equal to a number of 16 bits: which way, and the number.
    fileprivate var equality: (equal: Bool, backward: Bool, immediate: Int)? {
        switch operation {
        case .branchIfZero(let backward): return (true, backward, 0)
        case .branchIfNonzero(let backward): return (false, backward, 0)
        case .branchIfImmediate(.i32Eq, let backward): return smallImmediate.map { (true, backward, $0) }
        case .branchIfImmediate(.i32Ne, let backward): return smallImmediate.map { (false, backward, $0) }
        default: return nil
        }
    }
}

extension LoadOperation {
    /// Whether it makes an i32 that a branch may test.
    fileprivate var isTestable: Bool {
        switch self {
        case .unsigned8, .signed8To32, .unsigned16, .unsigned32: true
        default: false
        }
    }

    /// A pointer's step, sign-extended from 16 bits or more, and an offset as one field, where there is such a form.
    fileprivate func stepField(_ step: Int, offset: Int) -> Int? {
        let small = Int8(truncatingIfNeeded: step)
        guard self != .unsigned16, Int16(small) == Int16(truncatingIfNeeded: step), offset <= 0xff else { return nil }
        return Int(UInt8(bitPattern: small)) | offset << 8
    }

    /// Whether a store writes just what this reads.
    fileprivate func isWhole(_ store: StoreOperation) -> Bool {
        switch (self, store) {
        case (.unsigned8, .low8), (.unsigned16, .low16), (.unsigned32, .low32): true
        default: false
        }
    }
}

extension ChainOperation {
    fileprivate init?(_ inner: BinaryOperation, _ outer: BinaryOperation, accumulatorIsFirst: Bool) {
        switch (inner, outer, accumulatorIsFirst) {
        case (.i32Mul, .i32Add, true): self = .i32MulAdd
        case (.i32Add, .i32Add, true): self = .i32AddAdd
        case (.i32Xor, .i32Xor, true): self = .i32XorXor
        case (.i32And, .i32Xor, true): self = .i32AndXor
        case (.i64Mul, .i64Add, true): self = .i64MulAdd
        case (.i64Add, .i64Add, true): self = .i64AddAdd
        case (.i64Xor, .i64Xor, true): self = .i64XorXor
        case (.f64Mul, .f64Add, true): self = .f64MulAdd
        case (.f64Mul, .f64Mul, true): self = .f64MulMul
        case (.f64Add, .f64Add, true): self = .f64AddAdd
        case (.f64Mul, .f64Sub, false): self = .f64MulSubtracted
        default: return nil
        }
    }
}

extension ShiftOperation {
    fileprivate init?(_ inner: BinaryOperation, _ outer: BinaryOperation) {
        switch (inner, outer) {
        case (.i32Shl, .i32Add): self = .shiftLeftAdd
        case (.i32Shl, .i32Or): self = .shiftLeftOr
        case (.i32ShrU, .i32Xor): self = .shiftRightXor
        case (.i32Rotl, .i32Xor): self = .rotateXor
        case (.i64Shl, .i64Add): self = .i64ShiftLeftAdd
        case (.i64Shl, .i64Or): self = .i64ShiftLeftOr
        case (.i64ShrU, .i64Xor): self = .i64ShiftRightXor
        case (.i64Rotl, .i64Xor): self = .i64RotateXor
        case (.i64Rotl, .i64Add): self = .i64RotateAdd
        default: return nil
        }
    }
}
