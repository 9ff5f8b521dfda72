// SPDX-License-Identifier: Apache-2.0

// Validates function bodies in one pass: the specification's algorithm ("Appendix: Validation Algorithm") over flat
// stacks. Instructions with a fixed signature are checked from their row of the opcode table; the rest has a case here
// or in FunctionValidator+Control.swift.

/// Validates one function after the other over the same stacks.
struct FunctionValidator: ~Copyable {
    /// A block that was entered.
    struct Frame {
        /// The instruction that opened it; `end` stands for the function itself.
        var opcode: Opcode
        /// Whether the rest of it cannot be reached, so that its stack holds whatever is asked of it.
        var isUnreachable: Bool
        /// The height of the operand stack where it starts.
        var height: Int
        var parameters: TypeSpan
        var results: TypeSpan

        /// What a branch to it takes.
        var label: TypeSpan { opcode == .loop ? parameters : results }
    }

    /// The type of an operand that an unreachable instruction would have left: any.
    static let bottom: UInt8 = 0
    /// The most operands that a function may have on its stack.
    static let maximumOperands = 1 << 16
    /// The most blocks that may be open.
    static let maximumDepth = 1 << 16
    /// How many locals have their types laid out one by one; the types of later ones are searched for.
    private static let expandedLocals = 4096

    let facts: ModuleFacts
    private let bytes: UnsafeBufferPointer<UInt8>

    /// The operands' types, the deepest first.
    private let stack = UnsafeMutablePointer<UInt8>.allocate(capacity: maximumOperands)
    private(set) var height = 0
    /// The innermost frame, whose outer ones are in `outerFrames`. Depth zero: none, the function has ended.
    var frame = Frame(opcode: .end, isUnreachable: false, height: 0, parameters: .empty, results: .empty)
    var outerFrames: [Frame] = []
    var depth: UInt32 = 0

    private let locals = UnsafeMutablePointer<UInt8>.allocate(capacity: expandedLocals)
    private var localCount: UInt32 = 0
    /// For a function with more locals than are expanded: the end of each run, and its type.
    private var farLocals: [(end: UInt32, type: UInt8)] = []

    /// The offset of the instruction being validated.
    private(set) var offset = 0

    init(_ facts: consuming ModuleFacts, _ bytes: UnsafeBufferPointer<UInt8>) {
        self.facts = facts
        self.bytes = bytes
    }

    deinit {
        stack.deallocate()
        locals.deallocate()
    }

    /// Validates a body. `runs` are its local declarations.
    mutating func validate(_ body: FunctionBody, _ runs: ArraySlice<LocalRun>) throws(FormatError) {
        guard let signature = facts.signatures[body.typeIndex] else {
            throw FormatError(.unknownType, at: body.code.lowerBound, .index(body.typeIndex))
        }
        setLocals(signature.parameters, runs)
        height = 0
        depth = 1
        frame = Frame(
            opcode: .end, isUnreachable: false, height: 0, parameters: .empty, results: signature.results)
        outerFrames.removeAll(keepingCapacity: true)

        var reader = InstructionReader(bytes, body.code)
        reader.hasSingleMemory = !facts.features.contains(.multiMemory)
        while depth > 0 {
            try reader.next()
            offset = reader.instruction.offset
            try step(&reader)
        }
        guard reader.isAtEnd else { throw FormatError(.sectionSizeMismatch, at: reader.position) }
    }

    @inline(__always)
    private mutating func step(_ reader: inout InstructionReader) throws(FormatError) {
        let entry = reader.entry
        if _slowPath(entry.opcode.rawValue >= 0x200) { try requireFeature(of: entry.opcode) }
        switch entry.check {
        case .none: break
        case .memoryArgument: try checkMemoryArgument(reader.instruction, entry)
        case .other: try checkImmediates(reader.instruction, entry)
        }
        switch entry.shape {
        case .special: try stepSpecial(&reader)
        case .pop0Push0: break
        case .pop0Push1: try push(entry.result)
        case .pop1Push0: try pop(UInt8(truncatingIfNeeded: entry.parameters))
        case .pop1Push1:
            let parameter = UInt8(truncatingIfNeeded: entry.parameters)
            if _fastPath(height > frame.height && stack[height &- 1] == parameter) {
                stack[height &- 1] = entry.result
            } else {
                try pop(parameter)
                try push(entry.result)
            }
        case .pop2Push0: try popTwo(entry.parameters)
        case .pop2Push1:
            try popTwo(entry.parameters)
            try push(entry.result)
        case .pop3Push0: try popThree(entry.parameters)
        case .pop3Push1:
            try popThree(entry.parameters)
            try push(entry.result)
        case .invalid: throw FormatError(.illegalOpcode, at: offset)
        }
    }

