// SPDX-License-Identifier: Apache-2.0

import WASI

// Control messages as records in a guest's memory: reading those to be sent, and writing those received. A buffer that
// is cut anywhere gives EINVAL or a record that is cut, never a byte from elsewhere. The system's form is in
// Kernel+Control.swift.

/// A control message, but for descriptors: those are no values, and are passed on where they are (ControlFunctions.swift).
enum ControlMessage: Equatable {
    case credentials(Credentials)
    /// The interface, this machine's address, and, of a received packet, the address in its header.
    case ipPacketInfo(interface: UInt32, local: UInt32, destination: UInt32)
    case ipv6PacketInfo(address: IPAddress, interface: UInt32)
    case ipTTL(Int32)
    case ipTOS(Int32)
    case ipv6HopLimit(Int32)
    case ipv6TrafficClass(Int32)
    case timestamp(seconds: Int64, nanoseconds: UInt32)
    case timestampNanoseconds(seconds: Int64, nanoseconds: UInt32)
    case ipError(QueuedError)
    case ipv6Error(QueuedError)
    case udpSegment(UInt16)
    case udpGRO(Int32)
    case dropped(UInt32)
    /// By the system, unused, by the device.
    case timestamping([TimeStamp])
    /// Where the datagram was sent to.
    case ipOriginalAddress(InternetAddress)
    case ipv6OriginalAddress(InternetAddress)
    /// As in the packet.
    case ipv6FlowInfo(UInt32)
    /// The options in a packet's header.
    case ipOptions([UInt8])
    /// The options that an answer would have.
    case ipReturnOptions([UInt8])
}

/// A point in time.
struct TimeStamp: Equatable {
    var seconds: Int64
    var nanoseconds: UInt32
}

/// Who a process is.
struct Credentials: Equatable {
    /// Nil: this process, its user or its group.
    var process: Int32?
    var user: UInt32?
    var group: UInt32?

    /// The record.
    var bytes: [UInt8] {
        func own(_ value: UInt32?) -> UInt32 { value ?? NetworkABI.ownID }
        return ControlBytes(own(process.map(UInt32.init(bitPattern:))), own(user), own(group)).bytes
    }
}

/// An error that the network reported of something sent.
struct QueuedError: Equatable {
    var error: Errno
    var origin: UInt8
    var type: UInt8
    var code: UInt8
    var info: UInt32
    var data: UInt32
    /// Who reported it.
    var offender: InternetAddress?
}

/// Integers in the order of a record.
private struct ControlBytes {
    var bytes: [UInt8] = []

    init(_ values: UInt32...) { for value in values { append(value) } }

    mutating func append<T: FixedWidthInteger>(_ value: T) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func append(bigEndian value: UInt32) { append(value.byteSwapped) }
}

// MARK: - Sending

/// The records of a control buffer: kinds and data.
struct ControlRecords: Sequence, IteratorProtocol {
    private typealias Head = NetworkABI.ControlRecord
    private let bytes: UnsafeRawBufferPointer
    private var offset = 0

    /// More than Linux takes from anybody.
    static let maximumLength = 1 << 17

    /// The records in `bytes`, which nobody changes meanwhile. EINVAL: a record is shorter than its head or longer than
    /// the rest.
    init(_ bytes: UnsafeRawBufferPointer) throws(Errno) {
        self.bytes = bytes
        var check = self
        while check.hasNext {
            guard check.length >= Int(Head.size), check.length <= bytes.count - check.offset else { throw .inval }
            _ = check.next()
        }
    }

    private var hasNext: Bool { bytes.count - offset >= Int(Head.size) }
    private var length: Int { Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))) }

    mutating func next() -> (kind: UInt32, data: UnsafeRawBufferPointer)? {
        guard hasNext else { return nil }
        let start = offset + Int(Head.size), end = offset + length
        let kind = bytes.loadUnaligned(fromByteOffset: offset + Int(Head.kind), as: UInt32.self)
        offset = Swift.min((end + 3) & ~3, bytes.count)
        return (UInt32(littleEndian: kind), UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
    }
}

