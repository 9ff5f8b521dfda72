// SPDX-License-Identifier: Apache-2.0

// The imports of wasi_fd for what fcntl and its kin do to files and pipes: locks, sizes, room.

enum FileControlImports {
    /// __wasi_fd_lock_record_t.
    enum Record {
        static let size: UInt32 = 32
        static let kind = 0, whence = 4, start = 8, length = 16, process = 24
    }

    /// __WASI_FD_LOCK_OF_DESCRIPTION.
    private static let ofDescription: UInt32 = 4

    static var rows: [ImportRow] {
        [
            ImportRow("wasi_fd", "lock", [.i32("fd"), .u32("operation"), .pointer("lock")], lock),
            ImportRow("wasi_fd", "lock_file", [.i32("fd"), .u32("operation")], lockFile),
            ImportRow("wasi_fd", "set_owner", [.i32("fd"), .i32("owner")], setOwner),
            ImportRow("wasi_fd", "get_owner", [.i32("fd"), .pointer("owner")], getOwner),
            ImportRow("wasi_fd", "set_async", [.i32("fd"), .u32("async")], setAsync),
            ImportRow("wasi_fd", "get_async", [.i32("fd"), .pointer("async")], getAsync),
            ImportRow("wasi_fd", "set_signal", [.i32("fd"), .u32("signal")], setSignal),
            ImportRow("wasi_fd", "get_signal", [.i32("fd"), .pointer("signal")], getSignal),
            ImportRow("wasi_fd", "close_range", [.u32("first"), .u32("last"), .u32("flags")], closeRange),
            ImportRow("wasi_fd", "pipe_size", [.i32("fd"), .u32("new_size"), .pointer("size")], pipeSize),
            ImportRow(
                "wasi_fd", "make_room", [.i32("fd"), .u32("mode"), .u64("offset"), .u64("length")], makeRoom),
        ]
    }

    static func lock(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let operation = call.u32(1)
        let record = try call.bytes(at: call.u32(2), count: Record.size)
        let descriptor = try system.descriptors.descriptor(call.i32(0))
        guard let kind = FileLock.Kind(rawValue: record.loadUnaligned(fromByteOffset: Record.kind, as: UInt32.self)),
            let whence = Int16(exactly: record.loadUnaligned(fromByteOffset: Record.whence, as: UInt32.self)),
            let what = Kernel.LockOperation(rawValue: Int(operation & ~ofDescription))
        else { throw .inval }
        var lock = FileLock(
            kind: kind, whence: whence,
            start: record.loadUnaligned(fromByteOffset: Record.start, as: Int64.self),
            length: record.loadUnaligned(fromByteOffset: Record.length, as: Int64.self))
        let isOfProcess = operation & ofDescription == 0
        if what != .test {
            // As the kernel looks at how a file was opened, but at the range before.
            let lacks =
                kind == .read && !descriptor.rights.contains(.fdRead) && !(descriptor.description is Directory)
                || kind == .write && !descriptor.rights.contains(.fdWrite)
            if lacks {
                try Kernel.lock(
                    try system.descriptors.hostFD(call.i32(0)), .test, ofDescription: !isOfProcess, &lock)
                throw .badf
            }
            if isOfProcess, kind != .none { system.descriptors.hasRecordLocks = true }
        }
        try Kernel.lock(try system.descriptors.hostFD(call.i32(0)), what, ofDescription: !isOfProcess, &lock)
        guard what == .test else { return }
        record.storeBytes(of: lock.kind.rawValue, toByteOffset: Record.kind, as: UInt32.self)
        guard lock.kind != .none else { return }
        record.storeBytes(of: UInt32(lock.whence), toByteOffset: Record.whence, as: UInt32.self)
        record.storeBytes(of: lock.start, toByteOffset: Record.start, as: Int64.self)
        record.storeBytes(of: lock.length, toByteOffset: Record.length, as: Int64.self)
        record.storeBytes(of: lock.process, toByteOffset: Record.process, as: Int32.self)
    }

    static func lockFile(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        try Kernel.lockFile(try system.descriptors.hostFD(call.i32(0)), call.i32(1))
    }

    static func setOwner(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let description = try system.descriptors.description(call.i32(0))
        try Kernel.setOwner(try system.descriptors.hostFD(call.i32(0)), owned: call.i32(1) != 0)
        description.signalOwner = call.i32(1)
    }

    static func getOwner(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        try call.store(try system.descriptors.description(call.i32(0)).signalOwner, at: call.u32(1))
    }

    static func setAsync(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        guard call.u32(1) <= 1 else { throw .inval }
        let fd = try system.descriptors.hostFD(call.i32(0))
        try Kernel.setAsync(fd, call.u32(1) == 1)
        system.signals.senders[fd] = call.u32(1) == 1 ? call.i32(0) : nil
    }

    static func setSignal(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        try Kernel.setReadySignal(try system.descriptors.hostFD(call.i32(0)), call.u32(1))
    }

    static func getSignal(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        try call.check(call.u32(1), count: 4)
        try call.store(try Kernel.readySignal(try system.descriptors.hostFD(call.i32(0))), at: call.u32(1))
    }

    static func getAsync(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        try call.check(call.u32(1), count: 4)
        let async = try Kernel.isAsync(try system.descriptors.hostFD(call.i32(0)))
        try call.store(UInt32(async ? 1 : 0), at: call.u32(1))
    }

    /// __WASI_FD_CLOEXEC: they are only marked. Handles are not the program's to close with what it has open.
    static func closeRange(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        guard call.u32(0) <= call.u32(1), call.u32(2) & ~1 == 0 else { throw .inval }
        let range = call.u32(0)...call.u32(1)
        for fd in system.descriptors.openNumbers
        where fd < DescriptorTable.firstHandle && range.contains(UInt32(bitPattern: fd)) {
            if call.u32(2) != 0 {
                try system.descriptors.setCloseOnExec(fd, true)
            } else {
                try? system.descriptors.close(fd)
            }
        }
    }

    /// What Linux lets any user have. Root may have more, of the kernel's memory, which is not for a program to take.
    private static let largestPipe: Int32 = 1 << 20

    /// With `new_size` 0 it only asks. EPERM: too large.
    static func pipeSize(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        try call.check(call.u32(2), count: 4)
        let description = try system.descriptors.description(call.i32(0))
        // What is only made of one has no size.
        guard !description.transfersItself else { throw .badf }
        let fd = try system.descriptors.hostFD(call.i32(0))
        guard let size = Int32(exactly: call.u32(1)) else { throw .inval }
        guard size <= largestPipe else {
            // What is no pipe is that first.
            _ = try Kernel.pipeSize(fd)
            throw .perm
        }
        let result = try size == 0 ? Kernel.pipeSize(fd) : Kernel.setPipeSize(fd, size)
        try call.store(result, at: call.u32(2))
    }

    static func makeRoom(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let fd = try system.judgedFD(call.i32(0), .fdAllocate)
        guard let offset = Int64(exactly: call.u64(2)), let length = Int64(exactly: call.u64(3)) else { throw .inval }
        try Kernel.allocate(fd, mode: call.i32(1), offset, length)
    }
}
