// SPDX-License-Identifier: Apache-2.0

import Synchronization
import WASI
import WASINetworking
import WasmEngine
import WasmFormat

// A program from its parts: the system it sees, the imports, the module; and running it to its end.

/// What a program is given.
struct ProgramConfiguration {
    /// Its name, and what follows.
    var arguments: [String]
    /// As `NAME=value`.
    var environment: [String] = []
    /// The directories that it sees.
    var directories: [DirectoryGrant] = []
    /// What it may do with the network; nil: it has none.
    var policy: NetworkPolicy? = NetworkPolicy()
    /// Whether refusals are explained to the user.
    var explains = false
    /// Whether every call of an import is shown to the user.
    var traces = false
    var limits = Store.Limits()
    /// When it has to end, at the latest.
    var timeLimit: TimeLimit?
    /// How many processes it may be.
    var processLimit = 1
    /// How many descriptors it may have open.
    var descriptorLimit = 1024
}

/// A program that can be run once.
final class Program {
    let system: WASISystem
    let imports: ImportTable
    private let configuration: ProgramConfiguration

    /// Makes the system and the imports.
    init(_ configuration: ProgramConfiguration) throws(Failure) {
        self.configuration = configuration
        system = WASISystem(
            arguments: configuration.arguments, environment: configuration.environment,
            descriptorLimit: configuration.descriptorLimit)
        system.permitProcesses(limit: configuration.processLimit) { configuration.timeLimit?.startAgain() }
        // From here on it is the program's alone.
        system.fileModeMask = Kernel.takeFileModeMask()
        if configuration.descriptorLimit > 1024 { Kernel.raiseDescriptorLimit(configuration.descriptorLimit) }
        let report = configuration.explains ? RefusalReport() : nil
        let network = configuration.policy.map { policy in
            FilteredNetwork(HostNetwork(), policy: policy) { report?.show($0) }
        }
        do throws(Errno) {
            try system.addStandardStreams()
            Kernel.reserveStandardDescriptors()
            try system.addNetwork(network) { report?.show(.network) }
            imports = ImportTable(system.rows)
        } catch {
            throw Failure("cannot set up the program: \(Kernel.message(of: error))")
        }
        for directory in configuration.directories {
            do throws(Errno) {
                try system.preopen(
                    hostPath: directory.hostPath, as: directory.guestPath, readOnly: directory.isReadOnly)
            } catch {
                throw Failure("--dir: \(directory.hostPath): \(Kernel.message(of: error))")
            }
        }
        do throws(Errno) { try system.addDevices() } catch {
            throw Failure("cannot set up the program: \(Kernel.message(of: error))")
        }
    }

    /// Runs the module to its end: the exit status.
    func run(_ module: Module, from file: ModuleFile) throws(Failure) -> Int32 {
        guard let start = module.export(named: "_start"), start.kind == .function else {
            throw Failure("\(file.path): not a program: it exports no function _start")
        }
        if let type = module.type(of: start), type != .function(FunctionType([])) {
            throw Failure("\(file.path): not a program: its _start is \(type.text), not func ()")
        }
        let linked = try link(module, from: file)
        let store = Store(limits: configuration.limits)
        defer { system.detach() }
        do throws(InstantiationError) {
            let instance = try Instance(module: module, imports: linked, store: store) { instance in
                system.attach(instance)
                configuration.timeLimit?.watch(instance)
            }
            do throws(Trap) {
                if instance.function(named: "_initialize") != nil { _ = try instance.invoke("_initialize") }
                _ = try instance.invoke("_start")
                return 0
            } catch {
                throw .trap(error)
            }
        } catch {
            switch error {
            case .link(let error): throw Failure("\(file.path): cannot be linked: \(error)")
            case .trap(let trap):
                if case .exit(let status) = trap.reason { return status }
                // The first process began with them, and others may go on.
                if !system.isForked { Kernel.restoreTerminals() }
                if let limit = configuration.timeLimit, limit.caused(trap) {
                    guard limit.claim() else { Kernel.waitForEnd() }
                    throw Failure("\(file.path): " + describe(trap, in: file), status: TimeLimit.status)
                }
                let failure = Failure("\(file.path): trapped: " + describe(trap, in: file), status: Failure.trapped)
                guard system.isForked else { throw failure }
                // Whoever waits for this process sees what a fault would have been.
                failure.show()
                Kernel.abortProcess()
            }
        }
    }

    /// What the module asks for, out of what there is.
    private func link(_ module: Module, from file: ModuleFile) throws(Failure) -> Imports {
        let trace: ((String) -> Void)? =
            configuration.traces ? { Console.error("netwasi: \(Console.printable($0))\n") } : nil
        let functions = imports.hostFunctions(for: system, trace: trace)
        var linked = Imports()
        var unmet: [UnmetImport] = []
        for item in module.imports {
            let function = functions[ImportName(item.module, item.name)]
            if let function, item.type == .function(function.type) {
                linked[item.module, item.name] = .host(function)
            } else {
                unmet.append(UnmetImport(item, here: function?.type))
            }
        }
        if let text = UnmetImport.text(unmet) { throw Failure("\(file.path): \(text)") }
        return linked
    }

    /// Why it stopped, with the innermost frames of its backtrace.
    private func describe(_ trap: Trap, in file: ModuleFile) -> String {
        let shown = 32
        var text = Console.printable(trap.reason.description)
        for (depth, frame) in trap.backtrace.prefix(shown).enumerated() {
            let name = frame.functionName.map(Console.printable) ?? "function \(frame.functionIndex)"
            let place = frame.byteOffset.map { " (at 0x\(String($0 + file.skipped, radix: 16)))" } ?? ""
            text += "\n    \(depth): \(name)\(place)"
        }
        return trap.backtrace.count > shown ? text + "\n    …" : text
    }
}

/// A directory of the host's under a name that the program sees.
struct DirectoryGrant: Equatable {
    var hostPath: String
    var guestPath: String
    var isReadOnly = false

    /// Reads `HOST`, `HOST::GUEST`, and either with `:ro`. Nil: one of them is empty.
    init?(_ text: String) {
        var text = text[...]
        if text.hasSuffix(":ro") {
            isReadOnly = true
            text = text.dropLast(3)
        }
        if let separator = text.firstRange(of: "::") {
            hostPath = String(text[..<separator.lowerBound])
            guestPath = String(text[separator.upperBound...])
        } else {
            hostPath = String(text)
            guestPath = hostPath
        }
        if hostPath.isEmpty || guestPath.isEmpty { return nil }
    }
}

/// Tells the user about refusals, each once.
final class RefusalReport: Sendable {
    private let shown = Mutex(Set<Refusal>())
    /// A program that tries every address there is must not fill the memory with them.
    private static let limit = 1000

    func show(_ refusal: Refusal) {
        let isNew = shown.withLock { $0.count < Self.limit && $0.insert(refusal).inserted }
        if isNew { Console.error("netwasi: \(refusal.line)\n") }
    }
}
