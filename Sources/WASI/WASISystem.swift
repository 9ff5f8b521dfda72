// SPDX-License-Identifier: Apache-2.0

// What one instance has of the system: arguments, environment and descriptors.

/// The system as one instance sees it. Every import's body is handed the one it acts on.
public final class WASISystem {
    /// The program's arguments, its name first.
    public let arguments: [String]
    /// The environment, as `NAME=value`.
    public let environment: [String]
    /// The descriptors.
    public let descriptors: DescriptorTable

    /// A system with these arguments and variables, and no descriptors yet.
    public init(arguments: [String], environment: [String] = [], descriptorLimit: Int = 1024) {
        self.arguments = arguments
        self.environment = environment
        descriptors = DescriptorTable(limit: descriptorLimit)
    }
}
