// SPDX-License-Identifier: Apache-2.0

import Testing
import WasmEngine
import WasmFormat

// Linear memory stays where it is, and within its limits.

struct MemoryTests {
    private func growing(_ maximum: Int, _ store: Store) throws -> Instance {
        var builder = ModuleBuilder()
        builder.memory = (1, maximum)
        builder.function("grow", [.i32], [.i32], .localGet(0) + .memoryGrow)
        builder.function("size", [], [.i32], .memorySize)
        builder.function("touch", [.i32], [.i32], .localGet(0) + .i32(5) + .store + .localGet(0) + .load)
        builder.export("memory", 2, 0)
        return try Instance(module: try builder.module(), store: store)
    }

    @Test func growingDoesNotMoveIt() throws {
        let store = Store()
        let instance = try growing(1000, store)
        let base = instance.guestMemory.base
        #expect(try instance.invoke("grow", [.i32(999)]) == [.i32(1)])
        #expect(instance.guestMemory.base == base)
        #expect(instance.guestMemory.byteCount == 1000 << 16)
        #expect(try instance.invoke("touch", [.i32((1000 << 16) - 4)]) == [.i32(5)])
        #expect(try instance.invoke("grow", [.i32(1)]) == [.i32(UInt32.max)])
    }

    /// Short copies and fills are made in place, in pieces that overlap.
    @Test func copiesAndFillsOfEveryLength() throws {
        var builder = ModuleBuilder()
        builder.memory = (1, 1)
        let operands: Code = .localGet(0) + .localGet(1) + .localGet(2)
        builder.function("copy", [.i32, .i32, .i32], [], operands + .op(0xfc, 10, 0, 0))
        builder.function("fill", [.i32, .i32, .i32], [], operands + .op(0xfc, 11, 0))
        let store = Store()
        let instance = try Instance(module: try builder.module(), store: store)
        let memory = UnsafeMutableRawBufferPointer(start: instance.guestMemory.base, count: 65_536)
        func expect(_ name: String, _ destination: Int, _ operand: Int, _ count: Int) throws {
            for index in 0..<400 { memory[index] = UInt8(truncatingIfNeeded: index &* 7) }
            var expected = Array(memory[0..<400])
            for index in 0..<count {
                expected[destination + index] =
                    name == "copy" ? memory[operand + index] : UInt8(truncatingIfNeeded: operand)
            }
            _ = try instance.invoke(
                name, [.i32(UInt32(destination)), .i32(UInt32(operand)), .i32(UInt32(count))])
            #expect(Array(memory[0..<400]) == expected, "\(name) \(count) to \(destination) from \(operand)")
        }
        for count in 0...80 {
            for (destination, source) in [(0, 200), (100, 101), (101, 100), (50, 40), (40, 50), (9, 9)] {
                try expect("copy", destination, source, count)
            }
            try expect("fill", 30, 0x1234_56ab, count)
        }
        for count: UInt32 in [1, 3, 7, 20, 50, 100, UInt32.max] {
            for (name, destination, source) in [
                ("copy", 65_537 - min(count, 65_537), 0), ("copy", 0, 65_537 - min(count, 65_537)),
                ("fill", 65_537 - min(count, 65_537), 0),
            ] {
                let trap = #expect(throws: Trap.self) {
                    try instance.invoke(name, [.i32(destination), .i32(source), .i32(count)])
                }
                #expect(trap?.reason == .memoryOutOfBounds)
            }
        }
        _ = try instance.invoke("copy", [.i32(65_536), .i32(65_536), .i32(0)])
    }

    @Test func copiesTakeSumsAndConstantsAsAddresses() throws {
        let copy = Code.op(0xfc, 10, 0, 0), add = Code.op(0x6a)
        struct Operands {
            var destination: Code
            var source: Code
            /// Of the first two parameters.
            var addresses: (UInt32, UInt32) -> (UInt32, UInt32)
        }
        let first = Code.localGet(0), second = Code.localGet(1)
        func plus(_ code: Code, _ addend: Int) -> Code { code + .i32(addend) + add }
        let copies = [
            Operands(destination: plus(first, 100), source: second) { ($0 &+ 100, $1) },
            Operands(destination: first, source: plus(second, -3)) { ($0, $1 &- 3) },
            Operands(destination: plus(first, 7), source: plus(second, 9)) { ($0 &+ 7, $1 &+ 9) },
            Operands(destination: .i32(5), source: plus(second, 1)) { (5, $1 &+ 1) },
            Operands(destination: .i32(5), source: second) { (5, $1) },
            Operands(destination: plus(first, 2), source: .i32(200)) { a, _ in (a &+ 2, 200) },
            Operands(destination: first, source: .i32(200)) { a, _ in (a, 200) },
            Operands(destination: .i32(5), source: .i32(200)) { _, _ in (5, 200) },
            // The local that is added to is another by the time of the copy, in either order.
            Operands(destination: plus(first, 3) + .i32(40) + .localSet(0), source: first) { a, _ in (a &+ 3, 40) },
            Operands(destination: plus(first, 3), source: second + .i32(50) + .localTee(0) + add) { ($0 &+ 3, $1 &+ 50) },
            // Sums of sums.
            Operands(destination: plus(first + second + add, 4), source: plus(plus(second, 1), 5)) {
                ($0 &+ $1 &+ 4, $1 &+ 6)
            },
        ]
        var builder = ModuleBuilder()
        builder.memory = (1, 1)
        for (index, operands) in copies.enumerated() {
            let body = operands.destination + operands.source + .localGet(2) + copy
            builder.function("copy\(index)", [.i32, .i32, .i32], [], body)
        }
        let store = Store()
        let instance = try Instance(module: try builder.module(), store: store)
        let memory = UnsafeMutableRawBufferPointer(start: instance.guestMemory.base, count: 65_536)
        let parameters: [(UInt32, UInt32, Int)] = [
            (20, 150, 0), (20, 150, 5), (20, 150, 64), (20, 150, 90), (30, 33, 70),
        ]
        for (index, operands) in copies.enumerated() {
            for (first, second, count) in parameters {
                for index in 0..<400 { memory[index] = UInt8(truncatingIfNeeded: index &* 7) }
                let (destination, source) = operands.addresses(first, second)
                var expected = Array(memory[0..<400])
                for index in 0..<count { expected[Int(destination) + index] = memory[Int(source) + index] }
                _ = try instance.invoke("copy\(index)", [.i32(first), .i32(second), .i32(UInt32(count))])
                #expect(Array(memory[0..<400]) == expected, "copy\(index) \(count) of \(first), \(second)")
            }
        }
        // Sums wrap, and what they come to is compared with the memory's size.
        _ = try instance.invoke("copy2", [.i32(UInt32.max - 6), .i32(UInt32.max - 8), .i32(65_536)])
        let outside: [(String, UInt32, UInt32)] = [
            ("copy0", 65_436, 0), ("copy1", 0, 2), ("copy3", 0, 65_535), ("copy5", 65_534, 0),
        ]
        for (name, first, second) in outside {
            let trap = #expect(throws: Trap.self) {
                try instance.invoke(name, [.i32(first), .i32(second), .i32(1)])
            }
            #expect(trap?.reason == .memoryOutOfBounds, "\(name)")
        }
    }

    @Test func theStoresLimitIsAFailureToGrow() throws {
        var limits = Store.Limits()
        limits.memoryBytes = 4 << 16
        let store = Store(limits: limits)
        let instance = try growing(1000, store)
        #expect(try instance.invoke("grow", [.i32(3)]) == [.i32(1)])
        #expect(try instance.invoke("grow", [.i32(1)]) == [.i32(UInt32.max)])
        #expect(try instance.invoke("size") == [.i32(4)])
        limits.memoryBytes = 1 << 15
        #expect(throws: InstantiationError.self) { try growing(1000, Store(limits: limits)) }
    }

    @Test func theLimitIsOfAllMemoriesTogether() throws {
        var limits = Store.Limits()
        limits.memoryBytes = 4 << 16
        let store = Store(limits: limits)
        let type = MemoryType(Limits(minimum: 2))
        let first = try Memory(type, store: store)
        do {
            let second = try Memory(type, store: store)
            #expect(second.grow(by: 1) == nil)
            #expect(first.grow(by: 1) == nil)
            #expect(throws: LinkError.self) { try Memory(type, store: store) }
        }
        // What a memory had comes back when it goes.
        #expect(first.grow(by: 2) == 2)
    }

    @Test func theLimitIsOfAllTablesTogether() throws {
        var limits = Store.Limits()
        limits.tableElements = 10
        let store = Store(limits: limits)
        let first = try Table(TableType(.funcref, Limits(minimum: 4)), store: store)
        let second = try Table(TableType(.funcref, Limits(minimum: 4)), store: store)
        #expect(throws: LinkError.self) { try Table(TableType(.funcref, Limits(minimum: 3)), store: store) }
        #expect(first.grow(by: 2, with: .funcref(nil)) == 4)
        #expect(second.grow(by: 1, with: .funcref(nil)) == nil)
    }

    @Test func growthByTheHostIsSeen() throws {
        let store = Store()
        let instance = try growing(10, store)
        guard case .memory(let memory)? = instance.export(named: "memory") else { return }
        #expect(memory.grow(by: 1) == 1)
        #expect(try instance.invoke("touch", [.i32(100_000)]) == [.i32(5)])
    }
}
