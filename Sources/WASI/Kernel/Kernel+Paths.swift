// SPDX-License-Identifier: Apache-2.0

import CKernel
import Glibc

// Calls on names in directories. Nothing here decides where a path may lead: see PathResolver.

extension Kernel {
    /// Flags of open, as this module needs them.
    struct OpenFlags: OptionSet {
        var rawValue: Int32
        static let write = OpenFlags(rawValue: O_WRONLY), readWrite = OpenFlags(rawValue: O_RDWR)
        static let create = OpenFlags(rawValue: O_CREAT), exclusive = OpenFlags(rawValue: O_EXCL)
        static let truncate = OpenFlags(rawValue: O_TRUNC), directory = OpenFlags(rawValue: O_DIRECTORY)
        static let noFollow = OpenFlags(rawValue: O_NOFOLLOW)
        /// Only a reference: to look at, or to start from.
        static let path = OpenFlags(rawValue: ck_o_path)
        static let always = OpenFlags(rawValue: O_CLOEXEC | O_NOCTTY)
    }

    /// openat of one name (or of a path that the host itself chose). `mode`: of a file that is made.
    static func open(
        _ directory: Int32, _ name: String, _ flags: OpenFlags, mode: UInt32 = 0
    ) throws(Errno) -> Int32 {
        try valueOrErrno { ck_openat(directory, name, flags.union(.always).forSystem, mode) }
    }

    /// openat2 with RESOLVE_BENEATH. EXDEV: the path leads out of `directory`. EAGAIN: ask again.
    static func openBeneath(
        _ directory: Int32, _ path: String, _ flags: OpenFlags, mode: UInt32
    ) throws(Errno) -> Int32 {
        let fd = try waiting { ck_openat2_beneath(directory, path, flags.union(.always).forSystem, mode) }
        return Int32(truncatingIfNeeded: fd)
    }

    /// Whether this system has openat2, and lets us use it.
    static let hasOpenat2: Bool = {
        let fd = ck_openat2_beneath(AT_FDCWD, ".", ck_o_path | O_CLOEXEC, 0)
        if fd >= 0 { _ = Glibc.close(Int32(truncatingIfNeeded: fd)) }
        return fd >= 0
    }()

    /// Opens a directory that the host's user named.
    static func openDirectory(_ path: String) throws(Errno) -> Int32 {
        try open(AT_FDCWD, path, [.directory])
    }

    /// fstatat of `name` itself, if it is a link too.
    static func status(_ directory: Int32, _ name: String) throws(Errno) -> FileStatus {
        var result = stat()
        try valueOrErrno { fstatat(directory, name, &result, AT_SYMLINK_NOFOLLOW) }
        return FileStatus(result)
    }

    /// Sets the times of what a descriptor opened with `.path` refers to.
    static func setTimesOfReference(_ fd: Int32, _ times: NewTimes) throws(Errno) {
        let pair = try [timespec(times.accessed), timespec(times.modified)]
        try valueOrErrno { utimensat(fd, "", pair, ck_at_empty_path) }
    }

    static func makeDirectory(_ directory: Int32, _ name: String, mode: UInt32) throws(Errno) {
        try valueOrErrno { mkdirat(directory, name, mode) }
    }

    static func makeFIFO(_ directory: Int32, _ name: String, mode: UInt32) throws(Errno) {
        try valueOrErrno { mkfifoat(directory, name, mode) }
    }

    static func removeDirectory(_ directory: Int32, _ name: String) throws(Errno) {
        try valueOrErrno { unlinkat(directory, name, AT_REMOVEDIR) }
    }

    static func unlink(_ directory: Int32, _ name: String) throws(Errno) {
        try valueOrErrno { unlinkat(directory, name, 0) }
    }

    static func rename(
        _ directory: Int32, _ name: String, to newDirectory: Int32, _ newName: String, flags: UInt32
    ) throws(Errno) {
        try valueOrErrno { ck_rename(directory, name, newDirectory, newName, flags) }
    }

    static func makeLink(
        _ directory: Int32, _ name: String, at newDirectory: Int32, _ newName: String
    ) throws(Errno) {
        try valueOrErrno { linkat(directory, name, newDirectory, newName, 0) }
    }

    /// A new name for what a descriptor opened with `.path` refers to.
    static func makeLink(toReference fd: Int32, at newDirectory: Int32, _ newName: String) throws(Errno) {
        try valueOrErrno { linkat(AT_FDCWD, "/proc/self/fd/\(fd)", newDirectory, newName, AT_SYMLINK_FOLLOW) }
    }

    static func makeSymbolicLink(_ target: String, _ directory: Int32, _ name: String) throws(Errno) {
        try valueOrErrno { symlinkat(target, directory, name) }
    }

    /// readlinkat into `buffer`: how many bytes it took. An empty name is the link that `directory` itself refers to.
    static func readLink(
        _ directory: Int32, _ name: String, into buffer: UnsafeMutableRawBufferPointer
    ) throws(Errno) -> Int {
        guard let base = buffer.baseAddress, buffer.count > 0 else { throw .inval }
        return try valueOrErrno {
            readlinkat(directory, name, base.assumingMemoryBound(to: CChar.self), buffer.count)
        }
    }

    /// The target of a link, as text. EINVAL: it is not a link.
    static func readLink(_ directory: Int32, _ name: String) throws(Errno) -> String {
        var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
        var count = 0
        do {
            count = try buffer.withUnsafeMutableBytes { try readLink(directory, name, into: $0) }
        } catch let error as Errno { throw error } catch { throw .io }
        guard let target = String(validating: buffer[..<count], as: UTF8.self) else { throw .ilseq }
        return target
    }

    /// The target of a link of the host's own choice.
    static func target(ofLink path: String) throws(Errno) -> String { try readLink(AT_FDCWD, path) }

    /// getdents64 from the directory's position on.
    static func entries(_ fd: Int32, into buffer: UnsafeMutableRawBufferPointer) throws(Errno) -> Int {
        try valueOrErrno { ck_getdents(fd, buffer.baseAddress, buffer.count) }
    }
}

extension Kernel.OpenFlags {
    /// O_PATH goes with few others, and openat2 checks.
    var forSystem: Int32 { contains(.path) ? rawValue & ~O_NOCTTY : rawValue }
}
