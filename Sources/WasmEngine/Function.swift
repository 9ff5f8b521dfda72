// SPDX-License-Identifier: Apache-2.0

import WasmFormat

// A function as the host holds it, and how the host calls it.

/// A function of an instance in a store, or one of the host's that an instance imported.
public final class Function {
    let record: UnsafeMutablePointer<FunctionRecord>
    let store: Store

    init(_ record: UnsafeMutablePointer<FunctionRecord>, store: Store) {
        self.record = record
        self.store = store
    }

    /// The function that a reference refers to; nil for null.
    convenience init?(slot: UInt64, store: Store) {
        guard let record = UnsafeMutablePointer<FunctionRecord>(bitPattern: UInt(slot)) else { return nil }
        self.init(record, store: store)
    }

    var slot: UInt64 { UInt64(UInt(bitPattern: record)) }

    /// Its type.
    public var type: FunctionType { FunctionTypeTable.type(of: record.pointee.typeID) }

    /// Calls the function. Arguments that do not fit its type are a trap.
    public func invoke(_ arguments: [Value] = []) throws(Trap) -> [Value] {
        let type = type
        guard arguments.map(\.type) == type.parameters else {
            throw Trap(.host("arguments do not fit the function's type"))
        }
        let slots = SlotArray(count: max(type.parameters.slotCount, type.results.slotCount))
        Value.write(arguments, to: slots.slots)
        try invoke(slots: slots.slots)
        return Value.read(type.results, from: slots.slots, store: store)
    }

    /// Calls the function with its arguments in slots, which the results overwrite: there must be as many slots as
    /// parameters take (a v128 two), and as many as results. Nothing is checked; this is how signals are delivered.
    package func invoke(slots: UnsafeMutablePointer<UInt64>) throws(Trap) {
        try store.run(record, slots: slots)
    }
}

extension Function: Equatable {
    /// Whether both are the same function of the same instance.
    public static func == (left: Function, right: Function) -> Bool { left.record == right.record }
}
