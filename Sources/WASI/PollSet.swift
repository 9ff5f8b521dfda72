// SPDX-License-Identifier: Apache-2.0

import CKernel

// Poll sets (epoll): which descriptors are in one, over the host's own.

/// That a descriptor is in a poll set. As on Linux its name is the descriptor's number and what that referred to when
/// it was added: it outlives the number, and ends with the description.
final class PollMembership {
    weak var set: PollSet?
    let fd: Int32
    /// The host's descriptor that the host's set knows it by.
    let hostFD: Int32

    init(_ set: PollSet, fd: Int32, hostFD: Int32) {
        self.set = set
        self.fd = fd
        self.hostFD = hostFD
    }
}

/// A set of descriptors to wait for: a descriptor itself, which can be in another set.
///
/// Copies of a descriptor share one of the host's, and the host's set takes that once. The first member of a
/// description is known there by it; any other gets a copy made on the host, which the set owns and closes.
final class PollSet: OpenDescription {
    private var copies: Set<Int32> = []

    init(hostFD: Int32) { super.init(hostFD: hostFD, fileType: .unknown, rights: .pipe) }

    override var canBePassed: Bool { false }

    /// epoll_ctl, all of whose checks are the host's: `operation` and `events` are the host's too.
    func change(
        _ operation: Int32, _ fd: Int32, _ description: OpenDescription, events: UInt32, data: UInt64
    ) throws(Errno) {
        let events = description.isReadyAsNormal ? events : events & ~UInt32(POLLRDNORM)
        description.memberships.removeAll { $0.set == nil }
        let own = description.memberships.filter { $0.set === self }
        if let member = own.first(where: { $0.fd == fd }) {
            try Kernel.changeEpoll(hostFD, operation, member.hostFD, events: events, data: data)
            if operation == EPOLL_CTL_DEL { remove(member, from: description) }
        } else if own.isEmpty || operation != EPOLL_CTL_ADD && !own.contains(where: { $0.hostFD == description.hostFD })
        {
            // Not a member, and the host's answer is the one to give.
            try Kernel.changeEpoll(hostFD, operation, description.hostFD, events: events, data: data)
            guard operation == EPOLL_CTL_ADD else { return }
            description.memberships.append(PollMembership(self, fd: fd, hostFD: description.hostFD))
        } else if operation == EPOLL_CTL_ADD {
            try add(fd, description, isFirst: !own.contains { $0.hostFD == description.hostFD }, events, data)
        } else {
            // As the kernel, which asks what may be changed at all before it looks for the member.
            let changesExclusive = operation == EPOLL_CTL_MOD && events & EPOLLEXCLUSIVE.rawValue != 0
            throw operation == EPOLL_CTL_DEL || operation == EPOLL_CTL_MOD && !changesExclusive ? .noent : .inval
        }
    }

    private func add(
        _ fd: Int32, _ description: OpenDescription, isFirst: Bool, _ events: UInt32, _ data: UInt64
    ) throws(Errno) {
        let known = isFirst ? description.hostFD : try Kernel.duplicate(description.hostFD)
        do throws(Errno) {
            try Kernel.changeEpoll(hostFD, EPOLL_CTL_ADD, known, events: events, data: data)
        } catch {
            if !isFirst { try? Kernel.close(known) }
            throw error
        }
        if !isFirst { copies.insert(known) }
        description.memberships.append(PollMembership(self, fd: fd, hostFD: known))
    }

    private func remove(_ member: PollMembership, from description: OpenDescription) {
        description.memberships.removeAll { $0 === member }
        if copies.remove(member.hostFD) != nil { try? Kernel.close(member.hostFD) }
    }

    /// The description is about to be closed. What is known by its own descriptor the host takes out with that.
    fileprivate func descriptionCloses(_ member: PollMembership) {
        guard copies.remove(member.hostFD) != nil else { return }
        try? Kernel.changeEpoll(hostFD, EPOLL_CTL_DEL, member.hostFD, events: 0, data: 0)
        try? Kernel.close(member.hostFD)
    }

    override func close() throws(Errno) {
        for copy in copies { try? Kernel.close(copy) }
        copies = []
        try super.close()
    }

    deinit { for copy in copies { try? Kernel.close(copy) } }
}

extension OpenDescription {
    /// Ends the memberships: when the last descriptor goes.
    func leavePollSets() {
        for member in memberships { member.set?.descriptionCloses(member) }
        memberships = []
    }
}

/// The imports of poll sets.
enum PollSets {
    /// __wasi_poll_set_event_t.
    enum Record {
        static let size = 16, events = 0, data = 8
    }

