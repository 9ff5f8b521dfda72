// SPDX-License-Identifier: Apache-2.0

@_spi(Descriptions) import WASI
import WasmEngine

// The imports on sockets: what they share, and wasi_socket, what every socket has.

/// What the functions on sockets of an instance have in common.
final class SocketState {
    /// What decides about sockets that were not made from a network of the instance's.
    let networkOfHandedIn: any Network
    /// What the names of unix domain sockets are to the guest.
    let names = UnixNames()
    /// What is on its way through them.
    let passed = PassedDescriptors()
    /// Where control messages are made and received: an instance makes one call at a time, since a signal's handler runs
    /// when the import that it interrupted is done with this.
    let controlRoom = ControlRoom()
    /// Where calls of several messages are made, for the same reason.
    let batch = MessageBatch()

    init(networkOfHandedIn: any Network) { self.networkOfHandedIn = networkOfHandedIn }
}

/// The rows of wasi_socket, wasi_socket_tcp, wasi_socket_udp, wasi_socket_raw and wasi_socket_unix.
struct SocketFunctions {
    // One reference, so that closures which hold the functions count one.
    let state: SocketState
    var networkOfHandedIn: any Network { state.networkOfHandedIn }
    var names: UnixNames { state.names }
    var passed: PassedDescriptors { state.passed }

    init(networkOfHandedIn: any Network) { state = SocketState(networkOfHandedIn: networkOfHandedIn) }

    var rows: [ImportRow] { stateRows + optionRows + dataRows + batchRows + tcpRows + udpRows + rawRows + unixRows }

    /// The socket `fd`. ENOTSOCK: it is something else. ENOTSUP: it is of another protocol than `transport`, or, with
    /// `onlyWithoutPorts`, of one that has ports.
    func socket(
        _ fd: Int32, of system: WASISystem, _ transport: TransportProtocol? = nil, _ rights: Rights = [],
        onlyWithoutPorts: Bool = false
    ) throws(Errno) -> Socket {
        let descriptor = try system.descriptors.descriptor(fd)
        let socket: Socket
        if let own = descriptor.description as? Socket {
            socket = own
        } else if descriptor.description is UnixSocket {
            throw .notsup
        } else {
            socket = try Socket(handedIn: descriptor.description, network: networkOfHandedIn)
        }
        guard descriptor.rights.isSuperset(of: rights) else { throw .notcapable }
        guard transport == nil || socket.transport == transport else { throw .notsup }
        guard !onlyWithoutPorts || !socket.transport.hasPorts else { throw .notsup }
        return socket
    }

    private var stateRows: [ImportRow] {
        [
            ImportRow("wasi_socket", "local_address", [.i32("fd"), .pointer("address")]) { call, system throws(Errno) in
                let output = try call.bytes(at: call.u32(1), count: NetworkABI.AddressRecord.size)
                let address = try Kernel.localAddress(system.socketFD(call.i32(0)))
                names.guestAddress(of: address, system).write(to: output)
            },
            ImportRow("wasi_socket", "remote_address", [.i32("fd"), .pointer("address")]) {
                call, system throws(Errno) in
                let output = try call.bytes(at: call.u32(1), count: NetworkABI.AddressRecord.size)
                let address = try Kernel.remoteAddress(system.socketFD(call.i32(0)))
                let known = (try? system.descriptors.description(call.i32(0)) as? UnixSocket)?.peerName
                names.guestAddress(of: address, system, orElse: known).write(to: output)
            },
            ImportRow("wasi_socket", "shutdown", [.i32("fd"), .u32("how")]) { call, system throws(Errno) in
                let fd = try system.socketFD(call.i32(0), .sockShutdown)
                let how = NetworkABI.ShutdownFlags(rawValue: call.u32(1))
                guard !how.isEmpty, NetworkABI.ShutdownFlags.both.isSuperset(of: how) else { throw .inval }
                try Kernel.shutdown(fd, how)
            },
            ImportRow("wasi_socket", "at_mark", [.i32("fd"), .pointer("mark")]) { call, system throws(Errno) in
                let output = try call.output(1, UInt32.self)
                let fd = try system.descriptors.hostFD(call.i32(0))
                output(try Kernel.isAtMark(fd) ? 1 : 0)
            },
        ]
    }

