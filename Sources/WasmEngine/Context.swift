// SPDX-License-Identifier: Apache-2.0

import WasmFormat

// What running code sees of the world: plain structs at fixed addresses, reached from the context that every handler is
// handed. The classes that own them are in Instance.swift and Store.swift.

typealias ProgramCounter = UnsafePointer<UInt64>
typealias FramePointer = UnsafeMutablePointer<UInt64>
typealias ContextPointer = UnsafeMutablePointer<ExecutionContext>

/// An instance, as its code sees it.
struct ExecutionContext {
    /// Frames may begin below this address. Zero when an interrupt is wanted, so that the one comparison that a call
    /// makes anyway sees both.
    var stackLimit: UInt
    /// Not zero when an interrupt is wanted; loops look at this.
    var interruptFlag: UInt
    /// The size in bytes of the first memory, as of when control last came to this instance: what accesses are checked
    /// against.
    var memorySize: UInt64
    /// The first memory, or an empty one; during an access to another memory, that.
    var memory: UnsafeMutablePointer<MemoryRecord>
    /// All memories, by index; the first is there always.
    var memories: UnsafeMutablePointer<UnsafeMutablePointer<MemoryRecord>>
    /// The globals that the module defines, by position among these.
    var globals: UnsafeMutablePointer<UInt64>
    /// The globals that it imports, by index.
    var importedGlobals: UnsafeMutablePointer<UnsafeMutablePointer<UInt64>>
    /// All functions, by index.
    var functions: UnsafeMutablePointer<UnsafeMutablePointer<FunctionRecord>>
    /// All tables, by index.
    var tables: UnsafeMutablePointer<UnsafeMutablePointer<TableRecord>>
    /// All tags, by index.
    var tags: UnsafeMutablePointer<UnsafeMutablePointer<TagRecord>>
    /// The store's state, one for all its instances.
    var machine: UnsafeMutablePointer<Machine>
    /// Whose context this is. The instance owns the context, so this cannot dangle.
    var instance: Unmanaged<Instance>

    /// Which words the first two are, for those who must write them atomically.
    static let stackLimitWord = 0
    static let interruptFlagWord = 1
}

/// A function of an instance, or one of the host's.
struct FunctionRecord {
    /// Its first instruction: at first a stub that translates.
    var entry: ProgramCounter
    /// The instance it belongs to; for one of the host's, the instance that imported it.
    var context: ContextPointer?
    /// The host's code; nil for one of an instance.
    var host: Unmanaged<HostCode>?
    /// Its type, interned: equal numbers are equal types.
    var typeID: UInt32
    /// Its index in the instance it belongs to.
    var index: UInt32
    /// How many slots its parameters and results take.
    var parameterCount: UInt32
    var resultCount: UInt32

    /// Where in the callee's frame the return address and the caller's frame pointer lie: after what passes in and out.
    var linkSlot: Int { Int(max(parameterCount, resultCount)) }
}

/// A host function's code, boxed to have an address.
final class HostCode {
    let body: HostBody

    init(_ body: @escaping HostBody) { self.body = body }
}

/// The state of a store's one thread of execution.
struct Machine {
    /// The value stack: frames may begin from `stackBase` to `stackLimit`; beyond that is room for the largest frame.
    var stackBase: FramePointer
    var stackLimit: UInt
    /// Where the next activation from the host begins.
    var top: FramePointer
    /// How many activations from the host there are, one inside the other.
    var depth = 0
    /// Where execution stopped, set by whoever returns a status other than `finished`; or where it goes on after an
    /// exception was caught.
    var pc: ProgramCounter
    var fp: FramePointer
    var context: ContextPointer?
    var reason = TrapCode.none
    #if DEBUG
        /// The registers while the trampoline has control.
        var registers: (ProgramCounter, FramePointer, UnsafeMutableRawPointer, ContextPointer, UInt64, Double)?
    #endif
}

/// How the interpreter came back to the host.
enum Status {
    static let finished: Int32 = 0
    /// `Machine.reason` says why, `pc`, `fp` and `context` where.
    static let trapped: Int32 = 1
    /// The instance's `pendingTrap` has it.
    static let threw: Int32 = 2
    /// An exception was caught by a frame below the host's: go on where `Machine.pc`, `fp` and `context` say.
    static let resumed: Int32 = 4
    /// Only in debug builds: go on with `Machine.registers`.
    static let proceed: Int32 = 3
}

/// The traps that instructions cause, as a number that handlers can store.
enum TrapCode: UInt8 {
    case none
    case unreachable, memoryOutOfBounds, tableOutOfBounds, undefinedElement, uninitializedElement
    case indirectCallTypeMismatch, integerDivideByZero, integerOverflow, invalidConversionToInteger
    case callStackExhausted, nullReference, uncaughtException, functionTooLarge
    case exceptionsExhausted, unsupportedInstruction, unalignedAtomic, expectedSharedMemory

    var reason: Trap.Reason {
        switch self {
        case .none, .unreachable: .unreachable
        case .memoryOutOfBounds: .memoryOutOfBounds
        case .tableOutOfBounds: .tableOutOfBounds
        case .undefinedElement: .undefinedElement
        case .uninitializedElement: .uninitializedElement
        case .indirectCallTypeMismatch: .indirectCallTypeMismatch
        case .integerDivideByZero: .integerDivideByZero
        case .integerOverflow: .integerOverflow
        case .invalidConversionToInteger: .invalidConversionToInteger
        case .callStackExhausted: .callStackExhausted
        case .nullReference: .nullReference
        case .uncaughtException: .uncaughtException
        case .functionTooLarge: .host("function needs more than 65,535 slots")
        case .exceptionsExhausted: .host("exceptions take more than 64 MiB")
        case .unalignedAtomic: .unalignedAtomic
        case .expectedSharedMemory: .expectedSharedMemory
        case .unsupportedInstruction: .host("instruction that this engine does not support")
        }
    }
}
