// SPDX-License-Identifier: Apache-2.0

// Paths that cannot leave the directory they start from: not by `..`, not by a symbolic link, not by a rename meanwhile.

/// Resolves guest paths beneath a directory's host descriptor.
///
/// With openat2 the kernel does it, under its own locks. Without, this walks component by component, holds a descriptor
/// of every directory on the way (so `..` goes back to the one that was gone through, wherever it is now), and never
/// lets the kernel follow a link. What leads out is EPERM, absolute paths and links to such included.
struct PathResolver {
    /// Whether the kernel resolves; otherwise the walk does.
    var usesOpenat2 = Kernel.hasOpenat2

    private static let maximumLinks = 40
    private static let maximumLength = 4095

    /// A descriptor of what `path` names. The caller closes it. A link at the end is followed unless `flags` say
    /// `.noFollow`. `mode`: of a file that is made.
    func open(
        _ directory: Int32, _ path: String, _ flags: Kernel.OpenFlags, mode: UInt32 = 0
    ) throws(Errno) -> Int32 {
        try check(path)
        guard usesOpenat2 else { return try walk(directory, path, flags, mode) }
        // EAGAIN means that something was renamed meanwhile, which a hostile neighbour could do forever.
        var attempts = 0
        while true {
            do throws(Errno) {
                return try Kernel.openBeneath(directory, path, flags, mode: mode)
            } catch {
                attempts += 1
                if error == .again, attempts < 64 { continue }
                throw error == .xdev ? .perm : error
            }
        }
    }

    /// Calls `body` with a descriptor of the directory in which `path`'s last component is, and that component. The
    /// calls made with the two must not follow a link of that name. What is after the name, if anything, is slashes.
    func withParent<R>(
        _ directory: Int32, _ path: String, _ body: (Int32, String) throws(Errno) -> R
    ) throws(Errno) -> R {
        try check(path)
        let bytes = path.utf8
        let nameEnd = bytes.lastIndex { $0 != UInt8(ascii: "/") } ?? bytes.startIndex
        let nameStart = bytes[..<nameEnd].lastIndex(of: UInt8(ascii: "/")).map { bytes.index(after: $0) }
        let name = String(path[(nameStart ?? bytes.startIndex)...])
        if name == ".." || name.utf8.starts(with: "../".utf8) {
            // Not a name in the parent but a way out of it: only where that stays inside.
            try Kernel.close(try open(directory, path, [.path, .directory]))
        }
        guard let nameStart else { return try body(directory, name) }
        let parent = try open(directory, String(path[..<nameStart]), [.path, .directory])
        let result: R
        do throws(Errno) { result = try body(parent, name) } catch {
            try? Kernel.close(parent)
            throw error
        }
        try Kernel.close(parent)
        return result
    }

    /// Whether `path` is one name, so that a call that does not follow links needs no resolution at all.
    static func isPlainName(_ path: String) -> Bool {
        !path.isEmpty && path != ".." && path.utf8.count <= 255 && !path.utf8.contains(UInt8(ascii: "/"))
    }

    private func check(_ path: String) throws(Errno) {
        guard !path.isEmpty else { throw .noent }
        guard path.utf8.count <= Self.maximumLength else { throw .nametoolong }
        guard !path.beginsWithSlash else { throw .perm }
    }

    // MARK: The walk

    private func walk(
        _ directory: Int32, _ path: String, _ flags: Kernel.OpenFlags, _ mode: UInt32
    ) throws(Errno) -> Int32 {
        var walk = Walk(start: directory, path: path, flags: flags, mode: mode)
        let result: Int32
        do throws(Errno) { result = try walk.run() } catch {
            walk.closeAll()
            throw error
        }
        walk.closeAll()
        return result
    }

    private struct Walk {
        let start: Int32
        let flags: Kernel.OpenFlags
        let mode: UInt32
        /// The directories gone through, below `start`; each is open.
        var directories: [Int32] = []
        /// The components to come, the next one last.
        var pending: [String]
        /// The path, or the text of a link at its end, ends in a slash: the end must be a directory.
        var wantsDirectory: Bool
        var links = 0

        init(start: Int32, path: String, flags: Kernel.OpenFlags, mode: UInt32) {
            self.start = start
            self.flags = flags
            self.mode = mode
            pending = Self.components(path).reversed()
            wantsDirectory = path.endsInSlash
        }

        static func components(_ path: String) -> [String] {
            path.utf8.split(separator: UInt8(ascii: "/")).map { String(decoding: $0, as: UTF8.self) }
        }

        var current: Int32 { directories.last ?? start }

        func closeAll() { for fd in directories { try? Kernel.close(fd) } }

        mutating func run() throws(Errno) -> Int32 {
            while let name = pending.popLast() {
                if name == "." {
                    continue
                } else if name == ".." {
                    guard let left = directories.popLast() else { throw .perm }
                    try Kernel.close(left)
                } else if !pending.isEmpty || wantsDirectory && !flags.contains(.create) {
                    try enter(name)
                } else if let fd = try end(name) {
                    return fd
                }
            }
            // The path ended in a directory that is already open, by reference.
            if flags.contains(.create) { throw flags.contains(.exclusive) ? .exist : .isdir }
            return try Kernel.open(current, ".", flags.union(.directory))
        }

        /// Goes into the directory `name`, or puts a link's text in its place.
        private mutating func enter(_ name: String) throws(Errno) {
            do throws(Errno) {
                directories.append(try Kernel.open(current, name, [.path, .directory, .noFollow]))
            } catch {
                guard error == .notdir || error == .loop else { throw error }
                try follow(name, otherwise: .notdir)
            }
        }

        /// Opens the last component; nil when it was a link and the walk goes on.
        private mutating func end(_ name: String) throws(Errno) -> Int32? {
            if wantsDirectory { throw .isdir }
            let follows = !flags.contains(.noFollow) && !flags.isSuperset(of: [.create, .exclusive])
            do throws(Errno) {
                let fd = try Kernel.open(current, name, flags.union(.noFollow), mode: mode)
                guard follows, flags.contains(.path), try isLink(fd) else { return fd }
            } catch {
                guard follows, error == .loop || error == .notdir else { throw error }
                try follow(name, otherwise: error)
                return nil
            }
            try follow(name, otherwise: .loop)
            return nil
        }

        /// Whether `fd` is a reference to a link; it is closed then, and when nobody can tell.
        private func isLink(_ fd: Int32) throws(Errno) -> Bool {
            do throws(Errno) {
                guard try Kernel.status(fd).type == .symbolicLink else { return false }
            } catch {
                try? Kernel.close(fd)
                throw error
            }
            try Kernel.close(fd)
            return true
        }

        /// Puts the text of the link `name` in its place. `otherwise`: the error when it is no link after all.
        private mutating func follow(_ name: String, otherwise: Errno) throws(Errno) {
            let target: String
            do throws(Errno) { target = try Kernel.readLink(current, name) } catch {
                throw error == .inval ? otherwise : error
            }
            links += 1
            guard links <= PathResolver.maximumLinks else { throw .loop }
            guard !target.beginsWithSlash else { throw .perm }
            if pending.isEmpty, target.endsInSlash { wantsDirectory = true }
            pending += Self.components(target).reversed()
        }
    }
}

// Paths are bytes to the system. As characters a slash beside a mark that joins others is part of another character, and
// would not be found.
extension String {
    /// Whether the first byte is a slash.
    var beginsWithSlash: Bool { utf8.first == UInt8(ascii: "/") }
    /// Whether the last byte is a slash.
    var endsInSlash: Bool { utf8.last == UInt8(ascii: "/") }
}
