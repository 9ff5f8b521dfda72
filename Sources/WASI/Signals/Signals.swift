// SPDX-License-Identifier: Apache-2.0

import CKernel
import WasmEngine

// Signals within an instance: what the guest wants of each, and their way from the system's handler to the guest's.

/// The dispositions and the mask of one instance.
///
/// The system's handler (CKernel) only records what arrives. It asks the running instance to stop at its next loop
/// iteration, call or return from the host; there `deliver` calls the guest's export. A wait in the kernel ends with
/// EINTR when something is there to be delivered, and is taken up again otherwise.
///
/// The record is the process's: one instance at a time can have signals, the one attached last.
///
/// SIGPIPE is ignored by this process (a broken connection is EPIPE, and the guest's library raises its own), and the
/// signals by which the system reports that the host itself went wrong (SIGSEGV and its like) are left to the host: the
/// guest gets these only from itself.
package final class Signals {
    /// What is done about a signal. The numbers are the ABI's.
    enum Action: UInt32 {
        case `default`, ignore, deliver
    }

    /// Preview 1's signals, and SIGSTKFLT; the numbers of real-time signals are Linux's.
    static let standard: ClosedRange<UInt32> = 1...31, realTime: ClosedRange<UInt32> = 34...64
    private static let kill: UInt32 = 9, alarm: UInt32 = 14, child: UInt32 = 16, `continue`: UInt32 = 17
    private static let stop: UInt32 = 18, urgent: UInt32 = 22, windowChange: UInt32 = 27

    private var actions = [Action](repeating: .default, count: Int(Signals.realTime.upperBound) + 1)
    /// SA_NOCLDSTOP and SA_NOCLDWAIT, as CKernel has them.
    private var aboutChildren: UInt32 = 0
    /// Those with the action `deliver`: bit n-1 for signal n.
    private var handled: UInt64 = 0
    /// The blocked signals.
    private(set) var mask: UInt64 = 0
    /// Signals that a wait with another mask let through: delivered although the mask is back.
    private var owed: [ck_signal_info] = []
    /// The signal that was delivered last, and the mask that it found.
    private(set) var delivered = ck_signal_info(), deliveredUnder: UInt64 = 0
    /// Whether nothing is delivered, because a handler is yet to say what it blocks.
    private var isHeld = false
    /// The guest's numbers of the descriptors that send signals when they become ready, by the host's.
    var senders: [Int32: Int32] = [:]
    /// The guest's timers.
    let timers = SignalTimers()
    /// The guest's `__wasi_signal_deliver`.
    private var receiver: Function?
    /// What the system's handler calls the instance through.
    private var handle: UnsafeMutablePointer<InterruptHandle>?
    /// Whether a signal can be delivered: there is an export for it, or a test says so.
    var canDeliver = false

    init() {}

    deinit { detach() }

    private static func bit(_ signal: UInt32) -> UInt64 { 1 << UInt64(signal &- 1) }
    private static func bits(_ range: ClosedRange<UInt32>) -> UInt64 { range.reduce(0) { $0 | bit($1) } }
    private static let all = bits(standard) | bits(realTime)
    static func isSignal(_ signal: UInt32) -> Bool { standard.contains(signal) || realTime.contains(signal) }
    private static let unblockable = bit(kill) | bit(stop)

    // MARK: What the guest asks for

    /// EINVAL: no such signal, one whose action is fixed, or nothing to deliver to.
    func setAction(_ signal: UInt32, _ action: UInt32, aboutChildren: UInt32 = 0) throws(Errno) {
        guard Self.isSignal(signal), let action = Action(rawValue: action) else { throw .inval }
        guard signal != Self.kill, signal != Self.stop else { throw .inval }
        guard action != .deliver || canDeliver else { throw .inval }
        guard aboutChildren == 0 || signal == Self.child else { throw .inval }
        actions[Int(signal)] = action
        if signal == Self.child { self.aboutChildren = aboutChildren }
        if action == .deliver { handled |= Self.bit(signal) } else { handled &= ~Self.bit(signal) }
        // POSIX: to ignore a signal discards it where it is pending.
        if ignores(signal) { ck_signals_discard(signal) }
        try arrange(signal)
        updateDeliverable()
    }

    /// Sets the mask for the guest; the one before.
    func setGuestMask(_ newMask: UInt64) throws(Errno) -> UInt64 {
        isHeld = false
        return try setMask(newMask)
    }

    @discardableResult
    private func setMask(_ newMask: UInt64) throws(Errno) -> UInt64 {
        let previous = mask
        mask = newMask & Self.all & ~Self.unblockable
        var changed = previous ^ mask
        while changed != 0 {
            let signal = UInt32(changed.trailingZeroBitCount) + 1
            changed &= changed - 1
            try arrange(signal)
        }
        actOnUnblocked()
        updateDeliverable()
        return previous
    }

    /// Blocked and arrived.
    var pending: UInt64 { ck_signals_pending() & mask }

    /// Sends a signal to the guest itself. EINVAL: no such signal, a code that is not for sending. EAGAIN: too many wait.
    func send(_ signal: UInt32, code: Int32, value: UInt64 = 0) throws(Errno) {
        guard Self.isSignal(signal), Self.sendable.contains(code) else { throw .inval }
        let isBlocked = mask & Self.bit(signal) != 0
        guard isBlocked || actions[Int(signal)] == .deliver else {
            if actions[Int(signal)] == .default { ck_signals_default(signal) }
            return
        }
        var info = ck_signal_info()
        (info.signal, info.code, info.value) = (signal, code, value)
        (info.process, info.user) = (ck_own_process, Kernel.ownUser)
        guard ck_signals_queue(&info) else { throw .again }
    }

    /// SI_USER, SI_QUEUE; to itself also SI_TKILL.
    static let sentByProcesses: [Int32] = [0, -1]
    private static let sendable = sentByProcesses + [-6]

    /// sigtimedwait: takes a signal of `set`; nil waits without limit. EAGAIN: none came in time. EINTR: another is to be
    /// delivered.
    func wait(for set: UInt64, timeout: UInt64?) throws(Errno) -> ck_signal_info {
        let set = set & Self.all & ~Self.unblockable
        ck_signals_set_awaited(set)
        defer { ck_signals_set_awaited(0) }
        if let info = take(set) { return info }
        do throws(Errno) {
            _ = try Kernel.poll(UnsafeMutableBufferPointer(start: nil, count: 0), timeout: timeout)
        } catch {
            if error == .intr, let info = take(set) { return info }
            throw error
        }
        throw .again
    }

    /// Takes the next signal of `set` out of the pending ones.
    func take(_ set: UInt64) -> ck_signal_info? {
        var info = ck_signal_info()
        guard ck_signals_take(set, &info) else { return nil }
        timers.note(&info)
        if ck_signal_tells_readiness(&info) {
            let sender = senders[Int32(truncatingIfNeeded: info.value)] ?? -1
            info.value = info.value & ~0xffff_ffff | UInt64(UInt32(bitPattern: sender))
        }
        return info
    }

    /// Runs `body`, a wait, with another mask. What that mask lets through is delivered after it, as if the mask were
    /// put back only then.
    func withMask<R>(_ temporary: UInt64, _ body: () throws(Errno) -> R) throws(Errno) -> R {
        let previous = try setMask(temporary)
        let result: Result<R, Errno>
        do throws(Errno) { result = .success(try body()) } catch { result = .failure(error) }
        if result.isInterrupted {
            // Each once: the handler blocks its signal, and after it the mask is back.
            var rest = deliverable
            while let info = take(rest) {
                owed.append(info)
                rest &= ~Self.bit(info.signal)
            }
        }
        try setMask(previous)
        if !owed.isEmpty { ck_signals_interrupt() }
        return try result.get()
    }

    /// In a new process: nothing has arrived, and no timer runs.
    func startOver() {
        owed = []
        timers.forgetAll()
    }

    // MARK: The system's side

    /// Has the system record a signal when the guest wants to see it or may see it later; else do as it should.
    private func arrange(_ signal: UInt32) throws(Errno) {
        let isBlocked = mask & Self.bit(signal) != 0
        let disposition: ck_disposition
        switch actions[Int(signal)] {
        case _ where isBlocked: disposition = CK_RECORD
        case .deliver: disposition = CK_RECORD
        case .ignore: disposition = CK_IGNORE
        case .default: disposition = CK_DEFAULT
        }
        var flags = signal == Self.child ? aboutChildren : 0
        // Children need no waiting for even while it is blocked.
        if signal == Self.child, actions[Int(signal)] == .ignore { flags |= UInt32(CK_NO_ENDED_CHILDREN) }
        try Kernel.waiting { Int(-ck_signals_dispose(signal, disposition, flags)) }
    }

    /// What the guest wants to see, and does not block.
    private var deliverable: UInt64 { isHeld ? 0 : handled & ~mask }

    private func updateDeliverable() { ck_signals_set_deliverable(deliverable) }

    /// Does what is to be done about signals that are pending, not blocked, and not delivered to the guest.
    private func actOnUnblocked() {
        while case let unblocked = ck_signals_pending() & ~mask & ~handled, unblocked != 0 {
            let signal = UInt32(unblocked.trailingZeroBitCount) + 1
            ck_signals_discard(signal)
            if actions[Int(signal)] == .default { ck_signals_default(signal) }
        }
    }

    private func ignores(_ signal: UInt32) -> Bool {
        switch actions[Int(signal)] {
        case .ignore: true
        case .deliver: false
        case .default: [Self.child, Self.continue, Self.urgent, Self.windowChange].contains(signal)
        }
    }

    // MARK: Delivery

    func attach(_ instance: Instance) {
        detach()
        receiver = instance.function(named: "__wasi_signal_deliver")
        if let type = receiver?.type, type.parameters != [.i32] || !type.results.isEmpty { receiver = nil }
        canDeliver = receiver != nil
        let handle = UnsafeMutablePointer<InterruptHandle>.allocate(capacity: 1)
        handle.initialize(to: instance.interruptHandle)
        self.handle = handle
        instance.interruptHandler = { [weak self] (_: Instance) throws(Trap) in try self?.deliver() }
        ck_signals_attach(
            { context in context?.assumingMemoryBound(to: InterruptHandle.self).pointee.request() }, handle)
    }

    /// From here on nothing is delivered; what the guest wanted ignored or recorded stays so.
    func detach() {
        guard let handle else { return }
        // The handler runs on this thread only, and so not between these.
        ck_signals_attach(nil, nil)
        handle.deinitialize(count: 1)
        handle.deallocate()
        self.handle = nil
        receiver = nil
        timers.deleteAll()
    }

    /// Calls the guest's handler for every signal that is pending and not blocked. Until that has set its mask nothing
    /// else is delivered; the mask is put back after it, as the system does for a handler of its own. A handler that is
    /// left by an exception (siglongjmp) leaves the mask that it has set by then.
    private func deliver() throws(Trap) {
        // No handler is to know of it, or it blocks the signal that it would get.
        if ck_signals_take_fault() { throw Trap(.host("a page of a mapped file is gone (SIGBUS)")) }
        while let info = takeNext() {
            guard let receiver else { continue }
            let deliveredMask = mask
            (delivered, deliveredUnder) = (info, mask)
            isHeld = true
            updateDeliverable()
            defer { isHeld = false }
            var slot = UInt64(info.signal)
            try receiver.invoke(slots: &slot)
            isHeld = false
            _ = try? setMask(deliveredMask)
        }
    }

    private func takeNext() -> ck_signal_info? { owed.isEmpty ? take(deliverable) : owed.removeFirst() }

    /// For tests, which have no instance: signals are for this thread.
    func attachThread() { ck_signals_attach(nil, nil) }

    /// For tests, which have no instance: what would be delivered now.
    func takeAll() -> [UInt32] {
        var signals: [UInt32] = []
        while let info = takeNext() {
            delivered = info
            signals.append(info.signal)
        }
        return signals
    }
}

extension Result where Failure == Errno {
    fileprivate var isInterrupted: Bool {
        if case .failure(.intr) = self { true } else { false }
    }
}

extension Kernel {
    static func ignoreBrokenPipes() { ck_signals_ignore_pipe() }
}
