// SPDX-License-Identifier: Apache-2.0

import CKernel
import Glibc
import WASI

// The system calls on sockets. In this module the extensions of `Kernel` alone name the C library: what differs by
// system is in them.

extension Kernel {
    // MARK: Lifecycle

    static func socket(
        _ transport: TransportProtocol, _ family: NetworkABI.Family, number: Int32 = 0, nonblocking: Bool
    ) throws(Errno) -> Int32 {
        let domain = family == .inet6 ? AF_INET6 : AF_INET
        let kind =
            switch transport {
            case .tcp: SOCK_STREAM
            case .udp, .icmp: SOCK_DGRAM
            case .raw: SOCK_RAW
            }
        let type =
            Int32(kind.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
            | (nonblocking ? Int32(SOCK_NONBLOCK.rawValue) : 0)
        return try valueOrErrno {
            transport == .raw ? ck_raw_socket(domain, type, number) : Glibc.socket(domain, type, number)
        }
    }

    /// What a socket that is no stream is of.
    static func transport(ofDatagrams fd: Int32) throws(Errno) -> TransportProtocol {
        if try socketType(fd) == .raw { return .raw }
        let number = try socketOption(fd, SO_PROTOCOL)
        return number == Int32(IPPROTO_ICMP) || number == Int32(IPPROTO_ICMPV6) ? .icmp : .udp
    }

    static func unixSocket(_ type: NetworkABI.SocketType, nonblocking: Bool) throws(Errno) -> Int32 {
        let type = hostType(type, nonblocking: nonblocking)
        return try valueOrErrno { Glibc.socket(AF_UNIX, type, 0) }
    }

    static func unixPair(
        _ type: NetworkABI.SocketType, nonblocking: Bool
    ) throws(Errno) -> (first: Int32, second: Int32) {
        let type = hostType(type, nonblocking: nonblocking)
        var ends: [Int32] = [-1, -1]
        try valueOrErrno { socketpair(AF_UNIX, type, 0, &ends) }
        return (ends[0], ends[1])
    }

    private static func hostType(_ type: NetworkABI.SocketType, nonblocking: Bool) -> Int32 {
        let kind =
            switch type {
            case .stream: SOCK_STREAM
            case .dgram: SOCK_DGRAM
            case .raw: SOCK_RAW
            case .seqpacket: SOCK_SEQPACKET
            }
        return Int32(kind.rawValue) | Int32(SOCK_CLOEXEC.rawValue) | (nonblocking ? Int32(SOCK_NONBLOCK.rawValue) : 0)
    }

    /// The number of this process.
    static var processID: Int32 { getpid() }

    static func bind(_ fd: Int32, _ address: SocketAddress) throws(Errno) {
        try valueOrErrno { address.withHostAddress { Glibc.bind(fd, $0, $1) } }
    }

    static func connect(_ fd: Int32, _ address: SocketAddress) throws(Errno) {
        try waiting { address.withHostAddress { ck_connect(fd, $0, $1) } }
    }

    static func listen(_ fd: Int32, backlog: Int32) throws(Errno) {
        try valueOrErrno { Glibc.listen(fd, backlog) }
    }

    /// SO_ACCEPTCONN.
    static func isListening(_ fd: Int32) throws(Errno) -> Bool { try socketOption(fd, SO_ACCEPTCONN) != 0 }

    static func accept(_ fd: Int32, nonblocking: Bool) throws(Errno) -> (fd: Int32, peer: SocketAddress) {
        var storage = HostAddressStorage()
        let flags = Int32(SOCK_CLOEXEC.rawValue) | (nonblocking ? Int32(SOCK_NONBLOCK.rawValue) : 0)
        let connection = try waiting { storage.withPointers { ck_accept4(fd, $0, $1, flags) } }
        return (Int32(truncatingIfNeeded: connection), storage.address)
    }

    static func shutdown(_ fd: Int32, _ how: NetworkABI.ShutdownFlags) throws(Errno) {
        let direction: Int
        switch how {
        case .receiving: direction = Int(SHUT_RD)
        case .sending: direction = Int(SHUT_WR)
        default: direction = Int(SHUT_RDWR)
        }
        try valueOrErrno { Glibc.shutdown(fd, Int32(truncatingIfNeeded: direction)) }
    }

    // MARK: Addresses

    static func localAddress(_ fd: Int32) throws(Errno) -> SocketAddress {
        var storage = HostAddressStorage()
        try valueOrErrno { storage.withPointers { Int(getsockname(fd, $0, $1)) } }
        return storage.address
    }

    static func remoteAddress(_ fd: Int32) throws(Errno) -> SocketAddress {
        var storage = HostAddressStorage()
        try valueOrErrno { storage.withPointers { Int(getpeername(fd, $0, $1)) } }
        return storage.address
    }

    // MARK: Data

    /// Sends what the vectors say in one call, straight from where they point. A broken connection is `pipe`, never a
    /// signal of the host.
    static func send(_ outgoing: OutgoingMessage, to address: SocketAddress?) throws(Errno) -> Int {
        guard let address else { return try send(outgoing, nil, 0) }
        return try address.withHostAddress { pointer, length throws(Errno) in try send(outgoing, pointer, length) }
    }

    /// The same without control messages, to an internet address.
    static func send(_ outgoing: OutgoingMessage, to address: InternetAddress?) throws(Errno) -> Int {
        guard let address else { return try sendPlain(outgoing, nil, 0) }
        return try address.withHostAddress { pointer, length throws(Errno) in try sendPlain(outgoing, pointer, length) }
    }

    @inline(__always)
    private static func sendPlain(
        _ outgoing: OutgoingMessage, _ address: UnsafePointer<sockaddr>?, _ length: socklen_t
    ) throws(Errno) -> Int {
        guard outgoing.count == 1 else { return try send(outgoing, address, length) }
        let flags = (outgoing.flags.isEmpty ? 0 : hostFlags(outgoing.flags)) | Int32(MSG_NOSIGNAL)
        return try counted(ck_sendto(outgoing.fd, outgoing.vectors, flags, address, length))
    }

    private static func send(
        _ outgoing: OutgoingMessage, _ address: UnsafePointer<sockaddr>?, _ length: socklen_t
    ) throws(Errno) -> Int {
        var message = msghdr()
        message.msg_name = UnsafeMutableRawPointer(mutating: address)
        message.msg_namelen = length
        message.msg_iov = outgoing.vectors
        message.msg_iovlen = Int(outgoing.count)
        message.msg_control = outgoing.control?.baseAddress
        message.msg_controllen = outgoing.control?.count ?? 0
        let flags = hostFlags(outgoing.flags) | Int32(MSG_NOSIGNAL)
        return try waiting { ck_sendmsg(outgoing.fd, &message, flags) }
    }

    /// The result of a call that is complete in CKernel: a negative one is a negated errno.
    @inline(__always)
    private static func counted(_ result: Int) throws(Errno) -> Int {
        guard _fastPath(result >= 0) else { throw Errno(host: Int32(truncatingIfNeeded: -result)) }
        return result
    }

    /// Receives into one vector, without finding out anything else.
    static func receive(
        _ fd: Int32, _ vector: Vector, nonblocking: Bool, wantsSender: Bool
    ) throws(Errno) -> (byteCount: Int, sender: SocketAddress?) {
        var vector = vector
        let flags = nonblocking ? Int32(MSG_DONTWAIT) : 0
        guard wantsSender else { return (try counted(ck_recvfrom(fd, &vector, flags, nil, nil)), nil) }
        var storage = HostAddressStorage()
        let count = try counted(
            storage.withPointers { pointer, length in ck_recvfrom(fd, &vector, flags, pointer, length) })
        return (count, storage.address)
    }

    /// What `receive` found out.
    struct Received {
        var byteCount: Int
        var flags: NetworkABI.MessageFlags
        /// Nil unless it was asked for.
        var sender: SocketAddress?
        /// Bytes of control messages.
        var controlCount = 0
    }

    /// Receives in one call, straight into where the vectors point.
    static func receive(
        _ fd: Int32, _ vectors: UnsafeMutablePointer<Vector>, _ count: Int32, _ flags: NetworkABI.MessageFlags,
        wantsSender: Bool, control: UnsafeMutableRawBufferPointer? = nil
    ) throws(Errno) -> Received {
        var message = msghdr()
        message.msg_iov = vectors
        message.msg_iovlen = Int(count)
        message.msg_control = control?.baseAddress
        message.msg_controllen = control?.count ?? 0
        let hostFlags = hostFlags(flags) | (control == nil ? 0 : Int32(MSG_CMSG_CLOEXEC))
        guard wantsSender else {
            let count = try waiting { ck_recvmsg(fd, &message, hostFlags) }
            return Received(
                byteCount: count, flags: guestFlags(message.msg_flags), controlCount: Int(message.msg_controllen))
        }
        var storage = HostAddressStorage()
        let count = try waiting {
            storage.withPointers { pointer, length in
                message.msg_name = UnsafeMutableRawPointer(pointer)
                message.msg_namelen = length.pointee
                let count = ck_recvmsg(fd, &message, hostFlags)
                length.pointee = message.msg_namelen
                return count
            }
        }
        return Received(
            byteCount: count, flags: guestFlags(message.msg_flags), sender: storage.address,
            controlCount: Int(message.msg_controllen))
    }

    static func hostFlags(_ flags: NetworkABI.MessageFlags) -> Int32 {
        if flags.isEmpty { return 0 }
        var host: Int32 = 0
        for (flag, bit) in messageFlags where flags.contains(flag) { host |= bit }
        return host
    }

    static func guestFlags(_ host: Int32) -> NetworkABI.MessageFlags {
        var flags: NetworkABI.MessageFlags = []
        if host & Int32(MSG_TRUNC) != 0 { flags.insert(.trunc) }
        if host & Int32(MSG_CTRUNC) != 0 { flags.insert(.ctrunc) }
        if host & Int32(MSG_OOB) != 0 { flags.insert(.oob) }
        if host & Int32(MSG_EOR) != 0 { flags.insert(.eor) }
        if host & Int32(MSG_ERRQUEUE) != 0 { flags.insert(.errqueue) }
        return flags
    }

    private static let messageFlags: [(NetworkABI.MessageFlags, Int32)] = [
        (.peek, Int32(MSG_PEEK)), (.waitall, Int32(MSG_WAITALL)),
        (.dontwait, Int32(MSG_DONTWAIT)), (.trunc, Int32(MSG_TRUNC)),
        (.oob, Int32(MSG_OOB)), (.eor, Int32(MSG_EOR)), (.more, Int32(MSG_MORE)),
        (.dontroute, Int32(MSG_DONTROUTE)), (.confirm, Int32(MSG_CONFIRM)),
        (.errqueue, Int32(MSG_ERRQUEUE)), (.fastopen, ck_msg_fastopen), (.probe, ck_msg_probe),
        (.waitforone, ck_msg_waitforone),
    ]
}

// MARK: - Addresses in the system's form

/// Room for any address that the system writes.
private struct HostAddressStorage {
    private var storage = sockaddr_storage()
    private var length = socklen_t(MemoryLayout<sockaddr_storage>.size)

