// SPDX-License-Identifier: Apache-2.0

// The comparisons that branch, with the left operand in the accumulator: a line each and form. What the forms mean is in
// Handlers+Numeric.swift.

extension CompareOperation {
    /// accumulator, b; target.
    var accumulatorForward: Handler? {
        switch self {
        case .i32Eq: { branchIf($0, $1, $2, $3, $4, $5, .accumulator, backward: false, UInt32.self, ==) }
        case .i32Ne: { branchIf($0, $1, $2, $3, $4, $5, .accumulator, backward: false, UInt32.self, !=) }
        case .i32LtS: { branchIf($0, $1, $2, $3, $4, $5, .accumulator, backward: false, Int32.self, <) }
        case .i32LtU: { branchIf($0, $1, $2, $3, $4, $5, .accumulator, backward: false, UInt32.self, <) }
        case .i32GtS: { branchIf($0, $1, $2, $3, $4, $5, .accumulator, backward: false, Int32.self, >) }
        case .i32GtU: { branchIf($0, $1, $2, $3, $4, $5, .accumulator, backward: false, UInt32.self, >) }
        case .i32LeS: { branchIf($0, $1, $2, $3, $4, $5, .accumulator, backward: false, Int32.self, <=) }
        case .i32LeU: { branchIf($0, $1, $2, $3, $4, $5, .accumulator, backward: false, UInt32.self, <=) }
        case .i32GeS: { branchIf($0, $1, $2, $3, $4, $5, .accumulator, backward: false, Int32.self, >=) }
        case .i32GeU: { branchIf($0, $1, $2, $3, $4, $5, .accumulator, backward: false, UInt32.self, >=) }
        case .i64Eq: { branchIf($0, $1, $2, $3, $4, $5, .accumulator, backward: false, UInt64.self, ==) }
        case .i64Ne: { branchIf($0, $1, $2, $3, $4, $5, .accumulator, backward: false, UInt64.self, !=) }
        case .i64LtS: { branchIf($0, $1, $2, $3, $4, $5, .accumulator, backward: false, Int64.self, <) }
        case .i64LtU: { branchIf($0, $1, $2, $3, $4, $5, .accumulator, backward: false, UInt64.self, <) }
        case .i64GtS: { branchIf($0, $1, $2, $3, $4, $5, .accumulator, backward: false, Int64.self, >) }
        case .i64GtU: { branchIf($0, $1, $2, $3, $4, $5, .accumulator, backward: false, UInt64.self, >) }
        case .i64LeS: { branchIf($0, $1, $2, $3, $4, $5, .accumulator, backward: false, Int64.self, <=) }
        case .i64LeU: { branchIf($0, $1, $2, $3, $4, $5, .accumulator, backward: false, UInt64.self, <=) }
        case .i64GeS: { branchIf($0, $1, $2, $3, $4, $5, .accumulator, backward: false, Int64.self, >=) }
        case .i64GeU: { branchIf($0, $1, $2, $3, $4, $5, .accumulator, backward: false, UInt64.self, >=) }
        case .f64Eq: { branchIf($0, $1, $2, $3, $4, $5, .accumulator, backward: false, Double.self, ==) }
        case .f64Ne: { branchIf($0, $1, $2, $3, $4, $5, .accumulator, backward: false, Double.self, !=) }
        case .f64Lt: { branchIf($0, $1, $2, $3, $4, $5, .accumulator, backward: false, Double.self, <) }
        case .f64Gt: { branchIf($0, $1, $2, $3, $4, $5, .accumulator, backward: false, Double.self, >) }
        case .f64Le: { branchIf($0, $1, $2, $3, $4, $5, .accumulator, backward: false, Double.self, <=) }
        case .f64Ge: { branchIf($0, $1, $2, $3, $4, $5, .accumulator, backward: false, Double.self, >=) }
        default: nil
        }
    }

