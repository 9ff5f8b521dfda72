// SPDX-License-Identifier: Apache-2.0

import WasmFormat

// A small assembler: modules for tests, as bytes, without a tool.

/// Bytes of code, put together instruction by instruction.
struct Code {
    var bytes: [UInt8] = []

    static func + (left: Code, right: Code) -> Code { Code(bytes: left.bytes + right.bytes) }

    static func op(_ bytes: UInt8...) -> Code { Code(bytes: bytes) }
    static func localGet(_ index: Int) -> Code { Code(bytes: [0x20] + unsigned(index)) }
    static func localSet(_ index: Int) -> Code { Code(bytes: [0x21] + unsigned(index)) }
    static func localTee(_ index: Int) -> Code { Code(bytes: [0x22] + unsigned(index)) }
    static func globalGet(_ index: Int) -> Code { Code(bytes: [0x23] + unsigned(index)) }
    static func globalSet(_ index: Int) -> Code { Code(bytes: [0x24] + unsigned(index)) }
    static func i32(_ value: Int) -> Code { Code(bytes: [0x41] + signed(value)) }
    static func i64(_ value: Int) -> Code { Code(bytes: [0x42] + signed(value)) }
    static func call(_ index: Int) -> Code { Code(bytes: [0x10] + unsigned(index)) }
    static func returnCall(_ index: Int) -> Code { Code(bytes: [0x12] + unsigned(index)) }
    static func br(_ label: Int) -> Code { Code(bytes: [0x0c] + unsigned(label)) }
    static func brIf(_ label: Int) -> Code { Code(bytes: [0x0d] + unsigned(label)) }
    static func throwTag(_ tag: Int) -> Code { Code(bytes: [0x08] + unsigned(tag)) }
    static func callIndirect(type: Int) -> Code { Code(bytes: [0x11] + unsigned(type) + [0]) }
    /// The block type is a byte: 0x40, a value type, or the index of a type.
    static func block(_ type: UInt8 = 0x40, _ body: Code...) -> Code { nest(0x02, type, body) }
    static func loop(_ type: UInt8 = 0x40, _ body: Code...) -> Code { nest(0x03, type, body) }
    static func `if`(_ type: UInt8 = 0x40, _ body: Code...) -> Code { nest(0x04, type, body) }
    /// A `try_table` with one clause: its kind, tag and label as bytes.
    static func tryTable(_ type: UInt8 = 0x40, catch clause: [UInt8], _ body: Code...) -> Code {
        Code(bytes: [0x1f, type, 1] + clause + body.flatMap(\.bytes) + [0x0b])
    }

    private static func nest(_ opcode: UInt8, _ type: UInt8, _ body: [Code]) -> Code {
        Code(bytes: [opcode, type] + body.flatMap(\.bytes) + [0x0b])
    }

    static let `else` = op(0x05), add = op(0x6a), sub = op(0x6b), mul = op(0x6c), eqz = op(0x45), ltU = op(0x49)
    static let drop = op(0x1a), `return` = op(0x0f), unreachable = op(0x00)
    static let load = op(0x28, 2, 0), store = op(0x36, 2, 0), load8 = op(0x2d, 0, 0)
    static let memoryGrow = op(0x40, 0), memorySize = op(0x3f, 0), divS = op(0x6d), throwRef = op(0x0a)
}

/// A module under construction.
struct ModuleBuilder {
    private var types: [FunctionType] = []
    private var imports: [[UInt8]] = []
    private var functions: [Int] = []
    private var bodies: [[UInt8]] = []
    private var exports: [[UInt8]] = []
    private var importedFunctions = 0
    private var names: [(Int, String)] = []
    /// The memory's minimum and maximum, in pages.
    var memory: (Int, Int)?
    /// A table with these functions.
    var table: [Int]?
    /// Mutable i32 globals with these values.
    var globals: [Int] = []
    /// The types of exception tags, by their index.
    var tags: [Int] = []

