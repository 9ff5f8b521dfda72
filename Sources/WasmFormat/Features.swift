// SPDX-License-Identifier: Apache-2.0

// Which extensions of WebAssembly 2.0 a module may use. Validation refuses the rest, as the official suites expect.

/// A set of extensions.
public struct Features: OptionSet, Sendable, Hashable {
    /// The bits.
    public let rawValue: UInt32

    /// A set from its bits.
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Vector instructions and `v128`.
    public static let simd = Features(rawValue: 1 << 0)
    /// Relaxed vector instructions.
    public static let relaxedSIMD = Features(rawValue: 1 << 1)
    /// Shared memories and atomic instructions.
    public static let threads = Features(rawValue: 1 << 2)
    /// More than one memory.
    public static let multiMemory = Features(rawValue: 1 << 3)
    /// `return_call` and `return_call_indirect`.
    public static let tailCalls = Features(rawValue: 1 << 4)
    /// Integer addition, subtraction and multiplication in constant expressions.
    public static let extendedConstants = Features(rawValue: 1 << 5)
    /// Tags, `throw`, `try_table` and `exnref`.
    public static let exceptions = Features(rawValue: 1 << 6)
    /// More than one table, which the suite of `threads`, older than 2.0, still refuses.
    public static let multipleTables = Features(rawValue: 1 << 7)

    /// What the engine executes: all.
    public static let `default`: Features = [
        .simd, .relaxedSIMD, .threads, .multiMemory, .tailCalls, .extendedConstants, .exceptions, .multipleTables,
    ]
}
