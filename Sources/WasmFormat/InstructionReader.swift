// SPDX-License-Identifier: Apache-2.0

// A cursor over the instructions of a function body or constant expression, driven by the opcode table. The validator
// and the translator both read through it.

/// An instruction and its immediates. Which fields mean something follows from the opcode's `Immediates`; the rest are
/// left over from earlier instructions.
package struct Instruction {
    /// Which instruction.
    package internal(set) var opcode: Opcode = .unreachable
    /// The offset of its opcode in the module's bytes.
    package internal(set) var offset = 0
    /// The first, or only, index: label, function, type, tag, local, global, table, memory, segment; for `memory.init`
    /// and `table.init` the segment's, for the copies the destination's. Of a memory argument, the memory's.
    package internal(set) var index: UInt32 = 0
    /// The second index: the table of `call_indirect` and `table.init`, the memory of `memory.init`, the source of the
    /// copies. Of a memory argument, the alignment's exponent.
    package internal(set) var index2: UInt32 = 0
    /// The bits of a constant (an i32's zero-extended), of a v128's lower half (for `i8x16.shuffle` lanes 0 to 7), or
    /// the offset of a memory argument.
    package internal(set) var bits: UInt64 = 0
    /// The bits of a v128's upper half (for `i8x16.shuffle` lanes 8 to 15), or a lane index.
    package internal(set) var bits2: UInt64 = 0
    /// The type of a block.
    package internal(set) var blockType: BlockType = .empty
    /// The type of `ref.null` and `select` (typed).
    package internal(set) var valueType: ValueType = .i32
    /// The labels of `br_table` (`labels` reads them) or the clauses of `try_table` (`catches` reads them): how many,
    /// the default label not counted, and where they start.
    package internal(set) var vectorCount: UInt32 = 0
    var vectorStart = 0

    /// The bits of an i32 constant.
    package var i32: UInt32 { UInt32(truncatingIfNeeded: bits) }
    /// The offset of a memory argument.
    package var memoryOffset: UInt64 { bits }
    /// The alignment of a memory argument, as a power of two.
    package var alignmentExponent: UInt32 { index2 }
    /// The lane of a lane instruction.
    package var lane: UInt8 { UInt8(truncatingIfNeeded: bits2) }
}

/// One clause of a `try_table`.
package struct CatchClause: Sendable, Hashable {
    /// Which exceptions it catches, and what it pushes. The raw value is the byte in the binary format.
    package enum Kind: UInt8, Sendable, Hashable {
        /// One tag's: pushes the exception's values.
        case one = 0
        /// One tag's: pushes the exception's values and a reference to the exception.
        case oneWithReference = 1
        /// All: pushes nothing.
        case all = 2
        /// All: pushes a reference to the exception.
        case allWithReference = 3
    }

    /// Which exceptions.
    package var kind: Kind
    /// The tag, where the kind has one.
    package var tag: UInt32
    /// Where to branch, counted from outside of the `try_table`.
    package var label: UInt32
}

