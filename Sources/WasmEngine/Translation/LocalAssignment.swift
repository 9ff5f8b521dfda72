// SPDX-License-Identifier: Apache-2.0

// Which locals must be set to zero when a function begins: those that may be read before they are assigned. Compilers
// assign nearly all of theirs first.

/// Follows a body in order. What a block assigned counts as unassigned behind it, since the block may have been left early
/// or not entered; so that one pass is enough.
struct LocalAssignment {
    private var isAssigned: [Bool]
    /// The declared locals that were assigned, in order.
    private var assigned: [Int32] = []
    /// The locals that may be read first.
    private(set) var needsZero: [Bool]

    init(parameters: Int, count: Int) {
        isAssigned = [Bool](repeating: true, count: min(parameters, count))
        isAssigned += [Bool](repeating: false, count: count - isAssigned.count)
        needsZero = [Bool](repeating: false, count: count)
    }

    /// How many declared locals are known to be assigned.
    var count: Int { assigned.count }

    mutating func read(_ local: Int) {
        if !isAssigned[local] { needsZero[local] = true }
    }

    mutating func write(_ local: Int) {
        guard !isAssigned[local] else { return }
        isAssigned[local] = true
        assigned.append(Int32(local))
    }

    /// At the end of a block: knows what was known at its beginning.
    mutating func forget(downTo count: Int) {
        while assigned.count > count, let local = assigned.popLast() { isAssigned[Int(local)] = false }
    }
}

extension Translator {
    /// Puts steps in front that set what may be read first to zero.
    mutating func addZeroes() {
        var zeroes: [Step] = []
        var local = parameterCount
        func add(_ operation: Operation, _ word: UInt64) {
            zeroes.append(Step(operation: operation, word: word, origin: 0))
        }
        if assignment.needsZero.count(where: { $0 }) > 40 {
            add(.zero, fields(slot(ofLocal: local), localCount - local))
            local = localCount
        }
        while local < localCount {
            guard assignment.needsZero[local] else {
                local += 1
                continue
            }
            // A few more than needed do no harm.
            let needed =
                assignment.needsZero[local..<min(local + 8, localCount)].lastIndex(of: true).map { $0 - local + 1 } ?? 1
            let size = [1, 2, 4, 8].first { $0 >= needed && local + $0 <= localCount } ?? 1
            add(.zeroFew(size), fields(slot(ofLocal: local)))
            local += size
        }
        guard !zeroes.isEmpty else { return }
        steps.insert(contentsOf: zeroes, at: 0)
        for label in labels.indices where labels[label] >= 0 { labels[label] += zeroes.count }
        for index in exceptionHandlers.indices {
            let range = exceptionHandlers[index].steps
            exceptionHandlers[index].steps = range.lowerBound + zeroes.count..<range.upperBound + zeroes.count
        }
    }
}
