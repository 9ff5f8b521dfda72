// SPDX-License-Identifier: Apache-2.0

// What a network permits: a pure function of the rules, the address and the names it was found under.

/// A transport protocol that rules tell apart.
public enum TransportProtocol: String, Sendable, Hashable {
    /// Connections of TCP.
    case tcp
    /// Datagrams of UDP.
    case udp
    /// Datagrams of ICMP and ICMPv6 (`SOCK_DGRAM`): echo requests and their answers.
    case icmp
    /// Packets of any protocol (`SOCK_RAW`).
    case raw

    /// Whether rules say ports.
    var hasPorts: Bool { self == .tcp || self == .udp }
    /// What `connect` and, of datagrams, `send` is.
    var sending: NetworkUse {
        switch self {
        case .tcp: .tcpConnect
        case .udp: .udpSend
        case .icmp: .icmpSend
        case .raw: .rawSend
        }
    }
    /// What `bind` is.
    var binding: NetworkUse {
        switch self {
        case .tcp: .tcpBind
        case .udp: .udpBind
        case .icmp: .icmpBind
        case .raw: .rawBind
        }
    }
}

/// What an address is about to be used for. The raw values are `__WASI_NET_USE_*`.
public enum NetworkUse: UInt32, Sendable, Hashable, CaseIterable {
    /// The address is the peer's, given to `connect`.
    case tcpConnect = 0
    /// The address is local: the one given to `bind`, or, where `listen` finds the socket unbound, the one that it
    /// would be bound to.
    case tcpBind = 1
    /// The address is the peer's, given to `sendto`, `sendmsg` or `connect`. The implicit bind of an unbound
    /// datagram socket to a free port is part of this use.
    case udpSend = 2
    /// The address is local, given to `bind`.
    case udpBind = 3
    /// The address is that of a multicast group that a socket becomes a member of; the port is the socket's, or 0 while it
    /// is not bound.
    case udpJoin = 4
    /// As `udpSend`, for ICMP; ports mean nothing.
    case icmpSend = 5
    /// As `udpBind`, for ICMP.
    case icmpBind = 6
    /// As `udpSend`, for packets of any protocol.
    case rawSend = 7
    /// As `udpBind`, for packets of any protocol.
    case rawBind = 8

    /// The protocol whose rules decide.
    public var transport: TransportProtocol {
        switch self {
        case .tcpConnect, .tcpBind: .tcp
        case .udpSend, .udpBind, .udpJoin: .udp
        case .icmpSend, .icmpBind: .icmp
        case .rawSend, .rawBind: .raw
        }
    }

    /// Whether the address is the peer's (outbound rules decide) rather than local (inbound rules do).
    public var isOutbound: Bool {
        switch self {
        case .tcpConnect, .udpSend, .icmpSend, .rawSend: true
        case .tcpBind, .udpBind, .udpJoin, .icmpBind, .rawBind: false
        }
    }
}

/// An address and a port, as rules see them.
public struct Endpoint: Hashable, Sendable {
    /// The address.
    public var address: IPAddress
    /// The port, as a number.
    public var port: UInt16

    /// An endpoint from its parts.
    public init(_ address: IPAddress, _ port: UInt16) {
        self.address = address
        self.port = port
    }
}

extension Endpoint: CustomStringConvertible {
    /// `192.0.2.1:80` or `[2001:db8::1]:80`.
    public var description: String {
        switch address {
        case .v4: "\(address):\(port)"
        case .v6: "[\(address)]:\(port)"
        }
    }
}