    mutating func type(_ parameters: [ValueType], _ results: [ValueType] = []) -> Int {
        let type = FunctionType(parameters, results)
        if let index = types.firstIndex(of: type) { return index }
        types.append(type)
        return types.count - 1
    }

    /// Imports come before functions.
    mutating func importFunction(
        _ module: String, _ name: String, _ parameters: [ValueType], _ results: [ValueType] = []
    ) -> Int {
        imports.append(text(module) + text(name) + [0] + unsigned(type(parameters, results)))
        importedFunctions += 1
        return importedFunctions - 1
    }

    /// An import of another kind, by its bytes.
    mutating func importRaw(_ module: String, _ name: String, _ description: [UInt8]) {
        imports.append(text(module) + text(name) + description)
    }

    @discardableResult
    mutating func function(
        _ name: String? = nil, _ parameters: [ValueType] = [], _ results: [ValueType] = [], locals: [ValueType] = [],
        _ code: Code...
    ) -> Int {
        functions.append(type(parameters, results))
        let declarations = unsigned(locals.count) + locals.flatMap { [1, $0.rawValue] }
        let body = declarations + code.flatMap(\.bytes) + [0x0b]
        bodies.append(unsigned(body.count) + body)
        let index = importedFunctions + functions.count - 1
        if let name { export(name, 0, index) }
        return index
    }

    mutating func export(_ name: String, _ kind: UInt8, _ index: Int) {
        exports.append(text(name) + [kind] + unsigned(index))
    }

    mutating func name(_ function: Int, _ name: String) { names.append((function, name)) }

    var bytes: [UInt8] {
        var bytes: [UInt8] = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]
        func section(_ id: UInt8, _ items: [[UInt8]]) {
            guard !items.isEmpty else { return }
            let content = unsigned(items.count) + items.flatMap { $0 }
            bytes += [id] + unsigned(content.count) + content
        }
        section(
            1,
            types.map { type in
                [0x60] + unsigned(type.parameters.count) + type.parameters.map(\.rawValue)
                    + unsigned(type.results.count) + type.results.map(\.rawValue)
            })
        section(2, imports)
        section(3, functions.map(unsigned))
        if let table { section(4, [[0x70, 0] + unsigned(table.count)]) }
        if let memory { section(5, [[1] + unsigned(memory.0) + unsigned(memory.1)]) }
        section(13, tags.map { [0] + unsigned($0) })
        section(6, globals.map { [0x7f, 1, 0x41] + signed($0) + [0x0b] })
        section(7, exports)
        if let table { section(9, [[0, 0x41, 0, 0x0b] + unsigned(table.count) + table.flatMap(unsigned)]) }
        section(10, bodies)
        if !names.isEmpty {
            let map = unsigned(names.count) + names.flatMap { unsigned($0.0) + text($0.1) }
            let content = text("name") + [1] + unsigned(map.count) + map
            bytes += [0] + unsigned(content.count) + content
        }
        return bytes
    }

    func module() throws -> Module { try Module(bytes: bytes) }
}

func unsigned(_ value: Int) -> [UInt8] {
    var rest = value
    var bytes: [UInt8] = []
    repeat {
        let byte = UInt8(rest & 0x7f)
        rest >>= 7
        bytes.append(rest == 0 ? byte : byte | 0x80)
    } while rest != 0
    return bytes
}

func signed(_ value: Int) -> [UInt8] {
    var rest = value
    var bytes: [UInt8] = []
    while true {
        let byte = UInt8(rest & 0x7f)
        rest >>= 7
        if rest == 0 && byte & 0x40 == 0 || rest == -1 && byte & 0x40 != 0 { return bytes + [byte] }
        bytes.append(byte | 0x80)
    }
}

private func text(_ string: String) -> [UInt8] { unsigned(string.utf8.count) + string.utf8 }
