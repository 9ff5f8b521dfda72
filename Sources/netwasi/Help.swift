// SPDX-License-Identifier: Apache-2.0

// What --help says, from the tables of options.

enum Help {
    private static let width = 79
    /// Where the words about an option begin, and those of its discussion.
    private static let helpColumn = 26
    private static let discussionColumn = 8

    private static let everywhere = [
        Option(name: "--version", help: "Show the version."),
        Option(name: "-h, --help", help: "Show help information."),
    ]

    /// Of one command.
    static func text(of syntax: CommandSyntax) -> String {
        var text = overview(syntax.abstract, syntax.discussion, usage: syntax.usageLine)
        if let operand = syntax.operand {
            text += "ARGUMENTS:\n" + entry("<\(operand)>", "The module.")
            if let arguments = syntax.arguments { text += entry("<\(arguments)>", "The program's arguments.") }
            text += "\n"
        }
        for group in syntax.groups where group.title != "OPTIONS" {
            text += "\(group.title):\n" + entries(group.options) + "\n"
        }
        return text + "OPTIONS:\n"
            + entries(syntax.groups.filter { $0.title == "OPTIONS" }.flatMap(\.options) + everywhere)
    }

    /// Of netwasi as a whole.
    static func text(_ abstract: String, _ discussion: String, commands: [CommandSyntax]) -> String {
        overview(abstract, discussion, usage: "netwasi <subcommand>")
            + "OPTIONS:\n" + entries(everywhere)
            + "\nSUBCOMMANDS:\n" + commands.map { entry($0.name, $0.abstract) }.joined()
            + "\n  See 'netwasi help <subcommand>' for detailed help.\n"
    }

    private static func overview(_ abstract: String, _ discussion: String?, usage: String) -> String {
        var text = wrap("OVERVIEW: " + abstract, indent: 0) + "\n"
        if let discussion { text += wrap(discussion, indent: 0) + "\n" }
        return text + "USAGE: \(usage)\n\n"
    }

    private static func entries(_ options: [Option]) -> String {
        options.map { entry($0.usage, $0.help) + ($0.discussion.map { wrap($0, indent: discussionColumn) } ?? "") }
            .joined()
    }

    /// A name, and words about it in a column of their own, below the name where that is long.
    private static func entry(_ name: String, _ words: String) -> String {
        let lines = wrap(words, indent: helpColumn)
        let head = "  " + name
        return head.utf8.count < helpColumn
            ? head + lines.dropFirst(head.utf8.count) : head + "\n" + lines
    }

    private static func wrap(_ text: String, indent: Int) -> String {
        let margin = String(repeating: " ", count: indent)
        var lines = ""
        var line = margin
        for word in text.split(separator: " ") {
            if line.utf8.count > indent, line.utf8.count + 1 + word.utf8.count > width {
                lines += line + "\n"
                line = margin
            }
            line += (line.utf8.count > indent ? " " : "") + word
        }
        return lines + line + "\n"
    }
}
