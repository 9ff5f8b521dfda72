// SPDX-License-Identifier: Apache-2.0

import CKernel
import Glibc

// Calls that move data between descriptors, or at an offset with flags, and locks.

extension Kernel {
    /// preadv2; an offset of -1 is the descriptor's own. `flags`: RWF_*, whose values are the ABI's.
    static func read(
        _ fd: Int32, _ vectors: UnsafeMutablePointer<iovec>, _ count: Int32, at offset: Int64, flags: Int32
    ) throws(Errno) -> Int {
        try waiting { ck_preadv2(fd, vectors, count, offset, flags) }
    }

    /// pwritev2.
    static func write(
        _ fd: Int32, _ vectors: UnsafeMutablePointer<iovec>, _ count: Int32, at offset: Int64, flags: Int32
    ) throws(Errno) -> Int {
        try waiting { ck_pwritev2(fd, vectors, count, offset, flags) }
    }

    /// A place that a transfer moves on, or the descriptor's own.
    typealias Offset = UnsafeMutablePointer<Int64>?

    static func sendFile(to out: Int32, from source: Int32, _ offset: Offset, _ size: Int) throws(Errno) -> Int {
        try waiting { ck_sendfile(out, source, offset, size) }
    }

    /// `flags`: SPLICE_F_*, whose values are the ABI's.
    static func splice(
        from source: Int32, _ offset: Offset, to out: Int32, _ outOffset: Offset, _ size: Int, flags: UInt32
    ) throws(Errno) -> Int {
        try waiting { ck_splice(source, offset, out, outOffset, size, flags) }
    }

    static func tee(from source: Int32, to out: Int32, _ size: Int, flags: UInt32) throws(Errno) -> Int {
        try waiting { ck_tee(source, out, size, flags) }
    }

    static func splice(
        _ fd: Int32, _ vectors: UnsafeMutablePointer<iovec>, _ count: Int32, flags: UInt32
    ) throws(Errno) -> Int {
        try waiting { ck_vmsplice(fd, vectors, count, flags) }
    }

    static func copyRange(
        from source: Int32, _ offset: Offset, to out: Int32, _ outOffset: Offset, _ size: Int, flags: UInt32
    ) throws(Errno) -> Int {
        try waiting { ck_copy_file_range(source, offset, out, outOffset, size, flags) }
    }

    /// fallocate with a mode: FALLOC_FL_*, whose values are the ABI's.
    static func allocate(_ fd: Int32, mode: Int32, _ offset: Int64, _ length: Int64) throws(Errno) {
        try waiting { ck_fallocate(fd, mode, offset, length) }
    }

    // MARK: Locks

    enum LockOperation: Int { case test, set, wait }

    /// fcntl with a lock, of this process or of what `fd` refers to.
    static func lock(
        _ fd: Int32, _ operation: LockOperation, ofDescription: Bool, _ lock: inout FileLock
    ) throws(Errno) {
        let command =
            ofDescription
            ? withUnsafeBytes(of: ck_ofd_commands) {
                $0.loadUnaligned(fromByteOffset: operation.rawValue * 4, as: Int32.self)
            }
            : [F_GETLK, F_SETLK, F_SETLKW][operation.rawValue]
        var host = flock(
            l_type: lock.kind.host, l_whence: lock.whence, l_start: off_t(lock.start), l_len: off_t(lock.length),
            l_pid: 0)
        try waiting { ck_lock(fd, command, &host) }
        guard operation == .test else { return }
        lock = FileLock(
            kind: FileLock.Kind(host: host.l_type), whence: host.l_whence, start: Int64(host.l_start),
            length: Int64(host.l_len),
            process: ck_process_name(host.l_pid))
    }

    /// flock; `operation`: LOCK_*, whose values are the ABI's.
    static func lockFile(_ fd: Int32, _ operation: Int32) throws(Errno) { try waiting { ck_flock(fd, operation) } }

    // MARK: Signals of descriptors

    /// Whether the guest's thread gets what `fd` signals: urgent data, and with `setAsync` that it is ready.
    static func setOwner(_ fd: Int32, owned: Bool) throws(Errno) { try valueOrErrno { ck_set_owner(fd, owned) } }

    static func setAsync(_ fd: Int32, _ async: Bool) throws(Errno) { try valueOrErrno { ck_set_async(fd, async) } }

    static func isAsync(_ fd: Int32) throws(Errno) -> Bool { ck_is_async(try valueOrErrno { ck_fcntl_get_flags(fd) }) }

    /// Sets the signal that tells of that, by the guest's number; 0: the usual one.
    static func setReadySignal(_ fd: Int32, _ signal: UInt32) throws(Errno) {
        try waiting { Int(ck_set_ready_signal(fd, signal)) }
    }

    static func readySignal(_ fd: Int32) throws(Errno) -> UInt32 {
        UInt32(truncatingIfNeeded: try waiting { Int(ck_ready_signal(fd)) })
    }

    // MARK: Pipes

    static func pipeSize(_ fd: Int32) throws(Errno) -> Int32 { try valueOrErrno { ck_pipe_size(fd) } }

    static func setPipeSize(_ fd: Int32, _ size: Int32) throws(Errno) -> Int32 {
        try valueOrErrno { ck_set_pipe_size(fd, size) }
    }
}

/// A lock of a part of a file.
struct FileLock {
    enum Kind: UInt32 {
        case read, write, none

        init(host: Int16) { self = host == Int16(F_RDLCK) ? .read : host == Int16(F_WRLCK) ? .write : .none }
        var host: Int16 { Int16([F_RDLCK, F_WRLCK, F_UNLCK][Int(rawValue)]) }
    }

    var kind: Kind
    var whence: Int16
    var start: Int64
    /// 0: to the end, wherever that will be.
    var length: Int64
    var process: Int32 = 0

    /// All of a file.
    static let nothing = FileLock(kind: .none, whence: 0, start: 0, length: 0)
}
