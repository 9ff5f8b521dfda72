// SPDX-License-Identifier: Apache-2.0

import CKernel

// Preview 1: what is done through a descriptor.

extension WASISystem {
    /// The host's descriptor behind `fd`, for a call that needs `right`.
    @inline(__always)
    func hostFD(_ fd: Int32, _ right: Rights) throws(Errno) -> Int32 {
        do throws(Errno) { return try descriptors.hostFD(fd, right) } catch {
            throw error == .notcapable ? refusal(fd, right) : error
        }
    }

    /// The same for what the kernel refuses in more words than a right has: it gets what could never have the right, or was
    /// not opened for it.
    func judgedFD(_ fd: Int32, _ right: Rights) throws(Errno) -> Int32 {
        do throws(Errno) { return try descriptors.hostFD(fd, right) } catch {
            let description = try descriptors.description(fd)
            guard !description.rights.isSuperset(of: right), !description.transfersItself,
                let host = description.openHostFD
            else { throw error }
            if description.fileType == .regularFile, try Kernel.accessMode(host) != O_RDONLY { throw error }
            return host
        }
    }

    /// Why `fd` lacks `right`: ENOTCAPABLE when it was given up, POSIX's error when it never made sense.
    @inline(never)
    func refusal(_ fd: Int32, _ right: Rights) -> Errno {
        guard let description = try? descriptors.description(fd) else { return .badf }
        if description.rights.isSuperset(of: right) { return .notcapable }
        let isDirectory = description.fileType == .directory
        if right == .fdRead { return isDirectory ? .isdir : .badf }
        if right == .fdWrite { return .badf }
        if !right.isDisjoint(with: [.fdSeek, .fdTell]) { return isDirectory ? .isdir : .spipe }
        if right == .fdAdvise || right == .fdAllocate {
            return description.rights.contains(.fdSeek) ? .badf : isDirectory ? .isdir : .spipe
        }
        if !right.isDisjoint(with: .onlyOfDirectories) { return .notdir }
        return .inval
    }

    /// The directory behind `fd`, for a path operation that needs `rights`. ENOTDIR: it is another kind.
    func directory(_ fd: Int32, _ rights: Rights) throws(Errno) -> Directory {
        guard let directory = try descriptors.description(fd) as? Directory else { throw .notdir }
        _ = try descriptors.hostFD(fd, rights)
        return directory
    }
}

extension Rights {
    fileprivate static let onlyOfDirectories = Rights.directory.subtracting(.regularFile)
}

extension Preview1 {
    // MARK: Data

    static func fdRead(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let fd: Int32
        do throws(Errno) { fd = try system.hostFD(call.i32(0), .fdRead) } catch {
            guard let signals = system.signalDescription(call.i32(0), .fdRead) else { throw error }
            return try signals.read(call)
        }
        try call.check(call.u32(3), count: 4)
        let count = try call.withVectors(at: call.u32(1), count: call.u32(2)) { (vectors, count) throws(Errno) in
            try Kernel.read(fd, vectors, count)
        }
        try call.store(UInt32(truncatingIfNeeded: count), at: call.u32(3))
    }

    static func fdWrite(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let fd: Int32
        do throws(Errno) { fd = try system.hostFD(call.i32(0), .fdWrite) } catch {
            // Nothing can be written to one.
            throw system.signalDescription(call.i32(0), .fdWrite) == nil ? error : .inval
        }
        try call.check(call.u32(3), count: 4)
        let count = try call.withVectors(at: call.u32(1), count: call.u32(2)) { (vectors, count) throws(Errno) in
            try Kernel.write(fd, vectors, count)
        }
        try call.store(UInt32(truncatingIfNeeded: count), at: call.u32(3))
    }

    static func fdPread(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let fd = try system.positioned(call.i32(0), .fdRead)
        let offset = try fileOffset(call.u64(3))
        try call.check(call.u32(4), count: 4)
        let count = try call.withVectors(at: call.u32(1), count: call.u32(2)) { (vectors, count) throws(Errno) in
            try Kernel.read(fd, vectors, count, at: offset)
        }
        try call.store(UInt32(truncatingIfNeeded: count), at: call.u32(4))
    }

    static func fdPwrite(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let fd = try system.positioned(call.i32(0), .fdWrite)
        let offset = try fileOffset(call.u64(3))
        try call.check(call.u32(4), count: 4)
        let count = try call.withVectors(at: call.u32(1), count: call.u32(2)) { (vectors, count) throws(Errno) in
            try Kernel.write(fd, vectors, count, at: offset)
        }
        try call.store(UInt32(truncatingIfNeeded: count), at: call.u32(4))
    }

    private static func fileOffset(_ value: UInt64) throws(Errno) -> Int64 {
        guard let offset = Int64(exactly: value) else { throw .inval }
        return offset
    }

    // MARK: Position

