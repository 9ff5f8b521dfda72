// SPDX-License-Identifier: Apache-2.0

import CKernel
import Glibc
import WASI

// Socket options in the system's numbers and layouts. Lengths go to the kernel as they are, so that its rules hold about
// which are enough.

extension Kernel {
    /// The option that has this code on the wire.
    static func socketOption(code: UInt32) -> SocketOption? {
        guard let row = ck_socket_option(code)?.pointee else { return nil }
        return SocketOption(
            code: code, name: String(cString: row.name), kind: .init(row.kind), isReadable: row.access & 1 != 0,
            isSettable: row.access & 2 != 0, level: row.level, number: row.option)
    }

    /// Reads an option into the guest's `room`, which for filters says what is asked. Returns how much is written.
    static func readSocketOption(
        _ fd: Int32, _ option: SocketOption, into room: UnsafeMutableRawBufferPointer
    ) throws(Errno) -> Int {
        switch option.kind {
        case .filter4, .filter: return try readFilter(fd, option, room)
        case .code:
            let value: Int32 = try value(fd, option, initial: 0)
            return copy(guestCode(value, of: option).littleEndian, to: room)
        case .time:
            let time: timeval = try value(fd, option, initial: timeval())
            let seconds = UInt64(clamping: time.tv_sec).multipliedReportingOverflow(by: 1_000_000_000)
            let (nanoseconds, overflow) = seconds.partialValue.addingReportingOverflow(
                UInt64(clamping: time.tv_usec) * 1000)
            return copy((seconds.overflow || overflow ? .max : nanoseconds).littleEndian, to: room)
        case .credentials:
            let bytes = try peerCredentials(fd).bytes.prefix(room.count)
            room.copyBytes(from: bytes)
            return bytes.count
        default:
            var bytes = [UInt8](repeating: 0, count: SocketOption.maximumLength)
            let length = try read(fd, option, &bytes, socklen_t(min(room.count, bytes.count)))
            room.copyBytes(from: bytes.prefix(length))
            return min(length, room.count)
        }
    }

    /// Sets an option of a kind whose value is the same to the system. EINVAL: `value` is too short.
    static func setSocketOption(_ fd: Int32, _ option: SocketOption, _ value: [UInt8]) throws(Errno) {
        // Of level IPPROTO_IP the kernel reads a byte even where the length is 0.
        try write(fd, option, value.isEmpty ? [0] : value, length: value.count)
    }

    /// Sets a time.
    static func setSocketOption(_ fd: Int32, _ option: SocketOption, nanoseconds: UInt64) throws(Errno) {
        // Rounded up: a short time must not become 0, which is no limit.
        let microseconds = nanoseconds / 1000 + (nanoseconds % 1000 == 0 ? 0 : 1)
        let time = timeval(tv_sec: Int(microseconds / 1_000_000), tv_usec: Int(microseconds % 1_000_000))
        try write(fd, option, [time])
    }

    /// Joins or leaves a group, or hears or ignores a source.
    static func setSocketOption(_ fd: Int32, _ option: SocketOption, _ value: MulticastMembership) throws(Errno) {
        switch option.kind {
        case .mreqSource:
            try write(
                fd, option,
                [
                    ip_mreq_source(
                        imr_multiaddr: hostIPv4(value.group), imr_interface: value.hostInterface,
                        imr_sourceaddr: hostIPv4(value.source))
                ])
        case .mreq6:
            // struct ipv6_mreq: the group and the interface.
            var words: [UInt32] = [0, 0, 0, 0]
            if case .v6? = value.group?.address {
                words.withUnsafeMutableBytes { bytes in
                    if let base = bytes.baseAddress { value.group?.address.write(to: base) }
                }
            }
            try write(fd, option, words + [value.interface])
        case .group:
            try write(
                fd, option, [group_req(gr_interface: value.interface, gr_group: hostStorage(value.group))])
        case .groupSource:
            try write(
                fd, option,
                [
                    group_source_req(
                        gsr_interface: value.interface, gsr_group: hostStorage(value.group),
                        gsr_source: hostStorage(value.source))
                ])
        default:
            try write(
                fd, option,
                [
                    ip_mreqn(
                        imr_multiaddr: hostIPv4(value.group), imr_address: value.hostInterface,
                        imr_ifindex: Int32(bitPattern: value.interface))
                ])
        }
    }

