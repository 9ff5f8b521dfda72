// SPDX-License-Identifier: Apache-2.0

import Synchronization

// What a store's memories, or its tables, may have together: a module may have a hundred thousand of them.

/// An amount of which parts are taken and given back, on any thread.
final class Budget: Sendable {
    private let limit: UInt64
    private let taken = Mutex<UInt64>(0)

    init(_ limit: UInt64) { self.limit = limit }

    /// Takes a part; false when so much is not left.
    func take(_ amount: UInt64) -> Bool {
        taken.withLock { taken in
            guard amount <= limit &- taken else { return false }
            taken &+= amount
            return true
        }
    }

    /// Gives back what was taken.
    func giveBack(_ amount: UInt64) { taken.withLock { $0 &-= amount } }
}
