// SPDX-License-Identifier: Apache-2.0

// Validation of the instructions that have no fixed signature: blocks, branches, calls, references and tables.

extension FunctionValidator {
    /// Validates an instruction whose signature depends on more than its opcode.
    @inline(never)
    mutating func stepSpecial(_ reader: inout InstructionReader) throws(FormatError) {
        switch reader.instruction.opcode {
        case .unreachable: setUnreachable()
        case .globalGet: try push(try global(reader.instruction.index).type)
        case .globalSet:
            let global = try global(reader.instruction.index)
            guard global.isMutable else { throw error(.globalIsImmutable, .index(reader.instruction.index)) }
            try pop(global.type)
        case .if:
            try pop(ValueType.i32.rawValue)
            try enter(.if, try blockTypes(reader.instruction.blockType))
        case .else: try elseBranch()
        case .drop: _ = try popAny()
        case .br:
            try pop(try label(reader.instruction.index))
            setUnreachable()
        case .brTable: try branchTable(&reader)
        case .return:
            try pop(functionResults)
            setUnreachable()
        case .callIndirect: try call(try indirectSignature(&reader))
        case .returnCall, .returnCallIndirect: try tailCall(&reader)
        case .select: try select()
        case .selectT: try typedSelect(&reader)
        case .throw, .throwRef, .tryTable: try stepException(&reader)
        case .tableGet, .tableSet, .tableGrow, .tableFill: try stepTable(&reader)
        case .refNull, .refIsNull, .refFunc: try stepReference(&reader)
        default: throw error(.illegalOpcode)
        }
    }

    // MARK: Blocks

    @inline(__always)
    mutating func blockTypes(_ type: BlockType) throws(FormatError) -> ModuleFacts.Signature {
        switch type {
        case .empty: return ModuleFacts.Signature(parameters: .empty, results: .empty)
        case .value(let type):
            try facts.features.require(type, at: offset)
            return ModuleFacts.Signature(parameters: .empty, results: ModuleFacts.single(type))
        case .type(let index): return try signature(index)
        }
    }

    mutating func enter(_ opcode: Opcode, _ types: ModuleFacts.Signature) throws(FormatError) {
        try pop(types.parameters)
        try push(
            Frame(
                opcode: opcode, isUnreachable: false, height: height,
                parameters: types.parameters, results: types.results))
        try push(types.parameters)
    }

    /// Leaves the innermost block, whose results are on the stack alone.
    private mutating func leave() throws(FormatError) {
        if frame.results.count > 0 { try check(frame.results) }
        guard height &- frame.height <= Int(frame.results.count) else { throw error(.typeMismatch, .valuesLeft) }
        truncate(to: frame.height)
    }

    mutating func end() throws(FormatError) {
        try leave()
        let results = frame.results
        if frame.opcode == .if {
            // Without an `else`, the parameters are the results.
            truncate(to: frame.height)
            frame.isUnreachable = false
            try push(frame.parameters)
            try leave()
        }
        popFrame()
        try push(results)
    }

    private mutating func elseBranch() throws(FormatError) {
        guard frame.opcode == .if else { throw error(.illegalOpcode, .opcode(.else)) }
        try leave()
        frame.opcode = .else
        frame.isUnreachable = false
        try push(frame.parameters)
    }

    // MARK: Branches

    @inline(__always)
    private mutating func label(_ index: UInt32) throws(FormatError) -> TypeSpan { try frame(ofLabel: index).label }

    @inline(__always)
    mutating func branchIf(_ index: UInt32) throws(FormatError) {
        let label = try label(index)
        try pop(ValueType.i32.rawValue)
        try pop(label)
        try push(label)
    }

    private mutating func branchTable(_ reader: inout InstructionReader) throws(FormatError) {
        try pop(ValueType.i32.rawValue)
        var arity: UInt32?
        var previous: UInt32?
        for index in reader.labels {
            // Tables repeat labels; a run of one label is checked once.
            if index == previous { continue }
            previous = index
            let label = try label(index)
            guard arity == nil || arity == label.count else { throw error(.typeMismatch) }
            arity = label.count
            try check(label)
        }
        setUnreachable()
    }

    // MARK: Calls

    @inline(__always)
    mutating func call(_ signature: ModuleFacts.Signature) throws(FormatError) {
        try pop(signature.parameters)
        try push(signature.results)
    }

    private mutating func indirectSignature(_ reader: inout InstructionReader) throws(FormatError)
        -> ModuleFacts.Signature
    {
        guard try tableType(reader.instruction.index2) == ValueType.funcref.rawValue else { throw error(.typeMismatch) }
        let signature = try signature(reader.instruction.index)
        try pop(ValueType.i32.rawValue)
        return signature
    }

