// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import WasmFormat

// Looking at modules without running them.

/// `netwasi inspect`
struct Inspect: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show what a module imports and exports, and its memories.",
        discussion: "A line each: what it is, its name, its type; separated by tabs.")

    @Argument(help: "The module.") var file: String

    func run() throws {
        let module = try ModuleFile(path: file).module()
        var text = ""
        for item in module.imports {
            text += "import\t\(Console.printable("\(item.module).\(item.name)"))\t\(module.text(of: item.type))\n"
        }
        for export in module.exports {
            text += "export\t\(Console.printable(export.name))\t\(module.text(of: export))\n"
        }
        for memory in module.memories.dropFirst(module.importedMemoryCount) {
            text += "memory\t\t\(module.text(of: memory))\n"
        }
        Console.output(text)
    }
}

/// `netwasi validate`
struct Validate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check that a file is a valid module.", discussion: "Prints nothing when it is.")

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
        Console.output(lines.sorted().joined())
    }
}
