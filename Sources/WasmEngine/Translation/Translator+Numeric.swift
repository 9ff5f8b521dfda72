// SPDX-License-Identifier: Apache-2.0

// Arithmetic, comparisons, conditions and selections, in the form that fits their operands.

/// What a branch or a selection depends on. The step that would have made a value of it is gone.
struct Condition {
    enum Test {
        case constant(UInt64)
        case nonzero(Int)
        case mask(Int, UInt64)
        case compare(CompareOperation, Int, Int)
        case compareImmediate(CompareOperation, Int, UInt64)
    }

    var test: Test
    var isNegated = false

    var negated: Condition { Condition(test: test, isNegated: !isNegated) }
}

extension Translator {
    /// The high half of a word for a constant, or nil when it does not fit.
    private func immediate(_ bits: UInt64, isWide: Bool) -> UInt64? {
        guard isWide else { return bits & 0xffff_ffff }
        return Int64(bitPattern: bits) == Int64(Int32(truncatingIfNeeded: bits)) ? bits & 0xffff_ffff : nil
    }

    mutating func binary(_ operation: BinaryOperation) {
        let right = pop(), left = pop()
        let depth = operands.count
        if case .constant(let bits) = right {
            if addBinary(operation, left, at: depth, constant: bits) { return }
        } else if case .constant(let bits) = left {
            if operation.isCommutative {
                if addBinary(operation, right, at: depth + 1, constant: bits) { return }
            } else if operation.constantLeft != nil {
                let b = slot(of: right, at: depth + 1)
                add(.constantBinary(operation), fields(pushTemporary(), b), bits)
                return
            }
        }
        let a = slot(of: left, at: depth)
        let b = slot(of: right, at: depth + 1)
        add(.binary(operation), fields(pushTemporary(), a, b))
    }

    /// An operation with a constant on the right, or either side where that is the same; false when there is no form
    /// for it.
    private mutating func addBinary(
        _ operation: BinaryOperation, _ operand: Operand, at depth: Int, constant bits: UInt64
    ) -> Bool {
        var operation = operation
        var bits = bits
        if operation == .i32Sub || operation == .i64Sub {
            operation = operation == .i32Sub ? .i32Add : .i64Add
            bits = 0 &- bits
        }
        if operation.isInteger, let immediate = immediate(bits, isWide: operation.isWide) {
            let a = slot(of: operand, at: depth)
            add(.binaryImmediate(operation), fields(pushTemporary(), a, high: immediate))
            return true
        }
        guard operation.constant != nil else { return false }
        let a = slot(of: operand, at: depth)
        add(.binaryConstant(operation), fields(pushTemporary(), a), bits)
        return true
    }

    mutating func division(_ operation: DivisionOperation) {
        let right = pop(), left = pop()
        let depth = operands.count
        if case .constant(let bits) = right, let immediate = immediate(bits, isWide: operation.isWide),
            immediate != 0, immediate != 0xffff_ffff
        {
            let a = slot(of: left, at: depth)
            add(.divisionImmediate(operation), fields(pushTemporary(), a, high: immediate))
            return
        }
        let a = slot(of: left, at: depth)
        let b = slot(of: right, at: depth + 1)
        add(.division(operation), fields(pushTemporary(), a, b))
    }

    mutating func unary(_ operation: Operation) {
        let operand = pop()
        let a = slot(of: operand, at: operands.count)
        add(operation, fields(pushTemporary(), a))
    }

    mutating func compare(_ operation: CompareOperation) {
        let right = pop(), left = pop()
        let depth = operands.count
        if operation.isInteger {
            if case .constant(let bits) = right, let immediate = immediate(bits, isWide: operation.isWide) {
                let a = slot(of: left, at: depth)
                add(.compareImmediate(operation), fields(pushTemporary(), a, high: immediate))
                return
            }
            if case .constant(let bits) = left, let immediate = immediate(bits, isWide: operation.isWide) {
                let a = slot(of: right, at: depth + 1)
                add(.compareImmediate(operation.swapped), fields(pushTemporary(), a, high: immediate))
                return
            }
        }
        let a = slot(of: left, at: depth)
        let b = slot(of: right, at: depth + 1)
        add(.compare(operation), fields(pushTemporary(), a, b))
    }

    /// A comparison with a constant that fits.
    mutating func compare(_ operation: CompareOperation, withConstant constant: UInt32) {
        let operand = pop()
        let a = slot(of: operand, at: operands.count)
        add(.compareImmediate(operation), fields(pushTemporary(), a, high: UInt64(constant)))
    }

