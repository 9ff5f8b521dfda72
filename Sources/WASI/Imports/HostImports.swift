// SPDX-License-Identifier: Apache-2.0

// The imports of <wasi/descriptors.h>: wasi_poll and what most descriptors have of wasi_fd here, the rest in files of
// their own.

/// What POSIX programs need of a system besides preview 1 and sockets.
package enum HostImports {
    /// The rows.
    package static var rows: [ImportRow] {
        descriptors + TerminalImports.rows + FileControlImports.rows + TransferImports.rows + FileImports.rows + FileImports.mappingRows + [poll]
            + PollSets.rows + EventImports.rows + SignalImports.rows + ProcessImports.rows
    }

    private static var descriptors: [ImportRow] {
        [
            ImportRow("wasi_fd", "dup", [.i32("fd"), .i32("minimum"), .u32("flags"), .pointer("copy")], dup),
            ImportRow("wasi_fd", "dup_to", [.i32("fd"), .i32("target"), .u32("flags")], dupTo),
            ImportRow("wasi_fd", "pipe", [.u32("flags"), .pointer("read_end"), .pointer("write_end")], pipe),
            ImportRow("wasi_fd", "get_flags", [.i32("fd"), .pointer("flags")], getFlags),
            ImportRow("wasi_fd", "set_flags", [.i32("fd"), .u32("flags")], setFlags),
            ImportRow("wasi_fd", "available", [.i32("fd"), .pointer("bytes")], available),
            ImportRow("wasi_fd", "unsent", [.i32("fd"), .pointer("bytes")], unsent),
            ImportRow("wasi_fd", "get_limits", [.pointer("soft"), .pointer("hard")], getLimits),
            ImportRow("wasi_fd", "set_limits", [.u32("soft"), .u32("hard")], setLimits),
        ]
    }

    private static var poll: ImportRow {
        ImportRow(
            "wasi_poll", "poll",
            [.pointer("records"), .u32("count"), .i64("timeout"), .pointer("signal_mask"), .pointer("ready")],
            Readiness.poll)
    }

    // MARK: wasi_fd

    /// __WASI_FD_CLOEXEC alone. EINVAL: another flag.
    private static func closesOnExec(_ flags: UInt32) throws(Errno) -> Bool {
        guard flags & ~1 == 0 else { throw .inval }
        return flags == 1
    }

    static func dup(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let closeOnExec = try closesOnExec(call.u32(2))
        try call.check(call.u32(3), count: 4)
        let copy = try system.descriptors.duplicate(call.i32(0), from: call.i32(1), closeOnExec: closeOnExec)
        try call.store(copy, at: call.u32(3))
    }

    static func dupTo(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let closeOnExec = try closesOnExec(call.u32(2))
        try system.descriptors.duplicate(call.i32(0), to: call.i32(1), closeOnExec: closeOnExec)
    }

    static func pipe(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        // __WASI_NET_CREATE_NONBLOCK, __WASI_NET_CREATE_CLOEXEC and __WASI_FD_PIPE_OF_PACKETS.
        let flags = call.u32(0)
        guard flags & ~7 == 0 else { throw .inval }
        try call.check(call.u32(1), count: 4)
        try call.check(call.u32(2), count: 4)
        let first = try system.descriptors.lowestFree()
        _ = try system.descriptors.lowestFree(from: first + 1)
        let ends = try Kernel.pipe(nonblocking: flags & 1 != 0, ofPackets: flags & 4 != 0)
        let closeOnExec = flags & 2 != 0
        let rights = Rights.pipe
        let reading = OpenDescription(hostFD: ends.read, fileType: .unknown, rights: rights.subtracting(.fdWrite))
        let writing = OpenDescription(hostFD: ends.write, fileType: .unknown, rights: rights.subtracting(.fdRead))
        try call.store(try system.descriptors.insert(Descriptor(reading, closeOnExec: closeOnExec)), at: call.u32(1))
        try call.store(try system.descriptors.insert(Descriptor(writing, closeOnExec: closeOnExec)), at: call.u32(2))
    }

    static func getFlags(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let descriptor = try system.descriptors.descriptor(call.i32(0))
        try call.store(UInt32(descriptor.closeOnExec ? 1 : 0), at: call.u32(1))
    }

    static func setFlags(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let closeOnExec = try closesOnExec(call.u32(1))
        try system.descriptors.setCloseOnExec(call.i32(0), closeOnExec)
    }

    static func available(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let fd = try system.descriptors.hostFD(call.i32(0))
        // Signals are no bytes, though their stand-in has some.
        if system.signalDescription(call.i32(0), .fdRead) != nil { throw .notty }
        try call.check(call.u32(1), count: 4)
        try call.store(try Kernel.available(fd), at: call.u32(1))
    }

    static func unsent(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let fd = try system.descriptors.hostFD(call.i32(0))
        try call.check(call.u32(1), count: 4)
        try call.store(try Kernel.unsent(fd), at: call.u32(1))
    }

    static func getLimits(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        try call.check(call.u32(0), count: 4)
        try call.check(call.u32(1), count: 4)
        try call.store(system.descriptors.softLimit, at: call.u32(0))
        try call.store(system.descriptors.hardLimit, at: call.u32(1))
    }

    static func setLimits(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        try system.descriptors.setLimits(soft: call.u32(0), hard: call.u32(1))
    }
}
