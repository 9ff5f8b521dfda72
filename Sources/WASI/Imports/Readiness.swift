// SPDX-License-Identifier: Apache-2.0

import CKernel

// Waiting for descriptors: wasi_poll.poll. The events of the ABI are the host's (CKernel asserts it), and so are its
// records but for the number of the descriptor.

enum Readiness {
    static func poll(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let count = call.u32(1)
        guard count <= UInt32(system.descriptors.softLimit) else { throw .inval }
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
        guard let guest = records.baseAddress else { return 0 }
        var invalid = 0
        for index in 0..<host.count {
            let record = guest.loadUnaligned(fromByteOffset: index &* 8, as: UInt64.self)
            let fd = Int32(truncatingIfNeeded: record)
            let hostFD = descriptors.hostFDOrNone(fd)
            if hostFD < 0, fd >= 0 { invalid &+= 1 }
            var events = Int16(truncatingIfNeeded: record >> 32)
            if _slowPath(events & Int16(POLLRDNORM) != 0),
                (try? descriptors.description(fd))?.isReadyAsNormal == false
            {
                events &= ~Int16(POLLRDNORM)
            }
            host.initializeElement(at: index, to: pollfd(fd: hostFD, events: events, revents: 0))
        }
        return invalid
    }

    private static func report(
        _ host: UnsafeMutableBufferPointer<pollfd>, in records: UnsafeMutableRawBufferPointer
    ) -> UInt32 {
        guard let guest = records.baseAddress else { return 0 }
        var ready: UInt32 = 0
        for index in 0..<host.count {
            var returned = host[index].revents
            if host[index].fd < 0, guest.loadUnaligned(fromByteOffset: index &* 8, as: Int32.self) >= 0 {
                returned = Int16(POLLNVAL)
            }
            guest.storeBytes(of: returned, toByteOffset: index &* 8 &+ 6, as: Int16.self)
            if returned != 0 { ready &+= 1 }
        }
        return ready
    }
}
