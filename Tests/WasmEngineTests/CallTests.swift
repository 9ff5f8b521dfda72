// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import WasmFormat

@testable import WasmEngine

// Calls: of the host, back into the guest, without end, and in place of the caller.

/// Runs something on a thread with a small stack, and waits for it.
func onThread(stackSize: Int, _ body: @escaping @Sendable () throws -> Void) throws {
    let done = DispatchSemaphore(value: 0)
    nonisolated(unsafe) var failure: (any Error)?
    let thread = Thread {
        do { try body() } catch { failure = error }
        done.signal()
    }
    thread.stackSize = stackSize
    thread.start()
    done.wait()
    if let failure { throw failure }
}

struct CallTests {
    @Test func hostFunctionsSeeArgumentsAndMemory() throws {
        var builder = ModuleBuilder()
        let log = builder.importFunction("host", "log", [.i32, .i64], [.i64])
        builder.memory = (1, 1)
        builder.function("f", [], [.i64], .i32(16) + .i32(99) + .store + .i32(16) + .i64(-1) + .call(log))
        var imports = Imports()
        imports["host", "log"] = .host(
            HostFunction(FunctionType([.i32, .i64], [.i64])) { call throws(Trap) in
                do {
                    let value: UInt32 = try call.guestMemory.load(at: call.i32(0))
                    call.slots[0] = UInt64(value) &+ call.i64(1)
                } catch { throw Trap(.memoryOutOfBounds) }
            })
        let store = Store()
        let instance = try Instance(module: try builder.module(), imports: imports, store: store)
        #expect(try instance.invoke("f") == [.i64(98)])
    }

    @Test func hostFunctionsMayCallTheGuest() throws {
        var builder = ModuleBuilder()
        let again = builder.importFunction("host", "again", [.i32], [.i32])
        builder.function(
            "countdown", [.i32], [.i32],
            .localGet(0) + .eqz + .if(0x40, .i32(1000) + .return) + .localGet(0) + .i32(1) + .sub + .call(again)
                + .localGet(0) + .add)
        var imports = Imports()
        imports["host", "again"] = .host(
            HostFunction(FunctionType([.i32], [.i32])) { call throws(Trap) in
                let results = try call.instance.invoke("countdown", [.i32(call.i32(0))])
                call.slots[0] = results[0].slot
            })
        let store = Store()
        let instance = try Instance(module: try builder.module(), imports: imports, store: store)
        #expect(try instance.invoke("countdown", [.i32(20)]) == [.i32(1000 + 210)])
        // The host's stack is limited by a count, not by luck.
        let trap = #expect(throws: Trap.self) { try instance.invoke("countdown", [.i32(100_000)]) }
        #expect(trap?.reason == .callStackExhausted)
        // And the instance is as good as before.
        #expect(try instance.invoke("countdown", [.i32(3)]) == [.i32(1006)])
    }

    @Test func endlessRecursionIsATrap() throws {
        var builder = ModuleBuilder()
        builder.function("f", [.i32], [.i32], .localGet(0) + .call(0) + .i32(1) + .add)
        let store = Store()
        let instance = try Instance(module: try builder.module(), store: store)
        for _ in 0..<3 {
            let trap = #expect(throws: Trap.self) { try instance.invoke("f", [.i32(0)]) }
            #expect(trap?.reason == .callStackExhausted)
            #expect(trap?.backtrace.isEmpty == false)
        }
    }

