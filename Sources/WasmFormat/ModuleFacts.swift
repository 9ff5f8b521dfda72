// SPDX-License-Identifier: Apache-2.0

// What the validation of function bodies asks of the module, flattened so that asking costs no reference counting.

/// An array of plain values that is made once. Indices come from modules, so the subscript is checked.
struct FlatArray<Element: BitwiseCopyable>: ~Copyable {
    private let base: UnsafeMutablePointer<Element>
    let count: UInt32

    init(_ elements: [Element]) {
        base = .allocate(capacity: max(elements.count, 1))
        for (index, element) in elements.enumerated() { (base + index).initialize(to: element) }
        count = UInt32(truncatingIfNeeded: elements.count)
    }

    deinit { base.deallocate() }

    /// The element at an index, or nil when there is none.
    @inline(__always)
    subscript(index: UInt32) -> Element? { index < count ? base[Int(index)] : nil }

    /// The elements from `span.start`, where `span` is one that the array's owner made.
    @inline(__always)
    func elements(_ span: TypeSpan) -> UnsafePointer<Element> { UnsafePointer(base + Int(span.start)) }
}

/// A sequence of value types: a place in `ModuleFacts.typeBytes`.
struct TypeSpan {
    var start: UInt32
    var count: UInt32

    /// No types.
    static let empty = TypeSpan(start: 0, count: 0)
}

/// A module's facts.
struct ModuleFacts: ~Copyable {
    /// A function type.
    struct Signature {
        var parameters: TypeSpan
        var results: TypeSpan
    }

    /// A global.
    struct Global {
        var type: UInt8
        var isMutable: Bool
    }

    /// First every value type alone, then the parameters and results of every function type.
    let typeBytes: FlatArray<UInt8>
    let signatures: FlatArray<Signature>
    let functions: FlatArray<UInt32>
    let globals: FlatArray<Global>
    let tables: FlatArray<UInt8>
    let elements: FlatArray<UInt8>
    let tags: FlatArray<UInt32>
    /// Whether `ref.func` may name the function.
    let isDeclared: FlatArray<Bool>
    let memoryCount: UInt32
    let dataCount: UInt32?
    let features: Features

    /// The facts of a module whose types were checked.
    init(_ decoded: DecodedModule, isDeclared: [Bool]) {
        let module = decoded.module
        var bytes = Self.singles
        var signatures: [Signature] = []
        signatures.reserveCapacity(module.types.count)
        for type in module.types {
            let start = UInt32(bytes.count)
            for parameter in type.parameters { bytes.append(parameter.rawValue) }
            for result in type.results { bytes.append(result.rawValue) }
            let parameterCount = UInt32(type.parameters.count)
            signatures.append(
                Signature(
                    parameters: TypeSpan(start: start, count: parameterCount),
                    results: TypeSpan(start: start + parameterCount, count: UInt32(type.results.count))))
        }
        typeBytes = FlatArray(bytes)
        self.signatures = FlatArray(signatures)
        functions = FlatArray(module.functionTypeIndices)
        globals = FlatArray(module.globals.map { Global(type: $0.valueType.rawValue, isMutable: $0.isMutable) })
        tables = FlatArray(module.tables.map(\.elementType.rawValue))
        elements = FlatArray(module.elements.map(\.type.rawValue))
        tags = FlatArray(module.tagTypeIndices)
        self.isDeclared = FlatArray(isDeclared)
        memoryCount = UInt32(truncatingIfNeeded: module.memories.count)
        dataCount = decoded.dataCount
        features = module.features
    }

    private static let singles = (0..<0x80).map { UInt8($0) }

    /// The span of one type.
    @inline(__always)
    static func single(_ type: ValueType) -> TypeSpan { TypeSpan(start: UInt32(type.rawValue), count: 1) }
}