    /// accumulator, b; target, for a loop's back edge.
    var accumulatorBackward: Handler? {
        switch self {
        case .i32Eq: { branchIf($0, $1, $2, $3, $4, $5, .accumulator, backward: true, UInt32.self, ==) }
        case .i32Ne: { branchIf($0, $1, $2, $3, $4, $5, .accumulator, backward: true, UInt32.self, !=) }
        case .i32LtS: { branchIf($0, $1, $2, $3, $4, $5, .accumulator, backward: true, Int32.self, <) }
        case .i32LtU: { branchIf($0, $1, $2, $3, $4, $5, .accumulator, backward: true, UInt32.self, <) }
        case .i32GtS: { branchIf($0, $1, $2, $3, $4, $5, .accumulator, backward: true, Int32.self, >) }
        case .i32GtU: { branchIf($0, $1, $2, $3, $4, $5, .accumulator, backward: true, UInt32.self, >) }
        case .i32LeS: { branchIf($0, $1, $2, $3, $4, $5, .accumulator, backward: true, Int32.self, <=) }
        case .i32LeU: { branchIf($0, $1, $2, $3, $4, $5, .accumulator, backward: true, UInt32.self, <=) }
        case .i32GeS: { branchIf($0, $1, $2, $3, $4, $5, .accumulator, backward: true, Int32.self, >=) }
        case .i32GeU: { branchIf($0, $1, $2, $3, $4, $5, .accumulator, backward: true, UInt32.self, >=) }
        case .i64Eq: { branchIf($0, $1, $2, $3, $4, $5, .accumulator, backward: true, UInt64.self, ==) }
        case .i64Ne: { branchIf($0, $1, $2, $3, $4, $5, .accumulator, backward: true, UInt64.self, !=) }
        case .i64LtS: { branchIf($0, $1, $2, $3, $4, $5, .accumulator, backward: true, Int64.self, <) }
        case .i64LtU: { branchIf($0, $1, $2, $3, $4, $5, .accumulator, backward: true, UInt64.self, <) }
        case .i64GtS: { branchIf($0, $1, $2, $3, $4, $5, .accumulator, backward: true, Int64.self, >) }
        case .i64GtU: { branchIf($0, $1, $2, $3, $4, $5, .accumulator, backward: true, UInt64.self, >) }
        case .i64LeS: { branchIf($0, $1, $2, $3, $4, $5, .accumulator, backward: true, Int64.self, <=) }
        case .i64LeU: { branchIf($0, $1, $2, $3, $4, $5, .accumulator, backward: true, UInt64.self, <=) }
        case .i64GeS: { branchIf($0, $1, $2, $3, $4, $5, .accumulator, backward: true, Int64.self, >=) }
        case .i64GeU: { branchIf($0, $1, $2, $3, $4, $5, .accumulator, backward: true, UInt64.self, >=) }
        case .f64Eq: { branchIf($0, $1, $2, $3, $4, $5, .accumulator, backward: true, Double.self, ==) }
        case .f64Ne: { branchIf($0, $1, $2, $3, $4, $5, .accumulator, backward: true, Double.self, !=) }
        case .f64Lt: { branchIf($0, $1, $2, $3, $4, $5, .accumulator, backward: true, Double.self, <) }
        case .f64Gt: { branchIf($0, $1, $2, $3, $4, $5, .accumulator, backward: true, Double.self, >) }
        case .f64Le: { branchIf($0, $1, $2, $3, $4, $5, .accumulator, backward: true, Double.self, <=) }
        case .f64Ge: { branchIf($0, $1, $2, $3, $4, $5, .accumulator, backward: true, Double.self, >=) }
        default: nil
        }
    }

