// SPDX-License-Identifier: Apache-2.0

// The operand stack of translation, locals and globals.

extension Translator {
    /// The slot of a local, by its number among slots of locals.
    func slot(ofLocal index: Int) -> Int {
        index < parameterCount ? index : linkSlot + 2 + index - parameterCount
    }

    /// The slot that belongs to a depth of the operand stack.
    func slot(ofDepth depth: Int) -> Int { stackBase + depth }

    mutating func push(_ operand: Operand) {
        if case .local(let index) = operand { localUses[index] += 1 }
        operands.append(operand)
        slotCount = max(slotCount, stackBase + operands.count)
    }

    /// Pushes a value that a step leaves in the slot of the depth, which is returned.
    mutating func pushTemporary() -> Int {
        let slot = slot(ofDepth: operands.count)
        push(.temporary)
        return slot
    }

    /// Takes the top operand. Validation made sure that there is one.
    mutating func pop() -> Operand {
        let operand = operands.popLast() ?? .constant(0)
        flushedDepth = min(flushedDepth, operands.count)
        if case .local(let index) = operand { localUses[index] -= 1 }
        if upperHalves.last == operands.count { upperHalves.removeLast() }
        return operand
    }

    /// The slot where an operand of a depth can be read. A constant is put into the slot of the depth first.
    mutating func slot(of operand: Operand, at depth: Int) -> Int {
        switch operand {
        case .temporary: return slot(ofDepth: depth)
        case .local(let index): return slot(ofLocal: index)
        case .constant(let bits):
            let slot = slot(ofDepth: depth)
            addConstant(bits, to: slot)
            return slot
        }
    }

    /// Puts the operand at a depth into the slot of the depth.
    mutating func materialize(depth: Int) {
        move(operands[depth], at: depth, to: slot(ofDepth: depth))
        if case .local(let index) = operands[depth] { localUses[index] -= 1 }
        operands[depth] = .temporary
    }

    /// Copies an operand to a slot, if that is not where it is. Half a vector is copied with the other one.
    mutating func move(_ operand: Operand, at depth: Int, to destination: Int) {
        switch operand {
        case .constant(let bits): addConstant(bits, to: destination)
        case .local, .temporary:
            let source = slot(of: operand, at: depth)
            if source != destination { addCopy(from: source, to: destination, at: depth) }
        }
    }

    mutating func addConstant(_ bits: UInt64, to slot: Int) {
        if bits <= UInt64(UInt32.max) {
            add(.constant32, fields(slot, high: bits))
        } else {
            add(.constant64, fields(slot), bits)
        }
    }

    /// Copies the operand at a depth: of a vector its lower half stands for the whole.
    mutating func addCopy(from source: Int, to destination: Int, at depth: Int) {
        if isUpperHalf(depth) { return }
        if isLowerHalf(depth) {
            addVectorCopy(from: source, to: destination)
        } else {
            addCopy(from: source, to: destination)
        }
    }

    mutating func addCopy(from source: Int, to destination: Int) {
        if steps.count > barrier, let last = steps.last, last.operation == .copy {
            steps.removeLast()
            steps.append(
                Step(
                    operation: .copyTwo, word: fields(last.field0, last.field1, destination, source),
                    origin: last.origin))
        } else {
            add(.copy, fields(destination, source))
        }
    }

    /// Puts operands that stand for locals into slots of their own.
    mutating func flushLocals() {
        for depth in flushedDepth..<operands.count {
            if case .local = operands[depth] { materialize(depth: depth) }
        }
        flushedDepth = operands.count
    }

    /// Whether the last step made the temporary in this slot, so that step and use may become one.
    func lastStepMade(_ slot: Int) -> Bool {
        guard steps.count > barrier, let last = steps.last else { return false }
        return last.destination == slot
    }

    mutating func getLocal(_ index: Int) {
        // So that whoever looks for uses of a local need not look far.
        if operands.count - flushedDepth > 512 { flushLocals() }
        let local = position(ofLocal: index)
        assignment.read(local)
        if isVectorLocal(index) {
            assignment.read(local + 1)
            pushVector(.local(local))
        } else {
            push(.local(local))
        }
    }

    /// `local.set`, or `local.tee` when `keep`.
    mutating func setLocal(_ local: Int, keep: Bool) {
        let index = position(ofLocal: local)
        if isVectorLocal(local) { return setVectorLocal(index, keep: keep) }
        assignment.write(index)
        let operand = pop()
        let destination = slot(ofLocal: index)
        let source = slot(ofDepth: operands.count)
        if case .temporary = operand, lastStepMade(source) {
            // The step writes the local instead. What still stands for the local's old value is copied before it.
            let step = steps.removeLast()
            saveUses(ofLocal: index)
            steps.append(step)
            steps[steps.count - 1].retarget(to: destination)
            if keep { push(.local(index)) }
            return
        }
        if case .local(index) = operand {
            if keep { push(operand) }
            return
        }
        saveUses(ofLocal: index)
        move(operand, at: operands.count, to: destination)
        // The temporary stays where it was and the local is as good: take the one that other steps can forward.
        if keep { push(operand) }
    }

    /// Gives operands that stand for a local's value slots of their own, because the local is about to change.
    mutating func saveUses(ofLocal index: Int) {
        guard localUses[index] > 0 else { return }
        for depth in flushedDepth..<operands.count {
            if case .local(index) = operands[depth] { materialize(depth: depth) }
        }
    }

    mutating func globalGet(_ index: Int) {
        if module.globals[index].valueType == .v128 { return vectorGlobalGet(index) }
        let imported = module.importedGlobalCount
        let slot = pushTemporary()
        if index < imported {
            add(.importedGlobalGet, fields(slot, high: UInt64(index)))
        } else {
            add(.globalGet, fields(slot, high: UInt64(code.globalPositions[index - imported])))
        }
    }

    mutating func globalSet(_ index: Int) {
        if module.globals[index].valueType == .v128 { return vectorGlobalSet(index) }
        let imported = module.importedGlobalCount
        let operand = pop()
        let slot = slot(of: operand, at: operands.count)
        if index < imported {
            add(.importedGlobalSet, fields(slot, high: UInt64(index)))
        } else {
            add(.globalSet, fields(slot, high: UInt64(code.globalPositions[index - imported])))
        }
    }
}
