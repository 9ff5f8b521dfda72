// SPDX-License-Identifier: Apache-2.0

import Glibc

// Reading a file, and leaving; with Foundation it would be a line.

/// The bytes of a file, or nil when it cannot be read.
func contents(of path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer.prefix(count) }
    return ferror(file) == 0 ? bytes : nil
}

/// Ends this process.
func exit(_ status: Int32) -> Never { Glibc.exit(status) }
