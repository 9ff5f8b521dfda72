// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import WasmFormat

/// What a valid module decodes to, and that no part of it is one.
@Suite struct ModuleTests {
    @Test func everySectionDecodes() throws {
        let module = try Module(bytes: everySection)
        #expect(module.types == [FunctionType([]), FunctionType([.i32], [.i32])])
        #expect(module.imports.map(\.name) == ["b", "c"])
        #expect(module.imports.map(\.type) == [.function(FunctionType([.i32], [.i32])), .global(GlobalType(.i32))])
        #expect(module.functionTypeIndices == [1, 0, 1])
        #expect(module.importedFunctionCount == 1)
        #expect(module.functionType(2) == FunctionType([.i32], [.i32]))
        #expect(module.functionType(3) == nil)
        #expect(module.tables == [TableType(.funcref, Limits(minimum: 2))])
        #expect(module.memories == [MemoryType(Limits(minimum: 1, maximum: 2))])
        #expect(module.tagTypeIndices == [0])
        #expect(module.globals == [GlobalType(.i32), GlobalType(.i32, isMutable: true)])
        #expect(module.export(named: "mem") == Export(name: "mem", kind: .memory, index: 0))
        #expect(module.export(named: "men") == nil)
        #expect(module.start == 1)
        #expect(module.elements.map(\.type) == [.funcref, .funcref])
        #expect(module.elements.map(\.items.count) == [2, 1])
        #expect(module.bodies.count == 2)
        #expect(
            Array(module.localRuns[module.bodies[0].localRuns])
                == [LocalRun(count: 3, type: .i32), LocalRun(count: 1, type: .i64)])
        #expect(module.data.map { Array(everySection[$0.bytes]) } == [Array("hi".utf8)])
        #expect(module.customSections.map(\.name) == ["note", "name"])
        #expect(module.customSections.first.map { Array(everySection[$0.bytes]) } == [1, 2, 3])
    }

    @Test func exportsHaveTypes() throws {
        let module = try Module(bytes: everySection), empty = try Module(bytes: header)
        let types: [ExternalKind: ExternalType] = [
            .function: .function(FunctionType([])), .memory: .memory(MemoryType(Limits(minimum: 1, maximum: 2))),
            .table: .table(TableType(.funcref, Limits(minimum: 2))), .global: .global(GlobalType(.i32, isMutable: true)),
            .tag: .tag(FunctionType([])),
        ]
        for (kind, type) in types {
            let index: UInt32 = kind == .function || kind == .global ? 1 : 0
            #expect(module.type(of: Export(name: "", kind: kind, index: index)) == type)
            #expect(empty.type(of: Export(name: "", kind: kind, index: index)) == nil)
        }
    }

    @Test func namesComeFromTheNameSection() throws {
        let module = try Module(bytes: everySection)
        #expect(module.debugName(ofFunction: 0) == "b")
        #expect(module.debugName(ofFunction: 2) == "two")
        #expect(module.debugName(ofFunction: 1) == nil)
        #expect(module.debugName(ofFunction: -1) == nil)
    }

    /// A cut between two sections can leave a module that is whole, as long as no code is missing.
    @Test func everyTruncationIsAnErrorUnlessASectionEndsThere() {
        var wholes: [Int] = []
        for length in 0..<everySection.count {
            let cut = Array(everySection.prefix(length))
            do throws(FormatError) {
                _ = try Module(bytes: cut)
                wholes.append(length)
            } catch {
                #expect(error.byteOffset <= length)
            }
        }
        // After the header, after each section up to the functions', and after the data section.
        let first = header.count
        let afterCustom = first + 10
        #expect(wholes.starts(with: [first, afterCustom]))
        #expect(wholes.allSatisfy { length in length >= first })
        #expect(wholes.count == 5)
    }

    /// Any byte changed to any of a few values: refused or accepted, never a crash, and never an offset outside.
    @Test func everyByteMayChange() {
        for position in everySection.indices {
            for value: UInt8 in [0, 1, 0x0b, 0x3f, 0x40, 0x7f, 0x80, 0xfc, 0xfe, 0xff] {
                var bytes = everySection
                bytes[position] = value
                do throws(FormatError) { _ = try Module(bytes: bytes) } catch {
                    #expect((0...bytes.count).contains(error.byteOffset))
                }
            }
        }
    }

    @Test func namesAreComparedByBytes() throws {
        // "é" in one code point, and as "e" with a combining accent.
        let exports: [[UInt8]] = [[2, 0xc3, 0xa9, 2, 0], [3, 0x65, 0xcc, 0x81, 2, 0]]
        let bytes = header + section(5, entries: [[0, 1]]) + section(7, entries: exports)
        let module = try Module(bytes: bytes)
        #expect(module.exports.count == 2)
        #expect(module.export(named: "e\u{301}").map { Array($0.name.utf8) } == [0x65, 0xcc, 0x81])
    }

    @Test func errorsSayWhatAndWhere() {
        let error = FormatError(.typeMismatch, at: 31, .types(expected: .i32, found: .f64))
        #expect(error.description == "type mismatch: expected i32, found f64 (at byte offset 31)")
        #expect(FormatError(.unknownLocal, at: 9, .index(4)).description == "unknown local 4 (at byte offset 9)")
    }
}