    /// `eqz`: of a comparison of integers, the opposite comparison.
    mutating func equalsZero(_ operation: CompareOperation) {
        if case .temporary? = operands.last, lastStepMade(slot(ofDepth: operands.count - 1)) {
            switch steps[steps.count - 1].operation {
            case .compare(let comparison) where comparison.opposite != nil:
                steps[steps.count - 1].operation = .compare(comparison.opposite ?? comparison)
                return
            case .compareImmediate(let comparison) where comparison.opposite != nil:
                steps[steps.count - 1].operation = .compareImmediate(comparison.opposite ?? comparison)
                return
            default: break
            }
        }
        compare(operation, withConstant: 0)
    }

    // MARK: Conditions

    /// Takes the top operand as a condition, and with it the step that made it, if a branch or a selection can do the
    /// same.
    mutating func popCondition(allowMask: Bool = true) -> Condition {
        let operand = pop()
        switch operand {
        case .constant(let bits): return Condition(test: .constant(bits))
        case .local(let index): return Condition(test: .nonzero(slot(ofLocal: index)))
        case .temporary: break
        }
        var condition = Condition(test: .nonzero(slot(ofDepth: operands.count)))
        while case .nonzero(let slot) = condition.test, slot >= stackBase, lastStepMade(slot), let last = steps.last {
            switch last.operation {
            case .compareImmediate(.i32Eq) where last.word.high32 == 0:
                condition = Condition(test: .nonzero(last.field1), isNegated: !condition.isNegated)
            case .compareImmediate(.i32Ne) where last.word.high32 == 0: condition.test = .nonzero(last.field1)
            case .compare(let operation): condition.test = .compare(operation, last.field1, last.field2)
            case .compareImmediate(let operation):
                condition.test = .compareImmediate(operation, last.field1, last.word.high32)
            case .binaryImmediate(.i32And) where allowMask: condition.test = .mask(last.field1, last.word.high32)
            default: return condition
            }
            steps.removeLast()
        }
        return condition
    }

    mutating func addBranch(when condition: Condition, to label: Int, backward: Bool) {
        let target = UInt64(label)
        let negated = condition.isNegated
        switch condition.test {
        case .constant(let bits):
            if (bits != 0) != negated { add(.jump(backward: backward), 0, target) }
        case .nonzero(let slot):
            if backward, addStepAndBranch(negated ? .i32Eq : .i32Ne, slot, immediate: 0, to: target) { return }
            add(
                negated ? .branchIfZero(backward: backward) : .branchIfNonzero(backward: backward), fields(slot),
                target)
        case .mask(let slot, let mask):
            add(
                negated ? .branchIfMaskZero(backward: backward) : .branchIfMaskNonzero(backward: backward),
                fields(slot, high: mask), target)
        case .compare(let operation, let a, let b):
            guard let chosen = negated ? operation.opposite : operation else {
                add(.branchUnless(operation, backward: backward), fields(a, b), target)
                return
            }
            if backward, addStepAndBranch(chosen, a, b, to: target) { return }
            add(.branchIf(chosen, backward: backward), fields(a, b), target)
        case .compareImmediate(let operation, let a, let immediate):
            let chosen = negated ? operation.opposite ?? operation : operation
            if backward, addStepAndBranch(chosen, a, immediate: immediate, to: target) { return }
            add(.branchIfImmediate(chosen, backward: backward), fields(a, high: immediate), target)
        }
    }

    /// The step that a counter was just changed by, when it can be part of a back edge that compares the counter.
    private func counterStep(_ operation: CompareOperation, _ slot: Int) -> Int? {
        guard lastStepMade(slot), let last = steps.last, last.field1 == slot,
            last.operation == .binaryImmediate(operation.isWide ? .i64Add : .i32Add)
        else { return nil }
        let step = Int32(truncatingIfNeeded: last.word.high32)
        return Int32(Int16(truncatingIfNeeded: step)) == step ? Int(step) : nil
    }

    private mutating func addStepAndBranch(
        _ operation: CompareOperation, _ a: Int, _ b: Int, to target: UInt64
    ) -> Bool {
        guard operation.step != nil, let step = counterStep(operation, a), a != b else { return false }
        steps.removeLast()
        add(.stepAndBranch(operation), fields(a, step, b), target)
        return true
    }

    private mutating func addStepAndBranch(
        _ operation: CompareOperation, _ a: Int, immediate: UInt64, to target: UInt64
    ) -> Bool {
        guard operation.stepImmediate != nil, let step = counterStep(operation, a) else { return false }
        steps.removeLast()
        add(.stepAndBranchImmediate(operation), fields(a, step, high: immediate), target)
        return true
    }

