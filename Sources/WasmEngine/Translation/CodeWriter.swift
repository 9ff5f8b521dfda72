// SPDX-License-Identifier: Apache-2.0

// Steps to words: handlers' addresses, and addresses for labels.

/// Lays out a function's steps.
struct CodeWriter {
    let steps: [Step]
    /// The step that each label stands before.
    let labels: [Int]
    /// The labels of each `branchTable`.
    let branchTables: [[Int]]
    /// The two words of each shuffle and each vector constant.
    let vectorConstants: [VectorConstant]
    let code: ModuleCode

    /// The word that each step begins at, and the number of words.
    private let positions: [Int]

    init(
        steps: [Step], labels: [Int], branchTables: [[Int]], vectorConstants: [VectorConstant], code: ModuleCode
    ) {
        self.steps = steps
        self.labels = labels
        self.branchTables = branchTables
        self.vectorConstants = vectorConstants
        self.code = code
        var positions: [Int] = []
        positions.reserveCapacity(steps.count + 1)
        var position = 0
        for step in steps {
            positions.append(position)
            if step.operation == .branchTable {
                position += 2 + branchTables[Int(step.extra)].count
            } else if case .vector(let operation) = step.operation, operation.hasConstant {
                position += 4
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
        let words = code.allocate(words: count)
        var origins: [TranslatedFunction.Origin] = []
        for (index, step) in steps.enumerated() {
            let place = words + positions[index]
            place[0] = word(step.operation.handler(step.form) ?? Handlers.unreachable)
            place[1] = step.word
            switch step.operation {
            case .jump: place[1] = address(ofLabel: Int(step.extra), in: words)
            case .branchTable:
                for (offset, label) in branchTables[Int(step.extra)].enumerated() {
                    place[2 + offset] = address(ofLabel: label, in: words)
                }
            case .call, .fused(.copyAndCall):
                place[2] = UInt64(UInt(bitPattern: code.entry(ofDefined: Int(step.extra))))
            case .vector(let operation) where operation.hasConstant:
                place[2] = vectorConstants[Int(step.extra)].low
                place[3] = vectorConstants[Int(step.extra)].high
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
