// SPDX-License-Identifier: Apache-2.0

// A cursor over a module's bytes: integers, LEB128, names. Nothing else reads the input; every read is checked here.

/// A cursor over part of a module. The bytes must outlive it: it is made and used inside of `withUnsafeBufferPointer`.
struct ByteReader {
    /// The module's first byte, so that positions are offsets in the module.
    private let base: UnsafePointer<UInt8>
    /// The offset of the next byte.
    private(set) var position: Int
    /// The offset after the last byte that may be read.
    private(set) var end: Int
    /// What running into `end` is called.
    var endCode = FormatError.Code.unexpectedEnd

    /// A buffer without bytes may have no address: this one will do, since no byte of it is read. Nor written: safe to share.
    nonisolated(unsafe) private static let nowhere = UnsafeMutablePointer<UInt8>.allocate(capacity: 1)

    /// A cursor over `range` of `bytes`, cut to what there is.
    init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        let range = range.clamped(to: 0..<bytes.count)
        base = bytes.baseAddress ?? UnsafePointer(Self.nowhere)
        position = range.lowerBound
        end = range.upperBound
    }

    var isAtEnd: Bool { position >= end }
    var remaining: Int { end - position }

    /// The next byte, which stays unread, or nil at the end.
    var peek: UInt8? { position < end ? base[position] : nil }

    @inline(__always)
    mutating func byte() throws(FormatError) -> UInt8 {
        guard _fastPath(position < end) else { throw FormatError(endCode, at: position) }
        let byte = base[position]
        position &+= 1
        return byte
    }

    /// Steps over `count` bytes and says where they are.
    @inline(__always)
    mutating func skip(_ count: Int, or code: FormatError.Code? = nil) throws(FormatError) -> Range<Int> {
        guard count <= end &- position else { throw FormatError(code ?? endCode, at: position) }
        let start = position
        position = start &+ count
        return Range(uncheckedBounds: (start, position))
    }

    /// A fixed-width little-endian integer.
    @inline(__always)
    mutating func fixed<T: FixedWidthInteger & BitwiseCopyable>(_ type: T.Type) throws(FormatError) -> T {
        let range = try skip(MemoryLayout<T>.size)
        return T(littleEndian: UnsafeRawPointer(base + range.lowerBound).loadUnaligned(as: T.self))
    }

    // MARK: LEB128

    @inline(__always)
    mutating func u32() throws(FormatError) -> UInt32 {
        if _fastPath(position < end) {
            let first = base[position]
            if _fastPath(first < 0x80) {
                position &+= 1
                return UInt32(first)
            }
        }
        return UInt32(truncatingIfNeeded: try unsignedLEB(bits: 32))
    }

    mutating func u64() throws(FormatError) -> UInt64 { try unsignedLEB(bits: 64) }

    @inline(__always)
    mutating func s32() throws(FormatError) -> Int32 { Int32(truncatingIfNeeded: try signed(bits: 32)) }

    @inline(__always)
    mutating func s33() throws(FormatError) -> Int64 { try signed(bits: 33) }

    @inline(__always)
    mutating func s64() throws(FormatError) -> Int64 { try signed(bits: 64) }

    @inline(__always)
    private mutating func signed(bits: UInt32) throws(FormatError) -> Int64 {
        if _fastPath(position < end) {
            let first = base[position]
            if _fastPath(first < 0x80) {
                position &+= 1
                return Int64(Int8(bitPattern: first << 1) >> 1)
            }
        }
        return try signedLEB(bits: bits)
    }

    @inline(never)
    private mutating func unsignedLEB(bits: UInt32) throws(FormatError) -> UInt64 {
        let start = position
        var value: UInt64 = 0
        var shift: UInt32 = 0
        while true {
            let byte = try byte()
            let left = bits &- shift
            if left < 7 {
                guard byte < 0x80 else { throw FormatError(.integerRepresentationTooLong, at: start) }
                guard byte >> left == 0 else { throw FormatError(.integerTooLarge, at: start) }
            }
            value |= UInt64(byte & 0x7f) << UInt64(shift)
            if byte < 0x80 { return value }
            shift &+= 7
            // 35 and 70 bits: every width but 64 and 32 ends inside of the last byte, which is checked above.
            guard shift < bits else { throw FormatError(.integerRepresentationTooLong, at: start) }
        }
    }

    @inline(never)
    private mutating func signedLEB(bits: UInt32) throws(FormatError) -> Int64 {
        let start = position
        var value: Int64 = 0
        var shift: UInt32 = 0
        while true {
            let byte = try byte()
            let left = bits &- shift
            if left < 7 {
                guard byte < 0x80 else { throw FormatError(.integerRepresentationTooLong, at: start) }
                // The bits past the width must repeat the sign bit.
                let rest = Int8(bitPattern: byte << 1) >> Int8(left)
                guard rest == 0 || rest == -1 else { throw FormatError(.integerTooLarge, at: start) }
            }
            value |= Int64(byte & 0x7f) << Int64(shift)
            shift &+= 7
            if byte < 0x80 {
                return shift < 64 && byte & 0x40 != 0 ? value | (-1 << Int64(shift)) : value
            }
            guard shift < bits else { throw FormatError(.integerRepresentationTooLong, at: start) }
        }
    }

    // MARK: Names

    /// A length and that many bytes of UTF-8.
    mutating func name() throws(FormatError) -> String {
        let length = Int(try u32())
        let range = try skip(length, or: .lengthOutOfBounds)
        let bytes = UnsafeBufferPointer(start: base + range.lowerBound, count: length)
        guard let name = String(validating: bytes, as: UTF8.self) else {
            throw FormatError(.malformedUTF8Encoding, at: range.lowerBound)
        }
        return name
    }
}
