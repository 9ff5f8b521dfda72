// SPDX-License-Identifier: Apache-2.0

// The comparisons, a line each and form: to a value, to a branch, to a selection. What the forms mean is in
// Handlers+Numeric.swift.

extension CompareOperation {
    /// dst, a, b.
    var slots: Handler {
        switch self {
        case .i32Eq: { compare($0, $1, $2, $3, UInt32.self, ==) }
        case .i32Ne: { compare($0, $1, $2, $3, UInt32.self, !=) }
        case .i32LtS: { compare($0, $1, $2, $3, Int32.self, <) }
        case .i32LtU: { compare($0, $1, $2, $3, UInt32.self, <) }
        case .i32GtS: { compare($0, $1, $2, $3, Int32.self, >) }
        case .i32GtU: { compare($0, $1, $2, $3, UInt32.self, >) }
        case .i32LeS: { compare($0, $1, $2, $3, Int32.self, <=) }
        case .i32LeU: { compare($0, $1, $2, $3, UInt32.self, <=) }
        case .i32GeS: { compare($0, $1, $2, $3, Int32.self, >=) }
        case .i32GeU: { compare($0, $1, $2, $3, UInt32.self, >=) }
        case .i64Eq: { compare($0, $1, $2, $3, UInt64.self, ==) }
        case .i64Ne: { compare($0, $1, $2, $3, UInt64.self, !=) }
        case .i64LtS: { compare($0, $1, $2, $3, Int64.self, <) }
        case .i64LtU: { compare($0, $1, $2, $3, UInt64.self, <) }
        case .i64GtS: { compare($0, $1, $2, $3, Int64.self, >) }
        case .i64GtU: { compare($0, $1, $2, $3, UInt64.self, >) }
        case .i64LeS: { compare($0, $1, $2, $3, Int64.self, <=) }
        case .i64LeU: { compare($0, $1, $2, $3, UInt64.self, <=) }
        case .i64GeS: { compare($0, $1, $2, $3, Int64.self, >=) }
        case .i64GeU: { compare($0, $1, $2, $3, UInt64.self, >=) }
        case .f32Eq: { compare($0, $1, $2, $3, Float.self, ==) }
        case .f32Ne: { compare($0, $1, $2, $3, Float.self, !=) }
        case .f32Lt: { compare($0, $1, $2, $3, Float.self, <) }
        case .f32Gt: { compare($0, $1, $2, $3, Float.self, >) }
        case .f32Le: { compare($0, $1, $2, $3, Float.self, <=) }
        case .f32Ge: { compare($0, $1, $2, $3, Float.self, >=) }
        case .f64Eq: { compare($0, $1, $2, $3, Double.self, ==) }
        case .f64Ne: { compare($0, $1, $2, $3, Double.self, !=) }
        case .f64Lt: { compare($0, $1, $2, $3, Double.self, <) }
        case .f64Gt: { compare($0, $1, $2, $3, Double.self, >) }
        case .f64Le: { compare($0, $1, $2, $3, Double.self, <=) }
        case .f64Ge: { compare($0, $1, $2, $3, Double.self, >=) }
        }
    }

