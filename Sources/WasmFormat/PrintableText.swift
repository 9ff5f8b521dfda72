// SPDX-License-Identifier: Apache-2.0

// Names come from modules: what is shown of them must not command a terminal.

extension String {
    /// The text with a question mark for each character that controls how text is shown.
    package var printable: String {
        String(String.UnicodeScalarView(unicodeScalars.map { Self.isShown($0) ? $0 : "?" }))
    }

    private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator: false
        default: true
        }
    }
}
