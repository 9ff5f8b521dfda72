// SPDX-License-Identifier: Apache-2.0

// Where code lies: in pieces of memory that are filled from the front. So functions are found by address although there
// may be a million of them, made in any order.

/// The memory of a module's code, and which function is where in it.
struct CodeRegions {
    private struct Region {
        let base: UnsafeMutablePointer<UInt64>
        let capacity: Int
        /// How many words are given out.
        var used = 0
        /// By address.
        var functions: [TranslatedFunction] = []
    }

    /// By address.
    private var regions: [Region] = []
    /// The one that is being filled.
    private var current: UnsafeMutablePointer<UInt64>?
    /// How many words the next one has at least.
    private var nextCapacity = 4096

    private static let largestCapacity = 131_072

    /// Room for so many words.
    mutating func allocate(_ count: Int) -> UnsafeMutablePointer<UInt64> {
        if let current, let index = region(of: UInt(bitPattern: current)),
            count <= regions[index].capacity - regions[index].used
        {
            let words = regions[index].base + regions[index].used
            regions[index].used += count
            return words
        }
        let capacity = max(count, nextCapacity)
        nextCapacity = min(nextCapacity * 2, Self.largestCapacity)
        let base = UnsafeMutablePointer<UInt64>.allocate(capacity: capacity)
        let position = region(of: UInt(bitPattern: base)).map { $0 + 1 } ?? 0
        regions.insert(Region(base: base, capacity: capacity, used: count), at: position)
        current = base
        return base
    }

    /// Notes a function, whose code is in words that were given out.
    mutating func insert(_ function: TranslatedFunction) {
        guard let index = region(of: UInt(bitPattern: function.code)) else { return }
        // Nearly always behind the others: only threads that translate at the same time come in another order.
        var position = regions[index].functions.count
        while position > 0, regions[index].functions[position - 1].code > function.code { position -= 1 }
        regions[index].functions.insert(function, at: position)
    }

    /// The function whose code contains an address.
    func function(at address: UInt) -> TranslatedFunction? {
        guard let index = region(of: address) else { return nil }
        let functions = regions[index].functions
        guard let position = Self.last(functions.count, { UInt(bitPattern: functions[$0].code) <= address }) else {
            return nil
        }
        let function = functions[position]
        return address < UInt(bitPattern: function.code + function.count) ? function : nil
    }

    /// Frees all of it.
    mutating func free() {
        for region in regions { region.base.deallocate() }
        regions = []
        current = nil
    }

    /// The last region that begins at an address or before it.
    private func region(of address: UInt) -> Int? {
        Self.last(regions.count) { UInt(bitPattern: regions[$0].base) <= address }
    }

    /// The last of `count` that something holds of, which holds of all before it too.
    private static func last(_ count: Int, _ holds: (Int) -> Bool) -> Int? {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if holds(middle) { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? nil : low - 1
    }
}
