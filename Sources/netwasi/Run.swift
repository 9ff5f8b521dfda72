// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import WASI
import WASINetworking
import WasmEngine

// `netwasi run`: from arguments to a program.

struct Run: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", _superCommandName: "netwasi",
        abstract: "Run a program.",
        usage: "netwasi run [<options>] <file> [<argument> ...]",
        discussion: """
            What follows FILE are the program's own arguments. Without options the program sees no files, no variables \
            and nothing of the network.
            """)

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp(
            "Let the program see a directory.",
            discussion: "HOST is seen as GUEST, else by its own name; with :ro nothing in it can be changed.",
            valueName: "host[::guest][:ro]"))
    var dir: [String] = []

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp("Set a variable; without a value, pass yours.", valueName: "name[=value]"))
    var env: [String] = []

    @Flag(help: "Pass all of your environment; --env adds to it.")
    var inheritEnv = false

    @Option(help: ArgumentHelp("What the program sees as its name; else FILE.", valueName: "name"))
    var argv0: String?

    @OptionGroup(title: "Network") var network: NetworkOptions

    @Flag(help: "Show every call of an import on standard error.")
    var trace = false

    @Option(
        help: ArgumentHelp("The most memory that the program may have: bytes, or with K, M or G.", valueName: "size"))
    var maxMemory: ByteSize = ByteSize(bytes: 4 << 30)

    @Option(help: ArgumentHelp("The size of the stack for calls: bytes, or with K, M or G.", valueName: "size"))
    var maxStack: ByteSize = ByteSize(bytes: 8 << 20)

    @Option(
        help: ArgumentHelp(
            "How long the program may take, in all: 500ms, 1.5s, 2m, 1h.",
            discussion: "Whatever it does or waits for, it is then ended, with exit status 124.", valueName: "time"))
    var timeout: TimeSpan?

    @Option(
        help: ArgumentHelp(
            "The most descriptors that the program may have open.",
            discussion: "At least the 1024 that it is told of; above them as far as your own limit goes.",
            valueName: "count"))
    var maxDescriptors = 1024

    @Option(
        help: ArgumentHelp(
            "The most processes that the program may be, with those that it forks.",
            discussion: "With 1 it cannot fork. Each may have as much memory as the first; they may outlive it.",
            valueName: "count"))
    var maxProcesses = 64

    @Argument(help: "The module.")
    var file: String

    @Argument(parsing: .captureForPassthrough, help: "The program's arguments.")
    var arguments: [String] = []

    func validate() throws {
        guard (1024...1 << 20).contains(maxDescriptors) else {
            throw ValidationError("--max-descriptors: not from 1024 to 1048576")
        }
        guard (1...4096).contains(maxProcesses) else { throw ValidationError("--max-processes: not from 1 to 4096") }
        for directory in dir where DirectoryGrant(directory) == nil {
            throw ValidationError("--dir: '\(directory)' is not HOST, HOST::GUEST or HOST::GUEST:ro")
        }
        for variable in env where variable.isEmpty || variable.hasPrefix("=") {
            throw ValidationError("--env: '\(variable)' has no name")
        }
    }

    func run() throws {
        let limit = try timeout.map { (span) throws(Failure) in try TimeLimit(span, path: self.file) }
        var configuration = ProgramConfiguration(arguments: [argv0 ?? file] + arguments, environment: environment)
        configuration.directories = dir.compactMap(DirectoryGrant.init)
        configuration.policy = network.noNetwork ? nil : try network.policy()
        configuration.explains = network.explain
        configuration.traces = trace
        configuration.descriptorLimit = maxDescriptors
        configuration.timeLimit = limit
        configuration.processLimit = maxProcesses
        configuration.limits.memoryBytes = maxMemory.bytes
        configuration.limits.stackBytes = Int(clamping: maxStack.bytes)
        // Options that take a privilege fail as for any user, even when root runs this.
        if !network.allowNetAdmin {
            Kernel.dropNetworkPrivileges(keepsRawSockets: configuration.policy?.permitsRawSockets ?? false)
        }
        let file = try ModuleFile(path: file)
        let module = try file.module()
        #if NETWASI_COUNT
            defer { Console.error(StepCounts.report()) }
        #endif
        throw ExitCode(try Program(configuration).run(module, from: file))
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
        if inheritEnv { own.forEach(set) }
        for variable in env {
            if variable.contains("=") {
                set(variable)
            } else if let value = own.first(where: { $0.hasPrefix(variable + "=") }) {
                set(value)
            }
        }
        return order.compactMap { values[$0] }
    }
}

extension TimeSpan: ExpressibleByArgument {
    init?(argument: String) { self.init(argument) }
}

/// A number of bytes on the command line: `65536`, `64K`, `16M`, `4G`.
struct ByteSize: ExpressibleByArgument {
    var bytes: UInt64

    init(bytes: UInt64) { self.bytes = bytes }

    init?(argument: String) {
        let shifts: [Character: UInt64] = ["K": 10, "k": 10, "M": 20, "m": 20, "G": 30, "g": 30]
        let shift = argument.last.flatMap { shifts[$0] } ?? 0
        guard let number = UInt64(shift == 0 ? argument : String(argument.dropLast())) else { return nil }
        let (bytes, overflow) = number.multipliedReportingOverflow(by: 1 << shift)
        guard !overflow else { return nil }
        self.bytes = bytes
    }

    var defaultValueDescription: String {
        for (shift, unit) in [(30, "G"), (20, "M"), (10, "K")] where bytes > 0 && bytes % (1 << shift) == 0 {
            return "\(bytes >> shift)\(unit)"
        }
        return "\(bytes)"
    }
}
