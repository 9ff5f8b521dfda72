// SPDX-License-Identifier: Apache-2.0

// The imports of wasi_file (<wasi/files.h>): permissions, owners, file systems, where a directory is. What is made gets
// the permissions that it is asked for, within the guest's mask.

enum FileImports {
    /// A descriptor, and a path that starts there; without one the descriptor itself is meant.
    private static var place: [ImportParameter] { [.i32("fd"), .u32("flags"), .text("path"), .u32("path_length")] }

    static var rows: [ImportRow] {
        let new: [ImportParameter] = [.i32("directory"), .text("path"), .u32("path_length"), .u32("mode")]
        return [
            ImportRow("wasi_file", "set_mask", [.u32("mask"), .pointer("previous")], setMask),
            ImportRow("wasi_file", "set_mode", place + [.u32("mode")], setMode),
            ImportRow("wasi_file", "set_owner", place + [.u32("user"), .u32("group")], setOwner),
            ImportRow("wasi_file", "check_access", place + [.u32("mode")], checkAccess),
            ImportRow("wasi_file", "make_directory", new, makeDirectory),
            ImportRow("wasi_file", "make_fifo", new, makeFIFO),
            ImportRow(
                "wasi_file", "rename",
                [
                    .i32("directory"), .text("path"), .u32("path_length"), .i32("new_directory"), .text("new_path"),
                    .u32("new_path_length"), .u32("flags"),
                ], rename),
            ImportRow("wasi_file", "get_system", place + [.pointer("system")], getSystem),
            ImportRow("wasi_file", "synchronize", [.i32("fd")], synchronize),
            ImportRow(
                "wasi_file", "path_of", [.i32("directory"), .pointer("path"), .u32("size"), .pointer("length")], pathOf),
        ]
    }

    // MARK: What is meant

    /// Calls `body` with a reference, as the host's descriptor, to what the first four arguments mean, and with what it
    /// was found from: the directory, or the descriptor itself.
    private static func withFile<R>(
        _ call: GuestCall, _ system: WASISystem, _ right: Rights,
        _ body: (Int32, OpenDescription) throws(Errno) -> R
    ) throws(Errno) -> R {
        guard call.u32(1) & ~1 == 0 else { throw .inval }
        guard call.u32(3) > 0 else {
            return try body(try system.descriptors.hostFD(call.i32(0)), try system.descriptors.description(call.i32(0)))
        }
        let path = try call.string(at: call.u32(2), length: call.u32(3))
        let directory = try system.directory(call.i32(0), right)
        try directory.requireVisible(path)
        return try system.paths.withReference(directory.hostFD, path, follows: call.u32(1) == 1) { (fd) throws(Errno) in
            try body(fd, directory)
        }
    }

    /// The same for a call that changes what the file is. EROFS: the directory is only read. EPERM: it is no file of the
    /// guest's, but one that the host was started with, or of a process.
    private static func withOwnFile(
        _ call: GuestCall, _ system: WASISystem, _ body: (Int32) throws(Errno) -> Void
    ) throws(Errno) {
        try withFile(call, system, .pathFilestatSetTimes) { (fd, origin) throws(Errno) in
            switch origin {
            case let directory as Directory:
                if call.u32(3) == 0 { _ = try system.hostFD(call.i32(0), .fdFilestatSetTimes) }
                try directory.requireWritable()
            case let file as File:
                _ = try system.hostFD(call.i32(0), .fdFilestatSetTimes)
                if file.isReadOnly { throw .rofs }
            case is StandardStream: throw .perm
            default:
                // A pipe or a socket has a node of its own; what has none shares one with the whole system.
                let kind = try Kernel.status(fd).mode & 0o170000, pipe: UInt32 = 0o010000, socket: UInt32 = 0o140000
                guard kind == pipe || kind == socket else { throw .perm }
            }
            if try Kernel.isOfProcesses(fd) { throw .perm }
            try body(fd)
        }
    }

    private static func isReadOnly(_ origin: OpenDescription) -> Bool {
        (origin as? Directory)?.isReadOnly ?? (origin as? File)?.isReadOnly ?? false
    }

    // MARK: Permissions

    static func setMask(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        try call.check(call.u32(1), count: 4)
        try call.store(system.fileModeMask, at: call.u32(1))
        system.fileModeMask = call.u32(0) & 0o777
    }

    /// EPERM: the file would run as its owner or its group, whoever starts it. A directory's set-group-ID bit only says
    /// of which group new files are.
    static func setMode(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let setUser: UInt32 = 0o4000, setGroup: UInt32 = 0o2000
        let mode = call.u32(4)
        guard mode & ~0o7777 == 0 else { throw .inval }
        try withOwnFile(call, system) { (fd) throws(Errno) in
            let type = try Kernel.status(fd).type
            if type == .symbolicLink { throw .notsup }
            let refused = type == .directory ? setUser : setUser | setGroup
            guard mode & refused == 0 else { throw .perm }
            try Kernel.setMode(fd, mode)
        }
    }

