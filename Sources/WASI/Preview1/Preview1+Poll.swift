// SPDX-License-Identifier: Apache-2.0

import CKernel

// Preview 1: poll_oneoff, waiting for clocks and descriptors at once.

extension Preview1 {
    static func pollOneoff(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let count = call.u32(2)
        let input = try call.bytes(at: call.u32(0), count: UInt64(count) * UInt64(Subscription.size))
        let output = try call.bytes(at: call.u32(1), count: UInt64(count) * UInt64(Event.size))
        try call.check(call.u32(3), count: 4)
        guard count > 0 else { throw .inval }
        guard count <= UInt32(system.descriptors.limit) * 2 + 1 else { throw .inval }
        var wait = OneOff(input, count: Int(count), system)
        try wait.run()
        for (index, event) in wait.events.enumerated() { event.store(in: output, at: index * Int(Event.size)) }
        try call.store(UInt32(wait.events.count), at: call.u32(3))
    }
}

/// One poll_oneoff: a subscription that cannot be waited for is an event with its error, not an error of the call.
private struct OneOff {
    struct Timer {
        var userdata: UInt64
        var clock: clockid_t
        var deadline: UInt64
    }

    struct Wanted {
        var userdata: UInt64
        var type: UInt8
        var isRegularFile: Bool
    }

    var events: [Event] = []
    private var timers: [Timer] = []
    private var wanted: [Wanted] = []
    private var records: [pollfd] = []

    /// Reads the subscriptions, once: the guest may have its events written over them.
    init(_ input: UnsafeMutableRawBufferPointer, count: Int, _ system: WASISystem) {
        for index in 0..<count {
            let bytes = UnsafeRawBufferPointer(rebasing: input[(index * Int(Subscription.size))...])
            let userdata = bytes.loadUnaligned(fromByteOffset: Subscription.userdata, as: UInt64.self)
            let type = bytes[Subscription.tag]
            do throws(Errno) {
                switch type {
                case 0: timers.append(try Self.timer(bytes, userdata))
                case 1, 2: try add(bytes, userdata, type, system)
                default: throw .inval
                }
            } catch {
                events.append(Event(userdata: userdata, error: error, type: type))
            }
        }
    }

    private static func timer(_ bytes: UnsafeRawBufferPointer, _ userdata: UInt64) throws(Errno) -> Timer {
        let id = bytes.loadUnaligned(fromByteOffset: Subscription.clock, as: UInt32.self)
        let timeout = bytes.loadUnaligned(fromByteOffset: Subscription.timeout, as: UInt64.self)
        let flags = bytes.loadUnaligned(fromByteOffset: Subscription.clockFlags, as: UInt16.self)
        guard flags & ~1 == 0 else { throw .inval }
        let clock = try Kernel.clock(id)
        // Processor time does not pass while one waits.
        guard id <= 1 else { throw .notsup }
        if flags & 1 != 0 { return Timer(userdata: userdata, clock: clock, deadline: timeout) }
        // An interval is not to be changed by someone setting the time.
        let monotonic = try Kernel.clock(1)
        let (deadline, overflow) = try Kernel.time(of: monotonic).addingReportingOverflow(timeout)
        return Timer(userdata: userdata, clock: monotonic, deadline: overflow ? .max : deadline)
    }

    private mutating func add(
        _ bytes: UnsafeRawBufferPointer, _ userdata: UInt64, _ type: UInt8, _ system: WASISystem
    ) throws(Errno) {
        let fd = bytes.loadUnaligned(fromByteOffset: Subscription.descriptor, as: Int32.self)
        let hostFD = try system.descriptors.hostFD(fd, .pollFdReadwrite)
        let isRegularFile = try system.descriptors.description(fd).fileType == .regularFile
        records.append(pollfd(fd: hostFD, events: Int16(type == 1 ? POLLIN : POLLOUT), revents: 0))
        wanted.append(Wanted(userdata: userdata, type: type, isRegularFile: isRegularFile))
    }

    mutating func run() throws(Errno) {
        repeat {
            var ready = 0
            let limit = try events.isEmpty ? remaining() : 0
            do {
                ready = try records.withUnsafeMutableBufferPointer { try Kernel.poll($0, timeout: limit) }
            } catch let error as Errno { throw error } catch { throw .io }
            if ready > 0 { collectDescriptors() }
            try collectTimers()
            // Nothing at all: the time was set back meanwhile, or the kernel's clock is a tick ahead of ours.
        } while events.isEmpty
    }

    /// Until the first timer; nil when there is none.
    private func remaining() throws(Errno) -> UInt64? {
        var least: UInt64?
        for timer in timers {
            let now = try Kernel.time(of: timer.clock)
            least = min(least ?? .max, timer.deadline > now ? timer.deadline - now : 0)
        }
        return least
    }

    private mutating func collectTimers() throws(Errno) {
        for timer in timers where try Kernel.time(of: timer.clock) >= timer.deadline {
            events.append(Event(userdata: timer.userdata, type: 0))
        }
    }

    private mutating func collectDescriptors() {
        for (record, wanted) in zip(records, wanted) where record.revents != 0 {
            var event = Event(userdata: wanted.userdata, type: wanted.type)
            if record.revents & Int16(POLLNVAL) != 0 { event.error = .badf }
            event.hangup = record.revents & Int16(POLLHUP) != 0
            if wanted.type == 1 { event.byteCount = available(record.fd, isRegularFile: wanted.isRegularFile) }
            events.append(event)
        }
    }

    /// What can be read now: wasi-libc's FIONREAD is made of this.
    private func available(_ fd: Int32, isRegularFile: Bool) -> UInt64 {
        guard isRegularFile else { return (try? Kernel.available(fd)).map(UInt64.init) ?? 0 }
        guard let size = try? Kernel.status(fd).size, let offset = try? Kernel.seek(fd, 0, whence: 1) else { return 0 }
        return size > UInt64(clamping: offset) ? size - UInt64(clamping: offset) : 0
    }
}