    /// dst, a, immediate.
    var immediate: Handler? {
        switch self {
        case .i32Eq: { compareImmediate($0, $1, $2, $3, UInt32.self, ==) }
        case .i32Ne: { compareImmediate($0, $1, $2, $3, UInt32.self, !=) }
        case .i32LtS: { compareImmediate($0, $1, $2, $3, Int32.self, <) }
        case .i32LtU: { compareImmediate($0, $1, $2, $3, UInt32.self, <) }
        case .i32GtS: { compareImmediate($0, $1, $2, $3, Int32.self, >) }
        case .i32GtU: { compareImmediate($0, $1, $2, $3, UInt32.self, >) }
        case .i32LeS: { compareImmediate($0, $1, $2, $3, Int32.self, <=) }
        case .i32LeU: { compareImmediate($0, $1, $2, $3, UInt32.self, <=) }
        case .i32GeS: { compareImmediate($0, $1, $2, $3, Int32.self, >=) }
        case .i32GeU: { compareImmediate($0, $1, $2, $3, UInt32.self, >=) }
        case .i64Eq: { compareImmediate($0, $1, $2, $3, UInt64.self, ==) }
        case .i64Ne: { compareImmediate($0, $1, $2, $3, UInt64.self, !=) }
        case .i64LtS: { compareImmediate($0, $1, $2, $3, Int64.self, <) }
        case .i64LtU: { compareImmediate($0, $1, $2, $3, UInt64.self, <) }
        case .i64GtS: { compareImmediate($0, $1, $2, $3, Int64.self, >) }
        case .i64GtU: { compareImmediate($0, $1, $2, $3, UInt64.self, >) }
        case .i64LeS: { compareImmediate($0, $1, $2, $3, Int64.self, <=) }
        case .i64LeU: { compareImmediate($0, $1, $2, $3, UInt64.self, <=) }
        case .i64GeS: { compareImmediate($0, $1, $2, $3, Int64.self, >=) }
        case .i64GeU: { compareImmediate($0, $1, $2, $3, UInt64.self, >=) }
        default: nil
        }
    }
}

extension CompareOperation {
    /// a, b, target.
    var forward: Handler {
        switch self {
        case .i32Eq: { branchIf($0, $1, $2, $3, backward: false, UInt32.self, ==) }
        case .i32Ne: { branchIf($0, $1, $2, $3, backward: false, UInt32.self, !=) }
        case .i32LtS: { branchIf($0, $1, $2, $3, backward: false, Int32.self, <) }
        case .i32LtU: { branchIf($0, $1, $2, $3, backward: false, UInt32.self, <) }
        case .i32GtS: { branchIf($0, $1, $2, $3, backward: false, Int32.self, >) }
        case .i32GtU: { branchIf($0, $1, $2, $3, backward: false, UInt32.self, >) }
        case .i32LeS: { branchIf($0, $1, $2, $3, backward: false, Int32.self, <=) }
        case .i32LeU: { branchIf($0, $1, $2, $3, backward: false, UInt32.self, <=) }
        case .i32GeS: { branchIf($0, $1, $2, $3, backward: false, Int32.self, >=) }
        case .i32GeU: { branchIf($0, $1, $2, $3, backward: false, UInt32.self, >=) }
        case .i64Eq: { branchIf($0, $1, $2, $3, backward: false, UInt64.self, ==) }
        case .i64Ne: { branchIf($0, $1, $2, $3, backward: false, UInt64.self, !=) }
        case .i64LtS: { branchIf($0, $1, $2, $3, backward: false, Int64.self, <) }
        case .i64LtU: { branchIf($0, $1, $2, $3, backward: false, UInt64.self, <) }
        case .i64GtS: { branchIf($0, $1, $2, $3, backward: false, Int64.self, >) }
        case .i64GtU: { branchIf($0, $1, $2, $3, backward: false, UInt64.self, >) }
        case .i64LeS: { branchIf($0, $1, $2, $3, backward: false, Int64.self, <=) }
        case .i64LeU: { branchIf($0, $1, $2, $3, backward: false, UInt64.self, <=) }
        case .i64GeS: { branchIf($0, $1, $2, $3, backward: false, Int64.self, >=) }
        case .i64GeU: { branchIf($0, $1, $2, $3, backward: false, UInt64.self, >=) }
        case .f32Eq: { branchIf($0, $1, $2, $3, backward: false, Float.self, ==) }
        case .f32Ne: { branchIf($0, $1, $2, $3, backward: false, Float.self, !=) }
        case .f32Lt: { branchIf($0, $1, $2, $3, backward: false, Float.self, <) }
        case .f32Gt: { branchIf($0, $1, $2, $3, backward: false, Float.self, >) }
        case .f32Le: { branchIf($0, $1, $2, $3, backward: false, Float.self, <=) }
        case .f32Ge: { branchIf($0, $1, $2, $3, backward: false, Float.self, >=) }
        case .f64Eq: { branchIf($0, $1, $2, $3, backward: false, Double.self, ==) }
        case .f64Ne: { branchIf($0, $1, $2, $3, backward: false, Double.self, !=) }
        case .f64Lt: { branchIf($0, $1, $2, $3, backward: false, Double.self, <) }
        case .f64Gt: { branchIf($0, $1, $2, $3, backward: false, Double.self, >) }
        case .f64Le: { branchIf($0, $1, $2, $3, backward: false, Double.self, <=) }
        case .f64Ge: { branchIf($0, $1, $2, $3, backward: false, Double.self, >=) }
        }
    }

