// SPDX-License-Identifier: Apache-2.0

@_spi(Descriptions) import WASI

// Unix domain sockets. Their places in the file system are beneath the guest's directories; the kernel is given paths
// through /proc, by descriptors that the resolution of the guest's path has found, so that nothing is resolved twice.

/// The address of a unix domain socket as a guest gives it.
struct UnixAddress {
    /// As the guest spells it; empty for any free name, a first byte of 0 for the abstract namespace.
    var name: [UInt8]
    /// For a name in the file system: where it is.
    var place: (directory: Int32, path: String)?

    /// Copies the address out of its record at `pointer`. EINVAL: it is of another family, or malformed.
    init(_ call: GuestCall, at pointer: UInt32) throws(Errno) {
        typealias Record = NetworkABI.UnixAddressRecord
        guard case .local(let name) = try SocketAddress(call, at: pointer) else { throw .inval }
        self.name = name
        guard let first = name.first, first != 0 else { return }
        let path = try call.string(
            at: try call.load(at: pointer &+ Record.path), length: try call.load(at: pointer &+ Record.pathLength))
        place = (directory: try call.load(at: pointer &+ Record.directory), path: path)
    }
}

/// A unix domain socket.
final class UnixSocket: OpenDescription {
    let type: NetworkABI.SocketType
    /// Decides about names.
    let network: any Network
    /// Keeps the directory open in which it is bound; connections that it accepts share it.
    private var binding: UnixBinding?
    /// The name that it was connected by.
    private(set) var peerName: [UInt8]?

    /// Takes over `hostFD`.
    init(hostFD: Int32, type: NetworkABI.SocketType, network: any Network, ownsHostFD: Bool = true) {
        self.type = type
        self.network = network
        super.init(
            hostFD: hostFD, fileType: type == .dgram ? .socketDgram : .socketStream, ownsHostFD: ownsHostFD)
    }

    /// A socket that the program was started with, for the length of one call. ENOTSOCK: it is none. EOPNOTSUPP: it is
    /// of another family.
    convenience init(handedIn description: OpenDescription, network: any Network) throws(Errno) {
        switch description.fileType {
        case .socketStream, .socketDgram: break
        default: throw .notsock
        }
        guard case .local = try Kernel.localAddress(description.hostFD)
        else { throw .notsup }
        let type = try Kernel.socketType(description.hostFD)
        self.init(hostFD: description.hostFD, type: type, network: network, ownsHostFD: false)
    }

    /// Binds. The name is noted in `names`.
    func bind(_ address: UnixAddress, _ system: WASISystem, _ names: UnixNames) throws(Errno) {
        guard let place = address.place else {
            try network.authorize(.bind, unix: [address.name.isEmpty ? [0] : address.name])
            return try Kernel.bind(hostFD, .local(address.name))
        }
        binding = try system.withPlaceForSocket(place.directory, place.path) { (parent, name) throws(Errno) in
            try network.authorize(.bind, unix: system.guestNames(of: parent, name))
            let binding = UnixBinding(directory: try Kernel.duplicate(parent))
            let hostPath = Array("/proc/\(Kernel.processID)/fd/\(binding.directory)/\(name)".utf8)
            guard hostPath.count <= NetworkABI.UnixAddressRecord.nameCapacity else { throw .nametoolong }
            try system.withPermissions(ofSocket: hostFD) { () throws(Errno) in
                try Kernel.bind(hostFD, .local(hostPath))
            }
            names.note(hostPath, is: address.name)
            return binding
        }
    }

    /// Connects to a peer; nil undoes that.
    func connect(_ address: UnixAddress?, _ system: WASISystem) throws(Errno) {
        guard let address else { return try Kernel.connect(hostFD, .unspecified) }
        try withPeer(address, .connect, system) { (peer) throws(Errno) in try Kernel.connect(hostFD, peer) }
        peerName = address.name
    }

    /// What `send` is to name to the kernel for an address of another family: one that is none. The kernel refuses any on a
    /// stream, in words that depend on its state, and ignores it on a seqpacket.
    var foreignDestination: SocketAddress? { type == .seqpacket ? nil : .unspecified }

