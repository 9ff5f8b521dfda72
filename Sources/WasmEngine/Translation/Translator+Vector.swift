// SPDX-License-Identifier: Apache-2.0

import WasmFormat

// Vectors on the operand stack and in locals. A vector is two operands, one for each of its slots, so that whatever
// counts or moves operands sees slots only; `upperHalves` tells where the vectors are. Constants of vectors are
// temporaries.

extension Translator {
    /// Whether the operand at a depth is the upper half of a vector.
    func isUpperHalf(_ depth: Int) -> Bool {
        guard let last = upperHalves.last, last >= depth else { return false }
        if last == depth { return true }
        var low = 0
        var high = upperHalves.count
        while low < high {
            let middle = (low + high) / 2
            if upperHalves[middle] < depth { low = middle + 1 } else { high = middle }
        }
        return upperHalves[low] == depth
    }

    /// Whether the operand at a depth is the lower half of a vector.
    func isLowerHalf(_ depth: Int) -> Bool { isUpperHalf(depth + 1) }

    /// Whether the top operand is a vector.
    var topIsVector: Bool { isUpperHalf(operands.count - 1) }

    mutating func pushVector(_ lower: Operand) {
        push(lower)
        if case .local(let slot) = lower { push(.local(slot + 1)) } else { push(.temporary) }
        upperHalves.append(operands.count - 1)
    }

    /// Pushes a vector that a step leaves in the slots of the depth, of which the first is returned.
    mutating func pushVectorTemporary() -> Int {
        let slot = slot(ofDepth: operands.count)
        pushVector(.temporary)
        return slot
    }

    /// Takes the vector on top; its lower half.
    mutating func popVector() -> Operand {
        _ = pop()
        return pop()
    }

    /// Takes the vector on top; the slot where it can be read.
    private mutating func popVectorSlot() -> Int {
        let operand = popVector()
        return slot(of: operand, at: operands.count)
    }

    /// Pushes what a call or a block leaves.
    mutating func pushTemporaries(_ types: [ValueType]) {
        for type in types { _ = type == .v128 ? pushVectorTemporary() : pushTemporary() }
    }

    mutating func addVectorCopy(from source: Int, to destination: Int) {
        add(.vector(.copy), fields(destination, source))
    }

    // MARK: Constants

    /// The vector constants within loops, up to as many as are worth their slots.
    static func constantsInLoops(_ body: FunctionBody, _ module: Module) -> [VectorConstant] {
        module.bytes.withUnsafeBufferPointer { bytes in
            guard bytes[body.code].contains(0xfd) else { return [] }
            var constants: [VectorConstant] = []
            // Of the blocks that are open, which are loops.
            var blocks: [Bool] = []
            var loops = 0
            var reader = InstructionReader(bytes, body.code)
            while !reader.isAtEnd, constants.count < 32, (try? reader.next()) != nil {
                switch reader.instruction.opcode {
                case .block, .if, .tryTable: blocks.append(false)
                case .loop:
                    blocks.append(true)
                    loops += 1
                case .end: if blocks.popLast() == true { loops -= 1 }
                case .v128Const where loops > 0:
                    let constant = VectorConstant(low: reader.instruction.bits, high: reader.instruction.bits2)
                    if !constants.contains(constant) { constants.append(constant) }
                default: break
                }
            }
            return constants
        }
    }

    mutating func addKeptConstants() {
        for (index, constant) in keptConstants.enumerated() {
            vectorConstants.append(constant)
            add(.vector(.constant), fields(slot(ofLocal: localCount + index * 2)), UInt64(index))
        }
    }

    // MARK: Variables

    /// Numbers locals by slots, if there are vectors among them.
    static func localPositions(_ type: FunctionType, _ runs: ArraySlice<LocalRun>) -> [Int32] {
        guard type.parameters.contains(.v128) || runs.contains(where: { $0.type == .v128 }) else { return [] }
        var positions: [Int32] = []
        var position: Int32 = 0
        for type in type.parameters {
            positions.append(position)
            position += type == .v128 ? 2 : 1
        }
        for run in runs {
            for _ in 0..<run.count where position <= maximumSlots {
                positions.append(position)
                position += run.type == .v128 ? 2 : 1
            }
        }
        positions.append(position)
        return positions
    }

    /// The number by slots of a local.
    func position(ofLocal index: Int) -> Int { localPositions.isEmpty ? index : Int(localPositions[index]) }

    func isVectorLocal(_ index: Int) -> Bool {
        !localPositions.isEmpty && localPositions[index + 1] - localPositions[index] == 2
    }

    /// `local.set` of a vector, or `local.tee` when `keep`; the local by its number by slots.
    mutating func setVectorLocal(_ local: Int, keep: Bool) {
        assignment.write(local)
        assignment.write(local + 1)
        let operand = popVector()
        let destination = slot(ofLocal: local)
        let source = slot(ofDepth: operands.count)
        if case .temporary = operand, lastStepMade(source) {
            let step = steps.removeLast()
            saveUses(ofLocal: local)
            saveUses(ofLocal: local + 1)
            steps.append(step)
            steps[steps.count - 1].retarget(to: destination)
            if keep { pushVector(.local(local)) }
            return
        }
        if case .local(local) = operand {
            if keep { pushVector(operand) }
            return
        }
        saveUses(ofLocal: local)
        saveUses(ofLocal: local + 1)
        addVectorCopy(from: slot(of: operand, at: operands.count), to: destination)
        if keep { pushVector(operand) }
    }

    mutating func vectorGlobalGet(_ index: Int) {
        let imported = module.importedGlobalCount
        let slot = pushVectorTemporary()
        if index < imported {
            add(.vector(.importedGlobalGet), fields(slot, high: UInt64(index)))
        } else {
            add(.vector(.globalGet), fields(slot, high: UInt64(code.globalPositions[index - imported])))
        }
    }

