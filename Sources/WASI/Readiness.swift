// SPDX-License-Identifier: Apache-2.0

import CKernel

// Waiting for descriptors: wasi_poll.poll, and what it has in common with preview 1's poll_oneoff.

/// The event bits of wasi_poll, and the system's for each.
enum PollEvents {
    private static let pairs: [(guest: UInt16, host: Int16)] = [
        (0x1, Int16(POLLIN)), (0x2, Int16(POLLOUT)), (0x4, Int16(POLLPRI)), (0x8, Int16(POLLRDBAND)),
        (0x10, Int16(POLLWRBAND)), (0x20, ck_pollrdhup), (0x1000, Int16(POLLERR)), (0x2000, Int16(POLLHUP)),
        (0x4000, Int16(POLLNVAL)),
    ]
    static let invalid: UInt16 = 0x4000

    /// IN and OUT are nearly always all there is.
    @inline(__always)
    static func host(_ guest: UInt16) -> Int16 {
        let simple = Int16(truncatingIfNeeded: guest & 1) | Int16(truncatingIfNeeded: guest & 2) << 1
        return guest & ~3 == 0 ? simple : pairs.reduce(0) { guest & $1.guest != 0 ? $0 | $1.host : $0 }
    }

    @inline(__always)
    static func guest(_ host: Int16) -> UInt16 {
        let simple = UInt16(truncatingIfNeeded: host & 1) | UInt16(truncatingIfNeeded: host & 4) >> 1
        return host & ~5 == 0 ? simple : pairs.reduce(0) { host & $1.host != 0 ? $0 | $1.guest : $0 }
    }
}

enum Readiness {
    static func poll(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let count = call.u32(1)
        guard count <= UInt32(system.descriptors.limit) else { throw .inval }
        let records = try call.bytes(at: call.u32(0), count: UInt64(count) * 8)
        let timeout = call.i64(2) < 0 ? nil : UInt64(call.i64(2))
        let mask = call.u32(3) == 0 ? nil : try call.load(UInt64.self, at: call.u32(3))
        try call.check(call.u32(4), count: 4)
        // On the stack up to 128 records (1 KiB), else on the heap.
        let ready = try withUnsafeTemporaryAllocation(of: pollfd.self, capacity: Int(count)) {
            (host) throws(Errno) -> UInt32 in
            let invalid = translate(records, to: host, system.descriptors)
            let limit = invalid > 0 ? 0 : timeout
            if let mask {
                _ = try system.signals.withMask(mask) { () throws(Errno) in try Kernel.poll(host, timeout: limit) }
            } else {
                _ = try Kernel.poll(host, timeout: limit)
            }
            return report(host, in: records)
        }
        try call.store(ready, at: call.u32(4))
    }

    /// Fills `host` from the guest's `{ fd: i32, events: u16, returned: u16 }`. How many are not open: of these, and of
    /// handles, the system is not asked.
    private static func translate(
        _ records: UnsafeMutableRawBufferPointer, to host: UnsafeMutableBufferPointer<pollfd>,
        _ descriptors: DescriptorTable
    ) -> Int {
        var invalid = 0
        for index in 0..<host.count {
            let fd = records.loadUnaligned(fromByteOffset: index &* 8, as: Int32.self)
            let events = records.loadUnaligned(fromByteOffset: index &* 8 &+ 4, as: UInt16.self)
            let hostFD = descriptors.hostFDOrNone(fd)
            if hostFD < 0, fd >= 0 { invalid += 1 }
            host.initializeElement(at: index, to: pollfd(fd: hostFD, events: PollEvents.host(events), revents: 0))
        }
        return invalid
    }

    private static func report(
        _ host: UnsafeMutableBufferPointer<pollfd>, in records: UnsafeMutableRawBufferPointer
    ) -> UInt32 {
        var ready: UInt32 = 0
        for index in 0..<host.count {
            var returned = PollEvents.guest(host[index].revents)
            if host[index].fd < 0, records.loadUnaligned(fromByteOffset: index &* 8, as: Int32.self) >= 0 {
                returned = PollEvents.invalid
            }
            records.storeBytes(of: returned, toByteOffset: index &* 8 &+ 6, as: UInt16.self)
            if returned != 0 { ready &+= 1 }
        }
        return ready
    }
}