    mutating func withPointers(
        _ body: (UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> Int
    ) -> Int {
        withUnsafeMutablePointer(to: &storage) { storage in
            storage.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                withUnsafeMutablePointer(to: &length) { body(address, $0) }
            }
        }
    }

    /// The address that was written; unspecified when it has no family or one that is not ours.
    var address: SocketAddress {
        withUnsafeBytes(of: storage) { bytes in
            SocketAddress(host: UnsafeRawBufferPointer(rebasing: bytes.prefix(Int(length))))
        }
    }
}

extension SocketAddress {
    /// An address from the system's form of it.
    init(host bytes: UnsafeRawBufferPointer) {
        self = .unspecified
        guard let base = bytes.baseAddress, bytes.count >= MemoryLayout<sa_family_t>.size else { return }
        switch Int32(base.loadUnaligned(as: sa_family_t.self)) {
        case AF_INET where bytes.count >= MemoryLayout<sockaddr_in>.size:
            let address = base.loadUnaligned(as: sockaddr_in.self)
            self = .internet(
                InternetAddress(
                    .v4(UInt32(bigEndian: address.sin_addr.s_addr)), port: UInt16(bigEndian: address.sin_port)))
        case AF_INET6 where bytes.count >= MemoryLayout<sockaddr_in6>.size:
            let address = base.loadUnaligned(as: sockaddr_in6.self)
            self = .internet(
                InternetAddress(
                    withUnsafeBytes(of: address.sin6_addr) { bytes in
                        bytes.baseAddress.map(IPAddress.init(v6Bytes:)) ?? .anyV6
                    },
                    port: UInt16(bigEndian: address.sin6_port), flowInfo: UInt32(bigEndian: address.sin6_flowinfo),
                    scopeID: address.sin6_scope_id))
        case AF_UNIX:
            var path = Array(bytes.dropFirst(MemoryLayout<sa_family_t>.size))
            // A path in the file system is counted with its NUL; an abstract name is counted as it is.
            if path.first != 0, let end = path.firstIndex(of: 0) { path.removeSubrange(end...) }
            self = .local(path)
        default:
            break
        }
    }

