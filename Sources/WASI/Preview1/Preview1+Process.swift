// SPDX-License-Identifier: Apache-2.0

import WasmEngine

// Preview 1: arguments, environment, the end of the program, random bytes, clocks.

extension Preview1 {
    static func argsGet(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        try call.storeStrings(system.arguments, pointers: call.u32(0), text: call.u32(1))
    }

    static func argsSizesGet(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        try call.storeSizes(of: system.arguments, count: call.u32(0), size: call.u32(1))
    }

    static func environGet(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        try call.storeStrings(system.environment, pointers: call.u32(0), text: call.u32(1))
    }

    static func environSizesGet(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        try call.storeSizes(of: system.environment, count: call.u32(0), size: call.u32(1))
    }

    static func procExit(_ call: GuestCall, _ system: WASISystem) -> Trap { Trap(.exit(call.i32(0))) }

    /// Signal 0 asks nothing, as with kill(2).
    static func procRaise(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        guard call.u32(0) != 0 else { return }
        try system.signals.send(call.u32(0), code: SignalImports.sentToThread)
    }

    static func schedYield(_ call: GuestCall, _ system: WASISystem) throws(Errno) { try Kernel.yieldProcessor() }

    static func randomGet(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        try Kernel.random(try call.bytes(at: call.u32(0), count: call.u32(1)))
    }

    static func clockResGet(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        try call.check(call.u32(1), count: 8)
        try call.store(try Kernel.resolution(of: try Kernel.clock(call.u32(0))), at: call.u32(1))
    }

    static func clockTimeGet(_ call: GuestCall, _ system: WASISystem) throws(Errno) {
        try call.check(call.u32(2), count: 8)
        try call.store(try Kernel.time(of: try Kernel.clock(call.u32(0))), at: call.u32(2))
    }
}

extension GuestCall {
    /// Each string with a NUL at its end, one after the other at `text`, and their addresses at `pointers`.
    fileprivate func storeStrings(_ strings: [String], pointers: UInt32, text: UInt32) throws(Errno) {
        let bytes = strings.flatMap { $0.utf8.prefix { $0 != 0 } + [0] }
        let table = try self.bytes(at: pointers, count: UInt64(strings.count) * 4)
        try self.bytes(at: text, count: UInt64(bytes.count)).copyBytes(from: bytes)
        var address = text
        for (index, string) in strings.enumerated() {
            table.storeBytes(of: address.littleEndian, toByteOffset: index * 4, as: UInt32.self)
            address &+= UInt32(truncatingIfNeeded: string.utf8.prefix { $0 != 0 }.count + 1)
        }
    }

    fileprivate func storeSizes(of strings: [String], count: UInt32, size: UInt32) throws(Errno) {
        try check(count, count: 4)
        try check(size, count: 4)
        try store(UInt32(clamping: strings.count), at: count)
        try store(
            UInt32(clamping: strings.reduce(0) { $0 + $1.utf8.prefix { $0 != 0 }.count + 1 }), at: size)
    }
}