/// Everything that a network permits. Without rules it permits nothing.
///
/// - An outbound rule permits a peer; an inbound rule permits a local address to be bound. Whoever then connects to a
///   bound socket is accepted: inbound rules speak of where the program listens, not of who calls.
/// - IPv4-mapped IPv6 addresses are judged as the IPv4 addresses that they are.
/// - A rule with a name permits the addresses that lookups of that name gave to this instance, and looking it up.
///   `localhost` also is 127.0.0.1 and ::1 without a lookup.
/// - Binding the wildcard address needs a rule for `*`, for that very address or for a block of all addresses. An
///   inbound rule for `0.0.0.0` permits every local IPv4 address, one for `[::]` every local address, since that is
///   where such a socket can be reached.
/// - A multicast group is nobody's local address: binding to one and joining it need a rule that says the group, a block
///   that it is in, or `*`. Joined before `bind`, any port of such a rule will do, since `bind` is asked about the port.
/// - ICMP and raw sockets have no ports: their rules say hosts.
/// - Port 0 in `bind` asks for a free port: permitted where the ports are `*` or include 0.
public struct NetworkPolicy: Sendable, Equatable {
    /// Peers.
    public var outbound: [AddressRule] = []
    /// Local addresses.
    public var inbound: [AddressRule] = []
    /// Names of unix domain sockets to connect and send to.
    public var outboundUnix: [UnixRule] = []
    /// Names of unix domain sockets to bind.
    public var inboundUnix: [UnixRule] = []
    /// Names that may be looked up, besides those in `outbound` and `inbound`.
    public var resolve: [NamePattern] = []
    /// Whether everything is permitted, whatever the rules say, but for raw sockets: those are for whom they are named.
    public var permitsEverything = false

    /// A policy that permits nothing.
    public init() {}

    /// A policy that permits everything.
    public static var everything: NetworkPolicy {
        var policy = NetworkPolicy()
        policy.permitsEverything = true
        return policy
    }

    /// Whether nothing at all is permitted.
    package var isEmpty: Bool {
        !permitsEverything && outbound.isEmpty && inbound.isEmpty && resolve.isEmpty && outboundUnix.isEmpty
            && inboundUnix.isEmpty
    }

    /// Whether the unix domain socket that has any of `names` may be connected and sent to, or bound.
    public func permitsUnix(outbound isOutbound: Bool, _ names: [[UInt8]]) -> Bool {
        permitsEverything
            || (isOutbound ? outboundUnix : inboundUnix).contains { rule in names.contains { rule.matches($0) } }
    }

    /// Whether `endpoint` may be used for `use`. `names` are those under which the address was looked up.
    public func permits(_ use: NetworkUse, of endpoint: Endpoint, names: [String] = []) -> Bool {
        if permitsEverything && use.transport != .raw { return true }
        let address = endpoint.address.unmapped
        // By index: each packet is asked about, and a loop over rules would count references to all that is in them.
        return (use.isOutbound ? outbound : inbound).withUnsafeBufferPointer { rules in
            for index in rules.indices where rules[index].transport == use.transport {
                guard
                    !use.transport.hasPorts || rules[index].ports.contains(endpoint.port)
                        || (use == .udpJoin && endpoint.port == 0)
                else { continue }
                if rules[index].host.matches(address, names: names, isLocal: !use.isOutbound) { return true }
            }
            return false
        }
    }

    /// Whether a list of this machine's addresses may have `address` in it: where there is a port to bind on it, and
    /// loopback's always.
    package func permitsListing(_ address: IPAddress, names: [String] = []) -> Bool {
        let address = address.unmapped
        return permitsEverything || address == .loopbackV4 || address == .loopbackV6
            || inbound.contains { $0.host.matches(address, names: names, isLocal: true) }
    }

    /// Whether there may be raw sockets at all: where a rule says so. One that is not connected hears every packet of its
    /// protocol that comes to this machine.
    package var permitsRawSockets: Bool { (outbound + inbound).contains { $0.transport == .raw } }

    /// Whether `name` may be looked up.
    public func permitsResolving(_ name: String) -> Bool {
        if permitsEverything { return true }
        let name = NamePattern.normalized(name)
        return resolve.contains { $0.matches(name) }
            || (outbound + inbound).contains { rule in
                if case .name(let pattern) = rule.host { pattern.matches(name) } else { false }
            }
    }

