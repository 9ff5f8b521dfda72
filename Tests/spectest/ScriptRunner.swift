// SPDX-License-Identifier: Apache-2.0

import Foundation
import WasmEngine
import WasmFormat

// Runs the commands of one script and says of each whether it went as the script expects.

/// What came of a command.
enum Outcome {
    case passed
    case failed(String)
    /// It is about a text that has no binary form: the assembler refused it, as the suite wants.
    case refusedText
    /// It asserts nothing.
    case none
}

/// Runs one script.
final class ScriptRunner {
    private let directory: URL
    private let features: Features
    private let store = Store()
    private var imports = Imports()
    private var named: [String: Instance] = [:]
    private var current: Instance?
    /// Whether modules are only decoded and validated.
    private let validatesOnly: Bool

    init(directory: URL, features: Features, validatesOnly: Bool) throws {
        self.directory = directory
        self.features = features
        self.validatesOnly = validatesOnly
        try SpectestModule.define(in: &imports, store: store, isThreads: features.contains(.threads))
    }

    /// The features of the suite that a script belongs to: WebAssembly 2.0 and those of its proposal. A later
    /// proposal's extensions stay off, since the earlier suites assert that they are refused.
    static func features(ofScript path: String) -> Features {
        let suites: [(String, Features)] = [
            ("tail-call/", [.tailCalls]), ("extended-const/", [.extendedConstants]),
            // Its scripts use tail calls too.
            ("exception-handling/", [.exceptions, .tailCalls]), ("threads/", [.threads]),
            ("multi-memory/", [.multiMemory, .simd]), ("relaxed-simd/", [.simd, .relaxedSIMD]),
        ]
        // Of Tests/fuzz.sh.
        if path.contains("fuzz/scripts/") { return .default }
        let features = suites.first { path.contains("proposals/" + $0.0) }?.1 ?? .simd
        return features.contains(.threads) ? features : features.union(.multipleTables)
    }

    /// Runs one command.
    func run(_ command: Command) -> Outcome {
        do {
            switch command.type {
            case "module": return try module(command)
            case "register": return try register(command)
            case "assert_malformed", "assert_invalid": return try assertRefused(command)
            case "assert_unlinkable", "assert_uninstantiable":
                return validatesOnly ? .none : try assertNotInstantiated(command)
            case "action":
                if validatesOnly { return .none }
                _ = try perform(command.action)
                return .passed
            case "assert_memory": return validatesOnly ? .none : try assertMemory(command)
            case "assert_table": return validatesOnly ? .none : try assertTable(command)
            case "assert_return": return validatesOnly ? .none : try assertReturn(command)
            case "assert_trap", "assert_exhaustion", "assert_exception":
                return validatesOnly ? .none : try assertTrap(command)
            default: return .failed("unknown command \(command.type)")
            }
        } catch let error as Trap {
            return .failed("trap: \(error.reason)")
        } catch {
            return .failed("\(error)")
        }
    }

    // MARK: Modules

    private func bytes(_ command: Command) throws -> [UInt8] {
        guard let name = hasBinaryForm(command) ? binaryForm(command) : command.binaryFilename ?? command.filename else {
            throw ScriptError("no file name")
        }
        return [UInt8](try Data(contentsOf: directory.appendingPathComponent(name)))
    }

    /// What the assembler made of a text, without asking whether it is valid; spec-suite.sh puts it there.
    private func binaryForm(_ command: Command) -> String? { command.filename.map { $0 + ".wasm" } }

    private func hasBinaryForm(_ command: Command) -> Bool {
        guard command.moduleType == "text", let name = binaryForm(command) else { return false }
        return FileManager.default.fileExists(atPath: directory.appendingPathComponent(name).path)
    }

    private func module(_ command: Command) throws -> Outcome {
        current = nil
        let module = try Module(bytes: try bytes(command), features: features)
        if validatesOnly { return .passed }
        let instance = try Instance(module: module, imports: imports, store: store)
        current = instance
        if let name = command.name { named[name] = instance }
        return .passed
    }

    private func instance(_ name: String?) throws(ScriptError) -> Instance {
        guard let instance = name == nil ? current : named[name ?? ""] else {
            throw ScriptError("no instance \(name ?? "to act on")")
        }
        return instance
    }

    private func register(_ command: Command) throws -> Outcome {
        if validatesOnly { return .none }
        guard let name = command.registeredName else { throw ScriptError("no name to register as") }
        imports.define(name, exportsOf: try instance(command.name))
        return .none
    }

