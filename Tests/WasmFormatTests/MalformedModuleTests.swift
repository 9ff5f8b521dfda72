// SPDX-License-Identifier: Apache-2.0

import Testing
import WasmFormat

/// A module that is refused: why, and where.
struct Refusal: Sendable, CustomTestStringConvertible {
    var name: String
    var bytes: [UInt8]
    var code: FormatError.Code
    var offset: Int

    init(_ name: String, _ bytes: [UInt8], _ code: FormatError.Code, at offset: Int) {
        self.name = name
        self.bytes = bytes
        self.code = code
        self.offset = offset
    }

    var testDescription: String { name }
}

/// The exact error for bytes that break one rule each.
@Suite struct MalformedModuleTests {
    static let structure: [Refusal] = [
        Refusal("empty", [], .unexpectedEnd, at: 0),
        Refusal("other magic", [0x7f, 0x45, 0x4c, 0x46], .magicHeaderNotDetected, at: 0),
        Refusal("half a magic", [0x00, 0x61], .unexpectedEnd, at: 0),
        Refusal("version 2", Array(header.prefix(4)) + [2, 0, 0, 0], .unknownBinaryVersion, at: 4),
        Refusal("section 14", header + [14, 0], .malformedSectionID, at: 8),
        Refusal("section longer than the module", header + [1, 2, 0], .lengthOutOfBounds, at: 10),
        Refusal("section longer than its content", header + section(1, [0, 0]), .sectionSizeMismatch, at: 11),
        Refusal(
            "section shorter than its content", header + section(1, [1, 0x60, 0]),
            .unexpectedEndOfSectionOrFunction, at: 13),
        Refusal(
            "sections out of order", header + section(3, [0]) + section(1, [0]),
            .unexpectedContentAfterLastSection, at: 11),
        Refusal(
            "a section twice", header + section(1, [0]) + section(1, [0]),
            .unexpectedContentAfterLastSection, at: 11),
        Refusal(
            "a count of six bytes", header + section(1, [0x80, 0x80, 0x80, 0x80, 0x80, 0]),
            .integerRepresentationTooLong, at: 10),
        Refusal("a count of 33 bits", header + section(1, [0x80, 0x80, 0x80, 0x80, 0x10]), .integerTooLarge, at: 10),
        Refusal("no UTF-8", header + section(0, [2, 0xc3, 0x28]), .malformedUTF8Encoding, at: 11),
        Refusal("an overlong UTF-8", header + section(0, [2, 0xc0, 0x80]), .malformedUTF8Encoding, at: 11),
        Refusal("a surrogate", header + section(0, [3, 0xed, 0xa0, 0x80]), .malformedUTF8Encoding, at: 11),
        Refusal("a name longer than its section", header + section(0, [9, 0x61]), .lengthOutOfBounds, at: 11),
        Refusal("a type that is no function", header + section(1, [1, 0x5f]), .malformedFunctionType, at: 11),
        Refusal("no value type", header + section(1, [1, 0x60, 1, 0x6c]), .malformedValueType, at: 13),
        Refusal("no reference type", header + section(4, [1, 0x7f, 0, 1]), .malformedReferenceType, at: 11),
        Refusal("a mutability of 2", header + section(6, [1, 0x7f, 2, 0x41, 0, 0x0b]), .malformedMutability, at: 12),
        Refusal("limits flags", header + section(5, [1, 4, 1]), .integerTooLarge, at: 11),
        Refusal("an export of kind 5", header + section(7, [1, 0, 5, 0]), .malformedExportKind, at: 12),
        Refusal(
            "functions without code", header + section(1, [1, 0x60, 0, 0]) + section(3, [1, 0]),
            .functionAndCodeInconsistent, at: 18),
        Refusal("a data count without data", header + section(12, [1]), .dataCountInconsistent, at: 11),
        Refusal("vectors are not enabled", header + section(1, [1, 0x60, 1, 0x7b, 0]), .featureNotEnabled, at: 13),
    ]

