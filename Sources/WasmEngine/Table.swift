// SPDX-License-Identifier: Apache-2.0

import WasmFormat

// Tables of references. An element is a slot: 0 is null, a function is the address of its record.

/// Where a table's elements are and how many: what running code sees of it.
struct TableRecord {
    var elements: UnsafeMutablePointer<UInt64>
    var count: UInt64
}

/// A table.
public final class Table {
    /// Its type as declared; `count` is its size now.
    public let type: TableType
    unowned let store: Store
    let record: UnsafeMutablePointer<TableRecord>
    private let budget: Budget
    private var capacity: Int

    /// A table of a type, filled with null, within the store's limits.
    public init(_ type: TableType, store: Store) throws(LinkError) {
        guard store.tableBudget.take(type.limits.minimum) else {
            throw LinkError(.resources, "table of \(type.limits.minimum) elements exceeds the limit")
        }
        budget = store.tableBudget
        self.type = type
        self.store = store
        capacity = Int(type.limits.minimum)
        let elements = UnsafeMutablePointer<UInt64>.allocate(capacity: capacity)
        elements.initialize(repeating: 0, count: capacity)
        record = .allocate(capacity: 1)
        record.initialize(to: TableRecord(elements: elements, count: type.limits.minimum))
    }

    deinit {
        budget.giveBack(record.pointee.count)
        record.pointee.elements.deallocate()
        record.deallocate()
    }

    /// How many elements there are now.
    public var count: Int { Int(record.pointee.count) }

    /// The element at an index, or nil outside of the table.
    public func element(at index: Int) -> Value? {
        guard index >= 0, index < count else { return nil }
        return Value(slots: record.pointee.elements + index, type: type.elementType, store: store)
    }

    /// Sets an element; false outside of the table or when the type is another.
    public func setElement(at index: Int, to value: Value) -> Bool {
        guard index >= 0, index < count, value.type == type.elementType else { return false }
        record.pointee.elements[index] = value.slot
        return true
    }

    /// Adds elements; returns the count before, or nil when a limit refuses.
    public func grow(by amount: UInt64, with value: Value) -> Int? {
        guard value.type == type.elementType else { return nil }
        return grow(by: amount, slot: value.slot)
    }

    func grow(by amount: UInt64, slot: UInt64) -> Int? {
        let old = record.pointee.count
        let limit = min(type.limits.maximum ?? UInt64(UInt32.max), UInt64(UInt32.max))
        guard amount <= limit, old <= limit &- amount, budget.take(amount) else { return nil }
        let new = old &+ amount
        if new > capacity {
            // By half at least, so that growing one by one costs no more than growing at once.
            let larger = max(Int(truncatingIfNeeded: new), capacity &+ capacity / 2)
            let elements = UnsafeMutablePointer<UInt64>.allocate(capacity: larger)
            elements.initialize(from: record.pointee.elements, count: Int(old))
            record.pointee.elements.deallocate()
            record.pointee.elements = elements
            capacity = larger
        }
        (record.pointee.elements + Int(old)).initialize(repeating: slot, count: Int(amount))
        record.pointee.count = new
        return Int(old)
    }
}
