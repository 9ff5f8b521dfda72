// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import WasmFormat

// Looking at modules without running them.

/// `netwasi inspect`
struct Inspect: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "Show what a module imports and exports, and its memories; or its code.",
        discussion: """
            A line each: what it is, its name, its type; separated by tabs. With --code, its functions in the words of \
            the text format, each instruction with its offset in the file.
            """)

    @Flag(help: "Show the code.")
    var code = false

    @Option(
        help: ArgumentHelp("Of the code, show one function only: an index, an export, a name.", valueName: "function"))
    var function: String?

    @Argument(help: "The module.") var file: String

    func validate() throws {
        if function != nil, !code { throw ValidationError("--function: only with --code") }
    }

    func run() throws {
        let file = try ModuleFile(path: file)
        let module = try file.module()
        if code { try showCode(of: module, in: file) } else { try showInterface(of: module) }
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
struct Validate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate", abstract: "Check that a file is a valid module.", discussion: "Prints nothing when it is.")

    @Argument(help: "The module.") var file: String

    func run() throws { _ = try ModuleFile(path: file).module() }
}

/// `netwasi imports`
struct ListImports: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "imports", abstract: "List everything that a program can import from netwasi.")

    func run() throws {
        let program = try Program(ProgramConfiguration(arguments: []))
        let lines = program.imports.rows.map { row in
            let parameters = row.parameters.map { "\($0.name)" }.joined(separator: ", ")
            return "\(row.module).\(row.name)\t\(row.type.text)\t\(parameters)\n"
        }
        try Console.output(lines.sorted().joined())
    }
}