/// A cursor over instructions.
///
///     try module.bytes.withUnsafeBufferPointer { bytes in
///         var reader = InstructionReader(bytes, body.code)
///         while !reader.isAtEnd {
///             try reader.next()
///             switch reader.instruction.opcode { … }
///         }
///     }
///
/// The bytes must outlive the reader. It checks the binary format only; a module's instructions were validated when the
/// module was made, and reading those again cannot fail.
package struct InstructionReader {
    /// The instruction that `next` read last.
    package private(set) var instruction = Instruction()
    /// The row of that instruction.
    private(set) var entry: UnsafePointer<OpcodeEntry>
    /// Whether the encodings that multi-memory gave a meaning are malformed. A validated body has none of them.
    var hasSingleMemory = false
    private var reader: ByteReader
    private let bytes: UnsafeBufferPointer<UInt8>
    private let table: UnsafePointer<OpcodeEntry>

    /// A cursor over the instructions in `range` of a module's bytes.
    package init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        self.bytes = bytes
        reader = ByteReader(bytes, range)
        reader.endCode = .unexpectedEndOfSectionOrFunction
        table = OpcodeEntry.table
        entry = table
    }

    /// Whether all of the range was read.
    package var isAtEnd: Bool { reader.isAtEnd }
    /// The offset after the instruction that was read last.
    package var position: Int { reader.position }

    /// Reads the next opcode and its immediates into `instruction`.
    @inline(__always)
    package mutating func next() throws(FormatError) {
        try nextOpcode()
        if entry.pointee.immediates != .none { try readImmediates() }
    }

    /// Reads the next opcode. Its immediates must be read next, by `readImmediates` or by the method for their kind.
    @inline(__always)
    mutating func nextOpcode() throws(FormatError) {
        instruction.offset = reader.position
        let byte = try reader.byte()
        entry = _fastPath(byte < 0xfc) ? table + Int(byte) : try prefixed(byte)
        instruction.opcode = entry.pointee.opcode
        if _slowPath(entry.pointee.action == .invalid) { throw FormatError(.illegalOpcode, at: instruction.offset) }
    }

    /// Reads the immediates of an instruction that has one index.
    @inline(__always)
    mutating func readIndex() throws(FormatError) -> UInt32 {
        instruction.index = try reader.u32()
        return instruction.index
    }

    /// Reads the immediates of `i32.const`.
    @inline(__always)
    mutating func readI32() throws(FormatError) { instruction.bits = UInt64(UInt32(bitPattern: try reader.s32())) }

    @inline(never)
    private mutating func prefixed(_ prefix: UInt8) throws(FormatError) -> UnsafePointer<OpcodeEntry> {
        let code = try reader.u32()
        let (page, count): (UInt32, UInt32) =
            switch prefix {
            case 0xfc: (0x100, 0x100)
            case 0xfd: (0x300, 0x200)
            case 0xfe: (0x200, 0x100)
            default: (0, 0)
            }
        guard code < count else { throw FormatError(.illegalOpcode, at: instruction.offset) }
        return table + Int(page + code)
    }

    @inline(__always)
    mutating func readImmediates() throws(FormatError) {
        switch entry.pointee.immediates {
        case .none: break
        case .label, .function, .tag, .local, .global, .table, .element, .data: _ = try readIndex()
        case .typeAndTable, .elementAndTable, .tableAndTable:
            instruction.index = try reader.u32()
            instruction.index2 = try reader.u32()
        case .i32: try readI32()
        case .i64: instruction.bits = UInt64(bitPattern: try reader.s64())
        case .f32: instruction.bits = UInt64(try reader.fixed(UInt32.self))
        case .f64: instruction.bits = try reader.fixed(UInt64.self)
        case .memoryArgument: try readMemoryArgument()
        case .blockType: try readBlockType()
        default: try readRareImmediates()
        }
    }

    @inline(__always)
    mutating func readMemoryArgument() throws(FormatError) {
        let flags = try reader.u32()
        instruction.index2 = flags & 0x3f
        instruction.index = 0
        // Bit 6 says that the index of a memory follows.
        if _slowPath(flags >= 0x20) {
            guard flags & ~0x40 < 0x20, !hasSingleMemory else {
                throw FormatError(.malformedMemopFlags, at: instruction.offset)
            }
            instruction.index = try reader.u32()
        }
        instruction.bits = UInt64(try reader.u32())
    }

    @inline(__always)
    mutating func readBlockType() throws(FormatError) {
        if _fastPath(reader.peek == 0x40) {
            _ = try reader.byte()
            instruction.blockType = .empty
        } else {
            instruction.blockType = try readBlockTypeSlowly()
        }
    }

    @inline(never)
    private mutating func readBlockTypeSlowly() throws(FormatError) -> BlockType {
        let start = reader.position
        let code = try reader.s33()
        if code >= 0 { return .type(UInt32(truncatingIfNeeded: code)) }
        guard code >= -64, let type = ValueType(rawValue: UInt8(truncatingIfNeeded: code & 0x7f)) else {
            throw FormatError(.malformedValueType, at: start)
        }
        return .value(type)
    }

    @inline(never)
    private mutating func readRareImmediates() throws(FormatError) {
        switch entry.pointee.immediates {
        case .memory, .memoryAndMemory, .dataAndMemory: try readMemoryIndices()
        case .labels:
            let count = try beginVector()
            for _ in 0...count { _ = try reader.u32() }
        case .catches:
            try readBlockType()
            let count = try beginVector()
            for _ in 0..<count { _ = try reader.catchClause() }
        case .selectTypes:
            instruction.vectorCount = try reader.u32()
            for _ in 0..<instruction.vectorCount { instruction.valueType = try reader.valueType() }
        case .referenceType: instruction.valueType = try reader.referenceType()
        case .v128, .lanes:
            instruction.bits = try reader.fixed(UInt64.self)
            instruction.bits2 = try reader.fixed(UInt64.self)
        case .lane: instruction.bits2 = UInt64(try reader.byte())
        case .memoryArgumentAndLane:
            try readMemoryArgument()
            instruction.bits2 = UInt64(try reader.byte())
        case .fence:
            guard try reader.byte() == 0 else { throw FormatError(.zeroByteExpected, at: reader.position - 1) }
        default: break
        }
    }

    @inline(never)
    private mutating func readMemoryIndices() throws(FormatError) {
        if entry.pointee.immediates == .dataAndMemory {
            instruction.index = try reader.u32()
            instruction.index2 = try readMemoryIndex()
        } else {
            instruction.index = try readMemoryIndex()
            instruction.index2 = entry.pointee.immediates == .memoryAndMemory ? try readMemoryIndex() : 0
        }
    }

    private mutating func readMemoryIndex() throws(FormatError) -> UInt32 {
        guard hasSingleMemory else { return try reader.u32() }
        guard try reader.byte() == 0 else { throw FormatError(.zeroByteExpected, at: reader.position - 1) }
        return 0
    }

    /// The count of a vector whose items `labels` and `catches` read later.
    private mutating func beginVector() throws(FormatError) -> UInt32 {
        instruction.vectorCount = try reader.u32()
        instruction.vectorStart = reader.position
        return instruction.vectorCount
    }

    /// The labels of the `br_table` that was read last, the default label last.
    package var labels: Labels {
        Labels(
            reader: ByteReader(bytes, instruction.vectorStart..<reader.position),
            left: instruction.opcode == .brTable ? UInt64(instruction.vectorCount) + 1 : 0)
    }

    /// The clauses of the `try_table` that was read last, in order.
    package var catches: Catches {
        Catches(
            reader: ByteReader(bytes, instruction.vectorStart..<reader.position),
            left: instruction.opcode == .tryTable ? UInt64(instruction.vectorCount) : 0)
    }

    /// The labels of a `br_table`, decoded as they are asked for.
    package struct Labels: Sequence, IteratorProtocol {
        fileprivate var reader: ByteReader
        fileprivate var left: UInt64

        /// The next label.
        package mutating func next() -> UInt32? {
            guard left > 0 else { return nil }
            left -= 1
            return try? reader.u32()
        }
    }

    /// The clauses of a `try_table`, decoded as they are asked for.
    package struct Catches: Sequence, IteratorProtocol {
        fileprivate var reader: ByteReader
        fileprivate var left: UInt64

        /// The next clause.
        package mutating func next() -> CatchClause? {
            guard left > 0 else { return nil }
            left -= 1
            return try? reader.catchClause()
        }
    }
}

extension ByteReader {
    /// A value type.
    mutating func valueType() throws(FormatError) -> ValueType {
        guard let type = ValueType(rawValue: try byte()) else {
            throw FormatError(.malformedValueType, at: position - 1)
        }
        return type
    }

    /// A reference type.
    mutating func referenceType() throws(FormatError) -> ValueType {
        guard let type = ValueType(rawValue: try byte()), type.isReference else {
            throw FormatError(.malformedReferenceType, at: position - 1)
        }
        return type
    }

    /// A clause of a `try_table`.
    fileprivate mutating func catchClause() throws(FormatError) -> CatchClause {
        guard let kind = CatchClause.Kind(rawValue: try byte()) else {
            throw FormatError(.malformedCatchClause, at: position - 1)
        }
        let tag = kind == .one || kind == .oneWithReference ? try u32() : 0
        return CatchClause(kind: kind, tag: tag, label: try u32())
    }
}
