// SPDX-License-Identifier: Apache-2.0

// The stores, a line each and form. What the forms mean is in Handlers+Memory.swift.

extension StoreOperation {
    /// address, value, offset.
    var offset: Handler {
        switch self {
        case .low8: { storeOffset($0, $1, $2, $3, $4, $5, .slot, .slot, UInt8.self) }
        case .low16: { storeOffset($0, $1, $2, $3, $4, $5, .slot, .slot, UInt16.self) }
        case .low32: { storeOffset($0, $1, $2, $3, $4, $5, .slot, .slot, UInt32.self) }
        case .full64: { storeOffset($0, $1, $2, $3, $4, $5, .slot, .slot, UInt64.self) }
        }
    }

    /// address, accumulator, offset.
    var accumulatorToOffset: Handler {
        switch self {
        case .low8: { storeOffset($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt8.self) }
        case .low16: { storeOffset($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt16.self) }
        case .low32: { storeOffset($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt32.self) }
        case .full64: { storeOffset($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt64.self) }
        }
    }

    /// accumulator, value, offset.
    var accumulatorOffset: Handler {
        switch self {
        case .low8: { storeOffset($0, $1, $2, $3, $4, $5, .accumulator, .slot, UInt8.self) }
        case .low16: { storeOffset($0, $1, $2, $3, $4, $5, .accumulator, .slot, UInt16.self) }
        case .low32: { storeOffset($0, $1, $2, $3, $4, $5, .accumulator, .slot, UInt32.self) }
        case .full64: { storeOffset($0, $1, $2, $3, $4, $5, .accumulator, .slot, UInt64.self) }
        }
    }

    /// address, offset, value.
    var immediate: Handler {
        switch self {
        case .low8: { storeImmediate($0, $1, $2, $3, $4, $5, .slot, UInt8.self) }
        case .low16: { storeImmediate($0, $1, $2, $3, $4, $5, .slot, UInt16.self) }
        case .low32: { storeImmediate($0, $1, $2, $3, $4, $5, .slot, UInt32.self) }
        case .full64: { storeImmediate($0, $1, $2, $3, $4, $5, .slot, UInt64.self) }
        }
    }

    /// accumulator, offset, value.
    var accumulatorImmediate: Handler {
        switch self {
        case .low8: { storeImmediate($0, $1, $2, $3, $4, $5, .accumulator, UInt8.self) }
        case .low16: { storeImmediate($0, $1, $2, $3, $4, $5, .accumulator, UInt16.self) }
        case .low32: { storeImmediate($0, $1, $2, $3, $4, $5, .accumulator, UInt32.self) }
        case .full64: { storeImmediate($0, $1, $2, $3, $4, $5, .accumulator, UInt64.self) }
        }
    }

    /// base, value, addend.
    var sum: Handler {
        switch self {
        case .low8: { storeSum($0, $1, $2, $3, $4, $5, .slot, UInt8.self) }
        case .low16: { storeSum($0, $1, $2, $3, $4, $5, .slot, UInt16.self) }
        case .low32: { storeSum($0, $1, $2, $3, $4, $5, .slot, UInt32.self) }
        case .full64: { storeSum($0, $1, $2, $3, $4, $5, .slot, UInt64.self) }
        }
    }

    /// base, accumulator, addend.
    var accumulatorToSum: Handler {
        switch self {
        case .low8: { storeSum($0, $1, $2, $3, $4, $5, .accumulator, UInt8.self) }
        case .low16: { storeSum($0, $1, $2, $3, $4, $5, .accumulator, UInt16.self) }
        case .low32: { storeSum($0, $1, $2, $3, $4, $5, .accumulator, UInt32.self) }
        case .full64: { storeSum($0, $1, $2, $3, $4, $5, .accumulator, UInt64.self) }
        }
    }

    /// value, address.
    var absolute: Handler {
        switch self {
        case .low8: { storeAbsolute($0, $1, $2, $3, $4, $5, .slot, UInt8.self) }
        case .low16: { storeAbsolute($0, $1, $2, $3, $4, $5, .slot, UInt16.self) }
        case .low32: { storeAbsolute($0, $1, $2, $3, $4, $5, .slot, UInt32.self) }
        case .full64: { storeAbsolute($0, $1, $2, $3, $4, $5, .slot, UInt64.self) }
        }
    }

    /// accumulator, address.
    var accumulatorToAbsolute: Handler {
        switch self {
        case .low8: { storeAbsolute($0, $1, $2, $3, $4, $5, .accumulator, UInt8.self) }
        case .low16: { storeAbsolute($0, $1, $2, $3, $4, $5, .accumulator, UInt16.self) }
        case .low32: { storeAbsolute($0, $1, $2, $3, $4, $5, .accumulator, UInt32.self) }
        case .full64: { storeAbsolute($0, $1, $2, $3, $4, $5, .accumulator, UInt64.self) }
        }
    }
}

