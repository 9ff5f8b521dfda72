// SPDX-License-Identifier: Apache-2.0

import WasmFormat

// A validated function body to steps, in one pass.
//
// The operand stack exists at translation time only: each operand is a local, a constant, or a temporary that lies in the
// slot that belongs to its depth. So `local.get`, `i32.const` and most `local.set` cost nothing. Where control flow
// meets, operands are in their own slots. Steps that fit together become one as they are added, looking back no further
// than the last label.

/// What is at some depth of the operand stack.
enum Operand {
    /// A value in the slot that belongs to the depth.
    case temporary
    /// The value of a local, not changed since.
    case local(Int)
    /// A constant's bits.
    case constant(UInt64)

    var isConstant: Bool { if case .constant = self { true } else { false } }
}

struct Translator {
    let code: ModuleCode
    let module: Module
    let type: FunctionType
    let body: FunctionBody
    /// Where the return address lies: after parameters and results, whichever are more.
    let linkSlot: Int
    /// The number of slots of locals, parameters included.
    let localCount: Int
    /// How many of them are the parameters'.
    let parameterCount: Int
    /// Where each local's slots begin among them, and the end; empty when each has one.
    let localPositions: [Int32]
    /// Vector constants that loops use: they lie behind the locals from the function's beginning on.
    let keptConstants: [VectorConstant]
    /// The slot of the deepest operand.
    let stackBase: Int

    var steps: [Step] = []
    /// The step each label stands before; -1 until that is known.
    var labels: [Int] = []
    var branchTables: [[Int]] = []
    /// The two words of each shuffle and each vector constant.
    var vectorConstants: [VectorConstant] = []
    /// The operand stack, a slot each: a vector is two.
    var operands: [Operand] = []
    /// Below this depth no operand stands for a local.
    var flushedDepth = 0
    /// The depths of vectors' upper halves, ascending.
    var upperHalves: [Int] = []
    /// How many operands stand for each slot of locals.
    var localUses: [Int32]
    var assignment: LocalAssignment
    var frames: [ControlFrame] = []
    var exceptionHandlers: [PendingHandler] = []
    /// Steps before this one must stay as they are: a label stands behind them.
    var barrier = 0
    /// Whether the code here is never reached, and so is not translated.
    var isUnreachable = false
    /// How many blocks deep within unreachable code.
    var unreachableDepth = 0
    /// The most slots that a frame was seen to need.
    var slotCount: Int
    /// The offset in the module of the instruction that is being translated.
    var origin: UInt32 = 0

    /// Translates a defined function; nil when its frame has more slots than 16 bits can number.
    static func translate(_ index: Int, of code: ModuleCode) -> TranslatedFunction? {
        guard code.module.bodies.indices.contains(index) else { return nil }
        var translator = Translator(index, code)
        guard translator.slotCount <= maximumSlots else { return nil }
        translator.translateBody()
        return translator.finish(index)
    }

    static let maximumSlots = 65_535

    private init(_ index: Int, _ code: ModuleCode) {
        self.code = code
        module = code.module
        body = module.bodies[index]
        type = module.types[Int(body.typeIndex)]
        parameterCount = type.parameters.slotCount
        linkSlot = max(parameterCount, type.results.slotCount)
        var count = parameterCount
        for run in module.localRuns[body.localRuns] { count += Int(run.count) * (run.type == .v128 ? 2 : 1) }
        localCount = count
        localPositions = Self.localPositions(type, module.localRuns[body.localRuns])
        keptConstants = Self.constantsInLoops(body, module)
        count += keptConstants.count * 2
        stackBase = linkSlot + 2 + count - parameterCount
        slotCount = stackBase
        localUses = [Int32](repeating: 0, count: count <= Self.maximumSlots ? count : 0)
        assignment = LocalAssignment(parameters: parameterCount, count: localUses.count)
        steps.reserveCapacity(body.code.count / 2 + 8)
    }

    private mutating func translateBody() {
        frames.append(
            ControlFrame(
                kind: .function, label: makeLabel(), height: 0, parameterCount: 0, resultCount: type.results.slotCount,
                resultVectors: type.results.upperHalves))
        addKeptConstants()
        barrier = steps.count
        // The module's bytes outlive the reader: `module` is a copy of the module that holds them.
        module.bytes.withUnsafeBufferPointer { bytes in
            var reader = InstructionReader(bytes, body.code)
            while !reader.isAtEnd, (try? reader.next()) != nil {
                origin = UInt32(truncatingIfNeeded: reader.instruction.offset)
                translate(reader)
            }
        }
    }