    private var optionRows: [ImportRow] {
        [
            ImportRow(
                "wasi_socket", "get_option", [.i32("fd"), .option("option"), .pointer("value"), .pointer("size")]
            ) { call, system throws(Errno) in
                let size: UInt32 = try call.load(at: call.u32(3))
                let value = try call.bytes(at: call.u32(2), count: size)
                let output = try call.output(3, UInt32.self)
                let fd = try system.socketFD(call.i32(0))
                guard let option = Kernel.socketOption(code: call.u32(1)) else {
                    throw try Kernel.onSocket(fd, .noprotoopt)
                }
                output(UInt32(clamping: try Kernel.readSocketOption(fd, option, into: value)))
            },
            ImportRow(
                "wasi_socket", "set_option", [.i32("fd"), .option("option"), .pointer("value"), .u32("size")]
            ) { call, system throws(Errno) in
                let bytes = try call.bytes(at: call.u32(2), count: call.u32(3))
                let fd = try system.socketFD(call.i32(0))
                guard let option = Kernel.socketOption(code: call.u32(1)) else {
                    throw try Kernel.onSocket(fd, .noprotoopt)
                }
                try setOption(option, of: call.i32(0), fd, UnsafeRawBufferPointer(bytes), system)
            },
        ]
    }

    private var dataRows: [ImportRow] {
        [
            ImportRow(
                "wasi_socket", "send",
                [
                    .i32("fd"), .pointer("iovs"), .u32("iovs_count"), .u32("flags"), .address("address"),
                    .pointer("control"), .u32("control_length"), .pointer("sent"),
                ], send),
            ImportRow(
                "wasi_socket", "receive",
                [
                    .i32("fd"), .pointer("iovs"), .u32("iovs_count"), .u32("flags"), .pointer("address"),
                    .pointer("control"), .u32("control_length"), .pointer("received"),
                ], receive),
        ]
    }

    private func send(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        if try !sendPlain(call, system) { try sendAny(call, system) }
    }

    /// What is not plain: addresses of unix domain sockets, flags, control messages.
    @inline(never)
    private func sendAny(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let sent = try call.output(7, UInt32.self)
        let address = call.u32(4) == 0 ? nil : try SocketAddress(call, at: call.u32(4))
        let flags = NetworkABI.MessageFlags(rawValue: call.u32(3))
        let records = call.u32(5) == 0 ? nil : try call.bytes(at: call.u32(5), count: call.u32(6))
        let count = try call.withVectors(at: call.u32(1), count: call.u32(2)) { vectors, count throws(Errno) in
            try transmit(vectors, count, flags, to: address, with: records, call, system)
        }
        sent(UInt32(clamping: count))
    }

    @inline(never)
    private func transmit(
        _ vectors: UnsafeMutablePointer<Vector>, _ count: Int32, _ flags: NetworkABI.MessageFlags,
        to address: SocketAddress?, with records: UnsafeMutableRawBufferPointer?, _ call: GuestCall,
        _ system: WASISystem
    ) throws(Errno) -> Int {
        let fd = try system.socketFD(call.i32(0), .fdWrite)
        guard NetworkABI.MessageFlags.sendable.isSuperset(of: flags), records != nil || call.u32(6) == 0 else {
            throw try Kernel.onSocket(fd, .inval)
        }
        var message = OutgoingMessage(fd: fd, vectors: vectors, count: count, flags: flags)
        guard let records else { return try send(message, to: address, call, system) }
        let control = try controlToSend(records, of: call.i32(0), system)
        defer { withExtendedLifetime(control.room) {} }
        message.control = control.bytes
        let result = try send(message, to: address, call, system)
        for descriptor in control.descriptors { passed.note(descriptor) }
        return result
    }

