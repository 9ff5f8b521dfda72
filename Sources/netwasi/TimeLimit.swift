// SPDX-License-Identifier: Apache-2.0

import Synchronization
import WASI
import WasmEngine

// `--timeout`: however a program spends its time, it ends. A thread of its own keeps the time; it asks the program to
// stop, which gives a backtrace, and ends the process if that is not heard: within a name lookup, say, or a file that
// does not answer.

/// A limit of wall-clock time that began when it was made.
final class TimeLimit: Sendable {
    /// The exit status of a program that was stopped, as timeout(1) has it.
    static let status: Int32 = 124
    /// How long the program has to stop by itself, and then to say so.
    private static let grace: Int64 = 500_000_000

    /// What the user is told.
    let message: String
    private let isOver = Atomic(false)
    private let isTold = Atomic(false)

    /// The last words, where the program does not stop by itself.
    private let last: String
    /// When the time is over, on the clock of `Kernel.sleep`.
    private let end: Int64

    /// Begins a limit. `path` is what the user calls the program.
    init(_ duration: TimeSpan, path: String) throws(Failure) {
        message = "timed out after \(duration)"
        last = "netwasi: \(path): \(message)\n"
        let (end, overflow) = Kernel.now.addingReportingOverflow(duration.nanoseconds)
        self.end = overflow ? .max : end
        Kernel.prepareToStop()
        guard start() else { throw Failure("cannot start the thread that keeps the time") }
    }

    /// In a process that the program made, which has no other thread: it is to end at the same time. What there is to say
    /// the first process says.
    func startAgain() {
        isTold.store(true, ordering: .sequentiallyConsistent)
        if !start() { Kernel.exitNow(Self.status) }
    }

    private func start() -> Bool {
        Kernel.startThread { [self] in
            Kernel.sleep(until: end)
            isOver.store(true, ordering: .sequentiallyConsistent)
            Kernel.stopWaits()
            Kernel.sleep(Self.grace)
            Kernel.restoreTerminals()
            if claim() { Kernel.printIfReady(last, to: 2) } else { Kernel.sleep(Self.grace) }
            Kernel.exitNow(Self.status)
        }
    }

    /// Has the instance look at the limit before anything else that it does at an interrupt.
    func watch(_ instance: Instance) {
        let handler = instance.interruptHandler
        instance.interruptHandler = { [self] (instance: Instance) throws(Trap) in
            if isOver.load(ordering: .sequentiallyConsistent) { throw Trap(.host(message)) }
            try handler?(instance)
        }
    }

    /// Whether a trap is this limit's.
    func caused(_ trap: Trap) -> Bool { trap.reason == .host(message) }

    /// Whether the caller is to tell the user; else the other thread does, or did.
    func claim() -> Bool { !isTold.exchange(true, ordering: .sequentiallyConsistent) }
}

/// A length of time on the command line: `500ms`, `1.5s`, `2m`, `1h`; seconds without a unit.
struct TimeSpan {
    /// More than zero.
    let nanoseconds: Int64
    private let text: String

    init?(_ text: String) {
        let units: [(String, Int64)] = [
            ("ms", 1_000_000), ("s", 1_000_000_000), ("m", 60_000_000_000), ("h", 3_600_000_000_000),
        ]
        let unit = units.first { text.hasSuffix($0.0) } ?? ("", 1_000_000_000)
        let parts = text.dropLast(unit.0.count).split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first.flatMap(Self.digits), let count = Int64(whole) else { return nil }
        var (sum, overflow) = count.multipliedReportingOverflow(by: unit.1)
        guard !overflow else { return nil }
        if parts.count == 2 {
            guard let fraction = Self.digits(parts[1]) else { return nil }
            var place = unit.1
            for digit in fraction.utf8 {
                place /= 10
                (sum, overflow) = sum.addingReportingOverflow(Int64(digit - UInt8(ascii: "0")) * place)
                guard !overflow else { return nil }
            }
        }
        guard sum > 0 else { return nil }
        nanoseconds = sum
        self.text = text
    }

    private static func digits(_ text: Substring) -> Substring? {
        text.isEmpty || !text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ? nil : text
    }
}

extension TimeSpan: CustomStringConvertible {
    var description: String { text.last?.isNumber == true ? text + "s" : text }
}
