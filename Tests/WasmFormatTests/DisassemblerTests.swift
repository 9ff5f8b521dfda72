// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import WasmFormat

/// Function bodies as text. That each instruction is named rightly is compared with wasm-tools in Tests/disassembly.
@Suite struct DisassemblerTests {
    @Test func functionsOfEverySection() throws {
        var disassembler = Disassembler(try Module(bytes: everySection))
        #expect(disassembler.text(ofFunction: 0) == nil)
        #expect(disassembler.text(ofFunction: 3) == nil)
        #expect(disassembler.text(ofFunction: -1) == nil)
        #expect(disassembler.text(ofFunction: .min) == nil && disassembler.text(ofFunction: .max) == nil)
        #expect(
            disassembler.text(ofFunction: 1) == """
                (func (;1 main;) (type 0)
                  (local i32 i32 i32 i64)
                (;@00007d;)  block
                (;@00007f;)    try_table (catch_all 0 (;@00007d;))
                (;@000084;)      throw 0
                (;@000086;)    end
                (;@000087;)  end
                (;@000088;)  i32.const 0
                (;@00008a;)  br_table 0
                (;@00008d;) )

                """)
        #expect(
            disassembler.text(ofFunction: 2) == """
                (func (;2 two;) (type 1) (param i32) (result i32)
                (;@000090;)  local.get 0
                (;@000092;)  call 1 (;main;)
                (;@000094;)  if (result i32)
                (;@000096;)    i32.const 1
                (;@000098;)  else
                (;@000099;)    i64.const 64
                (;@00009c;)    i32.wrap_i64
                (;@00009d;)  end
                (;@00009e;)  i32.load
                (;@0000a1;) )

                """)
    }

    @Test func functionsHaveNames() throws {
        let disassembler = Disassembler(try Module(bytes: everySection))
        #expect(disassembler.function(named: "main") == 1)
        #expect(disassembler.function(named: "two") == 2)
        #expect(disassembler.function(named: "b") == 0)
        #expect(disassembler.function(named: "mem") == nil)
        #expect(disassembler.function(named: "") == nil)
    }

    @Test func offsetsCountFromTheBase() throws {
        var disassembler = Disassembler(try Module(bytes: module(code: [0x01, 0x0b])), base: 0x1000)
        #expect(disassembler.text(ofFunction: 0) == "(func (;0;) (type 0)\n(;@001017;)  nop\n(;@001018;) )\n")
    }

    /// Nothing is kept that was written: the text of a function may be thousands of times as long as the function.
    @Test func longTextsComeInPieces() throws {
        var disassembler = Disassembler(try Module(bytes: module(code: [UInt8](repeating: 0x01, count: 20_000) + [0x0b])))
        var pieces: [String] = []
        #expect(disassembler.write(0) { pieces.append($0) })
        #expect(pieces.count > 5 && pieces.allSatisfy { $0.utf8.count < 70_000 })
        #expect(pieces.joined() == disassembler.text(ofFunction: 0))
    }

    /// A name may neither end the comment that it is shown in nor command the terminal.
    @Test func namesStayInTheirComments() throws {
        let name = Array("a;)\u{1b}[31m(;\n".utf8)
        let names = section(0, [4] + "name".utf8 + [1] + leb(name.count + 3) + [1, 0] + leb(name.count) + name)
        var disassembler = Disassembler(try Module(bytes: module(code: [0x0b]) + names))
        #expect(disassembler.text(ofFunction: 0)?.hasPrefix("(func (;0 a:)?[31m(:?;) (type 0)\n") == true)
    }

    /// What is read back from the text has the same bits.
    @Test func numbers() throws {
        let values: [(Double, String)] = [
            (0, "0.0"), (-0.0, "-0.0"), (.infinity, "inf"), (-.infinity, "-inf"), (.nan, "nan"), (-.nan, "-nan"),
            (.leastNonzeroMagnitude, "5e-324"), (.greatestFiniteMagnitude, "1.7976931348623157e+308"), (0.1, "0.1"),
            (Double(bitPattern: 0x7ff0_0000_0000_0005), "nan:0x5"),
            (Double(bitPattern: 0xfff8_0000_0000_0005), "-nan:0x8000000000005"),
        ]
        for (value, text) in values {
            let bits = value.bitPattern
            let code = [0x44] + (0..<8).map { UInt8(truncatingIfNeeded: bits >> ($0 * 8)) } + [0x1a, 0x0b]
            var disassembler = Disassembler(try Module(bytes: module(code: code)))
            #expect(disassembler.text(ofFunction: 0)?.contains("  f64.const \(text)\n") == true, "\(text)")
        }
    }

    /// Nesting as deep as is valid, and a name section that is cut anywhere.
    @Test func strangeModules() throws {
        let deep = 5000
        let code =
            [UInt8]((0..<deep).flatMap { _ in [0x02, 0x40] as [UInt8] }) + [UInt8](repeating: 0x0b, count: deep + 1)
        var disassembler = Disassembler(try Module(bytes: module(code: code)))
        #expect(disassembler.text(ofFunction: 0).map { $0.utf8.count < 2 * deep * 110 } == true)
        let names = Array("name".utf8) + [1, 9, 2, 0, 1, 0x62, 2, 3] + Array("two".utf8)
        for length in 4..<names.count {
            let bytes = module(code: [0x0b]) + section(0, [4] + names.prefix(length))
            _ = Disassembler(try Module(bytes: bytes)).function(named: "two")
        }
    }
}

extension Disassembler {
    /// The text of a function in one piece, or nil for an index that is not a defined function's.
    fileprivate mutating func text(ofFunction index: Int) -> String? {
        var whole = ""
        return write(index) { whole += $0 } ? whole : nil
    }
}
