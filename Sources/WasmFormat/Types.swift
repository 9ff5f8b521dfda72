// SPDX-License-Identifier: Apache-2.0

// The types of WebAssembly values, functions, memories, tables and globals (spec, "Types").

/// The type of a WebAssembly value. The raw value is its byte in the binary format.
public enum ValueType: UInt8, Sendable, Hashable {
    /// 32 bits, as a signed or unsigned integer.
    case i32 = 0x7f
    /// 64 bits, as a signed or unsigned integer.
    case i64 = 0x7e
    /// A number of IEEE 754, of 32 bits.
    case f32 = 0x7d
    /// A number of IEEE 754, of 64 bits.
    case f64 = 0x7c
    /// A vector of 128 bits.
    case v128 = 0x7b
    /// A reference to a function, or null.
    case funcref = 0x70
    /// A reference to something of the host's, or null.
    case externref = 0x6f
    /// A reference to an exception, or null.
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

extension ValueType {
    /// Whether values of this type are references.
    public var isReference: Bool {
        switch self {
        case .funcref, .externref, .exnref: true
        case .i32, .i64, .f32, .f64, .v128: false
        }
    }
}

/// The size of a memory (in pages) or table (in elements): a minimum and perhaps a maximum.
public struct Limits: Sendable, Hashable {
    /// The size at the start.
    public var minimum: UInt64
    /// The size that growing stops at, if the module set one.
    public var maximum: UInt64?

    /// Limits.
    public init(minimum: UInt64, maximum: UInt64? = nil) {
        self.minimum = minimum
        self.maximum = maximum
    }
}

/// The type of a linear memory.
public struct MemoryType: Sendable, Hashable {
    /// The size of a page in bytes.
    public static let pageSize = 65_536
    /// The most pages that a 32-bit memory can have.
    public static let maximumPages: UInt64 = 65_536

    /// Its size, in pages.
    public var limits: Limits
    /// Whether several threads may use it.
    public var isShared: Bool

    /// A memory type.
    public init(_ limits: Limits, isShared: Bool = false) {
        self.limits = limits
        self.isShared = isShared
    }
}

/// The type of a table.
public struct TableType: Sendable, Hashable {
    /// The type of its elements, a reference type.
    public var elementType: ValueType
    /// Its size, in elements.
    public var limits: Limits

    /// A table type.
    public init(_ elementType: ValueType, _ limits: Limits) {
        self.elementType = elementType
        self.limits = limits
    }
}

/// The type of a global variable.
public struct GlobalType: Sendable, Hashable {
    /// The type of its value.
    public var valueType: ValueType
    /// Whether `global.set` may change it.
    public var isMutable: Bool

    /// A global type.
    public init(_ valueType: ValueType, isMutable: Bool = false) {
        self.valueType = valueType
        self.isMutable = isMutable
    }
}

/// The type of a block: what it takes from the operand stack and what it leaves there.
package enum BlockType: Sendable, Hashable {
    /// Takes and leaves nothing.
    case empty
    /// Takes nothing and leaves one value.
    case value(ValueType)
    /// The function type at this index of the type section.
    case type(UInt32)
}

extension ValueType: CustomStringConvertible {
    /// The type's name in the text format.
    public var description: String {
        switch self {
        case .i32: "i32"
        case .i64: "i64"
        case .f32: "f32"
        case .f64: "f64"
        case .v128: "v128"
        case .funcref: "funcref"
        case .externref: "externref"
        case .exnref: "exnref"
        }
    }
}
