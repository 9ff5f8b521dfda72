// SPDX-License-Identifier: Apache-2.0

// The engine's own instructions, before they become words.
//
// A step in code is the address of its handler, an operand word, and for some a second word:
//
//     bits 0-15   16-31   32-47   48-63
//     field 0     1       2       3          slots of the frame, or small numbers
//                         high half          an immediate, an offset or an index
//
// What produces a value has its destination in field 0. Each operation's comment lists its fields in order, then after
// a semicolon the second word.

/// What a step does.
enum Operation: Equatable {
    /// dst, a, b.
    case binary(BinaryOperation)
    /// dst, a, immediate.
    case binaryImmediate(BinaryOperation)
    /// dst, a; b.
    case binaryConstant(BinaryOperation)
    /// dst, b; a.
    case constantBinary(BinaryOperation)
    /// dst, a, b.
    case division(DivisionOperation)
    /// dst, a, immediate that cannot trap.
    case divisionImmediate(DivisionOperation)
    /// dst, a.
    case unary(UnaryOperation)
    /// dst, a.
    case truncation(TruncationOperation)
    /// dst, a, b.
    case compare(CompareOperation)
    /// dst, a, immediate.
    case compareImmediate(CompareOperation)

    /// a, b; target.
    case branchIf(CompareOperation, backward: Bool)
    /// a, -, immediate; target.
    case branchIfImmediate(CompareOperation, backward: Bool)
    /// a, b; target. Of a comparison of floats, which has no opposite.
    case branchUnless(CompareOperation, backward: Bool)
    /// a, step, b; target. A back edge.
    case stepAndBranch(CompareOperation)
    /// a, step, immediate; target. A back edge.
    case stepAndBranchImmediate(CompareOperation)
    /// a; target.
    case branchIfZero(backward: Bool)
    /// a; target.
    case branchIfNonzero(backward: Bool)
    /// a, -, mask; target.
    case branchIfMaskZero(backward: Bool)
    /// a, -, mask; target.
    case branchIfMaskNonzero(backward: Bool)
    /// -; target.
    case jump(backward: Bool)
    /// dst, a; target.
    case copyAndJump
    /// a, -, count; then the targets, which are in `Translator.branchTables`.
    case branchTable

    /// dst, condition, x, y.
    case select
    /// dst, a, x, y; b.
    case selectIf(CompareOperation)
    /// dst, a, x, y; constant.
    case selectIfConstant(CompareOperation)

    /// dst, address, offset.
    case load(LoadOperation)
    /// dst, base, addend: which wraps, unlike an offset.
    case loadSum(LoadOperation)
    /// dst, -, address.
    case loadAbsolute(LoadOperation)
    /// dst, base, index, offset: with the index times 1, 2, 4 or 8.
    case loadIndexed(LoadOperation, shift: UInt8)
    /// address, value, offset.
    case store(StoreOperation)
    /// address, offset, value.
    case storeImmediate(StoreOperation)
    /// base, value, addend: which wraps, unlike an offset.
    case storeSum(StoreOperation)
    /// -, value, address.
    case storeAbsolute(StoreOperation)
    /// base, value, index, offset.
    case storeIndexed(StoreOperation, shift: UInt8)

    /// Within the first memory; as its comment says.
    case copyMemory(CopyOperation)
    /// destination, value, count: in the first memory.
    case fillMemory

    /// dst, a.
    case copy
    /// dst, a, dst, a.
    case copyTwo
    /// first dst, first a, count.
    case copyMany
    /// dst, -, value.
    case constant32
    /// dst; value.
    case constant64
    /// first, count.
    case zero
    /// first: 1, 2, 4 or 8 slots.
    case zeroFew(Int)
    /// dst, -, position.
    case globalGet
    /// a, -, position.
    case globalSet
    /// dst, -, index.
    case importedGlobalGet
    /// a, -, index.
    case importedGlobalSet

    /// base, link; function, which becomes the address of its code.
    case call
    /// base, link; function.
    case callImport
    /// base, link, index; type and table.
    case callIndirect
    /// link.
    case return0
    /// link, a.
    case return1
    /// link, -, value.
    case returnConstant
    /// base, count, link, callee's link; function.
    case returnCall
    /// base, count, link; function.
    case returnCallImport
    /// base, count, link, index; type and table.
    case returnCallIndirect
    /// None.
    case unreachable
    /// None: an instruction that this engine does not do.
    case unsupported
    /// As its comment says.
    case rare(RareOperation)
    /// Two steps in one; as its comment says.
    case fused(FusedOperation)
    /// With vectors; as its comment says.
    case vector(VectorOperation)
    /// On memory that threads share; as its comment says.
    case atomic(AtomicOperation)
    /// -, -, index: the memory of the accesses that follow. Behind every access to another one the first is back.
    case useMemory
}

/// A copy, by where its two addresses come from. Addends wrap.
enum CopyOperation {
    /// destination, source, count.
    case slots
    /// destination, source, count; addends of both.
    case sums
    /// -, source, count; the destination, and the source's addend.
    case toConstant
    /// destination, -, count; the destination's addend, and the source.
    case fromConstant
}

