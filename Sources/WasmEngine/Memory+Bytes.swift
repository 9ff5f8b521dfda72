// SPDX-License-Identifier: Apache-2.0

import WasmFormat

// How the host reads and writes a linear memory. Addresses are the guest's; each access is checked against the size of
// now. Copies, or views that the compiler lets nobody keep.

extension Memory {
    /// The size now, in bytes.
    public var byteCount: UInt64 { guestMemory.byteCount }

    /// The little-endian integer at an address, which need not be aligned.
    public func load<Number: FixedWidthInteger & BitwiseCopyable>(
        _ type: Number.Type = Number.self, at address: UInt32
    ) throws(GuestMemoryFault) -> Number {
        try guestMemory.load(type, at: address)
    }

    /// Writes a little-endian integer at an address, which need not be aligned.
    public func store<Number: FixedWidthInteger & BitwiseCopyable>(
        _ number: Number, at address: UInt32
    ) throws(GuestMemoryFault) {
        try guestMemory.store(number, at: address)
    }

    /// A copy of `count` bytes at an address.
    public func bytes(at address: UInt32, count: Int) throws(GuestMemoryFault) -> [UInt8] {
        Array(try buffer(at: address, count: count))
    }

    /// The `count` bytes at an address as text; what is not UTF-8 is replaced by U+FFFD.
    public func string(at address: UInt32, count: Int) throws(GuestMemoryFault) -> String {
        String(decoding: try buffer(at: address, count: count), as: UTF8.self)
    }

    /// Writes bytes at an address: all of them, or none when they do not fit.
    public func write(_ bytes: some Collection<UInt8>, at address: UInt32) throws(GuestMemoryFault) {
        try buffer(at: address, count: bytes.count).copyBytes(from: bytes)
    }

    /// Calls `body` with a view of `count` bytes at an address, without a copy.
    ///
    /// The view cannot leave `body`. When `body` grows the memory, itself or by calling the guest, the view stays what it
    /// was: memory grows in place, and never shrinks. What the guest writes meanwhile, the view may show or not.
    public func withBytes<Result>(
        at address: UInt32, count: Int, _ body: (RawSpan) throws -> Result
    ) throws -> Result {
        try body(UnsafeRawBufferPointer(try buffer(at: address, count: count)).bytes)
    }

    /// Calls `body` with a view of `count` bytes at an address, to be changed.
    ///
    /// The view cannot leave `body`. When `body` grows the memory, itself or by calling the guest, the view stays what it
    /// was: memory grows in place, and never shrinks.
    public func withMutableBytes<Result>(
        at address: UInt32, count: Int, _ body: (inout MutableRawSpan) throws -> Result
    ) throws -> Result {
        var span = try buffer(at: address, count: count).mutableBytes
        return try body(&span)
    }

    private func buffer(at address: UInt32, count: Int) throws(GuestMemoryFault) -> UnsafeMutableRawBufferPointer {
        guard let count = UInt64(exactly: count) else { throw GuestMemoryFault() }
        return try guestMemory.bytes(at: address, count: count)
    }
}
