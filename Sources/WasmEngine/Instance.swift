// SPDX-License-Identifier: Apache-2.0

import WasmFormat

// A running module: its functions, memories, tables, globals and tags, and the context through which code reaches them.

/// A module's code, which any number of instances may run at once.
public struct Translation: Sendable {
    let code: ModuleCode
}

/// An instantiated module.
///
///     let store = Store()
///     let instance = try Instance(module: module, imports: imports, store: store)
///     let results = try instance.invoke("add", [.i32(1), .i32(2)])
///
/// The store owns the instance, not the other way round: keep the store for as long as you use the instance. To call one
/// whose store is gone ends the process.
public final class Instance {
    /// The module.
    public var module: Module { code.module }
    /// The store it lives in.
    public unowned let store: Store
    /// What to do at an interrupt: called on the thread that runs the instance, at a loop iteration, a call or the
    /// return from a host function, after `InterruptHandle.request()`. It may call the instance's exports; a trap that
    /// it throws ends the program.
    public var interruptHandler: ((Instance) throws(Trap) -> Void)?

    let code: ModuleCode
    let context: ContextPointer
    var functions: [UnsafeMutablePointer<FunctionRecord>] = []
    var memories: [Memory] = []
    var tables: [Table] = []
    var globals: [Global] = []
    var tags: [Tag] = []
    /// The element segments, as slots; empty when dropped.
    var elementSegments: [[UInt64]] = []
    /// The data segments, as ranges of the module's bytes; empty when dropped.
    var dataSegments: [Range<Int>] = []
    /// A trap thrown by a host function or by the interrupt handler, on its way out.
    var pendingTrap: Trap?
    /// What `context` points at, to be freed.
    var storage = InstanceStorage()

    /// Links a module with its imports, initialises it and runs its start function.
    ///
    /// `beforeStart` is called when the instance is linked, before anything of it runs: the place to set an interrupt
    /// handler that is to see the start function too.
    public convenience init(
        module: Module, imports: Imports = Imports(), store: Store, beforeStart: (Instance) -> Void = { _ in }
    ) throws(InstantiationError) {
        try self.init(code: ModuleCode(module), imports: imports, store: store, beforeStart: beforeStart)
    }

    /// The same for a module that another instance has translated: for a thread, whose store is its own.
    public convenience init(
        translation: Translation, imports: Imports = Imports(), store: Store,
        beforeStart: (Instance) -> Void = { _ in }
    ) throws(InstantiationError) {
        try self.init(code: translation.code, imports: imports, store: store, beforeStart: beforeStart)
    }

    /// The module with what was translated of it, and will be: for more instances, on this thread or others.
    public var translation: Translation { Translation(code: code) }

    private init(
        code: ModuleCode, imports: Imports, store: Store, beforeStart: (Instance) -> Void
    ) throws(InstantiationError) {
        self.code = code
        self.store = store
        context = .allocate(capacity: 1)
        storage.context = context
        do throws(LinkError) { try link(imports) } catch { throw .link(error) }
        store.adopt(self)
        beforeStart(self)
        do throws(Trap) { try start() } catch { throw .trap(error) }
    }

    // The store keeps the instance for as long as anything can run; what others hold of it afterwards is only looked at.
    deinit { storage.free() }

    /// Checked access to the first memory; zero bytes long when there is none.
    package var guestMemory: GuestMemory {
        let memory = context.pointee.memory.pointee
        return GuestMemory(base: memory.base, byteCount: memory.byteCount)
    }

    /// For asking the instance, from another thread or a signal handler, to run its interrupt handler.
    public var interruptHandle: InterruptHandle { InterruptHandle(context, of: self) }

    /// Everything the module exports, by name.
    public var exports: [String: ExternalValue] {
        var exports: [String: ExternalValue] = [:]
        for export in module.exports { exports[export.name] = value(of: export) }
        return exports
    }

    /// What the module exports under a name.
    public func export(named name: String) -> ExternalValue? {
        module.export(named: name).flatMap(value(of:))
    }

    /// The function that the module exports under a name.
    public func function(named name: String) -> Function? {
        guard case .function(let function)? = export(named: name) else { return nil }
        return function
    }

    /// The memory that the module exports under a name.
    public func memory(named name: String) -> Memory? {
        guard case .memory(let memory)? = export(named: name) else { return nil }
        return memory
    }

    /// Calls an exported function. That there is none of that name, or of another type, is a trap too.
    public func invoke(_ name: String, _ arguments: [Value] = []) throws(Trap) -> [Value] {
        guard let function = function(named: name) else { throw Trap(.host("no exported function \(name)")) }
        return try function.invoke(arguments)
    }

    func value(of export: Export) -> ExternalValue? {
        let index = Int(export.index)
        switch export.kind {
        case .function:
            return functions.indices.contains(index) ? .function(Function(functions[index], store: store)) : nil
        case .table: return tables.indices.contains(index) ? .table(tables[index]) : nil
        case .memory: return memories.indices.contains(index) ? .memory(memories[index]) : nil
        case .global: return globals.indices.contains(index) ? .global(globals[index]) : nil
        case .tag: return tags.indices.contains(index) ? .tag(tags[index]) : nil
        }
    }
}
