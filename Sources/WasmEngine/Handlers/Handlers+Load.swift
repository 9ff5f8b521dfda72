// SPDX-License-Identifier: Apache-2.0

// The loads, a line each and form. What the forms mean is in Handlers+Memory.swift.

extension LoadOperation {
    /// dst, address, offset.
    var offset: Handler {
        switch self {
        case .unsigned8: { loadOffset($0, $1, $2, $3, $4, $5, .slot, .slot, UInt8.self, UInt64.self) }
        case .signed8To32: { loadOffset($0, $1, $2, $3, $4, $5, .slot, .slot, Int8.self, Int32.self) }
        case .signed8To64: { loadOffset($0, $1, $2, $3, $4, $5, .slot, .slot, Int8.self, Int64.self) }
        case .unsigned16: { loadOffset($0, $1, $2, $3, $4, $5, .slot, .slot, UInt16.self, UInt64.self) }
        case .signed16To32: { loadOffset($0, $1, $2, $3, $4, $5, .slot, .slot, Int16.self, Int32.self) }
        case .signed16To64: { loadOffset($0, $1, $2, $3, $4, $5, .slot, .slot, Int16.self, Int64.self) }
        case .unsigned32: { loadOffset($0, $1, $2, $3, $4, $5, .slot, .slot, UInt32.self, UInt64.self) }
        case .signed32To64: { loadOffset($0, $1, $2, $3, $4, $5, .slot, .slot, Int32.self, Int64.self) }
        case .full64: { loadOffset($0, $1, $2, $3, $4, $5, .slot, .slot, UInt64.self, UInt64.self) }
        }
    }

    /// accumulator, address, offset.
    var offsetToAccumulator: Handler {
        switch self {
        case .unsigned8: { loadOffset($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt8.self, UInt64.self) }
        case .signed8To32: { loadOffset($0, $1, $2, $3, $4, $5, .slot, .accumulator, Int8.self, Int32.self) }
        case .signed8To64: { loadOffset($0, $1, $2, $3, $4, $5, .slot, .accumulator, Int8.self, Int64.self) }
        case .unsigned16: { loadOffset($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt16.self, UInt64.self) }
        case .signed16To32: { loadOffset($0, $1, $2, $3, $4, $5, .slot, .accumulator, Int16.self, Int32.self) }
        case .signed16To64: { loadOffset($0, $1, $2, $3, $4, $5, .slot, .accumulator, Int16.self, Int64.self) }
        case .unsigned32: { loadOffset($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt32.self, UInt64.self) }
        case .signed32To64: { loadOffset($0, $1, $2, $3, $4, $5, .slot, .accumulator, Int32.self, Int64.self) }
        case .full64: { loadOffset($0, $1, $2, $3, $4, $5, .slot, .accumulator, UInt64.self, UInt64.self) }
        }
    }

    /// dst, accumulator, offset.
    var accumulatorOffset: Handler {
        switch self {
        case .unsigned8: { loadOffset($0, $1, $2, $3, $4, $5, .accumulator, .slot, UInt8.self, UInt64.self) }
        case .signed8To32: { loadOffset($0, $1, $2, $3, $4, $5, .accumulator, .slot, Int8.self, Int32.self) }
        case .signed8To64: { loadOffset($0, $1, $2, $3, $4, $5, .accumulator, .slot, Int8.self, Int64.self) }
        case .unsigned16: { loadOffset($0, $1, $2, $3, $4, $5, .accumulator, .slot, UInt16.self, UInt64.self) }
        case .signed16To32: { loadOffset($0, $1, $2, $3, $4, $5, .accumulator, .slot, Int16.self, Int32.self) }
        case .signed16To64: { loadOffset($0, $1, $2, $3, $4, $5, .accumulator, .slot, Int16.self, Int64.self) }
        case .unsigned32: { loadOffset($0, $1, $2, $3, $4, $5, .accumulator, .slot, UInt32.self, UInt64.self) }
        case .signed32To64: { loadOffset($0, $1, $2, $3, $4, $5, .accumulator, .slot, Int32.self, Int64.self) }
        case .full64: { loadOffset($0, $1, $2, $3, $4, $5, .accumulator, .slot, UInt64.self, UInt64.self) }
        }
    }

