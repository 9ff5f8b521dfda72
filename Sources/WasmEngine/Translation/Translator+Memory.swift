// SPDX-License-Identifier: Apache-2.0

import WasmFormat

// Loads and stores in the form that fits how their address was made, and instructions on memories and tables as wholes.

/// Where an access goes: base + (index << shift) + offset.
private struct IndexedAddress {
    var base: Int
    var index: Int
    var shift: UInt8
}

extension Translator {
    /// Has accesses to another memory than the first go there.
    mutating func access(_ memory: UInt32, _ addAccess: (inout Translator) -> Void) {
        if memory == 0 { return addAccess(&self) }
        add(.useMemory, fields(0, high: UInt64(memory)))
        addAccess(&self)
        add(.useMemory, 0)
    }

    mutating func load(_ operation: LoadOperation, offset: UInt64) {
        let operand = pop()
        let depth = operands.count
        if case .constant(let base) = operand, base + offset <= UInt64(UInt32.max) {
            add(.loadAbsolute(operation), fields(pushTemporary(), high: base + offset))
            return
        }
        if case .temporary = operand, offset <= 0xffff, let address = takeIndexedAddress(slot(ofDepth: depth)) {
            add(
                .loadIndexed(operation, shift: address.shift),
                fields(pushTemporary(), address.base, address.index, Int(offset)))
            return
        }
        if case .temporary = operand, offset == 0, let (base, addend) = takeSumAddress(slot(ofDepth: depth)) {
            add(.loadSum(operation), fields(pushTemporary(), base, high: addend))
            return
        }
        let a = slot(of: operand, at: depth)
        add(.load(operation), fields(pushTemporary(), a, high: offset))
    }

    mutating func store(_ operation: StoreOperation, offset: UInt64) {
        let value = pop(), operand = pop()
        let depth = operands.count
        if case .constant(let base) = operand, base + offset <= UInt64(UInt32.max) {
            let v = slot(of: value, at: depth + 1)
            add(.storeAbsolute(operation), fields(0, v, high: base + offset))
            return
        }
        if case .constant(let bits) = value, offset <= 0xffff,
            operation != .full64 || Int64(bitPattern: bits) == Int64(Int32(truncatingIfNeeded: bits))
        {
            let a = slot(of: operand, at: depth)
            add(.storeImmediate(operation), fields(a, Int(offset), high: bits & 0xffff_ffff))
            return
        }
        if case .temporary = operand, offset <= 0xffff, !value.isConstant,
            let address = takeIndexedAddress(slot(ofDepth: depth))
        {
            let v = slot(of: value, at: depth + 1)
            add(
                .storeIndexed(operation, shift: address.shift),
                fields(address.base, v, address.index, Int(offset)))
            return
        }
        if case .temporary = operand, offset == 0, !value.isConstant,
            let (base, addend) = takeSumAddress(slot(ofDepth: depth))
        {
            let v = slot(of: value, at: depth + 1)
            add(.storeSum(operation), fields(base, v, high: addend))
            return
        }
        let a = slot(of: operand, at: depth)
        let v = slot(of: value, at: depth + 1)
        add(.store(operation), fields(a, v, high: offset))
    }

    /// Takes back the addition that made an address, so that the access can do it. The addition moves to where the
    /// access is: in between nothing may change what it adds.
    private mutating func takeIndexedAddress(_ slot: Int) -> IndexedAddress? {
        guard let position = stepThatMade(slot), case .binary(.i32Add) = steps[position].operation else { return nil }
        let step = steps[position]
        guard isUnchanged(step.field1, since: position, except: slot),
            isUnchanged(step.field2, since: position, except: slot)
        else { return nil }
        steps.remove(at: position)
        var address = IndexedAddress(base: step.field1, index: step.field2, shift: 0)
        for (index, base) in [(step.field2, step.field1), (step.field1, step.field2)] where index >= stackBase {
            if position > barrier, case .binaryImmediate(.i32Shl) = steps[position - 1].operation,
                steps[position - 1].field0 == index, steps[position - 1].word.high32 <= 3,
                isUnchanged(steps[position - 1].field1, since: position - 1, except: slot)
            {
                let shift = steps.remove(at: position - 1)
                address = IndexedAddress(base: base, index: shift.field1, shift: UInt8(shift.word.high32))
                break
            }
        }
        return address
    }

    /// The same for an address that a constant was added to, which may have wrapped.
    mutating func takeSumAddress(_ slot: Int) -> (base: Int, addend: UInt64)? {
        guard let position = stepThatMade(slot), case .binaryImmediate(.i32Add) = steps[position].operation,
            isUnchanged(steps[position].field1, since: position, except: slot)
        else { return nil }
        let step = steps.remove(at: position)
        return (step.field1, step.word.high32)
    }

