// SPDX-License-Identifier: Apache-2.0

import WasmFormat

// Functions that the host provides. Inside of the package: raw slots in, raw slots out, no boxed values. For everybody
// else: closures over Swift's numbers, or over values.

/// What a host function sees of the call that reached it. Valid only during the call.
public struct HostCall {
    /// The arguments, which the results overwrite: one 64-bit slot each (v128: two), an i32 zero-extended. At least
    /// max(parameters, results) slots.
    package let slots: UnsafeMutablePointer<UInt64>
    /// The calling instance. A host function may call its exports.
    public let instance: Instance
    /// The bytes of the calling instance's first memory as it was when the call began; none when it has none. Stored, since it is
    /// asked for in other modules, whose code could not inline the way to it.
    package let guestMemory: GuestMemory

    /// A call from its parts.
    @inline(__always)
    package init(slots: UnsafeMutablePointer<UInt64>, instance: Instance) {
        self.slots = slots
        self.instance = instance
        guestMemory = instance.guestMemory
    }

    /// The calling instance's first memory, or nil when it has none.
    public var memory: Memory? { instance.memories.first }

    /// Argument `index` as an i32's bits.
    @inline(__always)
    package func i32(_ index: Int) -> UInt32 { UInt32(truncatingIfNeeded: slots[index]) }

    /// Argument `index` as an i64's bits.
    @inline(__always)
    package func i64(_ index: Int) -> UInt64 { slots[index] }
}

/// The code of a host function over raw slots. Throwing a `Trap` unwinds the guest; `Trap(.exit(status))` ends the
/// program.
package typealias HostBody = (HostCall) throws(Trap) -> Void

/// A function provided by the host, with the type a module must import it at.
///
///     imports["env", "add"] = .host(HostFunction { (a: Int32, b: Int32) in a &+ b })
///     imports["env", "log"] = .host(
///         HostFunction { (call: HostCall, address: UInt32, length: UInt32) in
///             print(try call.memory?.string(at: address, count: Int(length)) ?? "")
///         })
///
/// What the closure throws ends the guest: a `Trap` as it is, any other error as a trap that says so.
public struct HostFunction {
    /// The function's type; instantiation refuses an import of another type.
    public let type: FunctionType
    package let body: HostBody

    /// A host function over raw slots.
    package init(_ type: FunctionType, _ body: @escaping HostBody) {
        self.type = type
        self.body = body
    }

    /// A host function whose WebAssembly type follows from the closure's: its parameters and results, in order.
    public init<each Parameter: ValueRepresentable, each Result: ValueRepresentable>(
        _ body: @escaping (repeat each Parameter) throws -> (repeat each Result)
    ) {
        self.init { (_: HostCall, parameter: repeat each Parameter) in try body(repeat each parameter) }
    }

    /// The same for one result, which the compiler would not always see to be a list of one.
    public init<each Parameter: ValueRepresentable, Result: ValueRepresentable>(
        _ body: @escaping (repeat each Parameter) throws -> Result
    ) {
        self.init { (_: HostCall, parameter: repeat each Parameter) -> Result in try body(repeat each parameter) }
    }

    /// A host function with one result that also sees the call.
    public init<each Parameter: ValueRepresentable, Result: ValueRepresentable>(
        _ body: @escaping (HostCall, repeat each Parameter) throws -> Result
    ) {
        self.init(results: [Result.valueType]) { (call: HostCall, parameter: repeat each Parameter) in
            [try body(call, repeat each parameter).wasmValue]
        }
    }

    /// A host function that also sees the call, and so the caller's memory and exports.
    public init<each Parameter: ValueRepresentable, each Result: ValueRepresentable>(
        _ body: @escaping (HostCall, repeat each Parameter) throws -> (repeat each Result)
    ) {
        var types: [ValueType] = []
        for result in repeat (each Result).self { types.append(result.valueType) }
        self.init(results: types) { (call: HostCall, parameter: repeat each Parameter) in
            let results = try body(call, repeat each parameter)
            var values: [Value] = []
            for result in repeat each results { values.append(result.wasmValue) }
            return values
        }
    }

    private init<each Parameter: ValueRepresentable>(
        results: [ValueType], _ body: @escaping (HostCall, repeat each Parameter) throws -> [Value]
    ) {
        var type = FunctionType([], results)
        for parameter in repeat (each Parameter).self { type.parameters.append(parameter.valueType) }
        self.init(
            type,
            values: { call, arguments in
                var rest = arguments[...]
                func next<Argument: ValueRepresentable>(_: Argument.Type) throws(Trap) -> Argument {
                    guard let value = rest.popFirst(), let argument = Argument(wasmValue: value) else {
                        throw Trap(.host("an argument that is no \(Argument.self)"))
                    }
                    return argument
                }
                return try body(call, repeat next((each Parameter).self))
            })
    }

    /// A host function of a type that is known only at run time, or that has vectors or references. Results that do not
    /// fit the type are a trap.
    public init(_ type: FunctionType, values body: @escaping (HostCall, [Value]) throws -> [Value]) {
        self.init(type) { (call: HostCall) throws(Trap) in
            let results: [Value]
            do {
                results = try body(call, Value.read(type.parameters, from: call.slots, store: call.instance.store))
            } catch {
                throw Trap(hostError: error)
            }
            guard results.map(\.type) == type.results else {
                throw Trap(.host("the results of a host function do not fit its type"))
            }
            Value.write(results, to: call.slots)
        }
    }
}

extension Trap {
    /// What a host function's error is to the guest.
    fileprivate init(hostError error: any Error) {
        self = error as? Trap ?? Trap(.host("\(error)"))
    }
}
