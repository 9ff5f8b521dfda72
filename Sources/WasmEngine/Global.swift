// SPDX-License-Identifier: Apache-2.0

import WasmFormat

// Global variables and exception tags: cells with an address of their own, because instances share them.

/// A global variable.
public final class Global {
    /// Its type.
    public let type: GlobalType
    unowned let store: Store
    /// The value. It lies within the defining instance's globals, or alone when the host made it.
    let cell: UnsafeMutablePointer<UInt64>
    /// What frees the cell.
    private let owner: SlotArray

    /// A global with a value, of that value's type.
    public convenience init(_ value: Value, isMutable: Bool = false, store: Store) {
        let owner = SlotArray(count: 2)
        value.write(to: owner.slots)
        self.init(GlobalType(value.type, isMutable: isMutable), in: owner, at: 0, store: store)
    }

    init(_ type: GlobalType, in owner: SlotArray, at index: Int, store: Store) {
        self.type = type
        self.store = store
        self.owner = owner
        cell = owner.slots + index
    }

    /// The value now.
    public var value: Value? { Value(slots: cell, type: type.valueType, store: store) }

    /// Sets the value; false when the global is constant or of another type.
    public func set(_ value: Value) -> Bool {
        guard type.isMutable, value.type == type.valueType else { return false }
        value.write(to: cell)
        return true
    }
}

/// Slots with an address that stays.
final class SlotArray {
    let slots: UnsafeMutablePointer<UInt64>
    let count: Int

    init(count: Int) {
        self.count = count
        slots = .allocate(capacity: max(count, 1))
        slots.initialize(repeating: 0, count: max(count, 1))
    }

    deinit { slots.deallocate() }
}

/// An exception tag: its identity is what `catch` compares.
public final class Tag {
    /// What an exception of this tag carries: the parameters.
    public let type: FunctionType
    let record: UnsafeMutablePointer<TagRecord>

    /// A tag.
    public init(_ type: FunctionType) {
        self.type = type
        record = .allocate(capacity: 1)
        record.initialize(to: TagRecord(payloadCount: type.parameters.slotCount))
    }

    deinit { record.deallocate() }
}

/// What running code sees of a tag.
struct TagRecord {
    /// In slots.
    var payloadCount: Int
}
