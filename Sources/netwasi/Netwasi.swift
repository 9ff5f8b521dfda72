// SPDX-License-Identifier: Apache-2.0

import WASI

// The command: its parts, and how it ends.

/// One of the things that netwasi does.
protocol Command: SendableMetatype {
    static var syntax: CommandSyntax { get }
    /// Takes what the user wrote; throws `UsageError` when that means nothing.
    init(_ arguments: Arguments) throws
    /// Does it; the exit status.
    func run() throws -> Int32
}

@main
enum Netwasi {
    private static let commands: [any Command.Type] = [Run.self, Inspect.self, Validate.self, ListImports.self]
    private static let abstract =
        "Runs WebAssembly programs that use the network, in a sandbox that permits what you name."
    private static let discussion = """
        The exit status is the program's own; 134 when it trapped; 124 when it was ended by --timeout; 1 when the file \
        could not be run; 2 when the command was used wrongly.
        """

    /// Parses, runs and exits.
    static func main() {
        var words = CommandLine.arguments.dropFirst()
        do {
            Kernel.exitNow(try run(&words))
        } catch let failure as Failure {
            Console.error("netwasi: \(failure.message)\n")
            Kernel.exitNow(failure.status)
        } catch let request as HelpRequest {
            Kernel.exitNow(answer(request))
        } catch {
            let message = (error as? UsageError)?.message ?? "\(error)"
            Console.error("Error: \(message)\n" + usage(words.first))
            Kernel.exitNow(Failure.wrongUsage)
        }
    }

    /// The command that a word means.
    private static func command(_ word: String) throws -> any Command.Type {
        guard let command = commands.first(where: { $0.syntax.name == word }) else {
            throw UsageError("Unexpected argument '\(word)'")
        }
        return command
    }

    private static func run(_ words: inout ArraySlice<String>) throws -> Int32 {
        guard let word = words.first else { throw HelpRequest.overview }
        switch word {
        case "-h", "--help": throw HelpRequest.overview
        case "--version": throw HelpRequest.version
        case "help":
            guard let topic = words.dropFirst().first else { throw HelpRequest.overview }
            throw HelpRequest.command(try command(topic).syntax)
        case _ where word.hasPrefix("-"): throw UsageError("Unknown option '\(word)'")
        default:
            let command = try command(word)
            return try command.init(try Arguments(words.dropFirst(), command.syntax)).run()
        }
    }

    private static func answer(_ request: HelpRequest) -> Int32 {
        let text =
            switch request {
            case .overview: Help.text(abstract, discussion, commands: commands.map { $0.syntax })
            case .command(let syntax): Help.text(of: syntax)
            case .version: "netwasi \(netwasiVersion)\n"
            }
        do throws(Failure) {
            try Console.output(text)
            return 0
        } catch {
            Console.error("netwasi: \(error.message)\n")
            return error.status
        }
    }

    /// What is said below an error in using the command that a word means, or netwasi.
    private static func usage(_ word: String?) -> String {
        guard let word, let command = try? command(word) else {
            return "Usage: netwasi <subcommand>\n  See 'netwasi --help' for more information.\n"
        }
        return "Usage: \(command.syntax.usageLine)\n  See 'netwasi \(word) --help' for more information.\n"
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
}
