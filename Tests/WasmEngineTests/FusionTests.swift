// SPDX-License-Identifier: Apache-2.0

import Testing
import WasmEngine
import WasmFormat

// Steps that become one, or that hand a value on in an accumulator, do what they did apart. A loop that is left at once
// keeps them apart: nothing is fused across its label.

struct FusionTests {
    private static let apart: Code = .loop(0x40)

    private static let comparisons: [Code] = (0x46...0x4f).map { Code(bytes: [$0]) }
    private static let xor: Code = .op(0x73), and: Code = .op(0x71), or: Code = .op(0x72), rotl: Code = .op(0x77)
    private static let shl: Code = .op(0x74), store8: Code = .op(0x3a, 0, 0), store64: Code = .op(0x39, 3, 8)
    private static let loadF64: Code = .op(0x2b, 3, 8), bits: Code = .op(0xbd), wrap: Code = .op(0xa7)
    private static let select: Code = .op(0x1b)
    private static let x: Code = .localGet(0), y: Code = .localGet(1)

    private static let values: [UInt32] = [0, 5, 8, 100, 65_521, 65_533, 65_536, 0x7fff_ffff, 0x8000_0000, 0xffff_fffd]

    /// What a function of two numbers returns or why it traps, and what memory and the global are then.
    private func outcome(_ code: Code, _ x: UInt32, _ y: UInt32) throws -> [String] {
        var builder = ModuleBuilder()
        builder.memory = (1, 1)
        builder.globals = [1000]
        let inner = builder.function(nil, [.i32, .i32], [.i32], locals: [.i32, .i32], code)
        builder.function("f", [.i32, .i32], [.i32], Self.x + Self.y + .call(inner))
        builder.function("global", [], [.i32], .globalGet(0))
        let store = Store()
        let instance = try Instance(module: try builder.module(), store: store)
        let memory = UnsafeMutableRawBufferPointer(start: instance.guestMemory.base, count: 65_536)
        for index in 0..<65_536 { memory[index] = UInt8(truncatingIfNeeded: index &* 7 + index >> 8) }
        var result: [String]
        do throws(Trap) {
            result = ["\(try instance.invoke("f", [.i32(x), .i32(y)]))"]
        } catch {
            result = ["\(error.reason)"]
        }
        result.append("\(try instance.invoke("global"))")
        var sum: UInt64 = 0
        for byte in memory { sum = sum &* 31 &+ UInt64(byte) }
        return result + ["\(sum)"]
    }

    private func expectTheSame(_ parts: (Code, Code)..., values: [UInt32] = values) throws {
        for (first, second) in parts {
            for x in values {
                for y: UInt32 in [3, 0x8000_0007] {
                    let together = try outcome(first + second, x, y)
                    let alone = try outcome(first + Self.apart + second, x, y)
                    #expect(together == alone, "\(first.bytes) \(second.bytes) of \(x), \(y)")
                }
            }
        }
    }

    /// What a branch makes of a condition, with a local that is kept.
    private func chosen(_ first: Code, _ second: Code) -> (Code, Code) {
        (
            Code(bytes: [0x02, 0x40]) + first,
            second + .brIf(0) + .localGet(2) + .return + .op(0x0b) + .localGet(2) + .i32(1) + .add
        )
    }

    @Test func comparisonsHandTheirResultsOn() throws {
        for comparison in Self.comparisons {
            try expectTheSame(
                (Self.x + Self.y + comparison, Self.x + .i32(9) + comparison + .sub),
                (Self.x + .i32(-8) + .add, .i32(10) + comparison),
                (Self.x + .i32(-8) + .add, Self.y + comparison),
                (Self.y + Self.x + .i32(-8) + .add, comparison),
                (Self.x + .i32(-8) + .add + .i32(10) + comparison, Self.y + .add),
                (Self.x + Self.y + Self.x + .i32(1) + Self.and, Self.select),
                values: [0, 7, 8, 9, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff])
        }
    }

    @Test func sumsAndBranches() throws {
        for comparison in Self.comparisons {
            try expectTheSame(
                chosen(Self.x + .i32(-5) + .add + .localTee(2), .i32(3) + comparison),
                chosen(Self.x + .i32(-5) + .add, .i32(-3) + comparison),
                values: [0, 2, 7, 8, 9, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff])
        }
    }

    @Test func branchesOnTheRightOperandAndAfterACount() throws {
        for comparison in Self.comparisons {
            try expectTheSame(
                chosen(Self.y + Self.x + .i32(-8) + .add, comparison),
                chosen(Self.x + .i32(1) + .add + .localSet(0), Self.y + .i32(3) + comparison),
                values: [0, 7, 11, 12, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff])
        }
    }

    /// A block's result comes from two places: neither may leave it in a register.
    @Test func valuesThatMeetAtALabelLieInTheirSlot() throws {
        let block: Code = .block(0x7f, .i32(70) + Self.x + .brIf(0) + .drop + Self.x + Self.y + .add)
        for (x, sum) in [(UInt32(0), 1005), (1, 1070)] {
            #expect(try outcome(block + .i32(1000) + .add, x, 5)[0] == "[WasmEngine.Value.i32(\(sum))]")
        }
    }

