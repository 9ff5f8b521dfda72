// SPDX-License-Identifier: Apache-2.0

// The comparisons that branch, a line each and form. What the forms mean is in Handlers+Numeric.swift.

extension CompareOperation {
    /// a, b; target.
    var forward: Handler {
        switch self {
        case .i32Eq: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: false, UInt32.self, ==) }
        case .i32Ne: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: false, UInt32.self, !=) }
        case .i32LtS: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: false, Int32.self, <) }
        case .i32LtU: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: false, UInt32.self, <) }
        case .i32GtS: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: false, Int32.self, >) }
        case .i32GtU: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: false, UInt32.self, >) }
        case .i32LeS: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: false, Int32.self, <=) }
        case .i32LeU: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: false, UInt32.self, <=) }
        case .i32GeS: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: false, Int32.self, >=) }
        case .i32GeU: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: false, UInt32.self, >=) }
        case .i64Eq: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: false, UInt64.self, ==) }
        case .i64Ne: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: false, UInt64.self, !=) }
        case .i64LtS: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: false, Int64.self, <) }
        case .i64LtU: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: false, UInt64.self, <) }
        case .i64GtS: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: false, Int64.self, >) }
        case .i64GtU: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: false, UInt64.self, >) }
        case .i64LeS: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: false, Int64.self, <=) }
        case .i64LeU: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: false, UInt64.self, <=) }
        case .i64GeS: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: false, Int64.self, >=) }
        case .i64GeU: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: false, UInt64.self, >=) }
        case .f32Eq: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: false, Float.self, ==) }
        case .f32Ne: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: false, Float.self, !=) }
        case .f32Lt: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: false, Float.self, <) }
        case .f32Gt: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: false, Float.self, >) }
        case .f32Le: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: false, Float.self, <=) }
        case .f32Ge: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: false, Float.self, >=) }
        case .f64Eq: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: false, Double.self, ==) }
        case .f64Ne: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: false, Double.self, !=) }
        case .f64Lt: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: false, Double.self, <) }
        case .f64Gt: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: false, Double.self, >) }
        case .f64Le: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: false, Double.self, <=) }
        case .f64Ge: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: false, Double.self, >=) }
        }
    }

    /// a, b; target, for a loop's back edge.
    var backward: Handler {
        switch self {
        case .i32Eq: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: true, UInt32.self, ==) }
        case .i32Ne: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: true, UInt32.self, !=) }
        case .i32LtS: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: true, Int32.self, <) }
        case .i32LtU: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: true, UInt32.self, <) }
        case .i32GtS: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: true, Int32.self, >) }
        case .i32GtU: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: true, UInt32.self, >) }
        case .i32LeS: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: true, Int32.self, <=) }
        case .i32LeU: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: true, UInt32.self, <=) }
        case .i32GeS: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: true, Int32.self, >=) }
        case .i32GeU: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: true, UInt32.self, >=) }
        case .i64Eq: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: true, UInt64.self, ==) }
        case .i64Ne: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: true, UInt64.self, !=) }
        case .i64LtS: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: true, Int64.self, <) }
        case .i64LtU: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: true, UInt64.self, <) }
        case .i64GtS: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: true, Int64.self, >) }
        case .i64GtU: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: true, UInt64.self, >) }
        case .i64LeS: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: true, Int64.self, <=) }
        case .i64LeU: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: true, UInt64.self, <=) }
        case .i64GeS: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: true, Int64.self, >=) }
        case .i64GeU: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: true, UInt64.self, >=) }
        case .f32Eq: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: true, Float.self, ==) }
        case .f32Ne: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: true, Float.self, !=) }
        case .f32Lt: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: true, Float.self, <) }
        case .f32Gt: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: true, Float.self, >) }
        case .f32Le: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: true, Float.self, <=) }
        case .f32Ge: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: true, Float.self, >=) }
        case .f64Eq: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: true, Double.self, ==) }
        case .f64Ne: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: true, Double.self, !=) }
        case .f64Lt: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: true, Double.self, <) }
        case .f64Gt: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: true, Double.self, >) }
        case .f64Le: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: true, Double.self, <=) }
        case .f64Ge: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: true, Double.self, >=) }
        }
    }

    /// a, immediate; target.
    var forwardImmediate: Handler? {
        switch self {
        case .i32Eq: { branchIfImmediate($0, $1, $2, $3, $4, $5, .slot, backward: false, UInt32.self, ==) }
        case .i32Ne: { branchIfImmediate($0, $1, $2, $3, $4, $5, .slot, backward: false, UInt32.self, !=) }
        case .i32LtS: { branchIfImmediate($0, $1, $2, $3, $4, $5, .slot, backward: false, Int32.self, <) }
        case .i32LtU: { branchIfImmediate($0, $1, $2, $3, $4, $5, .slot, backward: false, UInt32.self, <) }
        case .i32GtS: { branchIfImmediate($0, $1, $2, $3, $4, $5, .slot, backward: false, Int32.self, >) }
        case .i32GtU: { branchIfImmediate($0, $1, $2, $3, $4, $5, .slot, backward: false, UInt32.self, >) }
        case .i32LeS: { branchIfImmediate($0, $1, $2, $3, $4, $5, .slot, backward: false, Int32.self, <=) }
        case .i32LeU: { branchIfImmediate($0, $1, $2, $3, $4, $5, .slot, backward: false, UInt32.self, <=) }
        case .i32GeS: { branchIfImmediate($0, $1, $2, $3, $4, $5, .slot, backward: false, Int32.self, >=) }
        case .i32GeU: { branchIfImmediate($0, $1, $2, $3, $4, $5, .slot, backward: false, UInt32.self, >=) }
        case .i64Eq: { branchIfImmediate($0, $1, $2, $3, $4, $5, .slot, backward: false, UInt64.self, ==) }
        case .i64Ne: { branchIfImmediate($0, $1, $2, $3, $4, $5, .slot, backward: false, UInt64.self, !=) }
        case .i64LtS: { branchIfImmediate($0, $1, $2, $3, $4, $5, .slot, backward: false, Int64.self, <) }
        case .i64LtU: { branchIfImmediate($0, $1, $2, $3, $4, $5, .slot, backward: false, UInt64.self, <) }
        case .i64GtS: { branchIfImmediate($0, $1, $2, $3, $4, $5, .slot, backward: false, Int64.self, >) }
        case .i64GtU: { branchIfImmediate($0, $1, $2, $3, $4, $5, .slot, backward: false, UInt64.self, >) }
        case .i64LeS: { branchIfImmediate($0, $1, $2, $3, $4, $5, .slot, backward: false, Int64.self, <=) }
        case .i64LeU: { branchIfImmediate($0, $1, $2, $3, $4, $5, .slot, backward: false, UInt64.self, <=) }
        case .i64GeS: { branchIfImmediate($0, $1, $2, $3, $4, $5, .slot, backward: false, Int64.self, >=) }
        case .i64GeU: { branchIfImmediate($0, $1, $2, $3, $4, $5, .slot, backward: false, UInt64.self, >=) }
        default: nil
        }
    }

    /// a, immediate; target, for a loop's back edge.
    var backwardImmediate: Handler? {
        switch self {
        case .i32Eq: { branchIfImmediate($0, $1, $2, $3, $4, $5, .slot, backward: true, UInt32.self, ==) }
        case .i32Ne: { branchIfImmediate($0, $1, $2, $3, $4, $5, .slot, backward: true, UInt32.self, !=) }
        case .i32LtS: { branchIfImmediate($0, $1, $2, $3, $4, $5, .slot, backward: true, Int32.self, <) }
        case .i32LtU: { branchIfImmediate($0, $1, $2, $3, $4, $5, .slot, backward: true, UInt32.self, <) }
        case .i32GtS: { branchIfImmediate($0, $1, $2, $3, $4, $5, .slot, backward: true, Int32.self, >) }
        case .i32GtU: { branchIfImmediate($0, $1, $2, $3, $4, $5, .slot, backward: true, UInt32.self, >) }
        case .i32LeS: { branchIfImmediate($0, $1, $2, $3, $4, $5, .slot, backward: true, Int32.self, <=) }
        case .i32LeU: { branchIfImmediate($0, $1, $2, $3, $4, $5, .slot, backward: true, UInt32.self, <=) }
        case .i32GeS: { branchIfImmediate($0, $1, $2, $3, $4, $5, .slot, backward: true, Int32.self, >=) }
        case .i32GeU: { branchIfImmediate($0, $1, $2, $3, $4, $5, .slot, backward: true, UInt32.self, >=) }
        case .i64Eq: { branchIfImmediate($0, $1, $2, $3, $4, $5, .slot, backward: true, UInt64.self, ==) }
        case .i64Ne: { branchIfImmediate($0, $1, $2, $3, $4, $5, .slot, backward: true, UInt64.self, !=) }
        case .i64LtS: { branchIfImmediate($0, $1, $2, $3, $4, $5, .slot, backward: true, Int64.self, <) }
        case .i64LtU: { branchIfImmediate($0, $1, $2, $3, $4, $5, .slot, backward: true, UInt64.self, <) }
        case .i64GtS: { branchIfImmediate($0, $1, $2, $3, $4, $5, .slot, backward: true, Int64.self, >) }
        case .i64GtU: { branchIfImmediate($0, $1, $2, $3, $4, $5, .slot, backward: true, UInt64.self, >) }
        case .i64LeS: { branchIfImmediate($0, $1, $2, $3, $4, $5, .slot, backward: true, Int64.self, <=) }
        case .i64LeU: { branchIfImmediate($0, $1, $2, $3, $4, $5, .slot, backward: true, UInt64.self, <=) }
        case .i64GeS: { branchIfImmediate($0, $1, $2, $3, $4, $5, .slot, backward: true, Int64.self, >=) }
        case .i64GeU: { branchIfImmediate($0, $1, $2, $3, $4, $5, .slot, backward: true, UInt64.self, >=) }
        default: nil
        }
    }
}