    /// accumulator, accumulator, offset.
    var accumulatorOffsetToAccumulator: Handler {
        switch self {
        case .unsigned8: { loadOffset($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, UInt8.self, UInt64.self) }
        case .signed8To32: { loadOffset($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, Int8.self, Int32.self) }
        case .signed8To64: { loadOffset($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, Int8.self, Int64.self) }
        case .unsigned16: { loadOffset($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, UInt16.self, UInt64.self) }
        case .signed16To32: { loadOffset($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, Int16.self, Int32.self) }
        case .signed16To64: { loadOffset($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, Int16.self, Int64.self) }
        case .unsigned32: { loadOffset($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, UInt32.self, UInt64.self) }
        case .signed32To64: { loadOffset($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, Int32.self, Int64.self) }
        case .full64: { loadOffset($0, $1, $2, $3, $4, $5, .accumulator, .accumulator, UInt64.self, UInt64.self) }
        }
    }

    /// dst, base, addend.
    var sum: Handler {
        switch self {
        case .unsigned8: { loadSum($0, $1, $2, $3, $4, $5, .slot, UInt8.self, UInt64.self) }
        case .signed8To32: { loadSum($0, $1, $2, $3, $4, $5, .slot, Int8.self, Int32.self) }
        case .signed8To64: { loadSum($0, $1, $2, $3, $4, $5, .slot, Int8.self, Int64.self) }
        case .unsigned16: { loadSum($0, $1, $2, $3, $4, $5, .slot, UInt16.self, UInt64.self) }
        case .signed16To32: { loadSum($0, $1, $2, $3, $4, $5, .slot, Int16.self, Int32.self) }
        case .signed16To64: { loadSum($0, $1, $2, $3, $4, $5, .slot, Int16.self, Int64.self) }
        case .unsigned32: { loadSum($0, $1, $2, $3, $4, $5, .slot, UInt32.self, UInt64.self) }
        case .signed32To64: { loadSum($0, $1, $2, $3, $4, $5, .slot, Int32.self, Int64.self) }
        case .full64: { loadSum($0, $1, $2, $3, $4, $5, .slot, UInt64.self, UInt64.self) }
        }
    }

    /// accumulator, base, addend.
    var sumToAccumulator: Handler {
        switch self {
        case .unsigned8: { loadSum($0, $1, $2, $3, $4, $5, .accumulator, UInt8.self, UInt64.self) }
        case .signed8To32: { loadSum($0, $1, $2, $3, $4, $5, .accumulator, Int8.self, Int32.self) }
        case .signed8To64: { loadSum($0, $1, $2, $3, $4, $5, .accumulator, Int8.self, Int64.self) }
        case .unsigned16: { loadSum($0, $1, $2, $3, $4, $5, .accumulator, UInt16.self, UInt64.self) }
        case .signed16To32: { loadSum($0, $1, $2, $3, $4, $5, .accumulator, Int16.self, Int32.self) }
        case .signed16To64: { loadSum($0, $1, $2, $3, $4, $5, .accumulator, Int16.self, Int64.self) }
        case .unsigned32: { loadSum($0, $1, $2, $3, $4, $5, .accumulator, UInt32.self, UInt64.self) }
        case .signed32To64: { loadSum($0, $1, $2, $3, $4, $5, .accumulator, Int32.self, Int64.self) }
        case .full64: { loadSum($0, $1, $2, $3, $4, $5, .accumulator, UInt64.self, UInt64.self) }
        }
    }

    /// dst, address.
    var absolute: Handler {
        switch self {
        case .unsigned8: { loadAbsolute($0, $1, $2, $3, $4, $5, .slot, UInt8.self, UInt64.self) }
        case .signed8To32: { loadAbsolute($0, $1, $2, $3, $4, $5, .slot, Int8.self, Int32.self) }
        case .signed8To64: { loadAbsolute($0, $1, $2, $3, $4, $5, .slot, Int8.self, Int64.self) }
        case .unsigned16: { loadAbsolute($0, $1, $2, $3, $4, $5, .slot, UInt16.self, UInt64.self) }
        case .signed16To32: { loadAbsolute($0, $1, $2, $3, $4, $5, .slot, Int16.self, Int32.self) }
        case .signed16To64: { loadAbsolute($0, $1, $2, $3, $4, $5, .slot, Int16.self, Int64.self) }
        case .unsigned32: { loadAbsolute($0, $1, $2, $3, $4, $5, .slot, UInt32.self, UInt64.self) }
        case .signed32To64: { loadAbsolute($0, $1, $2, $3, $4, $5, .slot, Int32.self, Int64.self) }
        case .full64: { loadAbsolute($0, $1, $2, $3, $4, $5, .slot, UInt64.self, UInt64.self) }
        }
    }

