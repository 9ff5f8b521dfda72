// SPDX-License-Identifier: Apache-2.0

import CKernel
import Glibc
import WASI

// Control messages in the system's form.

/// Room for the control messages of one call.
final class ControlRoom {
    let bytes: UnsafeMutableRawBufferPointer

    /// By default more than everything that one message brings: Linux sends at most 253 descriptors.
    init(byteCount: Int = 4096) { bytes = .allocate(byteCount: byteCount, alignment: 16) }

    deinit { bytes.deallocate() }
}

/// Writes control messages in the system's form.
struct HostControlWriter {
    private let buffer: UnsafeMutableRawBufferPointer
    private var count = 0
    private static let alignment = MemoryLayout<Int>.size

    /// How much room the messages take at most that are in `count` bytes of records: a head of 12
    /// becomes one of 16, and data is padded to 8.
    static func room(forRecords count: Int) -> Int { 2 * count + 64 }

    /// Writes into `buffer`, which is aligned as an Int.
    init(_ buffer: UnsafeMutableRawBufferPointer) {
        buffer.initializeMemory(as: UInt8.self, repeating: 0)
        self.buffer = buffer
    }

    /// What was written.
    var bytes: UnsafeMutableRawBufferPointer { UnsafeMutableRawBufferPointer(rebasing: buffer[..<count]) }

    /// Writes a message of `count` descriptors, and gives their places. Nil: there is no room.
    mutating func appendRights(_ count: Int) -> UnsafeMutableRawBufferPointer? {
        append(SOL_SOCKET, Int32(SCM_RIGHTS), byteCount: count * MemoryLayout<Int32>.size)
    }

    /// Writes a message that the system answers with EINVAL, or with EBADF if that is the error, if it looks at those of a
    /// kind.
    mutating func appendWrong(_ kind: NetworkABI.ControlKind?, _ error: Errno) {
        switch kind {
        case .rights where error == .badf: append(SOL_SOCKET, Int32(SCM_RIGHTS), [Int32(-1)])
        case .ipTTL, .ipTOS, .ipPacketInfo: append(Int32(IPPROTO_IP), IP_TTL, [UInt8(0)])
        case .ipv6HopLimit, .ipv6TrafficClass, .ipv6FlowInfo, .ipv6PacketInfo:
            append(Int32(IPPROTO_IPV6), IPV6_HOPLIMIT, [UInt8(0)])
        default: append(SOL_SOCKET, Int32.max, [Int32(0)])
        }
    }

    mutating func append(_ message: ControlMessage) {
        let ip = Int32(IPPROTO_IP), ipv6 = Int32(IPPROTO_IPV6)
        switch message {
        case .credentials:
            append(SOL_SOCKET, ck_scm_credentials, [ck_credentials(pid: getpid(), uid: getuid(), gid: getgid())])
        case .ipPacketInfo(let interface, let local, let destination):
            append(ip, IP_PKTINFO, [interface, local.bigEndian, destination.bigEndian])
        case .ipv6PacketInfo(let address, let interface):
            var words: [UInt32] = [0, 0, 0, 0]
            words.withUnsafeMutableBytes { bytes in if let base = bytes.baseAddress { address.write(to: base) } }
            append(ipv6, IPV6_PKTINFO, words + [interface])
        case .ipTTL(let value): append(ip, IP_TTL, [value])
        case .ipTOS(let value): append(ip, IP_TOS, [value])
        case .ipv6HopLimit(let value): append(ipv6, IPV6_HOPLIMIT, [value])
        case .ipv6TrafficClass(let value): append(ipv6, IPV6_TCLASS, [value])
        case .udpSegment(let size): append(Int32(IPPROTO_UDP), ck_udp_segment, [size])
        case .ipv6FlowInfo(let value): append(ipv6, ck_ipv6_flowinfo, [value.bigEndian])
        case .timestamp, .timestampNanoseconds, .timestamping, .ipError, .ipv6Error, .udpGRO, .dropped,
            .ipOriginalAddress, .ipv6OriginalAddress, .ipOptions, .ipReturnOptions:
            break
        }
    }