extension StoreOperation {
    /// base, value, index times 1, offset.
    var indexed1: Handler {
        switch self {
        case .low8: { storeIndexed($0, $1, $2, $3, $4, $5, 0, .slot, UInt8.self) }
        case .low16: { storeIndexed($0, $1, $2, $3, $4, $5, 0, .slot, UInt16.self) }
        case .low32: { storeIndexed($0, $1, $2, $3, $4, $5, 0, .slot, UInt32.self) }
        case .full64: { storeIndexed($0, $1, $2, $3, $4, $5, 0, .slot, UInt64.self) }
        }
    }

    /// base, accumulator, index times 1, offset.
    var accumulatorToIndexed1: Handler {
        switch self {
        case .low8: { storeIndexed($0, $1, $2, $3, $4, $5, 0, .accumulator, UInt8.self) }
        case .low16: { storeIndexed($0, $1, $2, $3, $4, $5, 0, .accumulator, UInt16.self) }
        case .low32: { storeIndexed($0, $1, $2, $3, $4, $5, 0, .accumulator, UInt32.self) }
        case .full64: { storeIndexed($0, $1, $2, $3, $4, $5, 0, .accumulator, UInt64.self) }
        }
    }

    /// base, value, index times 2, offset.
    var indexed2: Handler {
        switch self {
        case .low8: { storeIndexed($0, $1, $2, $3, $4, $5, 1, .slot, UInt8.self) }
        case .low16: { storeIndexed($0, $1, $2, $3, $4, $5, 1, .slot, UInt16.self) }
        case .low32: { storeIndexed($0, $1, $2, $3, $4, $5, 1, .slot, UInt32.self) }
        case .full64: { storeIndexed($0, $1, $2, $3, $4, $5, 1, .slot, UInt64.self) }
        }
    }

    /// base, accumulator, index times 2, offset.
    var accumulatorToIndexed2: Handler {
        switch self {
        case .low8: { storeIndexed($0, $1, $2, $3, $4, $5, 1, .accumulator, UInt8.self) }
        case .low16: { storeIndexed($0, $1, $2, $3, $4, $5, 1, .accumulator, UInt16.self) }
        case .low32: { storeIndexed($0, $1, $2, $3, $4, $5, 1, .accumulator, UInt32.self) }
        case .full64: { storeIndexed($0, $1, $2, $3, $4, $5, 1, .accumulator, UInt64.self) }
        }
    }

    /// base, value, index times 4, offset.
    var indexed4: Handler {
        switch self {
        case .low8: { storeIndexed($0, $1, $2, $3, $4, $5, 2, .slot, UInt8.self) }
        case .low16: { storeIndexed($0, $1, $2, $3, $4, $5, 2, .slot, UInt16.self) }
        case .low32: { storeIndexed($0, $1, $2, $3, $4, $5, 2, .slot, UInt32.self) }
        case .full64: { storeIndexed($0, $1, $2, $3, $4, $5, 2, .slot, UInt64.self) }
        }
    }

    /// base, accumulator, index times 4, offset.
    var accumulatorToIndexed4: Handler {
        switch self {
        case .low8: { storeIndexed($0, $1, $2, $3, $4, $5, 2, .accumulator, UInt8.self) }
        case .low16: { storeIndexed($0, $1, $2, $3, $4, $5, 2, .accumulator, UInt16.self) }
        case .low32: { storeIndexed($0, $1, $2, $3, $4, $5, 2, .accumulator, UInt32.self) }
        case .full64: { storeIndexed($0, $1, $2, $3, $4, $5, 2, .accumulator, UInt64.self) }
        }
    }

    /// base, value, index times 8, offset.
    var indexed8: Handler {
        switch self {
        case .low8: { storeIndexed($0, $1, $2, $3, $4, $5, 3, .slot, UInt8.self) }
        case .low16: { storeIndexed($0, $1, $2, $3, $4, $5, 3, .slot, UInt16.self) }
        case .low32: { storeIndexed($0, $1, $2, $3, $4, $5, 3, .slot, UInt32.self) }
        case .full64: { storeIndexed($0, $1, $2, $3, $4, $5, 3, .slot, UInt64.self) }
        }
    }

    /// base, accumulator, index times 8, offset.
    var accumulatorToIndexed8: Handler {
        switch self {
        case .low8: { storeIndexed($0, $1, $2, $3, $4, $5, 3, .accumulator, UInt8.self) }
        case .low16: { storeIndexed($0, $1, $2, $3, $4, $5, 3, .accumulator, UInt16.self) }
        case .low32: { storeIndexed($0, $1, $2, $3, $4, $5, 3, .accumulator, UInt32.self) }
        case .full64: { storeIndexed($0, $1, $2, $3, $4, $5, 3, .accumulator, UInt64.self) }
        }
    }
}
