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
            let dirty = builder.function(
                nil, [], [], locals: locals, (0..<count).map { .i32(-1) + .localSet($0) }.reduce(.op(), +))
            builder.function("f", [], [.i32], .call(dirty) + .call(inner))
            let store = Store()
            let instance = try Instance(module: try builder.module(), store: store)
            #expect(try instance.invoke("f") == [.i32(0)])
        }
    }

    @Test func aLocalThatOnlyOneWayAssignsIsZeroOnTheOther() throws {
        var builder = ModuleBuilder()
        let dirty = builder.function(
            nil, [], [], locals: [.i32, .i32, .i32], (0..<3).map { .i32(-1) + .localSet($0) }.reduce(.op(), +))
        let branches = builder.function(
            nil, [.i32], [.i32], locals: [.i32, .i32],
            .localGet(0) + .if(0x40, .i32(5) + .localSet(1)) + .localGet(1))
        let loop = builder.function(
            nil, [.i32], [.i32], locals: [.i32, .i32],
            .loop(
                0x40,
                .localGet(2) + .localGet(1) + .add + .localSet(2) + .i32(10) + .localSet(1) + .localGet(0) + .i32(1)
                    + .sub + .localTee(0) + .brIf(0)) + .localGet(2))
        builder.function("branches", [.i32], [.i32], .call(dirty) + .localGet(0) + .call(branches))
        builder.function("loop", [.i32], [.i32], .call(dirty) + .localGet(0) + .call(loop))
        let store = Store()
        let instance = try Instance(module: try builder.module(), store: store)
        #expect(try instance.invoke("branches", [.i32(1)]) == [.i32(5)])
        #expect(try instance.invoke("branches", [.i32(0)]) == [.i32(0)])
        #expect(try instance.invoke("loop", [.i32(3)]) == [.i32(20)])
    }

    /// Loops over text as compilers make them: the pairs of steps that become one.
    @Test func countingAndComparingInOneStep() throws {
        var builder = ModuleBuilder()
        builder.memory = (1, 1)
        let byte: Code = .localGet(0) + .load8
        // strlen: load, branch on it; add, branch back.
        builder.function(
            "length", [.i32], [.i32], locals: [.i32],
            .block(
                0x40, byte + .localTee(1) + .eqz + .brIf(0),
                .loop(
                    0x40, .localGet(0) + .i32(1) + .add + .localSet(0) + byte + .localTee(1) + .brIf(0)))
                + .localGet(0))
        // memcmp of n bytes: two pointers and a counter.
        builder.function(
            "same", [.i32, .i32, .i32], [.i32],
            .block(
                0x40,
                .loop(
                    0x40,
                    byte + .localGet(1) + .load8 + .op(0x47) + .brIf(1) + .localGet(0) + .i32(1) + .add + .localSet(0)
                        + .localGet(1) + .i32(1) + .add + .localSet(1) + .localGet(2) + .i32(-1) + .add + .localTee(2)
                        + .brIf(0)) + .i32(1) + .return) + .i32(0))
        builder.function(
            "isDigit", [.i32], [.i32],
            .block(0x40, .localGet(0) + .i32(-48) + .add + .i32(9) + .op(0x4b) + .brIf(0) + .i32(1) + .return) + .i32(0)
        )
        builder.function("copy", [.i32, .i32], [], .localGet(0) + .localGet(1) + .load + .store)
        let store = Store()
        let instance = try Instance(module: try builder.module(), store: store)
        let memory = instance.guestMemory
        for (offset, character) in "hello, world".utf8.enumerated() {
            memory.base.storeBytes(of: character, toByteOffset: 100 + offset, as: UInt8.self)
        }
        #expect(try instance.invoke("length", [.i32(100)]) == [.i32(112)])
        #expect(try instance.invoke("length", [.i32(50)]) == [.i32(50)])
        for offset: UInt32 in stride(from: 0, to: 12, by: 4) {
            _ = try instance.invoke("copy", [.i32(200 + offset), .i32(100 + offset)])
        }
        #expect(try instance.invoke("same", [.i32(100), .i32(200), .i32(12)]) == [.i32(1)])
        memory.base.storeBytes(of: 0x21, toByteOffset: 211, as: UInt8.self)
        #expect(try instance.invoke("same", [.i32(100), .i32(200), .i32(12)]) == [.i32(0)])
        for character: UInt32 in [0x2f, 0x30, 0x39, 0x3a] {
            let isDigit: UInt32 = (0x30...0x39).contains(character) ? 1 : 0
            #expect(try instance.invoke("isDigit", [.i32(character)]) == [.i32(isDigit)])
        }
        let trap = #expect(throws: Trap.self) { try instance.invoke("copy", [.i32(0), .i32(65_533)]) }
        #expect(trap?.reason == .memoryOutOfBounds)
    }

    @Test func arithmeticInOneStep() throws {
        let x: UInt32 = 0x1234_5678
        let y: UInt32 = 0x9abc_def0
        let rotl: Code = .op(0x77), xor: Code = .op(0x73), or: Code = .op(0x72), shl: Code = .op(0x74)
        let shrU: Code = .op(0x76), and: Code = .op(0x71)
        let cases: [(Code, UInt32)] = [
            (.localGet(0) + .localGet(1) + xor + .i32(7) + rotl, (x ^ y) << 7 | (x ^ y) >> 25),
            (.localGet(0) + .i32(13) + rotl + .localGet(1) + xor, (x << 13 | x >> 19) ^ y),
            (.localGet(0) + .i32(5) + shl + .localGet(1) + or, x << 5 | y),
            (.localGet(0) + .i32(5) + shl + .localGet(1) + .add, (x << 5) &+ y),
            (.localGet(0) + .i32(9) + shrU + .i32(0xff) + and, x >> 9 & 0xff),
            (.localGet(0) + .i32(3) + shrU + .localGet(1) + xor, x >> 3 ^ y),
            (.localGet(0) + .localGet(1) + .mul + .localGet(0) + .add, x &* y &+ x),
            (.localGet(1) + .localGet(0) + .localGet(1) + .mul + .sub, y &- x &* y),
            (.localGet(0) + .localGet(1) + xor + .localGet(0) + .i32(1) + .add + xor, x ^ y ^ (x &+ 1)),
        ]
        for (code, expected) in cases {
            #expect(try run([.i32, .i32], [.i32], [.i32(x), .i32(y)], code) == [.i32(expected)])
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
