// SPDX-License-Identifier: Apache-2.0

import WasmEngine

// One call of an import as its body sees it: arguments, and memory whose faults are EFAULT. Inlinable, so that the bodies
// in other modules need no generic code at run time.

/// The arguments of one call of an import and the caller's memory.
///
/// Needs no engine: a test makes one from a buffer and an array of slots.
@usableFromInline
package struct GuestCall {
    /// The arguments, one 64-bit slot each.
    @usableFromInline package let slots: UnsafeMutablePointer<UInt64>
    /// The caller's linear memory.
    @usableFromInline package let memory: GuestMemory

    /// A call from its parts.
    @inlinable @inline(__always)
    package init(slots: UnsafeMutablePointer<UInt64>, memory: GuestMemory) {
        self.slots = slots
        self.memory = memory
    }

    /// Argument `index` as an unsigned 32-bit integer: sizes, flags, pointers.
    @inlinable @inline(__always)
    package func u32(_ index: Int) -> UInt32 { UInt32(truncatingIfNeeded: slots[index]) }

    /// Argument `index` as a signed 32-bit integer: descriptors.
    @inlinable @inline(__always)
    package func i32(_ index: Int) -> Int32 { Int32(truncatingIfNeeded: slots[index]) }

    /// Argument `index` as an unsigned 64-bit integer.
    @inlinable @inline(__always)
    package func u64(_ index: Int) -> UInt64 { slots[index] }

    /// Argument `index` as a signed 64-bit integer.
    @inlinable @inline(__always)
    package func i64(_ index: Int) -> Int64 { Int64(bitPattern: slots[index]) }

    // MARK: Memory. The conversion of a memory fault to EFAULT is here and nowhere else.

    /// The host's pointer to `count` bytes at `address`, or EFAULT.
    @inlinable @inline(__always)
    package func bytes(at address: UInt32, count: UInt64) throws(Errno) -> UnsafeMutableRawBufferPointer {
        do throws(GuestMemoryFault) { return try memory.bytes(at: address, count: count) } catch { throw .fault }
    }

    /// The host's pointer to `count` bytes at `address`, or EFAULT.
    @inlinable @inline(__always)
    package func bytes(at address: UInt32, count: UInt32) throws(Errno) -> UnsafeMutableRawBufferPointer {
        try bytes(at: address, count: UInt64(count))
    }

    /// The integer at `address`, or EFAULT.
    @inlinable @inline(__always)
    package func load<T: FixedWidthInteger & BitwiseCopyable>(
        _ type: T.Type = T.self, at address: UInt32
    ) throws(Errno) -> T {
        do throws(GuestMemoryFault) { return try memory.load(type, at: address) } catch { throw .fault }
    }

    /// Writes an integer at `address`, or EFAULT.
    @inlinable @inline(__always)
    package func store<T: FixedWidthInteger & BitwiseCopyable>(_ value: T, at address: UInt32) throws(Errno) {
        do throws(GuestMemoryFault) { try memory.store(value, at: address) } catch { throw .fault }
    }

    /// Checks that an output of `count` bytes at `address` will fit, or EFAULT.
    @inlinable @inline(__always)
    package func check(_ address: UInt32, count: UInt64) throws(Errno) {
        do throws(GuestMemoryFault) { try memory.check(address, count: count) } catch { throw .fault }
    }

    /// More than any path, name or link's text of the host's may have: what is longer is not even copied.
    static let maximumTextLength = 1 << 16

    /// A copy of the `length` bytes of UTF-8 text at `address`. EFAULT; ENAMETOOLONG; EILSEQ when they are not UTF-8; EINVAL
    /// for a NUL, which no name of the host's can have.
    package func string(at address: UInt32, length: UInt32) throws(Errno) -> String {
        let bytes = try bytes(at: address, count: length)
        guard bytes.count <= Self.maximumTextLength else { throw .nametoolong }
        guard !bytes.contains(0) else { throw .inval }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .ilseq }
        return text
    }
}