    /// Sets which sources of a group are heard.
    static func setSocketOption(_ fd: Int32, _ option: SocketOption, _ value: MulticastFilter) throws(Errno) {
        try write(fd, option, hostFilter(option, value))
    }

    /// `SO_TYPE`, in the ABI's numbers. ENOTSOCK.
    static func socketType(_ fd: Int32) throws(Errno) -> NetworkABI.SocketType {
        guestType(try socketOption(fd, SO_TYPE))
    }

    /// An integer of SOL_SOCKET's, by the system's number of it. ENOTSOCK.
    static func socketOption(_ fd: Int32, _ name: Int32) throws(Errno) -> Int32 {
        var value: Int32 = 0
        var length = socklen_t(MemoryLayout<Int32>.size)
        try valueOrErrno { getsockopt(fd, SOL_SOCKET, name, &value, &length) }
        return value
    }

    /// `error`, for a call that the kernel is not asked; but what is no socket is that first.
    static func onSocket(_ fd: Int32, _ error: Errno) throws(Errno) -> Errno {
        _ = try socketType(fd)
        return error
    }

    /// Gives up this process's privileges over the network: options that take one then fail as for any user. Before
    /// there are other threads, which keep theirs. With `keepsRawSockets` what those take stays at hand for making them.
    package static func dropNetworkPrivileges(keepsRawSockets: Bool) { ck_drop_network_privileges(keepsRawSockets) }

    // MARK: Calls

    private static func read(
        _ fd: Int32, _ option: SocketOption, _ bytes: inout [UInt8], _ room: socklen_t
    ) throws(Errno) -> Int {
        var length = room
        try valueOrErrno { getsockopt(fd, option.level, option.number, &bytes, &length) }
        return min(Int(length), bytes.count)
    }

    private static func value<Value: BitwiseCopyable>(
        _ fd: Int32, _ option: SocketOption, initial: Value
    ) throws(Errno) -> Value {
        var value = initial
        var length = socklen_t(MemoryLayout<Value>.size)
        try valueOrErrno { getsockopt(fd, option.level, option.number, &value, &length) }
        return value
    }

    private static func write<Value: BitwiseCopyable>(
        _ fd: Int32, _ option: SocketOption, _ value: [Value], length: Int? = nil
    ) throws(Errno) {
        let length = socklen_t(clamping: length ?? MemoryLayout<Value>.stride * value.count)
        try valueOrErrno { setsockopt(fd, option.level, option.number, value, length) }
    }

    private static func copy<Value: BitwiseCopyable>(_ value: Value, to room: UnsafeMutableRawBufferPointer) -> Int {
        withUnsafeBytes(of: value) { bytes in
            let count = min(bytes.count, room.count)
            room.copyBytes(from: bytes.prefix(count))
            return count
        }
    }

    // MARK: Numbers

    private static func guestType(_ value: Int32) -> NetworkABI.SocketType {
        if value == Int32(SOCK_STREAM.rawValue) { return .stream }
        if value == Int32(SOCK_DGRAM.rawValue) { return .dgram }
        if value == Int32(SOCK_RAW.rawValue) { return .raw }
        return .seqpacket
    }

    /// An integer that the system numbers in its own way, in the ABI's.
    private static func guestCode(_ value: Int32, of option: SocketOption) -> Int32 {
        switch option.code {
        case SocketOption.errorCode: value == 0 ? 0 : Int32(Errno(host: value).rawValue)
        case SocketOption.typeCode: guestType(value).rawValue
        default:
            switch value {
            case AF_INET: Int32(NetworkABI.Family.inet.rawValue)
            case AF_INET6: Int32(NetworkABI.Family.inet6.rawValue)
            case AF_UNIX: Int32(NetworkABI.Family.unix.rawValue)
            default: Int32(NetworkABI.Family.unspecified.rawValue)
            }
        }
    }

