// SPDX-License-Identifier: Apache-2.0

import CKernel

// The imports of wasi_fd that move data without showing it to the guest, or at an offset with flags.

enum TransferImports {
    static var rows: [ImportRow] {
        [
            ImportRow(
                "wasi_fd", "read_at",
                [
                    .i32("fd"), .pointer("iovs"), .u32("iovs_count"), .i64("offset"), .u32("flags"), .pointer("size"),
                ], readAt),
            ImportRow(
                "wasi_fd", "write_at",
                [
                    .i32("fd"), .pointer("iovs"), .u32("iovs_count"), .i64("offset"), .u32("flags"), .pointer("size"),
                ], writeAt),
            ImportRow(
                "wasi_fd", "send_file",
                [.i32("out"), .i32("in"), .pointer("offset"), .u32("length"), .pointer("size")], sendFile),
            ImportRow(
                "wasi_fd", "splice",
                [
                    .i32("in"), .pointer("in_offset"), .i32("out"), .pointer("out_offset"), .u32("length"),
                    .u32("flags"),
                    .pointer("size"),
                ], splice),
            ImportRow(
                "wasi_fd", "tee",
                [.i32("in"), .i32("out"), .u32("length"), .u32("flags"), .pointer("size")], tee),
            ImportRow(
                "wasi_fd", "splice_memory",
                [.i32("fd"), .pointer("iovs"), .u32("iovs_count"), .u32("flags"), .pointer("size")], spliceMemory),
            ImportRow(
                "wasi_fd", "copy_range",
                [
                    .i32("in"), .pointer("in_offset"), .i32("out"), .pointer("out_offset"), .u32("length"),
                    .u32("flags"),
                    .pointer("size"),
                ], copyRange),
        ]
    }

    /// For transfers: EBADF where preview 1 would tell that a right is missing.
    private static func hostFD(_ fd: Int32, _ right: Rights, _ system: WASISystem) throws(Errno) -> Int32 {
        do throws(Errno) { return try system.hostFD(fd, right) } catch {
            if system.signalDescription(fd, right) != nil { throw .inval }
            throw error == .notcapable ? .badf : error
        }
    }

    /// The same where the kernel finds other things first: it gets even what was not opened for this, or is a directory,
    /// since it will not transfer anything then.
    private static func judged(_ fd: Int32, _ right: Rights, _ system: WASISystem) throws(Errno) -> Int32 {
        do throws(Errno) { return try hostFD(fd, right, system) } catch {
            let description = try system.descriptors.description(fd)
            guard !description.transfersItself, let host = description.openHostFD else { throw error }
            let mode = try Kernel.accessMode(host)
            let fails = right == .fdRead ? mode == O_WRONLY || description.fileType == .directory : mode == O_RDONLY
            guard fails else { throw error }
            return host
        }
    }

    /// The descriptor behind argument 0, for a call at an offset. EINVAL: below -1.
    private static func positioned(
        _ call: GuestCall, _ right: Rights, _ system: WASISystem
    ) throws(Errno) -> (fd: Int32, offset: Int64) {
        let offset = call.i64(3)
        guard offset >= -1 else { throw .inval }
        if offset >= 0 {
            do throws(Errno) { _ = try hostFD(call.i32(0), .fdSeek, system) } catch {
                throw error == .isdir && right == .fdWrite ? .badf : error
            }
        }
        return (try hostFD(call.i32(0), right, system), offset)
    }

    static func readAt(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let (fd, offset) = try positioned(call, .fdRead, system)
        try call.check(call.u32(5), count: 4)
        let count = try call.withVectors(at: call.u32(1), count: call.u32(2)) { (vectors, count) throws(Errno) in
            try Kernel.read(fd, vectors, count, at: offset, flags: call.i32(4))
        }
        try call.store(UInt32(truncatingIfNeeded: count), at: call.u32(5))
    }

