// SPDX-License-Identifier: Apache-2.0

// Every arithmetic rule of WebAssembly that is not simply an operator of Swift's, as a pure function (spec, "Numerics").
// Traps are returned values: the check of an operation comes apart from the operation.

/// A value as it lies in a 64-bit slot. Narrower ones are zero-extended, always: a slot that was written as an i32 can
/// be read as an i64.
protocol SlotValue: BitwiseCopyable {
    init(slot: UInt64)
    var slot: UInt64 { get }
    /// From the 32 bits that an operand word has room for, sign-extended.
    init(immediate: UInt64)
    /// From the accumulator that is for values of this type.
    init(accumulators a: UInt64, _ f: Double)
    /// What the integer accumulator becomes when this value is put into the one for its type.
    func accumulator(_ a: UInt64) -> UInt64
    /// The same for the floating-point accumulator.
    func floatingAccumulator(_ f: Double) -> Double
}

extension SlotValue {
    @inline(__always) init(accumulators a: UInt64, _ f: Double) { self.init(slot: a) }
    @inline(__always) func accumulator(_ a: UInt64) -> UInt64 { slot }
    @inline(__always) func floatingAccumulator(_ f: Double) -> Double { f }
}

extension SlotValue where Self: FixedWidthInteger {
    @inline(__always) init(slot: UInt64) { self.init(truncatingIfNeeded: slot) }
    @inline(__always) init(immediate word: UInt64) {
        self.init(truncatingIfNeeded: Int64(bitPattern: word) >> 32)
    }
}
extension UInt32: SlotValue {
    @inline(__always) var slot: UInt64 { UInt64(self) }
}
extension Int32: SlotValue {
    @inline(__always) var slot: UInt64 { UInt64(UInt32(bitPattern: self)) }
}
extension UInt64: SlotValue {
    @inline(__always) var slot: UInt64 { self }
}
extension Int64: SlotValue {
    @inline(__always) var slot: UInt64 { UInt64(bitPattern: self) }
}
extension Float: SlotValue {
    @inline(__always) init(slot: UInt64) { self.init(bitPattern: UInt32(truncatingIfNeeded: slot)) }
    @inline(__always) var slot: UInt64 { UInt64(bitPattern) }
    @inline(__always) init(immediate word: UInt64) { self.init(slot: word >> 32) }
}
extension Double: SlotValue {
    @inline(__always) init(slot: UInt64) { self.init(bitPattern: slot) }
    @inline(__always) var slot: UInt64 { bitPattern }
    @inline(__always) init(accumulators a: UInt64, _ f: Double) { self = f }
    @inline(__always) func accumulator(_ a: UInt64) -> UInt64 { a }
    @inline(__always) func floatingAccumulator(_ f: Double) -> Double { self }
    @inline(__always) init(immediate word: UInt64) { self.init(slot: word >> 32) }
}

// MARK: Integers

@inline(__always)
func shiftLeft<T: FixedWidthInteger & UnsignedInteger>(_ value: T, _ count: T) -> T { value &<< count }

@inline(__always)
func shiftRight<T: FixedWidthInteger>(_ value: T, _ count: T) -> T { value &>> count }

@inline(__always)
func rotateLeft<T: FixedWidthInteger & UnsignedInteger>(_ value: T, _ count: T) -> T {
    (value &<< count) | (value &>> (0 &- count))
}

@inline(__always)
func rotateRight<T: FixedWidthInteger & UnsignedInteger>(_ value: T, _ count: T) -> T {
    (value &>> count) | (value &<< (0 &- count))
}

/// The check of `div_s`.
@inline(__always)
func signedDivisionTrap<T: FixedWidthInteger & SignedInteger>(_ left: T, _ right: T) -> TrapCode {
    if right == 0 { return .integerDivideByZero }
    return right == -1 && left == T.min ? .integerOverflow : .none
}

/// The check of `div_u`, `rem_u` and `rem_s`.
@inline(__always)
func zeroDivisorTrap<T: FixedWidthInteger>(_ left: T, _ right: T) -> TrapCode {
    right == 0 ? .integerDivideByZero : .none
}

/// The quotient of operands that were checked.
@inline(__always)
func quotient<T: FixedWidthInteger>(_ left: T, _ right: T) -> T {
    left.dividedReportingOverflow(by: right).partialValue
}

/// The remainder of operands that were checked; of the least integer by -1 it is 0.
@inline(__always)
func remainder<T: FixedWidthInteger>(_ left: T, _ right: T) -> T {
    left.remainderReportingOverflow(dividingBy: right).partialValue
}

@inline(__always)
func signExtend<N: FixedWidthInteger & SignedInteger, T: FixedWidthInteger>(_ value: T, from narrow: N.Type) -> T {
    T(truncatingIfNeeded: N(truncatingIfNeeded: value))
}

// MARK: Floating point

/// `min`: a NaN wins, and -0 is less than 0.
@inline(__always)
func minimum<T: FloatBits>(_ left: T, _ right: T) -> T {
    if left < right { return left }
    if right < left { return right }
    return left == right ? T(bitPattern: left.bitPattern | right.bitPattern) : left + right
}

/// `max`: a NaN wins, and 0 is greater than -0.
@inline(__always)
func maximum<T: FloatBits>(_ left: T, _ right: T) -> T {
    if left > right { return left }
    if right > left { return right }
    return left == right ? T(bitPattern: left.bitPattern & right.bitPattern) : left + right
}

/// A floating-point type with its bits: `abs`, `neg` and `copysign` must leave a NaN's payload alone.
protocol FloatBits: BinaryFloatingPoint {
    associatedtype Bits: FixedWidthInteger & UnsignedInteger
    init(bitPattern: Bits)
    var bitPattern: Bits { get }
}
extension Float: FloatBits {}
extension Double: FloatBits {}

extension FloatBits {
    @inline(__always) static var signBit: Bits { 1 << Bits(Bits.bitWidth - 1) }
}

@inline(__always)
func absolute<T: FloatBits>(_ value: T) -> T { T(bitPattern: value.bitPattern & ~T.signBit) }

@inline(__always)
func negated<T: FloatBits>(_ value: T) -> T { T(bitPattern: value.bitPattern ^ T.signBit) }

@inline(__always)
func copySign<T: FloatBits>(_ value: T, _ sign: T) -> T {
    T(bitPattern: value.bitPattern & ~T.signBit | sign.bitPattern & T.signBit)
}

/// The square root. That of a negative number is told apart because the library is called for it.
@inline(__always)
func squareRoot<T: FloatBits>(_ value: T) -> T { value.squareRoot() }

/// Rounds to an integral value; a signalling NaN becomes quiet.
@inline(__always)
func rounded<T: FloatBits>(_ value: T, _ rule: FloatingPointRoundingRule) -> T {
    value.isNaN ? value + value : value.rounded(rule)
}

/// The check of `trunc`: the bounds are exclusive, and exact in the floating-point type.
@inline(__always)
func truncationTrap<F: FloatBits>(_ value: F, above low: F, below high: F) -> TrapCode {
    if value > low && value < high { return .none }
    return value.isNaN ? .invalidConversionToInteger : .integerOverflow
}

/// `trunc_sat`: NaN is 0, what is out of range is the nearest there is.
@inline(__always)
func saturated<F: FloatBits, I: FixedWidthInteger>(_ value: F, above low: F, below high: F, _ convert: (F) -> I) -> I {
    if value > low && value < high { return convert(value) }
    if value.isNaN { return 0 }
    return value <= low ? I.min : I.max
}
