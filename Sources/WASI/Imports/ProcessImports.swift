// SPDX-License-Identifier: Apache-2.0

import CKernel

// The imports of wasi_process.

enum ProcessImports {
    /// __wasi_process_identity_t and __wasi_process_change_t.
    enum Record {
        static let identitySize: UInt64 = 16, changeSize: UInt64 = 40
        static let process = 0, parent = 4, group = 8, session = 12
        static let code = 4, status = 8, user = 12, userTime = 16, systemTime = 24, resident = 32
    }

    static var rows: [ImportRow] {
        [
            ImportRow("wasi_process", "fork", [.pointer("child")], fork),
            ImportRow("wasi_process", "identify", [.i32("process"), .pointer("identity")], identify),
            ImportRow("wasi_process", "set_group", [.i32("process"), .i32("group")]) { call, system throws(Errno) in
                try system.processes.setGroup(of: call.i32(0), to: call.i32(1))
            },
            ImportRow("wasi_process", "new_session", []) { _, system throws(Errno) in
                try system.processes.newSession()
            },
            ImportRow(
                "wasi_process", "send", [.i32("target"), .u32("signal"), .i32("code"), .u64("value")], send),
            ImportRow(
                "wasi_process", "wait", [.u32("kind"), .i32("number"), .u32("options"), .pointer("change")], wait),
            ImportRow("wasi_process", "share", [.pointer("memory"), .u32("size"), .u32("common")], share),
        ]
    }

    private static func fork(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        try call.check(call.u32(0), count: 4)
        try call.store(try system.processes.fork(), at: call.u32(0))
    }

    private static func share(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let memory = try call.bytes(at: call.u32(0), count: call.u32(1))
        guard call.u32(2) <= 1 else { throw .inval }
        guard system.processes.limit > 1 else { throw .nosys }
        try Kernel.replace(memory, shared: call.u32(2) == 1)
    }

    private static func identify(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let record = try call.bytes(at: call.u32(1), count: Record.identitySize)
        let identity = try system.processes.identity(of: call.i32(0))
        record.storeBytes(of: identity.process, toByteOffset: Record.process, as: Int32.self)
        record.storeBytes(of: identity.parent, toByteOffset: Record.parent, as: Int32.self)
        record.storeBytes(of: identity.group, toByteOffset: Record.group, as: Int32.self)
        record.storeBytes(of: identity.session, toByteOffset: Record.session, as: Int32.self)
    }

    private static func send(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let signal = call.u32(1), code = call.i32(2), value = call.u64(3)
        guard signal == 0 || Signals.isSignal(signal), Signals.sentByProcesses.contains(code) else { throw .inval }
        let reachesSelf = try system.processes.send(to: call.i32(0), signal, code: code, value: value)
        if reachesSelf, signal != 0 { try system.signals.send(signal, code: code, value: value) }
    }

    /// WNOHANG, WSTOPPED, WEXITED, WCONTINUED, WNOWAIT.
    private static let options: UInt32 = 0x100_000f, states: UInt32 = 0xe

    private static func wait(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let kind = call.u32(0), number = call.i32(1), options = call.u32(2)
        guard kind <= 2, number >= 0, kind != 1 || number > 0 else { throw .inval }
        guard options & ~Self.options == 0, options & states != 0 else { throw .inval }
        let record = try call.bytes(at: call.u32(3), count: Record.changeSize)
        let change = try system.processes.wait(kind, number, options: Int32(truncatingIfNeeded: options))
        record.storeBytes(of: change.process, toByteOffset: Record.process, as: Int32.self)
        record.storeBytes(of: change.code, toByteOffset: Record.code, as: Int32.self)
        record.storeBytes(of: change.status, toByteOffset: Record.status, as: Int32.self)
        record.storeBytes(of: SignalImports.ownID, toByteOffset: Record.user, as: UInt32.self)
        record.storeBytes(of: change.user_time, toByteOffset: Record.userTime, as: UInt64.self)
        record.storeBytes(of: change.system_time, toByteOffset: Record.systemTime, as: UInt64.self)
        record.storeBytes(of: change.resident, toByteOffset: Record.resident, as: UInt64.self)
    }
}
