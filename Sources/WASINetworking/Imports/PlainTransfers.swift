// SPDX-License-Identifier: Apache-2.0

@_spi(Descriptions) import WASI
import WasmEngine

// What most calls of send and receive are: no control messages, no flags of note, and mostly one vector. They are made
// with the kernel's simpler calls, and without counting references or copying what is longer than an internet address;
// what they answer is what the general form would.

extension SocketFunctions {
    /// Whether the call has no control messages, and no flags but these.
    @inline(__always)
    private func isPlain(_ call: GuestCall, flags: NetworkABI.MessageFlags) -> Bool {
        call.u32(5) == 0 && call.u32(6) == 0 && call.u32(3) & ~flags.rawValue == 0
    }

    /// Sends, on a connection or as a datagram to an internet address. False: it is not such a call.
    func sendPlain(_ call: GuestCall, _ system: WASISystem) throws(Errno) -> Bool {
        guard isPlain(call, flags: .dontwait) else { return false }
        let sent = try call.output(7, UInt32.self)
        var address: InternetAddress?
        if call.u32(4) != 0 {
            guard let record = try? call.bytes(at: call.u32(4), count: NetworkABI.IPAddressRecord.size),
                let destination = InternetAddress(UnsafeRawBufferPointer(record))
            else { return false }
            address = destination
        }
        let fd = try system.socketFD(call.i32(0), .fdWrite)
        if let destination = address {
            address = try permitted(destination, for: call.i32(0), system)
            if address == nil { return false }
        }
        let flags = NetworkABI.MessageFlags(rawValue: call.u32(3))
        let destination = address
        // What this closure captures are no references, which it would count.
        let count = try call.withVectors(at: call.u32(1), count: call.u32(2)) { vectors, count throws(Errno) in
            try Kernel.send(OutgoingMessage(fd: fd, vectors: vectors, count: count, flags: flags), to: destination)
        }
        sent(UInt32(clamping: count))
        return true
    }

    /// The address, if `fd` is a datagram socket of a network that permits it. Nil: it is something else.
    func permitted(
        _ destination: InternetAddress, for fd: Int32, _ system: WASISystem
    ) throws(Errno) -> InternetAddress? {
        guard let description = system.descriptors.unretainedDescription(fd) else { return nil }
        let result: Result<InternetAddress, Errno>? = description._withUnsafeGuaranteedRef { description in
            guard let socket = description as? Socket, socket.transport == .udp else { return nil }
            do throws(Errno) {
                return .success(try socket.permittedPeer(destination, .send))
            } catch {
                return .failure(error)
            }
        }
        return try result?.get()
    }

    /// Receives what is asked for nothing but its size. False: it is not such a call.
    func receivePlain(_ call: GuestCall, _ system: WASISystem) throws(Errno) -> Bool {
        let flags = NetworkABI.MessageFlags(rawValue: call.u32(3))
        guard call.u32(2) == 1, flags.contains(.sizeOnly), isPlain(call, flags: [.dontwait, .sizeOnly]) else {
            return false
        }
        let sender = try call.addressOutput(4)
        let output = try call.bytes(at: call.u32(7), count: NetworkABI.ReceivedRecord.size)
        let vector = try call.vector(at: call.u32(1))
        let fd = try system.socketFD(call.i32(0), .fdRead)
        let received = try Kernel.receive(
            fd, vector, nonblocking: flags.contains(.dontwait), wantsSender: sender != nil)
        if let sender { names.guestAddress(of: received.sender ?? .unspecified, system).write(to: sender) }
        output.storeBytes(of: UInt64(clamping: received.byteCount).littleEndian, as: UInt64.self)
        output.storeBytes(
            of: 0, toByteOffset: Int(NetworkABI.ReceivedRecord.controlLength), as: UInt32.self)
        return true
    }
}