    /// Calls `body` with the peer that `send` is to name to the kernel: nil where it names none.
    func withDestination<R>(
        _ address: UnixAddress, _ system: WASISystem, _ body: (SocketAddress?) throws(Errno) -> R
    ) throws(Errno) -> R {
        guard type == .dgram else { return try body(foreignDestination) }
        var isFound = false
        do throws(Errno) {
            return try withPeer(address, .send, system) { (peer) throws(Errno) in
                isFound = true
                return try body(peer)
            }
        } catch {
            guard !isFound else { throw error }
            return try failToSend(body, because: error, isFoundEarly: address.name.isEmpty)
        }
    }

    /// The kernel looks for the peer when everything else is in order and a buffer is had, whose end is an event: so it is
    /// asked to send where nobody is. Only flags and descriptors are looked at before what `isFoundEarly`.
    private func failToSend<R>(
        _ body: (SocketAddress?) throws(Errno) -> R, because reason: Errno, isFoundEarly: Bool
    ) throws(Errno) -> R {
        do throws(Errno) {
            return try body(.local(Self.nowhere))
        } catch {
            throw error == .noent || isFoundEarly && error != .notsup && error != .badf ? reason : error
        }
    }

    /// The path of nothing.
    private static let nowhere = Array("/proc/self/fd/none".utf8)

    private func withPeer<R>(
        _ address: UnixAddress, _ call: NetworkCall, _ system: WASISystem, _ body: (SocketAddress) throws(Errno) -> R
    ) throws(Errno) -> R {
        guard !address.name.isEmpty else { throw .inval }
        guard let place = address.place else {
            try network.authorize(call, unix: [address.name])
            return try body(.local(address.name))
        }
        return try system.withSocketToWriteTo(place.directory, place.path) { (fd) throws(Errno) in
            try network.authorize(call, unix: system.guestNames(of: fd))
            return try body(.local(Array("/proc/self/fd/\(fd)".utf8)))
        }
    }

    /// Accepts a connection.
    func acceptConnection(nonblocking: Bool) throws(Errno) -> (connection: UnixSocket, peer: SocketAddress) {
        let (fd, peer) = try Kernel.accept(hostFD, nonblocking: nonblocking)
        let connection = UnixSocket(hostFD: fd, type: type, network: network)
        connection.binding = binding
        return (connection, peer)
    }

    override func copy(hostFD: Int32) -> OpenDescription {
        let socket = UnixSocket(hostFD: hostFD, type: type, network: network)
        socket.binding = binding
        socket.peerName = peerName
        return socket
    }

    override func accept(nonblocking: Bool) throws(Errno) -> OpenDescription {
        try acceptConnection(nonblocking: nonblocking).connection
    }
}

/// The directory in which a socket is bound. It stays open as long as the name is in use: the descriptor's number is in
/// the path that the kernel tells peers, and must not come to mean another directory.
private final class UnixBinding {
    let directory: Int32

    /// Takes over `directory`.
    init(directory: Int32) { self.directory = directory }

    deinit { try? Kernel.close(directory) }
}

/// What the paths that sockets of an instance were bound to are to the guest.
final class UnixNames {
    private var names: [[UInt8]: [UInt8]] = [:]
    private static let capacity = 4096

    /// Remembers that what the kernel calls `hostPath` is `name` to the guest. The names of sockets that are long gone
    /// may be forgotten.
    func note(_ hostPath: [UInt8], is name: [UInt8]) {
        if names.count >= Self.capacity { names.removeAll() }
        names[hostPath] = name
    }

    /// The kernel's address as the guest is told it. A path that is not the guest's is `known`, or nothing.
    func guestAddress(of address: SocketAddress, _ system: WASISystem, orElse known: [UInt8]? = nil) -> SocketAddress {
        guard case .local(let path) = address, let first = path.first, first != 0 else { return address }
        if let name = names[path] ?? known { return .local(name) }
        let guestPath = system.guestPath(ofHostPath: String(decoding: path, as: UTF8.self))
        return .local(guestPath.map { Array($0.utf8) } ?? [])
    }
}
