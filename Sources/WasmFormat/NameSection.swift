// SPDX-License-Identifier: Apache-2.0

// The custom section `name`: read when something went wrong, never before, so there is no index. Nothing in it is
// validated with the module; what does not parse has no names.

extension Module {
    /// The name of a function in the name section, if it has one; shortened.
    package func debugName(ofFunction index: Int) -> String? {
        guard let section = customSections.last(where: { $0.name == "name" }), let index = UInt32(exactly: index) else {
            return nil
        }
        return bytes.withUnsafeBufferPointer { bytes in
            var reader = ByteReader(bytes, section.bytes)
            var found: String?
            try? reader.forEachFunctionName(index) {
                found = $1.shortened
                return false
            }
            return found
        }
    }
}

extension Module {
    /// What functions are called, shortened: by the name section, else by an export, else by what they are imported as.
    package func functionNames() -> [UInt32: String] {
        var names: [UInt32: String] = [:]
        var function: UInt32 = 0
        for item in imports {
            guard case .function = item.type else { continue }
            names[function] = "\(item.module).\(item.name)".shortened
            function += 1
        }
        for export in exports.reversed() where export.kind == .function {
            names[export.index] = export.name.shortened
        }
        guard let section = customSections.last(where: { $0.name == "name" }) else { return names }
        bytes.withUnsafeBufferPointer { bytes in
            var reader = ByteReader(bytes, section.bytes)
            try? reader.forEachFunctionName {
                names[$0] = $1.shortened
                return true
            }
        }
        return names
    }
}

extension ByteReader {
    /// Calls `body` for each name in the subsection of function names, or those of one function, as long as it says so, up
    /// to the first that does not parse. What is not asked for is stepped over: there may be a million names.
    fileprivate mutating func forEachFunctionName(
        _ wanted: UInt32? = nil, _ body: (UInt32, String) -> Bool
    ) throws(FormatError) {
        while !isAtEnd {
            let kind = try byte()
            let size = Int(try u32())
            if kind != 1 {
                _ = try skip(size)
                continue
            }
            for _ in 0..<(try u32()) {
                let function = try u32()
                if wanted == nil || wanted == function {
                    guard body(function, try name()) else { return }
                } else {
                    _ = try skip(Int(try u32()))
                }
            }
            return
        }
    }
}
