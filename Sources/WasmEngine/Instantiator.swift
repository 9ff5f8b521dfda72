// SPDX-License-Identifier: Apache-2.0

import WasmFormat

// From a module and imports to an instance: linking, storage, initial values, segments, the start function; in the
// order of the specification ("Instantiation").

/// The memory that an instance's running code reads: allocated at linking, freed when the store goes.
struct InstanceStorage {
    var context: ContextPointer?
    var functionRecords: UnsafeMutablePointer<FunctionRecord>?
    var functions: UnsafeMutablePointer<UnsafeMutablePointer<FunctionRecord>>?
    var memories: UnsafeMutablePointer<UnsafeMutablePointer<MemoryRecord>>?
    var tables: UnsafeMutablePointer<UnsafeMutablePointer<TableRecord>>?
    var importedGlobals: UnsafeMutablePointer<UnsafeMutablePointer<UInt64>>?
    var tags: UnsafeMutablePointer<UnsafeMutablePointer<TagRecord>>?
    /// Records of host functions, and their code.
    var hostRecords: [UnsafeMutablePointer<FunctionRecord>] = []
    /// What `ExecutionContext.memory` points at when the module has no memory.
    var emptyMemory: UnsafeMutablePointer<MemoryRecord>?
    var ownGlobals: SlotArray?

    mutating func free() {
        for record in hostRecords {
            record.pointee.host?.release()
            record.pointee.entry.deallocate()
            record.deallocate()
        }
        functionRecords?.deallocate()
        functions?.deallocate()
        memories?.deallocate()
        tables?.deallocate()
        importedGlobals?.deallocate()
        tags?.deallocate()
        if let emptyMemory {
            emptyMemory.pointee.base.deallocate()
            emptyMemory.deallocate()
        }
        context?.deallocate()
        self = InstanceStorage()
    }
}

extension Instance {
    /// Resolves the imports and makes everything that the module defines.
    func link(_ imports: Imports) throws(LinkError) {
        guard JumpProbe.handlersJump else {
            throw LinkError(.unsupported, "a build of the engine without optimisation; build a release, or define DEBUG")
        }
        for entry in module.imports {
            guard let value = imports[entry.module, entry.name] else {
                throw LinkError(.unknownImport, "\(entry.module).\(entry.name)")
            }
            guard adopt(value, as: entry.type) else {
                throw LinkError(.incompatibleImportType, "\(entry.module).\(entry.name)")
            }
        }
        for type in module.tables.dropFirst(module.importedTableCount) {
            tables.append(try Table(type, store: store))
        }
        for type in module.memories.dropFirst(module.importedMemoryCount) {
            memories.append(try Memory(type, store: store))
        }
        for index in module.tagTypeIndices.dropFirst(module.importedTagCount) {
            tags.append(Tag(module.types[Int(index)]))
        }
        makeFunctions()
        makeContext()
        makeGlobals()
    }

    /// Takes an imported value if it is of the type wanted.
    private func adopt(_ value: ExternalValue, as type: ExternalType) -> Bool {
        switch (value, type) {
        case (.function(let function), .function(let type)):
            guard function.type == type else { return false }
            functions.append(function.record)
        case (.host(let function), .function(let type)):
            guard function.type == type else { return false }
            functions.append(makeHostRecord(function))
        case (.memory(let memory), .memory(let type)):
            guard fits(memory.pageCount, memory.type.limits.maximum, type.limits),
                memory.type.isShared == type.isShared
            else { return false }
            memories.append(memory)
        case (.table(let table), .table(let type)):
            guard table.type.elementType == type.elementType,
                fits(UInt64(table.count), table.type.limits.maximum, type.limits)
            else { return false }
            tables.append(table)
        case (.global(let global), .global(let type)):
            guard global.type == type else { return false }
            globals.append(global)
        case (.tag(let tag), .tag(let type)):
            guard tag.type == type else { return false }
            tags.append(tag)
        default: return false
        }
        return true
    }

    /// Whether something of `size` now and `maximum` may be imported at `limits`.
    private func fits(_ size: UInt64, _ maximum: UInt64?, _ limits: Limits) -> Bool {
        guard size >= limits.minimum else { return false }
        guard let wanted = limits.maximum else { return true }
        guard let maximum else { return false }
        return maximum <= wanted
    }