    /// EPOLLWAKEUP keeps the machine from sleeping, which is not for a guest to do: it is left out, as Linux does for
    /// those who lack the privilege.
    private static let keepsAwake: UInt32 = 1 << 29

    static var rows: [ImportRow] {
        [
            ImportRow("wasi_poll", "create_set", [.u32("flags"), .pointer("set")], create),
            ImportRow(
                "wasi_poll", "change_set", [.i32("set"), .u32("operation"), .i32("fd"), .pointer("event")], change),
            ImportRow(
                "wasi_poll", "wait_set",
                [
                    .i32("set"), .pointer("events"), .u32("capacity"), .i64("timeout"), .pointer("signal_mask"),
                    .pointer("ready"),
                ], wait),
        ]
    }

    static func create(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        // __WASI_NET_CREATE_CLOEXEC and _NONBLOCK: the latter has no effect on a set's own calls.
        let flags = call.u32(0)
        guard flags & ~3 == 0 else { throw .inval }
        try call.check(call.u32(1), count: 4)
        _ = try system.descriptors.lowestFree()
        let set = PollSet(hostFD: try Kernel.createEpoll())
        let fd = try system.descriptors.insert(Descriptor(set, closeOnExec: flags & 2 != 0))
        try call.store(fd, at: call.u32(1))
    }

    static func change(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let operation = call.u32(1)
        var events: UInt32 = 0
        var data: UInt64 = 0
        if operation != 2 {
            let record = try call.bytes(at: call.u32(3), count: UInt32(Record.size))
            events = record.loadUnaligned(fromByteOffset: Record.events, as: UInt32.self) & ~keepsAwake
            data = record.loadUnaligned(fromByteOffset: Record.data, as: UInt64.self)
        }
        let hostSet = try system.descriptors.hostFD(call.i32(0))
        let description = try system.descriptors.description(call.i32(2))
        // Handles are nothing to wait for.
        guard description.hostFD >= 0 else { throw .perm }
        // An operation that there is not is one that the host has not: EINVAL, after what else is wrong.
        let hostOperation = operation < 3 ? [EPOLL_CTL_ADD, EPOLL_CTL_MOD, EPOLL_CTL_DEL][Int(operation)] : -1
        guard let set = try system.descriptors.description(call.i32(0)) as? PollSet else {
            // The host says what is wrong with that.
            return try Kernel.changeEpoll(hostSet, hostOperation, description.hostFD, events: events, data: data)
        }
        try set.change(hostOperation, call.i32(2), description, events: events, data: data)
    }

    static func wait(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let capacity = call.u32(2)
        guard capacity > 0, capacity <= UInt32(Int32.max) / UInt32(Record.size) else { throw .inval }
        let records = try call.bytes(at: call.u32(1), count: UInt64(capacity) * UInt64(Record.size))
        let timeout = call.i64(3) < 0 ? nil : UInt64(call.i64(3))
        let mask = call.u32(4) == 0 ? nil : try call.load(UInt64.self, at: call.u32(4))
        try call.check(call.u32(5), count: 4)
        let set = try system.descriptors.hostFD(call.i32(0))
        let count: Int
        if let mask {
            count = try system.signals.withMask(mask) { () throws(Errno) in
                try Kernel.waitEpoll(set, records.baseAddress, capacity: Int32(capacity), timeout: timeout)
            }
        } else {
            count = try Kernel.waitEpoll(set, records.baseAddress, capacity: Int32(capacity), timeout: timeout)
        }
        widen(records, count: count)
        try call.store(UInt32(truncatingIfNeeded: count), at: call.u32(5))
    }

    /// The host wrote its records, which are no longer than the guest's, from the start of the guest's array: from the
    /// last to the first each is moved to its place.
    private static func widen(_ records: UnsafeMutableRawBufferPointer, count: Int) {
        for index in stride(from: count - 1, through: 0, by: -1) {
            let from = index * ck_epoll_event_size
            let events = records.loadUnaligned(fromByteOffset: from, as: UInt32.self)
            let data = records.loadUnaligned(
                fromByteOffset: from + ck_epoll_data_offset, as: UInt64.self)
            let to = index * Record.size
            records.storeBytes(of: events, toByteOffset: to + Record.events, as: UInt32.self)
            records.storeBytes(of: 0, toByteOffset: to + 4, as: UInt32.self)
            records.storeBytes(of: data, toByteOffset: to + Record.data, as: UInt64.self)
        }
    }
}
