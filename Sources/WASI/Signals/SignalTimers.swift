// SPDX-License-Identifier: Apache-2.0

import CKernel

// Timers that send signals (timer_create): the system's, by numbers of the instance's own.

/// The timers of one instance. Their signals come as all others; what only a timer has is its number and how often it
/// went off while its signal waited.
final class SignalTimers {
    private struct Timer {
        let host: Int32
        /// What timer_getoverrun tells: of the signal that was taken last.
        var overrun: UInt32 = 0
    }

    /// As many as signals may wait.
    private static let most = 256

    private var timers: [Timer?] = []

    /// A number for a new timer, the lowest. EAGAIN: there are too many.
    func create(clock: UInt32, signal: UInt32, value: UInt64?) throws(Errno) -> UInt32 {
        let index = timers.firstIndex { $0 == nil } ?? timers.count
        guard index < Self.most else { throw .again }
        let host = try Kernel.createTimer(try Kernel.clock(clock), signal: signal, value: value ?? UInt64(index))
        if index == timers.count { timers.append(nil) }
        timers[index] = Timer(host: host)
        return UInt32(index)
    }

    /// The system's number. EINVAL: no such timer.
    func host(_ number: UInt32) throws(Errno) -> Int32 { try timer(number).host }

    func overrun(_ number: UInt32) throws(Errno) -> UInt32 { try timer(number).overrun }

    private func timer(_ number: UInt32) throws(Errno) -> Timer {
        guard number < timers.count, let timer = timers[Int(number)] else { throw .inval }
        return timer
    }

    /// A signal that waits is gone with its timer.
    func delete(_ number: UInt32) throws(Errno) {
        let timer = try timer(number)
        timers[Int(number)] = nil
        try Kernel.deleteTimer(timer.host)
        ck_signals_discard_timer(timer.host)
    }

    /// In a new process, which has none of the system's.
    func forgetAll() { timers = [] }

    func deleteAll() { for number in timers.indices { try? delete(UInt32(number)) } }

    /// A signal was taken: where it is a timer's, its number becomes the guest's.
    func note(_ info: inout ck_signal_info) {
        guard info.code == ck_si_timer, let index = timers.firstIndex(where: { $0?.host == info.timer }) else { return }
        timers[index]?.overrun = info.overrun
        info.timer = Int32(truncatingIfNeeded: index)
    }
}
