// SPDX-License-Identifier: Apache-2.0

import WasmFormat

// What an instance is given, and how linking fails.

/// Something that can be imported and exported.
public enum ExternalValue {
    /// A function of an instance in the same store.
    case function(Function)
    /// A function of the host's.
    case host(HostFunction)
    /// A memory.
    case memory(Memory)
    /// A table.
    case table(Table)
    /// A global.
    case global(Global)
    /// A tag.
    case tag(Tag)
}

/// The values that a module's imports are resolved with, by module and name.
///
///     var imports = Imports()
///     imports["env", "log"] = .host(HostFunction { (number: Int32) in print(number) })
public struct Imports {
    private struct Key: Hashable {
        var module: ExactName
        var name: ExactName

        init(_ module: String, _ name: String) {
            self.module = ExactName(module)
            self.name = ExactName(name)
        }
    }

    private var values: [Key: ExternalValue] = [:]

    /// No imports.
    public init() {}

    /// The value for an import.
    public subscript(module: String, name: String) -> ExternalValue? {
        get { values[Key(module, name)] }
        set { values[Key(module, name)] = newValue }
    }

    /// Provides all exports of an instance under a module name.
    public mutating func define(_ module: String, exportsOf instance: Instance) {
        for export in instance.module.exports { self[module, export.name] = instance.value(of: export) }
    }
}

/// Why a module could not be linked.
public struct LinkError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The closed set of reasons.
    public enum Reason: Sendable, Equatable {
        /// No value was given for an import.
        case unknownImport
        /// The value given for an import is of another type.
        case incompatibleImportType
        /// A limit of the store, or of the system, was reached.
        case resources
        /// The module needs something that this engine does not do.
        case unsupported
    }

    /// Why.
    public var reason: Reason
    /// What, in words: for an import its module and name.
    public var detail: String

    init(_ reason: Reason, _ detail: String) {
        self.reason = reason
        self.detail = detail
    }

    /// The reason in the official test suite's words, and the detail.
    public var description: String {
        switch reason {
        case .unknownImport: "unknown import: \(detail)"
        case .incompatibleImportType: "incompatible import type: \(detail)"
        case .resources: "out of resources: \(detail)"
        case .unsupported: "unsupported: \(detail)"
        }
    }
}

/// Why a module could not be instantiated.
public enum InstantiationError: Error, Sendable, Equatable {
    /// Its imports do not fit, or the resources do not suffice. Nothing of it has run.
    case link(LinkError)
    /// A segment did not fit or the start function trapped. What was written by then stays.
    case trap(Trap)
}
