// SPDX-License-Identifier: Apache-2.0

import Testing
import WasmFormat

/// Modules whose counts promise more than the bytes hold, or ask for more than anyone needs: refused or handled, in
/// time and memory that go with the size of the module.
@Suite struct HostileModuleTests {
    private func error(_ bytes: [UInt8]) -> FormatError.Code? {
        do throws(FormatError) {
            _ = try Module(bytes: bytes)
            return nil
        } catch { return error.code }
    }

    /// Four billion entries in every section that is a vector: nothing is reserved for them.
    @Test(arguments: [1, 2, 3, 4, 5, 13, 6, 7, 9] as [UInt8])
    func hugeCounts(section id: UInt8) {
        let huge: [UInt8] = [0xff, 0xff, 0xff, 0xff, 0x0f]
        #expect(error(header + section(id, huge)) == .unexpectedEndOfSectionOrFunction)
    }

    @Test func hugeCountsOfCodeAndData() {
        let huge: [UInt8] = [0xff, 0xff, 0xff, 0xff, 0x0f]
        #expect(error(header + section(10, huge)) == .functionAndCodeInconsistent)
        #expect(error(header + section(11, huge)) == .unexpectedEndOfSectionOrFunction)
        #expect(error(header + section(9, [1, 0, 0x41, 0, 0x0b] + huge)) == .unexpectedEndOfSectionOrFunction)
        #expect(error(header + section(1, [1, 0x60] + huge)) == .implementationLimit)
    }

    /// More than anyone needs, in so many bytes.
    @Test func manyEntries() {
        let types = [UInt8](repeating: 0, count: 3_000_003)
        #expect(error(header + section(1, leb(1_000_001) + types)) == .implementationLimit)
        let segments = Array(repeating: [1, 0] as [UInt8], count: 100_001)
        #expect(error(header + section(11, entries: segments)) == .implementationLimit)
        #expect(error(header + section(11, entries: Array(segments.dropLast()))) == nil)
    }

    @Test func locals() {
        let most = body(locals: [1] + leb(50_000) + [0x7f], [0x20] + leb(49_999) + [0x1a, 0x0b])
        #expect(error(module([most])) == nil)
        let unknown = body(locals: [1] + leb(50_000) + [0x7f], [0x20] + leb(50_000) + [0x1a, 0x0b])
        #expect(error(module([unknown])) == .unknownLocal)
        let more = body(locals: [2] + leb(50_000) + [0x7f, 1, 0x7e], [0x0b])
        #expect(error(module([more])) == .tooManyLocals)
        let wrapping = body(locals: [2] + [0xff, 0xff, 0xff, 0xff, 0x0f, 0x7f] + [1, 0x7f], [0x0b])
        #expect(error(module([wrapping])) == .tooManyLocals)
    }

    /// Locals past those whose types are laid out one by one.
    @Test func farLocals() {
        let runs: [UInt8] = [3] + leb(5000) + [0x7f] + leb(1) + [0x7e] + leb(5000) + [0x7d]
        func code(_ index: Int, _ drop: [UInt8]) -> [UInt8] { [0x20] + leb(index) + drop }
        let code =
            code(4999, [0x45, 0x1a]) + code(5000, [0x50, 0x1a]) + code(5001, [0x8b, 0x1a]) + code(10_000, [0x8b, 0x1a])
        #expect(error(module([body(locals: runs, code + [0x0b])])) == nil)
        #expect(error(module([body(locals: runs, [0x20] + leb(5000) + [0x45, 0x1a, 0x0b])])) == .typeMismatch)
    }

    /// Many functions of many locals each are a few bytes apiece, and must not cost fifty thousand steps.
    @Test(.timeLimit(.minutes(1))) func manyFunctionsOfManyLocals() {
        let one = body(locals: [1] + leb(50_000) + [0x7f], [0x0b])
        #expect(error(module(Array(repeating: one, count: 200_000))) == nil)
    }

    @Test(.timeLimit(.minutes(1))) func branchTables() {
        let huge: [UInt8] = [0xff, 0xff, 0xff, 0xff, 0x0f]
        #expect(error(module(code: [0x41, 0, 0x0e] + huge + [0, 0x0b])) == .unexpectedEndOfSectionOrFunction)
        let labels = [UInt8](repeating: 0, count: 1_000_001)
        #expect(error(module(code: [0x41, 0, 0x0e] + leb(1_000_000) + labels + [0x0b])) == nil)
    }

    @Test func nesting() {
        func nested(_ depth: Int) -> [UInt8] {
            module(
                code: Array(repeating: [0x02, 0x40], count: depth).flatMap { $0 }
                    + [UInt8](repeating: 0x0b, count: depth + 1))
        }
        #expect(error(nested(65_000)) == nil)
        #expect(error(nested(70_000)) == .implementationLimit)
        // Without the ends, and inside of a constant expression.
        #expect(error(module(code: [UInt8](repeating: 0x40, count: 3) + [0x0b])) != nil)
        let blocks = Array(repeating: [0x02, 0x40] as [UInt8], count: 1_000_000).flatMap { $0 }
        #expect(error(header + section(6, [1, 0x7f, 0] + blocks)) == .unexpectedEndOfSectionOrFunction)
    }

    /// A function that pushes without end.
    @Test func operands() {
        func pushing(_ count: Int) -> [UInt8] {
            module(code: Array(repeating: [0x41, 0], count: count).flatMap { $0 } + [0x0f, 0x0b])
        }
        #expect(error(pushing(65_536)) == nil)
        #expect(error(pushing(65_537)) == .implementationLimit)
    }

    /// A type of a thousand results, called again and again: each call is two bytes.
    @Test(.timeLimit(.minutes(1))) func wideCalls() {
        let types = [UInt8](repeating: 0x7f, count: 1000)
        let wide: [UInt8] = [0x60] + leb(1000) + types + leb(1000) + types
        let calls = Array(repeating: [0x10, 0] as [UInt8], count: 500_000).flatMap { $0 }
        let bytes =
            header + section(1, entries: [wide, [0x60, 0, 0]]) + section(3, entries: [[0], [1]])
            + section(10, entries: [body([0x00, 0x0b]), body([0x00] + calls + [0x00, 0x0b])])
        #expect(error(bytes) == nil)
    }
}
