// SPDX-License-Identifier: Apache-2.0

import CKernel

// The processes of a program: copies of this one that fork makes, each with an instance, descriptors and rules like it.

/// What one process knows of itself and the others. The system's processes are behind it: each runs the host again from
/// the call of fork on, with the memory of both guest and host as they were.
package final class Processes {
    /// Shared by all of them; nil before the first fork, and where there may be none.
    private var table: OpaquePointer?
    /// The most processes that there may be at a time, the first among them.
    var limit: Int32 = 1
    /// Called in each new process, before the program goes on there.
    var whenForked: [() -> Void] = []
    /// Whether this process is one that the program made.
    private(set) var isForked = false

    /// What the first process calls itself and its group; the system is its parent.
    static let first: Int32 = 42

    init() {}

    /// ENOSYS: there may be none. EAGAIN: too many, the system's rule or this host's.
    func fork() throws(Errno) -> Int32 {
        guard limit > 1 else { throw .nosys }
        if table == nil { table = try Kernel.makeProcesses(limit: limit) }
        guard let table else { throw .nomem }
        return try Kernel.fork(table) {
            isForked = true
            ck_signals_start_over()
            for action in whenForked { action() }
        }
    }

    func identity(of number: Int32) throws(Errno) -> ck_process_identity {
        if let table { return try Kernel.identify(table, number) }
        guard number == 0 || number == Self.first else { throw .srch }
        return ck_process_identity(process: Self.first, parent: 1, group: Self.first, session: Self.first)
    }

    func setGroup(of number: Int32, to group: Int32) throws(Errno) {
        guard number >= 0, group >= 0 else { throw .inval }
        if let table { return try Kernel.setGroup(table, number, group) }
        guard number == 0 || number == Self.first else { throw .srch }
        guard group == 0 || group == Self.first else { throw .perm }
    }

    func newSession() throws(Errno) {
        guard let table else { throw .perm }
        try Kernel.newSession(table)
    }

    /// Sends to all targets but this process: whether it is one.
    func send(to target: Int32, _ signal: UInt32, code: Int32, value: UInt64) throws(Errno) -> Bool {
        guard target != .min else { throw .srch }
        if let table { return try Kernel.send(table, to: target, signal, code: code, value: value) }
        guard [0, Self.first, -Self.first].contains(target) else { throw .srch }
        return true
    }

    func wait(_ kind: UInt32, _ number: Int32, options: Int32) throws(Errno) -> ck_process_change {
        guard let table else { throw .child }
        return try Kernel.waitForChild(table, kind, number, options: options)
    }
}

extension WASISystem {
    /// Lets the program make processes, so that there are `limit` at a time at most (from 2 to 4096), the first among them.
    /// `whenForked` is called in each that it makes. They outlive the first where they go on. For programs that have the
    /// process for themselves: other threads of this one are not in the new ones, and this one should have no children.
    package func permitProcesses(limit: Int, whenForked: @escaping () -> Void) {
        processes.limit = Int32(truncatingIfNeeded: min(max(limit, 1), 4096))
        processes.whenForked.append(whenForked)
    }

    /// Whether this process is one that the program made.
    package var isForked: Bool { processes.isForked }
}