extension CompareOperation {
    /// a, b; target: branches when it does not hold. Integers have an opposite instead.
    var forwardUnless: Handler? {
        switch self {
        case .f32Eq: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: false, Float.self) { !($0 == $1) } }
        case .f32Ne: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: false, Float.self) { !($0 != $1) } }
        case .f32Lt: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: false, Float.self) { !($0 < $1) } }
        case .f32Gt: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: false, Float.self) { !($0 > $1) } }
        case .f32Le: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: false, Float.self) { !($0 <= $1) } }
        case .f32Ge: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: false, Float.self) { !($0 >= $1) } }
        case .f64Eq: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: false, Double.self) { !($0 == $1) } }
        case .f64Ne: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: false, Double.self) { !($0 != $1) } }
        case .f64Lt: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: false, Double.self) { !($0 < $1) } }
        case .f64Gt: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: false, Double.self) { !($0 > $1) } }
        case .f64Le: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: false, Double.self) { !($0 <= $1) } }
        case .f64Ge: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: false, Double.self) { !($0 >= $1) } }
        default: nil
        }
    }

    /// a, b; target: the same for a loop's back edge.
    var backwardUnless: Handler? {
        switch self {
        case .f32Eq: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: true, Float.self) { !($0 == $1) } }
        case .f32Ne: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: true, Float.self) { !($0 != $1) } }
        case .f32Lt: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: true, Float.self) { !($0 < $1) } }
        case .f32Gt: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: true, Float.self) { !($0 > $1) } }
        case .f32Le: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: true, Float.self) { !($0 <= $1) } }
        case .f32Ge: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: true, Float.self) { !($0 >= $1) } }
        case .f64Eq: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: true, Double.self) { !($0 == $1) } }
        case .f64Ne: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: true, Double.self) { !($0 != $1) } }
        case .f64Lt: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: true, Double.self) { !($0 < $1) } }
        case .f64Gt: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: true, Double.self) { !($0 > $1) } }
        case .f64Le: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: true, Double.self) { !($0 <= $1) } }
        case .f64Ge: { branchIf($0, $1, $2, $3, $4, $5, .slot, backward: true, Double.self) { !($0 >= $1) } }
        default: nil
        }
    }

    /// a, step, b; target: adds the step to a, then compares; for a loop's back edge.
    var step: Handler? {
        switch self {
        case .i32Ne: { stepAndBranch($0, $1, $2, $3, $4, $5, immediate: false, UInt32.self, !=) }
        case .i32LtS: { stepAndBranch($0, $1, $2, $3, $4, $5, immediate: false, Int32.self, <) }
        case .i32LtU: { stepAndBranch($0, $1, $2, $3, $4, $5, immediate: false, UInt32.self, <) }
        case .i32GtS: { stepAndBranch($0, $1, $2, $3, $4, $5, immediate: false, Int32.self, >) }
        case .i32GtU: { stepAndBranch($0, $1, $2, $3, $4, $5, immediate: false, UInt32.self, >) }
        case .i32LeS: { stepAndBranch($0, $1, $2, $3, $4, $5, immediate: false, Int32.self, <=) }
        case .i32GeS: { stepAndBranch($0, $1, $2, $3, $4, $5, immediate: false, Int32.self, >=) }
        case .i64Ne: { stepAndBranch($0, $1, $2, $3, $4, $5, immediate: false, UInt64.self, !=) }
        case .i64LtS: { stepAndBranch($0, $1, $2, $3, $4, $5, immediate: false, Int64.self, <) }
        case .i64LtU: { stepAndBranch($0, $1, $2, $3, $4, $5, immediate: false, UInt64.self, <) }
        case .i64GtS: { stepAndBranch($0, $1, $2, $3, $4, $5, immediate: false, Int64.self, >) }
        case .i64GtU: { stepAndBranch($0, $1, $2, $3, $4, $5, immediate: false, UInt64.self, >) }
        case .i64LeS: { stepAndBranch($0, $1, $2, $3, $4, $5, immediate: false, Int64.self, <=) }
        case .i64GeS: { stepAndBranch($0, $1, $2, $3, $4, $5, immediate: false, Int64.self, >=) }
        default: nil
        }
    }

    /// a, step, immediate; target: the same.
    var stepImmediate: Handler? {
        switch self {
        case .i32Ne: { stepAndBranch($0, $1, $2, $3, $4, $5, immediate: true, UInt32.self, !=) }
        case .i32LtS: { stepAndBranch($0, $1, $2, $3, $4, $5, immediate: true, Int32.self, <) }
        case .i32LtU: { stepAndBranch($0, $1, $2, $3, $4, $5, immediate: true, UInt32.self, <) }
        case .i32GtS: { stepAndBranch($0, $1, $2, $3, $4, $5, immediate: true, Int32.self, >) }
        case .i32GtU: { stepAndBranch($0, $1, $2, $3, $4, $5, immediate: true, UInt32.self, >) }
        case .i32LeS: { stepAndBranch($0, $1, $2, $3, $4, $5, immediate: true, Int32.self, <=) }
        case .i32GeS: { stepAndBranch($0, $1, $2, $3, $4, $5, immediate: true, Int32.self, >=) }
        case .i64Ne: { stepAndBranch($0, $1, $2, $3, $4, $5, immediate: true, UInt64.self, !=) }
        case .i64LtS: { stepAndBranch($0, $1, $2, $3, $4, $5, immediate: true, Int64.self, <) }
        case .i64LtU: { stepAndBranch($0, $1, $2, $3, $4, $5, immediate: true, UInt64.self, <) }
        case .i64GtS: { stepAndBranch($0, $1, $2, $3, $4, $5, immediate: true, Int64.self, >) }
        case .i64GtU: { stepAndBranch($0, $1, $2, $3, $4, $5, immediate: true, UInt64.self, >) }
        case .i64LeS: { stepAndBranch($0, $1, $2, $3, $4, $5, immediate: true, Int64.self, <=) }
        case .i64GeS: { stepAndBranch($0, $1, $2, $3, $4, $5, immediate: true, Int64.self, >=) }
        default: nil
        }
    }
}
