// SPDX-License-Identifier: Apache-2.0

import Testing
import WasmEngine
import WasmFormat

// How execution ends early, and what the report says.

struct TrapTests {
    @Test func aBacktraceNamesFunctionsAndInstructions() throws {
        var builder = ModuleBuilder()
        let inner = builder.function(nil, [.i32], [.i32], .i32(1) + .localGet(0) + .divS)
        let outer = builder.function("outer", [.i32], [.i32], .localGet(0) + .call(inner))
        builder.name(inner, "divide")
        let module = try builder.module()
        let store = Store()
        let instance = try Instance(module: module, store: store)
        let trap = #expect(throws: Trap.self) { try instance.invoke("outer", [.i32(0)]) }
        #expect(trap?.reason == .integerDivideByZero)
        #expect(trap?.backtrace.map(\.functionIndex) == [inner, outer])
        #expect(trap?.backtrace.map(\.functionName) == ["divide", "outer"])
        #expect(trap?.backtrace.compactMap(\.byteOffset).map { module.bytes[$0] } == [0x6d, 0x10])
    }

    @Test func aHostFunctionsTrapPassesThroughItsCallers() throws {
        var builder = ModuleBuilder()
        let fail = builder.importFunction("host", "fail", [])
        builder.function("f", [], [], .call(fail))
        var imports = Imports()
        imports["host", "fail"] = .host(HostFunction(FunctionType([])) { _ throws(Trap) in throw Trap(.host("no")) })
        let store = Store()
        let instance = try Instance(module: try builder.module(), imports: imports, store: store)
        let trap = #expect(throws: Trap.self) { try instance.invoke("f") }
        #expect(trap?.reason == .host("no"))
        #expect(trap?.backtrace.map(\.functionName) == ["f"])
    }

    @Test func anExitIsNotAFault() throws {
        var builder = ModuleBuilder()
        let exit = builder.importFunction("host", "exit", [.i32])
        builder.function("f", [], [], .i32(3) + .call(exit) + .unreachable)
        var imports = Imports()
        imports["host", "exit"] = .host(
            HostFunction(FunctionType([.i32])) { call throws(Trap) in throw Trap(.exit(Int32(bitPattern: call.i32(0))))
            })
        let store = Store()
        let instance = try Instance(module: try builder.module(), imports: imports, store: store)
        let trap = #expect(throws: Trap.self) { try instance.invoke("f") }
        #expect(trap == Trap(.exit(3)))
    }

    @Test func accessesAreCheckedToTheByte() throws {
        var builder = ModuleBuilder()
        builder.memory = (1, 1)
        builder.function("load", [.i32], [.i32], .localGet(0) + .load)
        builder.function("store", [.i32], [], .localGet(0) + .i32(1) + .store)
        let store = Store()
        let instance = try Instance(module: try builder.module(), store: store)
        #expect(try instance.invoke("load", [.i32(65_532)]) == [.i32(0)])
        for name in ["load", "store"] {
            for address: UInt32 in [65_533, 65_536, .max] {
                let trap = #expect(throws: Trap.self) { try instance.invoke(name, [.i32(address)]) }
                #expect(trap?.reason == .memoryOutOfBounds)
            }
        }
    }

    @Test func argumentsThatDoNotFitAreRefused() throws {
        var builder = ModuleBuilder()
        builder.function("f", [.i32], [], .localGet(0) + .drop)
        let store = Store()
        let instance = try Instance(module: try builder.module(), store: store)
        #expect(throws: Trap.self) { try instance.invoke("f", [.i64(1)]) }
        #expect(throws: Trap.self) { try instance.invoke("f") }
        #expect(throws: Trap.self) { try instance.invoke("g") }
    }
}
