// SPDX-License-Identifier: Apache-2.0

import WASI
import WASINetworking
import WasmEngine

// `netwasi run`: from arguments to a program.

struct Run: Command {
    private static let dir = Option(
        name: "--dir", value: "host[::guest][:ro]", help: "Let the program see a directory.",
        discussion: "HOST is seen as GUEST, else by its own name; with :ro nothing in it can be changed.")
    private static let env = Option(
        name: "--env", value: "name[=value]", help: "Set a variable; without a value, pass yours.")
    private static let inheritEnv = Option(
        name: "--inherit-env", help: "Pass all of your environment; --env adds to it.")
    private static let argv0 = Option(
        name: "--argv0", value: "name", help: "What the program sees as its name; else FILE.")
    private static let trace = Option(name: "--trace", help: "Show every call of an import on standard error.")
    private static let maxMemory = Option(
        name: "--max-memory", value: "size",
        help: "The most memory that the program may have: bytes, or with K, M or G. (default: 4G)")
    private static let maxStack = Option(
        name: "--max-stack", value: "size",
        help: "The size of the stack for calls: bytes, or with K, M or G. (default: 8M)")
    private static let timeout = Option(
        name: "--timeout", value: "time", help: "How long the program may take, in all: 500ms, 1.5s, 2m, 1h.",
        discussion: "Whatever it does or waits for, it is then ended, with exit status 124.")
    private static let maxDescriptors = Option(
        name: "--max-descriptors", value: "count",
        help: "The most descriptors that the program may have open. (default: 1024)",
        discussion: "At least the 1024 that it is told of; above them as far as your own limit goes.")

    static let syntax = CommandSyntax(
        name: "run", abstract: "Run a program.",
        discussion: """
            What follows FILE are the program's own arguments. Without options the program sees no files, no variables \
            and nothing of the network.
            """,
        usage: "[<options>] <file> [<argument> ...]", operand: "file", arguments: "arguments",
        groups: [
            NetworkOptions.group,
            CommandSyntax.Group(
                title: "OPTIONS",
                options: [dir, env, inheritEnv, argv0, trace, maxMemory, maxStack, timeout, maxDescriptors]),
        ])

    private let arguments: Arguments
    private let network: NetworkOptions
    private let file: String
    private let directories: [DirectoryGrant]
    private let variables: [String]
    private let maxMemory: UInt64
    private let maxStack: UInt64
    private let timeout: TimeSpan?
    private let maxDescriptors: Int

    init(_ arguments: Arguments) throws {
        self.arguments = arguments
        file = arguments.operand ?? ""
        network = try NetworkOptions(arguments)
        maxMemory = try arguments.value(Self.maxMemory, byteCount) ?? 4 << 30
        maxStack = try arguments.value(Self.maxStack, byteCount) ?? 8 << 20
        timeout = try arguments.value(Self.timeout, TimeSpan.init)
        maxDescriptors = try arguments.value(Self.maxDescriptors) { Int($0) } ?? 1024
        guard (1024...1 << 20).contains(maxDescriptors) else {
            throw UsageError("--max-descriptors: not from 1024 to 1048576")
        }
        directories = try arguments.values(Self.dir).map { text in
            guard let directory = DirectoryGrant(text) else {
                throw UsageError("--dir: '\(text)' is not HOST, HOST::GUEST or HOST::GUEST:ro")
            }
            return directory
        }
        variables = arguments.values(Self.env)
        for variable in variables where variable.isEmpty || variable.hasPrefix("=") {
            throw UsageError("--env: '\(variable)' has no name")
        }
    }

    func run() throws -> Int32 {
        let limit = try timeout.map { (span) throws(Failure) in try TimeLimit(span, path: self.file) }
        let name = arguments.values(Self.argv0).last ?? file
        var configuration = ProgramConfiguration(arguments: [name] + arguments.rest, environment: environment)
        configuration.directories = directories
        configuration.policy = network.policy
        configuration.explains = network.explains
        configuration.traces = arguments.flag(Self.trace) ?? false
        configuration.descriptorLimit = maxDescriptors
        configuration.timeLimit = limit
        configuration.limits.memoryBytes = maxMemory
        configuration.limits.stackBytes = Int(clamping: maxStack)
        // Options that take a privilege fail as for any user, even when root runs this.
        if !network.allowsPrivileges {
            Kernel.dropNetworkPrivileges(keepsRawSockets: configuration.policy?.permitsRawSockets ?? false)
        }
        let file = try ModuleFile(path: file)
        let module = try file.module()
        #if NETWASI_COUNT
            defer { Console.error(StepCounts.report()) }
        #endif
        return try Program(configuration).run(module, from: file)
    }

    /// The program's variables; of two with the same name the later counts.
    private var environment: [String] {
        let own = Kernel.environment
        var values: [String: String] = [:]
        var order: [String] = []
        func set(_ variable: String) {
            let name = String(variable.prefix { $0 != "=" })
            if values.updateValue(variable, forKey: name) == nil { order.append(name) }
        }
        if arguments.flag(Self.inheritEnv) ?? false { own.forEach(set) }
        for variable in variables {
            if variable.contains("=") {
                set(variable)
            } else if let value = own.first(where: { $0.hasPrefix(variable + "=") }) {
                set(value)
            }
        }
        return order.compactMap { values[$0] }
    }
}

/// A number of bytes on the command line: `65536`, `64K`, `16M`, `4G`.
private func byteCount(_ text: String) -> UInt64? {
    let shifts: [Character: UInt64] = ["K": 10, "k": 10, "M": 20, "m": 20, "G": 30, "g": 30]
    let shift = text.last.flatMap { shifts[$0] } ?? 0
    guard let number = UInt64(shift == 0 ? text : String(text.dropLast())) else { return nil }
    let (bytes, overflow) = number.multipliedReportingOverflow(by: 1 << shift)
    return overflow ? nil : bytes
}