    /// As for any ordinary user: a file of one's own can be given to one's own group, and nothing else changes.
    static func setOwner(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let own = SignalImports.ownID, kept = UInt32.max
        let user = call.u32(4), group = call.u32(5)
        try withOwnFile(call, system) { (fd) throws(Errno) in
            let status = try Kernel.status(fd)
            let isOwn = status.user == Kernel.fileUser
            guard user == kept || user == own && isOwn, group == kept || group == own && isOwn else { throw .perm }
            try Kernel.setOwner(
                fd, user: user == own ? Kernel.fileUser : nil, group: group == own ? Kernel.fileGroup : nil)
        }
    }

    static func checkAccess(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let mode = call.i32(4)
        let writes: Int32 = 2
        guard 0...7 ~= mode else { throw .inval }
        try withFile(call, system, .pathFilestatGet) { (fd, origin) throws(Errno) in
            if isReadOnly(origin), mode & writes != 0 {
                // What is beyond files, such as a device, is written without changing the file system.
                switch try Kernel.status(fd).type {
                case .regularFile, .directory, .symbolicLink: throw .rofs
                default: break
                }
            }
            try Kernel.checkAccess(fd, mode)
        }
    }

    // MARK: File systems

    static func getSystem(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let record = try call.bytes(at: call.u32(4), count: 88 as UInt64)
        let status = try withFile(call, system, .pathFilestatGet) { (fd, origin) throws(Errno) in
            var status = try Kernel.fileSystem(of: fd)
            if isReadOnly(origin) { status.flags |= 1 }
            return status
        }
        withUnsafeBytes(of: status) { record.copyMemory(from: $0) }
    }

    static func synchronize(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        try Kernel.syncFileSystem(of: try system.descriptors.hostFD(call.i32(0)))
    }

    static func pathOf(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let room = try call.bytes(at: call.u32(1), count: call.u32(2))
        try call.check(call.u32(3), count: 4)
        guard let directory = try system.descriptors.description(call.i32(0)) as? Directory else { throw .notdir }
        guard let path = system.guestNames(of: directory.hostFD).first else { throw .noent }
        guard path.count <= room.count else { throw .range }
        room.copyBytes(from: path)
        try call.store(UInt32(truncatingIfNeeded: path.count), at: call.u32(3))
    }

    // MARK: New files

    static func makeDirectory(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        try make(call, system, .pathCreateDirectory) { (parent, name, mode) throws(Errno) in
            try Kernel.makeDirectory(parent, name, mode: mode)
        }
    }

    static func makeFIFO(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        try make(call, system, .pathCreateFile) { (parent, name, mode) throws(Errno) in
            try Kernel.makeFIFO(parent, name, mode: mode)
        }
    }

    /// renameat2. Linux's flag for a node that hides another of a lower layer is not the guest's to give.
    static func rename(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let known: UInt32 = 3
        guard call.u32(6) & ~known == 0 else { throw .inval }
        try Preview1.rename(
            system, (call.i32(0), try call.string(at: call.u32(1), length: call.u32(2))),
            (call.i32(3), try call.string(at: call.u32(4), length: call.u32(5))), flags: call.u32(6))
    }

    private static func make(
        _ call: GuestCall, _ system: WASISystem, _ right: Rights,
        _ body: (Int32, String, UInt32) throws(Errno) -> Void
    ) throws(Errno) {
        let path = try call.string(at: call.u32(1), length: call.u32(2))
        let mode = system.permissions(call.u32(3))
        let directory = try system.directory(call.i32(0), right)
        try directory.requireWritable()
        try system.paths.withParent(directory.hostFD, path) { (parent, name) throws(Errno) in
            try body(parent, name, mode)
        }
    }
}

extension WASISystem {
    /// What a file that is to have `mode` gets.
    func permissions(_ mode: UInt32) -> UInt32 { mode & 0o1777 & ~fileModeMask }

    /// Calls `body`, which makes a name of `fd`, a socket, with the permissions that a new file is to have.
    package func withPermissions(ofSocket fd: Int32, _ body: () throws(Errno) -> Void) throws(Errno) {
        // The kernel takes them from the socket itself, which keeps its own.
        let mode = try Kernel.status(fd).mode & 0o777
        guard mode & fileModeMask != 0 else { return try body() }
        try Kernel.setMode(fd, mode & ~fileModeMask)
        let result: Result<Void, Errno>
        do throws(Errno) { result = .success(try body()) } catch { result = .failure(error) }
        try Kernel.setMode(fd, mode)
        try result.get()
    }
}
