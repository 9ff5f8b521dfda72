// SPDX-License-Identifier: Apache-2.0

import Foundation
import Synchronization
import Testing
import WasmEngine
import WasmFormat

// Threads: a store and an instance each, over one shared memory and one translation.

struct ThreadTests {
    /// wait(address, expected, timeout), notify(address, count), count(times), grow(pages), size().
    private func module() throws -> Module {
        var builder = ModuleBuilder()
        builder.importRaw("host", "memory", [2, 3, 1, 100])
        builder.function(
            "wait", [.i32, .i32, .i64], [.i32], .localGet(0) + .localGet(1) + .localGet(2) + .op(0xfe, 1, 2, 0))
        builder.function("notify", [.i32, .i32], [.i32], .localGet(0) + .localGet(1) + .op(0xfe, 0, 2, 0))
        builder.function(
            "count", [.i32], [],
            .loop(
                0x40,
                .i32(8) + .i32(1) + .op(0xfe, 0x1e, 2, 0) + .drop + .localGet(0) + .i32(1) + .sub + .localTee(0)
                    + .brIf(0)))
        builder.function("grow", [], [.i32], .i32(1) + .memoryGrow)
        builder.function("load", [.i32], [.i32], .localGet(0) + .load)
        return try builder.module()
    }

    private func memory(_ store: Store) throws -> Memory {
        try Memory(MemoryType(Limits(minimum: 1, maximum: 100), isShared: true), store: store)
    }

    private func instance(_ memory: Memory, _ store: Store) throws -> Instance {
        try Instance(module: try module(), imports: imports(memory), store: store)
    }

    private func imports(_ memory: Memory) -> Imports {
        var imports = Imports()
        imports["host", "memory"] = .memory(memory)
        return imports
    }

    /// Runs a body on other threads, each with an instance of its own, until all are done.
    private func onThreads(
        _ count: Int, _ memory: Memory, _ translation: Translation,
        _ body: @escaping @Sendable (Instance) throws -> Void
    ) -> DispatchGroup {
        let group = DispatchGroup()
        for _ in 0..<count {
            group.enter()
            Thread {
                var imports = Imports()
                imports["host", "memory"] = .memory(memory)
                let store = Store()
                do { try body(try Instance(translation: translation, imports: imports, store: store)) } catch {
                    Issue.record(error)
                }
                group.leave()
            }.start()
        }
        return group
    }

    @Test func additionsAreWhole() throws {
        let store = Store()
        let memory = try memory(store)
        let instance = try instance(memory, store)
        onThreads(4, memory, instance.translation) { _ = try $0.invoke("count", [.i32(20_000)]) }.wait()
        #expect(try instance.invoke("load", [.i32(8)]) == [.i32(80_000)])
    }

    @Test func waitingEndsByNotification() throws {
        let store = Store()
        let memory = try memory(store)
        let instance = try instance(memory, store)
        let results = Mutex<[UInt32?]>([])
        let group = onThreads(3, memory, instance.translation) { instance in
            let result = try instance.invoke("wait", [.i32(16), .i32(0), .i64(UInt64.max)])
            let ended: UInt32? = if case .i32(let reason)? = result.first { reason } else { nil }
            results.withLock { $0.append(ended) }
        }
        var woken: UInt32 = 0
        while woken < 3 {
            guard case .i32(let count)? = try instance.invoke("notify", [.i32(16), .i32(1)]).first else { return }
            #expect(count <= 1)
            woken += count
            if count == 0 { sched_yield() }
        }
        group.wait()
        #expect(results.withLock { $0 } == [0, 0, 0])
        #expect(try instance.invoke("notify", [.i32(16), .i32(9)]) == [.i32(0)])
    }

    @Test func waitingEndsByTheTimeAndDoesNotBeginAtAnotherValue() throws {
        let store = Store()
        let instance = try instance(try memory(store), store)
        #expect(try instance.invoke("wait", [.i32(0), .i32(1), .i64(UInt64.max)]) == [.i32(1)])
        #expect(try instance.invoke("wait", [.i32(0), .i32(0), .i64(1_000_000)]) == [.i32(2)])
        #expect(try instance.invoke("wait", [.i32(0), .i32(0), .i64(0)]) == [.i32(2)])
    }

    @Test func waitingEndsByAnInterrupt() throws {
        let store = Store()
        let instance = try instance(try memory(store), store)
        instance.interruptHandler = { _ throws(Trap) in throw Trap(.host("time is up")) }
        let handle = instance.interruptHandle
        Thread { handle.request() }.start()
        let trap = #expect(throws: Trap.self) { try instance.invoke("wait", [.i32(0), .i32(0), .i64(UInt64.max)]) }
        #expect(trap?.reason == .host("time is up"))
        #expect(trap?.backtrace.count == 1)
        #expect(try instance.invoke("notify", [.i32(0), .i32(1)]) == [.i32(0)])
    }

    @Test func growingIsSeenByAll() throws {
        let store = Store()
        let memory = try memory(store)
        let instance = try instance(memory, store)
        #expect(throws: Trap.self) { try instance.invoke("load", [.i32(65_536 * 9)]) }
        onThreads(3, memory, instance.translation) { instance in
            for _ in 0..<10 { _ = try instance.invoke("grow") }
        }.wait()
        #expect(memory.pageCount == 31)
        #expect(try instance.invoke("load", [.i32(65_536 * 9)]) == [.i32(0)])
    }

    /// Threads that all call the same functions for the first time translate them at the same time: each gets whole code,
    /// one of them keeps it.
    @Test func threadsTranslateTheSameFunctionsAtOnce() throws {
        var builder = ModuleBuilder()
        builder.importRaw("host", "memory", [2, 3, 1, 100])
        // sum(depth) calls every function in turn, directly and twice, so that each finds calls changed by others.
        var callee = builder.function(nil, [.i32], [.i32], .localGet(0) + .i32(1) + .add)
        for index in 0..<150 {
            callee = builder.function(
                nil, [.i32], [.i32], locals: [.i32],
                .localGet(0) + .i32(index) + .add + .localTee(1) + .call(callee) + .localGet(1) + .sub)
        }
        builder.function("run", [.i32], [.i32], .localGet(0) + .call(callee) + .localGet(0) + .call(callee) + .add)
        let module = try builder.module()
        let store = Store()
        let memory = try memory(store)
        for _ in 0..<30 {
            let first = try Instance(module: module, imports: imports(memory), store: store)
            let results = Mutex<[String]>([])
            let started = Atomic(0)
            let group = onThreads(4, memory, first.translation) { instance in
                // As close together as threads come.
                started.add(1, ordering: .relaxed)
                while started.load(ordering: .relaxed) < 4 { sched_yield() }
                for _ in 0..<3 {
                    let result = "\(try instance.invoke("run", [.i32(7)]))"
                    results.withLock { $0.append(result) }
                }
            }
            group.wait()
            let expected = "\(try first.invoke("run", [.i32(7)]))"
            #expect(results.withLock { $0 } == [String](repeating: expected, count: 12))
        }
    }
}