    @inline(__always)
    private mutating func stepSpecial(_ reader: inout InstructionReader) throws(FormatError) {
        let instruction = reader.instruction
        switch instruction.opcode {
        case .localGet: try push(try local(instruction.index))
        case .localSet: try pop(try local(instruction.index))
        case .localTee:
            let type = try local(instruction.index)
            try pop(type)
            try push(type)
        case .drop: _ = try popAny()
        case .globalGet: try push(try global(instruction.index).type)
        case .globalSet:
            let global = try global(instruction.index)
            guard global.isMutable else { throw error(.globalIsImmutable, .index(instruction.index)) }
            try pop(global.type)
        case .call: try call(try functionSignature(instruction.index))
        case .end: try end()
        default: try stepRare(&reader)
        }
    }

    // MARK: Operands

    @inline(__always)
    mutating func push(_ type: UInt8) throws(FormatError) {
        guard _fastPath(height < Self.maximumOperands) else { throw stackOverflow() }
        stack[height] = type
        height &+= 1
    }

    mutating func push(_ span: TypeSpan) throws(FormatError) {
        let count = Int(span.count)
        guard count <= Self.maximumOperands - height else { throw stackOverflow() }
        (stack + height).update(from: facts.typeBytes.elements(span), count: count)
        height &+= count
    }

    @inline(__always)
    mutating func pop(_ type: UInt8) throws(FormatError) {
        if _fastPath(height > frame.height && stack[height &- 1] == type) {
            height &-= 1
        } else {
            try popSlowly(type)
        }
    }

    @inline(never)
    private mutating func popSlowly(_ type: UInt8) throws(FormatError) {
        guard height > frame.height else {
            if frame.isUnreachable { return }
            throw mismatch(expected: type, found: nil)
        }
        let found = stack[height &- 1]
        guard found == type || found == Self.bottom || type == Self.bottom else {
            throw mismatch(expected: type, found: found)
        }
        height &-= 1
    }

    /// Pops a value of any type and says which.
    @inline(__always)
    mutating func popAny() throws(FormatError) -> UInt8 {
        guard _fastPath(height > frame.height) else {
            if frame.isUnreachable { return Self.bottom }
            throw error(.typeMismatch, .stackEmpty)
        }
        height &-= 1
        return stack[height]
    }

    @inline(__always)
    private mutating func popTwo(_ types: UInt32) throws(FormatError) {
        if _fastPath(
            height &- frame.height >= 2
                && UnsafeRawPointer(stack + (height &- 2)).loadUnaligned(as: UInt16.self).littleEndian
                    == UInt16(truncatingIfNeeded: types))
        {
            height &-= 2
        } else {
            try pop(UInt8(truncatingIfNeeded: types >> 8))
            try pop(UInt8(truncatingIfNeeded: types))
        }
    }

    @inline(__always)
    private mutating func popThree(_ types: UInt32) throws(FormatError) {
        try pop(UInt8(truncatingIfNeeded: types >> 16))
        try popTwo(types & 0xffff)
    }

    /// Pops values of these types, the last from the top.
    mutating func pop(_ span: TypeSpan) throws(FormatError) {
        let count = Int(span.count)
        try check(span)
        height = max(height &- count, frame.height)
    }