extension ControlMessage {
    /// The message in a record that is to be sent. EINVAL: it cannot be sent, or has another length. EPERM: credentials of
    /// somebody else.
    init(kind: UInt32, data: UnsafeRawBufferPointer) throws(Errno) {
        func word(_ index: Int = 0) -> UInt32 { data.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self) }
        func integer(_ index: Int = 0) -> UInt32 { UInt32(littleEndian: word(index)) }
        func address(at offset: Int) -> UInt32 { UInt32(bigEndian: word(offset / 4)) }
        func require(_ count: Int) throws(Errno) { guard data.count == count else { throw .inval } }
        switch NetworkABI.ControlKind(rawValue: kind) {
        case .credentials:
            try require(12)
            guard (0..<3).allSatisfy({ integer($0) == NetworkABI.ownID }) else { throw .perm }
            self = .credentials(Credentials())
        case .ipPacketInfo:
            try require(12)
            self = .ipPacketInfo(interface: integer(0), local: address(at: 4), destination: address(at: 8))
        case .ipv6PacketInfo:
            try require(20)
            let address = data.baseAddress.map(IPAddress.init(v6Bytes:)) ?? .anyV6
            self = .ipv6PacketInfo(address: address, interface: integer(4))
        case .ipTTL:
            try require(4)
            self = .ipTTL(Int32(bitPattern: integer()))
        case .ipTOS:
            if data.count != 4 { try require(1) }
            self = .ipTOS(data.count == 4 ? Int32(bitPattern: integer()) : Int32(data[0]))
        case .ipv6HopLimit:
            try require(4)
            self = .ipv6HopLimit(Int32(bitPattern: integer()))
        case .ipv6TrafficClass:
            try require(4)
            self = .ipv6TrafficClass(Int32(bitPattern: integer()))
        case .udpSegment:
            try require(2)
            self = .udpSegment(UInt16(littleEndian: data.loadUnaligned(as: UInt16.self)))
        case .ipv6FlowInfo:
            try require(4)
            self = .ipv6FlowInfo(address(at: 0))
        case .rights, .timestamp, .timestampNanoseconds, .timestamping, .ipError, .ipv6Error, .udpGRO, .dropped,
            .ipOriginalAddress, .ipv6OriginalAddress, .ipOptions, .ipReturnOptions, nil:
            throw .inval
        }
    }

    /// The address that the message makes a packet come from, if it says.
    var source: IPAddress? {
        switch self {
        case .ipPacketInfo(_, let local, _): local == 0 ? nil : .v4(local)
        case .ipv6PacketInfo(let address, _): address == .anyV6 ? nil : address
        default: nil
        }
    }
}

// MARK: - Receiving

/// Writes records into a guest's buffer, and cuts them as Linux does.
struct ControlWriter {
    private typealias Head = NetworkABI.ControlRecord
    private let buffer: UnsafeMutableRawBufferPointer
    /// Bytes written.
    private(set) var count = 0
    /// Whether something did not fit.
    var wasCut = false

    init(_ buffer: UnsafeMutableRawBufferPointer) { self.buffer = buffer }

    /// How many descriptors fit.
    var roomForRights: Int { max(0, buffer.count - count - Int(Head.size)) / 4 }

    mutating func append(kind: NetworkABI.ControlKind, _ data: [UInt8]) {
        data.withUnsafeBytes { append(kind: kind, $0) }
    }

    mutating func append(kind: NetworkABI.ControlKind, _ data: UnsafeRawBufferPointer) {
        let room = buffer.count - count
        guard room >= Int(Head.size) else { return wasCut = true }
        let length = min(Int(Head.size) + data.count, room)
        if length < Int(Head.size) + data.count { wasCut = true }
        let record = UnsafeMutableRawBufferPointer(rebasing: buffer[count..<count + length])
        record.storeBytes(of: UInt32(length).littleEndian, as: UInt32.self)
        record.storeBytes(of: kind.rawValue.littleEndian, toByteOffset: Int(Head.kind), as: UInt32.self)
        record.storeBytes(of: 0, toByteOffset: Int(Head.reserved), as: UInt32.self)
        UnsafeMutableRawBufferPointer(rebasing: record[Int(Head.size)...])
            .copyMemory(from: UnsafeRawBufferPointer(rebasing: data.prefix(length - Int(Head.size))))
        count = min(count + (length + 3) & ~3, buffer.count)
    }

