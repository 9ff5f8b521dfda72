// SPDX-License-Identifier: Apache-2.0

import WasmFormat

// Calls: arguments in the slots where the callee's frame begins.

extension Translator {
    private func type(ofFunction index: Int) -> FunctionType { module.types[Int(module.functionTypeIndices[index])] }

    /// Puts the arguments in place and takes them; the slot of the first.
    private mutating func takeArguments(_ count: Int) -> Int {
        for depth in (operands.count - count)..<operands.count { materialize(depth: depth) }
        for _ in 0..<count { _ = pop() }
        return slot(ofDepth: operands.count)
    }

    private func linkSlot(_ type: FunctionType) -> Int { max(type.parameters.slotCount, type.results.slotCount) }

    /// Makes room for the callee's link, and pushes its results.
    private mutating func finishCall(_ base: Int, _ type: FunctionType) {
        slotCount = max(slotCount, base + linkSlot(type) + Bridge.slotCount)
        pushTemporaries(type.results)
    }

    mutating func call(_ index: Int) {
        let type = type(ofFunction: index)
        let base = takeArguments(type.parameters.slotCount)
        let link = base + linkSlot(type)
        if index < module.importedFunctionCount {
            add(.callImport, fields(base, link), UInt64(index))
        } else {
            add(.call, fields(base, link), UInt64(index - module.importedFunctionCount))
        }
        finishCall(base, type)
    }

    mutating func callIndirect(type index: Int, table: Int) {
        let type = module.types[index]
        let operand = pop()
        let element = slot(of: operand, at: operands.count)
        let base = takeArguments(type.parameters.slotCount)
        add(
            .callIndirect, fields(base, base + linkSlot(type), element),
            UInt64(code.typeNumbers[index]) | UInt64(table) << 32)
        finishCall(base, type)
    }

    mutating func returnCall(_ index: Int) {
        let callee = type(ofFunction: index)
        let count = callee.parameters.slotCount
        let base = takeArguments(count)
        slotCount = max(slotCount, base + linkSlot(callee) + Bridge.slotCount)
        if index < module.importedFunctionCount {
            add(.returnCallImport, fields(base, count, linkSlot), UInt64(index))
        } else {
            add(
                .returnCall, fields(base, placeArguments(count, from: base), linkSlot, linkSlot(callee)),
                UInt64(index))
        }
        becomeUnreachable()
    }

    /// Moves the arguments of a tail call to where the frame begins, if they do not reach what the call itself has yet to
    /// move; how many are left for the call.
    private mutating func placeArguments(_ count: Int, from base: Int) -> Int {
        guard count <= min(linkSlot, 8) else { return count }
        for index in 0..<count { addCopy(from: base + index, to: index) }
        return 0
    }

    mutating func returnCallIndirect(type index: Int, table: Int) {
        let callee = module.types[index]
        let operand = pop()
        let element = slot(of: operand, at: operands.count)
        let count = callee.parameters.slotCount
        let base = takeArguments(count)
        slotCount = max(slotCount, base + linkSlot(callee) + Bridge.slotCount)
        add(
            .returnCallIndirect, fields(base, count, linkSlot, element),
            UInt64(code.typeNumbers[index]) | UInt64(table) << 32)
        becomeUnreachable()
    }

    mutating func throwTag(_ index: Int) {
        let base = takeArguments(tagType(index).parameters.slotCount)
        add(.rare(.throwTag), fields(base), UInt64(index))
        becomeUnreachable()
    }
}
