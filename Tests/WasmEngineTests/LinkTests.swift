// SPDX-License-Identifier: Apache-2.0

import Testing
import WasmEngine
import WasmFormat

// Imports must be there and of the right type.

struct LinkTests {
    private func linkError(_ builder: ModuleBuilder, _ imports: Imports) throws -> LinkError? {
        let store = Store()
        do {
            _ = try Instance(module: try builder.module(), imports: imports, store: store)
        } catch InstantiationError.link(let error) {
            return error
        }
        return nil
    }

    @Test func whatIsMissingIsNamed() throws {
        var builder = ModuleBuilder()
        _ = builder.importFunction("host", "f", [])
        let error = try linkError(builder, Imports())
        #expect(error?.reason == .unknownImport)
        #expect(error?.description == "unknown import: host.f")
    }

    @Test func typesMustBeTheSame() throws {
        var builder = ModuleBuilder()
        _ = builder.importFunction("host", "f", [.i32])
        var imports = Imports()
        imports["host", "f"] = .host(HostFunction(FunctionType([.i64])) { _ in })
        #expect(try linkError(builder, imports)?.reason == .incompatibleImportType)
        imports["host", "f"] = .host(HostFunction(FunctionType([.i32])) { _ in })
        #expect(try linkError(builder, imports) == nil)
        let store = Store()
        imports["host", "f"] = .global(Global(.i32(1), store: store))
        #expect(try linkError(builder, imports)?.reason == .incompatibleImportType)
    }

    @Test func limitsMustFit() throws {
        let store = Store()
        var builder = ModuleBuilder()
        builder.importRaw("host", "memory", [2, 1, 2, 3])
        for (minimum, maximum, fits) in [(2, 3, true), (1, 3, false), (2, 4, false), (3, 3, true)]
            as [(UInt64, UInt64, Bool)]
        {
            var imports = Imports()
            let type = MemoryType(Limits(minimum: minimum, maximum: maximum))
            imports["host", "memory"] = .memory(try Memory(type, store: store))
            #expect(try (linkError(builder, imports) == nil) == fits)
        }
    }

    @Test func globalsAreShared() throws {
        let store = Store()
        let global = Global(.i32(5), isMutable: true, store: store)
        var builder = ModuleBuilder()
        builder.importRaw("host", "g", [3, 0x7f, 1])
        builder.function("bump", [], [.i32], .globalGet(0) + .i32(1) + .add + .globalSet(0) + .globalGet(0))
        var imports = Imports()
        imports["host", "g"] = .global(global)
        let instance = try Instance(module: try builder.module(), imports: imports, store: store)
        #expect(try instance.invoke("bump") == [.i32(6)])
        #expect(global.set(.i32(41)))
        #expect(try instance.invoke("bump") == [.i32(42)])
        #expect(global.value == .i32(42))
        #expect(!global.set(.i64(1)))
    }
}
