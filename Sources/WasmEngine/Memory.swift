// SPDX-License-Identifier: Apache-2.0

import Synchronization
import WasmFormat

// Linear memory: a reservation of address space that grows in place, so that no pointer into it ever goes stale.

/// Where a memory is and how large: what running code sees of it.
struct MemoryRecord {
    var base: UnsafeMutableRawPointer
    var byteCount: UInt64
}

/// A linear memory. A shared one may be used by instances of several stores at once, each on its own thread.
public final class Memory: @unchecked Sendable {
    // Safe to share: growing is behind the lock, and what it publishes is one aligned word that only rises.

    /// Its type as declared; `pageCount` is its size now.
    public let type: MemoryType
    let record: UnsafeMutablePointer<MemoryRecord>
    private let reservation: Reservation
    /// Growth stops here: the declared maximum, the store's limit, or the room that could be reserved.
    private let byteLimit: UInt64
    /// The store's, from which all that it has was taken.
    private let budget: Budget
    private let growth = Mutex<Void>(())

    /// A memory of a type, its pages zero, within the store's limits.
    public init(_ type: MemoryType, store: Store) throws(LinkError) {
        let pageSize = UInt64(MemoryType.pageSize)
        let declared = min(type.limits.maximum ?? MemoryType.maximumPages, MemoryType.maximumPages) * pageSize
        let initial = type.limits.minimum.multipliedReportingOverflow(by: pageSize)
        guard !initial.overflow, initial.partialValue <= min(declared, store.limits.memoryBytes) else {
            throw LinkError(.resources, "memory of \(type.limits.minimum) pages exceeds the limit")
        }
        var limit = min(declared, store.limits.memoryBytes)
        var room = Reservation(byteCount: Int(limit))
        while room == nil, limit > initial.partialValue {
            limit = max(limit / 2 / pageSize * pageSize, initial.partialValue)
            room = Reservation(byteCount: Int(limit))
        }
        guard let room, room.makeUsable(Int(initial.partialValue)) else {
            throw LinkError(.resources, "no room for a memory of \(type.limits.minimum) pages")
        }
        guard store.memoryBudget.take(initial.partialValue) else {
            throw LinkError(.resources, "memories exceed the limit together")
        }
        budget = store.memoryBudget
        self.type = type
        reservation = room
        byteLimit = limit
        record = .allocate(capacity: 1)
        record.initialize(to: MemoryRecord(base: room.base, byteCount: initial.partialValue))
    }

    deinit {
        budget.giveBack(record.pointee.byteCount)
        record.deallocate()
    }

    /// The size now, in pages of 64 KiB.
    public var pageCount: UInt64 { record.pointee.byteCount / UInt64(MemoryType.pageSize) }

    /// Checked access to the bytes.
    package var guestMemory: GuestMemory {
        GuestMemory(base: record.pointee.base, byteCount: record.pointee.byteCount)
    }

    /// Adds pages; returns the count before, or nil when the limit or the system refuses.
    public func grow(by pages: UInt64) -> UInt64? {
        guard pages <= MemoryType.maximumPages else { return nil }
        return growth.withLock { _ in
            let old = pageCount
            let added = pages &* UInt64(MemoryType.pageSize)
            let size = record.pointee.byteCount &+ added
            guard size <= byteLimit, budget.take(added) else { return nil }
            guard reservation.makeUsable(Int(truncatingIfNeeded: size)) else {
                budget.giveBack(added)
                return nil
            }
            record.pointee.byteCount = size
            return old
        }
    }
}
