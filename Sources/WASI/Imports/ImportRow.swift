// SPDX-License-Identifier: Apache-2.0

import WasmEngine
import WasmFormat

// An import as one row: names, types and body. Everything that is said about an import is said there.

/// A parameter of an import: its name, as in the header, and its type in the ABI.
package struct ImportParameter {
    /// What a parameter means: decides its WebAssembly type and how a trace shows it.
    package enum Kind: Sendable {
        /// A descriptor, or another signed 32-bit integer.
        case i32
        /// A size, flags, or another unsigned 32-bit integer.
        case u32
        /// A signed 64-bit integer.
        case i64
        /// An unsigned 64-bit integer.
        case u64
        /// An address in linear memory.
        case pointer
        /// The address of text whose length is the next parameter.
        case text
    }

    /// The name, as in the header.
    package let name: String
    /// The meaning.
    package let kind: Kind
    /// Shows the argument in a trace, where the kind alone does not say enough: called with the call and the
    /// argument's index, before the body runs.
    package let format: ((GuestCall, Int) -> String?)?

    /// A parameter.
    package init(_ name: String, _ kind: Kind, format: ((GuestCall, Int) -> String?)? = nil) {
        self.name = name
        self.kind = kind
        self.format = format
    }

    /// A descriptor or another signed 32-bit integer.
    package static func i32(_ name: String) -> ImportParameter { ImportParameter(name, .i32) }
    /// An unsigned 32-bit integer.
    package static func u32(_ name: String) -> ImportParameter { ImportParameter(name, .u32) }
    /// A signed 64-bit integer.
    package static func i64(_ name: String) -> ImportParameter { ImportParameter(name, .i64) }
    /// An unsigned 64-bit integer.
    package static func u64(_ name: String) -> ImportParameter { ImportParameter(name, .u64) }
    /// An address.
    package static func pointer(_ name: String) -> ImportParameter { ImportParameter(name, .pointer) }
    /// The address of text whose length follows.
    package static func text(_ name: String) -> ImportParameter { ImportParameter(name, .text) }

    /// The WebAssembly type.
    var valueType: ValueType {
        switch kind {
        case .i32, .u32, .pointer, .text: .i32
        case .i64, .u64: .i64
        }
    }
}

/// An import that the host provides.
///
///     ImportRow("wasi_fd", "dup_to", [.i32("fd"), .i32("target"), .u32("flags")]) { call, system throws(Errno) in
///         …
///     }
///
/// The body reads arguments from the call, checks every pointer, outputs included, before it asks the kernel, writes
/// results through pointers, and returns for success or throws the errno that the guest gets.
package struct ImportRow {
    /// What an import does.
    package typealias Body = (GuestCall, WASISystem) throws(Errno) -> Void

    enum Action {
        case returning(Body)
        case ending((GuestCall, WASISystem) -> Trap)
    }

    /// The import's module.
    package let module: String
    /// The import's name in it.
    package let name: String
    /// The parameters, in order.
    package let parameters: [ImportParameter]
    let action: Action

    /// An import that returns an errno.
    package init(_ module: String, _ name: String, _ parameters: [ImportParameter], _ body: @escaping Body) {
        self.module = module
        self.name = name
        self.parameters = parameters
        action = .returning(body)
    }

    /// An import that does not return.
    init(
        _ module: String, _ name: String, _ parameters: [ImportParameter],
        ending body: @escaping (GuestCall, WASISystem) -> Trap
    ) {
        self.module = module
        self.name = name
        self.parameters = parameters
        action = .ending(body)
    }

    /// The type that a module must import it at.
    package var type: FunctionType {
        switch action {
        case .returning: FunctionType(parameters.map(\.valueType), [.i32])
        case .ending: FunctionType(parameters.map(\.valueType), [])
        }
    }

    /// Runs the body without an engine: its errno, or nil when it ends the program. For tests and interposition.
    package func run(_ call: GuestCall, _ system: WASISystem) -> Errno? {
        switch action {
        case .returning(let body):
            do throws(Errno) { try body(call, system) } catch { return error }
            return .success
        case .ending: return nil
        }
    }
}
