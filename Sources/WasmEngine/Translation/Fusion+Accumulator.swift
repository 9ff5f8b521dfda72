// SPDX-License-Identifier: Apache-2.0

// Pairs where the second step takes from an accumulator what the first one put there, and nothing else needs it.

extension Translator {
    func fuseThroughAccumulator(_ first: Step, _ second: Step) -> Step? {
        guard second.form.reads != .nothing else { return nil }
        var form = Form()
        form.reads = first.form.reads
        form.readsFloating = first.form.readsFloating
        form.writes = second.form.writes
        form.writesFloating = second.form.writesFloating
        switch (first.operation, second.operation) {
        case (.binaryImmediate(let inner), .binary(let outer)) where second.form.reads == .first:
            let bits = inner == .i32Mul ? 0x10000 : 32
            guard let operation = ShiftOperation(inner, outer), first.word.high32 < bits else { return nil }
            let word = fields(second.field0, first.field1, second.field2, Int(first.word.high32))
            return pairIfKnown(.shift(operation), word, second, form: form)
        case (.binary(let inner), .binary(let outer)):
            let isFirst = second.form.reads == .first
            guard let operation = ChainOperation(inner, outer, accumulatorIsFirst: isFirst) else { return nil }
            // Of what is multiplied the accumulator has the first; the other one lies where it always does.
            let c = isFirst ? second.field2 : second.field1
            let word = fields(second.field0, first.field1, first.field2, c)
            return form.reads == .second ? nil : pairIfKnown(.chain(operation), word, second, form: form)
        case (.binary(let operation), .store(.full64))
        where second.form.reads == .second && second.word.high32 <= 0xffff:
            let word = fields(second.field0, first.field1, first.field2, Int(second.word.high32))
            form.writes = false
            return pairIfKnown(.combineAndStore(operation), word, second, form: form)
        case (.globalGet, .binaryImmediate(.i32Add)) where first.word.high32 <= 0xffff:
            return pairIfKnown(
                .globalSum, fields(second.field0, Int(first.word.high32), high: second.word.high32), second, form: form)
        default: return first.form.reads == .nothing ? fuseFromSlots(first, second, form) : nil
        }
    }

    /// Where the first step reads slots only.
    private func fuseFromSlots(_ first: Step, _ second: Step, _ form: Form) -> Step? {
        switch (first.operation, second.operation) {
        case (.load, _) where first.word.high32 <= 0xffff: return fuseLoad(first, second, form)
        case (.loadSum(.unsigned8), _) where second.equality != nil: return fuseByteAtSum(first, second)
        case (.loadSum(let load), .binary(let operation)):
            guard let (operand, other) = loadedOperand(load, operation, second), let addend = first.smallImmediate
            else { return nil }
            return pairIfKnown(
                .loadSumAndCombine(operand), fields(second.field0, first.field1, addend, other), second,
                origin: first.origin, form: form)
        case (.binaryImmediate(.i32Add), .branchIfImmediate(let comparison, backward: false)):
            guard let addend = first.smallImmediate, let immediate = second.smallImmediate else { return nil }
            return pairIfKnown(
                .sumAndBranch(comparison), fields(first.field0, first.field1, addend, immediate), second)
        case (.binaryImmediate(.i32ShrU), .binaryImmediate(.i32And)):
            guard first.word.high32 < 32, second.word.high32 <= 0xffff else { return nil }
            let word = fields(second.field0, first.field1, Int(second.word.high32), Int(first.word.high32))
            return pairIfKnown(.shift(.shiftRightMask), word, second, form: form)
        case (.binary(.i32Xor), .binaryImmediate(.i32Rotl)):
            guard second.word.high32 < 32 else { return nil }
            let word = fields(second.field0, first.field1, first.field2, Int(second.word.high32))
            return pairIfKnown(.shift(.xorRotate), word, second, form: form)
        case (.binary(let operation), .return1):
            return pairIfKnown(.returnBinary(operation), fields(second.field0, first.field1, first.field2), second)
        case (.binaryImmediate(.i32Add), .globalSet) where second.word.high32 <= 0xffff:
            return pair(
                .sumToGlobal, fields(first.field1, Int(second.word.high32), high: first.word.high32), second)
        case (.binaryImmediate(.i32Add), .storeImmediate(let store)) where second.field1 == 0:
            guard let value = second.smallImmediate else { return nil }
            return pairIfKnown(
                .storeSumImmediate(store), fields(first.field1, value, high: first.word.high32), second)
        case (.binary(.i32Add), .storeImmediate(let store)):
            guard let value = second.smallImmediate else { return nil }
            return pairIfKnown(
                .storeIndexedImmediate(store), fields(first.field1, value, first.field2, second.field1), second)
        default: return nil
        }
    }

    /// A load, and a branch, an operation or a store with what was loaded.
    private func fuseLoad(_ first: Step, _ second: Step, _ form: Form) -> Step? {
        guard case .load(let load) = first.operation else { return nil }
        let offset = Int(first.word.high32)
        if let (equal, backward, immediate) = second.equality {
            return pairIfKnown(
                .loadAndTest(load, equal: equal, backward: backward),
                fields(first.field0, first.field1, offset, immediate), second, origin: first.origin)
        }
        switch second.operation {
        case .branchIf(let comparison, let backward) where comparison == .i32Eq || comparison == .i32Ne:
            return pairIfKnown(
                .loadAndCompare(load, equal: comparison == .i32Eq, backward: backward),
                fields(first.field0, first.field1, offset, second.field1), second, origin: first.origin)
        case .binary(let operation):
            guard let (operand, other) = loadedOperand(load, operation, second) else { return nil }
            return pairIfKnown(
                .loadAndCombine(operand), fields(second.field0, first.field1, offset, other), second,
                origin: first.origin, form: form)
        case .store(.low32)
        where load == .unsigned32 && second.form.reads == .second && second.word.high32 <= 0xffff:
            return pair(.loadAndStore, fields(second.field0, first.field1, Int(second.word.high32), offset), second)
        default: return nil
        }
    }

    /// What a step does with an operand that was loaded, and the slot of the other one.
    private func loadedOperand(
        _ load: LoadOperation, _ operation: BinaryOperation, _ step: Step
    ) -> (LoadedOperand, other: Int)? {
        let other = step.form.reads == .first ? step.field2 : step.field1
        switch (load, operation) {
        case (.unsigned32, .i32Add): return (.i32Add, other)
        case (.full64, .f64Add): return (.f64Add, other)
        case (.full64, .f64Mul): return (.f64Mul, other)
        case (.full64, .f64Sub) where step.form.reads == .second: return (.f64Sub, other)
        default: return nil
        }
    }
}

extension ChainOperation {
    fileprivate init?(_ inner: BinaryOperation, _ outer: BinaryOperation, accumulatorIsFirst: Bool) {
        switch (inner, outer, accumulatorIsFirst) {
        case (.i32Mul, .i32Add, true): self = .i32MulAdd
        case (.i32And, .i32Xor, true): self = .i32AndXor
        case (.f64Mul, .f64Add, true): self = .f64MulAdd
        case (.f64Mul, .f64Mul, true): self = .f64MulMul
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
        case (.i32Mul, .i32Add): self = .multiplyAdd
        default: return nil
        }
    }
}