    /// The last step that wrote a temporary's slot, within reach, if its only reader is who takes the temporary.
    private func stepThatMade(_ slot: Int) -> Int? {
        var position = steps.count - 1
        let end = max(barrier, steps.count - 24)
        while position >= end {
            if steps[position].destination == slot { return position }
            // A local.tee had the value too.
            if case .copy = steps[position].operation, steps[position].field1 == slot { return nil }
            // What else may have written the slot: results lie where an argument was.
            guard steps[position].destination != nil || steps[position].operation.writesMemoryOnly else { return nil }
            position -= 1
        }
        return nil
    }

    /// Whether a slot keeps its value from behind a step to here. Temporaries other than the address itself may have
    /// been used again.
    private func isUnchanged(_ slot: Int, since position: Int, except address: Int) -> Bool {
        if position == steps.count - 1 { return true }
        guard slot < stackBase || slot == address else { return false }
        // Each of these has a destination or is a store, or `stepThatMade` had not gone past it.
        return steps[(position + 1)...].allSatisfy { $0.destination != slot }
    }

    /// What is too rare to have a form of its own.
    mutating func rare(_ instruction: Instruction) {
        let index = UInt64(instruction.index)
        let pair = index | UInt64(instruction.index2) << 32
        switch instruction.opcode {
        case .memorySize: rare(.memorySize, 0, pushing: true, index)
        case .memoryGrow: rare(.memoryGrow, 1, pushing: true, index)
        case .memoryCopy where pair == 0: copyMemory()
        case .memoryCopy: rare(.memoryCopy, 3, pair)
        case .memoryFill where index == 0: addWithOperands(.fillMemory, 3)
        case .memoryFill: rare(.memoryFill, 3, index)
        case .memoryInit: rare(.memoryInit, 3, pair)
        case .dataDrop: rare(.dataDrop, 0, index)
        case .tableGet: rare(.tableGet, 1, pushing: true, index)
        case .tableSet: rare(.tableSet, 2, index)
        case .tableSize: rare(.tableSize, 0, pushing: true, index)
        case .tableGrow: rare(.tableGrow, 2, pushing: true, index)
        case .tableFill: rare(.tableFill, 3, index)
        case .tableCopy: rare(.tableCopy, 3, pair)
        case .tableInit: rare(.tableInit, 3, pair)
        case .elemDrop: rare(.elementDrop, 0, index)
        case .refFunc: rare(.functionReference, 0, pushing: true, index)
        default:
            // Nothing that validation admits today.
            add(.unsupported, 0)
            becomeUnreachable()
        }
    }

    /// memory.copy, with the additions that made its addresses.
    private mutating func copyMemory() {
        let countOperand = pop()
        let count = slot(of: countOperand, at: operands.count)
        let source = copyAddress()
        // Where both are constants, one is put into its slot.
        let destination = copyAddress(mayBeConstant: source.base != nil)
        let operation: CopyOperation =
            if source.base == nil {
                .fromConstant
            } else if destination.base == nil {
                .toConstant
            } else {
                source.addend == 0 && destination.addend == 0 ? .slots : .sums
            }
        add(
            .copyMemory(operation), fields(destination.base ?? 0, source.base ?? 0, count),
            destination.addend | source.addend << 32)
    }

    /// Takes an address as a slot, if it is not a constant, and what is to be added.
    private mutating func copyAddress(mayBeConstant: Bool = true) -> (base: Int?, addend: UInt64) {
        let operand = pop()
        if mayBeConstant, case .constant(let address) = operand { return (nil, address) }
        let slot = slot(of: operand, at: operands.count)
        if case .temporary = operand, let sum = takeSumAddress(slot) { return (sum.base, sum.addend) }
        return (slot, 0)
    }

    private mutating func rare(_ operation: RareOperation, _ count: Int, pushing: Bool = false, _ extra: UInt64 = 0) {
        addWithOperands(.rare(operation), count, pushing: pushing, extra)
    }

    private mutating func addWithOperands(
        _ operation: Operation, _ count: Int, pushing: Bool = false, _ extra: UInt64 = 0
    ) {
        var slots = [0, 0, 0]
        for position in (0..<count).reversed() {
            let operand = pop()
            slots[position] = slot(of: operand, at: operands.count)
        }
        if pushing { slots.insert(pushTemporary(), at: 0) }
        add(operation, fields(slots[0], slots[1], slots[2]), extra)
    }
}
