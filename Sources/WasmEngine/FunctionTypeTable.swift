// SPDX-License-Identifier: Apache-2.0

import Synchronization
import WasmFormat

// Function types as numbers, the same in all modules of the process, so that `call_indirect` compares one integer.

enum FunctionTypeTable {
    private struct State {
        var numbers: [FunctionType: UInt32] = [:]
        var types: [FunctionType] = []
    }

    private static let state = Mutex(State())

    /// The number of a type.
    static func number(of type: FunctionType) -> UInt32 {
        state.withLock { state in
            if let number = state.numbers[type] { return number }
            let number = UInt32(state.types.count)
            state.types.append(type)
            state.numbers[type] = number
            return number
        }
    }

    /// The type that has a number.
    static func type(of number: UInt32) -> FunctionType {
        state.withLock { $0.types[Int(number)] }
    }
}
