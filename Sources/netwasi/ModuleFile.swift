// SPDX-License-Identifier: Apache-2.0

import WASI
import WasmFormat

// From a file to a module, or to one line that says why not.

/// A file that may hold a module.
struct ModuleFile {
    /// As the user named it.
    let path: String
    /// The module's bytes, without a first line that begins with `#!`.
    let bytes: [UInt8]
    /// How many bytes that first line has: offsets in messages are those of the file.
    let skipped: Int

    /// Reads a file.
    init(path: String) throws(Failure) {
        self.path = path
        var content: [UInt8]
        do throws(Errno) {
            content = try Kernel.contents(ofFile: path)
        } catch {
            throw Failure("\(path): \(Kernel.message(of: error))")
        }
        // netwasi-cc makes executables that begin so; the system runs them by what the line names.
        var skipped = 0
        if content.starts(with: Array("#!".utf8)), let newline = content.firstIndex(of: UInt8(ascii: "\n")),
            content[(newline + 1)...].starts(with: [0])
        {
            skipped = newline + 1
            content.removeSubrange(..<skipped)
        }
        bytes = content
        self.skipped = skipped
    }

    /// Decodes and validates.
    func module() throws(Failure) -> Module {
        if let other = Self.otherKind(of: bytes) { throw Failure("\(path): not a WebAssembly module: \(other)") }
        do throws(FormatError) {
            return try Module(bytes: bytes, workers: Kernel.workers)
        } catch {
            if let end = Self.missingPart(of: bytes) {
                throw Failure("\(path): truncated: \(end) (the file has \(skipped + bytes.count) bytes)")
            }
            throw Failure("\(path): invalid module: \(error.reason) (at byte offset \(skipped + error.byteOffset))")
        }
    }

    /// What bytes that are no core module look like; nil for those that may be one.
    private static func otherKind(of bytes: [UInt8]) -> String? {
        func begins(_ text: String) -> Bool { bytes.starts(with: Array(text.utf8)) }
        let magic: [UInt8] = [0, 0x61, 0x73, 0x6d]
        if bytes.isEmpty { return "the file is empty" }
        if bytes.starts(with: magic) {
            let version = Array(bytes.dropFirst(4).prefix(4))
            if version == [1, 0, 0, 0] || version.count < 4 { return nil }
            if version[2] == 1 {
                return "it is a component; a core module is needed (made for wasm32-wasi, preview 1)"
            }
            return "version \(UInt32(version[0]) | UInt32(version[1]) << 8) of the format is not known"
        }
        if magic.starts(with: bytes) { return nil }
        if begins("\u{7f}ELF") { return "it is an ELF file, native code" }
        if begins("!<arch>\n") { return "it is an archive of objects (ar)" }
        if begins("#!") { return "it is a script" }
        if begins("(module") || begins("(component") || begins(";;") {
            return "it is WebAssembly text; wat2wasm or wasm-tools make a module of it"
        }
        if bytes.starts(with: [0x42, 0x43, 0xc0, 0xde]) { return "it is LLVM bitcode" }
        if bytes.starts(with: [0x1f, 0x8b]) { return "it is compressed (gzip)" }
        if begins("PK\u{3}\u{4}") { return "it is an archive (zip)" }
        if begins("MZ") { return "it is a Windows program" }
        let head = bytes.prefix(512)
        if head.allSatisfy({ $0 >= 0x20 || (0x09...0x0d).contains($0) }) { return "it is text" }
        return "it does not begin with the bytes 00 61 73 6d"
    }

    /// What the end of the file cuts: walks the sections by their sizes. Nil when they end where the file does.
    private static func missingPart(of bytes: [UInt8]) -> String? {
        guard bytes.count >= 8 else { return "the header is 8 bytes long" }
        var position = 8
        while position < bytes.count {
            let start = position
            let id = bytes[position]
            position += 1
            var size = 0
            var shift = 0
            while true {
                guard position < bytes.count else { return "it ends within the header of a section" }
                let byte = bytes[position]
                position += 1
                guard shift < 35 else { return nil }
                size |= Int(byte & 0x7f) << shift
                shift += 7
                if byte & 0x80 == 0 { break }
            }
            if size > bytes.count - position {
                return
                    "section \(id), which begins at byte offset \(start), lacks \(size - (bytes.count - position)) bytes"
            }
            position += size
        }
        return nil
    }
}
