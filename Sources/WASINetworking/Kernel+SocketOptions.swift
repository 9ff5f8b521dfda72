// SPDX-License-Identifier: Apache-2.0

import Glibc
import WASI

// Socket options in the system's numbers and layouts.

extension Kernel {
    /// Reads an option; its value is in the ABI's terms (errors, families and types are numbered by the ABI).
    static func socketOption(_ fd: Int32, _ option: SocketOption) throws(Errno) -> SocketOptionValue {
        switch option.kind {
        case .int:
            let value: Int32 = try read(fd, option, initial: 0)
            return .int(guestValue(value, of: option))
        case .linger:
            let value: linger = try read(fd, option, initial: linger())
            return .linger(on: value.l_onoff, seconds: value.l_linger)
        case .time:
            let value: timeval = try read(fd, option, initial: timeval())
            let seconds = UInt64(clamping: value.tv_sec).multipliedReportingOverflow(by: 1_000_000_000)
            let (nanoseconds, overflow) = seconds.partialValue.addingReportingOverflow(
                UInt64(clamping: value.tv_usec) * 1000)
            return .time(seconds.overflow || overflow ? .max : nanoseconds)
        case .text:
            var bytes = [UInt8](repeating: 0, count: SocketOptionValue.maximumTextLength)
            var length = socklen_t(bytes.count)
            let (level, name) = hostName(of: option)
            try valueOrErrno { getsockopt(fd, level, name, &bytes, &length) }
            return .text(Array(bytes.prefix(Int(length)).prefix { $0 != 0 }))
        case .credentials:
            return .credentials(try peerCredentials(fd))
        }
    }

    /// Sets an option. The value is of the option's kind.
    static func setSocketOption(_ fd: Int32, _ option: SocketOption, _ value: SocketOptionValue) throws(Errno) {
        switch value {
        case .int(let value):
            try write(fd, option, value)
        case .linger(let on, let seconds):
            try write(fd, option, linger(l_onoff: on, l_linger: seconds))
        case .time(let nanoseconds):
            // Rounded up: a short time must not become 0, which is no limit.
            let microseconds = nanoseconds / 1000 + (nanoseconds % 1000 == 0 ? 0 : 1)
            try write(
                fd, option,
                timeval(tv_sec: Int(microseconds / 1_000_000), tv_usec: Int(microseconds % 1_000_000)))
        case .text(let bytes):
            let (level, name) = hostName(of: option)
            try valueOrErrno { setsockopt(fd, level, name, bytes, socklen_t(bytes.count)) }
        case .credentials:
            throw .noprotoopt
        }
    }

    /// `error`, for a call that the kernel is not asked; but what is no socket is that first.
    static func onSocket(_ fd: Int32, _ error: Errno) throws(Errno) -> Errno {
        _ = try socketOption(fd, .TYPE)
        return error
    }

    private static func read<Value: BitwiseCopyable>(
        _ fd: Int32, _ option: SocketOption, initial: Value
    ) throws(Errno) -> Value {
        var value = initial
        var length = socklen_t(MemoryLayout<Value>.size)
        let (level, name) = hostName(of: option)
        try valueOrErrno { getsockopt(fd, level, name, &value, &length) }
        return value
    }

    private static func write<Value: BitwiseCopyable>(_ fd: Int32, _ option: SocketOption, _ value: Value) throws(Errno)
    {
        var value = value
        let (level, name) = hostName(of: option)
        try valueOrErrno { setsockopt(fd, level, name, &value, socklen_t(MemoryLayout<Value>.size)) }
    }

    /// An integer that the system numbers in its own way, in the ABI's.
    private static func guestValue(_ value: Int32, of option: SocketOption) -> Int32 {
        switch option {
        case .ERROR:
            return value == 0 ? 0 : Int32(Errno(host: value).rawValue)
        case .TYPE:
            if value == Int32(SOCK_STREAM.rawValue) { return NetworkABI.SocketType.stream.rawValue }
            if value == Int32(SOCK_DGRAM.rawValue) { return NetworkABI.SocketType.dgram.rawValue }
            return NetworkABI.SocketType.seqpacket.rawValue
        case .DOMAIN:
            switch value {
            case AF_INET: return Int32(NetworkABI.Family.inet.rawValue)
            case AF_INET6: return Int32(NetworkABI.Family.inet6.rawValue)
            case AF_UNIX: return Int32(NetworkABI.Family.unix.rawValue)
            default: return Int32(NetworkABI.Family.unspecified.rawValue)
            }
        default:
            return value
        }
    }

