// SPDX-License-Identifier: Apache-2.0

import WasmFormat

// Blocks and branches.

/// A block that is open.
struct ControlFrame {
    enum Kind { case function, block, loop, ifThen, ifElse, tryTable }

    var kind: Kind
    /// Where a branch to it goes: for a loop its beginning, else its end.
    var label: Int
    /// The depth of the operand stack below its parameters.
    var height: Int
    var parameterCount: Int
    var resultCount: Int
    /// Where among the parameters and results the upper halves of vectors are.
    var parameterVectors: [Int] = []
    var resultVectors: [Int] = []
    /// Where an `if` goes when the condition is zero, until there was an `else`.
    var elseLabel: Int?
    /// Whether something branches to the end.
    var isTarget = false
    /// For a `try_table`: its clauses, and the first step in it.
    var clauses: [PendingHandler] = []
    /// How many locals were known to be assigned when it was entered.
    var assignedCount = 0

    /// How many values a branch to it takes along.
    var labelArity: Int { kind == .loop ? parameterCount : resultCount }
}

/// A clause of a `try_table`, in terms of steps.
struct PendingHandler {
    var steps: Range<Int>
    var kind: CatchClause.Kind
    var tag: Int
    var label: Int
    var slot: Int
}

extension Translator {
    mutating func makeLabel() -> Int {
        labels.append(-1)
        return labels.count - 1
    }

    /// Says that a label stands here.
    mutating func place(_ label: Int) {
        labels[label] = steps.count
        barrier = steps.count
    }

    func counts(of blockType: BlockType) -> (parameters: Int, results: Int) {
        switch blockType {
        case .empty: (0, 0)
        case .value(let type): (0, type == .v128 ? 2 : 1)
        case .type(let index): (module.types[Int(index)].parameters.slotCount, module.types[Int(index)].results.slotCount)
        }
    }

    /// Opens a block, whose parameters are on the stack.
    private mutating func open(
        _ kind: ControlFrame.Kind, _ blockType: BlockType, label: Int, elseLabel: Int? = nil,
        clauses: [PendingHandler] = []
    ) {
        let (parameters, results) = counts(of: blockType)
        var frame = ControlFrame(
            kind: kind, label: label, height: operands.count - parameters, parameterCount: parameters,
            resultCount: results, elseLabel: elseLabel, clauses: clauses, assignedCount: assignment.count)
        switch blockType {
        case .empty: break
        case .value(let type): if type == .v128 { frame.resultVectors = [1] }
        case .type(let index):
            frame.parameterVectors = module.types[Int(index)].parameters.upperHalves
            frame.resultVectors = module.types[Int(index)].results.upperHalves
        }
        frames.append(frame)
    }

    mutating func becomeUnreachable() {
        isUnreachable = true
        unreachableDepth = 0
    }

    /// In code that is never reached only the nesting matters.
    mutating func translateUnreachable(_ instruction: Instruction) {
        switch instruction.opcode {
        case .block, .loop, .if, .tryTable: unreachableDepth += 1
        case .else where unreachableDepth == 0: enterElse()
        case .end where unreachableDepth == 0: endBlock()
        case .end: unreachableDepth -= 1
        default: break
        }
    }

    // MARK: Blocks

    /// Puts what stands for locals, and the block's parameters, into slots of their own: the block may change locals.
    private mutating func prepareForBlock(parameters: Int) {
        flushLocals()
        for depth in (operands.count - parameters)..<operands.count { materialize(depth: depth) }
    }

    mutating func enterBlock(_ kind: ControlFrame.Kind, _ blockType: BlockType) {
        prepareForBlock(parameters: counts(of: blockType).parameters)
        let label = makeLabel()
        open(kind, blockType, label: label)
        if kind == .loop { place(label) }
    }

    mutating func enterIf(_ blockType: BlockType) {
        let condition = popCondition()
        prepareForBlock(parameters: counts(of: blockType).parameters)
        let elseLabel = makeLabel()
        open(.ifThen, blockType, label: makeLabel(), elseLabel: elseLabel)
        addBranch(when: condition.negated, to: elseLabel, backward: false)
    }

