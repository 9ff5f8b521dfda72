// SPDX-License-Identifier: Apache-2.0

// What a host function may see of a guest's linear memory: every access is checked, nothing here can trap the host.

/// A guest pointer, length or index was outside of linear memory. WASI reports it as `EFAULT`.
public struct GuestMemoryFault: Error, Sendable {
    /// A fault.
    @inlinable
    package init() {}
}

/// Checked access to an instance's linear memory for the length of one host call.
///
/// Guest addresses are 32-bit offsets. Sums are computed in 64 bits, so they cannot wrap. The view stays valid while
/// the memory grows (the address space is reserved), but `byteCount` is the size at the time the view was made.
/// Alignment is not required of the guest.
// Usable from inline code, as GuestCall is: without that, what is marked inlinable is generic code that other modules call.
@usableFromInline
package struct GuestMemory {
    /// The first byte of linear memory on the host.
    @usableFromInline package let base: UnsafeMutableRawPointer
    /// The size in bytes when this view was made.
    @usableFromInline package let byteCount: UInt64

    /// A view of `byteCount` bytes at `base`; the caller keeps them alive.
    @inlinable
    package init(base: UnsafeMutableRawPointer, byteCount: UInt64) {
        self.base = base
        self.byteCount = byteCount
    }

    /// The host's pointer to `count` bytes at guest address `address`. A range of zero bytes is valid up to and
    /// including the end of memory.
    @inlinable @inline(__always)
    package func bytes(at address: UInt32, count: UInt64) throws(GuestMemoryFault) -> UnsafeMutableRawBufferPointer {
        guard count <= byteCount, UInt64(address) <= byteCount &- count else { throw GuestMemoryFault() }
        return UnsafeMutableRawBufferPointer(start: base + Int(address), count: Int(truncatingIfNeeded: count))
    }

    /// Reads a little-endian integer at `address`.
    @inlinable @inline(__always)
    package func load<T: FixedWidthInteger & BitwiseCopyable>(
        _ type: T.Type = T.self, at address: UInt32
    ) throws(GuestMemoryFault) -> T {
        T(littleEndian: try bytes(at: address, count: UInt64(MemoryLayout<T>.size)).loadUnaligned(as: T.self))
    }

    /// Writes a little-endian integer at `address`.
    @inlinable @inline(__always)
    package func store<T: FixedWidthInteger & BitwiseCopyable>(
        _ value: T, at address: UInt32
    ) throws(GuestMemoryFault) {
        try bytes(at: address, count: UInt64(MemoryLayout<T>.size))
            .storeBytes(of: value.littleEndian, as: T.self)
    }

    /// Checks that `count` bytes at `address` are inside, without touching them: output pointers are checked before
    /// the kernel is asked.
    @inlinable @inline(__always)
    package func check(_ address: UInt32, count: UInt64) throws(GuestMemoryFault) {
        _ = try bytes(at: address, count: count)
    }
}