    static func writeAt(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let (fd, offset) = try positioned(call, .fdWrite, system)
        try call.check(call.u32(5), count: 4)
        let count = try call.withVectors(at: call.u32(1), count: call.u32(2)) { (vectors, count) throws(Errno) in
            try Kernel.write(fd, vectors, count, at: offset, flags: call.i32(4))
        }
        try call.store(UInt32(truncatingIfNeeded: count), at: call.u32(5))
    }

    /// The place at `pointer`, which may be null, as the kernel takes and moves it.
    private static func withOffset(
        _ call: GuestCall, at pointer: UInt32, _ body: (Kernel.Offset) throws(Errno) -> Int
    ) throws(Errno) -> Int {
        guard pointer != 0 else { return try body(nil) }
        var offset: Int64 = try call.load(at: pointer)
        let result = try body(&offset)
        try call.store(offset, at: pointer)
        return result
    }

    static func sendFile(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        try call.check(call.u32(4), count: 4)
        let source = try judged(call.i32(1), .fdRead, system)
        let count = try withOffset(call, at: call.u32(2)) { (offset) throws(Errno) in
            let out: Int32
            do throws(Errno) { out = try judged(call.i32(0), .fdWrite, system) } catch {
                // What is wrong with the source comes first.
                do throws(Errno) { _ = try Kernel.sendFile(to: -1, from: source, offset, Int(call.u32(3))) } catch let earlier {
                    throw earlier == .badf ? error : earlier
                }
                throw error
            }
            return try Kernel.sendFile(to: out, from: source, offset, Int(call.u32(3)))
        }
        try call.store(UInt32(truncatingIfNeeded: count), at: call.u32(4))
    }

    /// What splice and copy_range have in common.
    private static func move(
        _ call: GuestCall, _ system: WASISystem,
        _ body: (Int32, Kernel.Offset, Int32, Kernel.Offset) throws(Errno) -> Int
    ) throws(Errno) {
        try call.check(call.u32(6), count: 4)
        _ = try (system.descriptors.hostFD(call.i32(0)), system.descriptors.hostFD(call.i32(2)))
        let source = try judged(call.i32(0), .fdRead, system), out = try judged(call.i32(2), .fdWrite, system)
        let count = try withOffset(call, at: call.u32(1)) { (offset) throws(Errno) in
            try withOffset(call, at: call.u32(3)) { (outOffset) throws(Errno) in
                try body(source, offset, out, outOffset)
            }
        }
        try call.store(UInt32(truncatingIfNeeded: count), at: call.u32(6))
    }

    static func splice(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        try move(call, system) { (source, offset, out, outOffset) throws(Errno) in
            try Kernel.splice(from: source, offset, to: out, outOffset, Int(call.u32(4)), flags: call.u32(5))
        }
    }

    static func copyRange(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        try move(call, system) { (source, offset, out, outOffset) throws(Errno) in
            try Kernel.copyRange(from: source, offset, to: out, outOffset, Int(call.u32(4)), flags: call.u32(5))
        }
    }

    static func tee(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        try call.check(call.u32(4), count: 4)
        _ = try (system.descriptors.hostFD(call.i32(0)), system.descriptors.hostFD(call.i32(1)))
        let source = try judged(call.i32(0), .fdRead, system), out = try judged(call.i32(1), .fdWrite, system)
        let count = try Kernel.tee(from: source, to: out, Int(call.u32(2)), flags: call.u32(3))
        try call.store(UInt32(truncatingIfNeeded: count), at: call.u32(4))
    }

    /// vmsplice, in either direction: the kernel takes the one that the descriptor has.
    static func spliceMemory(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        try call.check(call.u32(4), count: 4)
        let fd = try system.descriptors.hostFD(call.i32(0))
        if (try? hostFD(call.i32(0), .fdWrite, system)) == nil { _ = try hostFD(call.i32(0), .fdRead, system) }
        let count = try call.withVectors(at: call.u32(1), count: call.u32(2)) { (vectors, count) throws(Errno) in
            try Kernel.splice(fd, vectors, count, flags: call.u32(3))
        }
        try call.store(UInt32(truncatingIfNeeded: count), at: call.u32(4))
    }
}
