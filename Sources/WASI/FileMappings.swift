// SPDX-License-Identifier: Apache-2.0

// Files that lie in the place of a part of linear memory: what is written there is written to the file, and what others
// write to the file is there. It stays readable and writable, so that nothing which rests on the mapping changes.

/// The mappings of one instance.
final class FileMappings {
    private var sizes: [UnsafeMutableRawPointer: Int] = [:]

    /// Puts the file `fd`, from `offset` on, in the place of `memory`. What is written to it stays out of the file unless
    /// `writes`. EINVAL: memory or offset do not begin and end with pages; ENOMEM: too many.
    func map(
        _ memory: UnsafeMutableRawBufferPointer, _ fd: Int32, at offset: Int64, writes: Bool
    ) throws(Errno) {
        guard let base = memory.baseAddress, memory.count > 0 else { throw .inval }
        if sizes[base] != nil { try unmap(memory) }
        try Kernel.map(memory, fd, at: offset, writes: writes)
        sizes[base] = memory.count
    }

    /// Puts fresh pages in the place of `memory`.
    func unmap(_ memory: UnsafeMutableRawBufferPointer) throws(Errno) {
        guard let base = memory.baseAddress else { throw .inval }
        try Kernel.replace(memory, shared: false)
        Kernel.forgetMappings(UnsafeRawBufferPointer(memory))
        sizes[base] = nil
    }

    deinit {
        for (base, size) in sizes { Kernel.forgetMappings(UnsafeRawBufferPointer(start: base, count: size)) }
    }
}

extension FileImports {
    static var mappingRows: [ImportRow] {
        [
            ImportRow(
                "wasi_file", "map",
                [.i32("fd"), .pointer("memory"), .u32("size"), .u64("offset"), .u32("writes")], map),
            ImportRow("wasi_file", "unmap", [.pointer("memory"), .u32("size")], unmap),
            ImportRow("wasi_file", "flush", [.pointer("memory"), .u32("size")], flush),
        ]
    }

    private static func map(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let memory = try call.bytes(at: call.u32(1), count: call.u32(2))
        guard call.u32(4) <= 1, let offset = Int64(exactly: call.u64(3)) else { throw .inval }
        let description = try system.descriptors.description(call.i32(0))
        let rights: Rights = call.u32(4) == 1 ? [.fdRead, .fdWrite] : .fdRead
        let fd: Int32
        do throws(Errno) { fd = try system.hostFD(call.i32(0), rights) } catch {
            throw description.fileType == .regularFile ? .acces : .nodev
        }
        // Pages of devices and of processes are not the guest's memory.
        guard description.fileType == .regularFile, try !Kernel.isOfProcesses(fd) else { throw .nodev }
        try system.mappings.map(memory, fd, at: offset, writes: call.u32(4) == 1)
    }

    private static func unmap(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        try system.mappings.unmap(try call.bytes(at: call.u32(0), count: call.u32(1)))
    }

    private static func flush(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        try Kernel.flush(try call.bytes(at: call.u32(0), count: call.u32(1)))
    }
}