    /// Sends to an address, once that is permitted.
    @inline(never)
    private func send(
        _ message: OutgoingMessage, to address: SocketAddress?, _ call: GuestCall, _ system: WASISystem
    ) throws(Errno) -> Int {
        guard let address else { return try Kernel.send(message, to: SocketAddress?.none) }
        guard case .local = address else {
            return try Kernel.send(message, to: try destination(address, of: call.i32(0), message.flags, system))
        }
        let socket = try unixSocket(call.i32(0), of: system)
        return try socket.withDestination(try UnixAddress(call, at: call.u32(4)), system) { (peer) throws(Errno) in
            try Kernel.send(message, to: peer)
        }
    }

    /// What `send` is to name to the kernel for an address that is no name of a unix domain socket, once it is permitted.
    func destination(
        _ address: SocketAddress, of fd: Int32, _ flags: NetworkABI.MessageFlags, _ system: WASISystem
    ) throws(Errno) -> SocketAddress? {
        if let unix = try? unixSocket(fd, of: system) { return unix.foreignDestination }
        return try socket(fd, of: system).permittedDestination(address, flags)
    }

    private func receive(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        if try !receivePlain(call, system) { try receiveAny(call, system) }
    }

    /// What is not plain: control messages, and whoever wants to know flags.
    @inline(never)
    private func receiveAny(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let sender = try call.addressOutput(4)
        let records = call.u32(5) == 0 ? nil : try call.bytes(at: call.u32(5), count: call.u32(6))
        let output = try call.bytes(at: call.u32(7), count: NetworkABI.ReceivedRecord.size)
        let flags = NetworkABI.MessageFlags(rawValue: call.u32(3))
        let control = records == nil || records?.isEmpty == true ? nil : state.controlRoom.bytes
        let fd = try system.socketFD(call.i32(0), .fdRead)
        guard NetworkABI.MessageFlags.receivable.isSuperset(of: flags) else { throw try Kernel.onSocket(fd, .inval) }
        let wantsSender = sender != nil
        // What this closure captures are no references, which it would count.
        var received = try call.withVectors(at: call.u32(1), count: call.u32(2)) { vectors, count throws(Errno) in
            try Kernel.receive(fd, vectors, count, flags, wantsSender: wantsSender, control: control)
        }
        deliver(&received, control, to: sender, records, output, flags, system)
    }

    /// Writes what a message brought: who sent it, control messages, and the rest to the record `output`.
    func deliver(
        _ received: inout Kernel.Received, _ control: UnsafeMutableRawBufferPointer?,
        to sender: UnsafeMutableRawBufferPointer?, _ records: UnsafeMutableRawBufferPointer?,
        _ output: UnsafeMutableRawBufferPointer, _ flags: NetworkABI.MessageFlags, _ system: WASISystem
    ) {
        if let sender { names.guestAddress(of: received.sender ?? .unspecified, system).write(to: sender) }
        var written = 0
        if let control, let records, received.controlCount > 0 {
            var writer = ControlWriter(records)
            let bytes = UnsafeRawBufferPointer(rebasing: control.prefix(received.controlCount))
            deliver(bytes, to: &writer, flags, system)
            written = writer.count
            if writer.wasCut { received.flags.insert(.ctrunc) }
        }
        if flags.contains(.cmsgCloexec) { received.flags.insert(.cmsgCloexec) }
        output.storeBytes(of: UInt32(clamping: received.byteCount).littleEndian, as: UInt32.self)
        output.storeBytes(
            of: received.flags.rawValue.littleEndian, toByteOffset: Int(NetworkABI.ReceivedRecord.flags),
            as: UInt32.self)
        output.storeBytes(
            of: UInt32(clamping: written).littleEndian, toByteOffset: Int(NetworkABI.ReceivedRecord.controlLength),
            as: UInt32.self)
    }
}

extension ImportParameter {
    /// A socket option's code, shown as its name.
    fileprivate static func option(_ name: String) -> ImportParameter {
        ImportParameter(name, .u32) { call, index in
            Kernel.socketOption(code: call.u32(index))?.name
        }
    }
}
