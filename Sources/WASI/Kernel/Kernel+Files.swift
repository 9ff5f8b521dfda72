// SPDX-License-Identifier: Apache-2.0

import CKernel
import Glibc

// Calls on descriptors: reading, writing, flags and status.

extension Kernel {
    /// Addresses of which nobody reads or writes a byte, as many as a guest's length can say. Where there is no room for so
    /// many, the address 0, where nothing is either. Unsafe by name only: an address, which nobody changes.
    nonisolated(unsafe) static let nowhere: UnsafeMutableRawPointer? = {
        let room = mmap(nil, 1 << 32, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)
        return room == MAP_FAILED ? nil : room
    }()

    /// A vector of as many bytes that are nowhere.
    @usableFromInline @inline(never)
    static func vectorNowhere(_ count: Int) -> iovec { iovec(iov_base: nowhere, iov_len: count) }

    /// close(2). Not repeated on EINTR: Linux has closed the descriptor by then.
    package static func close(_ fd: Int32) throws(Errno) {
        let result = Glibc.close(fd)
        let error = errno
        // A simulated failure comes after the real close, so that tests do not leak.
        let fault = ck_fault()
        if fault != 0 { throw Errno(host: fault) }
        if result < 0, error != EINTR { throw Errno(host: error) }
    }

    @inline(__always)
    static func read(_ fd: Int32, _ vectors: UnsafeMutablePointer<iovec>, _ count: Int32) throws(Errno) -> Int {
        try waiting { ck_readv(fd, vectors, count) }
    }

    @inline(__always)
    static func write(_ fd: Int32, _ vectors: UnsafeMutablePointer<iovec>, _ count: Int32) throws(Errno) -> Int {
        try waiting { ck_writev(fd, vectors, count) }
    }

    static func read(
        _ fd: Int32, _ vectors: UnsafeMutablePointer<iovec>, _ count: Int32, at offset: Int64
    ) throws(Errno) -> Int {
        try valueOrErrno { preadv(fd, vectors, count, off_t(offset)) }
    }

    static func write(
        _ fd: Int32, _ vectors: UnsafeMutablePointer<iovec>, _ count: Int32, at offset: Int64
    ) throws(Errno) -> Int {
        try valueOrErrno { pwritev(fd, vectors, count, off_t(offset)) }
    }

    /// lseek. `whence`: preview 1's numbers, which are POSIX's.
    static func seek(_ fd: Int32, _ offset: Int64, whence: Int32) throws(Errno) -> Int64 {
        Int64(try valueOrErrno { lseek(fd, off_t(offset), whence) })
    }

    static func status(_ fd: Int32) throws(Errno) -> FileStatus {
        var result = stat()
        try valueOrErrno { fstat(fd, &result) }
        return FileStatus(result)
    }

    /// How `fd` was opened: for reading, writing or both.
    static func accessMode(_ fd: Int32) throws(Errno) -> Int32 {
        try valueOrErrno { ck_fcntl_get_flags(fd) } & O_ACCMODE
    }

    /// Whether two descriptors refer to one open file description; false also where the kernel does not tell.
    static func areOne(_ fd: Int32, _ other: Int32) -> Bool { ck_are_one(fd, other) }

    static func sync(_ fd: Int32) throws(Errno) { try valueOrErrno { fsync(fd) } }

    static func syncData(_ fd: Int32) throws(Errno) { try valueOrErrno { fdatasync(fd) } }

    static func truncate(_ fd: Int32, to size: Int64) throws(Errno) { try valueOrErrno { ftruncate(fd, off_t(size)) } }

    static func allocate(_ fd: Int32, _ offset: Int64, _ length: Int64) throws(Errno) {
        try waiting { -Int(posix_fallocate(fd, off_t(offset), off_t(length))) }
    }

    /// posix_fadvise; `advice` is preview 1's.
    static func advise(_ fd: Int32, _ offset: Int64, _ length: Int64, advice: UInt32) throws(Errno) {
        let advices = [
            POSIX_FADV_NORMAL, POSIX_FADV_SEQUENTIAL, POSIX_FADV_RANDOM, POSIX_FADV_WILLNEED, POSIX_FADV_DONTNEED,
            POSIX_FADV_NOREUSE,
        ]
        // Of what is no advice the kernel says so, or that `fd` takes none at all.
        let word = Int(exactly: advice).flatMap { advices.indices.contains($0) ? advices[$0] : nil } ?? Int32.max
        try waiting { -Int(posix_fadvise(fd, off_t(offset), off_t(length), word)) }
    }

