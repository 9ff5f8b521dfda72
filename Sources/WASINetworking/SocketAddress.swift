// SPDX-License-Identifier: Apache-2.0

import WASI

// Socket addresses as values, and their records in a guest's memory. The system's form is in Kernel+Sockets.swift.

/// The address of a socket.
package enum SocketAddress: Hashable, Sendable {
    /// No address: dissolves a connection, or is that of a sender which has none.
    case unspecified
    /// An internet address.
    case internet(InternetAddress)
    /// The name of a unix domain socket: empty is unnamed, a first byte of 0 is the abstract namespace, all else a path.
    case local([UInt8])
}

/// An address, a port, and what IPv6 adds to them.
package struct InternetAddress: Hashable, Sendable {
    /// The address.
    package var address: IPAddress
    /// The port, as a number.
    package var port: UInt16
    /// IPv6's flow information, as a number.
    package var flowInfo: UInt32 = 0
    /// The interface index of a link-local address.
    package var scopeID: UInt32 = 0

    /// An address from its parts.
    package init(_ address: IPAddress, port: UInt16, flowInfo: UInt32 = 0, scopeID: UInt32 = 0) {
        self.address = address
        self.port = port
        self.flowInfo = flowInfo
        self.scopeID = scopeID
    }

    /// What rules look at.
    var endpoint: Endpoint { Endpoint(address, port) }
}

// MARK: - Records

extension SocketAddress {
    /// Copies the address out of its record at `pointer`: its family, and then only that family's record.
    /// EAFNOSUPPORT: no such family. EINVAL: a name longer than the record.
    init(_ call: GuestCall, at pointer: UInt32) throws(Errno) {
        typealias UnixRecord = NetworkABI.UnixAddressRecord
        let familyBytes = try call.bytes(at: pointer, count: NetworkABI.AddressRecord.familySize)
        let family = UInt16(littleEndian: familyBytes.loadUnaligned(as: UInt16.self))
        switch NetworkABI.Family(rawValue: family) {
        case .unspecified:
            self = .unspecified
        case .inet, .inet6:
            self = .internet(try InternetAddress(call, at: pointer))
        case .unix:
            let record = try call.bytes(at: pointer, count: UnixRecord.size)
            let length = UInt16(
                littleEndian: record.loadUnaligned(fromByteOffset: Int(UnixRecord.length), as: UInt16.self))
            guard Int(length) <= UnixRecord.nameCapacity else { throw .inval }
            self = .local(Array(record.dropFirst(Int(UnixRecord.name)).prefix(Int(length))))
        case nil:
            throw .afnosupport
        }
    }

    /// Writes the address's record into `record`, which has room for any.
    func write(to record: UnsafeMutableRawBufferPointer) {
        switch self {
        case .unspecified:
            record.storeBytes(of: NetworkABI.Family.unspecified.rawValue.littleEndian, as: UInt16.self)
        case .internet(let address):
            address.write(to: record)
        case .local(let name):
            typealias UnixRecord = NetworkABI.UnixAddressRecord
            let length = min(name.count, UnixRecord.nameCapacity)
            record.storeBytes(of: NetworkABI.Family.unix.rawValue.littleEndian, as: UInt16.self)
            record.storeBytes(
                of: UInt16(length).littleEndian, toByteOffset: Int(UnixRecord.length), as: UInt16.self)
            record.storeBytes(of: -1, toByteOffset: Int(UnixRecord.directory), as: Int32.self)
            record.storeBytes(of: 0, toByteOffset: Int(UnixRecord.path), as: UInt32.self)
            record.storeBytes(of: 0, toByteOffset: Int(UnixRecord.pathLength), as: UInt32.self)
            UnsafeMutableRawBufferPointer(rebasing: record.dropFirst(Int(UnixRecord.name)))
                .copyBytes(from: name.prefix(length))
        }
    }
}

extension InternetAddress {
    private typealias Record = NetworkABI.IPAddressRecord

    /// Copies the address out of its record at `pointer`. EAFNOSUPPORT: the record has another family.
    init(_ call: GuestCall, at pointer: UInt32) throws(Errno) {
        let record = try call.bytes(at: pointer, count: Record.size)
        guard let address = InternetAddress(UnsafeRawBufferPointer(record)) else { throw .afnosupport }
        self = address
    }

    /// Copies the address out of its record. Nil: the record is too short, or has another family.
    init?(_ record: UnsafeRawBufferPointer) {
        guard record.count >= Int(Record.size) else { return nil }
        func field<T: FixedWidthInteger & BitwiseCopyable>(_ offset: UInt32, as type: T.Type) -> T {
            T(littleEndian: record.loadUnaligned(fromByteOffset: Int(offset), as: T.self))
        }
        guard let bytes = record.baseAddress?.advanced(by: Int(Record.address)) else { return nil }
        let port = field(Record.port, as: UInt16.self)
        switch NetworkABI.Family(rawValue: field(Record.family, as: UInt16.self)) {
        case .inet:
            self.init(IPAddress(v4Bytes: bytes), port: port)
        case .inet6:
            self.init(
                IPAddress(v6Bytes: bytes), port: port, flowInfo: field(Record.flowInfo, as: UInt32.self),
                scopeID: field(Record.scopeID, as: UInt32.self))
        default:
            return nil
        }
    }

    /// Writes all 28 bytes of the address's record into `record`, which is at least that long.
    func write(to record: UnsafeMutableRawBufferPointer) {
        guard record.count >= Int(Record.size), let base = record.baseAddress else { return }
        func store<T: FixedWidthInteger & BitwiseCopyable>(_ value: T, _ offset: UInt32) {
            base.storeBytes(of: value.littleEndian, toByteOffset: Int(offset), as: T.self)
        }
        base.initializeMemory(as: UInt8.self, repeating: 0, count: Int(Record.size))
        let family: NetworkABI.Family
        switch address {
        case .v4: family = .inet
        case .v6: family = .inet6
        }
        store(family.rawValue, Record.family)
        store(port, Record.port)
        store(flowInfo, Record.flowInfo)
        store(scopeID, Record.scopeID)
        address.write(to: base + Int(Record.address))
    }
}

extension SocketAddress: CustomStringConvertible {
    /// `192.0.2.1:80`, `[2001:db8::1]:80`, a path, or `unspecified`.
    package var description: String {
        switch self {
        case .unspecified: "unspecified"
        case .internet(let address): address.endpoint.description
        case .local(let name): "unix:" + String(decoding: name.map { $0 == 0 ? UInt8(ascii: "@") : $0 }, as: UTF8.self)
        }
    }
}
