// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import WASINetworking

/// The rows of include/wasi/socket_options.h, as text.
private struct HeaderRow: Hashable {
    var name: String
    var code: UInt32
    var kind: String
    var isReadOnly: Bool

    static func all() throws -> [HeaderRow] {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let text = try String(contentsOf: root.appendingPathComponent("include/wasi/socket_options.h"), encoding: .utf8)
        return text.split(separator: "\n").compactMap { line in
            guard let start = line.range(of: "    X("), let end = line.range(of: ")", options: .backwards) else {
                return nil
            }
            let fields = line[start.upperBound..<end.lowerBound].split(separator: ",").map {
                $0.trimmingCharacters(in: .whitespaces)
            }
            guard fields.count == 6, let code = UInt32(fields[1]) else { return nil }
            return HeaderRow(name: fields[0], code: code, kind: fields[2], isReadOnly: fields[3] == "R")
        }
    }
}

@Suite struct SocketOptionTests {
    @Test func theTableIsThatOfTheHeader() throws {
        let header = try HeaderRow.all()
        let table = SocketOption.allCases.map { option in
            HeaderRow(
                name: "\(option)", code: option.rawValue, kind: "\(option.kind)".uppercased(),
                isReadOnly: option.isReadOnly)
        }
        #expect(header.count > 40)
        #expect(header == table)
    }

    @Test(
        arguments: [
            (SocketOption.Kind.int, SocketOptionValue.int(-2), [0xfe, 0xff, 0xff, 0xff]),
            (.linger, .linger(on: 1, seconds: 258), [1, 0, 0, 0, 2, 1, 0, 0]),
            (.time, .time(1_000_000_000), [0, 0xca, 0x9a, 0x3b, 0, 0, 0, 0]),
            (.text, .text([0x61, 0x62]), [0x61, 0x62]),
        ] as [(SocketOption.Kind, SocketOptionValue, [UInt8])])
    func valuesRoundTrip(kind: SocketOption.Kind, value: SocketOptionValue, bytes: [UInt8]) {
        #expect(value.bytes == bytes)
        #expect(bytes.withUnsafeBytes { SocketOptionValue(kind, bytes: $0) } == value)
    }

    @Test(
        arguments: [
            (SocketOption.Kind.int, [0, 3, 5, 8]), (.linger, [0, 4, 7, 9]), (.time, [0, 4, 16]), (.text, [0, 65]),
        ] as [(SocketOption.Kind, [Int])])
    func otherLengthsAreRefused(kind: SocketOption.Kind, lengths: [Int]) {
        for length in lengths {
            let bytes = [UInt8](repeating: 0, count: length)
            #expect(bytes.withUnsafeBytes { SocketOptionValue(kind, bytes: $0) } == nil)
        }
    }
}