    /// Checks that values of these types are on the stack, without popping them.
    func check(_ span: TypeSpan) throws(FormatError) {
        let types = facts.typeBytes.elements(span)
        var index = Int(span.count)
        var place = height
        // Eight at a time where nothing is unknown: a type of a thousand results is cheap to write in a module.
        while index >= 8, place &- frame.height >= 8 {
            let wanted = UnsafeRawPointer(types + (index &- 8)).loadUnaligned(as: UInt64.self)
            let found = UnsafeRawPointer(stack + (place &- 8)).loadUnaligned(as: UInt64.self)
            guard wanted == found else { break }
            index &-= 8
            place &-= 8
        }
        while index > 0 {
            index &-= 1
            guard place > frame.height else {
                if frame.isUnreachable { return }
                throw mismatch(expected: types[index], found: nil)
            }
            place &-= 1
            let found = stack[place]
            guard found == types[index] || found == Self.bottom else {
                throw mismatch(expected: types[index], found: found)
            }
        }
    }

    /// Forgets the operands of the innermost block: what follows is unreachable.
    mutating func setUnreachable() {
        height = frame.height
        frame.isUnreachable = true
    }

    /// Drops the operands above `height`, for an `else` that starts afresh.
    mutating func truncate(to height: Int) { self.height = height }

    // MARK: Locals

    private mutating func setLocals(_ parameters: TypeSpan, _ runs: ArraySlice<LocalRun>) {
        var count = Int(parameters.count)
        locals.update(from: facts.typeBytes.elements(parameters), count: count)
        farLocals.removeAll(keepingCapacity: true)
        localCount = parameters.count
        for run in runs {
            localCount &+= run.count
            let expanded = min(Int(run.count), Self.expandedLocals &- count)
            (locals + count).update(repeating: run.type.rawValue, count: expanded)
            count &+= expanded
            if localCount > Self.expandedLocals { farLocals.append((localCount, run.type.rawValue)) }
        }
    }

    @inline(__always)
    func local(_ index: UInt32) throws(FormatError) -> UInt8 {
        guard _fastPath(index < localCount) else { throw error(.unknownLocal, .index(index)) }
        return _fastPath(index < Self.expandedLocals) ? locals[Int(index)] : farLocal(index)
    }

    @inline(never)
    private func farLocal(_ index: UInt32) -> UInt8 {
        var low = 0
        var high = farLocals.count - 1
        while low < high {
            let middle = (low + high) / 2
            if index < farLocals[middle].end { high = middle } else { low = middle + 1 }
        }
        return farLocals[low].type
    }

    // MARK: What the module has

    @inline(__always)
    func global(_ index: UInt32) throws(FormatError) -> ModuleFacts.Global {
        guard let global = facts.globals[index] else { throw error(.unknownGlobal, .index(index)) }
        return global
    }

    @inline(__always)
    func signature(_ typeIndex: UInt32) throws(FormatError) -> ModuleFacts.Signature {
        guard let signature = facts.signatures[typeIndex] else { throw error(.unknownType, .index(typeIndex)) }
        return signature
    }

    @inline(__always)
    func functionSignature(_ index: UInt32) throws(FormatError) -> ModuleFacts.Signature {
        guard let typeIndex = facts.functions[index] else { throw error(.unknownFunction, .index(index)) }
        return try signature(typeIndex)
    }

    func tableType(_ index: UInt32) throws(FormatError) -> UInt8 {
        guard let type = facts.tables[index] else { throw error(.unknownTable, .index(index)) }
        return type
    }

    func elementType(_ index: UInt32) throws(FormatError) -> UInt8 {
        guard let type = facts.elements[index] else { throw error(.unknownElementSegment, .index(index)) }
        return type
    }

    // MARK: Errors

    /// An error about the instruction being validated.
    func error(_ code: FormatError.Code, _ detail: FormatError.Detail = .none) -> FormatError {
        FormatError(code, at: offset, detail)
    }

    @inline(never)
    func mismatch(expected: UInt8, found: UInt8?) -> FormatError {
        guard let expected = ValueType(rawValue: expected) else { return error(.typeMismatch, .stackEmpty) }
        return error(.typeMismatch, .types(expected: expected, found: found.flatMap(ValueType.init(rawValue:))))
    }

    @inline(never)
    private func stackOverflow() -> FormatError { error(.implementationLimit, .limit(.operandStack)) }
}