    static func setTimes(_ fd: Int32, _ times: NewTimes) throws(Errno) {
        let pair = try [timespec(times.accessed), timespec(times.modified)]
        try valueOrErrno { futimens(fd, pair) }
    }

    // MARK: Permissions. A descriptor may be a mere reference: the link to what it refers to is followed.

    /// Whose the files are that this process makes.
    static let fileUser = geteuid(), fileGroup = getegid()

    static func setMode(_ fd: Int32, _ mode: UInt32) throws(Errno) {
        try valueOrErrno { chmod("/proc/self/fd/\(fd)", mode) }
    }

    /// chown; nil leaves what there is.
    static func setOwner(_ fd: Int32, user: UInt32?, group: UInt32?) throws(Errno) {
        try valueOrErrno { fchownat(fd, "", user ?? .max, group ?? .max, ck_at_empty_path) }
    }

    /// access. `mode`: what Linux has for it, and 0 for whether it is there.
    static func checkAccess(_ fd: Int32, _ mode: Int32) throws(Errno) {
        try valueOrErrno { faccessat(AT_FDCWD, "/proc/self/fd/\(fd)", mode, ck_at_eaccess) }
    }

    // MARK: File systems

    static func fileSystem(of fd: Int32) throws(Errno) -> ck_file_system {
        var result = ck_file_system()
        try valueOrErrno { ck_get_file_system(fd, &result) }
        return result
    }

    static func syncFileSystem(of fd: Int32) throws(Errno) { try valueOrErrno { ck_syncfs(fd) } }

    /// Whether `fd` is of a file system that shows processes (proc).
    static func isOfProcesses(_ fd: Int32) throws(Errno) -> Bool { try fileSystem(of: fd).kind == ck_proc_magic }

    // MARK: Mappings

    static func map(
        _ memory: UnsafeMutableRawBufferPointer, _ fd: Int32, at offset: Int64, writes: Bool
    ) throws(Errno) {
        try waiting { 0 &- Int(ck_map_file(memory.baseAddress, memory.count, fd, offset, writes)) }
    }

    static func forgetMappings(_ memory: UnsafeRawBufferPointer) {
        ck_forget_mappings(memory.baseAddress, memory.count)
    }

    /// msync: what was written to mapped files is on their device when this returns.
    static func flush(_ memory: UnsafeMutableRawBufferPointer) throws(Errno) {
        try valueOrErrno { msync(memory.baseAddress, memory.count, MS_SYNC) }
    }

    // MARK: Flags

    static func flags(_ fd: Int32) throws(Errno) -> FDFlags {
        FDFlags(host: try valueOrErrno { ck_fcntl_get_flags(fd) })
    }

    /// fcntl(F_SETFL) of O_APPEND and O_NONBLOCK; the others stay. ENOTSUP: a flag that only open can set.
    static func setFlags(_ fd: Int32, _ wanted: FDFlags) throws(Errno) {
        let previous = try valueOrErrno { ck_fcntl_get_flags(fd) }
        guard wanted.subtracting([.append, .nonblock]).isSubset(of: FDFlags(host: previous)) else { throw .notsup }
        let changeable = O_APPEND | O_NONBLOCK
        let flags = (previous & ~changeable) | (wanted.host & changeable)
        if flags != previous { try valueOrErrno { ck_fcntl_set_flags(fd, flags) } }
    }

    /// What can be done with an inherited descriptor, by its type and the mode it was opened in.
    static func inspect(_ fd: Int32) throws(Errno) -> (type: FileType, rights: Rights) {
        let type = try status(fd).type
        let mode = try valueOrErrno { ck_fcntl_get_flags(fd) } & O_ACCMODE
        var rights = Rights(of: type)
        // wasi-libc takes a character device that cannot seek for a terminal; /dev/null is none.
        if type == .characterDevice, isatty(fd) == 0 { rights = .regularFile }
        if mode == O_RDONLY { rights.subtract(.needWriting) }
        if mode == O_WRONLY { rights.subtract(.fdRead) }
        return (type, rights)
    }

    // MARK: What POSIX has and preview 1 has not

