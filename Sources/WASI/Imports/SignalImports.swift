// SPDX-License-Identifier: Apache-2.0

import CKernel

// The imports of wasi_signal.

enum SignalImports {
    /// __wasi_signal_info_t.
    enum Record {
        static let size: UInt32 = 40
        static let signal = 0, code = 4, process = 8, user = 12, value = 16, timer = 24, overrun = 28, mask = 32
    }

    /// __WASI_SIGNAL_CODE_THREAD.
    static let sentToThread: Int32 = -6
    /// __WASI_NET_OWN_ID.
    static let ownID: UInt32 = 0x7fff_fffe
    /// __WASI_SIGNAL_TIMER_NUMBER, _ABSOLUTE.
    private static let valueIsNumber: UInt32 = 1, absolute: UInt32 = 1

    static var rows: [ImportRow] {
        [
            ImportRow("wasi_signal", "set_action", [.u32("signal"), .u32("action")], setAction),
            ImportRow("wasi_signal", "set_mask", [.u64("mask"), .pointer("previous")], setMask),
            ImportRow("wasi_signal", "pending", [.pointer("pending")], pending),
            ImportRow("wasi_signal", "send", [.u32("signal"), .i32("code"), .u64("value")], send),
            ImportRow("wasi_signal", "information", [.pointer("info")], information),
            ImportRow("wasi_signal", "wait", [.u64("mask"), .i64("timeout"), .pointer("info")], wait),
            ImportRow(
                "wasi_signal", "set_alarm",
                [.u32("which"), .u64("first"), .u64("interval"), .pointer("previous")], setAlarm),
            ImportRow("wasi_signal", "get_alarm", [.u32("which"), .pointer("setting")], getAlarm),
            ImportRow(
                "wasi_signal", "create_timer",
                [.u32("clock"), .u32("signal"), .u32("flags"), .u64("value"), .pointer("timer")], createTimer),
            ImportRow("wasi_signal", "delete_timer", [.u32("timer")], deleteTimer),
            ImportRow(
                "wasi_signal", "set_timer",
                [.u32("timer"), .u32("flags"), .u64("first"), .u64("interval"), .pointer("previous")], setTimer),
            ImportRow("wasi_signal", "get_timer", [.u32("timer"), .pointer("setting")], getTimer),
            ImportRow("wasi_signal", "timer_overrun", [.u32("timer"), .pointer("count")], timerOverrun),
        ]
    }

    /// __WASI_SIGNAL_ACTION_NO_STOPPED_CHILDREN, _NO_ENDED_CHILDREN.
    private static let aboutChildren: UInt32 = 0x300

    static func setAction(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let action = call.u32(1)
        try system.signals.setAction(
            call.u32(0), action & ~aboutChildren, aboutChildren: (action & aboutChildren) >> 8)
    }

    static func setMask(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let previous = call.u32(1)
        if previous != 0 { try call.check(previous, count: 8) }
        let mask = try system.signals.setGuestMask(call.u64(0))
        if previous != 0 { try call.store(mask, at: previous) }
    }

    static func pending(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        try call.store(system.signals.pending, at: call.u32(0))
    }

    static func send(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        try system.signals.send(call.u32(0), code: call.i32(1), value: call.u64(2))
    }

    static func information(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        try store(system.signals.delivered, mask: system.signals.deliveredUnder, call, at: call.u32(0))
    }

    static func wait(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        try call.check(call.u32(2), count: UInt64(Record.size))
        let timeout = call.i64(1) < 0 ? nil : UInt64(call.i64(1))
        let info = try system.signals.wait(for: call.u64(0), timeout: timeout)
        try store(info, mask: system.signals.mask, call, at: call.u32(2))
    }

    private static func store(
        _ info: ck_signal_info, mask: UInt64, _ call: GuestCall, at pointer: UInt32
    ) throws(Errno) {
        let record = try call.bytes(at: pointer, count: Record.size)
        let sender = identity(of: info, process: ownID, user: ownID)
        record.storeBytes(of: info.signal, toByteOffset: Record.signal, as: UInt32.self)
        record.storeBytes(of: info.code, toByteOffset: Record.code, as: Int32.self)
        record.storeBytes(of: sender.process, toByteOffset: Record.process, as: UInt32.self)
        record.storeBytes(of: sender.user, toByteOffset: Record.user, as: UInt32.self)
        record.storeBytes(of: info.value, toByteOffset: Record.value, as: UInt64.self)
        record.storeBytes(of: info.timer, toByteOffset: Record.timer, as: Int32.self)
        record.storeBytes(of: info.overrun, toByteOffset: Record.overrun, as: UInt32.self)
        record.storeBytes(of: mask, toByteOffset: Record.mask, as: UInt64.self)
    }

    /// Who sent a signal, with the names that this process, others of the program's and its user have for the guest.
    static func identity(of info: ck_signal_info, process: UInt32, user: UInt32) -> (process: UInt32, user: UInt32) {
        guard info.process != 0 else { return (0, info.user) }
        return (
            info.process == ck_own_process ? process : UInt32(bitPattern: info.process),
            info.user == Kernel.ownUser ? user : info.user
        )
    }

    // MARK: Timers

    /// REAL, VIRTUAL or PROFILING. EINVAL.
    private static func alarm(_ which: UInt32) throws(Errno) -> Int32 {
        guard which <= 2 else { throw .inval }
        return Int32(which)
    }

    static func setAlarm(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let previous = call.u32(3), which = try alarm(call.u32(0))
        if previous != 0 { try call.check(previous, count: 16) }
        let before = try Kernel.setAlarm(which, TimerSetting(first: call.u64(1), interval: call.u64(2)))
        if previous != 0 { try before.store(call, at: previous) }
    }

    static func getAlarm(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let which = try alarm(call.u32(0))
        try call.check(call.u32(1), count: 16)
        try Kernel.alarm(which).store(call, at: call.u32(1))
    }

    static func createTimer(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let signal = call.u32(1), flags = call.u32(2)
        guard flags & ~valueIsNumber == 0, signal == 0 || Signals.isSignal(signal) else { throw .inval }
        try call.check(call.u32(4), count: 4)
        let value = flags & valueIsNumber != 0 ? nil : call.u64(3)
        try call.store(
            try system.signals.timers.create(clock: call.u32(0), signal: signal, value: value), at: call.u32(4))
    }

    static func deleteTimer(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        try system.signals.timers.delete(call.u32(0))
    }

    static func setTimer(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let flags = call.u32(1), previous = call.u32(4)
        guard flags & ~absolute == 0 else { throw .inval }
        if previous != 0 { try call.check(previous, count: 16) }
        let before = try Kernel.setTimer(
            number: try system.signals.timers.host(call.u32(0)),
            TimerSetting(first: call.u64(2), interval: call.u64(3)), absolute: flags & absolute != 0)
        if previous != 0 { try before.store(call, at: previous) }
    }

    static func getTimer(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        try call.check(call.u32(1), count: 16)
        try Kernel.timer(number: try system.signals.timers.host(call.u32(0))).store(call, at: call.u32(1))
    }

    static func timerOverrun(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        try call.store(try system.signals.timers.overrun(call.u32(0)), at: call.u32(1))
    }
}
