// SPDX-License-Identifier: Apache-2.0

// The comparisons of integers that take from the accumulator or put their result there, a line each and form. What the
// forms mean is in Handlers+Numeric.swift.

extension CompareOperation {
    func slots(_ form: Form) -> Handler? {
        switch (form.reads, form.writes) {
        case (.nothing, false): slots
        case (.nothing, true): slotsToAccumulator
        case (.first, false): accumulatorSlot
        case (.first, true): accumulatorSlotToAccumulator
        default: nil
        }
    }

    func immediate(_ form: Form) -> Handler? {
        switch (form.reads, form.writes) {
        case (.nothing, false): immediate
        case (.nothing, true): immediateToAccumulator
        case (.first, false): accumulatorImmediate
        case (.first, true): accumulatorImmediateToAccumulator
        default: nil
        }
    }

    /// accumulator, a, b.
    private var slotsToAccumulator: Handler? {
        switch self {
        case .i32Eq: { compare($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt32.self, ==) }
        case .i32Ne: { compare($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt32.self, !=) }
        case .i32LtS: { compare($0, $1, $2, $3, $4, $5, .slot, .accumulator, Int32.self, <) }
        case .i32LtU: { compare($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt32.self, <) }
        case .i32GtS: { compare($0, $1, $2, $3, $4, $5, .slot, .accumulator, Int32.self, >) }
        case .i32GtU: { compare($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt32.self, >) }
        case .i32LeS: { compare($0, $1, $2, $3, $4, $5, .slot, .accumulator, Int32.self, <=) }
        case .i32LeU: { compare($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt32.self, <=) }
        case .i32GeS: { compare($0, $1, $2, $3, $4, $5, .slot, .accumulator, Int32.self, >=) }
        case .i32GeU: { compare($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt32.self, >=) }
        case .i64Eq: { compare($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt64.self, ==) }
        case .i64Ne: { compare($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt64.self, !=) }
        case .i64LtS: { compare($0, $1, $2, $3, $4, $5, .slot, .accumulator, Int64.self, <) }
        case .i64LtU: { compare($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt64.self, <) }
        case .i64GtS: { compare($0, $1, $2, $3, $4, $5, .slot, .accumulator, Int64.self, >) }
        case .i64GtU: { compare($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt64.self, >) }
        case .i64LeS: { compare($0, $1, $2, $3, $4, $5, .slot, .accumulator, Int64.self, <=) }
        case .i64LeU: { compare($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt64.self, <=) }
        case .i64GeS: { compare($0, $1, $2, $3, $4, $5, .slot, .accumulator, Int64.self, >=) }
        case .i64GeU: { compare($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt64.self, >=) }
        default: nil
        }
    }

    /// dst, accumulator, b.
    private var accumulatorSlot: Handler? {
        switch self {
        case .i32Eq: { compare($0, $1, $2, $3, $4, $5, .accumulator, .slot, UInt32.self, ==) }
        case .i32Ne: { compare($0, $1, $2, $3, $4, $5, .accumulator, .slot, UInt32.self, !=) }
        case .i32LtS: { compare($0, $1, $2, $3, $4, $5, .accumulator, .slot, Int32.self, <) }
        case .i32LtU: { compare($0, $1, $2, $3, $4, $5, .accumulator, .slot, UInt32.self, <) }
        case .i32GtS: { compare($0, $1, $2, $3, $4, $5, .accumulator, .slot, Int32.self, >) }
        case .i32GtU: { compare($0, $1, $2, $3, $4, $5, .accumulator, .slot, UInt32.self, >) }
        case .i32LeS: { compare($0, $1, $2, $3, $4, $5, .accumulator, .slot, Int32.self, <=) }
        case .i32LeU: { compare($0, $1, $2, $3, $4, $5, .accumulator, .slot, UInt32.self, <=) }
        case .i32GeS: { compare($0, $1, $2, $3, $4, $5, .accumulator, .slot, Int32.self, >=) }
        case .i32GeU: { compare($0, $1, $2, $3, $4, $5, .accumulator, .slot, UInt32.self, >=) }
        case .i64Eq: { compare($0, $1, $2, $3, $4, $5, .accumulator, .slot, UInt64.self, ==) }
        case .i64Ne: { compare($0, $1, $2, $3, $4, $5, .accumulator, .slot, UInt64.self, !=) }
        case .i64LtS: { compare($0, $1, $2, $3, $4, $5, .accumulator, .slot, Int64.self, <) }
        case .i64LtU: { compare($0, $1, $2, $3, $4, $5, .accumulator, .slot, UInt64.self, <) }
        case .i64GtS: { compare($0, $1, $2, $3, $4, $5, .accumulator, .slot, Int64.self, >) }
        case .i64GtU: { compare($0, $1, $2, $3, $4, $5, .accumulator, .slot, UInt64.self, >) }
        case .i64LeS: { compare($0, $1, $2, $3, $4, $5, .accumulator, .slot, Int64.self, <=) }
        case .i64LeU: { compare($0, $1, $2, $3, $4, $5, .accumulator, .slot, UInt64.self, <=) }
        case .i64GeS: { compare($0, $1, $2, $3, $4, $5, .accumulator, .slot, Int64.self, >=) }
        case .i64GeU: { compare($0, $1, $2, $3, $4, $5, .accumulator, .slot, UInt64.self, >=) }
        default: nil
        }
    }

