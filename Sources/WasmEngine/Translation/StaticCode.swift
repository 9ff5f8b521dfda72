// SPDX-License-Identifier: Apache-2.0

// Code that belongs to no function: where returns lead that do not go back to a WebAssembly caller.

enum StaticCode {
    /// Back to the host.
    static var finish: ProgramCounter { ProgramCounter(words) }
    /// Back over a bridge to another instance.
    static var returnFromForeign: ProgramCounter { ProgramCounter(words + 1) }

    // Safe to share: written once, by the initialiser.
    nonisolated(unsafe) private static let words: UnsafeMutablePointer<UInt64> = {
        let words = UnsafeMutablePointer<UInt64>.allocate(capacity: 2)
        words[0] = word(Handlers.finish)
        words[1] = word(Handlers.returnFromForeign)
        return words
    }()
}