    /// Calls `body` with the address in the system's form.
    func withHostAddress<Result, Failure>(
        _ body: (UnsafePointer<sockaddr>, socklen_t) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        switch self {
        case .unspecified:
            var address = sockaddr()
            address.sa_family = sa_family_t(AF_UNSPEC)
            return try pass(address, MemoryLayout<sockaddr>.size, to: body)
        case .internet(let internet):
            return try internet.withHostAddress(body)
        case .local(let path):
            var address = sockaddr_un()
            address.sun_family = sa_family_t(AF_UNIX)
            let count = withUnsafeMutableBytes(of: &address.sun_path) { bytes in
                bytes.copyBytes(from: path.prefix(bytes.count))
                return min(path.count, bytes.count)
            }
            return try pass(address, MemoryLayout<sa_family_t>.size + count, to: body)
        }
    }
}

extension InternetAddress {
    /// Calls `body` with the address in the system's form.
    @inline(__always)
    func withHostAddress<Result, Failure>(
        _ body: (UnsafePointer<sockaddr>, socklen_t) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        switch address {
        case .v4(let bits):
            var host = sockaddr_in()
            host.sin_family = sa_family_t(AF_INET)
            host.sin_port = port.bigEndian
            host.sin_addr.s_addr = bits.bigEndian
            return try pass(host, MemoryLayout<sockaddr_in>.size, to: body)
        case .v6:
            var host = sockaddr_in6()
            host.sin6_family = sa_family_t(AF_INET6)
            host.sin6_port = port.bigEndian
            host.sin6_flowinfo = flowInfo.bigEndian
            host.sin6_scope_id = scopeID
            withUnsafeMutableBytes(of: &host.sin6_addr) { bytes in
                if let base = bytes.baseAddress { address.write(to: base) }
            }
            return try pass(host, MemoryLayout<sockaddr_in6>.size, to: body)
        }
    }
}

@inline(__always)
private func pass<Address, Result, Failure>(
    _ address: Address, _ length: Int, to body: (UnsafePointer<sockaddr>, socklen_t) throws(Failure) -> Result
) throws(Failure) -> Result {
    try withUnsafePointer(to: address) { (pointer) throws(Failure) in
        try body(UnsafeRawPointer(pointer).assumingMemoryBound(to: sockaddr.self), socklen_t(length))
    }
}

/// The system's vector, by a name that files which do not import the C library can say.
typealias Vector = iovec

/// What one call of send has for the system.
struct OutgoingMessage {
    let fd: Int32
    let vectors: UnsafeMutablePointer<Vector>
    let count: Int32
    let flags: NetworkABI.MessageFlags
    /// Control messages in the system's form.
    var control: UnsafeMutableRawBufferPointer?
}
