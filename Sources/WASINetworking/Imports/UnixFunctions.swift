// SPDX-License-Identifier: Apache-2.0

@_spi(Descriptions) import WASI
import WasmEngine

// wasi_socket_unix.

extension SocketFunctions {
    var unixRows: [ImportRow] {
        let module = "wasi_socket_unix"
        return [
            ImportRow(module, "create_unix_socket", [.u32("type"), .u32("flags"), .pointer("fd")], create),
            ImportRow(
                module, "pair", [.u32("type"), .u32("flags"), .pointer("first"), .pointer("second")], pair),
            ImportRow(module, "bind", [.i32("fd"), .address("address")]) { call, system throws(Errno) in
                let address = try SocketAddress(call, at: call.u32(1))
                let socket = try unixSocket(call.i32(0), of: system, otherwise: .afnosupport)
                guard case .local = address else { throw .inval }
                try socket.bind(try UnixAddress(call, at: call.u32(1)), system, names)
            },
            ImportRow(module, "connect", [.i32("fd"), .address("address")]) { call, system throws(Errno) in
                let address = try SocketAddress(call, at: call.u32(1))
                let socket = try unixSocket(call.i32(0), of: system, otherwise: .afnosupport)
                switch address {
                case .unspecified: try socket.connect(nil, system)
                case .local: try socket.connect(try UnixAddress(call, at: call.u32(1)), system)
                case .internet: throw .inval
                }
            },
            ImportRow(module, "listen", [.i32("fd"), .i32("backlog")]) { call, system throws(Errno) in
                try Kernel.listen(unixSocket(call.i32(0), of: system).hostFD, backlog: call.i32(1))
            },
            ImportRow(
                module, "accept", [.i32("fd"), .u32("flags"), .pointer("connection"), .pointer("address")], accept),
        ]
    }

    /// The unix domain socket `fd`. ENOTSOCK: it is no socket. `otherwise`: it is of another family.
    func unixSocket(
        _ fd: Int32, of system: WASISystem, _ rights: Rights = [], otherwise: Errno = .notsup
    ) throws(Errno) -> UnixSocket {
        let descriptor = try system.descriptors.descriptor(fd)
        let socket: UnixSocket
        if let own = descriptor.description as? UnixSocket {
            socket = own
        } else if descriptor.description is Socket {
            throw otherwise
        } else {
            do throws(Errno) {
                socket = try UnixSocket(handedIn: descriptor.description, network: networkOfHandedIn)
            } catch { throw error == .notsup ? otherwise : error }
        }
        guard descriptor.rights.isSuperset(of: rights) else { throw .notcapable }
        return socket
    }

    private func socketType(_ call: GuestCall) throws(Errno) -> NetworkABI.SocketType {
        guard let type = Int32(exactly: call.u32(0)).flatMap(NetworkABI.SocketType.init) else { throw .protonosupport }
        return type
    }

    private func create(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let output = try call.output(2, Int32.self)
        let type = try socketType(call)
        let flags = try call.createFlags(1)
        _ = try system.descriptors.lowestFree()
        let fd = try Kernel.unixSocket(type, nonblocking: flags.contains(.nonblock))
        let socket = UnixSocket(hostFD: fd, type: type, network: networkOfHandedIn)
        output(try system.descriptors.insert(Descriptor(socket, closeOnExec: flags.contains(.cloexec))))
    }

    private func pair(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let firstOutput = try call.output(2, Int32.self)
        let secondOutput = try call.output(3, Int32.self)
        let type = try socketType(call)
        let flags = try call.createFlags(1)
        let free = try system.descriptors.lowestFree()
        _ = try system.descriptors.lowestFree(from: free + 1)
        let pair = try Kernel.unixPair(type, nonblocking: flags.contains(.nonblock))
        let first = UnixSocket(hostFD: pair.first, type: type, network: networkOfHandedIn)
        let second = UnixSocket(hostFD: pair.second, type: type, network: networkOfHandedIn)
        let closes = flags.contains(.cloexec)
        firstOutput(try system.descriptors.insert(Descriptor(first, closeOnExec: closes)))
        secondOutput(try system.descriptors.insert(Descriptor(second, closeOnExec: closes)))
    }

    private func accept(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let output = try call.output(2, Int32.self)
        let peerOutput = try call.addressOutput(3)
        let socket = try unixSocket(call.i32(0), of: system, .sockAccept)
        let flags = try call.createFlags(1)
        _ = try system.descriptors.lowestFree()
        let (connection, peer) = try socket.acceptConnection(nonblocking: flags.contains(.nonblock))
        output(try system.descriptors.insert(Descriptor(connection, closeOnExec: flags.contains(.cloexec))))
        if let peerOutput { names.guestAddress(of: peer, system).write(to: peerOutput) }
    }
}
