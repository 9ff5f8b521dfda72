// SPDX-License-Identifier: Apache-2.0

import WasmFormat

// Instructions on memory that threads share. Other code may read and write the same bytes at any time; these do it whole.

/// What a step on shared memory does. The fields are: dst if there is a result, then address and operands. The second word is
/// the offset; of `notify` and `wait`, the index of the memory is in its high half.
enum AtomicOperation: Equatable {
    /// How many bits an access has. What is narrower than the result is zero-extended.
    enum Width: Int { case bits8, bits16, bits32, bits64 }
    enum Modification: Int { case add, subtract, and, or, exclusiveOr, exchange }

    /// dst, address.
    case load(Width)
    /// address, value.
    case store(Width)
    /// dst, address, operand.
    case modify(Modification, Width)
    /// dst, address, expected, replacement.
    case compareExchange(Width)
    /// dst, address, count.
    case notify
    /// dst, address, expected, timeout.
    case wait(Width)
    /// None.
    case fence

    init?(_ opcode: Opcode) {
        switch opcode {
        case .memoryAtomicNotify: self = .notify
        case .memoryAtomicWait32: self = .wait(.bits32)
        case .memoryAtomicWait64: self = .wait(.bits64)
        case .atomicFence: self = .fence
        default:
            // From the loads on there are seven of each kind, in the same order of widths.
            let number = Int(opcode.rawValue) - Int(Opcode.i32AtomicLoad.rawValue)
            guard number >= 0, opcode.rawValue <= Opcode.i64AtomicRmw32CmpxchgU.rawValue else { return nil }
            let widths: [Width] = [.bits32, .bits64, .bits8, .bits16, .bits8, .bits16, .bits32]
            let width = widths[number % 7]
            switch number / 7 {
            case 0: self = .load(width)
            case 1: self = .store(width)
            case 8: self = .compareExchange(width)
            case let kind:
                guard let modification = Modification(rawValue: kind - 2) else { return nil }
                self = .modify(modification, width)
            }
        }
    }

    var hasDestination: Bool {
        switch self {
        case .store, .fence: false
        default: true
        }
    }

    /// How many operands there are.
    var operandCount: Int {
        switch self {
        case .load: 1
        case .store, .modify, .notify: 2
        case .compareExchange, .wait: 3
        case .fence: 0
        }
    }
}

extension Translator {
    mutating func atomic(_ operation: AtomicOperation, _ instruction: Instruction) {
        var memory = operation == .fence ? 0 : instruction.index
        var extra = operation == .fence ? 0 : instruction.memoryOffset
        switch operation {
        case .notify, .wait:
            // What they call needs to know the memory, and may call back.
            extra |= UInt64(memory) << 32
            memory = 0
        default: break
        }
        access(memory) { translator in
            var slots = [0, 0, 0]
            for position in (0..<operation.operandCount).reversed() {
                let operand = translator.pop()
                slots[position] = translator.slot(of: operand, at: translator.operands.count)
            }
            if operation.hasDestination { slots.insert(translator.pushTemporary(), at: 0) } else { slots.append(0) }
            translator.add(.atomic(operation), fields(slots[0], slots[1], slots[2], slots[3]), extra)
        }
    }
}