    /// a, b, target; for a loop's back edge.
    var backward: Handler {
        switch self {
        case .i32Eq: { branchIf($0, $1, $2, $3, backward: true, UInt32.self, ==) }
        case .i32Ne: { branchIf($0, $1, $2, $3, backward: true, UInt32.self, !=) }
        case .i32LtS: { branchIf($0, $1, $2, $3, backward: true, Int32.self, <) }
        case .i32LtU: { branchIf($0, $1, $2, $3, backward: true, UInt32.self, <) }
        case .i32GtS: { branchIf($0, $1, $2, $3, backward: true, Int32.self, >) }
        case .i32GtU: { branchIf($0, $1, $2, $3, backward: true, UInt32.self, >) }
        case .i32LeS: { branchIf($0, $1, $2, $3, backward: true, Int32.self, <=) }
        case .i32LeU: { branchIf($0, $1, $2, $3, backward: true, UInt32.self, <=) }
        case .i32GeS: { branchIf($0, $1, $2, $3, backward: true, Int32.self, >=) }
        case .i32GeU: { branchIf($0, $1, $2, $3, backward: true, UInt32.self, >=) }
        case .i64Eq: { branchIf($0, $1, $2, $3, backward: true, UInt64.self, ==) }
        case .i64Ne: { branchIf($0, $1, $2, $3, backward: true, UInt64.self, !=) }
        case .i64LtS: { branchIf($0, $1, $2, $3, backward: true, Int64.self, <) }
        case .i64LtU: { branchIf($0, $1, $2, $3, backward: true, UInt64.self, <) }
        case .i64GtS: { branchIf($0, $1, $2, $3, backward: true, Int64.self, >) }
        case .i64GtU: { branchIf($0, $1, $2, $3, backward: true, UInt64.self, >) }
        case .i64LeS: { branchIf($0, $1, $2, $3, backward: true, Int64.self, <=) }
        case .i64LeU: { branchIf($0, $1, $2, $3, backward: true, UInt64.self, <=) }
        case .i64GeS: { branchIf($0, $1, $2, $3, backward: true, Int64.self, >=) }
        case .i64GeU: { branchIf($0, $1, $2, $3, backward: true, UInt64.self, >=) }
        case .f32Eq: { branchIf($0, $1, $2, $3, backward: true, Float.self, ==) }
        case .f32Ne: { branchIf($0, $1, $2, $3, backward: true, Float.self, !=) }
        case .f32Lt: { branchIf($0, $1, $2, $3, backward: true, Float.self, <) }
        case .f32Gt: { branchIf($0, $1, $2, $3, backward: true, Float.self, >) }
        case .f32Le: { branchIf($0, $1, $2, $3, backward: true, Float.self, <=) }
        case .f32Ge: { branchIf($0, $1, $2, $3, backward: true, Float.self, >=) }
        case .f64Eq: { branchIf($0, $1, $2, $3, backward: true, Double.self, ==) }
        case .f64Ne: { branchIf($0, $1, $2, $3, backward: true, Double.self, !=) }
        case .f64Lt: { branchIf($0, $1, $2, $3, backward: true, Double.self, <) }
        case .f64Gt: { branchIf($0, $1, $2, $3, backward: true, Double.self, >) }
        case .f64Le: { branchIf($0, $1, $2, $3, backward: true, Double.self, <=) }
        case .f64Ge: { branchIf($0, $1, $2, $3, backward: true, Double.self, >=) }
        }
    }

