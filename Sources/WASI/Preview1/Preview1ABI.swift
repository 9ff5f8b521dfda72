// SPDX-License-Identifier: Apache-2.0

// The flags and layouts of wasi_snapshot_preview1, named and numbered as in its witx.

/// Preview 1's `fdflags`.
struct FDFlags: OptionSet, Sendable {
    var rawValue: UInt16
    static let append = FDFlags(rawValue: 1 << 0)
    static let dsync = FDFlags(rawValue: 1 << 1)
    static let nonblock = FDFlags(rawValue: 1 << 2)
    static let rsync = FDFlags(rawValue: 1 << 3)
    static let sync = FDFlags(rawValue: 1 << 4)
    static let all: FDFlags = [.append, .dsync, .nonblock, .rsync, .sync]

    /// The flags in an argument. EINVAL: one that there is not.
    init(argument: UInt32) throws(Errno) {
        guard argument & ~UInt32(Self.all.rawValue) == 0 else { throw .inval }
        self.init(rawValue: UInt16(truncatingIfNeeded: argument))
    }

    init(rawValue: UInt16) { self.rawValue = rawValue }
}

/// Preview 1's `oflags`.
struct OFlags: OptionSet, Sendable {
    var rawValue: UInt16
    static let creat = OFlags(rawValue: 1 << 0)
    static let directory = OFlags(rawValue: 1 << 1)
    static let excl = OFlags(rawValue: 1 << 2)
    static let trunc = OFlags(rawValue: 1 << 3)

    /// The flags in an argument. EINVAL: one that there is not.
    init(argument: UInt32) throws(Errno) {
        guard argument & ~0xf == 0 else { throw .inval }
        self.init(rawValue: UInt16(truncatingIfNeeded: argument))
    }

    init(rawValue: UInt16) { self.rawValue = rawValue }
}

/// Preview 1's `lookupflags`: whether a symbolic link at the end of a path is followed. EINVAL: an unknown flag.
func followsLinks(_ lookupFlags: UInt32) throws(Errno) -> Bool {
    guard lookupFlags & ~1 == 0 else { throw .inval }
    return lookupFlags & 1 != 0
}

/// What fd_filestat_get and path_filestat_get tell.
package struct FileStatus {
    package var device: UInt64
    package var inode: UInt64
    package var type: FileType
    package var links: UInt64
    package var size: UInt64
    /// Linux's `st_mode`: the type and the permissions.
    package var mode: UInt32
    package var user, group: UInt32
    /// Nanoseconds since 1970.
    package var accessed, modified, changed: UInt64
}

extension FileStatus {
    /// __WASI_FILE_DETAILS, __WASI_FILE_OWN and __WASI_FILE_OVERFLOW.
    private enum Details {
        static let marker: UInt64 = 0x6d
        static let own: UInt16 = 0xffff, overflow: UInt16 = 0xfffe
    }

    /// What preview 1 has no words for, in the seven bytes after the type: a marker, the mode, the user, the group.
    fileprivate var details: UInt64 {
        func number(_ id: UInt32, _ own: UInt32) -> UInt64 {
            UInt64(id == own ? Details.own : min(UInt16(clamping: id), Details.overflow))
        }
        return Details.marker << 8 | UInt64(UInt16(truncatingIfNeeded: mode)) << 16
            | number(user, Kernel.fileUser) << 32 | number(group, Kernel.fileGroup) << 48
    }
}

/// Preview 1's `fstflags` with their two times: what set_times sets.
struct NewTimes {
    enum Time: Equatable {
        case omit, now
        case nanoseconds(UInt64)
    }

    var accessed: Time
    var modified: Time

    /// From the arguments of set_times. EINVAL: an unknown flag, or both ways to set the same time.
    init(accessed: UInt64, modified: UInt64, flags: UInt32) throws(Errno) {
        guard flags & ~0xf == 0 else { throw .inval }
        self.accessed = try Self.time(accessed, given: flags & 1 != 0, now: flags & 2 != 0)
        self.modified = try Self.time(modified, given: flags & 4 != 0, now: flags & 8 != 0)
    }

    private static func time(_ value: UInt64, given: Bool, now: Bool) throws(Errno) -> Time {
        switch (given, now) {
        case (true, true): throw .inval
        case (true, false): return .nanoseconds(value)
        case (false, true): return .now
        case (false, false): return .omit
        }
    }
}

extension GuestCall {
    /// Preview 1's `fdstat`: 24 bytes.
    func storeFDStat(
        _ type: FileType, _ flags: FDFlags, _ rights: Rights, _ inheriting: Rights, at address: UInt32
    ) throws(Errno) {
        let bytes = try bytes(at: address, count: 24 as UInt64)
        bytes.storeBytes(of: UInt64(type.rawValue) | UInt64(flags.rawValue) << 16, toByteOffset: 0, as: UInt64.self)
        bytes.storeBytes(of: rights.rawValue.littleEndian, toByteOffset: 8, as: UInt64.self)
        bytes.storeBytes(of: inheriting.rawValue.littleEndian, toByteOffset: 16, as: UInt64.self)
    }

    /// Preview 1's `filestat`: 64 bytes, with the `details` in what it leaves unused.
    func storeFileStatus(_ status: FileStatus, at address: UInt32) throws(Errno) {
        let bytes = try bytes(at: address, count: 64 as UInt64)
        let fields = (
            status.device, status.inode, UInt64(status.type.rawValue) | status.details, status.links, status.size,
            status.accessed, status.modified, status.changed
        )
        withUnsafeBytes(of: fields) { bytes.copyMemory(from: $0) }
    }
}

/// Preview 1's `subscription`: 48 bytes.
enum Subscription {
    static let size: UInt32 = 48
    static let userdata = 0, tag = 8, descriptor = 16, clock = 16, timeout = 24, clockFlags = 40
}

/// Preview 1's `event`: 32 bytes.
struct Event {
    static let size: UInt32 = 32

    var userdata: UInt64
    var error = Errno.success
    /// Preview 1's `eventtype`: 0 clock, 1 fd_read, 2 fd_write.
    var type: UInt8
    /// Bytes that can be read; only for fd_read.
    var byteCount: UInt64 = 0
    var hangup = false

    /// Writes the event at `offset` of `bytes`, which is large enough.
    func store(in bytes: UnsafeMutableRawBufferPointer, at offset: Int) {
        let fields = (
            userdata, UInt64(error.rawValue) | UInt64(type) << 16, byteCount, UInt64(hangup ? 1 : 0)
        )
        withUnsafeBytes(of: fields) { UnsafeMutableRawBufferPointer(rebasing: bytes[offset...]).copyMemory(from: $0) }
    }
}
