// SPDX-License-Identifier: Apache-2.0

// Names as WebAssembly compares them.

/// A name that equals another when their bytes do. Swift's `String` also takes canonically equivalent spellings for
/// equal, but a module may export both "é" in one code point and "é" in two.
package struct ExactName: Hashable, Sendable {
    /// The name.
    package let string: String

    /// A name.
    package init(_ string: String) { self.string = string }

    /// Whether the bytes are the same.
    package static func == (left: ExactName, right: ExactName) -> Bool {
        left.string.utf8.elementsEqual(right.string.utf8)
    }

    /// Feeds the bytes to the hasher.
    package func hash(into hasher: inout Hasher) {
        var string = string
        string.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}