    private func makeHostRecord(_ function: HostFunction) -> UnsafeMutablePointer<FunctionRecord> {
        let record = UnsafeMutablePointer<FunctionRecord>.allocate(capacity: 1)
        let entry = UnsafeMutablePointer<UInt64>.allocate(capacity: 2)
        entry[0] = word(Handlers.enterHost)
        entry[1] = UInt64(UInt(bitPattern: record))
        record.initialize(
            to: FunctionRecord(
                entry: ProgramCounter(entry), context: context, host: .passRetained(HostCode(function.body)),
                typeID: FunctionTypeTable.number(of: function.type), index: UInt32(functions.count),
                parameterCount: UInt32(function.type.parameters.slotCount),
                resultCount: UInt32(function.type.results.slotCount)))
        storage.hostRecords.append(record)
        return record
    }

    private func makeFunctions() {
        let count = module.functionTypeIndices.count - module.importedFunctionCount
        let records = UnsafeMutablePointer<FunctionRecord>.allocate(capacity: max(count, 1))
        storage.functionRecords = records
        functions.reserveCapacity(module.functionTypeIndices.count)
        for defined in 0..<count {
            let index = module.importedFunctionCount + defined
            let type = Int(module.functionTypeIndices[index])
            (records + defined).initialize(
                to: FunctionRecord(
                    entry: code.entry(ofDefined: defined), context: context, host: nil, typeID: code.typeNumbers[type],
                    index: UInt32(index), parameterCount: code.slotCounts[type].parameters,
                    resultCount: code.slotCounts[type].results))
            functions.append(records + defined)
        }
    }

    private func makeContext() {
        let memory: UnsafeMutablePointer<MemoryRecord>
        if let first = memories.first {
            memory = first.record
        } else {
            memory = .allocate(capacity: 1)
            memory.initialize(to: MemoryRecord(base: .allocate(byteCount: 16, alignment: 16), byteCount: 0))
            storage.emptyMemory = memory
        }
        let own = SlotArray(count: code.globalPositions.last ?? 0)
        storage.ownGlobals = own
        storage.functions = copyToHeap(functions)
        storage.memories = copyToHeap(memories.isEmpty ? [memory] : memories.map(\.record))
        storage.tables = copyToHeap(tables.map(\.record))
        storage.tags = copyToHeap(tags.map(\.record))
        storage.importedGlobals = copyToHeap(globals.map(\.cell))
        guard let functions = storage.functions, let memories = storage.memories, let tables = storage.tables, let tags = storage.tags,
            let importedGlobals = storage.importedGlobals
        else { return }
        context.initialize(
            to: ExecutionContext(
                stackLimit: store.machine.pointee.stackLimit, interruptFlag: 0, memorySize: 0, memory: memory, memories: memories,
                globals: own.slots,
                importedGlobals: importedGlobals, functions: functions, tables: tables, tags: tags,
                machine: store.machine, instance: .passUnretained(self)))
    }

    private func copyToHeap<T>(_ array: [T]) -> UnsafeMutablePointer<T> {
        let copy = UnsafeMutablePointer<T>.allocate(capacity: max(array.count, 1))
        copy.initialize(from: array, count: array.count)
        return copy
    }

    private func makeGlobals() {
        guard let own = storage.ownGlobals else { return }
        for (index, type) in module.globals.dropFirst(module.importedGlobalCount).enumerated() {
            let position = code.globalPositions[index]
            own.slots[position] = evaluate(module.globalInitializers[index])
            if type.valueType == .v128 {
                own.slots[position + 1] = evaluateUpperHalf(module.globalInitializers[index])
            }
            globals.append(Global(type, in: own, at: position, store: store))
        }
    }

    /// The upper half of a vector's constant expression, which is one instruction.
    private func evaluateUpperHalf(_ expression: ConstantExpression) -> UInt64 {
        module.bytes.withUnsafeBufferPointer { bytes in
            var reader = InstructionReader(bytes, expression.code)
            guard (try? reader.next()) != nil else { return 0 }
            let instruction = reader.instruction
            return instruction.opcode == .globalGet ? globals[Int(instruction.index)].cell[1] : instruction.bits2
        }
    }