    mutating func enterElse() {
        guard var frame = frames.popLast() else { return }
        if !isUnreachable {
            moveToLabel(count: frame.resultCount, height: frame.height)
            add(.jump(backward: false), 0, UInt64(frame.label))
            frame.isTarget = true
        }
        if let elseLabel = frame.elseLabel { place(elseLabel) }
        frame.elseLabel = nil
        frame.kind = .ifElse
        assignment.forget(downTo: frame.assignedCount)
        frames.append(frame)
        resetOperands(to: frame.height, pushing: frame.parameterCount, frame.parameterVectors)
        isUnreachable = false
    }

    mutating func enterTry(_ reader: InstructionReader) {
        prepareForBlock(parameters: counts(of: reader.instruction.blockType).parameters)
        var clauses: [PendingHandler] = []
        for clause in reader.catches {
            let position = frames.count - 1 - Int(clause.label)
            guard frames.indices.contains(position) else { continue }
            frames[position].isTarget = true
            clauses.append(
                PendingHandler(
                    steps: steps.count..<steps.count, kind: clause.kind, tag: Int(clause.tag),
                    label: frames[position].label, slot: slot(ofDepth: frames[position].height)))
            slotCount = max(slotCount, stackBase + frames[position].height + payloadCount(of: clause))
        }
        barrier = steps.count
        open(.tryTable, reader.instruction.blockType, label: makeLabel(), clauses: clauses)
    }

    private func payloadCount(of clause: CatchClause) -> Int {
        switch clause.kind {
        case .one: tagType(Int(clause.tag)).parameters.slotCount
        case .oneWithReference: tagType(Int(clause.tag)).parameters.slotCount + 1
        case .all: 0
        case .allWithReference: 1
        }
    }

    func tagType(_ index: Int) -> FunctionType { module.types[Int(module.tagTypeIndices[index])] }

    mutating func endBlock() {
        guard let frame = frames.popLast() else { return }
        if frame.kind == .function {
            endFunction(frame)
            return
        }
        assignment.forget(downTo: frame.assignedCount)
        let falls = !isUnreachable
        if falls { moveToLabel(count: frame.resultCount, height: frame.height) }
        if frame.kind == .tryTable {
            for clause in frame.clauses {
                exceptionHandlers.append(clause)
                exceptionHandlers[exceptionHandlers.count - 1].steps = clause.steps.lowerBound..<steps.count
            }
            barrier = steps.count
        }
        // An `if` without `else` goes on here too; its parameters are its results.
        if let elseLabel = frame.elseLabel { place(elseLabel) }
        let isReached = falls || frame.isTarget || frame.elseLabel != nil
        if frame.kind != .loop, frame.isTarget { place(frame.label) }
        resetOperands(to: frame.height, pushing: frame.resultCount, frame.resultVectors)
        isUnreachable = !isReached
    }

    private mutating func endFunction(_ frame: ControlFrame) {
        if !isUnreachable { addReturn() }
        guard frame.isTarget else { return }
        place(frame.label)
        resetOperands(to: 0, pushing: frame.resultCount, frame.resultVectors)
        addReturn()
    }

    private mutating func resetOperands(to height: Int, pushing count: Int, _ vectors: [Int]) {
        while operands.count > height { _ = pop() }
        for _ in 0..<count { _ = pushTemporary() }
        for upperHalf in vectors { upperHalves.append(height + upperHalf) }
    }

    /// Copies the top operands to the slots from a depth on, where a label expects them. They only move downwards, so in
    /// ascending order none is overwritten before it is read.
    private mutating func moveToLabel(count: Int, height: Int) {
        let first = operands.count - count
        if count > Self.fewValues {
            gather(count)
            if first != height { add(.copyMany, fields(slot(ofDepth: height), slot(ofDepth: first), count)) }
            return
        }
        for index in 0..<count {
            let destination = slot(ofDepth: height + index)
            if index == count - 1, case .temporary = operands[first + index], count == 1,
                lastStepMade(slot(ofDepth: first + index))
            {
                steps[steps.count - 1].retarget(to: destination)
                continue
            }
            if index == 0, count == 2, case .temporary = operands[first], isLowerHalf(first),
                lastStepMade(slot(ofDepth: first))
            {
                steps[steps.count - 1].retarget(to: destination)
                break
            }
            move(operands[first + index], at: first + index, to: destination)
        }
    }

    /// As many values as are moved one by one: a branch is two bytes, and may take a thousand along.
    private static let fewValues = 16

