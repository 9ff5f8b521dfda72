// SPDX-License-Identifier: Apache-2.0

// Who validates: a large module's functions can be checked beside each other, and this module makes no threads itself.

/// Runs pieces of work, at best beside each other.
public struct Workers: Sendable {
    /// Runs `body(0)` to `body(count - 1)`, each once, and returns when all have.
    public typealias Run = @Sendable (_ count: Int, _ body: @escaping @Sendable (Int) -> Void) -> Void

    /// How many can be at work at once.
    public let count: Int
    let run: Run

    /// Workers of the caller's. What they run uses its own memory only, waits for nothing and does not call back.
    public init(count: Int, run: @escaping Run) {
        self.count = count
        self.run = run
    }

    /// The calling thread.
    public static let caller = Workers(count: 1) { count, body in (0..<count).forEach(body) }
}
