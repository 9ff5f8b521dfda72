// SPDX-License-Identifier: Apache-2.0

// Functions that the host provides: raw slots in, raw slots out, no boxed values.

import WasmFormat

/// What a host function sees of the call that reached it.
///
/// Arguments lie in `slots[0]`, `slots[1]`, … one 64-bit slot each (v128: two); results are written from `slots[0]`
/// on. An i32 is zero-extended in its slot. Valid only during the call.
public struct HostCall {
    /// The arguments, overwritten with the results. At least max(parameters, results) slots.
    public let slots: UnsafeMutablePointer<UInt64>
    /// The calling instance. A host function may call its exports.
    public let instance: Instance
    /// The calling instance's first memory as it was when the call began; empty when it has none. Stored, since it is
    /// asked for in other modules, whose code could not inline the way to it.
    public let memory: GuestMemory

    /// A call from its parts.
    @inline(__always)
    public init(slots: UnsafeMutablePointer<UInt64>, instance: Instance) {
        self.slots = slots
        self.instance = instance
        memory = instance.guestMemory
    }

    /// Argument `index` as an i32's bits.
    @inline(__always)
    public func i32(_ index: Int) -> UInt32 { UInt32(truncatingIfNeeded: slots[index]) }

    /// Argument `index` as an i64's bits.
    @inline(__always)
    public func i64(_ index: Int) -> UInt64 { slots[index] }
}

/// The code of a host function. Throwing a `Trap` unwinds the guest; `Trap(.exit(status))` ends the program.
public typealias HostBody = (HostCall) throws(Trap) -> Void

/// A function provided by the host, with the type a module must import it at.
public struct HostFunction {
    /// The function's type; instantiation refuses an import of another type.
    public let type: FunctionType
    /// What it does.
    public let body: HostBody

    /// A host function.
    public init(_ type: FunctionType, _ body: @escaping HostBody) {
        self.type = type
        self.body = body
    }
}
