// SPDX-License-Identifier: Apache-2.0

import Testing
import WasmEngine
import WasmFormat

/// What an embedder writes: closures over Swift's numbers, and how they reach the guest's memory. No `package` names here.
@Suite struct HostFunctionTests {
    /// A module that calls its one import with these constants and returns what that returns.
    private func call(
        _ parameters: [ValueType], _ results: [ValueType], _ code: Code, _ function: HostFunction
    ) throws -> [Value] {
        var builder = ModuleBuilder()
        builder.memory = (1, 3)
        let index = builder.importFunction("host", "f", parameters, results)
        builder.function("run", [], results, code + .call(index))
        builder.function("grow", [], [.i32], .i32(1) + .memoryGrow)
        var imports = Imports()
        imports["host", "f"] = .host(function)
        let store = Store()
        let instance = try Instance(module: try builder.module(), imports: imports, store: store)
        return try instance.invoke("run")
    }

    @Test func typesFollowFromClosures() {
        #expect(HostFunction {}.type == FunctionType([]))
        #expect(HostFunction { (a: Int32) in a }.type == FunctionType([.i32], [.i32]))
        #expect(
            HostFunction { (a: UInt64, b: Float) in (Double(b), a) }.type == FunctionType([.i64, .f32], [.f64, .i64]))
        #expect(HostFunction { (_: HostCall, _: UInt32) -> Int64 in 0 }.type == FunctionType([.i32], [.i64]))
    }

    @Test func numbersPassBothWays() throws {
        let difference = HostFunction { (a: Int32, b: Int32) in a &- b }
        #expect(try call([.i32, .i32], [.i32], .i32(3) + .i32(5), difference) == [.i32(UInt32(bitPattern: -2))])
        let wide = HostFunction { (a: Int64) in (a < 0, a) == (true, -7) ? Double.pi : 0 }
        #expect(try call([.i64], [.f64], .i64(-7), wide) == [.f64(.pi)])
        let three = HostFunction { (Int32(-1), UInt64.max, Float(0.5)) }
        #expect(try call([], [.i32, .i64, .f32], Code(), three) == [.i32(.max), .i64(.max), .f32(0.5)])
    }

    /// A type of the embedder's own.
    private struct Handle: ValueRepresentable {
        static var valueType: ValueType { .i32 }
        var wasmValue: Value { .i32(number) }
        let number: UInt32
        init?(wasmValue: Value) {
            guard case .i32(let number) = wasmValue, number < 10 else { return nil }
            self.number = number
        }
    }

    /// A type whose values are not what it says.
    private struct Wrong: ValueRepresentable {
        static var valueType: ValueType { .i32 }
        var wasmValue: Value { .i64(1) }
        init() {}
        init?(wasmValue: Value) { nil }
    }

    @Test func typesOfOnesOwn() throws {
        let next = HostFunction { (handle: Handle) in handle.number + 1 }
        #expect(try call([.i32], [.i32], .i32(9), next) == [.i32(10)])
        let trap = #expect(throws: Trap.self) { try call([.i32], [.i32], .i32(10), next) }
        #expect(trap?.reason == .host("an argument that is no Handle"))
        let wrong = #expect(throws: Trap.self) { try call([], [.i32], Code(), HostFunction { Wrong() }) }
        #expect(wrong?.reason == .host("the results of a host function do not fit its type"))
    }

    @Test func importsOfAnotherTypeAreRefused() {
        #expect(throws: InstantiationError.self) { try call([.i32], [], .i32(1), HostFunction { (_: Int64) in }) }
        #expect(throws: InstantiationError.self) {
            try call([.i32], [], .i32(1), HostFunction { (_: Int32) in 1 as Int32 })
        }
    }

    private struct Odd: Error {}

    @Test func errorsAreTraps() throws {
        let odd = #expect(throws: Trap.self) { try call([], [], Code(), HostFunction { throw Odd() }) }
        #expect(odd?.reason == .host("Odd()"))
        #expect(odd?.backtrace.first?.functionName == "run")
        let exit = #expect(throws: Trap.self) { try call([], [], Code(), HostFunction { throw Trap(.exit(3)) }) }
        #expect(exit?.reason == .exit(3))
    }

    @Test func functionsOverValues() throws {
        let swap = HostFunction(FunctionType([.v128, .externref], [.externref, .v128])) { _, values in values.reversed()
        }
        let vector = Code(bytes: [0xfd, 12] + Array(0..<16))
        let result = try call(
            [.v128, .externref], [.externref, .v128], vector + Code(bytes: [0xd0, 0x6f]), swap)
        #expect(result == [.externref(nil), .v128(low: 0x0706_0504_0302_0100, high: 0x0f0e_0d0c_0b0a_0908)])
        let short = HostFunction(FunctionType([], [.i32])) { _, _ in [] }
        #expect(throws: Trap.self) { try call([], [.i32], Code(), short) }
    }

    @Test func memoryIsCopiedOrLent() throws {
        let function = HostFunction { (call: HostCall, address: UInt32) -> UInt32 in
            guard let memory = call.memory else { throw Odd() }
            try memory.write("grüß".utf8, at: address)
            try memory.store(UInt16(0x2a2a), at: address + 6)
            #expect(try memory.string(at: address, count: 8) == "grüß**")
            #expect(try memory.load(UInt16.self, at: address + 6) == 0x2a2a)
            #expect(try memory.bytes(at: address, count: 2) == [0x67, 0x72])
            return try memory.withBytes(at: address, count: 8) { UInt32($0.unsafeLoad(as: UInt8.self)) }
        }
        #expect(try call([.i32], [.i32], .i32(65_528), function) == [.i32(0x67)])
        #expect(throws: Trap.self) { try call([.i32], [.i32], .i32(65_529), function) }
        for count in [-1, Int.max, 9] {
            let outside = HostFunction { (call: HostCall) in _ = try call.memory?.bytes(at: 65_528, count: count) }
            #expect(throws: Trap.self) { try self.call([], [], Code(), outside) }
        }
    }

    /// A view stays what it was while memory grows, by the host or by the guest.
    @Test func memoryMayGrowUnderAView() throws {
        let function = HostFunction { (call: HostCall) -> UInt32 in
            guard let memory = call.memory else { throw Odd() }
            let seen = try memory.withMutableBytes(at: 65_535, count: 1) { view in
                #expect(memory.grow(by: 1) == 1)
                let pages = try call.instance.invoke("grow")
                #expect(pages == [.i32(2)])
                view.storeBytes(of: 77, as: UInt8.self)
                return view.byteCount
            }
            #expect(seen == 1)
            #expect(memory.byteCount == 3 << 16)
            try memory.store(UInt8(1), at: 3 << 16 - 1)
            return UInt32(try memory.load(UInt8.self, at: 65_535))
        }
        #expect(try call([], [.i32], Code(), function) == [.i32(77)])
    }
}
