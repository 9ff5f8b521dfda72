// SPDX-License-Identifier: Apache-2.0

// From an operation and its form to the handler that does it. A form that does not exist is nil.

extension Operation {
    func handler(_ form: Form) -> Handler? {
        switch self {
        case .binary(let operation): operation.slots(form)
        case .binaryImmediate(let operation): operation.immediate(form)
        case .binaryConstant(let operation): operation.constant(form)
        case .divisionImmediate(let operation): operation.immediate(form)
        case .unary(let operation): operation.slots(form)
        case .compare(let operation): operation.slots(form)
        case .compareImmediate(let operation): operation.immediate(form)
        case .select where form.reads == .first: Handlers.accumulatorSelect
        case .load, .loadSum, .loadAbsolute, .loadIndexed: loadHandler(form)
        case .store, .storeSum, .storeAbsolute, .storeIndexed, .storeImmediate: storeHandler(form)
        case .branchIf, .branchIfImmediate, .branchUnless, .branchIfZero, .branchIfNonzero, .branchIfMaskZero,
            .branchIfMaskNonzero:
            form.reads == .nothing ? branchHandler : accumulatorBranchHandler
        case .globalGet where form.writes: Handlers.globalGetToAccumulator
        case .globalSet where form.reads == .first: Handlers.accumulatorToGlobal
        case .return1 where form.reads == .first:
            form.readsFloating ? Handlers.returnFloatingAccumulator : Handlers.returnAccumulator
        case .fused(let operation): operation.handler(form)
        default: form == Form() ? plainHandler : nil
        }
    }

    /// Of operations that do not use the accumulators.
    private var plainHandler: Handler? {
        switch self {
        case .constantBinary(let operation): operation.constantLeft
        case .division(let operation): operation.slots
        case .truncation(let operation): operation.handler
        case .stepAndBranch(let operation): operation.step
        case .stepAndBranchImmediate(let operation): operation.stepImmediate
        case .jump(let backward): backward ? Handlers.jumpBackward : Handlers.jump
        case .copyAndJump: Handlers.copyAndJump
        case .branchTable: Handlers.branchTable
        case .select: Handlers.select
        case .selectIf(let operation): operation.select
        case .selectIfConstant(let operation): operation.selectConstant
        case .copyMemory(let operation): operation.handler
        case .fillMemory: Handlers.fillMemory
        case .copy: Handlers.copy
        case .copyTwo: Handlers.copyTwo
        case .copyMany: Handlers.copyMany
        case .constant32: Handlers.constant32
        case .constant64: Handlers.constant64
        case .zero: Handlers.zero
        case .zeroFew(1): Handlers.zero1
        case .zeroFew(2): Handlers.zero2
        case .zeroFew(4): Handlers.zero4
        case .zeroFew: Handlers.zero8
        case .globalGet: Handlers.globalGet
        case .globalSet: Handlers.globalSet
        case .importedGlobalGet: Handlers.importedGlobalGet
        case .importedGlobalSet: Handlers.importedGlobalSet
        case .call: Handlers.call
        case .callImport: Handlers.callImport
        case .callIndirect: Handlers.callIndirect
        case .return0: Handlers.return0
        case .return1: Handlers.return1
        case .returnConstant: Handlers.returnConstant
        case .returnCall: Handlers.returnCall
        case .returnCallImport: Handlers.returnCallImport
        case .returnCallIndirect: Handlers.returnCallIndirect
        case .unreachable: Handlers.unreachable
        case .unsupported: Handlers.unsupported
        case .rare(let operation): operation.handler
        case .vector(let operation): operation.handler
        case .atomic(let operation): operation.handler
        case .useMemory: Handlers.useMemory
        default: nil
        }
    }

    private var branchHandler: Handler? {
        switch self {
        case .branchIf(let operation, let backward): backward ? operation.backward : operation.forward
        case .branchIfImmediate(let operation, let backward):
            backward ? operation.backwardImmediate : operation.forwardImmediate
        case .branchUnless(let operation, let backward): backward ? operation.backwardUnless : operation.forwardUnless
        case .branchIfZero(let backward): backward ? Handlers.branchBackIfZero : Handlers.branchIfZero
        case .branchIfNonzero(let backward): backward ? Handlers.branchBackIfNonzero : Handlers.branchIfNonzero
        case .branchIfMaskZero(let backward): backward ? Handlers.branchBackIfMaskZero : Handlers.branchIfMaskZero
        case .branchIfMaskNonzero(let backward):
            backward ? Handlers.branchBackIfMaskNonzero : Handlers.branchIfMaskNonzero
        default: nil
        }
    }

    private var accumulatorBranchHandler: Handler? {
        switch self {
        case .branchIf(let operation, let backward):
            backward ? operation.accumulatorBackward : operation.accumulatorForward
        case .branchIfImmediate(let operation, let backward):
            backward ? operation.accumulatorBackwardImmediate : operation.accumulatorForwardImmediate
        case .branchUnless(let operation, let backward):
            backward ? operation.accumulatorBackwardUnless : operation.accumulatorForwardUnless
        case .branchIfZero(let backward):
            backward ? Handlers.accumulatorBranchBackIfZero : Handlers.accumulatorBranchIfZero
        case .branchIfNonzero(let backward):
            backward ? Handlers.accumulatorBranchBackIfNonzero : Handlers.accumulatorBranchIfNonzero
        case .branchIfMaskZero(let backward):
            backward ? Handlers.accumulatorBranchBackIfMaskZero : Handlers.accumulatorBranchIfMaskZero
        case .branchIfMaskNonzero(let backward):
            backward ? Handlers.accumulatorBranchBackIfMaskNonzero : Handlers.accumulatorBranchIfMaskNonzero
        default: nil
        }
    }