    @Test func longRunsNeedNoHostStack() throws {
        var builder = ModuleBuilder()
        // Mutual tail calls, a loop and calls: none may leave anything on the host's stack.
        builder.function(
            "even", [.i32], [.i32],
            .localGet(0) + .eqz + .if(0x40, .i32(1) + .return)
                + .localGet(0) + .i32(1) + .sub + .returnCall(1))
        builder.function(
            "odd", [.i32], [.i32],
            .localGet(0) + .eqz + .if(0x40, .i32(0) + .return)
                + .localGet(0) + .i32(1) + .sub + .returnCall(0))
        builder.function(
            "loop", [.i32], [.i32], locals: [.i32],
            .loop(
                0x40,
                .localGet(1) + .i32(3) + .call(0) + .add + .localSet(1) + .localGet(0) + .i32(1) + .sub
                    + .localTee(0) + .brIf(0)) + .localGet(1))
        let module = try builder.module()
        #if DEBUG
            let count = 300_000
        #else
            let count = 100_000_000
        #endif
        try onThread(stackSize: 256 << 10) {
            let store = Store()
            let instance = try Instance(module: module, store: store)
            #expect(try instance.invoke("even", [.i32(UInt32(count))]) == [.i32(1)])
            #expect(try instance.invoke("loop", [.i32(UInt32(count / 10))]) == [.i32(0)])
        }
    }

    @Test func callsAndTailCallsCrossInstances() throws {
        var first = ModuleBuilder()
        first.memory = (1, 1)
        first.function("peek", [.i32], [.i32], .localGet(0) + .load)
        first.function("poke", [.i32, .i32], [], .localGet(0) + .localGet(1) + .store)
        var second = ModuleBuilder()
        let peek = second.importFunction("a", "peek", [.i32], [.i32])
        let poke = second.importFunction("a", "poke", [.i32, .i32])
        second.memory = (1, 1)
        second.function(
            "f", [.i32], [.i32],
            .i32(0) + .i32(5) + .store + .i32(0) + .localGet(0) + .call(poke) + .i32(0) + .call(peek) + .i32(0) + .load
                + .add)
        second.function("tail", [.i32], [.i32], .localGet(0) + .returnCall(peek))
        second.function("twice", [.i32], [.i32], .localGet(0) + .call(3) + .i32(0) + .load + .add)
        let store = Store()
        var imports = Imports()
        imports.define("a", exportsOf: try Instance(module: try first.module(), store: store))
        let instance = try Instance(module: try second.module(), imports: imports, store: store)
        #expect(try instance.invoke("f", [.i32(37)]) == [.i32(42)])
        #expect(try instance.invoke("twice", [.i32(0)]) == [.i32(42)])
    }

    @Test func functionsAreTranslatedWhenTheyAreFirstCalled() throws {
        var builder = ModuleBuilder()
        builder.function("used", [], [.i32], .i32(1))
        builder.function("unused", [], [.i32], .i32(2))
        let store = Store()
        let instance = try Instance(module: try builder.module(), store: store)
        #expect(try instance.invoke("used") == [.i32(1)])
        #expect(instance.code.entry(ofDefined: 0) != instance.code.stub(ofDefined: 0))
        #expect(instance.code.entry(ofDefined: 1) == instance.code.stub(ofDefined: 1))
    }

    @Test func tablesHoldFunctionsThatTheHostCanCall() throws {
        var builder = ModuleBuilder()
        builder.table = [0]
        builder.function(nil, [.i32], [.i32], .localGet(0) + .i32(2) + .mul)
        builder.function("call", [.i32, .i32], [.i32], .localGet(0) + .localGet(1) + .callIndirect(type: 0))
        builder.export("table", 1, 0)
        let store = Store()
        let instance = try Instance(module: try builder.module(), store: store)
        guard case .table(let table)? = instance.export(named: "table"),
            case .funcref(let function?)? = table.element(at: 0)
        else {
            Issue.record("no function in the table")
            return
        }
        let slots = UnsafeMutablePointer<UInt64>.allocate(capacity: 1)
        defer { slots.deallocate() }
        slots[0] = 21
        try function.invoke(slots: slots)
        #expect(slots[0] == 42)
        let trap = #expect(throws: Trap.self) { try instance.invoke("call", [.i32(1), .i32(9)]) }
        #expect(trap?.reason == .undefinedElement)
    }
}
