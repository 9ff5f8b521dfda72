// SPDX-License-Identifier: Apache-2.0

import Testing
import WASI

@testable import WASINetworking

/// Control records that are cut anywhere, and those of every kind.
@Suite struct ControlMessageTests {
    private static let messages: [ControlMessage] = [
        .credentials(Credentials()), .credentials(Credentials(process: 7, user: 8, group: 9)),
        .ipPacketInfo(interface: 1, local: 0x7f00_0001, destination: 0x7f00_0002),
        .ipv6PacketInfo(address: .loopbackV6, interface: 3), .ipTTL(64), .ipTOS(16), .ipv6HopLimit(1),
        .ipv6TrafficClass(2), .timestamp(seconds: 1, nanoseconds: 2000),
        .timestampNanoseconds(seconds: 1, nanoseconds: 2),
        .ipError(
            QueuedError(
                error: .connrefused, origin: 2, type: 3, code: 3, info: 0, data: 0,
                offender: InternetAddress(.loopbackV4, port: 9))),
        .ipv6Error(
            QueuedError(error: .connrefused, origin: 3, type: 1, code: 4, info: 0, data: 0, offender: nil)),
    ]

    private static func written(_ messages: [ControlMessage], room: Int) -> (bytes: [UInt8], wasCut: Bool) {
        var bytes = [UInt8](repeating: 0xaa, count: room + 64)
        let (count, wasCut) = bytes.withUnsafeMutableBytes { buffer in
            var writer = ControlWriter(UnsafeMutableRawBufferPointer(rebasing: buffer[..<room]))
            for message in messages { writer.append(message) }
            return (writer.count, writer.wasCut)
        }
        #expect(count <= room && bytes[room...].allSatisfy { $0 == 0xaa })
        return (Array(bytes[..<count]), wasCut)
    }

    @Test func whatIsCutStaysInsideAndCanBeRead() throws {
        let whole = Self.written(Self.messages, room: 1000).bytes
        for room in 0...whole.count {
            let (bytes, wasCut) = Self.written(Self.messages, room: room)
            #expect(wasCut == (room < whole.count))
            var size = 0
            try bytes.withUnsafeBytes { bytes in
                for (_, data) in try ControlRecords(bytes) { size += (12 + data.count + 3) & ~3 }
            }
            #expect(size >= bytes.count && size < bytes.count + 4)
        }
    }

    @Test func anyBytesAreRecordsOrRefused() {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<20_000 {
            var bytes = (0..<Int.random(in: 0...80, using: &generator)).map { _ in
                UInt8.random(in: 0...255, using: &generator)
            }
            // Sometimes a length that is nearly right.
            if bytes.count >= 4 { bytes.replaceSubrange(1..<4, with: [0, 0, 0]) }
            bytes.withUnsafeBytes { bytes in
                guard let records = try? ControlRecords(bytes) else { return }
                for (kind, data) in records { _ = try? ControlMessage(kind: kind % 20, data: data) }
            }
        }
    }

    @Test func onlyOwnCredentialsAreSent() throws {
        func credentials(_ process: UInt32) throws -> ControlMessage {
            let ids = [process, NetworkABI.ownID, NetworkABI.ownID]
            let data = ids.flatMap { id in withUnsafeBytes(of: id.littleEndian) { Array($0) } }
            return try data.withUnsafeBytes { try ControlMessage(kind: 2, data: $0) }
        }
        #expect(try credentials(NetworkABI.ownID) == .credentials(Credentials()))
        #expect(throws: Errno.perm) { try credentials(1) }
    }
}
