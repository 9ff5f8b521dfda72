// SPDX-License-Identifier: Apache-2.0

// Preview 1: what is done to names beneath a directory.

extension Preview1 {
    static func pathOpen(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let path = try call.string(at: call.u32(2), length: call.u32(3))
        let follows = try followsLinks(call.u32(1))
        let request = try OpenRequest(call)
        try call.check(call.u32(8), count: 4)
        let directory = try system.directory(call.i32(0), request.rightsOnDirectory)
        let inheriting = try system.descriptors.descriptor(call.i32(0)).inheriting
        // Before the kernel is asked, which would create the file.
        _ = try system.descriptors.lowestFree()

        var flags = request.flags
        if !follows { flags.insert(.noFollow) }
        if directory.isReadOnly {
            flags = try request.readOnlyFlags(flags, system.paths, directory, path)
        }
        try directory.requireVisible(path)
        let mode = flags.contains(.create) ? system.permissions(request.mode) : 0
        let fd = try system.paths.open(directory.hostFD, path, flags, mode: mode)
        let descriptor: Descriptor
        do throws(Errno) {
            if try Kernel.isOfProcesses(fd) { try requireHarmless(fd, writes: request.writes) }
            descriptor = try request.descriptor(fd, directory, inheriting)
        } catch {
            try? Kernel.close(fd)
            throw error
        }
        try call.store(try system.descriptors.insert(descriptor), at: call.u32(8))
    }

    /// EACCES: what tells of a process more than any other user may know, the memory of this one first of all, or where
    /// it lies; and whatever is to be written there.
    private static func requireHarmless(_ fd: Int32, writes: Bool) throws(Errno) {
        let layouts = ["maps", "smaps", "smaps_rollup", "numa_maps"]
        let forOthers: UInt32 = 0o004
        let path = try Kernel.target(ofLink: "/proc/self/fd/\(fd)")
        let name = path.utf8.split(separator: UInt8(ascii: "/")).last.map { String(decoding: $0, as: UTF8.self) }
        guard !writes, try Kernel.status(fd).mode & forOthers != 0, let name, !layouts.contains(name)
        else { throw .acces }
    }

    static func pathFilestatGet(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let path = try call.string(at: call.u32(2), length: call.u32(3))
        let follows = try followsLinks(call.u32(1))
        try call.check(call.u32(4), count: 64)
        let directory = try system.directory(call.i32(0), .pathFilestatGet)
        try directory.requireVisible(path)
        if PathResolver.isPlainName(path) {
            let status = try Kernel.status(directory.hostFD, path)
            if !follows || status.type != .symbolicLink { return try call.storeFileStatus(status, at: call.u32(4)) }
        }
        let status = try system.paths.withReference(directory.hostFD, path, follows: follows) { (fd) throws(Errno) in
            try Kernel.status(fd)
        }
        try call.storeFileStatus(status, at: call.u32(4))
    }

    static func pathFilestatSetTimes(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let path = try call.string(at: call.u32(2), length: call.u32(3))
        let follows = try followsLinks(call.u32(1))
        let times = try NewTimes(accessed: call.u64(4), modified: call.u64(5), flags: call.u32(6))
        let directory = try system.directory(call.i32(0), .pathFilestatSetTimes)
        try directory.requireWritable()
        try system.paths.withReference(directory.hostFD, path, follows: follows) { (fd) throws(Errno) in
            try Kernel.setTimesOfReference(fd, times)
        }
    }

    static func pathCreateDirectory(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let path = try call.string(at: call.u32(1), length: call.u32(2))
        let directory = try system.directory(call.i32(0), .pathCreateDirectory)
        try directory.requireWritable()
        try system.paths.withParent(directory.hostFD, path) { (parent, name) throws(Errno) in
            try Kernel.makeDirectory(parent, name, mode: system.permissions(0o777))
        }
    }

    static func pathRemoveDirectory(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let path = try call.string(at: call.u32(1), length: call.u32(2))
        let directory = try system.directory(call.i32(0), .pathRemoveDirectory)
        try directory.requireWritable()
        try system.paths.withParent(directory.hostFD, path) { (parent, name) throws(Errno) in
            try Kernel.removeDirectory(parent, name)
        }
    }

