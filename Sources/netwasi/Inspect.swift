// SPDX-License-Identifier: Apache-2.0

import WasmFormat

// Looking at modules without running them.

/// `netwasi inspect`
struct Inspect: Command {
    private static let code = Option(name: "--code", help: "Show the code.")
    private static let function = Option(
        name: "--function", value: "function",
        help: "Of the code, show one function only: an index, an export, a name.")

    static let syntax = CommandSyntax(
        name: "inspect", abstract: "Show what a module imports and exports, and its memories; or its code.",
        discussion: """
            A line each: what it is, its name, its type; separated by tabs. With --code, its functions in the words of \
            the text format, each instruction with its offset in the file.
            """,
        usage: "[--code] [--function <function>] <file>", operand: "file",
        groups: [CommandSyntax.Group(title: "OPTIONS", options: [code, function])])

    private let code: Bool
    private let function: String?
    private let file: String

    init(_ arguments: Arguments) throws {
        code = arguments.flag(Self.code) ?? false
        function = arguments.values(Self.function).last
        file = arguments.operand ?? ""
        if function != nil, !code { throw UsageError("--function: only with --code") }
    }

    func run() throws -> Int32 {
        let file = try ModuleFile(path: file)
        let module = try file.module()
        if code { try showCode(of: module, in: file) } else { try showInterface(of: module) }
        return 0
    }

    private func showCode(of module: Module, in file: ModuleFile) throws(Failure) {
        var disassembler = Disassembler(module, base: file.skipped)
        guard let function else {
            for index in module.functionTypeIndices.indices {
                _ = try disassembler.write(index, to: Console.output)
            }
            return
        }
        guard let index = Int(function) ?? disassembler.function(named: function) else {
            throw Failure("\(file.path): has no function '\(function.printable)'")
        }
        guard try disassembler.write(index, to: Console.output) else {
            let isImported = (0..<module.importedFunctionCount).contains(index)
            throw Failure(
                "\(file.path): " + (isImported ? "function \(index) is imported" : "has no function \(index)"))
        }
    }

    private func showInterface(of module: Module) throws(Failure) {
        var text = ""
        func add(_ line: String) throws(Failure) {
            text += line
            if text.utf8.count < 1 << 16 { return }
            try Console.output(text)
            text = ""
        }
        for item in module.imports {
            try add("import\t\(Console.printable("\(item.module).\(item.name)"))\t\(item.type.text)\n")
        }
        for export in module.exports {
            try add("export\t\(Console.printable(export.name))\t\(module.type(of: export)?.text ?? "")\n")
        }
        for memory in module.memories.dropFirst(module.importedMemoryCount) {
            try add("memory\t\t\(ExternalType.memory(memory).text)\n")
        }
        try Console.output(text)
    }
}

/// `netwasi validate`
struct Validate: Command {
    static let syntax = CommandSyntax(
        name: "validate", abstract: "Check that a file is a valid module.", discussion: "Prints nothing when it is.",
        usage: "<file>", operand: "file")

    private let file: String

    init(_ arguments: Arguments) { file = arguments.operand ?? "" }

    func run() throws -> Int32 {
        _ = try ModuleFile(path: file).module()
        return 0
    }
}

/// `netwasi imports`
struct ListImports: Command {
    static let syntax = CommandSyntax(
        name: "imports", abstract: "List everything that a program can import from netwasi.", usage: "")

    init(_ arguments: Arguments) {}

    func run() throws -> Int32 {
        let program = try Program(ProgramConfiguration(arguments: []))
        let lines = program.imports.rows.map { row in
            let parameters = row.parameters.map { "\($0.name)" }.joined(separator: ", ")
            return "\(row.module).\(row.name)\t\(row.type.text)\t\(parameters)\n"
        }
        try Console.output(lines.sorted().joined())
        return 0
    }
}