    /// a, immediate, target.
    var forwardImmediate: Handler? {
        switch self {
        case .i32Eq: { branchIfImmediate($0, $1, $2, $3, backward: false, UInt32.self, ==) }
        case .i32Ne: { branchIfImmediate($0, $1, $2, $3, backward: false, UInt32.self, !=) }
        case .i32LtS: { branchIfImmediate($0, $1, $2, $3, backward: false, Int32.self, <) }
        case .i32LtU: { branchIfImmediate($0, $1, $2, $3, backward: false, UInt32.self, <) }
        case .i32GtS: { branchIfImmediate($0, $1, $2, $3, backward: false, Int32.self, >) }
        case .i32GtU: { branchIfImmediate($0, $1, $2, $3, backward: false, UInt32.self, >) }
        case .i32LeS: { branchIfImmediate($0, $1, $2, $3, backward: false, Int32.self, <=) }
        case .i32LeU: { branchIfImmediate($0, $1, $2, $3, backward: false, UInt32.self, <=) }
        case .i32GeS: { branchIfImmediate($0, $1, $2, $3, backward: false, Int32.self, >=) }
        case .i32GeU: { branchIfImmediate($0, $1, $2, $3, backward: false, UInt32.self, >=) }
        case .i64Eq: { branchIfImmediate($0, $1, $2, $3, backward: false, UInt64.self, ==) }
        case .i64Ne: { branchIfImmediate($0, $1, $2, $3, backward: false, UInt64.self, !=) }
        case .i64LtS: { branchIfImmediate($0, $1, $2, $3, backward: false, Int64.self, <) }
        case .i64LtU: { branchIfImmediate($0, $1, $2, $3, backward: false, UInt64.self, <) }
        case .i64GtS: { branchIfImmediate($0, $1, $2, $3, backward: false, Int64.self, >) }
        case .i64GtU: { branchIfImmediate($0, $1, $2, $3, backward: false, UInt64.self, >) }
        case .i64LeS: { branchIfImmediate($0, $1, $2, $3, backward: false, Int64.self, <=) }
        case .i64LeU: { branchIfImmediate($0, $1, $2, $3, backward: false, UInt64.self, <=) }
        case .i64GeS: { branchIfImmediate($0, $1, $2, $3, backward: false, Int64.self, >=) }
        case .i64GeU: { branchIfImmediate($0, $1, $2, $3, backward: false, UInt64.self, >=) }
        default: nil
        }
    }

    /// a, immediate, target; for a loop's back edge.
    var backwardImmediate: Handler? {
        switch self {
        case .i32Eq: { branchIfImmediate($0, $1, $2, $3, backward: true, UInt32.self, ==) }
        case .i32Ne: { branchIfImmediate($0, $1, $2, $3, backward: true, UInt32.self, !=) }
        case .i32LtS: { branchIfImmediate($0, $1, $2, $3, backward: true, Int32.self, <) }
        case .i32LtU: { branchIfImmediate($0, $1, $2, $3, backward: true, UInt32.self, <) }
        case .i32GtS: { branchIfImmediate($0, $1, $2, $3, backward: true, Int32.self, >) }
        case .i32GtU: { branchIfImmediate($0, $1, $2, $3, backward: true, UInt32.self, >) }
        case .i32LeS: { branchIfImmediate($0, $1, $2, $3, backward: true, Int32.self, <=) }
        case .i32LeU: { branchIfImmediate($0, $1, $2, $3, backward: true, UInt32.self, <=) }
        case .i32GeS: { branchIfImmediate($0, $1, $2, $3, backward: true, Int32.self, >=) }
        case .i32GeU: { branchIfImmediate($0, $1, $2, $3, backward: true, UInt32.self, >=) }
        case .i64Eq: { branchIfImmediate($0, $1, $2, $3, backward: true, UInt64.self, ==) }
        case .i64Ne: { branchIfImmediate($0, $1, $2, $3, backward: true, UInt64.self, !=) }
        case .i64LtS: { branchIfImmediate($0, $1, $2, $3, backward: true, Int64.self, <) }
        case .i64LtU: { branchIfImmediate($0, $1, $2, $3, backward: true, UInt64.self, <) }
        case .i64GtS: { branchIfImmediate($0, $1, $2, $3, backward: true, Int64.self, >) }
        case .i64GtU: { branchIfImmediate($0, $1, $2, $3, backward: true, UInt64.self, >) }
        case .i64LeS: { branchIfImmediate($0, $1, $2, $3, backward: true, Int64.self, <=) }
        case .i64LeU: { branchIfImmediate($0, $1, $2, $3, backward: true, UInt64.self, <=) }
        case .i64GeS: { branchIfImmediate($0, $1, $2, $3, backward: true, Int64.self, >=) }
        case .i64GeU: { branchIfImmediate($0, $1, $2, $3, backward: true, UInt64.self, >=) }
        default: nil
        }
    }

