// SPDX-License-Identifier: Apache-2.0

import WASI

// Socket options as values. Which there are, and what the system calls them, is in include/wasi/socket_options.h, which
// CKernel compiles in (Kernel+SocketOptions.swift).

/// A socket option: a row of the table.
struct SocketOption: Equatable {
    /// Its code on the wire.
    let code: UInt32
    /// As in the table.
    let name: String
    /// How a value crosses.
    let kind: Kind
    /// Whether it can be read.
    let isReadable: Bool
    /// Whether it can be set.
    let isSettable: Bool
    /// The system's level and number.
    let level: Int32, number: Int32

    /// How a value crosses, as the table describes it.
    enum Kind: String {
        case int, code, linger, time, credentials, text, bytes, u64
        case interface, mreq, mreqSource, mreq6, group, groupSource
        case filter4, filter
    }

    /// The codes that the host itself must know, since what they say depends on the system.
    static let errorCode: UInt32 = 1
    static let typeCode: UInt32 = 2
    static let domainCode: UInt32 = 3
    /// IP_OPTIONS, in which a source route could hide.
    static let ipOptionsCode: UInt32 = 76

    /// Whether setting it makes the socket a member of a group.
    var joins: Bool {
        switch kind {
        case .mreq, .mreqSource, .mreq6, .group, .groupSource: name.contains("JOIN") || name.contains("ADD")
        case .filter4, .filter: true
        default: false
        }
    }

    /// The longest value that is read, but for filters.
    static let maximumLength = 512
}

/// A membership in a multicast group: `__wasi_net_membership_t`.
struct MulticastMembership: Equatable {
    /// 0: see `interfaceAddress`.
    var interface: UInt32
    /// 0: the system picks.
    var interfaceAddress: UInt32
    /// Nil: an address of no internet family.
    var group: InternetAddress?
    var source: InternetAddress?

    private typealias Record = NetworkABI.MembershipRecord

    /// From the first bytes of a record; nil when there are too few.
    init?(_ bytes: UnsafeRawBufferPointer) {
        guard bytes.count >= Record.size else { return nil }
        interface = UInt32(littleEndian: bytes.loadUnaligned(as: UInt32.self))
        interfaceAddress = UInt32(
            bigEndian: bytes.loadUnaligned(fromByteOffset: Record.interfaceAddress, as: UInt32.self))
        group = InternetAddress(UnsafeRawBufferPointer(rebasing: bytes[Record.group..<Record.source]))
        source = InternetAddress(UnsafeRawBufferPointer(rebasing: bytes[Record.source..<Record.size]))
    }
}

/// Which sources of a group are heard: the records of the kinds FILTER4 and FILTER.
struct MulticastFilter: Equatable {
    var membership: MulticastMembership
    var mode: UInt32
    /// Reading: how many sources fit, and then how many there are.
    var count: UInt32
    var sources: [InternetAddress?]

    /// The bytes before the list.
    static let headLength = NetworkABI.MembershipRecord.size + 8
    private static let each = Int(NetworkABI.IPAddressRecord.size)
    /// More than Linux takes, unless sysctl net.core.optmem_max is raised eightfold. A program's memory has room for millions,
    /// which would be five times as large in the system's form.
    static let maximumSources: UInt32 = 8192

    /// From a record whose list is `hasSources` or room for one, of which no more is used than can be filled. Nil: too short.
    /// ENOBUFS: too many.
    init?(_ bytes: UnsafeRawBufferPointer, hasSources: Bool) throws(Errno) {
        guard bytes.count >= Self.headLength, let membership = MulticastMembership(bytes) else { return nil }
        self.membership = membership
        let head = NetworkABI.MembershipRecord.size
        mode = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: head, as: UInt32.self))
        count = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: head + 4, as: UInt32.self))
        sources = []
        guard Int(count) <= (bytes.count - Self.headLength) / Self.each else { return nil }
        guard hasSources else {
            count = min(count, Self.maximumSources)
            return
        }
        guard count <= Self.maximumSources else { throw .nobufs }
        for index in 0..<Int(count) {
            let start = Self.headLength + index * Self.each
            sources.append(InternetAddress(UnsafeRawBufferPointer(rebasing: bytes[start..<start + Self.each])))
        }
    }

    /// Writes mode, count and sources into a record whose beginning is there. Returns its length.
    func write(to record: UnsafeMutableRawBufferPointer) -> Int {
        let head = NetworkABI.MembershipRecord.size
        record.storeBytes(of: mode.littleEndian, toByteOffset: head, as: UInt32.self)
        record.storeBytes(of: count.littleEndian, toByteOffset: head + 4, as: UInt32.self)
        var end = Self.headLength
        for source in sources where record.count - end >= Self.each {
            let place = UnsafeMutableRawBufferPointer(rebasing: record[end..<end + Self.each])
            if let source { source.write(to: place) } else { place.initializeMemory(as: UInt8.self, repeating: 0) }
            end += Self.each
        }
        return end
    }
}

/// The options of IPv4's header (RFC 791), as far as a policy looks at them.
enum IPHeaderOptions {
    private static let end: UInt8 = 0, noOperation: UInt8 = 1
    private static let looseRoute: UInt8 = 131, strictRoute: UInt8 = 137

    /// Whether a source route is among them: packets then go to other places than to where they are sent. What is
    /// malformed counts as one, for the kernel may read it otherwise.
    static func haveSourceRoute(_ bytes: some Collection<UInt8>) -> Bool {
        var rest = bytes[...]
        while let kind = rest.first, kind != end {
            if kind == looseRoute || kind == strictRoute { return true }
            if kind == noOperation {
                rest = rest.dropFirst()
                continue
            }
            guard let length = rest.dropFirst().first, length >= 2, length <= rest.count else { return true }
            rest = rest.dropFirst(Int(length))
        }
        return false
    }
}
