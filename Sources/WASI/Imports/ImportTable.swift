// SPDX-License-Identifier: Apache-2.0

import WasmEngine
import WasmFormat

// From rows to what the engine links: the adapter, and the trace that the rows' names give for free.

/// The name of an import.
package struct ImportName: Hashable, Sendable {
    /// The module.
    package var module: String
    /// The name in it.
    package var name: String

    /// A name from its parts.
    package init(_ module: String, _ name: String) {
        self.module = module
        self.name = name
    }
}

/// The imports that a host provides, by name.
package struct ImportTable {
    /// The rows.
    package private(set) var rows: [ImportRow]

    /// A table of these rows.
    package init(_ rows: [ImportRow]) { self.rows = rows }

    /// Adds rows; one with a name that is there already takes its place (interposition).
    package mutating func add(_ added: [ImportRow]) {
        let names = Set(added.map { ImportName($0.module, $0.name) })
        rows.removeAll { names.contains(ImportName($0.module, $0.name)) }
        rows += added
    }

    /// The host functions for an instance that uses `system`. With `trace`, each call is told to it as one line:
    /// `wasi_fd.dup_to(fd=1,target=2,flags=0) = 0`.
    package func hostFunctions(
        for system: WASISystem, trace: ((String) -> Void)? = nil
    ) -> [ImportName: HostFunction] {
        var functions: [ImportName: HostFunction] = [:]
        for row in rows {
            functions[ImportName(row.module, row.name)] = row.hostFunction(for: system, trace: trace)
        }
        return functions
    }
}

extension ImportRow {
    func hostFunction(for system: WASISystem, trace: ((String) -> Void)?) -> HostFunction {
        switch action {
        case .returning(let body):
            if let trace { return HostFunction(type, traced(body, system, trace)) }
            // The errno is stored whatever happened: success is 0.
            return HostFunction(type) { (call: HostCall) throws(Trap) in
                var result = Errno.success
                do throws(Errno) {
                    try body(GuestCall(slots: call.slots, memory: call.guestMemory), system)
                } catch {
                    result = error
                }
                call.slots[0] = UInt64(result.rawValue)
            }
        case .ending(let body):
            return HostFunction(type) { (call: HostCall) throws(Trap) in
                let call = GuestCall(slots: call.slots, memory: call.guestMemory)
                trace?(description(of: call))
                throw body(call, system)
            }
        }
    }

    private func traced(_ body: @escaping Body, _ system: WASISystem, _ trace: @escaping (String) -> Void) -> HostBody {
        { (call: HostCall) throws(Trap) in
            let call = GuestCall(slots: call.slots, memory: call.guestMemory)
            let text = description(of: call)
            var result = Errno.success
            do throws(Errno) { try body(call, system) } catch { result = error }
            call.slots[0] = UInt64(result.rawValue)
            trace("\(text) = \(result)")
        }
    }

    /// The call as a trace shows it, without its result.
    func description(of call: GuestCall) -> String {
        let arguments = parameters.indices.map { "\(parameters[$0].name)=\(argument($0, of: call))" }
        return "\(module).\(name)(\(arguments.joined(separator: ",")))"
    }

    private func argument(_ index: Int, of call: GuestCall) -> String {
        if let text = parameters[index].format?(call, index) { return text }
        switch parameters[index].kind {
        case .i32: return String(call.i32(index))
        case .u32: return String(call.u32(index))
        case .i64: return String(call.i64(index))
        case .u64: return String(call.u64(index))
        case .pointer: return "0x" + String(call.u32(index), radix: 16)
        case .text:
            let text = try? call.string(at: call.u32(index), length: call.u32(index + 1))
            return text.map { "\"\($0)\"" } ?? "0x" + String(call.u32(index), radix: 16)
        }
    }
}
