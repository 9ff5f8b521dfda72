// SPDX-License-Identifier: Apache-2.0

// Names come from modules: what is shown of them must not command a terminal.

extension String {
    /// The text with a question mark for each character that controls how text is shown.
    package var printable: String {
        String(String.UnicodeScalarView(unicodeScalars.map { Self.isShown($0) ? $0 : "?" }))
    }

    /// The text, but no more than a thousand bytes of it. A name may be as long as its module is large, and a backtrace shows
    /// a hundred.
    package var shortened: String {
        utf8.count <= 1000 ? self : String(decoding: utf8.prefix(1000), as: UTF8.self) + "…"
    }

    private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator: false
        default: true
        }
    }
}