    /// Before a branch that may not be taken: many values are put into slots of their own, from where one step moves them.
    private mutating func gather(_ count: Int) {
        guard count > Self.fewValues else { return }
        for depth in (operands.count - count)..<operands.count { materialize(depth: depth) }
    }

    // MARK: Branches

    private func frame(_ label: Int) -> Int { frames.count - 1 - label }

    /// Whether a branch finds its values where the label wants them.
    private func needsNoMoves(_ frame: ControlFrame) -> Bool {
        let count = frame.labelArity
        guard count > 0 else { return true }
        guard operands.count - count == frame.height else { return false }
        // Many have been gathered.
        return count > Self.fewValues
            || operands.suffix(count).allSatisfy { if case .temporary = $0 { true } else { false } }
    }

    /// `br`, and `return`, which is a branch to the outermost label.
    mutating func branch(to label: Int) {
        let position = frame(label)
        if position == 0 {
            addReturn()
        } else {
            jump(to: position)
        }
        becomeUnreachable()
    }

    /// Moves values and jumps; the operands stay, for the code behind a conditional branch.
    private mutating func jump(to position: Int) {
        let target = frames[position]
        frames[position].isTarget = true
        moveToLabel(count: target.labelArity, height: target.height)
        let backward = target.kind == .loop
        if !backward, steps.count > barrier, let last = steps.last, last.operation == .copy {
            steps.removeLast()
            steps.append(
                Step(operation: .copyAndJump, word: last.word, extra: UInt64(target.label), origin: last.origin))
        } else {
            add(.jump(backward: backward), 0, UInt64(target.label))
        }
    }

    mutating func branchIf(to label: Int) {
        let condition = popCondition()
        let position = frame(label)
        if case .constant(let bits) = condition.test {
            if (bits != 0) != condition.isNegated { branch(to: label) }
            return
        }
        gather(frames[position].labelArity)
        if position > 0, needsNoMoves(frames[position]) {
            frames[position].isTarget = true
            addBranch(when: condition, to: frames[position].label, backward: frames[position].kind == .loop)
            return
        }
        let skip = makeLabel()
        addBranch(when: condition.negated, to: skip, backward: false)
        barrier = steps.count
        if position == 0 { addReturn() } else { jump(to: position) }
        place(skip)
    }

    mutating func branchTable(_ targets: [Int]) {
        let operand = pop()
        let index = slot(of: operand, at: operands.count)
        // All labels take equally many.
        if let target = targets.last { gather(frames[frame(target)].labelArity) }
        var stubs: [Int: Int] = [:]
        var list: [Int] = []
        for target in targets {
            let position = frame(target)
            if position > 0, needsNoMoves(frames[position]) {
                frames[position].isTarget = true
                list.append(frames[position].label)
            } else if let stub = stubs[target] {
                list.append(stub)
            } else {
                let stub = makeLabel()
                stubs[target] = stub
                list.append(stub)
            }
        }
        branchTables.append(list)
        add(.branchTable, fields(index, high: UInt64(list.count)), UInt64(branchTables.count - 1))
        for (target, stub) in stubs.sorted(by: { $0.value < $1.value }) {
            place(stub)
            if frame(target) == 0 { addReturn() } else { jump(to: frame(target)) }
        }
        becomeUnreachable()
    }

    /// Returns the top operands.
    mutating func addReturn() {
        let count = type.results.slotCount
        let first = operands.count - count
        if count == 1 {
            if case .constant(let bits) = operands[first], bits <= UInt64(UInt32.max) {
                add(.returnConstant, fields(linkSlot, high: bits))
            } else {
                add(.return1, fields(linkSlot, slot(of: operands[first], at: first)))
            }
            return
        }
        if count > Self.fewValues {
            gather(count)
            add(.copyMany, fields(0, slot(ofDepth: first), count))
            add(.return0, fields(linkSlot))
            return
        }
        // A result's slot may be a parameter that is another result: those are copied out of the way first.
        if count > 1 {
            for depth in first..<operands.count {
                if case .local = operands[depth] { move(operands[depth], at: depth, to: slot(ofDepth: depth)) }
            }
        }
        for index in 0..<count {
            switch operands[first + index] {
            case .constant(let bits): addConstant(bits, to: index)
            case .local, .temporary: addCopy(from: slot(ofDepth: first + index), to: index, at: first + index)
            }
        }
        add(.return0, fields(linkSlot))
    }
}
