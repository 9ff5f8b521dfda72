// SPDX-License-Identifier: Apache-2.0

// The comparisons that make a value or select one, a line each and form. What the forms mean is in
// Handlers+Numeric.swift.

extension CompareOperation {
    /// dst, a, b.
    var slots: Handler {
        switch self {
        case .i32Eq: { compare($0, $1, $2, $3, $4, $5, .slot, .slot, UInt32.self, ==) }
        case .i32Ne: { compare($0, $1, $2, $3, $4, $5, .slot, .slot, UInt32.self, !=) }
        case .i32LtS: { compare($0, $1, $2, $3, $4, $5, .slot, .slot, Int32.self, <) }
        case .i32LtU: { compare($0, $1, $2, $3, $4, $5, .slot, .slot, UInt32.self, <) }
        case .i32GtS: { compare($0, $1, $2, $3, $4, $5, .slot, .slot, Int32.self, >) }
        case .i32GtU: { compare($0, $1, $2, $3, $4, $5, .slot, .slot, UInt32.self, >) }
        case .i32LeS: { compare($0, $1, $2, $3, $4, $5, .slot, .slot, Int32.self, <=) }
        case .i32LeU: { compare($0, $1, $2, $3, $4, $5, .slot, .slot, UInt32.self, <=) }
        case .i32GeS: { compare($0, $1, $2, $3, $4, $5, .slot, .slot, Int32.self, >=) }
        case .i32GeU: { compare($0, $1, $2, $3, $4, $5, .slot, .slot, UInt32.self, >=) }
        case .i64Eq: { compare($0, $1, $2, $3, $4, $5, .slot, .slot, UInt64.self, ==) }
        case .i64Ne: { compare($0, $1, $2, $3, $4, $5, .slot, .slot, UInt64.self, !=) }
        case .i64LtS: { compare($0, $1, $2, $3, $4, $5, .slot, .slot, Int64.self, <) }
        case .i64LtU: { compare($0, $1, $2, $3, $4, $5, .slot, .slot, UInt64.self, <) }
        case .i64GtS: { compare($0, $1, $2, $3, $4, $5, .slot, .slot, Int64.self, >) }
        case .i64GtU: { compare($0, $1, $2, $3, $4, $5, .slot, .slot, UInt64.self, >) }
        case .i64LeS: { compare($0, $1, $2, $3, $4, $5, .slot, .slot, Int64.self, <=) }
        case .i64LeU: { compare($0, $1, $2, $3, $4, $5, .slot, .slot, UInt64.self, <=) }
        case .i64GeS: { compare($0, $1, $2, $3, $4, $5, .slot, .slot, Int64.self, >=) }
        case .i64GeU: { compare($0, $1, $2, $3, $4, $5, .slot, .slot, UInt64.self, >=) }
        case .f32Eq: { compare($0, $1, $2, $3, $4, $5, .slot, .slot, Float.self, ==) }
        case .f32Ne: { compare($0, $1, $2, $3, $4, $5, .slot, .slot, Float.self, !=) }
        case .f32Lt: { compare($0, $1, $2, $3, $4, $5, .slot, .slot, Float.self, <) }
        case .f32Gt: { compare($0, $1, $2, $3, $4, $5, .slot, .slot, Float.self, >) }
        case .f32Le: { compare($0, $1, $2, $3, $4, $5, .slot, .slot, Float.self, <=) }
        case .f32Ge: { compare($0, $1, $2, $3, $4, $5, .slot, .slot, Float.self, >=) }
        case .f64Eq: { compare($0, $1, $2, $3, $4, $5, .slot, .slot, Double.self, ==) }
        case .f64Ne: { compare($0, $1, $2, $3, $4, $5, .slot, .slot, Double.self, !=) }
        case .f64Lt: { compare($0, $1, $2, $3, $4, $5, .slot, .slot, Double.self, <) }
        case .f64Gt: { compare($0, $1, $2, $3, $4, $5, .slot, .slot, Double.self, >) }
        case .f64Le: { compare($0, $1, $2, $3, $4, $5, .slot, .slot, Double.self, <=) }
        case .f64Ge: { compare($0, $1, $2, $3, $4, $5, .slot, .slot, Double.self, >=) }
        }
    }

