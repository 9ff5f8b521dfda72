// SPDX-License-Identifier: Apache-2.0

// Addresses and numbers in text that may be the guest's own memory: every byte is checked to be there, and nothing is copied.

/// A place in text.
struct TextReader {
    private var next: UnsafeRawPointer
    private let end: UnsafeRawPointer

    /// The start of a text, which must outlive the reader. Nil: it has no bytes at all.
    @inline(__always)
    init?(_ text: UnsafeRawBufferPointer) {
        guard let start = text.baseAddress else { return nil }
        next = start
        end = start + text.count
    }

    /// The byte here, or the NUL that ends every text.
    @inline(__always)
    private var byte: UInt8 { next < end ? next.load(as: UInt8.self) : 0 }

    @inline(__always)
    private mutating func advance() { next += 1 }

    /// Moves behind `byte` if it is here.
    @inline(__always)
    private mutating func skip(_ byte: UInt8) -> Bool {
        guard self.byte == byte else { return false }
        advance()
        return true
    }

    /// Whether the text ends here: with its last byte, or a NUL before.
    @inline(__always)
    var isAtEnd: Bool { byte == 0 }

    /// A decimal number of at most `limit`, in as few digits as it has: a leading zero would be octal to some readers.
    @inline(__always)
    mutating func readNumber(upTo limit: UInt32) -> UInt32? {
        var value = UInt32(byte) &- UInt32(UInt8(ascii: "0"))
        guard value < 10 else { return nil }
        advance()
        while true {
            let digit = UInt32(byte) &- UInt32(UInt8(ascii: "0"))
            guard digit < 10 else { return value }
            guard value != 0 else { return nil }
            value = value &* 10 &+ digit
            guard value <= limit else { return nil }
            advance()
        }
    }

    /// Four numbers between dots; the first byte is the highest.
    @inline(__always)
    mutating func readV4() -> UInt32? {
        guard var address = readNumber(upTo: 255) else { return nil }
        for _ in 1..<4 {
            guard skip(UInt8(ascii: ".")), let number = readNumber(upTo: 255) else { return nil }
            address = address << 8 | number
        }
        return address
    }

    @inline(__always)
    private static func hexadecimal(_ byte: UInt8) -> UInt8 {
        let digit = byte &- UInt8(ascii: "0")
        let letter = (byte | 0x20) &- UInt8(ascii: "a")
        return digit < 10 ? digit : letter < 6 ? letter &+ 10 : 16
    }

    /// Up to eight groups between colons, in one place none for as many zeros as are missing, at the end perhaps an IPv4 address
    /// for two of them.
    mutating func readV6() -> UInt128? {
        // What was read before the gap, and how many groups that were; then what was read behind it.
        var head: UInt128 = 0
        var headCount: Int?
        var groups: UInt128 = 0
        var count = 0
        if skip(UInt8(ascii: ":")) {
            guard skip(UInt8(ascii: ":")) else { return nil }
            headCount = 0
            if isAtEnd { return 0 }
        }
        while true {
            let start = self
            var value: UInt16 = 0
            var digits = 0
            while true {
                let digit = TextReader.hexadecimal(byte)
                guard digit < 16 else { break }
                digits &+= 1
                guard digits <= 4 else { return nil }
                value = value << 4 | UInt16(digit)
                advance()
            }
            if byte == UInt8(ascii: ".") {
                self = start
                guard count <= 6, let tail = readV4() else { return nil }
                groups = groups << 32 | UInt128(tail)
                count &+= 2
                break
            }
            guard digits > 0, count < 8 else { return nil }
            groups = groups << 16 | UInt128(value)
            count &+= 1
            guard skip(UInt8(ascii: ":")) else { break }
            if skip(UInt8(ascii: ":")) {
                guard headCount == nil else { return nil }
                head = groups
                headCount = count
                groups = 0
                if isAtEnd { break }
            }
        }
        guard let headCount else { return count == 8 ? groups : nil }
        guard count < 8 else { return nil }
        // No groups at all are 0, which a shift by all bits leaves as it is.
        return head &<< UInt128(truncatingIfNeeded: 128 &- 16 &* headCount) | groups
    }
}
