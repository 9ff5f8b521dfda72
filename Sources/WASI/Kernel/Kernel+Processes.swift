// SPDX-License-Identifier: Apache-2.0

import CKernel
import Glibc

// Calls about the processes of a program, which share a table: see CKernel's processes.c.

extension Kernel {
    /// The table, of which this process is the first. ENOMEM.
    static func makeProcesses(limit: Int32) throws(Errno) -> OpaquePointer {
        guard let table = ck_processes_make(limit) else { throw .nomem }
        return table
    }

    /// fork: the new process's number, 0 in it. Signals stay out of both until `prepare`, which is called in the new one
    /// only, has returned. EAGAIN.
    static func fork(_ table: OpaquePointer, preparing prepare: () -> Void) throws(Errno) -> Int32 {
        var saved = sigset_t()
        ck_signals_hold(&saved)
        defer { ck_signals_release(&saved) }
        let number = Int32(truncatingIfNeeded: try waiting { Int(ck_process_fork(table)) })
        if number == 0 { prepare() }
        return number
    }

    /// Who a process is, 0 for this one. ESRCH.
    static func identify(_ table: OpaquePointer, _ number: Int32) throws(Errno) -> ck_process_identity {
        var identity = ck_process_identity()
        try waiting { 0 &- Int(ck_process_identify(table, number, &identity)) }
        return identity
    }

    static func setGroup(_ table: OpaquePointer, _ number: Int32, _ group: Int32) throws(Errno) {
        try waiting { 0 &- Int(ck_process_set_group(table, number, group)) }
    }

    static func newSession(_ table: OpaquePointer) throws(Errno) {
        try waiting { 0 &- Int(ck_process_new_session(table)) }
    }

    /// kill or sigqueue, to all but this process: whether it is one of the targets.
    static func send(
        _ table: OpaquePointer, to target: Int32, _ signal: UInt32, code: Int32, value: UInt64
    ) throws(Errno) -> Bool {
        var reachesSelf = false
        try waiting { 0 &- Int(ck_process_send(table, target, signal, code, value, &reachesSelf)) }
        return reachesSelf
    }

    /// waitid. Its `process` is 0 when nothing happened yet and it was not to wait.
    static func waitForChild(
        _ table: OpaquePointer, _ kind: UInt32, _ number: Int32, options: Int32
    ) throws(Errno) -> ck_process_change {
        var change = ck_process_change()
        try waiting { ck_process_wait(table, kind, number, options, &change) }
        return change
    }

    /// Puts fresh pages in the place of memory that can be read and written, shared with processes to come or not. EINVAL: it
    /// does not begin and end with pages.
    static func replace(_ memory: UnsafeMutableRawBufferPointer, shared: Bool) throws(Errno) {
        guard let base = memory.baseAddress, memory.count > 0, (UInt(bitPattern: base) | UInt(memory.count)) % 4096 == 0
        else { throw .inval }
        let flags = MAP_FIXED | MAP_ANONYMOUS | (shared ? MAP_SHARED : MAP_PRIVATE | MAP_NORESERVE)
        try valueOrErrno { mmap(base, memory.count, PROT_READ | PROT_WRITE, flags, -1, 0) == MAP_FAILED ? -1 : 0 }
    }

    /// The numbers of the pipe's ends stay; what they lead to is a pipe of this process's own.
    static func renewPipe(reader: Int32, writer: Int32) throws(Errno) {
        let ends = try pipe(nonblocking: false)
        defer {
            try? close(ends.read)
            try? close(ends.write)
        }
        for (old, new) in [(reader, ends.read), (writer, ends.write)] {
            if try flags(old).contains(.nonblock) { try setFlags(new, .nonblock) }
            try valueOrErrno { ck_duplicate_to(new, old) }
        }
    }

    /// Ends this process, one that the program made, as a fault of its own would.
    package static func abortProcess() -> Never { ck_process_abort() }
}
