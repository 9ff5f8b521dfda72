// SPDX-License-Identifier: Apache-2.0

import WasmFormat

// Types, imports and exports as one line of text each.

extension FunctionType {
    /// `(i32, i64) -> (i32)`
    var text: String {
        let results = results.isEmpty ? "" : " -> (" + results.map(\.description).joined(separator: ", ") + ")"
        return "(" + parameters.map(\.description).joined(separator: ", ") + ")" + results
    }
}

extension Module {
    /// What an import must be: `func (i32) -> (i32)`, `memory 1..16 shared`, …
    func text(of type: ExternalType) -> String {
        switch type {
        case .function(let index): "func " + typeText(index)
        case .table(let table): text(of: table)
        case .memory(let memory): text(of: memory)
        case .global(let global): text(of: global)
        case .tag(let index): "tag " + typeText(index)
        }
    }

    /// What an export is.
    func text(of export: Export) -> String {
        let index = Int(export.index)
        switch export.kind {
        case .function: return functionType(index).map { "func " + $0.text } ?? "func"
        case .table: return tables.indices.contains(index) ? text(of: tables[index]) : "table"
        case .memory: return memories.indices.contains(index) ? text(of: memories[index]) : "memory"
        case .global: return globals.indices.contains(index) ? text(of: globals[index]) : "global"
        case .tag: return tagTypeIndices.indices.contains(index) ? "tag " + typeText(tagTypeIndices[index]) : "tag"
        }
    }

    /// A memory, in pages of 64 KiB.
    func text(of memory: MemoryType) -> String {
        "memory " + text(of: memory.limits) + (memory.isShared ? " shared" : "")
    }

    private func text(of table: TableType) -> String { "table " + text(of: table.limits) + " \(table.elementType)" }

    private func text(of global: GlobalType) -> String {
        "global " + (global.isMutable ? "mut " : "") + global.valueType.description
    }

    private func text(of limits: Limits) -> String { "\(limits.minimum).." + (limits.maximum.map { "\($0)" } ?? "") }

    private func typeText(_ index: UInt32) -> String {
        types.indices.contains(Int(index)) ? types[Int(index)].text : "type \(index)"
    }
}
