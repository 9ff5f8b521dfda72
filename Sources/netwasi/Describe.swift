// SPDX-License-Identifier: Apache-2.0

import WasmFormat

// Types of imports and exports as one line of text each, and what is said of imports that nobody provides.

extension ExternalType {
    /// `func (i32) -> (i32)`, `memory 1..16 shared`, …
    var text: String {
        switch self {
        case .function(let type): "func " + type.text
        case .table(let table): "table \(table.limits.text) \(table.elementType)"
        case .memory(let memory): "memory " + memory.limits.text + (memory.isShared ? " shared" : "")
        case .global(let global): "global " + (global.isMutable ? "mut " : "") + global.valueType.description
        case .tag(let type): "tag " + type.text
        }
    }
}

extension FunctionType {
    /// `(i32, i64) -> (i32)`
    var text: String {
        let results = results.isEmpty ? "" : " -> (" + results.map(\.description).joined(separator: ", ") + ")"
        return "(" + parameters.map(\.description).joined(separator: ", ") + ")" + results
    }
}

extension Limits {
    /// `1..16`, of memories in pages of 64 KiB; `1..` without a maximum.
    fileprivate var text: String { "\(minimum).." + (maximum.map { "\($0)" } ?? "") }
}

/// An import that netwasi does not have, or has with another type.
struct UnmetImport: Hashable {
    private let item: Import
    /// The type of what there is under that name.
    private let here: FunctionType?
    /// How many are listed.
    private static let shown = 20

    init(_ item: Import, here: FunctionType?) {
        self.item = item
        self.here = here
    }

    private var name: String { Console.printable("\(item.module).\(item.name)") }

    /// What is wrong with them, by module and name; nil when there are none. A module may import one thing several times.
    static func text(_ all: [UnmetImport]) -> String? {
        let unmet = Set(all).sorted { ($0.item.module, $0.item.name) < ($1.item.module, $1.item.name) }
        guard let first = unmet.first else { return nil }
        if unmet.count == 1 {
            return "imports '\(first.name)'"
                + (first.here.map { " as \(first.item.type.text), but here it is func \($0.text)" }
                    ?? ", \(first.item.type.text), which netwasi does not have")
        }
        var text = "imports \(unmet.count) things that netwasi does not have:"
        for one in unmet.prefix(shown) {
            text += "\n    \(one.name), \(one.item.type.text)"
            if let here = one.here { text += ", but here it is func \(here.text)" }
        }
        if unmet.count > shown { text += "\n    and \(unmet.count - shown) more; netwasi inspect shows them" }
        return text
    }
}
