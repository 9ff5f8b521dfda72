// SPDX-License-Identifier: Apache-2.0

@_spi(Descriptions) import WASI
import WasmEngine

// wasi_socket_tcp, wasi_socket_udp and wasi_socket_raw: creating, binding, connecting.

extension SocketFunctions {
    var tcpRows: [ImportRow] {
        let module = "wasi_socket_tcp"
        return [
            creation(.tcp, module, "create_tcp_socket"), binding(.tcp, module), connecting(.tcp, module),
            ImportRow(module, "listen", [.i32("fd"), .i32("backlog")]) { call, system throws(Errno) in
                try socket(call.i32(0), of: system, .tcp).listen(backlog: call.i32(1))
            },
            ImportRow(
                module, "accept", [.i32("fd"), .u32("flags"), .pointer("connection"), .pointer("address")], accept),
        ]
    }

    var udpRows: [ImportRow] {
        let module = "wasi_socket_udp"
        return [creation(.udp, module, "create_udp_socket"), binding(.udp, module), connecting(.udp, module)]
    }

    var rawRows: [ImportRow] {
        let module = "wasi_socket_raw"
        return [
            ImportRow(
                module, "create_raw_socket",
                [.i32("network"), .u32("family"), .u32("type"), .u32("protocol"), .u32("flags"), .pointer("fd")], createRaw),
            binding(nil, module), connecting(nil, module),
        ]
    }

    private func createRaw(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let output = try call.output(5, Int32.self)
        let network = try system.network(call.i32(0))
        let flags = try call.createFlags(4)
        let family = UInt16(exactly: call.u32(1)).flatMap(NetworkABI.Family.init)
        let number = call.u32(3)
        let transport: TransportProtocol
        switch NetworkABI.SocketType(rawValue: call.i32(2)) {
        case .dgram:
            guard number == (family == .inet6 ? 58 : 1) else { throw .protonosupport }
            transport = .icmp
        case .raw:
            // 255 would let the program write the whole header, with another address than the one that was judged.
            guard (1..<255).contains(number) else { throw .protonosupport }
            transport = .raw
        default: throw .protonosupport
        }
        _ = try system.descriptors.lowestFree()
        let socket = try Socket.create(
            transport, family, number: Int32(number), from: network, nonblocking: flags.contains(.nonblock))
        output(try system.descriptors.insert(Descriptor(socket, closeOnExec: flags.contains(.cloexec))))
    }

    private func creation(_ transport: TransportProtocol, _ module: String, _ name: String) -> ImportRow {
        ImportRow(module, name, [.i32("network"), .u32("family"), .u32("flags"), .pointer("fd")]) {
            call, system throws(Errno) in
            let output = try call.output(3, Int32.self)
            let network = try system.network(call.i32(0))
            let flags = try call.createFlags(2)
            _ = try system.descriptors.lowestFree()
            let socket = try Socket.create(
                transport, UInt16(exactly: call.u32(1)).flatMap(NetworkABI.Family.init), from: network,
                nonblocking: flags.contains(.nonblock))
            output(try system.descriptors.insert(Descriptor(socket, closeOnExec: flags.contains(.cloexec))))
        }
    }

    private func binding(_ transport: TransportProtocol?, _ module: String) -> ImportRow {
        ImportRow(module, "bind", [.i32("fd"), .address("address")]) { call, system throws(Errno) in
            let address = try SocketAddress(call, at: call.u32(1))
            try socket(call.i32(0), of: system, transport, onlyWithoutPorts: transport == nil).bind(address)
        }
    }

    private func connecting(_ transport: TransportProtocol?, _ module: String) -> ImportRow {
        ImportRow(module, "connect", [.i32("fd"), .address("address")]) { call, system throws(Errno) in
            let address = try SocketAddress(call, at: call.u32(1))
            try socket(call.i32(0), of: system, transport, onlyWithoutPorts: transport == nil).connect(address)
        }
    }

    private func accept(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let output = try call.output(2, Int32.self)
        let peerOutput = try call.addressOutput(3)
        let socket = try socket(call.i32(0), of: system, .tcp, .sockAccept)
        let flags = try call.createFlags(1)
        // Asked before the kernel is: a connection that was accepted and has no number would be lost.
        _ = try system.descriptors.lowestFree()
        let (connection, peer) = try socket.acceptConnection(nonblocking: flags.contains(.nonblock))
        output(try system.descriptors.insert(Descriptor(connection, closeOnExec: flags.contains(.cloexec))))
        if let peerOutput { peer.write(to: peerOutput) }
    }
}
