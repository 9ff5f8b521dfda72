// SPDX-License-Identifier: Apache-2.0

// From bytes to a module: one function per section, in the order of the sections. It checks the binary format; what
// the bytes mean is checked by ModuleValidator, as soon as the sections are there, so that the first fault in the file
// is the one that is reported.

/// A decoded module and what only its validation needs to know.
struct DecodedModule {
    var module: Module
    /// Where things were found, for errors about them.
    var offsets = Offsets()
    /// The content of the data count section.
    var dataCount: UInt32?

    /// The offset of each entry of the sections.
    struct Offsets {
        var imports: [Int] = []
        var functions: [Int] = []
        var tables: [Int] = []
        var memories: [Int] = []
        var tags: [Int] = []
        var exports: [Int] = []
        var start = 0
        var elements: [Int] = []
        var data: [Int] = []
    }
}

/// Decodes one module.
struct ModuleDecoder {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let features: Features
    private let workers: Workers
    /// Over the section being decoded.
    private var reader: ByteReader
    private var decoded: DecodedModule
    private var isCodeValidated = false

    /// The most parameters, and the most results, that a function type can have.
    static let maximumTypeSize = 1000
    /// The most locals, parameters not included, that a function can have.
    static let maximumLocals = 50_000

    /// Decodes and validates a module.
    static func decode(_ bytes: [UInt8], features: Features, workers: Workers) throws(FormatError) -> Module {
        // Sums of offsets and 32-bit counts stay far from overflow below this.
        guard bytes.count <= Int(Int32.max) else {
            throw FormatError(.implementationLimit, at: 0, .limit(.moduleSize))
        }
        return try bytes.withUnsafeBufferPointer { buffer throws(FormatError) in
            var decoder = ModuleDecoder(buffer, Module(undecoded: bytes, features: features), workers)
            try decoder.decodeSections()
            return decoder.decoded.module
        }
    }

    private init(_ bytes: UnsafeBufferPointer<UInt8>, _ module: Module, _ workers: Workers) {
        self.bytes = bytes
        self.workers = workers
        features = module.features
        reader = ByteReader(bytes, 0..<bytes.count)
        decoded = DecodedModule(module: module)
    }

    // MARK: The module

    /// The section identifiers in the order that the sections must have.
    private static let sectionOrder: [UInt8] = [1, 2, 3, 4, 5, 13, 6, 7, 8, 9, 12, 10, 11]

    private mutating func decodeSections() throws(FormatError) {
        try decodeHeader()
        var whole = reader
        var lastRank = -1
        while !whole.isAtEnd {
            let start = whole.position
            let id = try whole.byte()
            let rank = Self.sectionOrder.firstIndex(of: id)
            guard id == 0 || rank != nil, id != 13 || features.contains(.exceptions) else {
                throw FormatError(.malformedSectionID, at: start)
            }
            let content = try whole.skip(Int(try whole.u32()), or: .lengthOutOfBounds)
            if let rank {
                guard rank > lastRank else { throw FormatError(.unexpectedContentAfterLastSection, at: start) }
                lastRank = rank
            }
            reader = ByteReader(bytes, content)
            reader.endCode = .unexpectedEndOfSectionOrFunction
            try decodeSection(id)
            guard reader.isAtEnd else { throw FormatError(.sectionSizeMismatch, at: reader.position) }
            if id == 10 { try validateCode() }
        }
        try checkCounts(at: whole.position)
        if !isCodeValidated { try validateCode() }
        try ModuleValidator.checkData(decoded, bytes)
    }

    /// Validates the function bodies and all that precedes them in the file.
    private mutating func validateCode() throws(FormatError) {
        isCodeValidated = true
        var validator = ModuleValidator(decoded, bytes)
        decoded.module.exportPositions = try validator.validate(workers)
    }

    private mutating func decodeHeader() throws(FormatError) {
        guard !reader.isAtEnd else { throw FormatError(.unexpectedEnd, at: 0) }
        guard try reader.fixed(UInt32.self) == 0x6d73_6100 else { throw FormatError(.magicHeaderNotDetected, at: 0) }
        guard try reader.fixed(UInt32.self) == 1 else { throw FormatError(.unknownBinaryVersion, at: 4) }
    }