    // MARK: Selections

    mutating func select() {
        let condition = popCondition(allowMask: false)
        let second = pop(), first = pop()
        let depth = operands.count
        if case .constant(let bits) = condition.test {
            selectConstant((bits != 0) != condition.isNegated, first, second)
            return
        }
        var x = slot(of: first, at: depth)
        var y = slot(of: second, at: depth + 1)
        let destination = pushTemporary()
        switch condition.test {
        case .compare(let operation, let a, let b):
            if condition.isNegated { swap(&x, &y) }
            add(.selectIf(operation), fields(destination, a, x, y), UInt64(b))
        case .compareImmediate(let operation, let a, let immediate):
            if condition.isNegated { swap(&x, &y) }
            let constant = UInt64(bitPattern: Int64(Int32(truncatingIfNeeded: immediate)))
            add(.selectIfConstant(operation), fields(destination, a, x, y), constant)
        case .nonzero(let slot):
            if condition.isNegated { swap(&x, &y) }
            add(.select, fields(destination, slot, x, y))
        case .constant, .mask: break
        }
    }

    private mutating func selectConstant(_ isFirst: Bool, _ first: Operand, _ second: Operand) {
        let depth = operands.count
        switch (isFirst, first, second) {
        case (true, .temporary, _): _ = pushTemporary()
        case (false, _, .temporary): addCopy(from: slot(ofDepth: depth + 1), to: pushTemporary())
        case (true, _, _): push(first)
        case (false, _, _): push(second)
        }
    }
}

extension BinaryOperation {
    var isInteger: Bool { rawValue < BinaryOperation.f32Add.rawValue }
    var isWide: Bool { rawValue >= BinaryOperation.i64Add.rawValue }

    var isCommutative: Bool {
        switch self {
        case .i32Add, .i32Mul, .i32And, .i32Or, .i32Xor, .i64Add, .i64Mul, .i64And, .i64Or, .i64Xor, .f32Add, .f32Mul,
            .f64Add, .f64Mul:
            true
        default: false
        }
    }
}

extension DivisionOperation {
    var isWide: Bool { rawValue >= DivisionOperation.i64DivS.rawValue }
}

extension CompareOperation {
    var isInteger: Bool { rawValue < CompareOperation.f32Eq.rawValue }
    var isWide: Bool { rawValue >= CompareOperation.i64Eq.rawValue }

    /// What holds when this does not; floats have no such comparison, because of NaN.
    var opposite: CompareOperation? {
        switch self {
        case .i32Eq: .i32Ne
        case .i32Ne: .i32Eq
        case .i32LtS: .i32GeS
        case .i32LtU: .i32GeU
        case .i32GtS: .i32LeS
        case .i32GtU: .i32LeU
        case .i32LeS: .i32GtS
        case .i32LeU: .i32GtU
        case .i32GeS: .i32LtS
        case .i32GeU: .i32LtU
        case .i64Eq: .i64Ne
        case .i64Ne: .i64Eq
        case .i64LtS: .i64GeS
        case .i64LtU: .i64GeU
        case .i64GtS: .i64LeS
        case .i64GtU: .i64LeU
        case .i64LeS: .i64GtS
        case .i64LeU: .i64GtU
        case .i64GeS: .i64LtS
        case .i64GeU: .i64LtU
        default: nil
        }
    }

    /// The same with the operands exchanged.
    var swapped: CompareOperation {
        switch self {
        case .i32LtS: .i32GtS
        case .i32LtU: .i32GtU
        case .i32GtS: .i32LtS
        case .i32GtU: .i32LtU
        case .i32LeS: .i32GeS
        case .i32LeU: .i32GeU
        case .i32GeS: .i32LeS
        case .i32GeU: .i32LeU
        case .i64LtS: .i64GtS
        case .i64LtU: .i64GtU
        case .i64GtS: .i64LtS
        case .i64GtU: .i64LtU
        case .i64LeS: .i64GeS
        case .i64LeU: .i64GeU
        case .i64GeS: .i64LeS
        case .i64GeU: .i64LeU
        case .f32Lt: .f32Gt
        case .f32Gt: .f32Lt
        case .f32Le: .f32Ge
        case .f32Ge: .f32Le
        case .f64Lt: .f64Gt
        case .f64Gt: .f64Lt
        case .f64Le: .f64Ge
        case .f64Ge: .f64Le
        default: self
        }
    }
}
