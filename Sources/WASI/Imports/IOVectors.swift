// SPDX-License-Identifier: Apache-2.0

import CKernel

// Scatter and gather lists: the guest's, checked once, become the host's without copying what they point at.

extension GuestCall {
    /// The most vectors of one call, as on Linux (IOV_MAX).
    @inlinable
    package static var maximumVectors: UInt32 { 1024 }

    /// Calls `body` with the `count` vectors of `{ pointer: u32, length: u32 }` at `address` as the host's, which are
    /// valid only inside, and only for the kernel: what one of them spans may be nowhere. EINVAL: more than 1024. EFAULT:
    /// the array is outside of memory.
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
                let pair = UInt64(littleEndian: table.loadUnaligned(fromByteOffset: index &* 8, as: UInt64.self))
                vectors.initializeElement(at: index, to: vector(pair))
            }
            guard let first = vectors.baseAddress else { throw .inval }
            return try body(first, Int32(truncatingIfNeeded: count))
        }
    }

    @inlinable @inline(__always)
    package func vector(at address: UInt32) throws(Errno) -> iovec { vector(try load(UInt64.self, at: address)) }

    /// The host's vector for a pointer, the lower half, and a length. What is not whole inside memory is nowhere: the kernel,
    /// which is given that, says EFAULT when it would reach it, and before that what else is wrong.
    @inlinable @inline(__always)
    func vector(_ pair: UInt64) -> iovec {
        guard let span = try? bytes(at: UInt32(truncatingIfNeeded: pair), count: pair >> 32) else {
            return Kernel.vectorNowhere(Int(truncatingIfNeeded: pair >> 32))
        }
        return iovec(iov_base: span.baseAddress, iov_len: span.count)
    }
}
