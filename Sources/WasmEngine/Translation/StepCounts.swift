// SPDX-License-Identifier: Apache-2.0

// A build with -D NETWASI_COUNT counts every step that it executes, by its place in code, and says at the end which
// operations and which neighbours they were: what is worth a handler is read from there. Other builds have none of this.

#if NETWASI_COUNT
    /// What was executed. Threads that run at the same time lose some of each other's counts.
    package enum StepCounts {
        /// A step: where its code is, what it does, and whether it could be one with the step before it.
        private struct Site {
            var name: String
            var word: UInt64
            var follows: Bool
        }

        private static let capacity = 1 << 22
        private nonisolated(unsafe) static let keys = cleared()
        private nonisolated(unsafe) static let counts = cleared()
        private nonisolated(unsafe) static var sites: [UInt64: Site] = [:]
        private nonisolated(unsafe) static var functions: [(index: Int, code: UInt64, end: UInt64)] = []

        private static func cleared() -> UnsafeMutablePointer<UInt64> {
            let words = UnsafeMutablePointer<UInt64>.allocate(capacity: capacity)
            words.initialize(repeating: 0, count: capacity)
            return words
        }

        /// Counts the step at `pc`.
        @inline(never)
        static func note(_ pc: ProgramCounter) {
            let key = UInt64(UInt(bitPattern: pc))
            var place = Int(truncatingIfNeeded: ((key >> 3) &* 0x9e37_79b9_7f4a_7c15) >> 42)
            while keys[place] != key, keys[place] != 0 { place = (place &+ 1) & (capacity - 1) }
            keys[place] = key
            counts[place] &+= 1
        }

        /// Says what a function's code is made of.
        static func add(
            function index: Int, steps: [Step], positions: [Int], labels: [Int], code: UnsafeMutablePointer<UInt64>
        ) {
            let start = UInt64(UInt(bitPattern: code))
            let targets = Set(labels)
            for (position, step) in steps.enumerated() {
                let isMade = position > 0 && !targets.contains(position) && !steps[position - 1].operation.leaves
                sites[start + UInt64(positions[position] * 8)] = Site(name: step.name, word: step.word, follows: isMade)
            }
            functions.append((index, start, start + UInt64((positions.last ?? 0) * 8)))
        }

        /// The counts so far, most often executed first: operations, then pairs, then the steps of the functions where
        /// most of them are.
        package static func report() -> String {
            var executed: [UInt64: UInt64] = [:]
            for place in 0..<capacity where keys[place] != 0 { executed[keys[place], default: 0] += counts[place] }
            var operations: [String: UInt64] = [:]
            var pairs: [String: UInt64] = [:]
            var last: Site?
            for address in sites.keys.sorted() {
                guard let site = sites[address] else { continue }
                let count = executed[address] ?? 0
                operations[site.name, default: 0] += count
                if site.follows, let last { pairs["\(last.name) + \(site.name)", default: 0] += count }
                last = site
            }
            let total = operations.values.reduce(0, +)
            func lines(_ table: [String: UInt64], _ limit: Int) -> String {
                table.filter { $0.value > 0 }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(limit)
                    .map { "\(percent($0.value, of: total)) \($0.value) \($0.key)\n" }.joined()
            }
            let byFunction = functions.map { function in
                (function, executed.reduce(0) { (function.code..<function.end).contains($1.key) ? $0 + $1.value : $0 })
            }.sorted { $0.1 > $1.1 }
            var text = "steps: \(total)\n\(lines(operations, 150))pairs:\n\(lines(pairs, 150))"
            for (function, count) in byFunction.prefix(12) where count > 0 {
                text += "function \(function.index): \(percent(count, of: total))\n"
                for address in sites.keys.filter({ (function.code..<function.end).contains($0) }).sorted() {
                    guard let site = sites[address] else { continue }
                    let fields = [site.word.field0, site.word.field1, site.word.field2, site.word.field3]
                    text += "  \(site.follows ? " " : ":") \(executed[address] ?? 0) \(site.name) \(fields)\n"
                }
            }
            return text
        }

        private static func percent(_ count: UInt64, of total: UInt64) -> String {
            let tenths = count * 1000 / max(total, 1)
            return "\(tenths / 10).\(tenths % 10)%"
        }
    }

    extension Operation {
        /// Whether the step behind it is reached from elsewhere only.
        fileprivate var leaves: Bool {
            switch self {
            case .jump, .copyAndJump, .branchTable, .return0, .return1, .returnConstant, .returnCall, .returnCallImport,
                .returnCallIndirect, .unreachable, .fused(.addAndJump), .fused(.addTwoAndJump):
                true
            default: false
            }
        }
    }

    extension Step {
        /// What it does, with the accumulators that it uses.
        fileprivate var name: String {
            var text = "\(operation)"
            while let range = text.firstRange(of: "WasmEngine.") { text.removeSubrange(range) }
            if form.reads != .nothing { text += form.reads == .first ? " <1" : " <2" }
            return form.writes ? text + " >a" : text
        }
    }
#endif