    /// accumulator, accumulator, b.
    private var accumulatorSlotToAccumulator: Handler? {
        switch self {
        case .i32Eq: { compare($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, UInt32.self, ==) }
        case .i32Ne: { compare($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, UInt32.self, !=) }
        case .i32LtS: { compare($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, Int32.self, <) }
        case .i32LtU: { compare($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, UInt32.self, <) }
        case .i32GtS: { compare($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, Int32.self, >) }
        case .i32GtU: { compare($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, UInt32.self, >) }
        case .i32LeS: { compare($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, Int32.self, <=) }
        case .i32LeU: { compare($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, UInt32.self, <=) }
        case .i32GeS: { compare($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, Int32.self, >=) }
        case .i32GeU: { compare($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, UInt32.self, >=) }
        case .i64Eq: { compare($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, UInt64.self, ==) }
        case .i64Ne: { compare($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, UInt64.self, !=) }
        case .i64LtS: { compare($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, Int64.self, <) }
        case .i64LtU: { compare($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, UInt64.self, <) }
        case .i64GtS: { compare($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, Int64.self, >) }
        case .i64GtU: { compare($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, UInt64.self, >) }
        case .i64LeS: { compare($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, Int64.self, <=) }
        case .i64LeU: { compare($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, UInt64.self, <=) }
        case .i64GeS: { compare($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, Int64.self, >=) }
        case .i64GeU: { compare($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, UInt64.self, >=) }
        default: nil
        }
    }

    /// accumulator, a, immediate.
    private var immediateToAccumulator: Handler? {
        switch self {
        case .i32Eq: { compareImmediate($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt32.self, ==) }
        case .i32Ne: { compareImmediate($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt32.self, !=) }
        case .i32LtS: { compareImmediate($0, $1, $2, $3, $4, $5, .slot, .accumulator, Int32.self, <) }
        case .i32LtU: { compareImmediate($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt32.self, <) }
        case .i32GtS: { compareImmediate($0, $1, $2, $3, $4, $5, .slot, .accumulator, Int32.self, >) }
        case .i32GtU: { compareImmediate($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt32.self, >) }
        case .i32LeS: { compareImmediate($0, $1, $2, $3, $4, $5, .slot, .accumulator, Int32.self, <=) }
        case .i32LeU: { compareImmediate($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt32.self, <=) }
        case .i32GeS: { compareImmediate($0, $1, $2, $3, $4, $5, .slot, .accumulator, Int32.self, >=) }
        case .i32GeU: { compareImmediate($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt32.self, >=) }
        case .i64Eq: { compareImmediate($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt64.self, ==) }
        case .i64Ne: { compareImmediate($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt64.self, !=) }
        case .i64LtS: { compareImmediate($0, $1, $2, $3, $4, $5, .slot, .accumulator, Int64.self, <) }
        case .i64LtU: { compareImmediate($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt64.self, <) }
        case .i64GtS: { compareImmediate($0, $1, $2, $3, $4, $5, .slot, .accumulator, Int64.self, >) }
        case .i64GtU: { compareImmediate($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt64.self, >) }
        case .i64LeS: { compareImmediate($0, $1, $2, $3, $4, $5, .slot, .accumulator, Int64.self, <=) }
        case .i64LeU: { compareImmediate($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt64.self, <=) }
        case .i64GeS: { compareImmediate($0, $1, $2, $3, $4, $5, .slot, .accumulator, Int64.self, >=) }
        case .i64GeU: { compareImmediate($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt64.self, >=) }
        default: nil
        }
    }