    /// The system's level and number of an option.
    private static func hostName(of option: SocketOption) -> (level: Int32, name: Int32) {
        let tcp = Int32(IPPROTO_TCP), ip = Int32(IPPROTO_IP), ipv6 = Int32(IPPROTO_IPV6)
        return switch option {
        case .ERROR: (SOL_SOCKET, SO_ERROR)
        case .TYPE: (SOL_SOCKET, SO_TYPE)
        case .DOMAIN: (SOL_SOCKET, SO_DOMAIN)
        case .PROTOCOL: (SOL_SOCKET, SO_PROTOCOL)
        case .ACCEPTCONN: (SOL_SOCKET, SO_ACCEPTCONN)
        case .REUSEADDR: (SOL_SOCKET, SO_REUSEADDR)
        case .REUSEPORT: (SOL_SOCKET, SO_REUSEPORT)
        case .KEEPALIVE: (SOL_SOCKET, SO_KEEPALIVE)
        case .BROADCAST: (SOL_SOCKET, SO_BROADCAST)
        case .LINGER: (SOL_SOCKET, SO_LINGER)
        case .OOBINLINE: (SOL_SOCKET, SO_OOBINLINE)
        case .SNDBUF: (SOL_SOCKET, SO_SNDBUF)
        case .RCVBUF: (SOL_SOCKET, SO_RCVBUF)
        case .SNDTIMEO: (SOL_SOCKET, SO_SNDTIMEO)
        case .RCVTIMEO: (SOL_SOCKET, SO_RCVTIMEO)
        case .RCVLOWAT: (SOL_SOCKET, SO_RCVLOWAT)
        case .SNDLOWAT: (SOL_SOCKET, SO_SNDLOWAT)
        case .DONTROUTE: (SOL_SOCKET, SO_DONTROUTE)
        case .PRIORITY: (SOL_SOCKET, SO_PRIORITY)
        case .PASSCRED: (SOL_SOCKET, SO_PASSCRED)
        case .PEERCRED: (SOL_SOCKET, SO_PEERCRED)
        case .TIMESTAMP: (SOL_SOCKET, SO_TIMESTAMP)
        case .TIMESTAMPNS: (SOL_SOCKET, SO_TIMESTAMPNS)
        case .TCP_NODELAY: (tcp, TCP_NODELAY)
        case .TCP_MAXSEG: (tcp, TCP_MAXSEG)
        case .TCP_CORK: (tcp, TCP_CORK)
        case .TCP_KEEPIDLE: (tcp, TCP_KEEPIDLE)
        case .TCP_KEEPINTVL: (tcp, TCP_KEEPINTVL)
        case .TCP_KEEPCNT: (tcp, TCP_KEEPCNT)
        case .TCP_SYNCNT: (tcp, TCP_SYNCNT)
        case .TCP_LINGER2: (tcp, TCP_LINGER2)
        case .TCP_DEFER_ACCEPT: (tcp, TCP_DEFER_ACCEPT)
        case .TCP_WINDOW_CLAMP: (tcp, TCP_WINDOW_CLAMP)
        case .TCP_QUICKACK: (tcp, TCP_QUICKACK)
        case .TCP_CONGESTION: (tcp, TCP_CONGESTION)
        case .TCP_USER_TIMEOUT: (tcp, TCP_USER_TIMEOUT)
        case .TCP_FASTOPEN: (tcp, TCP_FASTOPEN)
        case .TCP_FASTOPEN_CONNECT: (tcp, TCP_FASTOPEN_CONNECT)
        case .TCP_NOTSENT_LOWAT: (tcp, TCP_NOTSENT_LOWAT)
        case .IP_TTL: (ip, IP_TTL)
        case .IP_TOS: (ip, IP_TOS)
        case .IP_MULTICAST_TTL: (ip, IP_MULTICAST_TTL)
        case .IP_MULTICAST_LOOP: (ip, IP_MULTICAST_LOOP)
        case .IP_MTU_DISCOVER: (ip, IP_MTU_DISCOVER)
        case .IP_MTU: (ip, IP_MTU)
        case .IP_BIND_ADDRESS_NO_PORT: (ip, IP_BIND_ADDRESS_NO_PORT)
        case .IP_FREEBIND: (ip, IP_FREEBIND)
        case .IP_PKTINFO: (ip, IP_PKTINFO)
        case .IP_RECVTTL: (ip, IP_RECVTTL)
        case .IP_RECVTOS: (ip, IP_RECVTOS)
        case .IP_RECVERR: (ip, IP_RECVERR)
        case .IPV6_V6ONLY: (ipv6, IPV6_V6ONLY)
        case .IPV6_UNICAST_HOPS: (ipv6, IPV6_UNICAST_HOPS)
        case .IPV6_MULTICAST_HOPS: (ipv6, IPV6_MULTICAST_HOPS)
        case .IPV6_MULTICAST_LOOP: (ipv6, IPV6_MULTICAST_LOOP)
        case .IPV6_MULTICAST_IF: (ipv6, IPV6_MULTICAST_IF)
        case .IPV6_TCLASS: (ipv6, IPV6_TCLASS)
        case .IPV6_MTU_DISCOVER: (ipv6, IPV6_MTU_DISCOVER)
        case .IPV6_MTU: (ipv6, IPV6_MTU)
        case .IPV6_RECVPKTINFO: (ipv6, IPV6_RECVPKTINFO)
        case .IPV6_RECVHOPLIMIT: (ipv6, IPV6_RECVHOPLIMIT)
        case .IPV6_RECVTCLASS: (ipv6, IPV6_RECVTCLASS)
        case .IPV6_RECVERR: (ipv6, IPV6_RECVERR)
        }
    }
}