    private mutating func decodeSection(_ id: UInt8) throws(FormatError) {
        switch id {
        case 0: try decodeCustomSection()
        case 1: try decodeTypes()
        case 2: try decodeImports()
        case 3: try decodeFunctions()
        case 4: try decodeTables()
        case 5: try decodeMemories()
        case 13: try decodeTags()
        case 6: try decodeGlobals()
        case 7: try decodeExports()
        case 8: try decodeStart()
        case 9: try decodeElements()
        case 12: decoded.dataCount = try reader.u32()
        case 10: try decodeCode()
        default: try decodeData()
        }
    }

    private func checkCounts(at end: Int) throws(FormatError) {
        guard decoded.offsets.functions.count == decoded.module.bodies.count else {
            throw FormatError(.functionAndCodeInconsistent, at: end)
        }
        if let count = decoded.dataCount, Int(count) != decoded.module.data.count {
            throw FormatError(.dataCountInconsistent, at: end)
        }
    }

    /// Reads a count of things of one byte at least: no more than the bytes that are left, so that it can be reserved
    /// for, and no more than the WebAssembly JavaScript interface has implementations take.
    private mutating func count(limit: UInt32 = 1_000_000) throws(FormatError) -> Int {
        let start = reader.position
        let count = try reader.u32()
        guard Int(count) <= reader.remaining else { throw FormatError(reader.endCode, at: start) }
        guard count <= limit else { throw FormatError(.implementationLimit, at: start, .limit(.entries)) }
        return Int(count)
    }

    // MARK: The sections

    private mutating func decodeCustomSection() throws(FormatError) {
        reader.endCode = .unexpectedEnd
        let name = try reader.name()
        let content = try reader.skip(reader.remaining)
        decoded.module.customSections.append(CustomSection(name: name, bytes: content))
    }

    private mutating func decodeTypes() throws(FormatError) {
        let count = try count()
        decoded.module.types.reserveCapacity(count)
        for _ in 0..<count {
            let form = try reader.byte()
            // The form is a signed integer of seven bits: more bytes are too many.
            guard form < 0x80 else { throw FormatError(.integerRepresentationTooLong, at: reader.position - 1) }
            guard form == 0x60 else { throw FormatError(.malformedFunctionType, at: reader.position - 1) }
            decoded.module.types.append(FunctionType(try valueTypes(), try valueTypes()))
        }
    }

    private mutating func valueTypes() throws(FormatError) -> [ValueType] {
        let start = reader.position
        let count = try reader.u32()
        guard count <= Self.maximumTypeSize else {
            throw FormatError(.implementationLimit, at: start, .limit(.functionTypeSize))
        }
        var types: [ValueType] = []
        types.reserveCapacity(min(Int(count), reader.remaining))
        for _ in 0..<count { types.append(try valueType()) }
        return types
    }

    private mutating func valueType() throws(FormatError) -> ValueType {
        let type = try reader.valueType()
        try features.require(type, at: reader.position - 1)
        return type
    }

    private mutating func referenceType() throws(FormatError) -> ValueType {
        let type = try reader.referenceType()
        try features.require(type, at: reader.position - 1)
        return type
    }

    private mutating func decodeImports() throws(FormatError) {
        let count = try count()
        decoded.module.imports.reserveCapacity(count)
        for _ in 0..<count {
            decoded.offsets.imports.append(reader.position)
            let module = try reader.name()
            let name = try reader.name()
            let type = try importType()
            decoded.module.imports.append(Import(module: module, name: name, type: type))
        }
    }

    private mutating func importType() throws(FormatError) -> ExternalType {
        let start = reader.position
        let byte = try reader.byte()
        guard let kind = ExternalKind(rawValue: byte), kind != .tag || features.contains(.exceptions) else {
            throw FormatError(.malformedImportKind, at: start)
        }
        switch kind {
        case .function:
            let index = try reader.u32()
            decoded.module.functionTypeIndices.append(index)
            decoded.module.importedFunctionCount += 1
            return .function(importedType(index))
        case .table:
            let type = try tableType()
            decoded.module.tables.append(type)
            decoded.module.importedTableCount += 1
            return .table(type)
        case .memory:
            let type = try memoryType()
            decoded.module.memories.append(type)
            decoded.module.importedMemoryCount += 1
            return .memory(type)
        case .global:
            let type = try globalType()
            decoded.module.globals.append(type)
            decoded.module.importedGlobalCount += 1
            return .global(type)
        case .tag:
            let index = try tagType()
            decoded.module.tagTypeIndices.append(index)
            decoded.module.importedTagCount += 1
            return .tag(importedType(index))
        }
    }

    /// The type at an index, which is looked at only when the whole module is decoded: what is malformed comes first. One
    /// that there is not stands for nothing until then.
    private func importedType(_ index: UInt32) -> FunctionType {
        decoded.module.type(at: index) ?? FunctionType([])
    }

