// SPDX-License-Identifier: Apache-2.0

import Glibc
import Testing
import WasmEngine

@_spi(Descriptions) @testable import WASI

// A guest without an engine: a buffer for memory, and imports called by name.

/// All suites, one test after the other: signals and what is ready for delivery are the process's, not a thread's.
@Suite(.serialized) enum WASITests {}

/// A system, memory to pass things in, and a directory of its own that is gone when the guest is.
final class Guest {
    static let memorySize: UInt32 = 1024 * 1024

    let system: WASISystem
    let memory: GuestMemory
    /// The host's path of the directory that is preopened as "/" at descriptor 3.
    let root: String
    private let rows: [String: ImportRow]
    private var top: UInt32 = 1024

    init(
        arguments: [String] = ["prog"], environment: [String] = [], readOnly: Bool = false, usesOpenat2: Bool = true,
        descriptorLimit: Int = 64
    ) throws {
        var template = Array("/tmp/netwasi-test-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw Errno(host: errno) }
        root = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        system = WASISystem(arguments: arguments, environment: environment, descriptorLimit: descriptorLimit)
        system.paths.usesOpenat2 = usesOpenat2
        try system.preopen(hostPath: root, as: "/", readOnly: readOnly)
        rows = Dictionary(
            uniqueKeysWithValues: (Preview1.rows + HostImports.rows).map { row in
                (row.module == Preview1.module ? row.name : "\(row.module).\(row.name)", row)
            })
        let base = UnsafeMutableRawPointer.allocate(byteCount: Int(Self.memorySize), alignment: 16)
        base.initializeMemory(as: UInt8.self, repeating: 0, count: Int(Self.memorySize))
        memory = GuestMemory(base: base, byteCount: UInt64(Self.memorySize))
    }

    deinit {
        memory.base.deallocate()
        removeTree(root)
    }

    // MARK: Calling

    /// Calls an import with these slots.
    @discardableResult
    func call(_ name: String, _ arguments: UInt64...) -> Errno {
        guard let row = rows[name] else { fatalError("no import \(name)") }
        return call(row, arguments)
    }

    func call(_ row: ImportRow, _ arguments: [UInt64]) -> Errno {
        var slots = arguments + [0]
        return slots.withUnsafeMutableBufferPointer {
            // swift-format-ignore: NeverForceUnwrap
            row.run(GuestCall(slots: $0.baseAddress!, memory: memory), system) ?? .success
        }
    }

    // MARK: Memory

    /// Room for `count` bytes.
    func allocate(_ count: Int) -> UInt64 {
        let address = top
        top += UInt32((count + 15) & ~15)
        return UInt64(address)
    }

    func put(_ bytes: some Collection<UInt8>) -> UInt64 {
        let address = allocate(bytes.count)
        for (offset, byte) in bytes.enumerated() { store(byte, address + UInt64(offset)) }
        return address
    }

    func store<T: FixedWidthInteger & BitwiseCopyable>(_ value: T, _ address: UInt64) {
        do { try memory.store(value, at: UInt32(address)) } catch { fatalError("test outside of memory") }
    }

    func load<T: FixedWidthInteger & BitwiseCopyable>(_ type: T.Type = UInt32.self, _ address: UInt64) -> T {
        do { return try memory.load(type, at: UInt32(address)) } catch { fatalError("test outside of memory") }
    }

    func text(_ address: UInt64, _ count: Int) -> String {
        String(decoding: (0..<count).map { load(UInt8.self, address + UInt64($0)) }, as: UTF8.self)
    }

    /// One vector of `count` bytes: its address and that of the bytes.
    func vector(_ count: Int) -> (vector: UInt64, bytes: UInt64) {
        let bytes = allocate(count)
        let vector = allocate(8)
        store(UInt32(bytes), vector)
        store(UInt32(count), vector + 4)
        return (vector, bytes)
    }

    /// A vector of these bytes.
    func vector(of text: String) -> UInt64 {
        let bytes = put(text.utf8)
        let vector = allocate(8)
        store(UInt32(bytes), vector)
        store(UInt32(text.utf8.count), vector + 4)
        return vector
    }

    // MARK: What tests do often

    /// A path as its two arguments.
    func path(_ text: String) -> (UInt64, UInt64) { (put(text.utf8), UInt64(text.utf8.count)) }

    /// path_open; -1 and the errno when it fails.
    func open(
        _ path: String, at directory: UInt64 = 3, follow: Bool = true, oflags: OFlags = [],
        rights: Rights = [.fdRead, .fdSeek, .fdTell, .fdReaddir, .fdFilestatGet], inheriting: Rights = .all,
        fdFlags: FDFlags = []
    ) -> (fd: Int64, error: Errno) {
        let (address, length) = self.path(path)
        let result = allocate(4)
        let error = call(
            "path_open", directory, follow ? 1 : 0, address, length, UInt64(oflags.rawValue), rights.rawValue,
            inheriting.rawValue, UInt64(fdFlags.rawValue), result)
        return (error == .success ? Int64(load(UInt32.self, result)) : -1, error)
    }

    func write(_ fd: Int64, _ text: String) -> (Int, Errno) {
        let result = allocate(4)
        let error = call("fd_write", UInt64(fd), vector(of: text), 1, result)
        return (Int(load(UInt32.self, result)), error)
    }

    func read(_ fd: Int64, _ count: Int = 4096) -> (String, Errno) {
        let (vector, bytes) = vector(count)
        let result = allocate(4)
        let error = call("fd_read", UInt64(fd), vector, 1, result)
        return (error == .success ? text(bytes, Int(load(UInt32.self, result))) : "", error)
    }

    // MARK: The host's side

    func hostPath(_ path: String) -> String { "\(root)/\(path)" }

    func makeFile(_ path: String, _ text: String = "") {
        let fd = Glibc.open(hostPath(path), O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        _ = Array(text.utf8).withUnsafeBytes { Glibc.write(fd, $0.baseAddress, $0.count) }
        Glibc.close(fd)
    }

    func makeDirectory(_ path: String) { mkdir(hostPath(path), 0o755) }

    func makeLink(_ path: String, to target: String) { symlink(target, hostPath(path)) }

    func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat(hostPath(path), &status) == 0
    }
}

/// Removes a directory and what is in it.
func removeTree(_ path: String) {
    if let directory = opendir(path) {
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard name != ".", name != ".." else { continue }
            if unlink("\(path)/\(name)") != 0 { removeTree("\(path)/\(name)") }
        }
        closedir(directory)
    }
    rmdir(path)
}

/// How many descriptors this process has.
func hostDescriptorCount() -> Int { (0..<1024).count { fcntl(Int32($0), F_GETFD) >= 0 } }
