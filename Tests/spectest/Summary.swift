// SPDX-License-Identifier: Apache-2.0

import Foundation

// Starts a process for each script, collects what they print and shows the table of results.

enum Summary {
    /// The longest that one script may take, in seconds.
    private static let timeLimit = 120

    /// What a script's process said.
    private struct Report {
        var totals = ChildRun.Totals()
        var failures: [String] = []
    }

    /// Runs all scripts; whether nothing failed.
    static func run(_ options: Options) -> Bool {
        var sum = ChildRun.Totals()
        print(row("file", "passed", "failed", "text"))
        for script in options.scripts {
            let report = run(script, options)
            let name = name(of: script, root: options.root)
            print(row(name, "\(report.totals.passed)", "\(report.totals.failed)", "\(report.totals.refusedTexts)"))
            if options.isVerbose { for failure in report.failures { print("    \(name):\(failure)") } }
            sum.passed += report.totals.passed
            sum.failed += report.totals.failed
            sum.refusedTexts += report.totals.refusedTexts
        }
        print("\(sum.refusedTexts) texts that no module can have were refused by the assembler, and are not counted.")
        print("\(sum.passed) passed, \(sum.failed) failed")
        return sum.failed == 0
    }

    private static func run(_ script: String, _ options: Options) -> Report {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments = ["--child", script] + (options.validatesOnly ? ["--validate-only"] : [])
        process.standardOutput = output
        var report = Report()
        do { try process.run() } catch {
            report.totals.failed = 1
            report.failures = ["0: cannot start a process: \(error)"]
            return report
        }
        let timer = DispatchSource.makeTimerSource()
        timer.schedule(deadline: .now() + .seconds(timeLimit))
        timer.setEventHandler { process.terminate() }
        timer.resume()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        timer.cancel()
        for line in text.split(separator: "\n") {
            if line.hasPrefix(ChildRun.totalsMark) {
                let json = Data(line.dropFirst(ChildRun.totalsMark.count).utf8)
                if let totals = try? JSONDecoder().decode(ChildRun.Totals.self, from: json) { report.totals = totals }
            } else {
                report.failures.append(String(line))
            }
        }
        if process.terminationReason == .uncaughtSignal || process.terminationStatus != 0 {
            report.totals.failed += 1
            report.failures.append("0: ended with status or signal \(process.terminationStatus), after the above")
        }
        return report
    }

    /// `…/proposals/tail-call/return_call/script.json` is `proposals/tail-call/return_call.wast`.
    private static func name(of script: String, root: String) -> String {
        var path = URL(fileURLWithPath: script).deletingLastPathComponent().path
        let prefix = URL(fileURLWithPath: root).path + "/"
        if !root.isEmpty, path.hasPrefix(prefix) { path.removeFirst(prefix.count) }
        return path + ".wast"
    }

    private static func row(_ name: String, _ numbers: String...) -> String {
        name.padding(toLength: max(48, name.count), withPad: " ", startingAt: 0)
            + numbers.map { String(repeating: " ", count: max(1, 8 - $0.count)) + $0 }.joined()
    }
}