    /// a, b, target: branches when it does not hold. Integers have an opposite instead.
    var forwardUnless: Handler? {
        switch self {
        case .f32Eq: { branchIf($0, $1, $2, $3, backward: false, Float.self) { !($0 == $1) } }
        case .f32Ne: { branchIf($0, $1, $2, $3, backward: false, Float.self) { !($0 != $1) } }
        case .f32Lt: { branchIf($0, $1, $2, $3, backward: false, Float.self) { !($0 < $1) } }
        case .f32Gt: { branchIf($0, $1, $2, $3, backward: false, Float.self) { !($0 > $1) } }
        case .f32Le: { branchIf($0, $1, $2, $3, backward: false, Float.self) { !($0 <= $1) } }
        case .f32Ge: { branchIf($0, $1, $2, $3, backward: false, Float.self) { !($0 >= $1) } }
        case .f64Eq: { branchIf($0, $1, $2, $3, backward: false, Double.self) { !($0 == $1) } }
        case .f64Ne: { branchIf($0, $1, $2, $3, backward: false, Double.self) { !($0 != $1) } }
        case .f64Lt: { branchIf($0, $1, $2, $3, backward: false, Double.self) { !($0 < $1) } }
        case .f64Gt: { branchIf($0, $1, $2, $3, backward: false, Double.self) { !($0 > $1) } }
        case .f64Le: { branchIf($0, $1, $2, $3, backward: false, Double.self) { !($0 <= $1) } }
        case .f64Ge: { branchIf($0, $1, $2, $3, backward: false, Double.self) { !($0 >= $1) } }
        default: nil
        }
    }

    /// a, b, target: the same for a loop's back edge.
    var backwardUnless: Handler? {
        switch self {
        case .f32Eq: { branchIf($0, $1, $2, $3, backward: true, Float.self) { !($0 == $1) } }
        case .f32Ne: { branchIf($0, $1, $2, $3, backward: true, Float.self) { !($0 != $1) } }
        case .f32Lt: { branchIf($0, $1, $2, $3, backward: true, Float.self) { !($0 < $1) } }
        case .f32Gt: { branchIf($0, $1, $2, $3, backward: true, Float.self) { !($0 > $1) } }
        case .f32Le: { branchIf($0, $1, $2, $3, backward: true, Float.self) { !($0 <= $1) } }
        case .f32Ge: { branchIf($0, $1, $2, $3, backward: true, Float.self) { !($0 >= $1) } }
        case .f64Eq: { branchIf($0, $1, $2, $3, backward: true, Double.self) { !($0 == $1) } }
        case .f64Ne: { branchIf($0, $1, $2, $3, backward: true, Double.self) { !($0 != $1) } }
        case .f64Lt: { branchIf($0, $1, $2, $3, backward: true, Double.self) { !($0 < $1) } }
        case .f64Gt: { branchIf($0, $1, $2, $3, backward: true, Double.self) { !($0 > $1) } }
        case .f64Le: { branchIf($0, $1, $2, $3, backward: true, Double.self) { !($0 <= $1) } }
        case .f64Ge: { branchIf($0, $1, $2, $3, backward: true, Double.self) { !($0 >= $1) } }
        default: nil
        }
    }
}

