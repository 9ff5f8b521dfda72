// SPDX-License-Identifier: Apache-2.0

// A decoded and validated module: inert structs in the order of the binary format. Index spaces that imports share with
// definitions have one array of types over both, imports first.

/// A module's content, whose validity was checked when it was made.
public struct Module: Sendable {
    /// The module in the binary format. Byte ranges and offsets below are into this.
    public let bytes: [UInt8]
    /// What the module was allowed to use.
    public let features: Features

    /// The type section.
    package internal(set) var types: [FunctionType] = []
    /// The import section, in order.
    public internal(set) var imports: [Import] = []
    /// The type index of each function, imported and defined.
    package internal(set) var functionTypeIndices: [UInt32] = []
    /// The type of each table, imported and defined.
    package internal(set) var tables: [TableType] = []
    /// The type of each memory, imported and defined.
    package internal(set) var memories: [MemoryType] = []
    /// The type of each tag, imported and defined, as an index of `types`.
    package internal(set) var tagTypeIndices: [UInt32] = []
    /// The type of each global, imported and defined.
    package internal(set) var globals: [GlobalType] = []

    /// How many of the functions are imported.
    package internal(set) var importedFunctionCount = 0
    /// How many of the tables are imported.
    package internal(set) var importedTableCount = 0
    /// How many of the memories are imported.
    package internal(set) var importedMemoryCount = 0
    /// How many of the tags are imported.
    package internal(set) var importedTagCount = 0
    /// How many of the globals are imported.
    package internal(set) var importedGlobalCount = 0

    /// The initial value of each defined global.
    package internal(set) var globalInitializers: [ConstantExpression] = []
    /// The export section, in order.
    public internal(set) var exports: [Export] = []
    /// Where in `exports` each name is.
    var exportPositions: [ExactName: Int] = [:]
    /// The function to call at the end of instantiation.
    package internal(set) var start: UInt32?
    /// The element section.
    package internal(set) var elements: [ElementSegment] = []
    /// The data section.
    package internal(set) var data: [DataSegment] = []
    /// The body of each defined function.
    package internal(set) var bodies: [FunctionBody] = []
    /// The local declarations of all bodies, one after the other; `FunctionBody.localRuns` is a range of this.
    package internal(set) var localRuns: [LocalRun] = []
    /// The custom sections, in order.
    public internal(set) var customSections: [CustomSection] = []

    /// An empty module over `bytes`, for the decoder to fill.
    init(undecoded bytes: [UInt8], features: Features) {
        self.bytes = bytes
        self.features = features
    }

    /// Decodes and validates a module, function bodies included.
    ///
    /// - Parameters:
    ///   - bytes: The module in the binary format.
    ///   - features: What it may use.
    ///   - workers: Who validates the function bodies of a large module. The error is the same whoever does.
    public init(
        bytes: [UInt8], features: Features = .default, workers: Workers = .caller
    ) throws(FormatError) {
        self = try ModuleDecoder.decode(bytes, features: features, workers: workers)
    }

    /// The export of this name.
    public func export(named name: String) -> Export? { exportPositions[ExactName(name)].map { exports[$0] } }

    /// The type of what the module exports; nil for an export of another module.
    public func type(of export: Export) -> ExternalType? {
        let index = Int(export.index)
        switch export.kind {
        case .function: return functionType(index).map { .function($0) }
        case .table: return tables.indices.contains(index) ? .table(tables[index]) : nil
        case .memory: return memories.indices.contains(index) ? .memory(memories[index]) : nil
        case .global: return globals.indices.contains(index) ? .global(globals[index]) : nil
        case .tag:
            guard tagTypeIndices.indices.contains(index) else { return nil }
            return type(at: tagTypeIndices[index]).map { .tag($0) }
        }
    }

    /// The type of a function, imported or defined, or nil for an index that is not a function's.
    package func functionType(_ index: Int) -> FunctionType? {
        guard functionTypeIndices.indices.contains(index) else { return nil }
        return type(at: functionTypeIndices[index])
    }

    /// An entry of the type section.
    func type(at index: UInt32) -> FunctionType? { types.indices.contains(Int(index)) ? types[Int(index)] : nil }
}

/// One entry of the import section.
public struct Import: Sendable, Hashable {
    /// The module to import from.
    public var module: String
    /// The name of what is imported.
    public var name: String
    /// What it must be.
    public var type: ExternalType
}

/// The type of an import or an export.
public enum ExternalType: Sendable, Hashable {
    /// A function.
    case function(FunctionType)
    /// A table.
    case table(TableType)
    /// A memory.
    case memory(MemoryType)
    /// A global.
    case global(GlobalType)
    /// A tag; the parameters are what its exceptions carry.
    case tag(FunctionType)
}

/// One entry of the export section.
public struct Export: Sendable, Hashable {
    /// The name, unique in the module.
    public var name: String
    /// What is exported; `Module.type(of:)` knows more.
    public var kind: ExternalKind
    /// Which one: an index of the kind's index space.
    package var index: UInt32
}

/// The kinds of things that modules import and export. The raw value is the byte in the binary format.
public enum ExternalKind: UInt8, Sendable, Hashable {
    /// A function.
    case function = 0
    /// A table.
    case table = 1
    /// A memory.
    case memory = 2
    /// A global.
    case global = 3
    /// A tag.
    case tag = 4
}

/// A constant expression as it stands in the module: read it with an `InstructionReader`.
package struct ConstantExpression: Sendable, Hashable {
    /// The expression's bytes, its `end` included.
    package var code: Range<Int>
}

/// What instantiation does with a segment.
package enum SegmentMode: Sendable, Hashable {
    /// Nothing: it is there for `memory.init` or `table.init`.
    case passive
    /// Copies it into the memory or table of this index, at this offset, and drops it.
    case active(index: UInt32, offset: ConstantExpression)
    /// Drops it: it only declares functions that `ref.func` may name.
    case declarative
}

/// An element segment.
package struct ElementSegment: Sendable, Hashable {
    /// What it holds.
    package enum Items: Sendable, Hashable {
        /// References to these functions.
        case functions([UInt32])
        /// The values of these expressions.
        case expressions([ConstantExpression])

        /// How many elements there are.
        package var count: Int {
            switch self {
            case .functions(let indices): indices.count
            case .expressions(let expressions): expressions.count
            }
        }
    }

    /// What becomes of it at instantiation.
    package var mode: SegmentMode
    /// The type of its elements.
    package var type: ValueType
    /// Its elements.
    package var items: Items
}

/// A data segment.
package struct DataSegment: Sendable, Hashable {
    /// What becomes of it at instantiation.
    package var mode: SegmentMode
    /// Where its bytes are in the module.
    package var bytes: Range<Int>
}

/// So many locals of one type, one after the other.
package struct LocalRun: Sendable, Hashable {
    /// How many.
    package var count: UInt32
    /// Of which type.
    package var type: ValueType
}

/// The body of a defined function.
package struct FunctionBody: Sendable, Hashable {
    /// The index of the function's type.
    package var typeIndex: UInt32
    /// Which of the module's `localRuns` declare its locals, parameters not included.
    package var localRuns: Range<Int>
    /// Where its instructions are in the module, the last `end` included.
    package var code: Range<Int>
}

/// A custom section.
public struct CustomSection: Sendable, Hashable {
    /// Its name.
    public var name: String
    /// Where its content is in the module, after the name.
    public var bytes: Range<Int>
}
