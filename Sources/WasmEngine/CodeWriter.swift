// SPDX-License-Identifier: Apache-2.0

// Steps to words: handlers' addresses, and addresses for labels.

extension Operation {
    /// The code that does it.
    var handler: Handler {
        switch self {
        case .binary(let operation): operation.slots
        case .binaryImmediate(let operation): operation.immediate ?? Handlers.unreachable
        case .binaryConstant(let operation): operation.constant ?? Handlers.unreachable
        case .constantBinary(let operation): operation.constantLeft ?? Handlers.unreachable
        case .division(let operation): operation.slots
        case .divisionImmediate(let operation): operation.immediate
        case .unary(let operation): operation.handler
        case .truncation(let operation): operation.handler
        case .compare(let operation): operation.slots
        case .compareImmediate(let operation): operation.immediate ?? Handlers.unreachable
        case .branchIf(let operation, let backward): backward ? operation.backward : operation.forward
        case .branchIfImmediate(let operation, let backward):
            (backward ? operation.backwardImmediate : operation.forwardImmediate) ?? Handlers.unreachable
        case .branchUnless(let operation, let backward):
            (backward ? operation.backwardUnless : operation.forwardUnless) ?? Handlers.unreachable
        case .stepAndBranch(let operation): operation.step ?? Handlers.unreachable
        case .stepAndBranchImmediate(let operation): operation.stepImmediate ?? Handlers.unreachable
        case .branchIfZero(let backward): backward ? Handlers.branchBackIfZero : Handlers.branchIfZero
        case .branchIfNonzero(let backward): backward ? Handlers.branchBackIfNonzero : Handlers.branchIfNonzero
        case .branchIfMaskZero(let backward): backward ? Handlers.branchBackIfMaskZero : Handlers.branchIfMaskZero
        case .branchIfMaskNonzero(let backward):
            backward ? Handlers.branchBackIfMaskNonzero : Handlers.branchIfMaskNonzero
        case .jump(let backward): backward ? Handlers.jumpBackward : Handlers.jump
        case .copyAndJump: Handlers.copyAndJump
        case .branchTable: Handlers.branchTable
        case .select: Handlers.select
        case .selectIf(let operation): operation.select
        case .selectIfConstant(let operation): operation.selectImmediate ?? Handlers.unreachable
        case .load(let operation): operation.offset
        case .loadAbsolute(let operation): operation.absolute
        case .loadIndexed(let operation, let shift): operation.indexed(shift)
        case .store(let operation): operation.offset
        case .storeImmediate(let operation): operation.immediate
        case .storeAbsolute(let operation): operation.absolute
        case .storeIndexed(let operation, let shift): operation.indexed(shift)
        case .copy: Handlers.copy
        case .copyTwo: Handlers.copyTwo
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
        case .rare(let operation): operation.handler
        }
    }
}

extension LoadOperation {
    func indexed(_ shift: UInt8) -> Handler {
        switch shift {
        case 0: indexed1
        case 1: indexed2
        case 2: indexed4
        default: indexed8
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
}

/// Lays out a function's steps.
struct CodeWriter {
    let steps: [Step]
    /// The step that each label stands before.
    let labels: [Int]
    /// The labels of each `branchTable`.
    let branchTables: [[Int]]
    let code: ModuleCode

    /// The word that each step begins at, and the number of words.
    private let positions: [Int]

    init(steps: [Step], labels: [Int], branchTables: [[Int]], code: ModuleCode) {
        self.steps = steps
        self.labels = labels
        self.branchTables = branchTables
        self.code = code
        var positions: [Int] = []
        positions.reserveCapacity(steps.count + 1)
        var position = 0
        for step in steps {
            positions.append(position)
            if step.operation == .branchTable {
                position += 2 + branchTables[Int(step.extra)].count
            } else {
                position += step.operation.hasTarget || step.operation.hasExtra ? 3 : 2
            }
        }
        positions.append(position)
        self.positions = positions
    }

    /// The word that a step begins at.
    func position(ofStep step: Int) -> Int { positions[step] }

    /// The word that a label stands at.
    func position(ofLabel label: Int) -> Int { positions[labels[label]] }

    /// The words, and where they came from.
    func write() -> (code: UnsafeMutablePointer<UInt64>, count: Int, origins: [TranslatedFunction.Origin]) {
        let count = positions.last ?? 0
        let words = UnsafeMutablePointer<UInt64>.allocate(capacity: max(count, 1))
        var origins: [TranslatedFunction.Origin] = []
        for (index, step) in steps.enumerated() {
            let place = words + positions[index]
            place[0] = word(step.operation.handler)
            place[1] = step.word
            switch step.operation {
            case .jump: place[1] = address(ofLabel: Int(step.extra), in: words)
            case .branchTable:
                for (offset, label) in branchTables[Int(step.extra)].enumerated() {
                    place[2 + offset] = address(ofLabel: label, in: words)
                }
            case .call, .returnCall: place[2] = UInt64(UInt(bitPattern: code.entry(ofDefined: Int(step.extra))))
            case let operation where operation.hasTarget: place[2] = address(ofLabel: Int(step.extra), in: words)
            case let operation where operation.hasExtra: place[2] = step.extra
            default: break
            }
            if step.operation.mayStop {
                origins.append(.init(word: UInt32(positions[index]), byteOffset: step.origin))
            }
        }
        return (words, count, origins)
    }

    private func address(ofLabel label: Int, in words: UnsafeMutablePointer<UInt64>) -> UInt64 {
        UInt64(UInt(bitPattern: words + position(ofLabel: label)))
    }
}
