// SPDX-License-Identifier: Apache-2.0

// A WebAssembly value at the public boundary. Inside the engine a value is a 64-bit slot.

import WasmFormat

/// A WebAssembly value.
public enum Value {
    /// An i32's bits.
    case i32(UInt32)
    /// An i64's bits.
    case i64(UInt64)
    /// An f32.
    case f32(Float)
    /// An f64.
    case f64(Double)
    /// A vector's bits: lanes in memory order from the lowest bits of `low` on.
    case v128(low: UInt64, high: UInt64)
    /// A reference to a function, or null.
    case funcref(Function?)
    /// A reference to something of the host's, or null.
    case externref(ExternalReference?)
    /// A reference to a caught exception, or null.
    case exnref(ExceptionReference?)
}

/// A reference to something of the host's: a number that means something to the host only. It keeps its own table.
public struct ExternalReference: Hashable, Sendable {
    /// The host's number, less than 2⁶³.
    public let number: UInt64

    /// A reference; the number's highest bit is ignored.
    public init(_ number: UInt64) {
        self.number = number & (UInt64.max >> 1)
    }

    var slot: UInt64 { number << 1 | 1 }

    init?(slot: UInt64) {
        guard slot != 0 else { return nil }
        number = slot >> 1
    }
}

/// A reference to an exception that WebAssembly code caught. Of use only to be handed back to the store it came from,
/// while the code that caught it still holds it.
public struct ExceptionReference: Hashable, Sendable {
    let slot: UInt64
}

extension Value: Equatable {
    /// Floats are equal when their bits are, references when they refer to the same thing.
    public static func == (left: Value, right: Value) -> Bool {
        left.type == right.type && left.slot == right.slot && left.upperSlot == right.upperSlot
    }

    /// The value's type.
    public var type: ValueType {
        switch self {
        case .i32: .i32
        case .i64: .i64
        case .f32: .f32
        case .f64: .f64
        case .v128: .v128
        case .funcref: .funcref
        case .externref: .externref
        case .exnref: .exnref
        }
    }

    /// The value as it lies in a slot; of a vector the lower half.
    package var slot: UInt64 {
        switch self {
        case .i32(let bits): UInt64(bits)
        case .i64(let bits): bits
        case .f32(let value): UInt64(value.bitPattern)
        case .f64(let value): value.bitPattern
        case .v128(let low, _): low
        case .funcref(let function): function?.slot ?? 0
        case .externref(let reference): reference?.slot ?? 0
        case .exnref(let reference): reference?.slot ?? 0
        }
    }

    private var upperSlot: UInt64 { if case .v128(_, let high) = self { high } else { 0 } }

    /// Writes the value to its slot, or two.
    func write(to slots: UnsafeMutablePointer<UInt64>) {
        slots[0] = slot
        if case .v128(_, let high) = self { slots[1] = high }
    }

    /// The value of `type` in a slot, or two.
    init(slots: UnsafePointer<UInt64>, type: ValueType, store: Store) {
        let slot = slots[0]
        switch type {
        case .i32: self = .i32(UInt32(truncatingIfNeeded: slot))
        case .i64: self = .i64(slot)
        case .f32: self = .f32(Float(bitPattern: UInt32(truncatingIfNeeded: slot)))
        case .f64: self = .f64(Double(bitPattern: slot))
        case .funcref: self = .funcref(Function(slot: slot, store: store))
        case .externref: self = .externref(ExternalReference(slot: slot))
        case .exnref: self = .exnref(slot == 0 ? nil : ExceptionReference(slot: slot))
        case .v128: self = .v128(low: slot, high: slots[1])
        }
    }

    /// The values of these types in slots, one after the other.
    static func read(_ types: [ValueType], from slots: UnsafePointer<UInt64>, store: Store) -> [Value] {
        var slot = slots
        return types.map { type in
            defer { slot += type == .v128 ? 2 : 1 }
            return Value(slots: slot, type: type, store: store)
        }
    }

    /// Writes values to slots, one after the other.
    static func write(_ values: [Value], to slots: UnsafeMutablePointer<UInt64>) {
        var slot = slots
        for value in values {
            value.write(to: slot)
            slot += value.type == .v128 ? 2 : 1
        }
    }
}