    /// accumulator, immediate; target.
    var accumulatorForwardImmediate: Handler? {
        switch self {
        case .i32Eq: { branchIfImmediate($0, $1, $2, $3, $4, $5, .accumulator, backward: false, UInt32.self, ==) }
        case .i32Ne: { branchIfImmediate($0, $1, $2, $3, $4, $5, .accumulator, backward: false, UInt32.self, !=) }
        case .i32LtS: { branchIfImmediate($0, $1, $2, $3, $4, $5, .accumulator, backward: false, Int32.self, <) }
        case .i32LtU: { branchIfImmediate($0, $1, $2, $3, $4, $5, .accumulator, backward: false, UInt32.self, <) }
        case .i32GtS: { branchIfImmediate($0, $1, $2, $3, $4, $5, .accumulator, backward: false, Int32.self, >) }
        case .i32GtU: { branchIfImmediate($0, $1, $2, $3, $4, $5, .accumulator, backward: false, UInt32.self, >) }
        case .i32LeS: { branchIfImmediate($0, $1, $2, $3, $4, $5, .accumulator, backward: false, Int32.self, <=) }
        case .i32LeU: { branchIfImmediate($0, $1, $2, $3, $4, $5, .accumulator, backward: false, UInt32.self, <=) }
        case .i32GeS: { branchIfImmediate($0, $1, $2, $3, $4, $5, .accumulator, backward: false, Int32.self, >=) }
        case .i32GeU: { branchIfImmediate($0, $1, $2, $3, $4, $5, .accumulator, backward: false, UInt32.self, >=) }
        case .i64Eq: { branchIfImmediate($0, $1, $2, $3, $4, $5, .accumulator, backward: false, UInt64.self, ==) }
        case .i64Ne: { branchIfImmediate($0, $1, $2, $3, $4, $5, .accumulator, backward: false, UInt64.self, !=) }
        case .i64LtS: { branchIfImmediate($0, $1, $2, $3, $4, $5, .accumulator, backward: false, Int64.self, <) }
        case .i64LtU: { branchIfImmediate($0, $1, $2, $3, $4, $5, .accumulator, backward: false, UInt64.self, <) }
        case .i64GtS: { branchIfImmediate($0, $1, $2, $3, $4, $5, .accumulator, backward: false, Int64.self, >) }
        case .i64GtU: { branchIfImmediate($0, $1, $2, $3, $4, $5, .accumulator, backward: false, UInt64.self, >) }
        case .i64LeS: { branchIfImmediate($0, $1, $2, $3, $4, $5, .accumulator, backward: false, Int64.self, <=) }
        case .i64LeU: { branchIfImmediate($0, $1, $2, $3, $4, $5, .accumulator, backward: false, UInt64.self, <=) }
        case .i64GeS: { branchIfImmediate($0, $1, $2, $3, $4, $5, .accumulator, backward: false, Int64.self, >=) }
        case .i64GeU: { branchIfImmediate($0, $1, $2, $3, $4, $5, .accumulator, backward: false, UInt64.self, >=) }
        default: nil
        }
    }

