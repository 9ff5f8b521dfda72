// SPDX-License-Identifier: Apache-2.0

// IPv4 and IPv6 addresses as values: their bytes, their text, and which of them are the same place.

/// An IPv4 or IPv6 address, without port or zone.
public enum IPAddress: Hashable, Sendable {
    /// The four bytes, first one highest.
    case v4(UInt32)
    /// The sixteen bytes in two halves, first byte highest.
    case v6(high: UInt64, low: UInt64)

    /// `0.0.0.0`
    public static let anyV4 = IPAddress.v4(0)
    /// `127.0.0.1`
    public static let loopbackV4 = IPAddress.v4(0x7f00_0001)
    /// `::`
    public static let anyV6 = IPAddress.v6(high: 0, low: 0)
    /// `::1`
    public static let loopbackV6 = IPAddress.v6(high: 0, low: 1)

    /// Whether this is `0.0.0.0` or `::`.
    package var isUnspecified: Bool { self == .anyV4 || self == .anyV6 }

    /// Whether this is the address of a multicast group: in 224.0.0.0/4 or ff00::/8.
    package var isMulticast: Bool {
        switch self {
        case .v4(let address): address >> 28 == 0xe
        case .v6(let high, _): high >> 56 == 0xff
        }
    }

    /// 32 or 128.
    package var bitWidth: Int {
        switch self {
        case .v4: 32
        case .v6: 128
        }
    }

    /// How many of the first bits are 1: as a mask, the length of the prefix.
    var leadingOnes: UInt32 {
        switch self {
        case .v4(let bits): UInt32((~bits).leadingZeroBitCount)
        case .v6(.max, let low): 64 + UInt32((~low).leadingZeroBitCount)
        case .v6(let high, _): UInt32((~high).leadingZeroBitCount)
        }
    }

    /// The address that the kernel means: `::ffff:a.b.c.d` is the IPv4 address a.b.c.d, everything else is itself.
    package var unmapped: IPAddress {
        if case .v6(high: 0, let low) = self, low >> 32 == 0xffff { return .v4(UInt32(truncatingIfNeeded: low)) }
        return self
    }

    /// Whether the first `length` bits are those of `prefix`; addresses of different families never match.
    package func hasPrefix(_ prefix: IPAddress, length: Int) -> Bool {
        // Whoever makes a rule in Swift may say any length.
        let length = min(max(length, 0), bitWidth)
        switch (self, prefix) {
        case (.v4(let address), .v4(let network)):
            // A shift by the whole width gives 0: a prefix of no bits matches everything.
            return (address ^ network) >> UInt32(clamping: 32 - length) == 0
        case (.v6(let high, let low), .v6(let networkHigh, let networkLow)):
            let highBits = min(length, 64)
            let lowBits = length - highBits
            return (high ^ networkHigh) >> (64 - highBits) == 0 && (low ^ networkLow) >> (64 - lowBits) == 0
        default:
            return false
        }
    }
}

// MARK: - Bytes

extension IPAddress {
    /// An IPv4 address from the first four of these bytes.
    @inline(__always)
    init(v4Bytes bytes: UnsafeRawPointer) {
        self = .v4(UInt32(bigEndian: bytes.loadUnaligned(as: UInt32.self)))
    }

    /// An IPv6 address from the first sixteen of these bytes.
    @inline(__always)
    init(v6Bytes bytes: UnsafeRawPointer) {
        self = .v6(
            high: UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)),
            low: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)))
    }

    /// Writes the address in network order: four bytes, or sixteen.
    @inline(__always)
    func write(to bytes: UnsafeMutableRawPointer) {
        switch self {
        case .v4(let address):
            bytes.storeBytes(of: address.bigEndian, as: UInt32.self)
        case .v6(let high, let low):
            bytes.storeBytes(of: high.bigEndian, as: UInt64.self)
            bytes.storeBytes(of: low.bigEndian, toByteOffset: 8, as: UInt64.self)
        }
    }
}

// MARK: - Text

extension IPAddress {
    /// Reads `192.0.2.1` or `2001:db8::1` (also with an IPv4 tail). Nil for anything else: no zone, no brackets, no
    /// octal or shortened IPv4.
    public init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        let address = bytes.withUnsafeBytes { bytes -> IPAddress? in
            guard var reader = TextReader(bytes) else { return nil }
            return IPAddress(reading: &reader)
        }
        guard let address, !bytes.contains(0) else { return nil }
        self = address
    }

    /// Reads an address that is all of a text.
    @inline(__always)
    init?(reading text: inout TextReader) {
        let start = text
        if let address = text.readV4() {
            self = .v4(address)
        } else {
            text = start
            guard let address = text.readV6() else { return nil }
            self = .v6(high: UInt64(truncatingIfNeeded: address >> 64), low: UInt64(truncatingIfNeeded: address))
        }
        guard text.isAtEnd else { return nil }
    }
}

extension IPAddress: CustomStringConvertible {
    /// The text form of RFC 5952: lower case, the longest run of zero groups shortened, mapped addresses dotted.
    public var description: String {
        switch self {
        case .v4(let address):
            return IPAddress.dotted(address)
        case .v6(let high, let low):
            if case .v4(let mapped) = unmapped { return "::ffff:" + IPAddress.dotted(mapped) }
            let groups = [high, low].flatMap { half in
                [48, 32, 16, 0].map { UInt16(truncatingIfNeeded: half >> UInt64($0)) }
            }
            guard let run = IPAddress.longestZeroRun(groups) else { return IPAddress.hexadecimal(groups[...]) }
            return IPAddress.hexadecimal(groups[..<run.lowerBound]) + "::"
                + IPAddress.hexadecimal(groups[run.upperBound...])
        }
    }

    private static func dotted(_ address: UInt32) -> String {
        "\(address >> 24).\(address >> 16 & 255).\(address >> 8 & 255).\(address & 255)"
    }

    private static func hexadecimal(_ groups: ArraySlice<UInt16>) -> String {
        groups.map { String($0, radix: 16) }.joined(separator: ":")
    }

    /// The first of the longest runs of two or more zero groups.
    private static func longestZeroRun(_ groups: [UInt16]) -> Range<Int>? {
        var best = 0..<1
        var start = 0
        for (index, group) in groups.enumerated() {
            if group != 0 { start = index + 1 }
            if index + 1 - start > best.count { best = start..<index + 1 }
        }
        return best.count > 1 ? best : nil
    }
}
