// SPDX-License-Identifier: Apache-2.0

import Foundation

// A test script as `wasm-tools json-from-wast` writes it: a JSON file of commands beside the modules they name.

/// A converted `.wast` file.
struct Script: Decodable {
    var commands: [Command]
}

/// One command of a script. Which fields are there depends on the type.
struct Command: Decodable {
    var type: String
    var line: Int
    var name: String?
    var filename: String?
    var moduleType: String?
    var binaryFilename: String?
    var text: String?
    var registeredName: String?
    var action: Action?
    var expected: [ScriptValue]?

    enum CodingKeys: String, CodingKey {
        case type, line, name, filename, text, action, expected
        case moduleType = "module_type"
        case binaryFilename = "binary_filename"
        case registeredName = "as"
    }
}

/// A call of an exported function, or a look at an exported global.
struct Action: Decodable {
    var type: String
    var module: String?
    var field: String
    var args: [ScriptValue]?
}

/// An argument, or what is expected of a result.
struct ScriptValue: Decodable {
    var type: String
    var laneType: String?
    /// The number in decimal, `null`, or a pattern of NaNs. Nil for a reference of which only the type matters.
    var value: Scalar?
    /// The alternatives of an `either`.
    var values: [ScriptValue]?

    /// One string, or one for each lane.
    enum Scalar: Decodable {
        case single(String)
        case lanes([String])

        init(from decoder: Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let text = try? container.decode(String.self) {
                self = .single(text)
            } else {
                self = .lanes(try container.decode([String].self))
            }
        }
    }

    enum CodingKeys: String, CodingKey {
        case type, value, values
        case laneType = "lane_type"
    }
}