    /// accumulator, address.
    var absoluteToAccumulator: Handler {
        switch self {
        case .unsigned8: { loadAbsolute($0, $1, $2, $3, $4, $5, .accumulator, UInt8.self, UInt64.self) }
        case .signed8To32: { loadAbsolute($0, $1, $2, $3, $4, $5, .accumulator, Int8.self, Int32.self) }
        case .signed8To64: { loadAbsolute($0, $1, $2, $3, $4, $5, .accumulator, Int8.self, Int64.self) }
        case .unsigned16: { loadAbsolute($0, $1, $2, $3, $4, $5, .accumulator, UInt16.self, UInt64.self) }
        case .signed16To32: { loadAbsolute($0, $1, $2, $3, $4, $5, .accumulator, Int16.self, Int32.self) }
        case .signed16To64: { loadAbsolute($0, $1, $2, $3, $4, $5, .accumulator, Int16.self, Int64.self) }
        case .unsigned32: { loadAbsolute($0, $1, $2, $3, $4, $5, .accumulator, UInt32.self, UInt64.self) }
        case .signed32To64: { loadAbsolute($0, $1, $2, $3, $4, $5, .accumulator, Int32.self, Int64.self) }
        case .full64: { loadAbsolute($0, $1, $2, $3, $4, $5, .accumulator, UInt64.self, UInt64.self) }
        }
    }
}

extension LoadOperation {
    /// dst, base, index times 1, offset.
    var indexed1: Handler {
        switch self {
        case .unsigned8: { loadIndexed($0, $1, $2, $3, $4, $5, 0, .slot, UInt8.self, UInt64.self) }
        case .signed8To32: { loadIndexed($0, $1, $2, $3, $4, $5, 0, .slot, Int8.self, Int32.self) }
        case .signed8To64: { loadIndexed($0, $1, $2, $3, $4, $5, 0, .slot, Int8.self, Int64.self) }
        case .unsigned16: { loadIndexed($0, $1, $2, $3, $4, $5, 0, .slot, UInt16.self, UInt64.self) }
        case .signed16To32: { loadIndexed($0, $1, $2, $3, $4, $5, 0, .slot, Int16.self, Int32.self) }
        case .signed16To64: { loadIndexed($0, $1, $2, $3, $4, $5, 0, .slot, Int16.self, Int64.self) }
        case .unsigned32: { loadIndexed($0, $1, $2, $3, $4, $5, 0, .slot, UInt32.self, UInt64.self) }
        case .signed32To64: { loadIndexed($0, $1, $2, $3, $4, $5, 0, .slot, Int32.self, Int64.self) }
        case .full64: { loadIndexed($0, $1, $2, $3, $4, $5, 0, .slot, UInt64.self, UInt64.self) }
        }
    }

    /// accumulator, base, index times 1, offset.
    var indexed1ToAccumulator: Handler {
        switch self {
        case .unsigned8: { loadIndexed($0, $1, $2, $3, $4, $5, 0, .accumulator, UInt8.self, UInt64.self) }
        case .signed8To32: { loadIndexed($0, $1, $2, $3, $4, $5, 0, .accumulator, Int8.self, Int32.self) }
        case .signed8To64: { loadIndexed($0, $1, $2, $3, $4, $5, 0, .accumulator, Int8.self, Int64.self) }
        case .unsigned16: { loadIndexed($0, $1, $2, $3, $4, $5, 0, .accumulator, UInt16.self, UInt64.self) }
        case .signed16To32: { loadIndexed($0, $1, $2, $3, $4, $5, 0, .accumulator, Int16.self, Int32.self) }
        case .signed16To64: { loadIndexed($0, $1, $2, $3, $4, $5, 0, .accumulator, Int16.self, Int64.self) }
        case .unsigned32: { loadIndexed($0, $1, $2, $3, $4, $5, 0, .accumulator, UInt32.self, UInt64.self) }
        case .signed32To64: { loadIndexed($0, $1, $2, $3, $4, $5, 0, .accumulator, Int32.self, Int64.self) }
        case .full64: { loadIndexed($0, $1, $2, $3, $4, $5, 0, .accumulator, UInt64.self, UInt64.self) }
        }
    }

