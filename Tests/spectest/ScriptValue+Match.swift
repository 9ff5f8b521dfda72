// SPDX-License-Identifier: Apache-2.0

import WasmEngine
import WasmFormat

// Script values to engine values, and engine results against what a script expects of them.

/// A script that cannot be run as it stands.
struct ScriptError: Error, CustomStringConvertible {
    var description: String

    init(_ description: String) { self.description = description }
}

extension ScriptValue {
    /// The value as an argument of a call.
    func argument() throws(ScriptError) -> Value {
        switch type {
        case "i32": return .i32(UInt32(truncatingIfNeeded: try bits()))
        case "i64": return .i64(try bits())
        case "f32": return .f32(Float(bitPattern: UInt32(truncatingIfNeeded: try bits())))
        case "f64": return .f64(Double(bitPattern: try bits()))
        case "v128":
            let (low, high) = try vector()
            return .v128(low: low, high: high)
        case "externref": return .externref(isNull ? nil : ExternalReference(try bits()))
        case "funcref" where isNull: return .funcref(nil)
        case "exnref" where isNull: return .exnref(nil)
        default: throw ScriptError("no argument of type \(type)")
        }
    }

    /// Whether a result is what is expected.
    func matches(_ result: Value) throws(ScriptError) -> Bool {
        if type == "either" {
            for alternative in values ?? [] where try alternative.matches(result) { return true }
            return false
        }
        guard type == result.type.description else { return false }
        switch result {
        case .i32(let found): return UInt32(truncatingIfNeeded: try bits()) == found
        case .i64(let found): return try bits() == found
        case .f32(let found): return try matchesFloat(UInt64(found.bitPattern), significandBits: 23, width: 32)
        case .f64(let found): return try matchesFloat(found.bitPattern, significandBits: 52, width: 64)
        case .v128(let low, let high): return try matchesLanes(low, high)
        case .funcref(let found): return isNull ? found == nil : found != nil
        case .exnref(let found): return isNull ? found == nil : found != nil
        case .externref(let found):
            if isNull { return found == nil }
            // Without a value, any reference that is not null is right.
            return try value == nil ? found != nil : found == ExternalReference(bits())
        }
    }

    /// How many bits a lane has.
    private func laneWidth() throws(ScriptError) -> Int {
        guard let width = Int((laneType ?? "").dropFirst()), [8, 16, 32, 64].contains(width), case .lanes(let lanes)? = value,
            lanes.count == 128 / width
        else { throw ScriptError("no vector: \(String(describing: value))") }
        return width
    }

    /// The lanes, each as a value of its own.
    private func lanes() -> [ScriptValue] {
        guard case .lanes(let lanes)? = value else { return [] }
        return lanes.map { ScriptValue(type: laneType ?? "", value: .single($0)) }
    }

    private func vector() throws(ScriptError) -> (low: UInt64, high: UInt64) {
        let width = try laneWidth()
        var halves: [UInt64] = [0, 0]
        for (index, lane) in lanes().enumerated() {
            let bits = try lane.bits() & (UInt64.max >> UInt64(64 - width))
            halves[index * width / 64] |= bits << UInt64(index * width % 64)
        }
        return (halves[0], halves[1])
    }

    private func matchesLanes(_ low: UInt64, _ high: UInt64) throws(ScriptError) -> Bool {
        let width = try laneWidth()
        for (index, lane) in lanes().enumerated() {
            let half = index * width < 64 ? low : high
            let found = half >> UInt64(index * width % 64) & (UInt64.max >> UInt64(64 - width))
            switch lane.type {
            case "f32": if try !lane.matchesFloat(found, significandBits: 23, width: 32) { return false }
            case "f64": if try !lane.matchesFloat(found, significandBits: 52, width: 64) { return false }
            default: if try lane.bits() & (UInt64.max >> UInt64(64 - width)) != found { return false }
            }
        }
        return true
    }

    private var text: String? {
        if case .single(let text)? = value { text } else { nil }
    }

    private var isNull: Bool { text == "null" }

    /// The number, which scripts write in decimal, with or without a sign.
    private func bits() throws(ScriptError) -> UInt64 {
        guard let text, let bits = UInt64(text) ?? Int64(text).map(UInt64.init(bitPattern:)) else {
            throw ScriptError("no number: \(String(describing: value))")
        }
        return bits
    }

    /// A canonical NaN has only the quiet bit set, an arithmetic one has it among others; the sign is free.
    private func matchesFloat(_ found: UInt64, significandBits: UInt64, width: UInt64) throws(ScriptError) -> Bool {
        let quiet = (UInt64(1) << (width - 1)) - (UInt64(1) << (significandBits - 1))
        let magnitude = found & ((UInt64(1) << (width - 1)) - 1)
        switch text {
        case "nan:canonical": return magnitude == quiet
        // Not of the suite: of Tests/fuzz/compare.py, which does not get to see a NaN's bits.
        case "nan:any": return magnitude > (UInt64(1) << (width - 1)) - (UInt64(1) << significandBits)
        case "nan:arithmetic": return magnitude & quiet == quiet
        default: return try bits() == found
        }
    }
}