    static func pipe(nonblocking: Bool, ofPackets: Bool = false) throws(Errno) -> (read: Int32, write: Int32) {
        var ends: [Int32] = [-1, -1]
        let flags = O_CLOEXEC | (nonblocking ? O_NONBLOCK : 0) | (ofPackets ? ck_o_direct : 0)
        try valueOrErrno { ck_pipe2(&ends, flags) }
        return (ends[0], ends[1])
    }

    static func available(_ fd: Int32) throws(Errno) -> UInt32 {
        var bytes: Int32 = 0
        try valueOrErrno { ck_available(fd, &bytes) }
        return UInt32(clamping: bytes)
    }

    /// Bytes written that have not left for good. ENOTTY: not a kind that says so.
    static func unsent(_ fd: Int32) throws(Errno) -> UInt32 {
        var bytes: Int32 = 0
        try valueOrErrno { ck_unsent(fd, &bytes) }
        return UInt32(clamping: bytes)
    }

    /// Makes `fd` refer to /dev/null: closing a standard descriptor must not free its number on the host.
    static func replaceByNull(_ fd: Int32) throws(Errno) {
        let null = try valueOrErrno { ck_openat(AT_FDCWD, "/dev/null", O_RDWR | O_CLOEXEC, 0) }
        try valueOrErrno { dup2(null, fd) }
        try close(null)
    }
}

extension FileStatus {
    init(_ status: stat) {
        device = UInt64(status.st_dev)
        inode = UInt64(status.st_ino)
        type = FileType(mode: status.st_mode)
        links = UInt64(status.st_nlink)
        size = UInt64(clamping: status.st_size)
        mode = status.st_mode
        user = status.st_uid
        group = status.st_gid
        accessed = nanoseconds(status.st_atim)
        modified = nanoseconds(status.st_mtim)
        changed = nanoseconds(status.st_ctim)
    }
}

extension FileType {
    init(mode: mode_t) {
        switch mode & S_IFMT {
        case S_IFREG: self = .regularFile
        case S_IFDIR: self = .directory
        case S_IFLNK: self = .symbolicLink
        case S_IFCHR: self = .characterDevice
        case S_IFBLK: self = .blockDevice
        case S_IFSOCK: self = .socketStream
        default: self = .unknown
        }
    }

    /// From a directory entry's type.
    init(entry: UInt8) {
        switch Int(entry) {
        case Int(DT_REG): self = .regularFile
        case Int(DT_DIR): self = .directory
        case Int(DT_LNK): self = .symbolicLink
        case Int(DT_CHR): self = .characterDevice
        case Int(DT_BLK): self = .blockDevice
        case Int(DT_SOCK): self = .socketStream
        default: self = .unknown
        }
    }
}

extension FDFlags {
    init(host flags: Int32) {
        self = []
        if flags & O_APPEND != 0 { insert(.append) }
        if flags & O_NONBLOCK != 0 { insert(.nonblock) }
        if flags & O_DSYNC != 0 { insert(.dsync) }
        // O_RSYNC is another name for O_SYNC on Linux.
        if flags & O_SYNC == O_SYNC { formUnion([.sync, .rsync]) }
    }

    var host: Int32 {
        (contains(.append) ? O_APPEND : 0) | (contains(.nonblock) ? O_NONBLOCK : 0) | (contains(.dsync) ? O_DSYNC : 0)
            | (contains(.sync) || contains(.rsync) ? O_SYNC : 0)
    }
}

extension timespec {
    init(_ time: NewTimes.Time) throws(Errno) {
        switch time {
        case .omit: self.init(tv_sec: 0, tv_nsec: ck_utime_omit)
        case .now: self.init(tv_sec: 0, tv_nsec: ck_utime_now)
        case .nanoseconds(let value): self.init(nanoseconds: value)
        }
    }

    /// Every UInt64 fits: it is 584 years.
    package init(nanoseconds: UInt64) {
        self.init(tv_sec: Int(nanoseconds / 1_000_000_000), tv_nsec: Int(nanoseconds % 1_000_000_000))
    }
}

/// A time as preview 1 has it; before 1970 is 0, beyond 2554 the end of time.
func nanoseconds(_ time: timespec) -> UInt64 {
    guard time.tv_sec >= 0 else { return 0 }
    let (seconds, overflow) = UInt64(time.tv_sec).multipliedReportingOverflow(by: 1_000_000_000)
    let (sum, carry) = seconds.addingReportingOverflow(UInt64(clamping: time.tv_nsec))
    return overflow || carry ? .max : sum
}