    /// dst, base, index times 2, offset.
    var indexed2: Handler {
        switch self {
        case .unsigned8: { loadIndexed($0, $1, $2, $3, $4, $5, 1, .slot, UInt8.self, UInt64.self) }
        case .signed8To32: { loadIndexed($0, $1, $2, $3, $4, $5, 1, .slot, Int8.self, Int32.self) }
        case .signed8To64: { loadIndexed($0, $1, $2, $3, $4, $5, 1, .slot, Int8.self, Int64.self) }
        case .unsigned16: { loadIndexed($0, $1, $2, $3, $4, $5, 1, .slot, UInt16.self, UInt64.self) }
        case .signed16To32: { loadIndexed($0, $1, $2, $3, $4, $5, 1, .slot, Int16.self, Int32.self) }
        case .signed16To64: { loadIndexed($0, $1, $2, $3, $4, $5, 1, .slot, Int16.self, Int64.self) }
        case .unsigned32: { loadIndexed($0, $1, $2, $3, $4, $5, 1, .slot, UInt32.self, UInt64.self) }
        case .signed32To64: { loadIndexed($0, $1, $2, $3, $4, $5, 1, .slot, Int32.self, Int64.self) }
        case .full64: { loadIndexed($0, $1, $2, $3, $4, $5, 1, .slot, UInt64.self, UInt64.self) }
        }
    }

    /// accumulator, base, index times 2, offset.
    var indexed2ToAccumulator: Handler {
        switch self {
        case .unsigned8: { loadIndexed($0, $1, $2, $3, $4, $5, 1, .accumulator, UInt8.self, UInt64.self) }
        case .signed8To32: { loadIndexed($0, $1, $2, $3, $4, $5, 1, .accumulator, Int8.self, Int32.self) }
        case .signed8To64: { loadIndexed($0, $1, $2, $3, $4, $5, 1, .accumulator, Int8.self, Int64.self) }
        case .unsigned16: { loadIndexed($0, $1, $2, $3, $4, $5, 1, .accumulator, UInt16.self, UInt64.self) }
        case .signed16To32: { loadIndexed($0, $1, $2, $3, $4, $5, 1, .accumulator, Int16.self, Int32.self) }
        case .signed16To64: { loadIndexed($0, $1, $2, $3, $4, $5, 1, .accumulator, Int16.self, Int64.self) }
        case .unsigned32: { loadIndexed($0, $1, $2, $3, $4, $5, 1, .accumulator, UInt32.self, UInt64.self) }
        case .signed32To64: { loadIndexed($0, $1, $2, $3, $4, $5, 1, .accumulator, Int32.self, Int64.self) }
        case .full64: { loadIndexed($0, $1, $2, $3, $4, $5, 1, .accumulator, UInt64.self, UInt64.self) }
        }
    }

    /// dst, base, index times 4, offset.
    var indexed4: Handler {
        switch self {
        case .unsigned8: { loadIndexed($0, $1, $2, $3, $4, $5, 2, .slot, UInt8.self, UInt64.self) }
        case .signed8To32: { loadIndexed($0, $1, $2, $3, $4, $5, 2, .slot, Int8.self, Int32.self) }
        case .signed8To64: { loadIndexed($0, $1, $2, $3, $4, $5, 2, .slot, Int8.self, Int64.self) }
        case .unsigned16: { loadIndexed($0, $1, $2, $3, $4, $5, 2, .slot, UInt16.self, UInt64.self) }
        case .signed16To32: { loadIndexed($0, $1, $2, $3, $4, $5, 2, .slot, Int16.self, Int32.self) }
        case .signed16To64: { loadIndexed($0, $1, $2, $3, $4, $5, 2, .slot, Int16.self, Int64.self) }
        case .unsigned32: { loadIndexed($0, $1, $2, $3, $4, $5, 2, .slot, UInt32.self, UInt64.self) }
        case .signed32To64: { loadIndexed($0, $1, $2, $3, $4, $5, 2, .slot, Int32.self, Int64.self) }
        case .full64: { loadIndexed($0, $1, $2, $3, $4, $5, 2, .slot, UInt64.self, UInt64.self) }
        }
    }

