// SPDX-License-Identifier: Apache-2.0

// Preview 1: the four calls on sockets. What it lacks is in the socket imports of WASINetworking.

extension Preview1 {
    static func sockAccept(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let flags = try FDFlags(argument: call.u32(1))
        guard flags.isSubset(of: .nonblock) else { throw .inval }
        try call.check(call.u32(2), count: 4)
        let listener = try system.socket(call.i32(0), .sockAccept)
        _ = try system.descriptors.lowestFree()
        let connection = try listener.accept(nonblocking: flags.contains(.nonblock))
        try call.store(try system.descriptors.insert(Descriptor(connection)), at: call.u32(2))
    }

    /// `ri_flags`: 1 peek, 2 wait for all. `ro_flags`: 1 the datagram was cut.
    static func sockRecv(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let flags = call.u32(3)
        guard flags & ~3 == 0 else { throw .inval }
        try call.check(call.u32(4), count: 4)
        try call.check(call.u32(5), count: 2)
        let fd = try system.socket(call.i32(0), .fdRead).hostFD
        let received = try call.withVectors(at: call.u32(1), count: call.u32(2)) { (vectors, count) throws(Errno) in
            try Kernel.receive(fd, vectors, count, peeking: flags & 1 != 0, waitingForAll: flags & 2 != 0)
        }
        try call.store(UInt32(truncatingIfNeeded: received.count), at: call.u32(4))
        try call.store(UInt16(received.wasCut ? 1 : 0), at: call.u32(5))
    }

    static func sockSend(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        guard call.u32(3) == 0 else { throw .inval }
        try call.check(call.u32(4), count: 4)
        let fd = try system.socket(call.i32(0), .fdWrite).hostFD
        let sent = try call.withVectors(at: call.u32(1), count: call.u32(2)) { (vectors, count) throws(Errno) in
            try Kernel.send(fd, vectors, count)
        }
        try call.store(UInt32(truncatingIfNeeded: sent), at: call.u32(4))
    }

    /// `how`: 1 no more receiving, 2 no more sending.
    static func sockShutdown(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let how = call.u32(1)
        guard (1...3).contains(how) else { throw .inval }
        let fd = try system.socket(call.i32(0), .sockShutdown).hostFD
        try Kernel.shutdown(fd, receiving: how & 1 != 0, sending: how & 2 != 0)
    }
}

extension WASISystem {
    /// The socket behind `fd`. EBADF, ENOTSOCK, ENOTCAPABLE.
    fileprivate func socket(_ fd: Int32, _ rights: Rights) throws(Errno) -> OpenDescription {
        let description = try descriptors.description(fd)
        guard description.fileType == .socketStream || description.fileType == .socketDgram else { throw .notsock }
        return try descriptors.description(fd, rights)
    }
}
