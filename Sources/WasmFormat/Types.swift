// SPDX-License-Identifier: Apache-2.0

// The types of WebAssembly values, functions, memories, tables and globals (spec, "Types").

/// The type of a WebAssembly value. The raw value is its byte in the binary format.
public enum ValueType: UInt8, Sendable, Hashable {
    case i32 = 0x7f
    case i64 = 0x7e
    case f32 = 0x7d
    case f64 = 0x7c
    case v128 = 0x7b
    case funcref = 0x70
    case externref = 0x6f
    case exnref = 0x69
}

/// The type of a function: what it takes and what it returns.
public struct FunctionType: Sendable, Hashable {
    /// The types of the parameters, first to last.
    public var parameters: [ValueType]
    /// The types of the results, first to last.
    public var results: [ValueType]

    /// A function type from its parameters and results.
    public init(_ parameters: [ValueType], _ results: [ValueType] = []) {
        self.parameters = parameters
        self.results = results
    }
}
