// SPDX-License-Identifier: Apache-2.0

// The rules about a module as a whole: indices, limits, constant expressions. Function bodies are FunctionValidator's.

/// Validates one decoded module.
struct ModuleValidator {
    private let decoded: DecodedModule
    private let bytes: UnsafeBufferPointer<UInt8>
    private let module: Module
    /// Whether `ref.func` may name the function: whether anything but function bodies does.
    private var isDeclared: [Bool]
    /// The operand types of a constant expression; kept to be used again.
    private var operands: [ValueType] = []

    /// For a module that is decoded up to and including the code section.
    init(_ decoded: DecodedModule, _ bytes: UnsafeBufferPointer<UInt8>) {
        self.decoded = decoded
        module = decoded.module
        self.bytes = bytes
        isDeclared = Array(repeating: false, count: decoded.module.functionTypeIndices.count)
    }

    /// Checks every rule but those about data segments. Returns where each export is by name.
    mutating func validate(_ workers: Workers) throws(FormatError) -> [ExactName: Int] {
        try checkTypes()
        try checkGlobals()
        let exports = try checkExports()
        try checkStart()
        try checkElements()
        try checkBodies(workers)
        return exports
    }

    /// Checks the data segments, which come after the code.
    static func checkData(_ decoded: DecodedModule, _ bytes: UnsafeBufferPointer<UInt8>) throws(FormatError) {
        var validator = ModuleValidator(decoded, bytes)
        try validator.checkData()
    }

    // MARK: Types

    private func checkTypes() throws(FormatError) {
        // An import's type was looked up by an index, which is checked here.
        var functions = module.functionTypeIndices.makeIterator(), tags = module.tagTypeIndices.makeIterator()
        for (entry, offset) in zip(module.imports, decoded.offsets.imports) {
            switch entry.type {
            case .function: if let index = functions.next() { try checkTypeIndex(index, at: offset) }
            case .table(let type): try check(type.limits, at: offset)
            case .memory(let type): try check(type, at: offset)
            case .tag: if let index = tags.next() { try checkTag(index, at: offset) }
            case .global: break
            }
        }
        let definedFunctions = module.functionTypeIndices.dropFirst(module.importedFunctionCount)
        for (index, offset) in zip(definedFunctions, decoded.offsets.functions) {
            try checkTypeIndex(index, at: offset)
        }
        for (type, offset) in zip(module.tables.dropFirst(module.importedTableCount), decoded.offsets.tables) {
            try check(type.limits, at: offset)
        }
        for (type, offset) in zip(module.memories.dropFirst(module.importedMemoryCount), decoded.offsets.memories) {
            try check(type, at: offset)
        }
        if module.memories.count > 1, !module.features.contains(.multiMemory) {
            let offset = decoded.offsets.memories.last ?? decoded.offsets.imports.last ?? 0
            throw FormatError(.multipleMemories, at: offset)
        }
        if module.tables.count > 1, !module.features.contains(.multipleTables) {
            let offset = decoded.offsets.tables.last ?? decoded.offsets.imports.last ?? 0
            throw FormatError(.multipleTables, at: offset)
        }
        for (index, offset) in zip(module.tagTypeIndices.dropFirst(module.importedTagCount), decoded.offsets.tags) {
            try checkTag(index, at: offset)
        }
    }

    private func checkTypeIndex(_ index: UInt32, at offset: Int) throws(FormatError) {
        guard index < module.types.count else { throw FormatError(.unknownType, at: offset, .index(index)) }
    }

    private func checkTag(_ index: UInt32, at offset: Int) throws(FormatError) {
        try checkTypeIndex(index, at: offset)
        guard module.types[Int(index)].results.isEmpty else { throw FormatError(.nonEmptyTagResultType, at: offset) }
    }

    private func check(_ limits: Limits, at offset: Int) throws(FormatError) {
        if let maximum = limits.maximum, maximum < limits.minimum {
            throw FormatError(.sizeMinimumGreaterThanMaximum, at: offset)
        }
    }

