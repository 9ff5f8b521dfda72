// SPDX-License-Identifier: Apache-2.0

// The socket options: the rows of include/wasi/socket_options.h (a test compares the two). What an option is called
// by the system is in Kernel+SocketOptions.swift.

/// A socket option; the raw value is its code on the wire.
enum SocketOption: UInt32, CaseIterable {
    case ERROR = 1
    case TYPE = 2
    case DOMAIN = 3
    case PROTOCOL = 4
    case ACCEPTCONN = 5
    case REUSEADDR = 6
    case REUSEPORT = 7
    case KEEPALIVE = 8
    case BROADCAST = 9
    case LINGER = 10
    case OOBINLINE = 11
    case SNDBUF = 12
    case RCVBUF = 13
    case SNDTIMEO = 14
    case RCVTIMEO = 15
    case RCVLOWAT = 16
    case SNDLOWAT = 17
    case DONTROUTE = 18
    case PRIORITY = 19
    case PASSCRED = 20
    case PEERCRED = 21
    case TIMESTAMP = 22
    case TIMESTAMPNS = 23
    case TCP_NODELAY = 32
    case TCP_MAXSEG = 33
    case TCP_CORK = 34
    case TCP_KEEPIDLE = 35
    case TCP_KEEPINTVL = 36
    case TCP_KEEPCNT = 37
    case TCP_SYNCNT = 38
    case TCP_LINGER2 = 39
    case TCP_DEFER_ACCEPT = 40
    case TCP_WINDOW_CLAMP = 41
    case TCP_QUICKACK = 42
    case TCP_CONGESTION = 43
    case TCP_USER_TIMEOUT = 44
    case TCP_FASTOPEN = 45
    case TCP_FASTOPEN_CONNECT = 46
    case TCP_NOTSENT_LOWAT = 47
    case IP_TTL = 64
    case IP_TOS = 65
    case IP_MULTICAST_TTL = 66
    case IP_MULTICAST_LOOP = 67
    case IP_MTU_DISCOVER = 68
    case IP_MTU = 69
    case IP_BIND_ADDRESS_NO_PORT = 70
    case IP_FREEBIND = 71
    case IP_PKTINFO = 72
    case IP_RECVTTL = 73
    case IP_RECVTOS = 74
    case IP_RECVERR = 75
    case IPV6_V6ONLY = 96
    case IPV6_UNICAST_HOPS = 97
    case IPV6_MULTICAST_HOPS = 98
    case IPV6_MULTICAST_LOOP = 99
    case IPV6_MULTICAST_IF = 100
    case IPV6_TCLASS = 101
    case IPV6_MTU_DISCOVER = 102
    case IPV6_MTU = 103
    case IPV6_RECVPKTINFO = 104
    case IPV6_RECVHOPLIMIT = 105
    case IPV6_RECVTCLASS = 106
    case IPV6_RECVERR = 107

    /// How a value crosses.
    enum Kind {
        /// `int32_t`
        case int
        /// `{ int32_t on; int32_t seconds; }`
        case linger
        /// `uint64_t` nanoseconds, 0 for no limit.
        case time
        /// Bytes without a terminating NUL, at most 64.
        case text
        /// `__wasi_net_credentials_t`, only to be read.
        case credentials
    }

    /// How the value of this option crosses.
    var kind: Kind {
        switch self {
        case .LINGER: .linger
        case .SNDTIMEO, .RCVTIMEO: .time
        case .TCP_CONGESTION: .text
        case .PEERCRED: .credentials
        default: .int
        }
    }

    /// Whether it can only be read.
    var isReadOnly: Bool {
        switch self {
        case .ERROR, .TYPE, .DOMAIN, .PROTOCOL, .ACCEPTCONN, .SNDLOWAT, .PEERCRED, .IP_MTU: true
        default: false
        }
    }
}

/// The value of a socket option, in the ABI's terms.
enum SocketOptionValue: Equatable {
    case int(Int32)
    case linger(on: Int32, seconds: Int32)
    /// Nanoseconds; 0 is no limit.
    case time(UInt64)
    case text([UInt8])
    case credentials(Credentials)

    /// The longest text.
    static let maximumTextLength = 64

    /// Reads a value of a kind; nil when `bytes` is not of the kind's length.
    init?(_ kind: SocketOption.Kind, bytes: UnsafeRawBufferPointer) {
        switch kind {
        case .int:
            guard bytes.count == 4 else { return nil }
            self = .int(Int32(littleEndian: bytes.loadUnaligned(as: Int32.self)))
        case .linger:
            guard bytes.count == 8 else { return nil }
            self = .linger(
                on: Int32(littleEndian: bytes.loadUnaligned(as: Int32.self)),
                seconds: Int32(littleEndian: bytes.loadUnaligned(fromByteOffset: 4, as: Int32.self)))
        case .time:
            guard bytes.count == 8 else { return nil }
            self = .time(UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self)))
        case .text:
            guard (1...SocketOptionValue.maximumTextLength).contains(bytes.count) else { return nil }
            self = .text(Array(bytes))
        case .credentials:
            return nil
        }
    }

    /// The value's bytes.
    var bytes: [UInt8] {
        switch self {
        case .int(let value): return withUnsafeBytes(of: value.littleEndian) { Array($0) }
        case .linger(let on, let seconds):
            return withUnsafeBytes(of: (on.littleEndian, seconds.littleEndian)) { Array($0) }
        case .time(let value): return withUnsafeBytes(of: value.littleEndian) { Array($0) }
        case .text(let bytes): return bytes
        case .credentials(let credentials): return credentials.bytes
        }
    }
}
