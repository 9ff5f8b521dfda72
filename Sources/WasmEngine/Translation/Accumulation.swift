// SPDX-License-Identifier: Apache-2.0

// Values that only the next step needs stay in a register: a pass over finished steps. An operand of the operand stack
// is used once by construction, so that where a step's temporary is an operand of the step right behind it, and no label
// stands between, its slot need not be written.

/// How a step uses the accumulators.
struct Form: Equatable {
    /// Which operand is in an accumulator. For stores the first is the address, the second the value.
    enum Reads { case nothing, first, second }

    var reads = Reads.nothing
    /// Whether what is read is in the floating-point accumulator; implied where the operation takes f64 only.
    var readsFloating = false
    /// Whether the result goes to an accumulator instead of its slot.
    var writes = false
    /// Whether that is the floating-point accumulator; implied likewise.
    var writesFloating = false
}

/// Which accumulator a value can be in.
enum AccumulatorClass {
    case integer, floating
    /// Loads and stores of 64 bits do not care.
    case either

    /// The one that two agree on.
    static func agreed(_ producer: AccumulatorClass, _ consumer: AccumulatorClass) -> AccumulatorClass? {
        switch (producer, consumer) {
        case (.either, .either): .integer
        case (.either, let other), (let other, .either): other
        case (.integer, .integer): .integer
        case (.floating, .floating): .floating
        default: nil
        }
    }
}

extension Translator {
    /// Gives steps forms that use the accumulators, where there are such.
    mutating func useAccumulators() {
        var isTarget = [Bool](repeating: false, count: steps.count + 1)
        for position in labels where position >= 0 { isTarget[position] = true }
        for index in steps.indices.dropLast() where !isTarget[index + 1] {
            guard let slot = steps[index].destination, slot >= stackBase else { continue }
            connect(index, slot)
        }
    }

    /// Connects a step with the next one, if that reads the slot and both have the forms.
    private mutating func connect(_ index: Int, _ slot: Int) {
        var consumer = steps[index + 1]
        guard let reads = consumer.takeOperand(slot),
            let produced = steps[index].operation.resultClass,
            let consumed = consumer.operation.operandClass(reads),
            let agreed = AccumulatorClass.agreed(produced, consumed)
        else { return }
        var form = steps[index].form
        form.writes = true
        form.writesFloating = agreed == .floating
        consumer.form.reads = reads
        consumer.form.readsFloating = agreed == .floating
        guard steps[index].operation.handler(form) != nil, consumer.operation.handler(consumer.form) != nil else {
            return
        }
        steps[index].form = form
        steps[index + 1] = consumer
    }
}

extension Step {
    /// Which operand a slot is, if an accumulator can stand for it. Where only the left one can, a comparison is turned
    /// round.
    fileprivate mutating func takeOperand(_ slot: Int) -> Form.Reads? {
        switch operation {
        case .binary(let binary):
            if field1 == slot { return .first }
            guard field2 == slot else { return nil }
            guard binary.isCommutative else { return .second }
            word = fields(field0, field2, field1)
            return .first
        case .binaryImmediate, .binaryConstant, .divisionImmediate, .unary, .load, .return1,
            .compareImmediate, .select:
            return field1 == slot ? .first : nil
        case .branchIfImmediate, .branchIfZero, .branchIfNonzero, .branchIfMaskZero, .branchIfMaskNonzero, .globalSet,
            .storeImmediate:
            return field0 == slot ? .first : nil
        case .compare(let comparison):
            if field1 == slot { return .first }
            guard field2 == slot else { return nil }
            operation = .compare(comparison.swapped)
            word = fields(field0, field2, field1)
            return .first
        case .branchIf(let comparison, let backward):
            if field0 == slot { return .first }
            guard field1 == slot else { return nil }
            operation = .branchIf(comparison.swapped, backward: backward)
            word = fields(field1, field0)
            return .first
        case .branchUnless(let comparison, let backward):
            if field0 == slot { return .first }
            guard field1 == slot else { return nil }
            operation = .branchUnless(comparison.swapped, backward: backward)
            word = fields(field1, field0)
            return .first
        case .store:
            if field0 == slot { return .first }
            return field1 == slot ? .second : nil
        case .storeSum, .storeIndexed, .storeAbsolute: return field1 == slot ? .second : nil
        default: return nil
        }
    }
}

extension Operation {
    /// Which accumulator a result would be in.
    var resultClass: AccumulatorClass? {
        switch self {
        case .binary(let operation), .binaryImmediate(let operation), .binaryConstant(let operation):
            operation.isInteger ? .integer : .floating
        case .divisionImmediate, .compare, .compareImmediate: .integer
        case .unary(let operation): operation.makesFloat ? .floating : .integer
        case .load(.full64), .loadSum(.full64), .loadAbsolute(.full64): .either
        case .loadIndexed(.full64, let shift): shift == 3 ? .either : .integer
        case .load, .loadSum, .loadAbsolute, .loadIndexed, .globalGet: .integer
        default: nil
        }
    }

    /// Which accumulator an operand would be in.
    func operandClass(_ reads: Form.Reads) -> AccumulatorClass? {
        switch self {
        case .binary(let operation), .binaryImmediate(let operation), .binaryConstant(let operation):
            return operation.isInteger ? .integer : .floating
        case .unary(let operation): return operation.takesFloat ? .floating : .integer
        case .branchIf(let comparison, _), .branchUnless(let comparison, _), .compare(let comparison):
            return comparison.isInteger ? .integer : .floating
        case .return1: return .either
        case .store(.full64), .storeSum(.full64), .storeAbsolute(.full64):
            return reads == .second ? .either : .integer
        case .storeIndexed(.full64, let shift): return shift == 3 ? .either : .integer
        default: return .integer
        }
    }
}

extension UnaryOperation {
    fileprivate var makesFloat: Bool {
        switch self {
        case .f64Abs, .f64Neg, .f64Sqrt, .f64ConvertI32S, .f64ConvertI32U: true
        default: false
        }
    }

    fileprivate var takesFloat: Bool {
        switch self {
        case .f64Abs, .f64Neg, .f64Sqrt: true
        default: false
        }
    }
}
