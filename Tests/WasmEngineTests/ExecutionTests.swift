// SPDX-License-Identifier: Apache-2.0

import Testing
import WasmEngine
import WasmFormat

// What the translator makes of the operand stack: the places where a value must be copied, and the fused forms.

struct ExecutionTests {
    private func run(
        _ parameters: [ValueType], _ results: [ValueType], locals: [ValueType] = [], _ arguments: [Value], _ code: Code
    ) throws -> [Value] {
        var builder = ModuleBuilder()
        builder.memory = (1, 2)
        builder.function("f", parameters, results, locals: locals, code)
        let store = Store()
        return try Instance(module: try builder.module(), store: store).invoke("f", arguments)
    }

    @Test func aLocalReadBeforeItIsSetKeepsItsValue() throws {
        // x++ as an expression: the old value is on the stack while the local changes.
        let code: Code = .localGet(0) + .localGet(0) + .i32(1) + .add + .localSet(0) + .localGet(0) + .mul
        #expect(try run([.i32], [.i32], [.i32(6)], code) == [.i32(42)])
    }

    @Test func aLocalOnTheStackSurvivesALoopThatChangesIt() throws {
        let loop: Code = .loop(
            0x40, .localGet(0) + .i32(-1) + .add + .localTee(0) + .brIf(0))
        let code: Code = .localGet(0) + loop + .localGet(0) + .i32(100) + .mul + .add
        #expect(try run([.i32], [.i32], [.i32(5)], code) == [.i32(5)])
    }

    @Test func resultsMayBeParametersInAnotherOrder() throws {
        let results = try run([.i32, .i32], [.i32, .i32], [.i32(1), .i32(2)], .localGet(1) + .localGet(0))
        #expect(results == [.i32(2), .i32(1)])
    }

    @Test func branchesTakeTheirValuesAlong() throws {
        let block: Code = .block(
            0x7f, .i32(1) + .i32(2) + .i32(7) + .localGet(0) + .brIf(0) + .drop + .drop)
        #expect(try run([.i32], [.i32], [.i32(1)], block) == [.i32(7)])
        #expect(try run([.i32], [.i32], [.i32(0)], block) == [.i32(1)])
    }

    @Test func addressesThatWereAddedWrap() throws {
        // base + index wraps at 32 bits, in the fused forms too.
        let code: Code = .i32(8) + .i32(77) + .store + .localGet(0) + .localGet(1) + .add + .load
        #expect(try run([.i32, .i32], [.i32], [.i32(UInt32.max), .i32(9)], code) == [.i32(77)])
        let constant: Code = .i32(8) + .i32(77) + .store + .localGet(0) + .i32(9) + .add + .load
        #expect(try run([.i32], [.i32], [.i32(UInt32.max)], constant) == [.i32(77)])
    }

    @Test func anAddressThatWasComputedEarlySurvivesItsOperands() throws {
        // The sum is taken before the local changes, the store after it.
        let code: Code =
            .localGet(0) + .localGet(1) + .add + .i32(100) + .localSet(0) + .i32(5) + .localGet(0) + .add + .store
            + .i32(12) + .load
        #expect(try run([.i32, .i32], [.i32], [.i32(4), .i32(8)], code) == [.i32(105)])
    }

    @Test func anArgumentSlotIsNotTakenForTheResultOfItsCall() throws {
        var builder = ModuleBuilder()
        builder.memory = (1, 1)
        let double = builder.function(nil, [.i32], [.i32], .localGet(0) + .i32(2) + .mul)
        builder.function("f", [.i32], [.i32], .localGet(0) + .i32(4) + .add + .call(double) + .load)
        builder.function("init", [], [], .i32(16) + .i32(9) + .store)
        let store = Store()
        let instance = try Instance(module: try builder.module(), store: store)
        _ = try instance.invoke("init")
        #expect(try instance.invoke("f", [.i32(4)]) == [.i32(9)])
    }

    @Test func functionsWithManyLocalsStartWithZeroes() throws {
        for count in [1, 3, 7, 15, 40, 41, 1000] {
            var sum: Code = .i32(0)
            for index in 0..<count { sum = sum + .localGet(index) + .add }
            var builder = ModuleBuilder()
            let locals = [ValueType](repeating: .i32, count: count)
            let inner = builder.function(nil, [], [.i32], locals: locals, sum)
            // What an earlier call left on the stack must not show.
            let dirty = builder.function(nil, [], [], locals: locals, (0..<count).map { .i32(-1) + .localSet($0) }.reduce(.op(), +))
            builder.function("f", [], [.i32], .call(dirty) + .call(inner))
            let store = Store()
            let instance = try Instance(module: try builder.module(), store: store)
            #expect(try instance.invoke("f") == [.i32(0)])
        }
    }

    @Test func aFrameWithTooManySlotsIsRefusedWhenCalled() throws {
        let locals = [ValueType](repeating: .i32, count: 49_000)
        func sum(_ count: Int) -> Code {
            Code(bytes: (0..<count).flatMap { _ in Code.localGet(0).bytes })
                + Code(bytes: (1..<count).flatMap { _ in Code.add.bytes })
        }
        var builder = ModuleBuilder()
        builder.function("large", [], [.i32], locals: locals, sum(10_000))
        builder.function("tooLarge", [], [.i32], locals: locals, sum(20_000))
        let store = Store()
        let instance = try Instance(module: try builder.module(), store: store)
        #expect(try instance.invoke("large") == [.i32(0)])
        let trap = #expect(throws: Trap.self) { try instance.invoke("tooLarge") }
        #expect(trap?.reason == .host("function needs more than 65,535 slots"))
    }
}
