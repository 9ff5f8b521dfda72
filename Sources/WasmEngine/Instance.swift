// SPDX-License-Identifier: Apache-2.0

// A running module. (Contract for the modules above; the engine's owner replaces the bodies.)

import WasmFormat

/// An instantiated module.
public final class Instance {
    init() {}

    /// Checked access to the first memory; zero bytes long when there is none.
    public var guestMemory: GuestMemory { fatalError("engine under construction") }
}
