// SPDX-License-Identifier: Apache-2.0

// Where unix domain sockets are in the file system: beneath the guest's directories, as files are. WASINetworking makes
// and connects them; where a path may lead is decided here.

extension WASISystem {
    /// Calls `body` with the directory, as the host's descriptor, in which `path` names something to be made, and that
    /// name. EROFS: nothing may be made there.
    package func withPlaceForSocket<R>(
        _ directory: Int32, _ path: String, _ body: (Int32, String) throws(Errno) -> R
    ) throws(Errno) -> R {
        let directory = try self.directory(directory, [.pathOpen, .pathCreateFile])
        try directory.requireVisible(path)
        return try paths.withParent(directory.hostFD, path) { (parent, name) throws(Errno) in
            if directory.isReadOnly {
                // As a file system does: first what is there, then what may be done.
                throw (try? Kernel.status(parent, name)) == nil ? .rofs : .addrinuse
            }
            return try body(parent, name)
        }
    }

    /// Calls `body` with a reference, as the host's descriptor, to what `path` names. Connecting writes to it, which a
    /// read-only directory does not permit: EROFS.
    package func withSocketToWriteTo<R>(
        _ directory: Int32, _ path: String, _ body: (Int32) throws(Errno) -> R
    ) throws(Errno) -> R {
        let directory = try self.directory(directory, .pathOpen)
        try directory.requireVisible(path)
        return try paths.withReference(directory.hostFD, path, follows: true) { (fd) throws(Errno) in
            try directory.requireWritable()
            return try body(fd)
        }
    }

    /// The guest's path of a host's path, which must be absolute: by the directories that the guest was given. Nil where
    /// none shows it. A path through /proc/PID/fd, as other hosts like this one bind, is followed first.
    package func guestPath(ofHostPath path: String) -> String? {
        var path = path
        // "", "proc", PID, "fd", NUMBER, the rest
        let parts = path.utf8.split(separator: UInt8(ascii: "/"), maxSplits: 5, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        if parts.count >= 5, parts[1] == "proc", parts[3] == "fd" {
            guard parts.count == 6, let directory = try? Kernel.target(ofLink: "/proc/\(parts[2])/fd/\(parts[4])")
            else { return nil }
            path = "\(directory)/\(parts[5])"
        }
        return guestPaths(ofHostPath: path).first
    }

    /// What the guest's directories call the place that `fd`, a descriptor of the host, is open at; or `name` in it.
    package func guestNames(of fd: Int32, _ name: String? = nil) -> [[UInt8]] {
        guard let path = try? Kernel.target(ofLink: "/proc/self/fd/\(fd)") else { return [] }
        let place = name.map { (path == "/" ? "" : path) + "/" + $0 } ?? path
        return guestPaths(ofHostPath: place).map { Array($0.utf8) }
    }

    /// The guest's paths of a host's path, which must be absolute and without links: one by each directory that shows it.
    private func guestPaths(ofHostPath path: String) -> [String] {
        preopens.compactMap { directory in
            guard let name = directory.preopenName,
                let hostPath = try? Kernel.target(ofLink: "/proc/self/fd/\(directory.hostFD)")
            else { return nil }
            if path == hostPath { return name }
            let prefix = hostPath == "/" ? "/" : hostPath + "/"
            guard path.utf8.starts(with: prefix.utf8) else { return nil }
            let rest = String(decoding: path.utf8.dropFirst(prefix.utf8.count), as: UTF8.self)
            return (name.endsInSlash ? name : name + "/") + rest
        }
    }
}