    /// dst, a, immediate.
    var immediate: Handler? {
        switch self {
        case .i32Eq: { compareImmediate($0, $1, $2, $3, $4, $5, .slot, .slot, UInt32.self, ==) }
        case .i32Ne: { compareImmediate($0, $1, $2, $3, $4, $5, .slot, .slot, UInt32.self, !=) }
        case .i32LtS: { compareImmediate($0, $1, $2, $3, $4, $5, .slot, .slot, Int32.self, <) }
        case .i32LtU: { compareImmediate($0, $1, $2, $3, $4, $5, .slot, .slot, UInt32.self, <) }
        case .i32GtS: { compareImmediate($0, $1, $2, $3, $4, $5, .slot, .slot, Int32.self, >) }
        case .i32GtU: { compareImmediate($0, $1, $2, $3, $4, $5, .slot, .slot, UInt32.self, >) }
        case .i32LeS: { compareImmediate($0, $1, $2, $3, $4, $5, .slot, .slot, Int32.self, <=) }
        case .i32LeU: { compareImmediate($0, $1, $2, $3, $4, $5, .slot, .slot, UInt32.self, <=) }
        case .i32GeS: { compareImmediate($0, $1, $2, $3, $4, $5, .slot, .slot, Int32.self, >=) }
        case .i32GeU: { compareImmediate($0, $1, $2, $3, $4, $5, .slot, .slot, UInt32.self, >=) }
        case .i64Eq: { compareImmediate($0, $1, $2, $3, $4, $5, .slot, .slot, UInt64.self, ==) }
        case .i64Ne: { compareImmediate($0, $1, $2, $3, $4, $5, .slot, .slot, UInt64.self, !=) }
        case .i64LtS: { compareImmediate($0, $1, $2, $3, $4, $5, .slot, .slot, Int64.self, <) }
        case .i64LtU: { compareImmediate($0, $1, $2, $3, $4, $5, .slot, .slot, UInt64.self, <) }
        case .i64GtS: { compareImmediate($0, $1, $2, $3, $4, $5, .slot, .slot, Int64.self, >) }
        case .i64GtU: { compareImmediate($0, $1, $2, $3, $4, $5, .slot, .slot, UInt64.self, >) }
        case .i64LeS: { compareImmediate($0, $1, $2, $3, $4, $5, .slot, .slot, Int64.self, <=) }
        case .i64LeU: { compareImmediate($0, $1, $2, $3, $4, $5, .slot, .slot, UInt64.self, <=) }
        case .i64GeS: { compareImmediate($0, $1, $2, $3, $4, $5, .slot, .slot, Int64.self, >=) }
        case .i64GeU: { compareImmediate($0, $1, $2, $3, $4, $5, .slot, .slot, UInt64.self, >=) }
        default: nil
        }
    }

