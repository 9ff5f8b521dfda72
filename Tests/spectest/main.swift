// SPDX-License-Identifier: Apache-2.0

import Foundation

// Runs converted scripts of the official suite against the engine and prints a table of results. Each script runs in a
// process of its own, so that one that crashes the engine fails alone.

/// What the command line asks for.
struct Options {
    var isVerbose = false
    var validatesOnly = false
    /// The directory that file names are shown relative to.
    var root = ""
    /// A script to run in this process.
    var child: String?
    var scripts: [String] = []

    init(_ arguments: [String]) {
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            switch argument {
            case "--verbose": isVerbose = true
            case "--validate-only": validatesOnly = true
            case "--root": root = rest.popFirst() ?? ""
            case "--child": child = rest.popFirst()
            case _ where argument.hasPrefix("-"): fail("unknown option \(argument)\n\(Options.usage)")
            default: scripts.append(argument)
            }
        }
        if scripts.isEmpty, child == nil { fail(Options.usage) }
    }

    static let usage = "usage: spectest [--verbose] [--validate-only] [--root DIRECTORY] SCRIPT.json…"
}

func fail(_ message: String) -> Never {
    FileHandle.standardError.write(Data((message + "\n").utf8))
    exit(2)
}

let options = Options(Array(CommandLine.arguments.dropFirst()))
if let script = options.child {
    exit(ChildRun.run(script, validatesOnly: options.validatesOnly) ? 0 : 1)
}
exit(Summary.run(options) ? 0 : 1)
