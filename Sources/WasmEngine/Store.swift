// SPDX-License-Identifier: Apache-2.0

import Synchronization
import WasmFormat

// What instances share: limits, the value stack, and their lives.

/// A set of instances that may refer to each other, run by one thread at a time.
///
/// The store keeps its instances alive: a function reference may lie in any table. All of them go with the store.
public final class Store {
    /// What the instances of a store may use.
    public struct Limits: Sendable {
        /// The most bytes that all memories together may have.
        public var memoryBytes: UInt64 = 4 << 30
        /// The bytes of the value stack; beyond it, calls trap.
        public var stackBytes = 8 << 20
        /// The most elements that all tables together may have.
        public var tableElements: UInt64 = 10_000_000
        /// How deep calls may go in and out of host functions; beyond it, they trap. The host's stack is used here only.
        public var hostCallDepth = 100

        /// The default limits.
        public init() {}
    }

    /// The limits.
    public let limits: Limits
    let memoryBudget: Budget
    let tableBudget: Budget
    let machine: UnsafeMutablePointer<Machine>
    private let stack: Reservation?
    private(set) var instances: [Instance] = []
    var exceptions = ExceptionTable()
    /// The exception that the last `uncaughtException` was about, with its reference if it has one: when the host passes
    /// that trap on, the frames below it may catch it.
    var uncaught: (CaughtException, UInt64?)?

    /// A store. When the system has no room for the stack, every call traps as if it were exhausted.
    public init(limits: Limits = Limits()) {
        self.limits = limits
        memoryBudget = Budget(limits.memoryBytes)
        tableBudget = Budget(limits.tableElements)
        let stackBytes = max(0, min(limits.stackBytes, 1 << 40)) & ~7
        stack = Reservation(byteCount: stackBytes + Self.slackBytes)
        machine = .allocate(capacity: 1)
        let isUsable = stack?.makeUsable(stackBytes + Self.slackBytes) ?? false
        let base = (stack?.base ?? UnsafeMutableRawPointer(machine)).assumingMemoryBound(to: UInt64.self)
        machine.initialize(
            to: Machine(
                stackBase: base, stackLimit: isUsable ? UInt(bitPattern: base) + UInt(stackBytes) : 0, top: base,
                pc: ProgramCounter(base), fp: base))
    }

    deinit { machine.deallocate() }

    /// Asks all instances to run their interrupt handlers soon. May be called on the store's thread only; another
    /// thread or a signal handler uses an instance's `InterruptHandle`.
    public func requestInterrupt() {
        for instance in instances { instance.interruptHandle.request() }
    }

    func adopt(_ instance: Instance) { instances.append(instance) }

    /// No frame is larger than this, so that calls need not know the callee's size to see that it fits.
    private static let slackBytes = (65_536 + 1024) * 8
}

/// Asks a running instance to stop at the next loop iteration, call or return from a host function, and to run its
/// interrupt handler.
///
/// Any thread may use it, and signal handlers: `request()` is two atomic stores.
public struct InterruptHandle: @unchecked Sendable {
    // The context is freed with the instance, which `instance` keeps; only the two words are touched, atomically.
    private let context: ContextPointer
    private let instance: Instance

    init(_ context: ContextPointer, of instance: Instance) {
        self.context = context
        self.instance = instance
    }

    /// Asks.
    public func request() {
        let words = UnsafeMutableRawPointer(context).assumingMemoryBound(to: Atomic<UInt>.self)
        words[ExecutionContext.interruptFlagWord].store(1, ordering: .sequentiallyConsistent)
        words[ExecutionContext.stackLimitWord].store(0, ordering: .sequentiallyConsistent)
    }

    /// Takes a request back; whether there was one. A request that comes in between is either seen here or stays.
    static func take(_ context: ContextPointer) -> Bool {
        let words = UnsafeMutableRawPointer(context).assumingMemoryBound(to: Atomic<UInt>.self)
        words[ExecutionContext.stackLimitWord].store(
            context.pointee.machine.pointee.stackLimit, ordering: .sequentiallyConsistent)
        return words[ExecutionContext.interruptFlagWord].exchange(0, ordering: .sequentiallyConsistent) != 0
    }
}