    /// dst, accumulator, immediate.
    private var accumulatorImmediate: Handler? {
        switch self {
        case .i32Eq: { compareImmediate($0, $1, $2, $3, $4, $5, .accumulator, .slot, UInt32.self, ==) }
        case .i32Ne: { compareImmediate($0, $1, $2, $3, $4, $5, .accumulator, .slot, UInt32.self, !=) }
        case .i32LtS: { compareImmediate($0, $1, $2, $3, $4, $5, .accumulator, .slot, Int32.self, <) }
        case .i32LtU: { compareImmediate($0, $1, $2, $3, $4, $5, .accumulator, .slot, UInt32.self, <) }
        case .i32GtS: { compareImmediate($0, $1, $2, $3, $4, $5, .accumulator, .slot, Int32.self, >) }
        case .i32GtU: { compareImmediate($0, $1, $2, $3, $4, $5, .accumulator, .slot, UInt32.self, >) }
        case .i32LeS: { compareImmediate($0, $1, $2, $3, $4, $5, .accumulator, .slot, Int32.self, <=) }
        case .i32LeU: { compareImmediate($0, $1, $2, $3, $4, $5, .accumulator, .slot, UInt32.self, <=) }
        case .i32GeS: { compareImmediate($0, $1, $2, $3, $4, $5, .accumulator, .slot, Int32.self, >=) }
        case .i32GeU: { compareImmediate($0, $1, $2, $3, $4, $5, .accumulator, .slot, UInt32.self, >=) }
        case .i64Eq: { compareImmediate($0, $1, $2, $3, $4, $5, .accumulator, .slot, UInt64.self, ==) }
        case .i64Ne: { compareImmediate($0, $1, $2, $3, $4, $5, .accumulator, .slot, UInt64.self, !=) }
        case .i64LtS: { compareImmediate($0, $1, $2, $3, $4, $5, .accumulator, .slot, Int64.self, <) }
        case .i64LtU: { compareImmediate($0, $1, $2, $3, $4, $5, .accumulator, .slot, UInt64.self, <) }
        case .i64GtS: { compareImmediate($0, $1, $2, $3, $4, $5, .accumulator, .slot, Int64.self, >) }
        case .i64GtU: { compareImmediate($0, $1, $2, $3, $4, $5, .accumulator, .slot, UInt64.self, >) }
        case .i64LeS: { compareImmediate($0, $1, $2, $3, $4, $5, .accumulator, .slot, Int64.self, <=) }
        case .i64LeU: { compareImmediate($0, $1, $2, $3, $4, $5, .accumulator, .slot, UInt64.self, <=) }
        case .i64GeS: { compareImmediate($0, $1, $2, $3, $4, $5, .accumulator, .slot, Int64.self, >=) }
        case .i64GeU: { compareImmediate($0, $1, $2, $3, $4, $5, .accumulator, .slot, UInt64.self, >=) }
        default: nil
        }
    }

    /// accumulator, accumulator, immediate.
    private var accumulatorImmediateToAccumulator: Handler? {
        switch self {
        case .i32Eq: { compareImmediate($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, UInt32.self, ==) }
        case .i32Ne: { compareImmediate($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, UInt32.self, !=) }
        case .i32LtS: { compareImmediate($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, Int32.self, <) }
        case .i32LtU: { compareImmediate($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, UInt32.self, <) }
        case .i32GtS: { compareImmediate($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, Int32.self, >) }
        case .i32GtU: { compareImmediate($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, UInt32.self, >) }
        case .i32LeS: { compareImmediate($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, Int32.self, <=) }
        case .i32LeU: { compareImmediate($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, UInt32.self, <=) }
        case .i32GeS: { compareImmediate($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, Int32.self, >=) }
        case .i32GeU: { compareImmediate($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, UInt32.self, >=) }
        case .i64Eq: { compareImmediate($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, UInt64.self, ==) }
        case .i64Ne: { compareImmediate($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, UInt64.self, !=) }
        case .i64LtS: { compareImmediate($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, Int64.self, <) }
        case .i64LtU: { compareImmediate($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, UInt64.self, <) }
        case .i64GtS: { compareImmediate($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, Int64.self, >) }
        case .i64GtU: { compareImmediate($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, UInt64.self, >) }
        case .i64LeS: { compareImmediate($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, Int64.self, <=) }
        case .i64LeU: { compareImmediate($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, UInt64.self, <=) }
        case .i64GeS: { compareImmediate($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, Int64.self, >=) }
        case .i64GeU: { compareImmediate($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, UInt64.self, >=) }
        default: nil
        }
    }
}