    mutating func vectorGlobalSet(_ index: Int) {
        let imported = module.importedGlobalCount
        let slot = popVectorSlot()
        if index < imported {
            add(.vector(.importedGlobalSet), fields(slot, high: UInt64(index)))
        } else {
            add(.vector(.globalSet), fields(slot, high: UInt64(code.globalPositions[index - imported])))
        }
    }

    // MARK: Instructions

    mutating func vectorSelect() {
        let condition = pop()
        let test = slot(of: condition, at: operands.count)
        let y = popVectorSlot(), x = popVectorSlot()
        add(.vector(.select), fields(pushVectorTemporary(), test, x, y))
    }

    mutating func vector(_ instruction: Instruction) {
        let opcode = instruction.opcode
        let shape = VectorShape(opcode)
        let constant = VectorConstant(low: instruction.bits, high: instruction.bits2)
        if opcode == .v128Const, let index = keptConstants.firstIndex(of: constant) {
            return pushVector(.local(localCount + index * 2))
        }
        if opcode == .v128Load, instruction.memoryOffset == 0, case .temporary? = operands.last,
            let (base, addend) = takeSumAddress(slot(ofDepth: operands.count - 1))
        {
            _ = pop()
            return add(.vector(.loadSum), fields(pushVectorTemporary(), base, high: addend))
        }
        var operation = VectorOperation.instruction(opcode)
        var extra: UInt64 = 0
        if opcode == .v128Const || opcode == .i8x16Shuffle {
            operation = opcode == .v128Const ? .constant : .shuffle
            extra = UInt64(vectorConstants.count)
            vectorConstants.append(constant)
        }
        var slots = (0, 0, 0)
        for index in (0..<shape.operandCount).reversed() {
            let slot: Int
            if index == 1, shape.isShift, case .constant(let count)? = operands.last {
                _ = pop()
                slots.1 = Int(count & UInt64(shape.laneMask))
                operation = .shiftImmediate(opcode)
                continue
            }
            if shape.vectors & 1 << index != 0 {
                slot = popVectorSlot()
            } else {
                let operand = pop()
                slot = self.slot(of: operand, at: operands.count)
            }
            switch index {
            case 0: slots.0 = slot
            case 1: slots.1 = slot
            default: slots.2 = slot
            }
        }
        let lane = Int(instruction.lane)
        let result: Int
        switch shape.result {
        case .none: result = 0
        case .scalar: result = pushTemporary()
        case .vector: result = pushVectorTemporary()
        }
        let word: UInt64
        switch (shape.immediates, shape.result) {
        case (.memoryArgument, .none): word = fields(slots.0, slots.1, high: instruction.memoryOffset)
        case (.memoryArgument, _): word = fields(result, slots.0, high: instruction.memoryOffset)
        case (.memoryArgumentAndLane, .none): word = fields(slots.0, slots.1, lane)
        case (.memoryArgumentAndLane, _): word = fields(result, slots.0, slots.1, lane)
        case (.lane, _): word = shape.operandCount == 1 ? fields(result, slots.0, lane) : fields(result, slots.0, slots.1, lane)
        default: word = fields(result, slots.0, slots.1, slots.2)
        }
        if opcode == .v128Or, addRotation(slots.0, slots.1, to: result) { return }
        if shape.immediates == .memoryArgumentAndLane { extra = instruction.memoryOffset }
        add(.vector(operation), word, extra)
    }

    /// The same with the sum and the exclusive or before it: ChaCha20 and BLAKE2 consist of these.
    private mutating func addXorRotation(_ rotated: Int, _ count: Int, to destination: Int) -> Bool {
        guard steps.count - 2 >= barrier else { return false }
        let sum = steps[steps.count - 2], xor = steps[steps.count - 1]
        guard sum.operation == .vector(.instruction(.i32x4Add)), xor.operation == .vector(.instruction(.v128Xor)),
            xor.field0 == rotated, (xor.field1 == sum.field0) != (xor.field2 == sum.field0)
        else { return false }
        let other = xor.field1 == sum.field0 ? xor.field2 : xor.field1
        steps.removeLast(2)
        add(
            .vector(.addXorRotate), fields(destination, rotated, sum.field0, other),
            fields(sum.field1, sum.field2, count, 32 - count))
        return true
    }

    /// `or` of two shifts that together are a rotation. Compilers write it so, since there is no instruction.
    private mutating func addRotation(_ left: Int, _ right: Int, to destination: Int) -> Bool {
        guard steps.count - 2 >= barrier, left >= stackBase, right >= stackBase else { return false }
        let first = steps[steps.count - 2], second = steps[steps.count - 1]
        guard (first.field0, second.field0) == (left, right), first.field1 == second.field1, first.field0 != first.field1,
            first.field2 + second.field2 == 32
        else { return false }
        let count: Int
        switch (first.operation, second.operation) {
        case (.vector(.shiftImmediate(.i32x4Shl)), .vector(.shiftImmediate(.i32x4ShrU))): count = first.field2
        case (.vector(.shiftImmediate(.i32x4ShrU)), .vector(.shiftImmediate(.i32x4Shl))): count = second.field2
        default: return false
        }
        steps.removeLast(2)
        if addXorRotation(first.field1, count, to: destination) { return true }
        if lastStepMade(first.field1), let last = steps.last, last.operation == .vector(.instruction(.v128Xor)) {
            steps.removeLast()
            add(
                .vector(.xorRotate), fields(destination, last.field1, last.field2, first.field1), fields(count, 32 - count))
        } else {
            add(.vector(.rotate), fields(destination, first.field1, count, 32 - count))
        }
        return true
    }
}
