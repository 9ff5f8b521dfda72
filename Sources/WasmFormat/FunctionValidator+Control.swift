// SPDX-License-Identifier: Apache-2.0

// Validation of the instructions that have no fixed signature: blocks, branches, calls, references and tables.

extension FunctionValidator {
    /// The instructions with a case of their own that are less frequent than those in `step`.
    @inline(never)
    mutating func stepRare(_ reader: inout InstructionReader) throws(FormatError) {
        let instruction = reader.instruction
        switch instruction.opcode {
        case .unreachable: setUnreachable()
        case .block, .loop: try enter(instruction.opcode, try blockTypes(instruction.blockType))
        case .if:
            try pop(ValueType.i32.rawValue)
            try enter(.if, try blockTypes(instruction.blockType))
        case .else: try elseBranch()
        case .br:
            try pop(try label(instruction.index))
            setUnreachable()
        case .brIf:
            let label = try label(instruction.index)
            try pop(ValueType.i32.rawValue)
            try pop(label)
            try push(label)
        case .brTable: try branchTable(&reader)
        case .return:
            try pop(functionResults)
            setUnreachable()
        case .callIndirect: try call(try indirectSignature(instruction))
        case .returnCall, .returnCallIndirect: try tailCall(instruction)
        case .select: try select()
        case .selectT: try typedSelect(instruction)
        case .throw, .throwRef, .tryTable: try stepException(&reader)
        case .tableGet, .tableSet, .tableGrow, .tableFill: try stepTable(instruction)
        case .refNull, .refIsNull, .refFunc: try stepReference(instruction)
        default: throw error(.illegalOpcode)
        }
    }

    // MARK: Blocks

    private func blockTypes(_ type: BlockType) throws(FormatError) -> ModuleFacts.Signature {
        switch type {
        case .empty: return ModuleFacts.Signature(parameters: .empty, results: .empty)
        case .value(let type):
            try facts.features.require(type, at: offset)
            return ModuleFacts.Signature(parameters: .empty, results: ModuleFacts.single(type))
        case .type(let index): return try signature(index)
        }
    }

    private mutating func enter(_ opcode: Opcode, _ types: ModuleFacts.Signature) throws(FormatError) {
        guard depth < Self.maximumDepth else { throw error(.implementationLimit, .limit(.controlStack)) }
        try pop(types.parameters)
        outerFrames.append(frame)
        depth &+= 1
        frame = Frame(
            opcode: opcode, isUnreachable: false, height: height,
            parameters: types.parameters, results: types.results)
        try push(types.parameters)
    }

    /// Leaves the innermost block, whose results are on the stack alone.
    private mutating func leave() throws(FormatError) {
        try check(frame.results)
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
        depth &-= 1
        if let outer = outerFrames.popLast() { frame = outer }
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

    private func label(_ index: UInt32) throws(FormatError) -> TypeSpan {
        if index == 0 { return frame.label }
        guard index < depth else { throw error(.unknownLabel, .index(index)) }
        return outerFrames[outerFrames.count - Int(index)].label
    }

    private var functionResults: TypeSpan { outerFrames.first?.results ?? frame.results }

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

    private mutating func indirectSignature(_ instruction: Instruction) throws(FormatError) -> ModuleFacts.Signature {
        guard try tableType(instruction.index2) == ValueType.funcref.rawValue else { throw error(.typeMismatch) }
        let signature = try signature(instruction.index)
        try pop(ValueType.i32.rawValue)
        return signature
    }

    private mutating func tailCall(_ instruction: Instruction) throws(FormatError) {
        try facts.features.require(.tailCalls, at: offset, .opcode(instruction.opcode))
        let signature =
            instruction.opcode == .returnCall
            ? try functionSignature(instruction.index) : try indirectSignature(instruction)
        try pop(signature.parameters)
        guard same(signature.results, functionResults) else { throw error(.typeMismatch) }
        setUnreachable()
    }

    private func same(_ one: TypeSpan, _ other: TypeSpan) -> Bool {
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

    private mutating func typedSelect(_ instruction: Instruction) throws(FormatError) {
        guard instruction.vectorCount == 1 else { throw error(.invalidResultArity) }
        try facts.features.require(instruction.valueType, at: offset)
        let type = instruction.valueType.rawValue
        try pop(ValueType.i32.rawValue)
        try pop(type)
        try pop(type)
        try push(type)
    }

    // MARK: Exceptions

    private mutating func stepException(_ reader: inout InstructionReader) throws(FormatError) {
        let instruction = reader.instruction
        try facts.features.require(.exceptions, at: offset, .opcode(instruction.opcode))
        switch instruction.opcode {
        case .throw:
            try pop(try tagParameters(instruction.index))
            setUnreachable()
        case .throwRef:
            try pop(ValueType.exnref.rawValue)
            setUnreachable()
        default:
            let types = try blockTypes(instruction.blockType)
            for clause in reader.catches { try checkCatch(clause) }
            try enter(.tryTable, types)
        }
    }

    private func tagParameters(_ index: UInt32) throws(FormatError) -> TypeSpan {
        guard let typeIndex = facts.tags[index] else { throw error(.unknownTag, .index(index)) }
        return try signature(typeIndex).parameters
    }

    /// Checks that what a clause pushes is what the label takes.
    private func checkCatch(_ clause: CatchClause) throws(FormatError) {
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

    private mutating func stepTable(_ instruction: Instruction) throws(FormatError) {
        let type = try tableType(instruction.index)
        let i32 = ValueType.i32.rawValue
        switch instruction.opcode {
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

    private mutating func stepReference(_ instruction: Instruction) throws(FormatError) {
        switch instruction.opcode {
        case .refNull:
            try facts.features.require(instruction.valueType, at: offset)
            try push(instruction.valueType.rawValue)
        case .refIsNull:
            let type = try popAny()
            guard type == Self.bottom || ValueType(rawValue: type)?.isReference == true else {
                throw mismatch(expected: ValueType.funcref.rawValue, found: type)
            }
            try push(ValueType.i32.rawValue)
        default:
            guard let isDeclared = facts.isDeclared[instruction.index] else {
                throw error(.unknownFunction, .index(instruction.index))
            }
            guard isDeclared else { throw error(.undeclaredFunctionReference, .index(instruction.index)) }
            try push(ValueType.funcref.rawValue)
        }
    }
}
