// SPDX-License-Identifier: Apache-2.0

import Foundation

// One script in this process. The parent reads what is printed: a line for each failure, then the totals.

enum ChildRun {
    /// How many commands went which way.
    struct Totals: Codable {
        var passed = 0
        var failed = 0
        var refusedTexts = 0
    }

    /// Begins the line with the totals.
    static let totalsMark = "totals "

    /// Runs a script; whether it could be run to its end.
    static func run(_ path: String, validatesOnly: Bool) -> Bool {
        do {
            let url = URL(fileURLWithPath: path)
            let script = try JSONDecoder().decode(Script.self, from: Data(contentsOf: url))
            let runner = try ScriptRunner(
                directory: url.deletingLastPathComponent(), features: ScriptRunner.features(ofScript: path),
                validatesOnly: validatesOnly)
            var totals = Totals()
            for command in script.commands {
                switch runner.run(command) {
                case .passed: totals.passed += 1
                case .refusedText: totals.refusedTexts += 1
                case .none: break
                case .failed(let reason):
                    totals.failed += 1
                    say("\(command.line): \(command.type): \(reason)")
                }
            }
            say(totalsMark + String(decoding: try JSONEncoder().encode(totals), as: UTF8.self))
            return true
        } catch {
            say("0: cannot run the script: \(error)")
            return false
        }
    }

    /// Unbuffered, so that the parent learns how far a script came that crashes.
    private static func say(_ line: String) {
        FileHandle.standardOutput.write(Data((line.replacing("\n", with: " ") + "\n").utf8))
    }
}
