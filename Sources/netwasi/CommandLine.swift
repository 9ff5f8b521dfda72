// SPDX-License-Identifier: Apache-2.0

// The command line, read by tables of options. It is the command's own because every run of a program pays for it: the
// usual package, which finds a command's options by reflection, took half of the time of an empty program.

/// An option of a command: `--name`, or `--name VALUE`, which may also be written `--name=VALUE`.
struct Option: Sendable {
    /// With the dashes.
    let name: String
    /// What help calls its value; nil: it has none.
    var value: String?
    /// The name that takes it back, of one without a value.
    var negation: String?
    let help: String
    /// More than fits in a few lines.
    var discussion: String?

    /// As a user writes it.
    var usage: String { name + (value.map { " <\($0)>" } ?? "") + (negation.map { "/" + $0 } ?? "") }
}

/// A command's words, options and operand.
struct CommandSyntax: Sendable {
    /// A title and the options below it.
    struct Group: Sendable {
        let title: String
        let options: [Option]
    }

    let name: String
    let abstract: String
    var discussion: String?
    /// What follows the name, in short.
    let usage: String
    /// What the operand is; nil: there is none.
    var operand: String?
    /// What the arguments behind the operand are; nil: there are none, and options may follow the operand.
    var arguments: String?
    var groups: [Group] = []

    var usageLine: String { "netwasi \(name)" + (usage.isEmpty ? "" : " " + usage) }
}

/// What a user wrote.
struct Arguments {
    /// Each option that was given, in order, by its name; of a flag that was taken back, by its negation.
    private var given: [(name: String, value: String)] = []
    private(set) var operand: String?
    /// What stands behind the operand, for a command that passes it on.
    private(set) var rest: [String] = []

    /// Reads the words behind a command's name.
    init(_ words: ArraySlice<String>, _ syntax: CommandSyntax) throws {
        var words = words
        var areOptions = true
        while let word = words.popFirst() {
            guard areOptions, word.hasPrefix("-"), word != "-" else {
                guard syntax.operand != nil, operand == nil else {
                    throw UsageError("Unexpected argument '\(word)'")
                }
                operand = word
                if syntax.arguments != nil { (rest, words) = (Array(words), []) }
                continue
            }
            switch word {
            case "--": areOptions = false
            case "-h", "--help": throw HelpRequest.command(syntax)
            case "--version": throw HelpRequest.version
            default: try take(word, &words, syntax)
            }
        }
        if let wanted = syntax.operand, operand == nil { throw UsageError("Missing expected argument '<\(wanted)>'") }
    }

    private mutating func take(_ word: String, _ words: inout ArraySlice<String>, _ syntax: CommandSyntax) throws {
        let end = word.utf8.firstIndex(of: UInt8(ascii: "=")) ?? word.endIndex
        let name = String(word[..<end])
        let attached = end == word.endIndex ? nil : String(word[word.utf8.index(after: end)...])
        let options = syntax.groups.lazy.flatMap(\.options)
        guard let option = options.first(where: { $0.name == name || $0.negation == name }) else {
            throw UsageError("Unknown option '\(name)'")
        }
        if option.value == nil {
            if let attached { throw UsageError("'\(name)' takes no value, but '\(attached)' was given") }
            given.append((name, ""))
        } else if let value = attached ?? (words.first?.hasPrefix("-") == false ? words.popFirst() : nil) {
            given.append((name, value))
        } else {
            throw UsageError("Missing value for '\(option.usage)'")
        }
    }

    /// The values that were given to an option.
    func values(_ option: Option) -> [String] { given.lazy.filter { $0.name == option.name }.map(\.value) }

    /// The last of them, read by `read`, which says nil to what it does not take.
    func value<Value>(_ option: Option, _ read: (String) -> Value?) throws -> Value? {
        guard let text = values(option).last else { return nil }
        guard let value = read(text) else { throw UsageError("The value '\(text)' is invalid for '\(option.usage)'") }
        return value
    }

    /// Whether an option was given last, rather than its negation; nil: neither was.
    func flag(_ option: Option) -> Bool? {
        given.last { $0.name == option.name || $0.name == option.negation }.map { $0.name == option.name }
    }
}

/// The command was used wrongly.
struct UsageError: Error {
    let message: String

    init(_ message: String) { self.message = message }
}

/// The user asks what there is.
enum HelpRequest: Error {
    case overview
    case command(CommandSyntax)
    case version
}