extension CompareOperation {
    /// a, step, b, target: adds the step to a, then compares; for a loop's back edge.
    var step: Handler? {
        switch self {
        case .i32Ne: { stepAndBranch($0, $1, $2, $3, immediate: false, UInt32.self, !=) }
        case .i32LtS: { stepAndBranch($0, $1, $2, $3, immediate: false, Int32.self, <) }
        case .i32LtU: { stepAndBranch($0, $1, $2, $3, immediate: false, UInt32.self, <) }
        case .i32GtS: { stepAndBranch($0, $1, $2, $3, immediate: false, Int32.self, >) }
        case .i32GtU: { stepAndBranch($0, $1, $2, $3, immediate: false, UInt32.self, >) }
        case .i32LeS: { stepAndBranch($0, $1, $2, $3, immediate: false, Int32.self, <=) }
        case .i32GeS: { stepAndBranch($0, $1, $2, $3, immediate: false, Int32.self, >=) }
        case .i64Ne: { stepAndBranch($0, $1, $2, $3, immediate: false, UInt64.self, !=) }
        case .i64LtS: { stepAndBranch($0, $1, $2, $3, immediate: false, Int64.self, <) }
        case .i64LtU: { stepAndBranch($0, $1, $2, $3, immediate: false, UInt64.self, <) }
        case .i64GtS: { stepAndBranch($0, $1, $2, $3, immediate: false, Int64.self, >) }
        case .i64GtU: { stepAndBranch($0, $1, $2, $3, immediate: false, UInt64.self, >) }
        case .i64LeS: { stepAndBranch($0, $1, $2, $3, immediate: false, Int64.self, <=) }
        case .i64GeS: { stepAndBranch($0, $1, $2, $3, immediate: false, Int64.self, >=) }
        default: nil
        }
    }

    /// a, step, immediate, target: the same.
    var stepImmediate: Handler? {
        switch self {
        case .i32Ne: { stepAndBranch($0, $1, $2, $3, immediate: true, UInt32.self, !=) }
        case .i32LtS: { stepAndBranch($0, $1, $2, $3, immediate: true, Int32.self, <) }
        case .i32LtU: { stepAndBranch($0, $1, $2, $3, immediate: true, UInt32.self, <) }
        case .i32GtS: { stepAndBranch($0, $1, $2, $3, immediate: true, Int32.self, >) }
        case .i32GtU: { stepAndBranch($0, $1, $2, $3, immediate: true, UInt32.self, >) }
        case .i32LeS: { stepAndBranch($0, $1, $2, $3, immediate: true, Int32.self, <=) }
        case .i32GeS: { stepAndBranch($0, $1, $2, $3, immediate: true, Int32.self, >=) }
        case .i64Ne: { stepAndBranch($0, $1, $2, $3, immediate: true, UInt64.self, !=) }
        case .i64LtS: { stepAndBranch($0, $1, $2, $3, immediate: true, Int64.self, <) }
        case .i64LtU: { stepAndBranch($0, $1, $2, $3, immediate: true, UInt64.self, <) }
        case .i64GtS: { stepAndBranch($0, $1, $2, $3, immediate: true, Int64.self, >) }
        case .i64GtU: { stepAndBranch($0, $1, $2, $3, immediate: true, UInt64.self, >) }
        case .i64LeS: { stepAndBranch($0, $1, $2, $3, immediate: true, Int64.self, <=) }
        case .i64GeS: { stepAndBranch($0, $1, $2, $3, immediate: true, Int64.self, >=) }
        default: nil
        }
    }