    // MARK: Structures

    /// The bytes of an ip_msfilter or a group_filter.
    private static func hostFilter(_ option: SocketOption, _ value: MulticastFilter) -> [UInt8] {
        var bytes: [UInt8] = []
        func append<T: BitwiseCopyable>(_ value: T) { withUnsafeBytes(of: value) { bytes += $0 } }
        if option.kind == .filter4 {
            append(hostIPv4(value.membership.group))
            append(value.membership.hostInterface)
        } else {
            append(value.membership.interface)
            append(0 as UInt32)
            append(hostStorage(value.membership.group))
        }
        append(value.mode)
        append(value.count)
        for source in value.sources {
            if option.kind == .filter4 { append(hostIPv4(source)) } else { append(hostStorage(source)) }
        }
        return bytes
    }

    private static func readFilter(
        _ fd: Int32, _ option: SocketOption, _ room: UnsafeMutableRawBufferPointer
    ) throws(Errno) -> Int {
        guard var filter = try MulticastFilter(UnsafeRawBufferPointer(room), hasSources: false) else {
            var none: [UInt8] = [0]
            return try read(fd, option, &none, 0)
        }
        let each = option.kind == .filter4 ? MemoryLayout<in_addr>.size : MemoryLayout<sockaddr_storage>.size
        let head = hostFilter(option, filter)
        var bytes = head + [UInt8](repeating: 0, count: Int(filter.count) * each)
        let length = try read(fd, option, &bytes, socklen_t(clamping: bytes.count))
        bytes.withUnsafeBytes { bytes in
            filter.mode = bytes.loadUnaligned(fromByteOffset: head.count - 8, as: UInt32.self)
            filter.count = bytes.loadUnaligned(fromByteOffset: head.count - 4, as: UInt32.self)
            for start in stride(from: head.count, to: length, by: each) where bytes.count - start >= each {
                let source = UnsafeRawBufferPointer(rebasing: bytes[start..<start + each])
                if option.kind == .filter4 {
                    let address = UInt32(bigEndian: source.loadUnaligned(as: UInt32.self))
                    filter.sources.append(InternetAddress(.v4(address), port: 0))
                } else if case .internet(let address) = SocketAddress(host: source) {
                    filter.sources.append(address)
                } else {
                    filter.sources.append(nil)
                }
            }
        }
        return filter.write(to: room)
    }

    private static func hostIPv4(_ address: InternetAddress?) -> in_addr {
        guard case .v4(let bits)? = address?.address else { return in_addr() }
        return in_addr(s_addr: bits.bigEndian)
    }

    private static func hostStorage(_ address: InternetAddress?) -> sockaddr_storage {
        var storage = sockaddr_storage()
        guard let address else { return storage }
        withUnsafeMutableBytes(of: &storage) { storage in
            SocketAddress.internet(address).withHostAddress { pointer, length in
                storage.copyBytes(from: UnsafeRawBufferPointer(start: pointer, count: Int(length)))
            }
        }
        return storage
    }
}

extension MulticastMembership {
    fileprivate var hostInterface: in_addr { in_addr(s_addr: interfaceAddress.bigEndian) }
}

extension SocketOption.Kind {
    fileprivate init(_ kind: ck_option_kind) {
        self =
            switch kind {
            case CK_OPTION_CODE: .code
            case CK_OPTION_LINGER: .linger
            case CK_OPTION_TIME: .time
            case CK_OPTION_CREDENTIALS: .credentials
            case CK_OPTION_TEXT: .text
            case CK_OPTION_BYTES: .bytes
            case CK_OPTION_U64: .u64
            case CK_OPTION_INTERFACE: .interface
            case CK_OPTION_MREQ: .mreq
            case CK_OPTION_MREQ_SOURCE: .mreqSource
            case CK_OPTION_MREQ6: .mreq6
            case CK_OPTION_GROUP: .group
            case CK_OPTION_GROUP_SOURCE: .groupSource
            case CK_OPTION_FILTER4: .filter4
            case CK_OPTION_FILTER: .filter
            default: .int
            }
    }
}