    static func pathUnlinkFile(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let path = try call.string(at: call.u32(1), length: call.u32(2))
        let directory = try system.directory(call.i32(0), .pathUnlinkFile)
        try directory.requireWritable()
        try system.paths.withParent(directory.hostFD, path) { (parent, name) throws(Errno) in
            try Kernel.unlink(parent, name)
        }
    }

    static func pathRename(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        try rename(
            system, (call.i32(0), try call.string(at: call.u32(1), length: call.u32(2))),
            (call.i32(3), try call.string(at: call.u32(4), length: call.u32(5))), flags: 0)
    }

    /// renameat2.
    static func rename(
        _ system: WASISystem, _ old: (fd: Int32, path: String), _ new: (fd: Int32, path: String), flags: UInt32
    ) throws(Errno) {
        let directory = try system.directory(old.fd, .pathRenameSource)
        let newDirectory = try system.directory(new.fd, .pathRenameTarget)
        try directory.requireWritable()
        try newDirectory.requireWritable()
        try system.paths.withParent(directory.hostFD, old.path) { (oldParent, oldName) throws(Errno) in
            try system.paths.withParent(newDirectory.hostFD, new.path) { (newParent, newName) throws(Errno) in
                try Kernel.rename(oldParent, oldName, to: newParent, newName, flags: flags)
            }
        }
    }

    static func pathLink(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let oldPath = try call.string(at: call.u32(2), length: call.u32(3))
        let newPath = try call.string(at: call.u32(5), length: call.u32(6))
        let follows = try followsLinks(call.u32(1))
        let old = try system.directory(call.i32(0), .pathLinkSource)
        let new = try system.directory(call.i32(4), .pathLinkTarget)
        // A second name in a writable directory would make what is read-only writable.
        try old.requireWritable()
        try new.requireWritable()
        // The old name is found before the new one is looked at, as the kernel does it.
        try system.paths.withReference(old.hostFD, oldPath, follows: follows) { (fd) throws(Errno) in
            try system.paths.withParent(new.hostFD, newPath) { (newParent, newName) throws(Errno) in
                // A slash at the end would make the kernel follow a link of that name.
                if follows || oldPath.endsInSlash {
                    return try Kernel.makeLink(toReference: fd, at: newParent, newName)
                }
                try system.paths.withParent(old.hostFD, oldPath) { (oldParent, oldName) throws(Errno) in
                    try Kernel.makeLink(oldParent, oldName, at: newParent, newName)
                }
            }
        }
    }

    /// The target is text and goes nowhere by itself; but one that starts at the host's root could only mislead others.
    static func pathSymlink(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let target = try call.string(at: call.u32(0), length: call.u32(1))
        let path = try call.string(at: call.u32(3), length: call.u32(4))
        let directory = try system.directory(call.i32(2), .pathSymlink)
        try directory.requireWritable()
        guard !target.beginsWithSlash else { throw .perm }
        try system.paths.withParent(directory.hostFD, path) { (parent, name) throws(Errno) in
            try Kernel.makeSymbolicLink(target, parent, name)
        }
    }

    static func pathReadlink(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let path = try call.string(at: call.u32(1), length: call.u32(2))
        let buffer = try call.bytes(at: call.u32(3), count: call.u32(4))
        try call.check(call.u32(5), count: 4)
        let directory = try system.directory(call.i32(0), .pathReadlink)
        try directory.requireVisible(path)
        // By reference: a slash at the end would make the kernel follow a link of that name.
        let count = try system.paths.withReference(directory.hostFD, path, follows: false) { (fd) throws(Errno) in
            do throws(Errno) { return try Kernel.readLink(fd, "", into: buffer) } catch {
                throw error == .noent ? .inval : error
            }
        }
        try call.store(UInt32(truncatingIfNeeded: count), at: call.u32(5))
    }
}

extension PathResolver {
    /// Calls `body` with a descriptor that refers to what `path` names, opened neither for reading nor for writing.
    func withReference<R>(
        _ directory: Int32, _ path: String, follows: Bool, _ body: (Int32) throws(Errno) -> R
    ) throws(Errno) -> R {
        let fd = try open(directory, path, follows ? [.path] : [.path, .noFollow])
        let result: R
        do throws(Errno) { result = try body(fd) } catch {
            try? Kernel.close(fd)
            throw error
        }
        try Kernel.close(fd)
        return result
    }
}