    /// dst, a, x, y; b.
    var select: Handler {
        switch self {
        case .i32Eq: { selectIf($0, $1, $2, $3, $4, $5, UInt32.self, ==) }
        case .i32Ne: { selectIf($0, $1, $2, $3, $4, $5, UInt32.self, !=) }
        case .i32LtS: { selectIf($0, $1, $2, $3, $4, $5, Int32.self, <) }
        case .i32LtU: { selectIf($0, $1, $2, $3, $4, $5, UInt32.self, <) }
        case .i32GtS: { selectIf($0, $1, $2, $3, $4, $5, Int32.self, >) }
        case .i32GtU: { selectIf($0, $1, $2, $3, $4, $5, UInt32.self, >) }
        case .i32LeS: { selectIf($0, $1, $2, $3, $4, $5, Int32.self, <=) }
        case .i32LeU: { selectIf($0, $1, $2, $3, $4, $5, UInt32.self, <=) }
        case .i32GeS: { selectIf($0, $1, $2, $3, $4, $5, Int32.self, >=) }
        case .i32GeU: { selectIf($0, $1, $2, $3, $4, $5, UInt32.self, >=) }
        case .i64Eq: { selectIf($0, $1, $2, $3, $4, $5, UInt64.self, ==) }
        case .i64Ne: { selectIf($0, $1, $2, $3, $4, $5, UInt64.self, !=) }
        case .i64LtS: { selectIf($0, $1, $2, $3, $4, $5, Int64.self, <) }
        case .i64LtU: { selectIf($0, $1, $2, $3, $4, $5, UInt64.self, <) }
        case .i64GtS: { selectIf($0, $1, $2, $3, $4, $5, Int64.self, >) }
        case .i64GtU: { selectIf($0, $1, $2, $3, $4, $5, UInt64.self, >) }
        case .i64LeS: { selectIf($0, $1, $2, $3, $4, $5, Int64.self, <=) }
        case .i64LeU: { selectIf($0, $1, $2, $3, $4, $5, UInt64.self, <=) }
        case .i64GeS: { selectIf($0, $1, $2, $3, $4, $5, Int64.self, >=) }
        case .i64GeU: { selectIf($0, $1, $2, $3, $4, $5, UInt64.self, >=) }
        case .f32Eq: { selectIf($0, $1, $2, $3, $4, $5, Float.self, ==) }
        case .f32Ne: { selectIf($0, $1, $2, $3, $4, $5, Float.self, !=) }
        case .f32Lt: { selectIf($0, $1, $2, $3, $4, $5, Float.self, <) }
        case .f32Gt: { selectIf($0, $1, $2, $3, $4, $5, Float.self, >) }
        case .f32Le: { selectIf($0, $1, $2, $3, $4, $5, Float.self, <=) }
        case .f32Ge: { selectIf($0, $1, $2, $3, $4, $5, Float.self, >=) }
        case .f64Eq: { selectIf($0, $1, $2, $3, $4, $5, Double.self, ==) }
        case .f64Ne: { selectIf($0, $1, $2, $3, $4, $5, Double.self, !=) }
        case .f64Lt: { selectIf($0, $1, $2, $3, $4, $5, Double.self, <) }
        case .f64Gt: { selectIf($0, $1, $2, $3, $4, $5, Double.self, >) }
        case .f64Le: { selectIf($0, $1, $2, $3, $4, $5, Double.self, <=) }
        case .f64Ge: { selectIf($0, $1, $2, $3, $4, $5, Double.self, >=) }
        }
    }

    /// dst, a, x, y; constant.
    var selectConstant: Handler? {
        switch self {
        case .i32Eq: { selectIfConstant($0, $1, $2, $3, $4, $5, UInt32.self, ==) }
        case .i32Ne: { selectIfConstant($0, $1, $2, $3, $4, $5, UInt32.self, !=) }
        case .i32LtS: { selectIfConstant($0, $1, $2, $3, $4, $5, Int32.self, <) }
        case .i32LtU: { selectIfConstant($0, $1, $2, $3, $4, $5, UInt32.self, <) }
        case .i32GtS: { selectIfConstant($0, $1, $2, $3, $4, $5, Int32.self, >) }
        case .i32GtU: { selectIfConstant($0, $1, $2, $3, $4, $5, UInt32.self, >) }
        case .i32LeS: { selectIfConstant($0, $1, $2, $3, $4, $5, Int32.self, <=) }
        case .i32LeU: { selectIfConstant($0, $1, $2, $3, $4, $5, UInt32.self, <=) }
        case .i32GeS: { selectIfConstant($0, $1, $2, $3, $4, $5, Int32.self, >=) }
        case .i32GeU: { selectIfConstant($0, $1, $2, $3, $4, $5, UInt32.self, >=) }
        case .i64Eq: { selectIfConstant($0, $1, $2, $3, $4, $5, UInt64.self, ==) }
        case .i64Ne: { selectIfConstant($0, $1, $2, $3, $4, $5, UInt64.self, !=) }
        case .i64LtS: { selectIfConstant($0, $1, $2, $3, $4, $5, Int64.self, <) }
        case .i64LtU: { selectIfConstant($0, $1, $2, $3, $4, $5, UInt64.self, <) }
        case .i64GtS: { selectIfConstant($0, $1, $2, $3, $4, $5, Int64.self, >) }
        case .i64GtU: { selectIfConstant($0, $1, $2, $3, $4, $5, UInt64.self, >) }
        case .i64LeS: { selectIfConstant($0, $1, $2, $3, $4, $5, Int64.self, <=) }
        case .i64LeU: { selectIfConstant($0, $1, $2, $3, $4, $5, UInt64.self, <=) }
        case .i64GeS: { selectIfConstant($0, $1, $2, $3, $4, $5, Int64.self, >=) }
        case .i64GeU: { selectIfConstant($0, $1, $2, $3, $4, $5, UInt64.self, >=) }
        default: nil
        }
    }
}
