// SPDX-License-Identifier: Apache-2.0

@_spi(Descriptions) import WASI

// What sending and receiving do with control messages: the descriptors and the addresses in them are the guest's.

/// Control messages that are permitted, in the system's form, and the descriptors that go with them.
struct ControlToSend {
    private let control: HostControl
    private let descriptors: [Descriptor]

    init(_ messages: [ControlMessage], _ descriptors: [Descriptor]) {
        control = HostControl(messages)
        self.descriptors = descriptors
    }

    /// Sends by `body`, and notes in `passed` what went with it.
    func send<R>(
        noting passed: PassedDescriptors, _ body: (UnsafeMutableRawBufferPointer) throws(Errno) -> R
    ) throws(Errno) -> R {
        defer { withExtendedLifetime(control) {} }
        let result = try body(control.bytes)
        for descriptor in descriptors { passed.note(descriptor) }
        return result
    }
}

extension SocketFunctions {
    /// What a guest's records send with `fd`. Those that mean nothing to that kind of socket are left out.
    func controlToSend(
        _ records: UnsafeMutableRawBufferPointer, of fd: Int32, _ system: WASISystem
    ) throws(Errno) -> ControlToSend {
        guard records.count <= ControlRecords.maximumLength else { throw .nobufs }
        // What is no socket is that first.
        _ = try Kernel.socketType(system.socketFD(fd))
        let isUnix = (try? unixSocket(fd, of: system)) != nil
        let internet = isUnix ? nil : try? socket(fd, of: system)
        let datagrams = internet?.transport == .tcp ? nil : internet
        var messages: [ControlMessage] = []
        var descriptors: [Descriptor] = []
        for (kind, data) in try ControlRecords(Array(records)) {
            let message = try ControlMessage(kind: kind, data: data) { (fd) throws(Errno) in
                let descriptor = try system.descriptors.descriptor(fd)
                guard descriptor.description.hostFD >= 0 else { throw .badf }
                guard descriptor.description.canBePassed else { throw .inval }
                if isUnix { descriptors.append(descriptor) }
                return descriptor.description.hostFD
            }
            switch message {
            case .rights, .credentials:
                if isUnix { messages.append(message) }
            default:
                guard let datagrams else { continue }
                if let source = message.source { try datagrams.permitSource(source) }
                messages.append(message)
            }
        }
        return ControlToSend(messages, descriptors)
    }

    /// Writes what was received. Descriptors get numbers; those that do not fit, or that there is no number for, are
    /// closed.
    func deliver(
        _ messages: [ControlMessage], to writer: inout ControlWriter, _ flags: NetworkABI.MessageFlags,
        _ system: WASISystem
    ) {
        for message in messages {
            guard case .rights(let hostFDs) = message else {
                writer.append(message)
                continue
            }
            var numbers: [UInt8] = []
            let room = writer.roomForRights
            for hostFD in hostFDs {
                guard numbers.count / 4 < room, (try? system.descriptors.lowestFree()) != nil,
                    var descriptor = passed.descriptor(receivedAs: hostFD, isLast: !flags.contains(.peek))
                else {
                    if numbers.count / 4 >= room { passed.forget(hostFD, isLast: !flags.contains(.peek)) }
                    try? Kernel.close(hostFD)
                    writer.wasCut = true
                    continue
                }
                descriptor.closeOnExec = flags.contains(.cmsgCloexec)
                guard let number = try? system.descriptors.insert(descriptor) else {
                    writer.wasCut = true
                    continue
                }
                withUnsafeBytes(of: number.littleEndian) { numbers.append(contentsOf: $0) }
            }
            if !numbers.isEmpty { writer.append(kind: .rights, numbers) }
        }
    }
}
