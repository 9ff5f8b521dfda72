// SPDX-License-Identifier: Apache-2.0

import Testing
import WasmFormat

@testable import WasmEngine

// Exceptions: caught in the frame, further out, behind the host, by reference; and what is left of them.

struct ExceptionTests {
    @Test func anExceptionIsCaughtByTheFrameThatWantsIt() throws {
        var builder = ModuleBuilder()
        builder.tags = [builder.type([.i32])]
        let thrower = builder.function(nil, [.i32], [], .localGet(0) + .throwTag(0))
        let middle = builder.function(nil, [.i32], [], .localGet(0) + .call(thrower))
        builder.function(
            "f", [.i32], [.i32],
            .block(0x7f, .tryTable(0x40, catch: [0, 0, 0], .localGet(0) + .call(middle)) + .i32(-1)) + .i32(1) + .add)
        let store = Store()
        let instance = try Instance(module: try builder.module(), store: store)
        #expect(try instance.invoke("f", [.i32(41)]) == [.i32(42)])
    }

    @Test func anExceptionThatNobodyCatchesIsATrap() throws {
        var builder = ModuleBuilder()
        builder.tags = [builder.type([])]
        builder.function("f", [], [], .throwTag(0))
        let store = Store()
        let instance = try Instance(module: try builder.module(), store: store)
        let trap = #expect(throws: Trap.self) { try instance.invoke("f") }
        #expect(trap?.reason == .uncaughtException)
        #expect(trap?.backtrace.count == 1)
    }

    @Test func anExceptionPassesThroughTheHost() throws {
        var builder = ModuleBuilder()
        builder.tags = [builder.type([.i32])]
        let host = builder.importFunction("host", "call", [])
        builder.function("throw", [], [], .i32(41) + .throwTag(0))
        builder.function(
            "f", [], [.i32], .block(0x7f, .tryTable(0x40, catch: [0, 0, 0], .call(host)) + .i32(-1)) + .i32(1) + .add)
        var imports = Imports()
        imports["host", "call"] = .host(
            HostFunction(FunctionType([])) { call throws(Trap) in _ = try call.instance.invoke("throw") })
        let store = Store()
        let instance = try Instance(module: try builder.module(), imports: imports, store: store)
        for _ in 0..<3 { #expect(try instance.invoke("f") == [.i32(42)]) }
    }

    @Test func anExceptionPassesThroughAHostFunctionCalledByTable() throws {
        var builder = ModuleBuilder()
        builder.tags = [builder.type([.i32])]
        let host = builder.importFunction("host", "call", [])
        builder.table = [host]
        let type = builder.type([])
        builder.function("throw", [], [], .i32(41) + .throwTag(0))
        builder.function(
            "f", [], [.i32],
            .block(0x7f, .tryTable(0x40, catch: [0, 0, 0], .i32(0) + .callIndirect(type: type)) + .i32(-1)) + .i32(1)
                + .add)
        builder.function("g", [], [], .i32(0) + .callIndirect(type: type))
        var imports = Imports()
        var throwing = "throw"
        imports["host", "call"] = .host(
            HostFunction(FunctionType([])) { call throws(Trap) in
                if throwing.isEmpty { throw Trap(.host("no")) }
                _ = try call.instance.invoke(throwing)
            })
        let store = Store()
        let instance = try Instance(module: try builder.module(), imports: imports, store: store)
        for _ in 0..<3 { #expect(try instance.invoke("f") == [.i32(42)]) }
        throwing = ""
        let trap = #expect(throws: Trap.self) { try instance.invoke("g") }
        #expect(trap?.backtrace.map(\.functionName) == ["g"])
    }

    @Test func exceptionsThatNothingRefersToAreDropped() throws {
        var builder = ModuleBuilder()
        builder.tags = [builder.type([])]
        // Throws, catches all by reference, and drops the reference; many times.
        let round = builder.function(
            nil, [], [], .block(0x69, .tryTable(0x40, catch: [3, 0], .throwTag(0)) + .unreachable) + .drop)
        builder.function(
            "f", [.i32], [], .loop(0x40, .call(round) + .localGet(0) + .i32(1) + .sub + .localTee(0) + .brIf(0)))
        let store = Store()
        let instance = try Instance(module: try builder.module(), store: store)
        _ = try instance.invoke("f", [.i32(20_000)])
        #expect(store.exceptions.count < 1000)
    }

    @Test func exceptionsThatHoldOnToOthersEndAtALimit() throws {
        var builder = ModuleBuilder()
        builder.tags = [builder.type([.exnref])]
        // Each exception has the one before as its value.
        builder.function(
            "f", [], [], locals: [.exnref],
            .loop(
                0x40,
                .block(0x69, .tryTable(0x40, catch: [3, 0], .localGet(0) + .throwTag(0)) + .unreachable) + .localSet(0)
                    + .br(0)))
        let store = Store()
        let instance = try Instance(module: try builder.module(), store: store)
        let trap = #expect(throws: Trap.self) { try instance.invoke("f") }
        #expect(trap?.reason == .host("exceptions take more than 64 MiB"))
        // What nobody refers to any more makes room again.
        _ = #expect(throws: Trap.self) { try instance.invoke("f") }
    }

    @Test func rethrowingReachesTheOuterHandler() throws {
        var builder = ModuleBuilder()
        builder.tags = [builder.type([.i32])]
        let inner: Code = .block(
            0x69, .tryTable(0x40, catch: [3, 0], .i32(42) + .throwTag(0)) + .unreachable)
        builder.function(
            "f", [], [.i32], .block(0x7f, .tryTable(0x40, catch: [0, 0, 0], inner + .throwRef) + .unreachable))
        let store = Store()
        let instance = try Instance(module: try builder.module(), store: store)
        #expect(try instance.invoke("f") == [.i32(42)])
    }
}
