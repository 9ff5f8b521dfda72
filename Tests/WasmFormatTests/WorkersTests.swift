// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Testing
import WasmFormat

/// A large module is validated in parts, and what is found is what one pass over it would find.
@Suite struct WorkersTests {
    /// Threads that run beside each other.
    private static let threads = Workers(count: 3) { count, body in
        DispatchQueue.concurrentPerform(iterations: count, execute: body)
    }

    /// Half a megabyte of functions that do nothing; some of them wrong.
    private func large(wrong: Set<Int> = []) -> [UInt8] {
        let nothing = [UInt8](repeating: 0x01, count: 1000)
        return module((0..<512).map { body(nothing + (wrong.contains($0) ? [0x1a, 0x0b] : [0x0b])) })
    }

    private func offset(_ bytes: [UInt8], _ workers: Workers) -> Int? {
        do throws(FormatError) {
            _ = try Module(bytes: bytes, workers: workers)
            return nil
        } catch { return error.byteOffset }
    }

    @Test func valid() throws {
        #expect(try Module(bytes: large(), workers: Self.threads).bodies.count == 512)
    }

    /// Wherever the fault is, and the first of several.
    @Test(arguments: [[0], [170], [171], [172], [341], [342], [511], [0, 511], [200, 300, 400], [511, 400]])
    func faults(in wrong: [Int]) throws {
        let bytes = large(wrong: Set(wrong))
        let expected = try #require(offset(bytes, .caller))
        #expect(offset(bytes, Self.threads) == expected)
    }

    /// Few bytes are not worth a worker.
    @Test func small() throws {
        let never = Workers(count: 8) { _, _ in Issue.record("a small module was cut in parts") }
        _ = try Module(bytes: everySection, workers: never)
        _ = try Module(bytes: header, workers: never)
    }

    /// Each body is in one part; workers that come in any order give the same.
    @Test func anyOrder() {
        let backwards = Workers(count: 4) { count, body in (0..<count).reversed().forEach(body) }
        #expect(offset(large(), backwards) == nil)
        #expect(offset(large(wrong: [3, 500]), backwards) == offset(large(wrong: [3]), .caller))
    }
}