    private mutating func decodeFunctions() throws(FormatError) {
        let count = try count()
        decoded.module.functionTypeIndices.reserveCapacity(
            decoded.module.functionTypeIndices.count + count)
        decoded.offsets.functions.reserveCapacity(count)
        for _ in 0..<count {
            decoded.offsets.functions.append(reader.position)
            decoded.module.functionTypeIndices.append(try reader.u32())
        }
    }

    private mutating func decodeTables() throws(FormatError) {
        for _ in 0..<(try count(limit: 100_000)) {
            decoded.offsets.tables.append(reader.position)
            decoded.module.tables.append(try tableType())
        }
    }

    private mutating func tableType() throws(FormatError) -> TableType {
        let elementType = try referenceType()
        let flags = try limitsFlags(allowed: 0x01)
        return TableType(elementType, try limits(hasMaximum: flags & 1 != 0))
    }

    private mutating func decodeMemories() throws(FormatError) {
        for _ in 0..<(try count(limit: 100_000)) {
            decoded.offsets.memories.append(reader.position)
            decoded.module.memories.append(try memoryType())
        }
    }

    private mutating func memoryType() throws(FormatError) -> MemoryType {
        let flags = try limitsFlags(allowed: features.contains(.threads) ? 0x03 : 0x01)
        return MemoryType(try limits(hasMaximum: flags & 1 != 0), isShared: flags & 2 != 0)
    }

    /// A byte of flags. The official suite has it as an integer of one bit, whose errors these are.
    private mutating func limitsFlags(allowed: UInt8) throws(FormatError) -> UInt8 {
        let start = reader.position
        let flags = try reader.byte()
        guard flags < 0x80 else { throw FormatError(.integerRepresentationTooLong, at: start) }
        guard flags & ~allowed == 0 else { throw FormatError(.integerTooLarge, at: start) }
        return flags
    }

    private mutating func limits(hasMaximum: Bool) throws(FormatError) -> Limits {
        let minimum = try reader.u32()
        return Limits(minimum: UInt64(minimum), maximum: hasMaximum ? UInt64(try reader.u32()) : nil)
    }

    private mutating func decodeTags() throws(FormatError) {
        for _ in 0..<(try count()) {
            decoded.offsets.tags.append(reader.position)
            decoded.module.tagTypeIndices.append(try tagType())
        }
    }

    private mutating func tagType() throws(FormatError) -> UInt32 {
        guard try reader.byte() == 0 else { throw FormatError(.malformedTagAttribute, at: reader.position - 1) }
        return try reader.u32()
    }

    private mutating func decodeGlobals() throws(FormatError) {
        for _ in 0..<(try count()) {
            decoded.module.globals.append(try globalType())
            decoded.module.globalInitializers.append(try constantExpression())
        }
    }

    private mutating func globalType() throws(FormatError) -> GlobalType {
        let type = try valueType()
        let mutability = try reader.byte()
        guard mutability < 2 else { throw FormatError(.malformedMutability, at: reader.position - 1) }
        return GlobalType(type, isMutable: mutability == 1)
    }

    private mutating func decodeExports() throws(FormatError) {
        let count = try count()
        decoded.module.exports.reserveCapacity(count)
        for _ in 0..<count {
            decoded.offsets.exports.append(reader.position)
            let name = try reader.name()
            let byte = try reader.byte()
            guard let kind = ExternalKind(rawValue: byte), kind != .tag || features.contains(.exceptions) else {
                throw FormatError(.malformedExportKind, at: reader.position - 1)
            }
            decoded.module.exports.append(Export(name: name, kind: kind, index: try reader.u32()))
        }
    }

    private mutating func decodeStart() throws(FormatError) {
        decoded.offsets.start = reader.position
        decoded.module.start = try reader.u32()
    }

    private mutating func decodeElements() throws(FormatError) {
        for _ in 0..<(try count()) {
            decoded.offsets.elements.append(reader.position)
            decoded.module.elements.append(try elementSegment())
        }
    }

