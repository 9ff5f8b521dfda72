// SPDX-License-Identifier: Apache-2.0

// What path_open is asked for, and what that means to the system.

/// The arguments of path_open that say how to open.
struct OpenRequest {
    var oflags: OFlags
    var fdFlags: FDFlags
    var base: Rights
    var inheriting: Rights
    /// The permissions of a file that is made, before the mask. None that would make it run as its owner or its group.
    var mode: UInt32

    /// From the call's arguments. EINVAL: an unknown flag. Rights that there are not are ignored: some callers ask for
    /// all 64.
    init(_ call: GuestCall) throws(Errno) {
        oflags = try OFlags(argument: call.u32(4))
        base = Rights(rawValue: call.u64(5)).intersection(.all)
        mode = Self.mode(amongRights: call.u64(5)) ?? 0o666
        inheriting = Rights(rawValue: call.u64(6)).intersection(.all)
        fdFlags = try FDFlags(argument: call.u32(7))
    }

    /// __WASI_FILE_MODE: where preview 1 has no rights, a mark and a mode. All rights that can be, which some callers ask
    /// for, have another mark.
    private static func mode(amongRights rights: UInt64) -> UInt32? {
        rights >> 48 == 0x6d6f ? UInt32(truncatingIfNeeded: rights >> 32) & 0o1777 : nil
    }

    /// What the descriptor of the directory must permit.
    var rightsOnDirectory: Rights {
        var rights: Rights = .pathOpen
        if oflags.contains(.creat) { rights.insert(.pathCreateFile) }
        if oflags.contains(.trunc) { rights.insert(.pathFilestatSetSize) }
        return rights
    }

    /// Preview 1 has no access modes: the rights asked for say what is meant.
    var writes: Bool { base.contains(.fdWrite) }

    private var reads: Bool { !base.isDisjoint(with: [.fdRead, .fdReaddir]) }

    var flags: Kernel.OpenFlags {
        var flags: Kernel.OpenFlags = writes ? (reads ? .readWrite : .write) : []
        if oflags.contains(.creat) { flags.insert(.create) }
        if oflags.contains(.directory) { flags.insert(.directory) }
        if oflags.contains(.excl) { flags.insert(.exclusive) }
        if oflags.contains(.trunc) { flags.insert(.truncate) }
        return flags.union(Kernel.OpenFlags(rawValue: fdFlags.host))
    }

    /// The flags for a directory that was given read-only. EROFS: it would change something. Devices may be written.
    func readOnlyFlags(
        _ flags: Kernel.OpenFlags, _ paths: PathResolver, _ directory: Directory, _ path: String
    ) throws(Errno) -> Kernel.OpenFlags {
        guard writes || oflags.contains(.creat) || oflags.contains(.trunc) else { return flags }
        // As a file system does: first what is there, then what may be done to it.
        do throws(Errno) {
            try directory.requireVisible(path)
            try paths.withReference(directory.hostFD, path, follows: !flags.contains(.noFollow)) { _ in }
        } catch {
            throw error == .noent && oflags.contains(.creat) ? .rofs : error
        }
        if oflags.isSuperset(of: [.creat, .excl]) { throw .exist }
        if writes || oflags.contains(.trunc), !directory.isDevice(path) { throw .rofs }
        return flags.subtracting([.create, .exclusive, .truncate])
    }

    /// The descriptor for what was opened as the host's `fd`, which it takes over unless this throws.
    func descriptor(
        _ fd: Int32, _ directory: Directory, _ permitted: Rights
    ) throws(Errno) -> Descriptor {
        let (type, possible) = try Kernel.inspect(fd)
        let granted = base.intersection(permitted)
        let description: OpenDescription
        if type == .directory {
            description = Directory(hostFD: fd, beneath: directory)
        } else {
            description = File(hostFD: fd, fileType: type, rights: possible, isReadOnly: directory.isReadOnly)
        }
        return Descriptor(
            description, rights: granted.intersection(description.rights),
            inheriting: inheriting.intersection(permitted))
    }
}
