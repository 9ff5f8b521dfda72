// SPDX-License-Identifier: Apache-2.0

import Glibc

// Address space from the kernel: reserved whole, made usable as it is asked for. Beside
// HostThreads.swift the only file here that calls libc.

/// A range of address space, given back when the object goes.
final class Reservation {
    /// Its first byte.
    let base: UnsafeMutableRawPointer
    /// How many bytes are reserved.
    let byteCount: Int
    /// How many of them can be read and written.
    private(set) var usableByteCount = 0

    /// Reserves `byteCount` bytes (rounded up to whole pages of the host), or nil when there is no such room.
    init?(byteCount: Int) {
        let (sum, overflow) = byteCount.addingReportingOverflow(Self.pageSize - 1)
        let rounded = max(sum & ~(Self.pageSize - 1), Self.pageSize)
        guard !overflow, byteCount >= 0,
            let address = mmap(nil, rounded, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0),
            address != MAP_FAILED
        else { return nil }
        base = address
        self.byteCount = rounded
    }

    deinit { munmap(base, byteCount) }

    /// Makes at least the first `count` bytes usable, zero where they were not before; false when refused.
    func makeUsable(_ count: Int) -> Bool {
        guard count > usableByteCount else { return true }
        guard count <= byteCount else { return false }
        let rounded = (count + Self.pageSize - 1) & ~(Self.pageSize - 1)
        guard mprotect(base + usableByteCount, rounded - usableByteCount, PROT_READ | PROT_WRITE) == 0 else {
            return false
        }
        usableByteCount = rounded
        return true
    }

    private static let pageSize = 4096
}
