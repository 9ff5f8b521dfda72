// SPDX-License-Identifier: Apache-2.0

import Foundation
import Synchronization
import Testing
import WasmEngine
import WasmFormat

// Requests from outside are seen by loops, by recursion, and at the return from a host function.

struct InterruptTests {
    private func instance(_ store: Store, _ builder: ModuleBuilder, _ imports: Imports = Imports()) throws -> Instance {
        try Instance(module: try builder.module(), imports: imports, store: store)
    }

    @Test(arguments: ["loop", "conditional", "recursion", "tail"])
    func aRequestEndsWhatWouldNotEnd(function: String) throws {
        var builder = ModuleBuilder()
        let running = builder.importFunction("host", "running", [])
        builder.function("loop", [], [], .call(running) + .loop(0x40, .br(0)))
        builder.function(
            "conditional", [], [], locals: [.i32],
            .call(running) + .loop(0x40, .localGet(0) + .i32(2) + .add + .localTee(0) + .i32(1) + .op(0x47) + .brIf(0)))
        // A tree of calls too large to finish, without loops.
        let tree = builder.function(
            nil, [.i32], [],
            .localGet(0)
                + .if(
                    0x40, .localGet(0) + .i32(1) + .sub + .call(3) + .localGet(0) + .i32(1) + .sub + .call(3)))
        builder.function("recursion", [], [], .call(running) + .i32(200) + .call(tree))
        let endless = builder.function(nil, [], [], .returnCall(5))
        builder.function("tail", [], [], .call(running) + .call(endless))
        let started = DispatchSemaphore(value: 0)
        var imports = Imports()
        imports["host", "running"] = .host(HostFunction(FunctionType([])) { _ in started.signal() })
        let store = Store()
        let instance = try instance(store, builder, imports)
        instance.interruptHandler = { _ throws(Trap) in throw Trap(.host("time is up")) }
        let handle = instance.interruptHandle
        Thread {
            started.wait(); handle.request()
        }.start()
        let trap = #expect(throws: Trap.self) { try instance.invoke(function) }
        #expect(trap?.reason == .host("time is up"))
        #expect(trap?.backtrace.isEmpty == false)
    }

    @Test func theHandlerMayRunGuestCodeAndThenExecutionGoesOn() throws {
        var builder = ModuleBuilder()
        builder.globals = [0]
        builder.function("signal", [], [], locals: [.i32, .i32, .i32], .globalGet(0) + .i32(1) + .add + .globalSet(0))
        // Counts down a million, with values on the stack that the handler must leave alone.
        builder.function(
            "work", [.i32], [.i32], locals: [.i32],
            .i32(7)
                + .loop(
                    0x40,
                    .localGet(1) + .localGet(0) + .add + .localSet(1) + .localGet(0) + .i32(1) + .sub + .localTee(0)
                        + .brIf(0)) + .localGet(1) + .add)
        builder.function("signals", [], [.i32], .globalGet(0))
        let store = Store()
        let instance = try instance(store, builder)
        instance.interruptHandler = { instance throws(Trap) in _ = try instance.invoke("signal") }
        let handle = instance.interruptHandle
        let stop = Atomic(false)
        let finished = DispatchSemaphore(value: 0)
        Thread {
            while !stop.load(ordering: .relaxed) { handle.request() }
            finished.signal()
        }.start()
        #expect(
            try instance.invoke("work", [.i32(100_000)]) == [
                .i32(UInt32(truncatingIfNeeded: 100_000 * 100_001 / 2 + 7))
            ])
        stop.store(true, ordering: .relaxed)
        finished.wait()
        guard case .i32(let signals)? = try instance.invoke("signals").first else { return }
        #expect(signals > 0)
    }

    @Test func aRequestFromWithinAHostFunctionIsSeenAtItsReturn() throws {
        var builder = ModuleBuilder()
        let request = builder.importFunction("host", "request", [])
        builder.function("f", [], [.i32], .call(request) + .i32(3))
        var imports = Imports()
        imports["host", "request"] = .host(
            HostFunction(FunctionType([])) { call in call.instance.interruptHandle.request() })
        let store = Store()
        let instance = try instance(store, builder, imports)
        var count = 0
        instance.interruptHandler = { _ in count += 1 }
        #expect(try instance.invoke("f") == [.i32(3)])
        #expect(count == 1)
    }
}
