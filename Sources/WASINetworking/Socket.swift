// SPDX-License-Identifier: Apache-2.0

@_spi(Descriptions) import WASI

// Sockets that were made from a network. Which call is legal in which state is for the kernel to say, as it does to a
// native program; what is decided here is only what the network permits.

/// A socket of TCP, UDP, ICMP or of any protocol.
final class Socket: OpenDescription {
    let transport: TransportProtocol
    let family: NetworkABI.Family
    let network: any Network
    /// Whether it is bound to an address that was permitted, or that whoever handed it in chose.
    private var isBound = false
    /// The local address of one that came through a socket, of which nobody knows who chose it.
    private var arrivedAt: Endpoint?

    /// Takes over `hostFD`.
    init(hostFD: Int32, transport: TransportProtocol, family: NetworkABI.Family, network: any Network) {
        self.transport = transport
        self.family = family
        self.network = network
        super.init(hostFD: hostFD, fileType: transport == .tcp ? .socketStream : .socketDgram)
    }

    /// A socket that the program was started with, for the length of one call. ENOTSOCK: it is none. EOPNOTSUPP: it is
    /// not one of the internet's.
    init(handedIn description: OpenDescription, network: any Network) throws(Errno) {
        switch description.fileType {
        case .socketStream: transport = .tcp
        case .socketDgram: transport = try Kernel.transport(ofDatagrams: description.hostFD)
        default: throw .notsock
        }
        guard case .internet(let local) = try Kernel.localAddress(description.hostFD) else { throw .notsup }
        switch local.address {
        case .v4: family = .inet
        case .v6: family = .inet6
        }
        self.network = network
        if description.isOfUnknownOrigin { arrivedAt = local.endpoint } else { isBound = local.port != 0 }
        super.init(hostFD: description.hostFD, fileType: description.fileType, ownsHostFD: false)
    }

    /// A new socket. EAFNOSUPPORT: `family` is not IPv4 or IPv6. `number` is the protocol's, of ICMP and raw sockets.
    static func create(
        _ transport: TransportProtocol, _ family: NetworkABI.Family?, number: Int32 = 0, from network: any Network,
        nonblocking: Bool
    ) throws(Errno) -> Socket {
        guard let family, family == .inet || family == .inet6 else { throw .afnosupport }
        if transport == .raw { try network.authorizeRawSockets() }
        let hostFD = try Kernel.socket(transport, family, number: number, nonblocking: nonblocking)
        return Socket(hostFD: hostFD, transport: transport, family: family, network: network)
    }

    /// Binds to a local address.
    func bind(_ address: SocketAddress) throws(Errno) {
        guard case .internet(let internet) = address else { throw .afnosupport }
        try network.authorize(.bind, transport.binding, of: internet.endpoint)
        try Kernel.bind(hostFD, address)
        isBound = true
    }

    /// Listens. The kernel binds a socket that is not bound to the wildcard address and a free port. What the kernel
    /// says of the local address is not asked: a socket that was once connected may still show an old one. One that came
    /// through another may be of that kind: its address is judged, unless it listens already.
    func listen(backlog: Int32) throws(Errno) {
        if transport == .tcp, !isBound {
            let wildcard = Endpoint(family == .inet6 ? .anyV6 : .anyV4, 0)
            let listens = arrivedAt == nil ? false : try Kernel.isListening(hostFD)
            if !listens { try network.authorize(.listen, .tcpBind, of: arrivedAt ?? wildcard) }
        }
        try Kernel.listen(hostFD, backlog: backlog)
    }

    /// Connects to a peer; no address dissolves the connection.
    func connect(_ address: SocketAddress) throws(Errno) {
        var address = address
        switch address {
        case .unspecified: break
        case .internet(let internet): address = .internet(try permittedPeer(internet, .connect))
        case .local: throw .afnosupport
        }
        try Kernel.connect(hostFD, address)
    }

    /// The peer that `send` is to name to the kernel; nil where the address is none. Nil on a stream: it goes to whom it is
    /// connected to, and the kernel ignores the address too; but to send with FASTOPEN is to connect.
    func permittedDestination(
        _ address: SocketAddress, _ flags: NetworkABI.MessageFlags
    ) throws(Errno) -> SocketAddress? {
        if transport == .tcp {
            guard flags.contains(.fastopen) else { return nil }
            if case .unspecified = address { return address }
        }
        if case .unspecified = address { return transport == .udp && family == .inet6 ? address : nil }
        guard case .internet(let internet) = address else { throw .afnosupport }
        return .internet(try permittedPeer(internet, transport == .tcp ? .connect : .send))
    }

    /// `peer`, once it is permitted. The wildcard address, which as a peer means this machine, is replaced by the
    /// loopback address, so that what is judged is what is reached: IPv4's, too, for a socket that is bound to an address of
    /// IPv4.
    func permittedPeer(_ peer: InternetAddress, _ call: NetworkCall) throws(Errno) -> InternetAddress {
        var peer = peer
        switch peer.address {
        case .v4: if peer.address == .anyV4 { peer.address = .loopbackV4 }
        case .v6:
            if peer.address == .anyV6 {
                peer.address = isOnIPv4 ? .v6(high: 0, low: 0xffff_7f00_0001) : .loopbackV6
            } else if peer.address.unmapped == .anyV4 {
                peer.address = .v6(high: 0, low: 0xffff_7f00_0001)
            }
        }
        try network.authorize(call, transport.sending, of: peer.endpoint)
        return peer
    }

    /// Whether it is an IPv6 socket with an address of IPv4.
    private var isOnIPv4: Bool {
        guard family == .inet6, case .internet(let local)? = try? Kernel.localAddress(hostFD) else { return false }
        return local.address != local.address.unmapped
    }

    /// Accepts a connection.
    func acceptConnection(nonblocking: Bool) throws(Errno) -> (connection: Socket, peer: SocketAddress) {
        let (fd, peer) = try Kernel.accept(hostFD, nonblocking: nonblocking)
        return (Socket(hostFD: fd, transport: transport, family: family, network: network), peer)
    }

    override func copy(hostFD: Int32) -> OpenDescription {
        let socket = Socket(hostFD: hostFD, transport: transport, family: family, network: network)
        socket.isBound = isBound
        return socket
    }

    /// Throws unless a datagram may come from `source`, one of this machine's addresses.
    func permitSource(_ source: IPAddress) throws(Errno) {
        guard case .internet(let local) = try Kernel.localAddress(hostFD) else { throw .inval }
        try network.authorize(.send, transport.binding, of: Endpoint(source, local.port))
    }

    /// Throws unless the socket may be a member of `group`.
    func permitJoining(_ group: IPAddress) throws(Errno) {
        guard case .internet(let local) = try Kernel.localAddress(hostFD) else { throw .inval }
        try network.authorize(.join, .udpJoin, of: Endpoint(group, local.port))
    }

    override func accept(nonblocking: Bool) throws(Errno) -> OpenDescription {
        try acceptConnection(nonblocking: nonblocking).connection
    }
}

/// A network as an instance's table holds it.
final class NetworkHandle: OpenDescription {
    let network: any Network

    /// A handle of `network`.
    init(_ network: any Network) {
        self.network = network
        super.init(hostFD: -1, fileType: .unknown)
    }
}
