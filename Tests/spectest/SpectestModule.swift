// SPDX-License-Identifier: Apache-2.0

import WasmEngine
import WasmFormat

// The host module `spectest` that the official scripts import from.

enum SpectestModule {
    /// Provides the module's exports.
    static func define(in imports: inout Imports, store: Store, isThreads: Bool) throws(LinkError) {
        let printers: [(String, [ValueType])] = [
            ("print", []), ("print_i32", [.i32]), ("print_i64", [.i64]), ("print_f32", [.f32]), ("print_f64", [.f64]),
            ("print_i32_f32", [.i32, .f32]), ("print_f64_f64", [.f64, .f64]),
        ]
        // What they print is nothing that a script can ask for.
        for (name, parameters) in printers {
            imports["spectest", name] = .host(HostFunction(FunctionType(parameters)) { _ in })
        }
        let globals: [(String, Value)] = [
            ("global_i32", .i32(666)), ("global_i64", .i64(666)), ("global_f32", .f32(666.6)),
            ("global_f64", .f64(666.6)),
        ]
        for (name, value) in globals { imports["spectest", name] = .global(Global(value, store: store)) }
        let table = try Table(TableType(.funcref, Limits(minimum: 10, maximum: 20)), store: store)
        imports["spectest", "table"] = .table(table)
        let limits = Limits(minimum: 1, maximum: 2)
        imports["spectest", "memory"] = .memory(try Memory(MemoryType(limits), store: store))
        if isThreads {
            imports["spectest", "shared_memory"] = .memory(try Memory(MemoryType(limits, isShared: true), store: store))
        }
    }
}
