// SPDX-License-Identifier: Apache-2.0

// From bytes to a module, section by section. (The sections follow in the next commit; until then every module is
// refused, so that nothing runs unvalidated.)

enum ModuleDecoder {
    static func decode(_ bytes: [UInt8], features: Features) throws(FormatError) -> Module {
        throw FormatError(.magicHeaderNotDetected, at: 0)
    }
}

enum ModuleValidator {
    static func validate(_ module: Module) throws(FormatError) {}
}