/// What takes long in any case, so that its handler calls a helper.
enum RareOperation {
    /// dst; memory.
    case memorySize
    /// dst, pages; memory.
    case memoryGrow
    /// destination, source, count; destination and source memory.
    case memoryCopy
    /// destination, value, count; memory.
    case memoryFill
    /// destination, source, count; segment and memory.
    case memoryInit
    /// -; segment.
    case dataDrop
    /// dst, index; table.
    case tableGet
    /// index, value; table.
    case tableSet
    /// dst; table.
    case tableSize
    /// dst, value, count; table.
    case tableGrow
    /// index, value, count; table.
    case tableFill
    /// destination, source, count; destination and source table.
    case tableCopy
    /// destination, source, count; segment and table.
    case tableInit
    /// -; segment.
    case elementDrop
    /// dst; function.
    case functionReference
    /// first value; tag.
    case throwTag
    /// a.
    case throwReference
}

/// One step.
struct Step {
    var operation: Operation
    /// The fields.
    var word: UInt64
    /// The second word: for what has a target, the number of a label.
    var extra: UInt64 = 0
    /// The offset in the module of the instruction it came from.
    var origin: UInt32
    /// How it uses the accumulators.
    var form = Form()

    var field0: Int { word.field0 }
    var field1: Int { word.field1 }
    var field2: Int { word.field2 }

    /// The slot that is written, where there is exactly one that may be changed to another.
    var destination: Int? { operation.hasDestination ? word.field0 : nil }

    /// Changes the slot that is written.
    mutating func retarget(to slot: Int) { word = word & ~0xffff | UInt64(slot) }
}

/// A word from its fields.
func fields(_ field0: Int, _ field1: Int = 0, _ field2: Int = 0, _ field3: Int = 0) -> UInt64 {
    UInt64(UInt16(truncatingIfNeeded: field0)) | UInt64(UInt16(truncatingIfNeeded: field1)) << 16
        | UInt64(UInt16(truncatingIfNeeded: field2)) << 32 | UInt64(UInt16(truncatingIfNeeded: field3)) << 48
}

/// A word from two fields and its high half.
func fields(_ field0: Int, _ field1: Int = 0, high: UInt64) -> UInt64 {
    fields(field0, field1) | high << 32
}

extension Operation {
    /// Whether field 0 is the only slot written.
    var hasDestination: Bool {
        switch self {
        case .binary, .binaryImmediate, .binaryConstant, .constantBinary, .division, .divisionImmediate, .unary,
            .truncation, .compare, .compareImmediate, .select, .selectIf, .selectIfConstant, .load, .loadSum,
            .loadAbsolute, .loadIndexed, .copy, .constant32, .constant64, .globalGet, .importedGlobalGet:
            return true
        case .rare(let operation):
            switch operation {
            case .memorySize, .memoryGrow, .tableGet, .tableSize, .tableGrow, .functionReference: return true
            default: return false
            }
        case .vector(let operation): return operation.hasDestination
        case .atomic(let operation): return operation.hasDestination
        default: return false
        }
    }

    /// Whether it is a store: it writes no slot.
    var writesMemoryOnly: Bool {
        switch self {
        case .store, .storeImmediate, .storeSum, .storeAbsolute, .storeIndexed: true
        case .vector(let operation): operation.writesMemoryOnly
        default: false
        }
    }

    /// Whether the second word is the number of a label, to become an address.
    var hasTarget: Bool {
        switch self {
        case .branchIf, .branchIfImmediate, .branchUnless, .stepAndBranch, .stepAndBranchImmediate, .branchIfZero,
            .branchIfNonzero, .branchIfMaskZero, .branchIfMaskNonzero, .copyAndJump:
            return true
        case .fused(let operation): return operation.hasTarget
        default: return false
        }
    }

    /// Whether there is a second word that is not a target.
    var hasExtra: Bool {
        switch self {
        case .binaryConstant, .constantBinary, .selectIf, .selectIfConstant, .constant64, .call, .callImport,
            .callIndirect, .returnCall, .returnCallImport, .returnCallIndirect, .rare:
            return true
        case .copyMemory(let operation): return operation != .slots
        case .fused(let operation): return operation.hasExtra
        case .vector(let operation): return operation.hasExtra
        case .atomic: return true
        default: return false
        }
    }

    /// Whether a trap, an exception or a backtrace may ask where this came from.
    var mayStop: Bool {
        switch self {
        case .division, .truncation, .load, .loadSum, .loadAbsolute, .loadIndexed, .store, .storeImmediate, .storeSum,
            .storeAbsolute, .storeIndexed, .call, .callImport, .callIndirect, .returnCall, .returnCallImport,
            .returnCallIndirect,
            .copyMemory, .fillMemory, .unreachable, .unsupported, .rare, .fused:
            return true
        case .vector(let operation): return operation.mayStop
        case .atomic: return true
        default: return hasTarget
        }
    }
}
