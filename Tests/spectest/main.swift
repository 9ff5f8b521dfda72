// SPDX-License-Identifier: Apache-2.0

import Foundation
import WasmFormat

var passed = 0, failed = 0, skipped = 0
for path in CommandLine.arguments.dropFirst() where !path.hasPrefix("-") {
    let url = URL(fileURLWithPath: path)
    let dir = url.deletingLastPathComponent()
    let script = try JSONDecoder().decode(Script.self, from: Data(contentsOf: url))
    for c in script.commands {
        guard let f = c.filename else { skipped += 1; continue }
        if c.moduleType == "text" && c.binaryFilename == nil { skipped += 1; continue }
        let bytes = [UInt8](try Data(contentsOf: dir.appendingPathComponent(c.binaryFilename ?? f)))
        var features: Features = []
        if path.contains("simd_") { features.insert(.simd) }
        if path.contains("relaxed") { features.insert([.simd, .relaxedSIMD]) }
        if path.contains("threads") { features.insert(.threads) }
        if path.contains("multi-memory") { features.insert([.multiMemory, .simd]) }
        if path.contains("exception-") { features.insert([.exceptions, .tailCalls]) }
        if path.contains("tail-") { features.insert(.tailCalls) }
        if path.contains("extended-") { features.insert(.extendedConstants) }
        do {
            _ = try Module(bytes: bytes, features: features)
            if c.type == "assert_invalid" || c.type == "assert_malformed" {
                failed += 1; print("\(path):\(c.line) \(f) accepted, expected \(c.text ?? "")")
            } else { passed += 1 }
        } catch {
            if c.type == "assert_invalid" || c.type == "assert_malformed", Wording.matches(error, c.text ?? "") { passed += 1 }
            else { failed += 1; print("\(path):\(c.line) \(f) \(c.type) \(error), expected \(c.text ?? "valid")") }
        }
    }
}
print("\(passed) passed, \(failed) failed, \(skipped) skipped")