    private func check(_ type: MemoryType, at offset: Int) throws(FormatError) {
        guard max(type.limits.minimum, type.limits.maximum ?? 0) <= MemoryType.maximumPages else {
            throw FormatError(.memorySizeTooLarge, at: offset)
        }
        try check(type.limits, at: offset)
        if type.isShared, type.limits.maximum == nil { throw FormatError(.sharedMemoryMustHaveMaximum, at: offset) }
    }

    // MARK: Exports and start

    private mutating func checkExports() throws(FormatError) -> [ExactName: Int] {
        var positions = [ExactName: Int](minimumCapacity: module.exports.count)
        for (position, export) in module.exports.enumerated() {
            let offset = decoded.offsets.exports[position]
            let (count, code): (Int, FormatError.Code) =
                switch export.kind {
                case .function: (module.functionTypeIndices.count, .unknownFunction)
                case .table: (module.tables.count, .unknownTable)
                case .memory: (module.memories.count, .unknownMemory)
                case .global: (module.globals.count, .unknownGlobal)
                case .tag: (module.tagTypeIndices.count, .unknownTag)
                }
            guard export.index < count else { throw FormatError(code, at: offset, .index(export.index)) }
            guard positions.updateValue(position, forKey: ExactName(export.name)) == nil else {
                throw FormatError(.duplicateExportName, at: offset)
            }
            if export.kind == .function { isDeclared[Int(export.index)] = true }
        }
        return positions
    }

    private func checkStart() throws(FormatError) {
        guard let start = module.start else { return }
        guard let type = module.functionType(Int(start)) else {
            throw FormatError(.unknownFunction, at: decoded.offsets.start, .index(start))
        }
        guard type == FunctionType([]) else { throw FormatError(.startFunction, at: decoded.offsets.start) }
    }

    // MARK: Globals and segments

    private mutating func checkGlobals() throws(FormatError) {
        let defined = module.globals.dropFirst(module.importedGlobalCount)
        for (global, initializer) in zip(defined, module.globalInitializers) {
            try check(initializer, global.valueType)
        }
    }

    private mutating func checkElements() throws(FormatError) {
        for (segment, offset) in zip(module.elements, decoded.offsets.elements) {
            if case .active(let index, let expression) = segment.mode {
                guard index < module.tables.count else { throw FormatError(.unknownTable, at: offset, .index(index)) }
                let elementType = module.tables[Int(index)].elementType
                guard elementType == segment.type else {
                    throw FormatError(.typeMismatch, at: offset, .types(expected: elementType, found: segment.type))
                }
                try check(expression, .i32)
            }
            switch segment.items {
            case .functions(let indices): for index in indices { try declare(index, at: offset) }
            case .expressions(let expressions): for item in expressions { try check(item, segment.type) }
            }
        }
    }

    private mutating func checkData() throws(FormatError) {
        for (segment, offset) in zip(module.data, decoded.offsets.data) {
            guard case .active(let index, let expression) = segment.mode else { continue }
            guard index < module.memories.count else { throw FormatError(.unknownMemory, at: offset, .index(index)) }
            try check(expression, .i32)
        }
    }

    private mutating func declare(_ function: UInt32, at offset: Int) throws(FormatError) {
        guard function < isDeclared.count else { throw FormatError(.unknownFunction, at: offset, .index(function)) }
        isDeclared[Int(function)] = true
    }

    // MARK: Constant expressions

    private mutating func check(_ expression: ConstantExpression, _ type: ValueType) throws(FormatError) {
        operands.removeAll(keepingCapacity: true)
        var reader = InstructionReader(bytes, expression.code)
        while true {
            try reader.next()
            if reader.instruction.opcode == .end { break }
            try step(reader.instruction)
        }
        guard operands.count == 1, operands.first == type else {
            let found = operands.last
            throw FormatError(
                .typeMismatch, at: expression.code.lowerBound,
                operands.count > 1 ? .valuesLeft : .types(expected: type, found: found))
        }
    }

