// SPDX-License-Identifier: Apache-2.0

import WasmFormat

// Swift's types that stand for WebAssembly's: what typed host functions take and return.

/// A Swift type that stands for one WebAssembly value. `Int32` and `UInt32` are an i32, `Int64` and `UInt64` an i64, `Float`
/// an f32, `Double` an f64. A type of your own may be one too: a handle, an address.
public protocol ValueRepresentable {
    /// The type of the value.
    static var valueType: ValueType { get }
    /// What the value means; nil when it is of another type than `valueType`, or means nothing.
    init?(wasmValue: Value)
    /// The value, of the type `valueType`.
    var wasmValue: Value { get }
}

extension Int32: ValueRepresentable {
    /// i32.
    public static var valueType: ValueType { .i32 }
    /// The i32 as a signed number.
    public init?(wasmValue: Value) {
        guard case .i32(let bits) = wasmValue else { return nil }
        self.init(bitPattern: bits)
    }
    /// An i32.
    public var wasmValue: Value { .i32(UInt32(bitPattern: self)) }
}

extension UInt32: ValueRepresentable {
    /// i32.
    public static var valueType: ValueType { .i32 }
    /// The i32 as an unsigned number.
    public init?(wasmValue: Value) {
        guard case .i32(let bits) = wasmValue else { return nil }
        self = bits
    }
    /// An i32.
    public var wasmValue: Value { .i32(self) }
}

extension Int64: ValueRepresentable {
    /// i64.
    public static var valueType: ValueType { .i64 }
    /// The i64 as a signed number.
    public init?(wasmValue: Value) {
        guard case .i64(let bits) = wasmValue else { return nil }
        self.init(bitPattern: bits)
    }
    /// An i64.
    public var wasmValue: Value { .i64(UInt64(bitPattern: self)) }
}

extension UInt64: ValueRepresentable {
    /// i64.
    public static var valueType: ValueType { .i64 }
    /// The i64 as an unsigned number.
    public init?(wasmValue: Value) {
        guard case .i64(let bits) = wasmValue else { return nil }
        self = bits
    }
    /// An i64.
    public var wasmValue: Value { .i64(self) }
}

extension Float: ValueRepresentable {
    /// f32.
    public static var valueType: ValueType { .f32 }
    /// The f32.
    public init?(wasmValue: Value) {
        guard case .f32(let value) = wasmValue else { return nil }
        self = value
    }
    /// An f32.
    public var wasmValue: Value { .f32(self) }
}

extension Double: ValueRepresentable {
    /// f64.
    public static var valueType: ValueType { .f64 }
    /// The f64.
    public init?(wasmValue: Value) {
        guard case .f64(let value) = wasmValue else { return nil }
        self = value
    }
    /// An f64.
    public var wasmValue: Value { .f64(self) }
}