    static func fdSeek(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let isTell = call.i64(1) == 0 && call.u32(2) == 1
        let fd = try system.hostFD(call.i32(0), isTell ? .fdTell : .fdSeek)
        try call.check(call.u32(3), count: 8)
        guard call.u32(2) <= 2 else { throw .inval }
        let offset = try Kernel.seek(fd, call.i64(1), whence: call.i32(2))
        try call.store(UInt64(bitPattern: offset), at: call.u32(3))
    }

    static func fdTell(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let fd = try system.hostFD(call.i32(0), .fdTell)
        try call.check(call.u32(1), count: 8)
        try call.store(UInt64(bitPattern: try Kernel.seek(fd, 0, whence: 1)), at: call.u32(1))
    }

    // MARK: The descriptor itself

    static func fdClose(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        try system.descriptors.close(call.i32(0))
    }

    static func fdRenumber(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        try system.descriptors.renumber(call.i32(0), to: call.i32(1))
    }

    static func fdFdstatGet(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let descriptor = try system.descriptors.descriptor(call.i32(0))
        try call.check(call.u32(1), count: 24)
        let description = descriptor.description
        let flags = description.hostFD < 0 ? [] : try Kernel.flags(description.hostFD)
        try call.storeFDStat(description.fileType, flags, descriptor.rights, descriptor.inheriting, at: call.u32(1))
    }

    static func fdFdstatSetFlags(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let fd = try system.hostFD(call.i32(0), .fdFdstatSetFlags)
        try Kernel.setFlags(fd, try FDFlags(argument: call.u32(1)))
    }

    static func fdFdstatSetRights(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        try system.descriptors.restrict(
            call.i32(0), rights: Rights(rawValue: call.u64(1)), inheriting: Rights(rawValue: call.u64(2)))
    }

    static func fdPrestatGet(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let name = try system.preopenName(call.i32(0))
        try call.check(call.u32(1), count: 8)
        // `preopentype` 0, a directory, and the length of its name.
        try call.store(UInt64(name.utf8.count) << 32, at: call.u32(1))
    }

    static func fdPrestatDirName(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let name = try system.preopenName(call.i32(0))
        let buffer = try call.bytes(at: call.u32(1), count: call.u32(2))
        guard buffer.count >= name.utf8.count else { throw .nametoolong }
        buffer.copyBytes(from: name.utf8)
    }

    // MARK: The file

    static func fdFilestatGet(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let description = try system.descriptors.description(call.i32(0))
        let fd = try system.hostFD(call.i32(0), .fdFilestatGet)
        try call.check(call.u32(1), count: 64)
        var status = try Kernel.status(fd)
        // The system only knows that a socket is one; which kind, we do.
        if status.type == .socketStream { status.type = description.fileType }
        try call.storeFileStatus(status, at: call.u32(1))
    }

    static func fdFilestatSetSize(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let fd = try system.hostFD(call.i32(0), .fdFilestatSetSize)
        guard let size = Int64(exactly: call.u64(1)) else { throw .inval }
        try Kernel.truncate(fd, to: size)
    }

    static func fdFilestatSetTimes(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let fd = try system.hostFD(call.i32(0), .fdFilestatSetTimes)
        let times = try NewTimes(accessed: call.u64(1), modified: call.u64(2), flags: call.u32(3))
        switch try system.descriptors.description(call.i32(0)) {
        case let file as File: if file.isReadOnly { throw .rofs }
        case let directory as Directory: try directory.requireWritable()
        default: break
        }
        try Kernel.setTimes(fd, times)
    }

    static func fdAdvise(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let fd = try system.judgedFD(call.i32(0), .fdAdvise)
        guard let offset = Int64(exactly: call.u64(1)), let length = Int64(exactly: call.u64(2)) else { throw .inval }
        try Kernel.advise(fd, offset, length, advice: call.u32(3))
    }

    static func fdAllocate(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let fd = try system.judgedFD(call.i32(0), .fdAllocate)
        guard let offset = Int64(exactly: call.u64(1)), let length = Int64(exactly: call.u64(2)) else { throw .inval }
        try Kernel.allocate(fd, offset, length)
    }

    static func fdSync(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        try Kernel.sync(try system.hostFD(call.i32(0), .fdSync))
    }

    static func fdDatasync(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        try Kernel.syncData(try system.hostFD(call.i32(0), .fdDatasync))
    }
}

extension WASISystem {
    /// For pread and pwrite, which need something that can be sought in before they need `right`.
    fileprivate func positioned(_ fd: Int32, _ right: Rights) throws(Errno) -> Int32 {
        do throws(Errno) { _ = try hostFD(fd, .fdSeek) } catch {
            // To a directory nothing is written, wherever.
            throw error == .isdir && right == .fdWrite ? .badf : error
        }
        return try hostFD(fd, right)
    }

    /// EBADF: not open, or not a directory that was given to the program: wasi-libc looks for them until it gets that.
    fileprivate func preopenName(_ fd: Int32) throws(Errno) -> String {
        guard let name = (try descriptors.description(fd) as? Directory)?.preopenName else { throw .badf }
        return name
    }
}