    /// The flags' bits: 0 not active; 1 an explicit table, or for one not active, declarative; 2 expressions.
    private mutating func elementSegment() throws(FormatError) -> ElementSegment {
        let start = reader.position
        let flags = try reader.u32()
        guard flags < 8 else { throw FormatError(.malformedElementSegmentKind, at: start) }
        let mode: SegmentMode
        if flags & 1 == 0 {
            let table = flags & 2 != 0 ? try reader.u32() : 0
            mode = .active(index: table, offset: try constantExpression())
        } else {
            mode = flags & 2 != 0 ? .declarative : .passive
        }
        var type = ValueType.funcref
        if flags & 3 != 0 {
            if flags & 4 != 0 {
                type = try referenceType()
            } else if try reader.byte() != 0 {
                throw FormatError(.malformedElementSegmentKind, at: reader.position - 1)
            }
        }
        return ElementSegment(mode: mode, type: type, items: try elementItems(expressions: flags & 4 != 0))
    }

    private mutating func elementItems(expressions: Bool) throws(FormatError) -> ElementSegment.Items {
        let count = try count(limit: 10_000_000)
        if expressions {
            var items: [ConstantExpression] = []
            items.reserveCapacity(count)
            for _ in 0..<count { items.append(try constantExpression()) }
            return .expressions(items)
        }
        var items: [UInt32] = []
        items.reserveCapacity(count)
        for _ in 0..<count { items.append(try reader.u32()) }
        return .functions(items)
    }

    private mutating func decodeCode() throws(FormatError) {
        let start = reader.position
        let count = Int(try reader.u32())
        guard count == decoded.offsets.functions.count else {
            throw FormatError(.functionAndCodeInconsistent, at: start)
        }
        decoded.module.bodies.reserveCapacity(count)
        for _ in 0..<count { try decodeBody() }
    }

    private mutating func decodeBody() throws(FormatError) {
        let size = Int(try reader.u32())
        let range = try reader.skip(size)
        var body = ByteReader(bytes, range)
        body.endCode = .unexpectedEndOfSectionOrFunction
        let firstRun = decoded.module.localRuns.count
        var total: UInt64 = 0
        for _ in 0..<(try body.u32()) {
            let start = body.position
            let count = try body.u32()
            total += UInt64(count)
            guard total <= Self.maximumLocals else { throw FormatError(.tooManyLocals, at: start) }
            let type = try body.valueType()
            try features.require(type, at: body.position - 1)
            if count > 0 { decoded.module.localRuns.append(LocalRun(count: count, type: type)) }
        }
        let function = decoded.module.importedFunctionCount + decoded.module.bodies.count
        decoded.module.bodies.append(
            FunctionBody(
                typeIndex: decoded.module.functionTypeIndices[function],
                localRuns: firstRun..<decoded.module.localRuns.count,
                code: body.position..<range.upperBound))
    }

    private mutating func decodeData() throws(FormatError) {
        let start = reader.position
        let count = try count(limit: 100_000)
        if let expected = decoded.dataCount, Int(expected) != count {
            throw FormatError(.dataCountInconsistent, at: start)
        }
        for _ in 0..<count {
            decoded.offsets.data.append(reader.position)
            let start = reader.position
            let flags = try reader.u32()
            guard flags < 3 else { throw FormatError(.malformedDataSegmentKind, at: start) }
            var mode = SegmentMode.passive
            if flags != 1 {
                let memory = flags == 2 ? try reader.u32() : 0
                mode = .active(index: memory, offset: try constantExpression())
            }
            let length = Int(try reader.u32())
            decoded.module.data.append(DataSegment(mode: mode, bytes: try reader.skip(length)))
        }
    }

    /// Finds the end of an expression. Blocks are no constants, but they are told so by the validator.
    private mutating func constantExpression() throws(FormatError) -> ConstantExpression {
        var instructions = InstructionReader(bytes, reader.position..<(reader.position + reader.remaining))
        instructions.hasSingleMemory = !features.contains(.multiMemory)
        var depth = 1
        while depth > 0 {
            try instructions.next()
            switch instructions.instruction.opcode {
            case .block, .loop, .if, .tryTable: depth += 1
            case .end: depth -= 1
            default: break
            }
        }
        return ConstantExpression(code: try reader.skip(instructions.position - reader.position))
    }
}

extension Features {
    /// Refuses a type that belongs to an extension which the module may not use.
    func require(_ type: ValueType, at offset: Int) throws(FormatError) {
        switch type {
        case .v128: try require(.simd, at: offset, .type(type))
        case .exnref: try require(.exceptions, at: offset, .type(type))
        case .i32, .i64, .f32, .f64, .funcref, .externref: break
        }
    }

    /// Refuses what belongs to an extension that the module may not use.
    func require(_ feature: Features, at offset: Int, _ detail: FormatError.Detail) throws(FormatError) {
        guard contains(feature) else { throw FormatError(.featureNotEnabled, at: offset, detail) }
    }
}