    /// Whether addresses may be looked up for their names: only where every name may be looked up, since the answer
    /// can be any.
    package var permitsReverseLookup: Bool { permitsEverything || resolve.contains(.any) }
}

/// One `--allow-outbound` or `--allow-inbound`: a protocol, a host, ports.
public struct AddressRule: Sendable, Equatable {
    /// The protocol.
    public var transport: TransportProtocol
    /// The host, or the local interface's address.
    public var host: HostPattern
    /// The ports.
    public var ports: PortSet

    /// A rule from its parts.
    public init(_ transport: TransportProtocol, _ host: HostPattern, _ ports: PortSet) {
        self.transport = transport
        self.host = host
        self.ports = ports
    }
}

/// One `--allow-outbound unix://NAME` or `--allow-inbound unix://NAME`.
public struct UnixRule: Sendable, Equatable {
    /// The name, or what it begins with: a path as the guest's directories have it, links followed; or a byte of 0 and
    /// an abstract name.
    public var name: [UInt8]
    /// Whether any rest may follow.
    public var isPrefix: Bool

    /// Whether `name` is meant.
    func matches(_ name: [UInt8]) -> Bool { isPrefix ? name.starts(with: self.name) : name == self.name }
}

/// The host part of a rule.
public enum HostPattern: Sendable, Equatable {
    /// `*`
    case any
    /// A literal address (prefix of its full length) or a block of addresses.
    case block(IPAddress, prefix: Int)
    /// A name, or all names below one.
    case name(NamePattern)

    /// Whether `address`, which is not a mapped one, belongs to the host. `isLocal`: it is an address to bind.
    func matches(_ address: IPAddress, names: [String], isLocal: Bool) -> Bool {
        switch self {
        case .any:
            return true
        case .block(let network, let prefix):
            if isLocal && prefix == network.bitWidth && !address.isMulticast {
                if network == .anyV6 { return true }
                if network == .anyV4, case .v4 = address { return true }
            }
            // Listening everywhere is more than the block that the wildcard address happens to lie in.
            if isLocal && address.isUnspecified && prefix != 0 && prefix != network.bitWidth { return false }
            return address.hasPrefix(network, length: prefix)
        case .name(let pattern):
            if pattern == .exactly("localhost") && (address == .loopbackV4 || address == .loopbackV6) { return true }
            return names.contains { pattern.matches($0) }
        }
    }
}

/// A name, or all names below one.
public enum NamePattern: Sendable, Hashable {
    /// `*`
    case any
    /// One name, normalized.
    case exactly(String)
    /// `*.example.com`: every name that ends in `.example.com`; not `example.com` itself.
    case below(String)

    /// Whether `name`, which is normalized, is one of them.
    func matches(_ name: String) -> Bool {
        switch self {
        case .any: true
        case .exactly(let own): name == own
        case .below(let parent): name.hasSuffix("." + parent)
        }
    }

    /// The form in which names are compared: ASCII letters in lower case, without the dot of the root at the end.
    static func normalized(_ name: String) -> String {
        var bytes = name.utf8.map { (65...90).contains($0) ? $0 | 0x20 : $0 }
        if bytes.count > 1 && bytes.last == UInt8(ascii: ".") { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// The ports of a rule.
public struct PortSet: Sendable, Equatable {
    /// Ranges of ports; `*` is the range of all, 0 included.
    public var ranges: [ClosedRange<UInt16>]

    /// Every port, and the request for a free one.
    public static let all = PortSet([0...UInt16.max])

    /// These ports.
    public init(_ ranges: [ClosedRange<UInt16>]) { self.ranges = ranges }

    /// Whether `port` is one of them.
    public func contains(_ port: UInt16) -> Bool {
        ranges.withUnsafeBufferPointer { ranges in ranges.contains { $0.contains(port) } }
    }
}
