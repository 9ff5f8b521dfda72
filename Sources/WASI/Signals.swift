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
public final class Signals {
    /// What is done about a signal. The numbers are the ABI's.
    enum Action: UInt32 {
        case `default`, ignore, deliver
    }

    static let count: UInt32 = 30
    private static let kill: UInt32 = 9, alarm: UInt32 = 14, child: UInt32 = 16, `continue`: UInt32 = 17
    private static let stop: UInt32 = 18, urgent: UInt32 = 22, windowChange: UInt32 = 27

    private var actions = [Action](repeating: .default, count: Int(Signals.count) + 1)
    /// The blocked signals: bit n-1 for signal n.
    private(set) var mask: UInt64 = 0
    /// Signals that a wait with another mask let through: delivered although the mask is back.
    private var owed: UInt64 = 0
    /// The guest's `__wasi_signal_deliver`.
    private var receiver: Function?
    /// What the system's handler calls the instance through.
    private var handle: UnsafeMutablePointer<InterruptHandle>?
    /// Whether a signal can be delivered: there is an export for it, or a test says so.
    var canDeliver = false

    init() {}

    deinit { detach() }

    private static func bit(_ signal: UInt32) -> UInt64 { 1 << UInt64(signal - 1) }
    private static let all: UInt64 = (1 << UInt64(count)) - 1
    private static let unblockable = bit(kill) | bit(stop)

    // MARK: What the guest asks for

    /// EINVAL: no such signal, one whose action is fixed, or nothing to deliver to.
    func setAction(_ signal: UInt32, _ action: UInt32) throws(Errno) {
        guard (1...Self.count).contains(signal), let action = Action(rawValue: action) else { throw .inval }
        guard signal != Self.kill, signal != Self.stop else { throw .inval }
        guard action != .deliver || canDeliver else { throw .inval }
        actions[Int(signal)] = action
        // POSIX: to ignore a signal discards it where it is pending.
        if ignores(signal) { ck_signals_discard(signal) }
        try arrange(signal)
        updateDeliverable()
    }

    /// Sets the mask; the one before.
    @discardableResult
    func setMask(_ newMask: UInt64) throws(Errno) -> UInt64 {
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

    /// EINVAL: no such signal.
    func raise(_ signal: UInt32) throws(Errno) {
        guard (1...Self.count).contains(signal) else { throw .inval }
        if mask & Self.bit(signal) != 0 {
            ck_signals_raise(signal)
            return
        }
        switch actions[Int(signal)] {
        case .deliver: ck_signals_raise(signal)
        case .ignore: break
        case .default: ck_signals_default(signal)
        }
    }

    /// Runs `body`, a wait, with another mask. What that mask lets through is delivered after it, as if the mask were
    /// put back only then.
    func withMask<R>(_ temporary: UInt64, _ body: () throws(Errno) -> R) throws(Errno) -> R {
        let previous = try setMask(temporary)
        let result: Result<R, Errno>
        do throws(Errno) { result = .success(try body()) } catch { result = .failure(error) }
        if result.isInterrupted { while case let signal = ck_signals_take(), signal != 0 { owed |= Self.bit(signal) } }
        try setMask(previous)
        if owed != 0 { ck_signals_interrupt() }
        return try result.get()
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
        try Kernel.waiting { Int(-ck_signals_dispose(signal, disposition)) }
    }

    private func updateDeliverable() {
        var wanted: UInt64 = 0
        for signal in 1...Self.count where actions[Int(signal)] == .deliver { wanted |= Self.bit(signal) }
        ck_signals_set_deliverable(wanted & ~mask)
    }

    /// Does what is to be done about signals that are pending, not blocked, and not delivered to the guest.
    private func actOnUnblocked() {
        for signal in 1...Self.count where ck_signals_pending() & ~mask & Self.bit(signal) != 0 {
            guard actions[Int(signal)] != .deliver else { continue }
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
    }

    /// Calls the guest's handler for every signal that is pending and not blocked. Each is blocked while its handler
    /// runs, and the mask is put back after it, as the system does for a handler of its own. A handler that is left by
    /// an exception (siglongjmp) leaves the mask that it has set by then.
    private func deliver() throws(Trap) {
        while case let signal = takeNext(), signal != 0 {
            guard let receiver else { continue }
            let previous = mask
            _ = try? setMask(mask | Self.bit(signal))
            var slot = UInt64(signal)
            try receiver.invoke(slots: &slot)
            _ = try? setMask(previous)
        }
    }

    private func takeNext() -> UInt32 {
        guard owed != 0 else { return ck_signals_take() }
        let signal = UInt32(owed.trailingZeroBitCount) + 1
        owed &= owed - 1
        return signal
    }

    /// For tests, which have no instance: signals are for this thread.
    func attachThread() { ck_signals_attach(nil, nil) }

    /// For tests, which have no instance: what would be delivered now.
    func takeAll() -> [UInt32] {
        var signals: [UInt32] = []
        while case let signal = takeNext(), signal != 0 { signals.append(signal) }
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