    private mutating func append<T: BitwiseCopyable>(_ level: Int32, _ type: Int32, _ data: [T]) {
        data.withUnsafeBytes { append(level, type, byteCount: $0.count)?.copyMemory(from: $0) }
    }

    private mutating func append(_ level: Int32, _ type: Int32, byteCount: Int) -> UnsafeMutableRawBufferPointer? {
        let start = count
        let length = MemoryLayout<cmsghdr>.size + byteCount
        let end = start + (length + Self.alignment - 1) & ~(Self.alignment - 1)
        guard end <= buffer.count else { return nil }
        var head = cmsghdr()
        (head.cmsg_len, head.cmsg_level, head.cmsg_type) = (length, level, type)
        buffer.storeBytes(of: head, toByteOffset: start, as: cmsghdr.self)
        count = end
        return UnsafeMutableRawBufferPointer(rebasing: buffer[start + MemoryLayout<cmsghdr>.size..<start + length])
    }
}

/// What the system wrote as control messages, those that there is no record for left out.
struct HostControlReader {
    enum Item {
        /// Descriptors: Int32s, of the host's.
        case rights(UnsafeRawBufferPointer)
        case message(ControlMessage)
    }

    private let bytes: UnsafeRawBufferPointer
    private var offset = 0

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    mutating func next() -> Item? {
        let headSize = MemoryLayout<cmsghdr>.size
        while bytes.count - offset >= headSize {
            let head = bytes.loadUnaligned(fromByteOffset: offset, as: cmsghdr.self)
            let length = Int(head.cmsg_len)
            guard length >= headSize, length <= bytes.count - offset else { return nil }
            let data = UnsafeRawBufferPointer(rebasing: bytes[offset + headSize..<offset + length])
            offset += (length + MemoryLayout<Int>.size - 1) & ~(MemoryLayout<Int>.size - 1)
            if head.cmsg_level == SOL_SOCKET, head.cmsg_type == Int32(SCM_RIGHTS) { return .rights(data) }
            if let message = ControlMessage(host: head, data) { return .message(message) }
        }
        return nil
    }
}

extension Credentials {
    /// From the system's form: what is this process's own is told so.
    init(host: ck_credentials) {
        process = host.pid == getpid() ? nil : ck_process_name(host.pid)
        user = host.uid == getuid() ? nil : host.uid
        group = host.gid == getgid() ? nil : host.gid
    }
}

extension Kernel {
    /// SO_PEERCRED.
    static func peerCredentials(_ fd: Int32) throws(Errno) -> Credentials {
        var value = ck_credentials()
        var length = socklen_t(MemoryLayout<ck_credentials>.size)
        try valueOrErrno { getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &value, &length) }
        return Credentials(host: value)
    }

    /// Whether the next byte is behind urgent data (SIOCATMARK).
    static func isAtMark(_ fd: Int32) throws(Errno) -> Bool {
        var value: Int32 = 0
        try valueOrErrno { ck_at_mark(fd, &value) }
        return value != 0
    }
}