    private mutating func tailCall(_ reader: inout InstructionReader) throws(FormatError) {
        try facts.features.require(.tailCalls, at: offset, .opcode(reader.instruction.opcode))
        let signature =
            reader.instruction.opcode == .returnCall
            ? try functionSignature(reader.instruction.index) : try indirectSignature(&reader)
        try pop(signature.parameters)
        guard same(signature.results, functionResults) else { throw error(.typeMismatch) }
        setUnreachable()
    }

    private mutating func same(_ one: TypeSpan, _ other: TypeSpan) -> Bool {
        guard one.count == other.count else { return false }
        let (left, right) = (facts.typeBytes.elements(one), facts.typeBytes.elements(other))
        return (0..<Int(one.count)).allSatisfy { left[$0] == right[$0] }
    }

    // MARK: Select

    private mutating func select() throws(FormatError) {
        try pop(ValueType.i32.rawValue)
        let first = try popAny()
        let second = try popAny()
        for type in [first, second] where ValueType(rawValue: type)?.isReference == true { throw error(.typeMismatch) }
        guard first == second || first == Self.bottom || second == Self.bottom else {
            throw mismatch(expected: first, found: second)
        }
        try push(first == Self.bottom ? second : first)
    }

    private mutating func typedSelect(_ reader: inout InstructionReader) throws(FormatError) {
        guard reader.instruction.vectorCount == 1 else { throw error(.invalidResultArity) }
        try facts.features.require(reader.instruction.valueType, at: offset)
        let type = reader.instruction.valueType.rawValue
        try pop(ValueType.i32.rawValue)
        try pop(type)
        try pop(type)
        try push(type)
    }

    // MARK: Exceptions

    private mutating func stepException(_ reader: inout InstructionReader) throws(FormatError) {
        try facts.features.require(.exceptions, at: offset, .opcode(reader.instruction.opcode))
        switch reader.instruction.opcode {
        case .throw:
            try pop(try tagParameters(reader.instruction.index))
            setUnreachable()
        case .throwRef:
            try pop(ValueType.exnref.rawValue)
            setUnreachable()
        default:
            let types = try blockTypes(reader.instruction.blockType)
            for clause in reader.catches { try checkCatch(clause) }
            try enter(.tryTable, types)
        }
    }

    private mutating func tagParameters(_ index: UInt32) throws(FormatError) -> TypeSpan {
        guard let typeIndex = facts.tags[index] else { throw error(.unknownTag, .index(index)) }
        return try signature(typeIndex).parameters
    }

    /// Checks that what a clause pushes is what the label takes.
    private mutating func checkCatch(_ clause: CatchClause) throws(FormatError) {
        var pushed = TypeSpan.empty
        if clause.kind == .one || clause.kind == .oneWithReference { pushed = try tagParameters(clause.tag) }
        var label = try label(clause.label)
        if clause.kind == .oneWithReference || clause.kind == .allWithReference {
            let types = facts.typeBytes.elements(label)
            guard label.count > 0, types[Int(label.count) - 1] == ValueType.exnref.rawValue else {
                throw error(.typeMismatch)
            }
            label.count -= 1
        }
        guard same(pushed, label) else { throw error(.typeMismatch) }
    }

    // MARK: Tables and references

    private mutating func stepTable(_ reader: inout InstructionReader) throws(FormatError) {
        let type = try tableType(reader.instruction.index)
        let i32 = ValueType.i32.rawValue
        switch reader.instruction.opcode {
        case .tableGet:
            try pop(i32)
            try push(type)
        case .tableSet:
            try pop(type)
            try pop(i32)
        case .tableGrow:
            try pop(i32)
            try pop(type)
            try push(i32)
        default:
            try pop(i32)
            try pop(type)
            try pop(i32)
        }
    }

    private mutating func stepReference(_ reader: inout InstructionReader) throws(FormatError) {
        switch reader.instruction.opcode {
        case .refNull:
            try facts.features.require(reader.instruction.valueType, at: offset)
            try push(reader.instruction.valueType.rawValue)
        case .refIsNull:
            let type = try popAny()
            guard type == Self.bottom || ValueType(rawValue: type)?.isReference == true else {
                throw mismatch(expected: ValueType.funcref.rawValue, found: type)
            }
            try push(ValueType.i32.rawValue)
        default:
            guard let isDeclared = facts.isDeclared[reader.instruction.index] else {
                throw error(.unknownFunction, .index(reader.instruction.index))
            }
            guard isDeclared else { throw error(.undeclaredFunctionReference, .index(reader.instruction.index)) }
            try push(ValueType.funcref.rawValue)
        }
    }
}