    private func loadHandler(_ form: Form) -> Handler? {
        if form.writes, form.writesFloating {
            guard form.reads == .nothing else { return nil }
            switch self {
            case .load(.full64): return Handlers.loadFloatingOffset
            case .loadSum(.full64): return Handlers.loadFloatingSum
            case .loadAbsolute(.full64): return Handlers.loadFloatingAbsolute
            case .loadIndexed(.full64, 3): return Handlers.loadFloatingIndexed
            default: return nil
            }
        }
        switch self {
        case .load(let operation):
            if form.reads == .first {
                return form.writes ? operation.accumulatorOffsetToAccumulator : operation.accumulatorOffset
            }
            return form.writes ? operation.offsetToAccumulator : operation.offset
        case .loadSum(let operation): return form.writes ? operation.sumToAccumulator : operation.sum
        case .loadAbsolute(let operation): return form.writes ? operation.absoluteToAccumulator : operation.absolute
        case .loadIndexed(let operation, let shift): return operation.indexed(shift, toAccumulator: form.writes)
        default: return nil
        }
    }

    private func storeHandler(_ form: Form) -> Handler? {
        if form.reads == .second, form.readsFloating {
            switch self {
            case .store(.full64): return Handlers.storeFloatingOffset
            case .storeSum(.full64): return Handlers.storeFloatingSum
            case .storeAbsolute(.full64): return Handlers.storeFloatingAbsolute
            case .storeIndexed(.full64, 3): return Handlers.storeFloatingIndexed
            default: return nil
            }
        }
        switch (self, form.reads) {
        case (.store(let operation), .nothing): return operation.offset
        case (.store(let operation), .first): return operation.accumulatorOffset
        case (.store(let operation), .second): return operation.accumulatorToOffset
        case (.storeImmediate(let operation), .nothing): return operation.immediate
        case (.storeImmediate(let operation), .first): return operation.accumulatorImmediate
        case (.storeSum(let operation), .nothing): return operation.sum
        case (.storeSum(let operation), .second): return operation.accumulatorToSum
        case (.storeAbsolute(let operation), .nothing): return operation.absolute
        case (.storeAbsolute(let operation), .second): return operation.accumulatorToAbsolute
        case (.storeIndexed(let operation, let shift), .nothing): return operation.indexed(shift)
        case (.storeIndexed(let operation, let shift), .second): return operation.accumulatorToIndexed(shift)
        default: return nil
        }
    }
}

extension BinaryOperation {
    func slots(_ form: Form) -> Handler? {
        switch (form.reads, form.writes) {
        case (.nothing, false): slots
        case (.nothing, true): slotsToAccumulator
        case (.first, false): accumulatorSlot
        case (.first, true): accumulatorSlotToAccumulator
        case (.second, false): isCommutative ? nil : slotAccumulator
        case (.second, true): isCommutative ? nil : slotAccumulatorToAccumulator
        }
    }

    func immediate(_ form: Form) -> Handler? {
        switch (form.reads, form.writes) {
        case (.nothing, false): immediate
        case (.nothing, true): immediateToAccumulator
        case (.first, false): accumulatorImmediate
        case (.first, true): accumulatorImmediateToAccumulator
        default: nil
        }
    }

    func constant(_ form: Form) -> Handler? {
        switch (form.reads, form.writes) {
        case (.nothing, false): constant
        case (.nothing, true): constantToAccumulator
        case (.first, false): accumulatorConstant
        case (.first, true): accumulatorConstantToAccumulator
        default: nil
        }
    }
}

extension DivisionOperation {
    func immediate(_ form: Form) -> Handler? {
        switch (form.reads, form.writes) {
        case (.nothing, false): immediate
        case (.nothing, true): immediateToAccumulator
        case (.first, false): accumulatorImmediate
        default: nil
        }
    }
}

extension UnaryOperation {
    func slots(_ form: Form) -> Handler? {
        switch (form.reads, form.writes) {
        case (.nothing, false): slots
        case (.nothing, true): toAccumulator
        case (.first, false): accumulator
        case (.first, true): accumulatorToAccumulator
        default: nil
        }
    }
}

extension LoadOperation {
    func indexed(_ shift: UInt8, toAccumulator: Bool) -> Handler {
        switch shift {
        case 0: toAccumulator ? indexed1ToAccumulator : indexed1
        case 1: toAccumulator ? indexed2ToAccumulator : indexed2
        case 2: toAccumulator ? indexed4ToAccumulator : indexed4
        default: toAccumulator ? indexed8ToAccumulator : indexed8
        }
    }
}

extension StoreOperation {
    func indexed(_ shift: UInt8) -> Handler {
        switch shift {
        case 0: indexed1
        case 1: indexed2
        case 2: indexed4
        default: indexed8
        }
    }

    func accumulatorToIndexed(_ shift: UInt8) -> Handler {
        switch shift {
        case 0: accumulatorToIndexed1
        case 1: accumulatorToIndexed2
        case 2: accumulatorToIndexed4
        default: accumulatorToIndexed8
        }
    }
}
