// SPDX-License-Identifier: Apache-2.0

import Glibc
import WASI
import WasmFormat

// What the command itself asks of the system.

extension Kernel {
    /// The most bytes that a module may have: what browsers agreed on.
    private static let maximumModuleSize = 1 << 30

    /// The whole of a file.
    static func contents(ofFile path: String) throws(Errno) -> [UInt8] {
        let fd = try valueOrErrno { Glibc.open(path, O_RDONLY | O_CLOEXEC) }
        defer { _ = Glibc.close(fd) }
        var status = stat()
        try valueOrErrno { fstat(fd, &status) }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw .isdir }
        guard status.st_size <= maximumModuleSize else { throw .fbig }
        // One more than the size, so that a single read sees the end. A pipe has no size, and grows.
        var capacity = max(Int(clamping: status.st_size), 65_535) + 1
        var bytes: [UInt8] = []
        while true {
            let used = bytes.count
            var failure: Errno?
            let more = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
                do throws(Errno) {
                    count = try fill(buffer, from: fd)
                } catch {
                    failure = error
                }
            }
            if let failure { throw failure }
            if used == 0 { bytes = more } else { bytes += more }
            if more.count < capacity { return bytes }
            // What does not end, like a device, need not be read on when it begins as no module does.
            if status.st_mode & S_IFMT != S_IFREG, !mayBeModule(bytes) { return bytes }
            guard bytes.count <= maximumModuleSize else { throw .fbig }
            capacity = max(bytes.count, 65_536)
        }
    }

    private static func mayBeModule(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: "\0asm".utf8) || bytes.starts(with: "#!".utf8)
    }

    /// Reads until the buffer is full or the file ends.
    private static func fill(_ buffer: UnsafeMutableBufferPointer<UInt8>, from fd: Int32) throws(Errno) -> Int {
        var count = 0
        while count < buffer.count {
            let rest = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
            let read = try valueOrErrno { Glibc.read(fd, rest.baseAddress, rest.count) }
            if read == 0 { break }
            count += read
        }
        return count
    }

    /// This process's mask for new files, which from now on takes nothing away.
    static func takeFileModeMask() -> UInt32 { umask(0) }

    /// Lets this process have `count` descriptors open beside its own few, or as many as it may.
    static func raiseDescriptorLimit(_ count: Int) {
        var limit = rlimit()
        let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        guard getrlimit(resource, &limit) == 0 else { return }
        let wanted = min(rlim_t(clamping: count + 64), limit.rlim_max)
        guard wanted > limit.rlim_cur else { return }
        limit.rlim_cur = wanted
        _ = setrlimit(resource, &limit)
    }

    /// Writes all of `text` to a descriptor of this process; false when some of it cannot be written.
    @discardableResult
    static func print(_ text: String, to fd: Int32) -> Bool {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { bytes in
                (try? valueOrErrno { Glibc.write(fd, bytes.baseAddress, bytes.count) }) ?? 0
            }
            guard written > 0 else { return false }
            rest = rest.dropFirst(written)
        }
        return true
    }

    /// Opens what is closed of 0, 1 and 2, so that no file or socket of the program's is given the number that this
    /// process writes its messages to.
    static func reserveStandardDescriptors() {
        while true {
            let fd = Glibc.open("/dev/null", O_RDWR | O_CLOEXEC)
            guard (0...2).contains(fd) else {
                if fd > 2 { _ = Glibc.close(fd) }
                return
            }
        }
    }

    /// This process's environment, as `NAME=value`.
    static var environment: [String] {
        var variables: [String] = []
        var next = environ
        while let entry = next.pointee {
            variables.append(String(cString: entry))
            next = next.advanced(by: 1)
        }
        return variables
    }

    /// What the system calls an error that was met before there is a program to tell it to.
    static func message(of error: Errno) -> String {
        switch error {
        case .noent: "no such file or directory"
        case .acces: "permission denied"
        case .fbig: "larger than a module can be"
        case .isdir: "is a directory"
        case .notdir: "not a directory"
        case .nametoolong: "file name too long"
        case .loop: "too many symbolic links"
        default: error.description
        }
    }
}

/// Where messages for the user go.
enum Console {
    /// What a command was asked for. That it could not be written is a failure, unlike what is said beside it.
    static func output(_ text: String) throws(Failure) {
        guard Kernel.print(text, to: 1) else { throw Failure("cannot write to standard output") }
    }

    static func error(_ text: String) { Kernel.print(text, to: 2) }

    /// Text from a module or a program, fit to be shown: no control characters reach the terminal.
    static func printable(_ text: String) -> String { text.printable }
}