    private mutating func finish(_ index: Int) -> TranslatedFunction? {
        guard slotCount <= Self.maximumSlots else { return nil }
        useAccumulators()
        // Twice: what became one step may be half of another pair.
        fusePairs()
        fusePairs()
        addZeroes()
        let writer = CodeWriter(
            steps: steps, labels: labels, branchTables: branchTables, vectorConstants: vectorConstants, code: code)
        let (words, count, origins) = writer.write()
        #if NETWASI_COUNT
            StepCounts.add(
                function: module.importedFunctionCount + index, steps: steps,
                positions: steps.indices.map(writer.position(ofStep:)) + [count], labels: labels, code: words)
        #endif
        let handlers = exceptionHandlers.map { pending in
            ExceptionHandler(
                range: writer.position(
                    ofStep: pending.steps.lowerBound)..<writer.position(ofStep: pending.steps.upperBound),
                kind: pending.kind, tag: pending.tag, target: writer.position(ofLabel: pending.label),
                slot: pending.slot)
        }
        return TranslatedFunction(
            index: module.importedFunctionCount + index, code: words, count: count, frameSlots: slotCount,
            linkSlot: linkSlot, origins: origins, handlers: handlers)
    }

    /// One instruction.
    private mutating func translate(_ reader: InstructionReader) {
        let instruction = reader.instruction
        if isUnreachable {
            translateUnreachable(instruction)
            return
        }
        switch instruction.opcode {
        case .unreachable:
            add(.unreachable, 0)
            becomeUnreachable()
        case .nop: break
        case .block: enterBlock(.block, instruction.blockType)
        case .loop: enterBlock(.loop, instruction.blockType)
        case .if: enterIf(instruction.blockType)
        case .else: enterElse()
        case .tryTable: enterTry(reader)
        case .end: endBlock()
        case .br: branch(to: Int(instruction.index))
        case .brIf: branchIf(to: Int(instruction.index))
        case .brTable: branchTable(reader.labels.map(Int.init))
        case .return: branch(to: frames.count - 1)
        case .throw: throwTag(Int(instruction.index))
        case .throwRef:
            add(.rare(.throwReference), fields(slot(of: pop(), at: operands.count)))
            becomeUnreachable()
        case .call: call(Int(instruction.index))
        case .callIndirect: callIndirect(type: Int(instruction.index), table: Int(instruction.index2))
        case .returnCall: returnCall(Int(instruction.index))
        case .returnCallIndirect: returnCallIndirect(type: Int(instruction.index), table: Int(instruction.index2))
        case .drop: _ = topIsVector ? popVector() : pop()
        case .select, .selectT: isUpperHalf(operands.count - 2) ? vectorSelect() : select()
        case .localGet: getLocal(Int(instruction.index))
        case .localSet: setLocal(Int(instruction.index), keep: false)
        case .localTee: setLocal(Int(instruction.index), keep: true)
        case .globalGet: globalGet(Int(instruction.index))
        case .globalSet: globalSet(Int(instruction.index))
        case .i32Const, .i64Const, .f32Const, .f64Const: push(.constant(instruction.bits))
        case .refNull: push(.constant(0))
        case .refIsNull: compare(.i64Eq, withConstant: 0)
        case .i32Eqz: equalsZero(.i32Eq)
        case .i64Eqz: equalsZero(.i64Eq)
        case .i64ExtendI32U, .i32ReinterpretF32, .i64ReinterpretF64, .f32ReinterpretI32, .f64ReinterpretI64:
            break  // The slot's bits are the same.
        default: translateByTable(instruction)
        }
    }

    /// Instructions that come in families, found by their numbers.
    private mutating func translateByTable(_ instruction: Instruction) {
        let number = instruction.opcode.rawValue
        if let operation = LoadOperation(instruction.opcode) {
            access(instruction.index) { $0.load(operation, offset: instruction.memoryOffset) }
        } else if let operation = StoreOperation(instruction.opcode) {
            access(instruction.index) { $0.store(operation, offset: instruction.memoryOffset) }
        } else if let operation = BinaryOperation(rawValue: number) {
            binary(operation)
        } else if let operation = CompareOperation(rawValue: number) {
            compare(operation)
        } else if let operation = UnaryOperation(rawValue: number) {
            unary(.unary(operation))
        } else if let operation = TruncationOperation(rawValue: number) {
            unary(.truncation(operation))
        } else if let operation = DivisionOperation(rawValue: number) {
            division(operation)
        } else if number >= Opcode.v128Load.rawValue {
            let memory = VectorShape(instruction.opcode).accessesMemory ? instruction.index : 0
            access(memory) { $0.vector(instruction) }
        } else if let operation = AtomicOperation(instruction.opcode) {
            atomic(operation, instruction)
        } else {
            rare(instruction)
        }
    }

    /// Adds a step.
    mutating func add(_ operation: Operation, _ word: UInt64, _ extra: UInt64 = 0) {
        steps.append(Step(operation: operation, word: word, extra: extra, origin: origin))
    }
}
