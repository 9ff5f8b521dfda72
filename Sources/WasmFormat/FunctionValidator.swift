// SPDX-License-Identifier: Apache-2.0

// Validates function bodies in one pass: the specification's algorithm ("Appendix: Validation Algorithm") over flat
// stacks. Instructions with a fixed signature are checked from their row of the opcode table; the rest has a case here
// or in FunctionValidator+Control.swift.

/// Validates one function after the other over the same stacks.
///
/// Its methods are mutating even where they change nothing: for a borrow of a noncopyable struct the compiler copies
/// the whole struct to the stack (Swift 6.3), once per instruction here.
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
    private static let expandedLocals = 1024

    let facts: ModuleFacts
    private let bytes: UnsafeBufferPointer<UInt8>

    /// The operands' types, the deepest first.
    private let stack = UnsafeMutablePointer<UInt8>.allocate(capacity: maximumOperands)
    private(set) var height = 0
    /// The innermost frame.
    var frame = Frame(opcode: .end, isUnreachable: false, height: 0, parameters: .empty, results: .empty)
    /// The frames around it, the function's first.
    private let outerFrames = UnsafeMutablePointer<Frame>.allocate(capacity: maximumDepth)
    /// How many frames there are, the innermost included. Zero: the function has ended.
    private(set) var depth: UInt32 = 0

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
        outerFrames.deallocate()
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

        var reader = InstructionReader(bytes, body.code)
        reader.hasSingleMemory = !facts.features.contains(.multiMemory)
        while depth > 0 {
            try reader.nextOpcode()
            offset = reader.instruction.offset
            if reader.instruction.opcode == .localGet {
                // More than a quarter of all instructions: a branch of its own is better foreseen than the jump.
                try push(try local(try reader.readIndex()))
            } else {
                try step(&reader)
            }
        }
        guard reader.isAtEnd else { throw FormatError(.sectionSizeMismatch, at: reader.position) }
    }

    /// Reads the immediates of an instruction and validates it.
    @inline(__always)
    private mutating func step(_ reader: inout InstructionReader) throws(FormatError) {
        let entry = reader.entry
        switch entry.pointee.action {
        case .localSet: try pop(try local(try reader.readIndex()))
        case .localTee:
            let type = try local(try reader.readIndex())
            try pop(type)
            try push(type)
        case .i32Const:
            try reader.readI32()
            try push(ValueType.i32.rawValue)
        case .unary:
            try pop(UInt8(truncatingIfNeeded: entry.pointee.parameters))
            try push(entry.pointee.result)
        case .binary:
            try popTwo(entry.pointee.parameters)
            try push(entry.pointee.result)
        case .load:
            try memoryArgument(&reader)
            try pop(UInt8(truncatingIfNeeded: entry.pointee.parameters))
            try push(entry.pointee.result)
        case .store:
            try memoryArgument(&reader)
            try popTwo(entry.pointee.parameters)
        case .block:
            try reader.readBlockType()
            try enter(reader.instruction.opcode, try blockTypes(reader.instruction.blockType))
        case .end: try end()
        case .brIf: try branchIf(try reader.readIndex())
        case .call: try call(try functionSignature(try reader.readIndex()))
        case .fixed: try stepFixed(&reader)
        case .special:
            try reader.readImmediates()
            try stepSpecial(&reader)
        case .invalid: throw error(.illegalOpcode)
        }
    }

    @inline(__always)
    private mutating func memoryArgument(_ reader: inout InstructionReader) throws(FormatError) {
        try reader.readMemoryArgument()
        try checkMemoryArgument(
            memory: reader.instruction.index, alignment: reader.instruction.index2,
            reader.entry.pointee.accessExponent)
    }

    /// Validates an instruction from its row alone.
    @inline(never)
    private mutating func stepFixed(_ reader: inout InstructionReader) throws(FormatError) {
        let entry = reader.entry.pointee
        if entry.opcode.rawValue >= 0x200 { try requireFeature(of: entry.opcode) }
        try reader.readImmediates()
        try checkImmediates(&reader, entry)
        var count = UInt32(entry.parameterCount)
        while count > 0 {
            count -= 1
            try pop(UInt8(truncatingIfNeeded: entry.parameters >> (8 * count)))
        }
        if entry.result != 0 { try push(entry.result) }
    }

    // MARK: Operands

    @inline(__always)
    mutating func push(_ type: UInt8) throws(FormatError) {
        guard _fastPath(height < Self.maximumOperands) else { throw stackOverflow() }
        stack[height] = type
        height &+= 1
    }

    @inline(__always)
    mutating func push(_ span: TypeSpan) throws(FormatError) {
        switch span.count {
        case 0: break
        case 1: try push(facts.typeBytes.elements(span).pointee)
        default: try pushAll(span)
        }
    }

    private mutating func pushAll(_ span: TypeSpan) throws(FormatError) {
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
                    == UInt16(truncatingIfNeeded: types)
        ) {
            height &-= 2
        } else {
            try pop(UInt8(truncatingIfNeeded: types >> 8))
            try pop(UInt8(truncatingIfNeeded: types))
        }
    }

    /// Pops values of these types, the last from the top.
    @inline(__always)
    mutating func pop(_ span: TypeSpan) throws(FormatError) {
        switch span.count {
        case 0: break
        case 1: try pop(facts.typeBytes.elements(span).pointee)
        default:
            try check(span)
            height = max(height &- Int(span.count), frame.height)
        }
    }

    /// Checks that values of these types are on the stack, without popping them.
    mutating func check(_ span: TypeSpan) throws(FormatError) {
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

    // MARK: Frames

    @inline(__always)
    mutating func push(_ inner: Frame) throws(FormatError) {
        guard depth < Self.maximumDepth else { throw error(.implementationLimit, .limit(.controlStack)) }
        outerFrames[Int(depth) - 1] = frame
        frame = inner
        depth &+= 1
    }

    @inline(__always)
    mutating func popFrame() {
        depth &-= 1
        if depth > 0 { frame = outerFrames[Int(depth) - 1] }
    }

    /// The frame that a label means.
    @inline(__always)
    mutating func frame(ofLabel index: UInt32) throws(FormatError) -> Frame {
        if index == 0 { return frame }
        guard index < depth else { throw error(.unknownLabel, .index(index)) }
        return outerFrames[Int(depth &- 1 &- index)]
    }

    /// What the function returns.
    var functionResults: TypeSpan { mutating get { depth > 1 ? outerFrames[0].results : frame.results } }

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
    mutating func local(_ index: UInt32) throws(FormatError) -> UInt8 {
        guard _fastPath(index < localCount) else { throw error(.unknownLocal, .index(index)) }
        return _fastPath(index < Self.expandedLocals) ? locals[Int(index)] : farLocal(index)
    }

    @inline(never)
    private mutating func farLocal(_ index: UInt32) -> UInt8 {
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
    mutating func global(_ index: UInt32) throws(FormatError) -> ModuleFacts.Global {
        guard let global = facts.globals[index] else { throw error(.unknownGlobal, .index(index)) }
        return global
    }

    @inline(__always)
    mutating func signature(_ typeIndex: UInt32) throws(FormatError) -> ModuleFacts.Signature {
        guard let signature = facts.signatures[typeIndex] else { throw error(.unknownType, .index(typeIndex)) }
        return signature
    }

    @inline(__always)
    mutating func functionSignature(_ index: UInt32) throws(FormatError) -> ModuleFacts.Signature {
        guard let typeIndex = facts.functions[index] else { throw error(.unknownFunction, .index(index)) }
        return try signature(typeIndex)
    }

    mutating func tableType(_ index: UInt32) throws(FormatError) -> UInt8 {
        guard let type = facts.tables[index] else { throw error(.unknownTable, .index(index)) }
        return type
    }

    mutating func elementType(_ index: UInt32) throws(FormatError) -> UInt8 {
        guard let type = facts.elements[index] else { throw error(.unknownElementSegment, .index(index)) }
        return type
    }

    // MARK: Errors

    /// An error about the instruction being validated.
    mutating func error(_ code: FormatError.Code, _ detail: FormatError.Detail = .none) -> FormatError {
        FormatError(code, at: offset, detail)
    }

    @inline(never)
    mutating func mismatch(expected: UInt8, found: UInt8?) -> FormatError {
        guard let expected = ValueType(rawValue: expected) else { return error(.typeMismatch, .stackEmpty) }
        return error(.typeMismatch, .types(expected: expected, found: found.flatMap(ValueType.init(rawValue:))))
    }

    @inline(never)
    private mutating func stackOverflow() -> FormatError { error(.implementationLimit, .limit(.operandStack)) }
}
