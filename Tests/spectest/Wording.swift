// SPDX-License-Identifier: Apache-2.0

import WasmFormat

// Whether an error is the one that a script expects. Scripts name errors by the reference interpreter's wording, ours
// begin with it; where the two name the same fault differently, the other names are listed here with the reason.

enum Wording {
    /// Whether a trap or link error, whose description begins with the suite's wording, is the expected one. The suite
    /// may add which element or import it was; wasmtime names two traps as one, with a colon in between.
    static func matches(_ found: String, _ expected: String) -> Bool {
        expected.hasPrefix(found) || found.hasPrefix(expected) || expected.hasSuffix(": " + found)
    }

    /// Whether a module was refused for the expected reason.
    static func matches(_ error: FormatError, _ expected: String) -> Bool {
        expected.hasPrefix(error.code.rawValue) || error.reason.hasPrefix(expected)
            || alternatives(error.code).contains { expected.hasPrefix($0) }
    }

    private static func alternatives(_ code: FormatError.Code) -> [String] {
        switch code {
        // The reference interpreter reads over the end of a section or function into what follows and reports whatever
        // it meets there; we stop at the end.
        case .unexpectedEndOfSectionOrFunction:
            [
                "unexpected end", "length out of bounds", "END opcode expected", "section size mismatch",
                "illegal opcode", "integer representation too long",
            ]
        case .lengthOutOfBounds: ["unexpected end"]
        // As the suite had it until 2020; Debian's copy of it is that old.
        case .malformedUTF8Encoding: ["invalid UTF-8 encoding"]
        case .malformedSectionID: ["invalid section id"]
        default: []
        }
    }
}
