// SPDX-License-Identifier: Apache-2.0

@_spi(Descriptions) import WASI

// What sending and receiving do with control messages: the descriptors and the addresses in them are the guest's.

extension SocketFunctions {
    /// What control messages can be to a kind of socket.
    private enum Kind {
        case unix
        case datagrams(Socket)
        case other

        /// Whether the system looks at messages of a type: those that it passes over are not judged here either. One that
        /// is not known is nothing to anybody.
        func takes(_ type: NetworkABI.ControlKind?) -> Bool {
            switch (self, type) {
            case (_, nil), (.unix, .rights), (.unix, .credentials): true
            case (_, .rights), (_, .credentials): false
            case (.datagrams, _): true
            default: false
            }
        }
    }

    /// EBADF; ENOTSOCK.
    private func kind(of fd: Int32, _ system: WASISystem) throws(Errno) -> Kind {
        switch try system.descriptors.description(fd) {
        case is UnixSocket: return .unix
        case let socket as Socket: return socket.transport == .tcp ? .other : .datagrams(socket)
        default: break
        }
        // One that the program was started with.
        _ = try Kernel.socketType(system.socketFD(fd))
        if (try? unixSocket(fd, of: system)) != nil { return .unix }
        guard let socket = try? socket(fd, of: system), socket.transport != .tcp else { return .other }
        return .datagrams(socket)
    }

    /// What a guest's records send with `fd`, in the system's form, and the descriptors that go with it. Those that mean
    /// nothing to that kind of socket are left out, or become one that means nothing to it either.
    func controlToSend(
        _ records: UnsafeMutableRawBufferPointer, of fd: Int32, _ system: WASISystem
    ) throws(Errno) -> (room: ControlRoom, bytes: UnsafeMutableRawBufferPointer, descriptors: [Descriptor]) {
        guard records.count <= ControlRecords.maximumLength else { throw .nobufs }
        let kind = try kind(of: fd, system)
        // A copy, which the guest cannot change, and behind it the system's form.
        let start = (records.count + 15) & ~15, end = start + HostControlWriter.room(forRecords: records.count)
        let room = end <= state.controlRoom.bytes.count ? state.controlRoom : ControlRoom(byteCount: end)
        let copy = UnsafeMutableRawBufferPointer(rebasing: room.bytes[..<records.count])
        copy.copyMemory(from: UnsafeRawBufferPointer(records))
        var writer = HostControlWriter(UnsafeMutableRawBufferPointer(rebasing: room.bytes[start..<end]))
        var sent: [Descriptor] = []
        for (record, data) in try ControlRecords(UnsafeRawBufferPointer(copy)) {
            let type = NetworkABI.ControlKind(rawValue: record)
            guard kind.takes(type) else {
                // That there was something is known to the system, which looks for a route once more.
                if case .unix = kind { continue }
                writer.append(.credentials(Credentials()))
                continue
            }
            do throws(Errno) {
                if type == .rights {
                    try add(try descriptors(data, system), to: &writer, &sent)
                } else {
                    let message = try ControlMessage(kind: record, data: data)
                    if case .datagrams(let socket) = kind, let source = message.source { try socket.permitSource(source) }
                    writer.append(message)
                }
            } catch {
                // What else is wrong may come before that, and the kernel says so.
                guard error == .inval || error == .badf else { throw error }
                writer.appendWrong(type, error)
                break
            }
        }
        return (room, writer.bytes, sent)
    }

    private func add(
        _ descriptors: [Descriptor], to writer: inout HostControlWriter, _ sent: inout [Descriptor]
    ) throws(Errno) {
        guard let places = writer.appendRights(descriptors.count) else { throw .nobufs }
        for (index, descriptor) in descriptors.enumerated() {
            places.storeBytes(of: descriptor.description.hostFD, toByteOffset: index * 4, as: Int32.self)
        }
        sent = sent.isEmpty ? descriptors : sent + descriptors
    }

    /// The descriptors whose numbers are in `data`. EBADF. EINVAL: too many, or one that cannot be passed on.
    private func descriptors(_ data: UnsafeRawBufferPointer, _ system: WASISystem) throws(Errno) -> [Descriptor] {
        guard data.count % 4 == 0, data.count / 4 <= NetworkABI.maximumRights else { throw .inval }
        var descriptors: [Descriptor] = []
        descriptors.reserveCapacity(data.count / 4)
        for offset in stride(from: 0, to: data.count, by: 4) {
            let fd = Int32(littleEndian: data.loadUnaligned(fromByteOffset: offset, as: Int32.self))
            let descriptor = try system.descriptors.descriptor(fd)
            guard descriptor.description.hostFD >= 0 else { throw .badf }
            guard descriptor.description.canBePassed else { throw .inval }
            descriptors.append(descriptor)
        }
        return descriptors
    }

    /// Writes what was received.
    func deliver(
        _ control: UnsafeRawBufferPointer, to writer: inout ControlWriter, _ flags: NetworkABI.MessageFlags,
        _ system: WASISystem
    ) {
        var reader = HostControlReader(control)
        while let item = reader.next() {
            switch item {
            case .rights(let hostFDs): deliver(rights: hostFDs, to: &writer, flags, system)
            case .message(let message): writer.append(message)
            }
        }
    }

    /// Gives descriptors numbers, and writes those. What does not fit, or has no number left for it, is closed.
    private func deliver(
        rights hostFDs: UnsafeRawBufferPointer, to writer: inout ControlWriter, _ flags: NetworkABI.MessageFlags,
        _ system: WASISystem
    ) {
        let room = writer.roomForRights, isLast = !flags.contains(.peek)
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: hostFDs.count / 4) { numbers in
            var count = 0
            for index in numbers.indices {
                let hostFD = hostFDs.loadUnaligned(fromByteOffset: index * 4, as: Int32.self)
                guard count < room, (try? system.descriptors.lowestFree()) != nil,
                    var descriptor = passed.descriptor(receivedAs: hostFD, isLast: isLast)
                else {
                    if count >= room { passed.forget(hostFD, isLast: isLast) }
                    try? Kernel.close(hostFD)
                    writer.wasCut = true
                    continue
                }
                descriptor.closeOnExec = flags.contains(.cmsgCloexec)
                guard let number = try? system.descriptors.insert(descriptor) else {
                    writer.wasCut = true
                    continue
                }
                numbers.initializeElement(at: count, to: number.littleEndian)
                count += 1
            }
            guard count > 0 else { return }
            let bytes = UnsafeRawBufferPointer(numbers)
            writer.append(kind: .rights, UnsafeRawBufferPointer(rebasing: bytes[..<(count * 4)]))
        }
    }
}