    /// The value of a constant expression, of a vector its lower half: the module was validated, so only what is allowed there occurs.
    private func evaluate(_ expression: ConstantExpression) -> UInt64 {
        module.bytes.withUnsafeBufferPointer { bytes in
            var reader = InstructionReader(bytes, expression.code)
            var stack: [UInt64] = []
            while !reader.isAtEnd, (try? reader.next()) != nil {
                let instruction = reader.instruction
                switch instruction.opcode {
                case .i32Const, .i64Const, .f32Const, .f64Const, .v128Const: stack.append(instruction.bits)
                case .refNull: stack.append(0)
                case .refFunc: stack.append(reference(to: instruction.index))
                case .globalGet: stack.append(globals[Int(instruction.index)].cell.pointee)
                case .i32Add: combine(&stack) { UInt64(UInt32(truncatingIfNeeded: $0 &+ $1)) }
                case .i32Sub: combine(&stack) { UInt64(UInt32(truncatingIfNeeded: $0 &- $1)) }
                case .i32Mul: combine(&stack) { UInt64(UInt32(truncatingIfNeeded: $0 &* $1)) }
                case .i64Add: combine(&stack, &+)
                case .i64Sub: combine(&stack, &-)
                case .i64Mul: combine(&stack, &*)
                default: break
                }
            }
            return stack.last ?? 0
        }
    }

    private func combine(_ stack: inout [UInt64], _ operation: (UInt64, UInt64) -> UInt64) {
        guard let right = stack.popLast(), let left = stack.popLast() else { return }
        stack.append(operation(left, right))
    }

    private func reference(to function: UInt32) -> UInt64 { UInt64(UInt(bitPattern: functions[Int(function)])) }

    /// Copies the active segments and runs the start function.
    func start() throws(Trap) {
        dataSegments = module.data.map(\.bytes)
        elementSegments = module.elements.map { segment in
            switch segment.items {
            case .functions(let indices): indices.map(reference(to:))
            case .expressions(let expressions): expressions.map(evaluate)
            }
        }
        for (index, segment) in module.elements.enumerated() {
            if case .active(let table, let offset) = segment.mode {
                let destination = UInt32(truncatingIfNeeded: evaluate(offset))
                let count = UInt32(elementSegments[index].count)
                guard initializeTable(Int(table), from: index, to: destination, source: 0, count: count) else {
                    throw Trap(.tableOutOfBounds)
                }
            }
            if segment.mode != .passive { elementSegments[index] = [] }
        }
        for (index, segment) in module.data.enumerated() {
            guard case .active(let memory, let offset) = segment.mode else { continue }
            let destination = UInt32(truncatingIfNeeded: evaluate(offset))
            let count = UInt32(segment.bytes.count)
            guard initializeMemory(Int(memory), from: index, to: destination, source: 0, count: count) else {
                throw Trap(.memoryOutOfBounds)
            }
            dataSegments[index] = 0..<0
        }
        if let start = module.start {
            let none = SlotArray(count: 0)
            try store.run(functions[Int(start)], slots: none.slots)
        }
    }

    /// `table.init`; false when either range is out of bounds.
    func initializeTable(_ table: Int, from segment: Int, to destination: UInt32, source: UInt32, count: UInt32) -> Bool
    {
        let items = elementSegments[segment]
        let record = tables[table].record.pointee
        guard UInt64(source) &+ UInt64(count) <= UInt64(items.count),
            UInt64(destination) &+ UInt64(count) <= record.count
        else { return false }
        items.withUnsafeBufferPointer { items in
            guard let first = items.baseAddress else { return }
            (record.elements + Int(destination)).update(from: first + Int(source), count: Int(count))
        }
        return true
    }

    /// `memory.init`; false when either range is out of bounds.
    func initializeMemory(_ memory: Int, from segment: Int, to destination: UInt32, source: UInt32, count: UInt32)
        -> Bool
    {
        let range = dataSegments[segment]
        guard UInt64(source) &+ UInt64(count) <= UInt64(range.count),
            let target = try? memories[memory].guestMemory.bytes(at: destination, count: UInt64(count))
        else { return false }
        module.bytes.withUnsafeBytes { bytes in
            let start = range.lowerBound &+ Int(source)
            target.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[start..<start &+ Int(count)]))
        }
        return true
    }
}
