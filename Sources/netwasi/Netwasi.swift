// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

// The command: its parts, and how it ends.

@main
struct Netwasi: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "netwasi",
        abstract: "Runs WebAssembly programs that use the network, in a sandbox that permits what you name.",
        discussion: """
            The exit status is the program's own; 134 when it trapped; 124 when it was ended by --timeout; 1 when the \
            file could not be run; 2 when the command was used wrongly.
            """,
        version: "netwasi \(netwasiVersion)",
        subcommands: [Run.self, Inspect.self, Validate.self, ListImports.self])

    /// Parses, runs and exits.
    static func main() {
        do {
            var command = try parsed(CommandLine.arguments.dropFirst())
            try command.run()
            exit(withError: nil)
        } catch let failure as Failure {
            failure.show()
            exit(withError: ExitCode(failure.status))
        } catch let code as ExitCode {
            exit(withError: code)
        } catch {
            // Help and the version are errors to the parser, of status 0.
            guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
            Console.error(fullMessage(for: error) + "\n")
            exit(withError: ExitCode(Failure.wrongUsage))
        }
    }
}

extension Netwasi {
    /// The subcommand with its options. The parser finds options by reflection: a right `run`, which is to start fast, is
    /// spared the search through the other commands, a quarter of all that an empty program takes. What is wrong, or asks
    /// for help, is parsed from the root, whose messages name the whole command.
    private static func parsed(_ arguments: ArraySlice<String>) throws -> ParsableCommand {
        if arguments.first == Run.configuration.commandName, let run = try? Run.parse(Array(arguments.dropFirst())) {
            return run
        }
        return try parseAsRoot(Array(arguments))
    }
}

/// The version, as `--version` tells it.
let netwasiVersion = "0.1.0"

/// Why the command ends without having run the program to its end.
struct Failure: Error {
    /// The command was used wrongly.
    static let wrongUsage: Int32 = 2
    /// The file could not be run.
    static let cannotRun: Int32 = 1
    /// The program trapped: as a shell shows a process that called abort.
    static let trapped: Int32 = 134

    var message: String
    var status = Failure.cannotRun

    init(_ message: String, status: Int32 = Failure.cannotRun) {
        self.message = message
        self.status = status
    }

    /// Tells the user.
    func show() { Console.error("netwasi: \(message)\n") }
}