    /// accumulator, base, index times 4, offset.
    var indexed4ToAccumulator: Handler {
        switch self {
        case .unsigned8: { loadIndexed($0, $1, $2, $3, $4, $5, 2, .accumulator, UInt8.self, UInt64.self) }
        case .signed8To32: { loadIndexed($0, $1, $2, $3, $4, $5, 2, .accumulator, Int8.self, Int32.self) }
        case .signed8To64: { loadIndexed($0, $1, $2, $3, $4, $5, 2, .accumulator, Int8.self, Int64.self) }
        case .unsigned16: { loadIndexed($0, $1, $2, $3, $4, $5, 2, .accumulator, UInt16.self, UInt64.self) }
        case .signed16To32: { loadIndexed($0, $1, $2, $3, $4, $5, 2, .accumulator, Int16.self, Int32.self) }
        case .signed16To64: { loadIndexed($0, $1, $2, $3, $4, $5, 2, .accumulator, Int16.self, Int64.self) }
        case .unsigned32: { loadIndexed($0, $1, $2, $3, $4, $5, 2, .accumulator, UInt32.self, UInt64.self) }
        case .signed32To64: { loadIndexed($0, $1, $2, $3, $4, $5, 2, .accumulator, Int32.self, Int64.self) }
        case .full64: { loadIndexed($0, $1, $2, $3, $4, $5, 2, .accumulator, UInt64.self, UInt64.self) }
        }
    }

    /// dst, base, index times 8, offset.
    var indexed8: Handler {
        switch self {
        case .unsigned8: { loadIndexed($0, $1, $2, $3, $4, $5, 3, .slot, UInt8.self, UInt64.self) }
        case .signed8To32: { loadIndexed($0, $1, $2, $3, $4, $5, 3, .slot, Int8.self, Int32.self) }
        case .signed8To64: { loadIndexed($0, $1, $2, $3, $4, $5, 3, .slot, Int8.self, Int64.self) }
        case .unsigned16: { loadIndexed($0, $1, $2, $3, $4, $5, 3, .slot, UInt16.self, UInt64.self) }
        case .signed16To32: { loadIndexed($0, $1, $2, $3, $4, $5, 3, .slot, Int16.self, Int32.self) }
        case .signed16To64: { loadIndexed($0, $1, $2, $3, $4, $5, 3, .slot, Int16.self, Int64.self) }
        case .unsigned32: { loadIndexed($0, $1, $2, $3, $4, $5, 3, .slot, UInt32.self, UInt64.self) }
        case .signed32To64: { loadIndexed($0, $1, $2, $3, $4, $5, 3, .slot, Int32.self, Int64.self) }
        case .full64: { loadIndexed($0, $1, $2, $3, $4, $5, 3, .slot, UInt64.self, UInt64.self) }
        }
    }

    /// accumulator, base, index times 8, offset.
    var indexed8ToAccumulator: Handler {
        switch self {
        case .unsigned8: { loadIndexed($0, $1, $2, $3, $4, $5, 3, .accumulator, UInt8.self, UInt64.self) }
        case .signed8To32: { loadIndexed($0, $1, $2, $3, $4, $5, 3, .accumulator, Int8.self, Int32.self) }
        case .signed8To64: { loadIndexed($0, $1, $2, $3, $4, $5, 3, .accumulator, Int8.self, Int64.self) }
        case .unsigned16: { loadIndexed($0, $1, $2, $3, $4, $5, 3, .accumulator, UInt16.self, UInt64.self) }
        case .signed16To32: { loadIndexed($0, $1, $2, $3, $4, $5, 3, .accumulator, Int16.self, Int32.self) }
        case .signed16To64: { loadIndexed($0, $1, $2, $3, $4, $5, 3, .accumulator, Int16.self, Int64.self) }
        case .unsigned32: { loadIndexed($0, $1, $2, $3, $4, $5, 3, .accumulator, UInt32.self, UInt64.self) }
        case .signed32To64: { loadIndexed($0, $1, $2, $3, $4, $5, 3, .accumulator, Int32.self, Int64.self) }
        case .full64: { loadIndexed($0, $1, $2, $3, $4, $5, 3, .accumulator, UInt64.self, UInt64.self) }
        }
    }
}
