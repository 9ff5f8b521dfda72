// SPDX-License-Identifier: Apache-2.0

import Synchronization
import WasmFormat

// A module's translated code: independent of instances, made a function at a time when it is first called.

/// A function's code and what is known of it besides.
struct TranslatedFunction: @unchecked Sendable {
    // Safe to send: nobody writes to the code but `translateFunction`, a word at a time.

    /// Its index in the module's function index space.
    var index: Int
    /// Its code, in one of `ModuleCode`'s regions.
    var code: UnsafeMutablePointer<UInt64>
    /// How many words of code there are.
    var count: Int
    /// How many slots a frame has, from its first argument to the end of its operand stack.
    var frameSlots: Int
    /// Where the return address lies in a frame; the caller's frame pointer is next to it.
    var linkSlot: Int
    /// Where instructions that may trap or call came from, ascending.
    var origins: [Origin]
    /// The `try_table`s, inner ones before outer ones.
    var handlers: [ExceptionHandler]

    /// An instruction of the module and the word of code that came of it.
    struct Origin {
        var word: UInt32
        var byteOffset: UInt32
    }

    /// The offset in the module of the instruction whose code contains `pc`.
    func byteOffset(of pc: ProgramCounter) -> Int? {
        let word = UInt32(truncatingIfNeeded: pc - ProgramCounter(code))
        var low = 0
        var high = origins.count
        while low < high {
            let middle = (low + high) / 2
            if origins[middle].word <= word { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? nil : Int(origins[low - 1].byteOffset)
    }
}

/// One clause of a `try_table`, in terms of code.
struct ExceptionHandler {
    /// The words of code that it covers.
    var range: Range<Int>
    var kind: CatchClause.Kind
    /// The index of the tag, where the kind has one.
    var tag: Int
    /// Where to go on.
    var target: Int
    /// The slot that the first of the exception's values goes to.
    var slot: Int
}

/// The code of a module. Translation publishes a function's code by one store of its address: whoever reads the old
/// address goes through the stub again, and finds the code.
final class ModuleCode: @unchecked Sendable {
    // Safe to share: `state` is behind a lock, and the stubs are never written after init.

    let module: Module
    /// The interned number of each of the module's types.
    let typeNumbers: [UInt32]
    /// How many slots the parameters and the results of each type take.
    let slotCounts: [(parameters: UInt32, results: UInt32)]
    /// The slot among its own globals of each global that the module defines, and how many there are.
    let globalPositions: [Int]
    private let stubs: UnsafeMutablePointer<UInt64>
    private let state: Mutex<State>

    private struct State {
        /// The address of each defined function's code, or 0.
        var entries: [UInt]
        var regions = CodeRegions()
    }

    private static let stubWords = 2

    init(_ module: Module) {
        self.module = module
        typeNumbers = module.types.map(FunctionTypeTable.number(of:))
        slotCounts = module.types.map { (UInt32($0.parameters.slotCount), UInt32($0.results.slotCount)) }
        var positions = [0]
        for global in module.globals.dropFirst(module.importedGlobalCount) {
            positions.append((positions.last ?? 0) + (global.valueType == .v128 ? 2 : 1))
        }
        globalPositions = positions
        let count = module.bodies.count
        stubs = .allocate(capacity: max(count * Self.stubWords, 1))
        let handler = word(Handlers.translate)
        for defined in 0..<count {
            stubs[defined * Self.stubWords] = handler
            stubs[defined * Self.stubWords + 1] = UInt64(defined)
        }
        state = Mutex(State(entries: [UInt](repeating: 0, count: count)))
    }

    deinit {
        state.withLock { $0.regions.free() }
        stubs.deallocate()
    }

    /// Where a defined function begins: its code, or the stub that makes it.
    func entry(ofDefined index: Int) -> ProgramCounter { translated(index) ?? stub(ofDefined: index) }

    /// The stub of a defined function.
    func stub(ofDefined index: Int) -> ProgramCounter { ProgramCounter(stubs + index * Self.stubWords) }

    private func translated(_ index: Int) -> ProgramCounter? {
        ProgramCounter(bitPattern: state.withLock { $0.entries[index] })
    }

    /// Translates a defined function unless that was done; nil when it is too large for the frame layout.
    func translate(defined index: Int) -> ProgramCounter? {
        if let entry = translated(index) { return entry }
        guard let function = Translator.translate(index, of: self) else { return nil }
        // When another thread was faster, this code is left to lie.
        state.withLock { state in
            guard state.entries[index] == 0 else { return }
            state.entries[index] = UInt(bitPattern: function.code)
            state.regions.insert(function)
        }
        return translated(index)
    }

    /// Room for so many words of code, which stays as long as this does.
    func allocate(words count: Int) -> UnsafeMutablePointer<UInt64> {
        // The words are the caller's alone until it publishes them.
        state.withLock { state in
            nonisolated(unsafe) let words = state.regions.allocate(count)
            return words
        }
    }

    /// The function whose code contains an address.
    func function(at pc: ProgramCounter) -> TranslatedFunction? {
        let address = UInt(bitPattern: pc)
        return state.withLock { $0.regions.function(at: address) }
    }
}