    private func assertRefused(_ command: Command) throws -> Outcome {
        let isText = command.moduleType == "text"
        if isText, !hasBinaryForm(command) { return .refusedText }
        let expected = command.text ?? ""
        do {
            _ = try Module(bytes: try bytes(command), features: features)
            return .failed("accepted a module that is to be refused: \(expected)")
        } catch let error as FormatError {
            // What the suite has a reader of text say, a decoder says in its own words.
            return isText || Wording.matches(error, expected) ? .passed : .failed("expected \(expected), got \(error)")
        }
    }

    private func assertNotInstantiated(_ command: Command) throws -> Outcome {
        let expected = command.text ?? ""
        do {
            let module = try Module(bytes: try bytes(command), features: features)
            _ = try Instance(module: module, imports: imports, store: store)
            return .failed("instantiated a module that is not to be: \(expected)")
        } catch let error as InstantiationError {
            let found =
                switch (error, command.type) {
                case (.link(let error), "assert_unlinkable"): error.description
                case (.trap(let trap), "assert_uninstantiable"): trap.reason.description
                default: "\(error)"
                }
            return Wording.matches(found, expected) ? .passed : .failed("expected \(expected), got \(found)")
        }
    }

    // MARK: Actions

    private func perform(_ action: Action?) throws -> [Value] {
        guard let action else { throw ScriptError("no action") }
        let instance = try instance(action.module)
        switch (action.type, instance.export(named: action.field)) {
        case ("invoke", .function(let function)?):
            var arguments: [Value] = []
            for argument in action.args ?? [] { arguments.append(try argument.argument()) }
            return try function.invoke(arguments)
        case ("get", .global(let global)?):
            guard let value = global.value else { throw ScriptError("the global has no value") }
            return [value]
        default: throw ScriptError("cannot \(action.type) \(action.field)")
        }
    }

    private func assertReturn(_ command: Command) throws -> Outcome {
        let expected = command.expected ?? []
        let results = try perform(command.action)
        guard results.count == expected.count else {
            return .failed("expected \(expected.count) results, got \(results)")
        }
        for (result, expectation) in zip(results, expected) where try !expectation.matches(result) {
            return .failed("expected \(expectation), got \(result.type) 0x\(String(result.slot, radix: 16))")
        }
        return .passed
    }

    /// Not of the suite: the checksum of an exported memory, which Tests/fuzz/compare.py writes.
    private func assertMemory(_ command: Command) throws -> Outcome {
        guard let action = command.action, case .memory(let memory)? = try instance(action.module).export(named: action.field)
        else { throw ScriptError("no memory") }
        let found = "\(checksum(memory.guestMemory))"
        return found == command.text ? .passed : .failed("expected checksum \(command.text ?? ""), got \(found)")
    }

    /// Not of the suite: the size of an exported table, and which of its elements are not null.
    private func assertTable(_ command: Command) throws -> Outcome {
        guard let action = command.action, case .table(let table)? = try instance(action.module).export(named: action.field)
        else { throw ScriptError("no table") }
        let filled = (0..<table.count).filter { (table.element(at: $0)?.slot ?? 0) != 0 }
        let found = "\(table.count): \(filled.map(String.init).joined(separator: " "))"
        return found == command.text ? .passed : .failed("expected \(command.text ?? ""), got \(found)")
    }

    /// CRC-32.
    private func checksum(_ memory: GuestMemory) -> UInt32 {
        var table: [UInt32] = []
        for byte in UInt32(0)..<256 {
            var sum = byte
            for _ in 0..<8 { sum = (sum >> 1) ^ (sum & 1 == 0 ? 0 : 0xedb8_8320) }
            table.append(sum)
        }
        var sum = UInt32.max
        for byte in UnsafeRawBufferPointer(start: memory.base, count: Int(memory.byteCount)) {
            let index = Int(UInt8(truncatingIfNeeded: sum) ^ byte)
            sum = (sum >> 8) ^ table[index]
        }
        return ~sum
    }

    private func assertTrap(_ command: Command) throws -> Outcome {
        let expected = command.text ?? "uncaught exception"
        do {
            let results = try perform(command.action)
            return .failed("expected \(expected), got \(results)")
        } catch let trap as Trap {
            let found = trap.reason.description
            return Wording.matches(found, expected) ? .passed : .failed("expected \(expected), got \(found)")
        }
    }
}