    /// accumulator, immediate; target, for a loop's back edge.
    var accumulatorBackwardImmediate: Handler? {
        switch self {
        case .i32Eq: { branchIfImmediate($0, $1, $2, $3, $4, $5, .accumulator, backward: true, UInt32.self, ==) }
        case .i32Ne: { branchIfImmediate($0, $1, $2, $3, $4, $5, .accumulator, backward: true, UInt32.self, !=) }
        case .i32LtS: { branchIfImmediate($0, $1, $2, $3, $4, $5, .accumulator, backward: true, Int32.self, <) }
        case .i32LtU: { branchIfImmediate($0, $1, $2, $3, $4, $5, .accumulator, backward: true, UInt32.self, <) }
        case .i32GtS: { branchIfImmediate($0, $1, $2, $3, $4, $5, .accumulator, backward: true, Int32.self, >) }
        case .i32GtU: { branchIfImmediate($0, $1, $2, $3, $4, $5, .accumulator, backward: true, UInt32.self, >) }
        case .i32LeS: { branchIfImmediate($0, $1, $2, $3, $4, $5, .accumulator, backward: true, Int32.self, <=) }
        case .i32LeU: { branchIfImmediate($0, $1, $2, $3, $4, $5, .accumulator, backward: true, UInt32.self, <=) }
        case .i32GeS: { branchIfImmediate($0, $1, $2, $3, $4, $5, .accumulator, backward: true, Int32.self, >=) }
        case .i32GeU: { branchIfImmediate($0, $1, $2, $3, $4, $5, .accumulator, backward: true, UInt32.self, >=) }
        case .i64Eq: { branchIfImmediate($0, $1, $2, $3, $4, $5, .accumulator, backward: true, UInt64.self, ==) }
        case .i64Ne: { branchIfImmediate($0, $1, $2, $3, $4, $5, .accumulator, backward: true, UInt64.self, !=) }
        case .i64LtS: { branchIfImmediate($0, $1, $2, $3, $4, $5, .accumulator, backward: true, Int64.self, <) }
        case .i64LtU: { branchIfImmediate($0, $1, $2, $3, $4, $5, .accumulator, backward: true, UInt64.self, <) }
        case .i64GtS: { branchIfImmediate($0, $1, $2, $3, $4, $5, .accumulator, backward: true, Int64.self, >) }
        case .i64GtU: { branchIfImmediate($0, $1, $2, $3, $4, $5, .accumulator, backward: true, UInt64.self, >) }
        case .i64LeS: { branchIfImmediate($0, $1, $2, $3, $4, $5, .accumulator, backward: true, Int64.self, <=) }
        case .i64LeU: { branchIfImmediate($0, $1, $2, $3, $4, $5, .accumulator, backward: true, UInt64.self, <=) }
        case .i64GeS: { branchIfImmediate($0, $1, $2, $3, $4, $5, .accumulator, backward: true, Int64.self, >=) }
        case .i64GeU: { branchIfImmediate($0, $1, $2, $3, $4, $5, .accumulator, backward: true, UInt64.self, >=) }
        default: nil
        }
    }

    /// accumulator, b; target: branches when it does not hold.
    var accumulatorForwardUnless: Handler? {
        switch self {
        case .f64Eq: { branchIf($0, $1, $2, $3, $4, $5, .accumulator, backward: false, Double.self) { !($0 == $1) } }
        case .f64Ne: { branchIf($0, $1, $2, $3, $4, $5, .accumulator, backward: false, Double.self) { !($0 != $1) } }
        case .f64Lt: { branchIf($0, $1, $2, $3, $4, $5, .accumulator, backward: false, Double.self) { !($0 < $1) } }
        case .f64Gt: { branchIf($0, $1, $2, $3, $4, $5, .accumulator, backward: false, Double.self) { !($0 > $1) } }
        case .f64Le: { branchIf($0, $1, $2, $3, $4, $5, .accumulator, backward: false, Double.self) { !($0 <= $1) } }
        case .f64Ge: { branchIf($0, $1, $2, $3, $4, $5, .accumulator, backward: false, Double.self) { !($0 >= $1) } }
        default: nil
        }
    }

    /// accumulator, b; target: the same for a loop's back edge.
    var accumulatorBackwardUnless: Handler? {
        switch self {
        case .f64Eq: { branchIf($0, $1, $2, $3, $4, $5, .accumulator, backward: true, Double.self) { !($0 == $1) } }
        case .f64Ne: { branchIf($0, $1, $2, $3, $4, $5, .accumulator, backward: true, Double.self) { !($0 != $1) } }
        case .f64Lt: { branchIf($0, $1, $2, $3, $4, $5, .accumulator, backward: true, Double.self) { !($0 < $1) } }
        case .f64Gt: { branchIf($0, $1, $2, $3, $4, $5, .accumulator, backward: true, Double.self) { !($0 > $1) } }
        case .f64Le: { branchIf($0, $1, $2, $3, $4, $5, .accumulator, backward: true, Double.self) { !($0 <= $1) } }
        case .f64Ge: { branchIf($0, $1, $2, $3, $4, $5, .accumulator, backward: true, Double.self) { !($0 >= $1) } }
        default: nil
        }
    }
}
