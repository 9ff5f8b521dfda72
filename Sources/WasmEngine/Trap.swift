// SPDX-License-Identifier: Apache-2.0

// How execution ends early: the traps of the specification, and a host function's wish to end the program.

/// Why execution stopped before the called function returned.
public struct Trap: Error, Sendable, Equatable {
    /// The closed set of reasons.
    public enum Reason: Sendable, Equatable {
        /// The instruction `unreachable` was executed.
        case unreachable
        /// An access, or a data segment, outside of a memory.
        case memoryOutOfBounds
        /// An access, or an element segment, outside of a table.
        case tableOutOfBounds
        /// An indirect call through an index outside of its table.
        case undefinedElement
        /// An indirect call through a null element.
        case uninitializedElement
        /// An indirect call of a function of another type.
        case indirectCallTypeMismatch
        /// An integer division by zero.
        case integerDivideByZero
        /// The least integer divided by -1, or a conversion of a float outside of the integer type's range.
        case integerOverflow
        /// A conversion of a NaN to an integer.
        case invalidConversionToInteger
        /// Calls deeper than the store's limits allow.
        case callStackExhausted
        /// A null reference where there must be one.
        case nullReference
        /// An atomic access at an address that is no multiple of its size.
        case unalignedAtomic
        /// An atomic wait on a memory that is not shared.
        case expectedSharedMemory
        /// An exception that no function caught.
        case uncaughtException
        /// A host function ended the program with this status (`proc_exit`): not a fault, no backtrace.
        case exit(Int32)
        /// A host function or an interrupt ended the program for the given reason.
        case host(String)
    }

    /// One line of the WebAssembly call stack at the time of the trap, innermost first.
    public struct Frame: Sendable, Equatable {
        /// Index of the function in the module's function index space.
        public var functionIndex: Int
        /// From the `name` section, else the export name, else nil.
        public var functionName: String?
        /// Offset of the instruction in the module's bytes, where known.
        public var byteOffset: Int?

        /// A frame from its parts.
        public init(functionIndex: Int, functionName: String? = nil, byteOffset: Int? = nil) {
            self.functionIndex = functionIndex
            self.functionName = functionName
            self.byteOffset = byteOffset
        }
    }

    /// Why.
    public var reason: Reason
    /// Where, innermost frame first; empty for an exit.
    public var backtrace: [Frame]

    /// A trap with a reason and, where known, a backtrace.
    public init(_ reason: Reason, backtrace: [Frame] = []) {
        self.reason = reason
        self.backtrace = backtrace
    }
}

extension Trap.Reason: CustomStringConvertible {
    /// The reason, in the official test suite's words where it has some.
    public var description: String {
        switch self {
        case .unreachable: "unreachable"
        case .memoryOutOfBounds: "out of bounds memory access"
        case .tableOutOfBounds: "out of bounds table access"
        case .undefinedElement: "undefined element"
        case .uninitializedElement: "uninitialized element"
        case .indirectCallTypeMismatch: "indirect call type mismatch"
        case .integerDivideByZero: "integer divide by zero"
        case .integerOverflow: "integer overflow"
        case .invalidConversionToInteger: "invalid conversion to integer"
        case .callStackExhausted: "call stack exhausted"
        case .nullReference: "null reference"
        case .unalignedAtomic: "unaligned atomic"
        case .expectedSharedMemory: "expected shared memory"
        case .uncaughtException: "uncaught exception"
        case .exit(let status): "exit with status \(status)"
        case .host(let reason): reason
        }
    }
}

extension Trap: CustomStringConvertible {
    /// The reason, and the call stack a line a frame.
    public var description: String {
        var text = reason.description
        for (depth, frame) in backtrace.enumerated() {
            text += "\n  #\(depth) \(frame.functionName ?? "function[\(frame.functionIndex)]")"
            if let offset = frame.byteOffset { text += " at 0x\(String(offset, radix: 16))" }
        }
        return text
    }
}
