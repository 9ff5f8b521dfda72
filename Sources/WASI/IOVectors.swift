// SPDX-License-Identifier: Apache-2.0

import CKernel

// Scatter and gather lists: the guest's, checked once, become the host's without copying what they point at.

extension GuestCall {
    /// The most vectors of one call, as on Linux (IOV_MAX).
    @inlinable
    package static var maximumVectors: UInt32 { 1024 }

    /// Calls `body` with the `count` vectors of `{ pointer: u32, length: u32 }` at `address` as the host's, which are
    /// valid only inside. EINVAL: more than 1024. EFAULT: the array, or what one of them spans, is outside of memory.
    @inlinable @inline(__always)
    package func withVectors<R>(
        at address: UInt32, count: UInt32, _ body: (UnsafeMutablePointer<iovec>, Int32) throws(Errno) -> R
    ) throws(Errno) -> R {
        if _fastPath(count == 1) {
            var vector = try self.vector(at: address)
            return try body(&vector, 1)
        }
        guard count <= Self.maximumVectors else { throw .inval }
        let table = try bytes(at: count == 0 ? 0 : address, count: UInt64(count) &* 8)
        // On the stack up to 64 vectors (1 KiB), else on the heap.
        return try withUnsafeTemporaryAllocation(of: iovec.self, capacity: Int(count)) {
            (vectors) throws(Errno) -> R in
            for index in 0..<Int(count) {
                let pointer = UInt32(littleEndian: table.loadUnaligned(fromByteOffset: index &* 8, as: UInt32.self))
                let length = UInt32(littleEndian: table.loadUnaligned(fromByteOffset: index &* 8 &+ 4, as: UInt32.self))
                let span = try bytes(at: pointer, count: length)
                vectors.initializeElement(at: index, to: iovec(iov_base: span.baseAddress, iov_len: span.count))
            }
            guard let first = vectors.baseAddress else { throw .inval }
            return try body(first, Int32(truncatingIfNeeded: count))
        }
    }

    @inlinable @inline(__always)
    package func vector(at address: UInt32) throws(Errno) -> iovec {
        let pair = try load(UInt64.self, at: address)
        let span = try bytes(at: UInt32(truncatingIfNeeded: pair), count: pair >> 32)
        return iovec(iov_base: span.baseAddress, iov_len: span.count)
    }
}