extension ControlMessage {
    /// From the system's form; nil for one that there is no record for.
    fileprivate init?(host head: cmsghdr, _ data: UnsafeRawBufferPointer) {
        func value<T: BitwiseCopyable>(_ type: T.Type, at offset: Int = 0) -> T? {
            data.count - offset >= MemoryLayout<T>.size ? data.loadUnaligned(fromByteOffset: offset, as: T.self) : nil
        }
        let ip = Int32(IPPROTO_IP), ipv6 = Int32(IPPROTO_IPV6)
        switch (head.cmsg_level, head.cmsg_type) {
        case (SOL_SOCKET, ck_scm_credentials):
            guard let host = value(ck_credentials.self) else { return nil }
            self = .credentials(Credentials(host: host))
        case (SOL_SOCKET, SO_TIMESTAMP):
            guard let time = value(timeval.self) else { return nil }
            self = .timestamp(seconds: Int64(time.tv_sec), nanoseconds: UInt32(truncatingIfNeeded: time.tv_usec &* 1000))
        case (SOL_SOCKET, SO_TIMESTAMPNS):
            guard let time = value(timespec.self) else { return nil }
            self = .timestampNanoseconds(
                seconds: Int64(time.tv_sec), nanoseconds: UInt32(truncatingIfNeeded: time.tv_nsec))
        case (ip, IP_PKTINFO):
            guard let info = value(in_pktinfo.self) else { return nil }
            self = .ipPacketInfo(
                interface: UInt32(bitPattern: info.ipi_ifindex), local: UInt32(bigEndian: info.ipi_spec_dst.s_addr),
                destination: UInt32(bigEndian: info.ipi_addr.s_addr))
        case (ipv6, IPV6_PKTINFO):
            guard let interface = value(UInt32.self, at: 16), let base = data.baseAddress else { return nil }
            self = .ipv6PacketInfo(address: IPAddress(v6Bytes: base), interface: interface)
        case (ip, IP_TTL):
            guard let hops = value(Int32.self) else { return nil }
            self = .ipTTL(hops)
        case (ip, IP_TOS):
            guard let service = data.first else { return nil }
            self = .ipTOS(Int32(service))
        case (ipv6, IPV6_HOPLIMIT):
            guard let hops = value(Int32.self) else { return nil }
            self = .ipv6HopLimit(hops)
        case (ipv6, IPV6_TCLASS):
            guard let service = value(Int32.self) else { return nil }
            self = .ipv6TrafficClass(service)
        case (ip, IP_RECVERR):
            guard let error = QueuedError(host: data) else { return nil }
            self = .ipError(error)
        case (ipv6, IPV6_RECVERR):
            guard let error = QueuedError(host: data) else { return nil }
            self = .ipv6Error(error)
        case (Int32(IPPROTO_UDP), ck_udp_gro):
            guard let size = value(Int32.self) else { return nil }
            self = .udpGRO(size)
        case (SOL_SOCKET, SO_RXQ_OVFL):
            guard let count = value(UInt32.self) else { return nil }
            self = .dropped(count)
        case (SOL_SOCKET, SO_TIMESTAMPING):
            self = .timestamping(
                (0..<3).compactMap { index in
                    value(timespec.self, at: index * MemoryLayout<timespec>.stride).map {
                        TimeStamp(seconds: Int64($0.tv_sec), nanoseconds: UInt32(truncatingIfNeeded: $0.tv_nsec))
                    }
                })
        case (ip, IP_ORIGDSTADDR), (ipv6, IPV6_ORIGDSTADDR):
            guard case .internet(let address) = SocketAddress(host: data) else { return nil }
            self = head.cmsg_level == ip ? .ipOriginalAddress(address) : .ipv6OriginalAddress(address)
        case (ipv6, ck_ipv6_flowinfo):
            guard let flow = value(UInt32.self) else { return nil }
            self = .ipv6FlowInfo(UInt32(bigEndian: flow))
        case (ip, IP_RECVOPTS): self = .ipOptions(Array(data))
        case (ip, IP_RETOPTS): self = .ipReturnOptions(Array(data))
        default:
            return nil
        }
    }
}

extension QueuedError {
    /// From a sock_extended_err with the offender's address behind it.
    fileprivate init?(host data: UnsafeRawBufferPointer) {
        let size = MemoryLayout<ck_queued_error>.size
        guard data.count >= size else { return nil }
        let value = data.loadUnaligned(as: ck_queued_error.self)
        error = value.error == 0 ? .success : Errno(host: Int32(truncatingIfNeeded: value.error))
        (origin, type, code, info, self.data) = (value.origin, value.type, value.code, value.info, value.data)
        if case .internet(let address) = SocketAddress(host: UnsafeRawBufferPointer(rebasing: data[size...])) {
            offender = address
        }
    }
}