    /// dst, a, x, y, b.
    var select: Handler {
        switch self {
        case .i32Eq: { selectIf($0, $1, $2, $3, UInt32.self, ==) }
        case .i32Ne: { selectIf($0, $1, $2, $3, UInt32.self, !=) }
        case .i32LtS: { selectIf($0, $1, $2, $3, Int32.self, <) }
        case .i32LtU: { selectIf($0, $1, $2, $3, UInt32.self, <) }
        case .i32GtS: { selectIf($0, $1, $2, $3, Int32.self, >) }
        case .i32GtU: { selectIf($0, $1, $2, $3, UInt32.self, >) }
        case .i32LeS: { selectIf($0, $1, $2, $3, Int32.self, <=) }
        case .i32LeU: { selectIf($0, $1, $2, $3, UInt32.self, <=) }
        case .i32GeS: { selectIf($0, $1, $2, $3, Int32.self, >=) }
        case .i32GeU: { selectIf($0, $1, $2, $3, UInt32.self, >=) }
        case .i64Eq: { selectIf($0, $1, $2, $3, UInt64.self, ==) }
        case .i64Ne: { selectIf($0, $1, $2, $3, UInt64.self, !=) }
        case .i64LtS: { selectIf($0, $1, $2, $3, Int64.self, <) }
        case .i64LtU: { selectIf($0, $1, $2, $3, UInt64.self, <) }
        case .i64GtS: { selectIf($0, $1, $2, $3, Int64.self, >) }
        case .i64GtU: { selectIf($0, $1, $2, $3, UInt64.self, >) }
        case .i64LeS: { selectIf($0, $1, $2, $3, Int64.self, <=) }
        case .i64LeU: { selectIf($0, $1, $2, $3, UInt64.self, <=) }
        case .i64GeS: { selectIf($0, $1, $2, $3, Int64.self, >=) }
        case .i64GeU: { selectIf($0, $1, $2, $3, UInt64.self, >=) }
        case .f32Eq: { selectIf($0, $1, $2, $3, Float.self, ==) }
        case .f32Ne: { selectIf($0, $1, $2, $3, Float.self, !=) }
        case .f32Lt: { selectIf($0, $1, $2, $3, Float.self, <) }
        case .f32Gt: { selectIf($0, $1, $2, $3, Float.self, >) }
        case .f32Le: { selectIf($0, $1, $2, $3, Float.self, <=) }
        case .f32Ge: { selectIf($0, $1, $2, $3, Float.self, >=) }
        case .f64Eq: { selectIf($0, $1, $2, $3, Double.self, ==) }
        case .f64Ne: { selectIf($0, $1, $2, $3, Double.self, !=) }
        case .f64Lt: { selectIf($0, $1, $2, $3, Double.self, <) }
        case .f64Gt: { selectIf($0, $1, $2, $3, Double.self, >) }
        case .f64Le: { selectIf($0, $1, $2, $3, Double.self, <=) }
        case .f64Ge: { selectIf($0, $1, $2, $3, Double.self, >=) }
        }
    }

    /// dst, a, x, y, constant.
    var selectImmediate: Handler? {
        switch self {
        case .i32Eq: { selectIfConstant($0, $1, $2, $3, UInt32.self, ==) }
        case .i32Ne: { selectIfConstant($0, $1, $2, $3, UInt32.self, !=) }
        case .i32LtS: { selectIfConstant($0, $1, $2, $3, Int32.self, <) }
        case .i32LtU: { selectIfConstant($0, $1, $2, $3, UInt32.self, <) }
        case .i32GtS: { selectIfConstant($0, $1, $2, $3, Int32.self, >) }
        case .i32GtU: { selectIfConstant($0, $1, $2, $3, UInt32.self, >) }
        case .i32LeS: { selectIfConstant($0, $1, $2, $3, Int32.self, <=) }
        case .i32LeU: { selectIfConstant($0, $1, $2, $3, UInt32.self, <=) }
        case .i32GeS: { selectIfConstant($0, $1, $2, $3, Int32.self, >=) }
        case .i32GeU: { selectIfConstant($0, $1, $2, $3, UInt32.self, >=) }
        case .i64Eq: { selectIfConstant($0, $1, $2, $3, UInt64.self, ==) }
        case .i64Ne: { selectIfConstant($0, $1, $2, $3, UInt64.self, !=) }
        case .i64LtS: { selectIfConstant($0, $1, $2, $3, Int64.self, <) }
        case .i64LtU: { selectIfConstant($0, $1, $2, $3, UInt64.self, <) }
        case .i64GtS: { selectIfConstant($0, $1, $2, $3, Int64.self, >) }
        case .i64GtU: { selectIfConstant($0, $1, $2, $3, UInt64.self, >) }
        case .i64LeS: { selectIfConstant($0, $1, $2, $3, Int64.self, <=) }
        case .i64LeU: { selectIfConstant($0, $1, $2, $3, UInt64.self, <=) }
        case .i64GeS: { selectIfConstant($0, $1, $2, $3, Int64.self, >=) }
        case .i64GeU: { selectIfConstant($0, $1, $2, $3, UInt64.self, >=) }
        default: nil
        }
    }
}