    static let rules: [Refusal] = [
        Refusal(
            "a function of an unknown type", header + section(3, [1, 0]) + section(10, [1, 2, 0, 0x0b]),
            .unknownType, at: 11),
        Refusal("two memories", header + section(5, [2, 0, 0, 0, 0]), .multipleMemories, at: 13),
        Refusal(
            "a memory of 4 GiB and a page", header + section(5, [1, 0, 0x81, 0x80, 4]), .memorySizeTooLarge, at: 11),
        Refusal("more than the maximum", header + section(5, [1, 1, 2, 1]), .sizeMinimumGreaterThanMaximum, at: 11),
        Refusal("an export of nothing", header + section(7, [1, 0, 2, 0]), .unknownMemory, at: 11),
        Refusal(
            "one name twice", header + section(5, [1, 0, 0]) + section(7, [2, 0, 2, 0, 0, 2, 0]),
            .duplicateExportName, at: 19),
        Refusal(
            "a start function with a parameter",
            header + section(1, [1, 0x60, 1, 0x7f, 0]) + section(3, [1, 0]) + section(8, [0])
                + section(10, [1, 2, 0, 0x0b]), .startFunction, at: 21),
        Refusal("a global of another type", header + section(6, [1, 0x7e, 0, 0x41, 0, 0x0b]), .typeMismatch, at: 13),
        Refusal(
            "a global that is computed", header + section(6, [1, 0x7f, 0, 0x41, 0, 0x68, 0x0b]),
            .constantExpressionRequired, at: 15),
        Refusal("data without a memory", header + section(11, [1, 0, 0x41, 0, 0x0b, 0]), .unknownMemory, at: 11),
    ]

    static let code: [Refusal] = [
        Refusal("nothing to drop", module(code: [0x1a, 0x0b]), .typeMismatch, at: 23),
        Refusal("a value too many", module(code: [0x41, 0, 0x0b]), .typeMismatch, at: 25),
        Refusal("a float to add", module(code: [0x41, 0, 0x43, 0, 0, 0, 0, 0x6a, 0x1a, 0x0b]), .typeMismatch, at: 30),
        Refusal("no such local", module(code: [0x20, 0, 0x1a, 0x0b]), .unknownLocal, at: 23),
        Refusal("no such label", module(code: [0x0c, 1, 0x0b]), .unknownLabel, at: 23),
        Refusal("no such function", module(code: [0x10, 1, 0x0b]), .unknownFunction, at: 23),
        Refusal("no memory", module(code: [0x41, 0, 0x28, 2, 0, 0x1a, 0x0b]), .unknownMemory, at: 25),
        Refusal("code without end", module(code: [0x01]), .unexpectedEndOfSectionOrFunction, at: 24),
        Refusal("code after the end", module(code: [0x0b, 0x01]), .sectionSizeMismatch, at: 24),
        Refusal("an else without if", module(code: [0x05, 0x0b]), .illegalOpcode, at: 23),
        Refusal("an unused code", module(code: [0x27, 0x0b]), .illegalOpcode, at: 23),
        Refusal(
            "a function nobody declared", module(code: [0xd2, 0, 0x1a, 0x0b]), .undeclaredFunctionReference, at: 23),
        Refusal("data.drop without a count", module(code: [0xfc, 9, 0, 0x0b]), .dataCountRequired, at: 23),
        Refusal(
            "alignment 8 of an i32", module([body([0x41, 0, 0x28, 3, 0, 0x1a, 0x0b])]), .alignmentTooLarge, at: 30),
        Refusal("alignment 2³²", module([body([0x41, 0, 0x28, 32, 0, 0x1a, 0x0b])]), .malformedMemopFlags, at: 30),
        // i32.const 0, block, drop: the value is not the block's.
        Refusal("drop below the block", module(code: [0x41, 0, 0x02, 0x40, 0x1a, 0x0b, 0x1a, 0x0b]), .typeMismatch, at: 27),
        Refusal("memory 1", module([body([0x41, 0, 0x40, 1, 0x1a, 0x0b])]), .zeroByteExpected, at: 31),
        Refusal("an atomic fence", module(code: [0xfe, 3, 0, 0x0b]), .featureNotEnabled, at: 23),
        Refusal(
            "a vector constant", module(code: [0xfd, 12] + [UInt8](repeating: 0, count: 16) + [0x1a, 0x0b]),
            .featureNotEnabled, at: 23),
    ]

    @Test(arguments: structure + rules + code)
    func refused(_ refusal: Refusal) {
        do throws(FormatError) {
            _ = try Module(bytes: refusal.bytes, features: Self.old)
            Issue.record("accepted")
        } catch {
            #expect(error.code == refusal.code)
            #expect(error.byteOffset == refusal.offset)
        }
    }

    /// What suites that are older than an extension have.
    static let old = Features.default.subtracting([.simd, .relaxedSIMD, .threads, .multiMemory])

    /// With the feature on, the same module is valid.
    @Test func featuresDecide() throws {
        let constant = module(code: [0xfd, 12] + [UInt8](repeating: 0, count: 16) + [0x1a, 0x0b])
        #expect(throws: FormatError.self) { try Module(bytes: constant, features: Self.old) }
        _ = try Module(bytes: constant)
    }
}
