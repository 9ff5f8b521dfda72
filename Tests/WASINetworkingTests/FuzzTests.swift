// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import WASI
@testable import WASINetworking

/// Calls every import with arguments at the edges of everything: each call ends with an errno, and what is outside of
/// the guest's memory stays as it was.
@Suite struct FuzzTests {
    private static let edges: [UInt32] = [
        0, 1, 2, 3, 4, 5, 8, 16, 27, 28, 64, 123, 124, 255, 256, 1000, 1023, 1024, 1025, 4096, 65_400, 65_507, 65_508,
        65_528, 65_532, 65_535, 65_536, 65_537, 0x7fff_ffff, 0x8000_0000, 0xffff_fff0, 0xffff_ffff,
    ]

    @Test func anyArgumentsEndWithAnErrno() throws {
        let guest = try Guest(try SocketFunctionTests.policy([], ["tcp://127.0.0.1:0", "udp://127.0.0.1:0"]))
        let network = try guest.network()
        var generator = SystemRandomNumberGenerator()
        func value() -> UInt32 {
            switch UInt32.random(in: 0..<8, using: &generator) {
            case 0: network
            case 1: UInt32.random(in: 0...UInt32.max, using: &generator)
            case 2: UInt32.random(in: 0..<110, using: &generator)
            default: Self.edges.randomElement(using: &generator) ?? 0
            }
        }
        let names = guest.rows.keys.sorted { ($0.module, $0.name) < ($1.module, $1.name) }
        for round in 0..<40_000 {
            // Records that are sometimes right: a family, vectors that point at memory.
            guest.store(UInt32.random(in: 0...4, using: &generator), at: Int(value() % 65_000))
            guest.store(value(), at: 1000)
            guest.store(value() % 70_000, at: 1004)
            let name = names[round % names.count]
            guard let row = guest.rows[name] else { continue }
            var arguments = row.parameters.map { _ in value() }
            // Nothing here may wait: every socket is nonblocking.
            if name.name.hasPrefix("create_") { arguments[name.module == "wasi_socket_unix" ? 1 : 2] = 1 }
            if name.name == "pair" { arguments[1] = 1 }
            if name.name == "accept" { arguments[1] = 1 }
            let result = guest.call(row, arguments)
            #expect(result.rawValue <= 76, "\(name) \(arguments)")
            if guest.system.descriptors.openCount > 100 {
                for fd in guest.system.descriptors.openNumbers where fd < 1 << 30 {
                    try guest.system.descriptors.close(fd)
                }
            }
        }
        #expect(guest.system.descriptors.checkInvariants())
        #expect(guest.guardIsIntact)
    }
}
