// SPDX-License-Identifier: Apache-2.0

// Preview 1: the entries of a directory.

extension Preview1 {
    /// Cookies are the kernel's own positions: stable while the directory changes, and nothing need be kept here.
    ///
    /// The buffer is filled to the last byte, with a part of an entry if need be: only less than a full buffer says
    /// that there are no more.
    static func fdReaddir(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        let buffer = try call.bytes(at: call.u32(1), count: call.u32(2))
        try call.check(call.u32(4), count: 4)
        let directory = try system.directory(call.i32(0), .fdReaddir)
        guard let cookie = Int64(exactly: call.u64(3)) else { throw .inval }
        _ = try Kernel.seek(directory.hostFD, cookie, whence: 0)
        var used = 0
        var isAtEnd = false
        while used < buffer.count, !isAtEnd {
            try withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 8) { (entries) throws(Errno) in
                let count = try Kernel.entries(directory.hostFD, into: entries)
                let records = UnsafeRawBufferPointer(rebasing: entries[..<count])
                copyEntries(records, of: directory, to: buffer, from: &used)
                isAtEnd = count == 0
            }
        }
        try call.store(UInt32(truncatingIfNeeded: used), at: call.u32(4))
    }

    /// Copies the kernel's `linux_dirent64` records (inode u64, position i64, size u16, type u8, name) as preview 1's.
    private static func copyEntries(
        _ entries: UnsafeRawBufferPointer, of directory: Directory, to buffer: UnsafeMutableRawBufferPointer,
        from used: inout Int
    ) {
        var offset = 0
        while offset + 19 <= entries.count, used < buffer.count {
            let size = Int(entries.loadUnaligned(fromByteOffset: offset + 16, as: UInt16.self))
            guard size > 19, offset + size <= entries.count else { return }
            let record = offset
            offset += size
            let name = entries[(record + 19)..<(record + size)].prefix { $0 != 0 }
            if let devices = directory.devices {
                let text = String(decoding: name, as: UTF8.self)
                guard devices.contains(text) || text == "." || text == ".." else { continue }
            }
            let header = (
                entries.loadUnaligned(fromByteOffset: record + 8, as: UInt64.self),
                entries.loadUnaligned(fromByteOffset: record, as: UInt64.self),
                UInt64(name.count) | UInt64(FileType(entry: entries[record + 18]).rawValue) << 32
            )
            withUnsafeBytes(of: header) { append($0, to: buffer, from: &used) }
            append(UnsafeRawBufferPointer(rebasing: name), to: buffer, from: &used)
        }
    }

    private static func append(
        _ bytes: UnsafeRawBufferPointer, to buffer: UnsafeMutableRawBufferPointer, from used: inout Int
    ) {
        let count = min(bytes.count, buffer.count - used)
        UnsafeMutableRawBufferPointer(rebasing: buffer[used..<(used + count)])
            .copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[..<count]))
        used += count
    }
}