    private mutating func step(_ instruction: Instruction) throws(FormatError) {
        let offset = instruction.offset
        switch instruction.opcode {
        case .i32Const: operands.append(.i32)
        case .i64Const: operands.append(.i64)
        case .f32Const: operands.append(.f32)
        case .f64Const: operands.append(.f64)
        case .v128Const:
            try module.features.require(.v128, at: offset)
            operands.append(.v128)
        case .refNull:
            try module.features.require(instruction.valueType, at: offset)
            operands.append(instruction.valueType)
        case .refFunc:
            try declare(instruction.index, at: offset)
            operands.append(.funcref)
        case .globalGet: operands.append(try constantGlobal(instruction.index, at: offset))
        case .i32Add, .i32Sub, .i32Mul: try binary(.i32, at: offset)
        case .i64Add, .i64Sub, .i64Mul: try binary(.i64, at: offset)
        default: throw FormatError(.constantExpressionRequired, at: offset)
        }
    }

    /// Only an imported global is known before the module's own get their values.
    private func constantGlobal(_ index: UInt32, at offset: Int) throws(FormatError) -> ValueType {
        guard index < module.importedGlobalCount else { throw FormatError(.unknownGlobal, at: offset, .index(index)) }
        let global = module.globals[Int(index)]
        guard !global.isMutable else { throw FormatError(.constantExpressionRequired, at: offset) }
        return global.valueType
    }

    private mutating func binary(_ type: ValueType, at offset: Int) throws(FormatError) {
        guard module.features.contains(.extendedConstants) else {
            throw FormatError(.constantExpressionRequired, at: offset)
        }
        for _ in 0..<2 {
            let found = operands.popLast()
            guard found == type else {
                throw FormatError(.typeMismatch, at: offset, .types(expected: type, found: found))
            }
        }
        operands.append(type)
    }

    // MARK: Bodies

    /// The least code, in bytes, that is worth a part of its own: about half a millisecond's.
    private static let leastWork = 1 << 17
    /// Several parts for each worker, since some may begin late or be kept from work.
    private static let partsPerWorker = 4

    private func checkBodies(_ workers: Workers) throws(FormatError) {
        let parts = workers.count > 1 ? parts(atMost: workers.count * Self.partsPerWorker) : []
        guard parts.count > 1 else { return try checkBodies(module.bodies.indices) }
        let errors = UnsafeMutablePointer<FormatError?>.allocate(capacity: parts.count)
        errors.initialize(repeating: nil, count: parts.count)
        defer { errors.deinitialize(count: parts.count).deallocate() }
        // Safe to share: what is read does not change, each part has an error of its own, and all end before this does.
        nonisolated(unsafe) let (validator, results) = (self, errors)
        workers.run(parts.count) { index in
            do throws(FormatError) { try validator.checkBodies(parts[index]) } catch { results[index] = error }
        }
        // The first in the file, as when there is one part.
        for index in parts.indices { if let error = errors[index] { throw error } }
    }

    private func checkBodies(_ indices: Range<Int>) throws(FormatError) {
        var validator = FunctionValidator(ModuleFacts(decoded, isDeclared: isDeclared), bytes)
        let runs = module.localRuns
        for body in module.bodies[indices] { try validator.validate(body, runs[body.localRuns]) }
    }

    /// The bodies in parts of about the same size, in order.
    private func parts(atMost limit: Int) -> [Range<Int>] {
        let bodies = module.bodies
        guard let start = bodies.first?.code.lowerBound, let end = bodies.last?.code.upperBound else { return [] }
        let count = max(min((end - start) / Self.leastWork, limit), 1)
        var parts: [Range<Int>] = []
        var first = 0
        for part in 1...count {
            let fence = start + (end - start) / count * part
            let next = part == count ? bodies.count : bodies[first...].firstIndex { $0.code.lowerBound >= fence }
            parts.append(first..<(next ?? bodies.count))
            first = next ?? bodies.count
        }
        return parts
    }
}