    /// Writes a message.
    mutating func append(_ message: ControlMessage) {
        var data = ControlBytes()
        let kind: NetworkABI.ControlKind
        switch message {
        case .credentials(let credentials):
            return append(kind: .credentials, credentials.bytes)
        case .ipPacketInfo(let interface, let local, let destination):
            kind = .ipPacketInfo
            data.append(interface)
            data.append(bigEndian: local)
            data.append(bigEndian: destination)
        case .ipv6PacketInfo(let address, let interface):
            kind = .ipv6PacketInfo
            data.bytes = [UInt8](repeating: 0, count: 16)
            data.bytes.withUnsafeMutableBytes { bytes in if let base = bytes.baseAddress { address.write(to: base) } }
            data.append(interface)
        case .ipTTL(let value): (kind, data) = (.ipTTL, ControlBytes(UInt32(bitPattern: value)))
        case .ipTOS(let value):
            kind = .ipTOS
            data.append(UInt8(truncatingIfNeeded: value))
        case .ipv6HopLimit(let value): (kind, data) = (.ipv6HopLimit, ControlBytes(UInt32(bitPattern: value)))
        case .ipv6TrafficClass(let value): (kind, data) = (.ipv6TrafficClass, ControlBytes(UInt32(bitPattern: value)))
        case .timestamp(let seconds, let nanoseconds), .timestampNanoseconds(let seconds, let nanoseconds):
            if case .timestamp = message { kind = .timestamp } else { kind = .timestampNanoseconds }
            data.append(seconds)
            data.append(UInt64(nanoseconds))
        case .udpSegment(let size):
            kind = .udpSegment
            data.append(size)
        case .udpGRO(let size): (kind, data) = (.udpGRO, ControlBytes(UInt32(bitPattern: size)))
        case .dropped(let count): (kind, data) = (.dropped, ControlBytes(count))
        case .timestamping(let times):
            kind = .timestamping
            for time in times {
                data.append(time.seconds)
                data.append(UInt64(time.nanoseconds))
            }
        case .ipOriginalAddress(let address):
            kind = .ipOriginalAddress
            data.bytes = Self.record(of: address, count: 16)
        case .ipv6OriginalAddress(let address):
            kind = .ipv6OriginalAddress
            data.bytes = Self.record(of: address, count: 28)
        case .ipv6FlowInfo(let value):
            kind = .ipv6FlowInfo
            data.append(bigEndian: value)
        case .ipOptions(let bytes): return append(kind: .ipOptions, bytes)
        case .ipReturnOptions(let bytes): return append(kind: .ipReturnOptions, bytes)
        case .ipError(let error), .ipv6Error(let error):
            if case .ipError = message { kind = .ipError } else { kind = .ipv6Error }
            data.append(UInt32(error.error.rawValue))
            data.bytes += [error.origin, error.type, error.code, 0]
            data.append(error.info)
            data.append(error.data)
            data.bytes += Self.record(of: error.offender, count: kind == .ipError ? 16 : 28)
        }
        append(kind: kind, data.bytes)
    }

    /// An address in 28 bytes, or, of an IPv4 one, in 16.
    private static func record(of address: InternetAddress?, count: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 28)
        bytes.withUnsafeMutableBytes { address?.write(to: $0) }
        // Of an IPv4 address the short form leaves out what only IPv6 has.
        if count == 16 { bytes.replaceSubrange(4..<8, with: bytes[12..<16]) }
        return Array(bytes[..<8]) + (count == 16 ? [UInt8](repeating: 0, count: 8) : Array(bytes[8...]))
    }
}
