// SPDX-License-Identifier: Apache-2.0

// The text form of rules, as written on the command line:
//
//     RULE  = ("tcp://" | "udp://") HOST ":" PORTS | ("icmp://" | "raw://") HOST
//     HOST  = "*" | IPV4 ["/" BITS] | "[" IPV6 "]" ["/" BITS] | NAME | "*." NAME
//     PORTS = "*" | RANGE *("," RANGE)         RANGE = PORT ["-" PORT]
//     UNIX  = "unix://" (PATH | "@" ABSTRACT-NAME) ["*"]
//
// The protocol is never implied: a rule that forgot to say it would grant more than its writer thought of.

/// Why a rule's text was refused, and which part of it is wrong.
public struct PolicyRuleError: Error, Equatable, Sendable {
    /// The whole rule.
    public var rule: String
    /// The wrong part of it, in UTF-8 bytes from its beginning; empty where something is missing.
    public var part: Range<Int>
    /// What is wrong with that part.
    public var message: String
}

extension PolicyRuleError: CustomStringConvertible {
    /// The message, the rule, and marks under the part.
    public var description: String {
        let marks = String(repeating: " ", count: part.lowerBound) + String(repeating: "^", count: max(part.count, 1))
        return "\(message)\n  \(rule)\n  \(marks)"
    }
}

extension AddressRule {
    /// Reads a rule.
    public init(_ text: String) throws(PolicyRuleError) {
        var reader = RuleReader(text)
        transport = try reader.transport()
        host = try reader.host()
        ports = transport.hasPorts ? try reader.ports() : try reader.noPorts()
    }
}

extension UnixRule {
    private static let scheme = "unix://"

    /// Reads a rule that begins with `unix://`.
    public init(_ text: String) throws(PolicyRuleError) {
        guard text.hasPrefix(Self.scheme) else {
            throw PolicyRuleError(rule: text, part: 0..<0, message: "a rule for unix sockets begins with unix://")
        }
        name = Array(text.utf8.dropFirst(Self.scheme.utf8.count))
        isPrefix = name.last == UInt8(ascii: "*")
        if isPrefix { name.removeLast() }
        let part = Self.scheme.utf8.count..<text.utf8.count
        guard isPrefix || !name.isEmpty else {
            throw PolicyRuleError(rule: text, part: part, message: "no name: write a path, @NAME, or * for any rest")
        }
        if name.first == UInt8(ascii: "@") { name[0] = 0 }
        guard !name.dropFirst().contains(0), name.count <= NetworkABI.UnixAddressRecord.nameCapacity else {
            throw PolicyRuleError(rule: text, part: part, message: "the name of a unix socket has at most 108 bytes")
        }
    }
}

extension NamePattern {
    /// Reads the argument of `--allow-resolve`: a name, `*.NAME` or `*`.
    public init(_ text: String) throws(PolicyRuleError) {
        if text == "*" {
            self = .any
        } else {
            let reader = RuleReader(text)
            self = try reader.name(0..<text.utf8.count)
        }
    }
}

/// A cursor over a rule's bytes that knows where it is when something is wrong.
private struct RuleReader {
    let text: String
    let bytes: [UInt8]
    var position = 0

    init(_ text: String) {
        self.text = text
        bytes = Array(text.utf8)
    }

    func failure(_ part: Range<Int>, _ message: String) -> PolicyRuleError {
        PolicyRuleError(rule: text, part: part, message: message)
    }

    func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// The position of the first `character` from here on, or the end.
    func next(_ character: Unicode.Scalar) -> Int {
        bytes[position...].firstIndex(of: UInt8(ascii: character)) ?? bytes.count
    }

    mutating func transport() throws(PolicyRuleError) -> TransportProtocol {
        for transport in [TransportProtocol.tcp, .udp, .icmp, .raw] where text.hasPrefix(transport.rawValue + "://") {
            position = transport.rawValue.utf8.count + 3
            return transport
        }
        let colon = next(":")
        if bytes[colon...].starts(with: Array("://".utf8)) {
            throw failure(0..<colon, "no protocol '\(string(0..<colon))': a rule begins with \(Self.schemes)")
        }
        throw failure(0..<0, "a rule begins with \(Self.schemes)")
    }

    private static let schemes = "tcp://, udp://, unix://, icmp:// or raw://"

    mutating func host() throws(PolicyRuleError) -> HostPattern {
        if position < bytes.count && bytes[position] == UInt8(ascii: "[") { return try bracketedHost() }
        let start = position
        let end = next(":")
        position = end
        // An IPv6 address without brackets is cut at its first colon: say so, rather than complain of its ports.
        if let last = bytes[start...].lastIndex(of: UInt8(ascii: ":")), last > end {
            for bare in [start..<last, start..<bytes.count] where IPAddress(string(bare)) != nil {
                throw failure(bare, "an IPv6 address goes in brackets: [2001:db8::1]")
            }
        }
        guard start < end else { throw failure(start..<start, "no host: write an address, a name or *") }
        let text = string(start..<end)
        if text == "*" { return .any }
        if let slash = text.utf8.firstIndex(of: UInt8(ascii: "/")) {
            let middle = start + text.utf8.distance(from: text.utf8.startIndex, to: slash)
            guard let address = IPAddress(text[..<slash]), case .v4 = address else {
                throw failure(start..<middle, "'\(string(start..<middle))' is not an IPv4 address")
            }
            return try block(address, bits: middle + 1..<end)
        }
        if let address = IPAddress(text), case .v4 = address { return .block(address, prefix: 32) }
        return .name(try name(start..<end))
    }