    @Test func stridesAndBranches() throws {
        for comparison in [Self.comparisons[2], Self.comparisons[3]] {
            func loop(_ between: Code) -> Code {
                .loop(
                    0x40,
                    .localGet(2) + .i32(1) + .add + .localSet(2) + Self.x + Self.y + .add + .localTee(0) + between
                        + .i32(1000) + comparison + .brIf(0)) + .localGet(2) + Self.x + Self.xor
            }
            for x: UInt32 in [0, 900, 0x8000_0000] {
                for y: UInt32 in [0x0100_0000, 0x7000_0000, 0x9000_0000] {
                    let between: Code = .localSet(3) + Self.apart + .localGet(3)
                    #expect(try outcome(loop(.op()), x, y) == outcome(loop(between), x, y))
                }
            }
        }
    }

    @Test func bytesAtSumsAndBranches() throws {
        for comparison in Self.comparisons[0...1] {
            try expectTheSame(
                chosen(Self.x + .i32(-3) + .add + .load8 + .localTee(2), .i32(14) + comparison),
                chosen(Self.x + .i32(3) + .add + .load8, .i32(35) + comparison),
                values: Self.values + [1, 2, 3, 4])
        }
        try expectTheSame(
            chosen(Self.x + .localSet(2), .localGet(2)), chosen(Self.x + .localSet(2), .localGet(2) + .eqz))
    }

    @Test func loadsThatAreCombined() throws {
        let memory: Code = .op(0x28, 2, 4)
        let double: Code = Self.x + Self.loadF64, atSum: Code = Self.x + .i32(-3) + .add + .op(0x2b, 0, 0)
        let back: Code = Self.bits + Self.wrap
        // An f64 in a slot, so that the other operand comes from memory.
        let other: Code = Self.y + .op(0xb8)
        for operation: UInt8 in [0xa0, 0xa1, 0xa2] {
            try expectTheSame(
                (other + double, .op(operation) + back), (double + other, .op(operation) + back),
                (other + atSum, .op(operation) + back), (other + double + .op(operation), other + .op(0xa0) + back),
                (Self.x + other + double, .op(operation) + Self.store64 + .i32(0)),
                (Self.x + other + double + .op(operation), Self.store64 + .i32(0)),
                (Self.x + double + other + .op(operation), Self.store64 + .i32(0)),
                (Self.x + other + other + .op(operation), Self.store64 + .i32(0)))
        }
        try expectTheSame(
            (Self.y + Self.x + memory, .add), (Self.x + memory, Self.y + .add),
            (Self.y + Self.x + .i32(-3) + .add + .load, .add), (Self.x + memory + Self.y + .mul, Self.x + .add))
    }

    @Test func constantsStoredAtSums() throws {
        for store: Code in [Self.store8, .store, .op(0x3a, 0, 9), .op(0x36, 0, 9)] {
            for value in [0, 77, -2, 40_000] {
                try expectTheSame(
                    (Self.x + .i32(-3) + .add, .i32(value) + store + .i32(0)),
                    (Self.x + Self.y + .add, .i32(value) + store + .i32(0)))
            }
        }
    }

    @Test func resultsAndGlobals() throws {
        try expectTheSame(
            (Self.x + Self.y + .add, .return), (Self.x + Self.y + .sub, .return), (Self.x + Self.y + Self.or, .return),
            (.globalGet(0) + .i32(-16) + .add + .localTee(2), .globalSet(0) + .localGet(2)),
            (.globalGet(0) + .i32(-16) + .add, .globalSet(0) + .i32(1)),
            (.globalGet(0) + .i32(-16) + .add, Self.x + .add),
            (Self.x + .i32(16) + .add, .globalSet(0) + .i32(2)))
    }

    @Test func threeOperands() throws {
        let product: Code = Self.x + Self.y + Self.and + .i32(12) + .mul
        let both: Code = .localGet(2) + .localGet(3) + .i32(3) + .mul + .add
        let sum: Code = Self.x + Self.y + .add + .localTee(2)
        try expectTheSame(
            (Self.x + .i32(12) + .mul, Self.y + .add), (product, Self.y + .add),
            (product, Self.y + .add + .i32(1) + .add),
            (Self.x + Self.y + Self.and + .i32(3) + Self.shl, Self.y + .add),
            (Self.x + .i32(70_000) + .mul, Self.y + .add),
            (sum, Self.x + Self.xor + .i32(16) + Self.rotl + .localSet(3) + both),
            (sum, .localGet(3) + Self.xor + .i32(7) + Self.rotl + .localSet(3) + both),
            (Self.x + Self.y + .add + .localSet(0), Self.y + Self.x + Self.xor + .i32(7) + Self.rotl + Self.x + .add))
    }

    @Test func sumsThatALocalHasToo() throws {
        // The local takes the sum when it is no longer what the last step made.
        let tee: Code = .globalGet(0) + .localSet(3) + .localTee(2)
        let copy: Code = .i32(64) + .i32(9) + .op(0xfc, 10, 0, 0)
        let scaled: Code = Self.y + .i32(2) + Self.shl
        for sum: Code in [Self.x + .i32(4) + .add, Self.x + Self.y + .add, Self.x + scaled + .add] {
            try expectTheSame(
                (sum, tee + .load + .localGet(2) + .add), (sum, tee + .i32(77) + .store + .localGet(2)),
                (sum, tee + Self.y + .store + .localGet(2)), (sum, tee + copy + .localGet(2)),
                (.i32(64) + sum, tee + .i32(9) + .op(0xfc, 10, 0, 0) + .localGet(2)))
        }
    }
}
