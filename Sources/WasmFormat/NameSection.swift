// SPDX-License-Identifier: Apache-2.0

// The custom section `name`: read when something went wrong, never before, so there is no index. Nothing in it is
// validated with the module; what does not parse has no names.

extension Module {
    /// The name of a function in the name section, if it has one.
    public func debugName(ofFunction index: Int) -> String? {
        guard let section = customSections.last(where: { $0.name == "name" }), let index = UInt32(exactly: index) else {
            return nil
        }
        return bytes.withUnsafeBufferPointer { bytes in
            var reader = ByteReader(bytes, section.bytes)
            return try? reader.functionName(index)
        }
    }
}

extension ByteReader {
    /// Looks for the subsection of function names and in it for a function.
    fileprivate mutating func functionName(_ index: UInt32) throws(FormatError) -> String? {
        while !isAtEnd {
            let kind = try byte()
            let size = Int(try u32())
            if kind != 1 {
                _ = try skip(size)
                continue
            }
            for _ in 0..<(try u32()) {
                let function = try u32()
                let name = try name()
                if function == index { return name }
            }
            return nil
        }
        return nil
    }
}