    private mutating func bracketedHost() throws(PolicyRuleError) -> HostPattern {
        let start = position + 1
        let end = next("]")
        guard end < bytes.count else { throw failure(position..<bytes.count, "no closing bracket") }
        let text = string(start..<end)
        if text.utf8.contains(UInt8(ascii: "%")) {
            throw failure(start..<end, "a zone is not part of a rule: an address is permitted in every zone")
        }
        guard let address = IPAddress(text), case .v6 = address else {
            throw failure(start..<end, "'\(text)' is not an IPv6 address")
        }
        position = end + 1
        if position < bytes.count && bytes[position] == UInt8(ascii: "/") {
            let bits = position + 1
            position = next(":")
            return try block(address, bits: bits..<position)
        }
        guard position == bytes.count || bytes[position] == UInt8(ascii: ":") else {
            throw failure(position..<bytes.count, "':' and the ports follow the closing bracket")
        }
        return .block(address.unmapped, prefix: address.unmapped.bitWidth)
    }

    private func block(_ address: IPAddress, bits: Range<Int>) throws(PolicyRuleError) -> HostPattern {
        guard let length = decimal(bits), length <= address.bitWidth else {
            throw failure(bits, "the length of a prefix is a number from 0 to \(address.bitWidth)")
        }
        let own = address.unmapped
        let ownLength = length - (address.bitWidth - own.bitWidth)
        // A block that begins in the mapped addresses and is wider than them is an IPv6 block.
        return ownLength >= 0 ? .block(own, prefix: ownLength) : .block(address, prefix: length)
    }

    /// A name or `*.` and a name.
    func name(_ range: Range<Int>) throws(PolicyRuleError) -> NamePattern {
        let isParent = bytes[range].starts(with: Array("*.".utf8))
        let start = isParent ? range.lowerBound + 2 : range.lowerBound
        var end = range.upperBound
        if end - start > 1 && bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
        guard start < end else { throw failure(range, "a name is empty") }
        guard end - start <= 253 else { throw failure(start..<end, "a name has at most 253 characters") }
        var labelStart = start
        for index in start...end {
            if index < end && bytes[index] != UInt8(ascii: ".") {
                guard isNameCharacter(bytes[index]) else { throw badCharacter(at: index, in: range) }
                continue
            }
            guard (1...63).contains(index - labelStart) else {
                let fault = index == labelStart ? "is empty" : "has more than 63 characters"
                throw failure(labelStart..<index, "a label of the name \(fault)")
            }
            labelStart = index + 1
        }
        let text = NamePattern.normalized(string(start..<end))
        if let last = text.split(separator: ".").last, last.utf8.allSatisfy({ (48...57).contains($0) }) {
            throw failure(start..<end, "'\(text)' is not an IPv4 address, and no name ends in a number")
        }
        return isParent ? .below(text) : .exactly(text)
    }

    private func badCharacter(at index: Int, in range: Range<Int>) -> PolicyRuleError {
        switch bytes[index] {
        case UInt8(ascii: "*"):
            failure(index..<index + 1, "* stands for all, or in *.NAME for every name below NAME; nowhere else")
        case 0x80...:
            failure(range, "a name outside of ASCII is written in its xn-- form")
        default:
            failure(index..<index + 1, "'\(string(index..<index + 1))' cannot be in a name")
        }
    }

    private func isNameCharacter(_ byte: UInt8) -> Bool {
        switch byte {
        case 48...57, 65...90, 97...122, UInt8(ascii: "-"), UInt8(ascii: "_"): true
        default: false
        }
    }

    /// Nothing may follow the host.
    mutating func noPorts() throws(PolicyRuleError) -> PortSet {
        guard position == bytes.count else {
            throw failure(position..<bytes.count, "icmp and raw have no ports: write the host alone")
        }
        return .all
    }

    mutating func ports() throws(PolicyRuleError) -> PortSet {
        guard position < bytes.count else {
            throw failure(position..<position, "no ports: write :80, :80,443, :8000-8999 or :*")
        }
        var start = position + 1
        if string(start..<bytes.count) == "*" { return .all }
        var ranges: [ClosedRange<UInt16>] = []
        while true {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: ",")) ?? bytes.count
            ranges.append(try portRange(start..<end))
            if end == bytes.count { return PortSet(ranges) }
            start = end + 1
        }
    }

    private func portRange(_ range: Range<Int>) throws(PolicyRuleError) -> ClosedRange<UInt16> {
        let dash = bytes[range].firstIndex(of: UInt8(ascii: "-")) ?? range.upperBound
        let first = try port(range.lowerBound..<dash)
        guard dash < range.upperBound else { return first...first }
        let last = try port(dash + 1..<range.upperBound)
        guard first <= last else { throw failure(range, "a range goes from the lower port to the higher") }
        return first...last
    }

    private func port(_ range: Range<Int>) throws(PolicyRuleError) -> UInt16 {
        guard let port = decimal(range).flatMap(UInt16.init(exactly:)) else {
            let text = string(range)
            throw failure(range, text.isEmpty ? "a port is missing" : "'\(text)' is not a port: 0 to 65535, or *")
        }
        return port
    }

    /// A number in decimal digits, of at most five.
    private func decimal(_ range: Range<Int>) -> Int? {
        guard (1...5).contains(range.count) else { return nil }
        return bytes[range].reduce(0 as Int?) { value, byte in
            guard let value, (48...57).contains(byte) else { return nil }
            return value * 10 + Int(byte - 48)
        }
    }
}
