// SPDX-License-Identifier: Apache-2.0

import Testing
import WASI

@testable import WASINetworking

@Suite struct SocketOptionTests {
    private static let all = (0..<256).compactMap { Kernel.socketOption(code: $0) }

    @Test func theTableIsWhole() {
        #expect(Self.all.count > 130)
        #expect(Set(Self.all.map(\.name)).count == Self.all.count)
        #expect(Set(Self.all.map { "\($0.level) \($0.number)" }).count == Self.all.count)
        #expect(Kernel.socketOption(code: 0) == nil && Kernel.socketOption(code: 256) == nil)
        #expect(Kernel.socketOption(code: .max) == nil)
    }

    @Test(arguments: [
        (SocketOption.errorCode, "ERROR"), (SocketOption.typeCode, "TYPE"), (SocketOption.domainCode, "DOMAIN"),
        (SocketOption.ipOptionsCode, "IP_OPTIONS"),
    ])
    func whatTheHostKnowsByCodeIsThat(code: UInt32, name: String) {
        #expect(Kernel.socketOption(code: code)?.name == name)
    }

    @Test func whatJoinsIsKnownAsThat() {
        let joining = Self.all.filter(\.joins).map(\.name)
        #expect(
            Set(joining) == [
                "IP_ADD_MEMBERSHIP", "IP_ADD_SOURCE_MEMBERSHIP", "IP_MSFILTER", "IP_MCAST_JOIN_GROUP",
                "IP_MCAST_JOIN_SOURCE_GROUP", "IP_MCAST_MSFILTER", "IPV6_JOIN_GROUP", "IPV6_MCAST_JOIN_GROUP",
                "IPV6_MCAST_JOIN_SOURCE_GROUP", "IPV6_MCAST_MSFILTER",
            ])
    }

    @Test func aShortRecordIsNone() throws {
        let bytes = [UInt8](repeating: 1, count: MulticastFilter.headLength + 28)
        for count in 0..<64 { #expect(bytes.prefix(count).withUnsafeBytes { MulticastMembership($0) } == nil) }
        // The count, 0x01010101, is more than the record holds.
        for count in 0...bytes.count {
            let filter = try bytes.prefix(count).withUnsafeBytes { try MulticastFilter($0, hasSources: true) }
            #expect(filter == nil)
        }
    }

    /// A program's memory may be full of sources: the host's is not to be.
    @Test func filtersHaveALimit() throws {
        let most = MulticastFilter.maximumSources
        func filter(_ count: UInt32, hasSources: Bool) throws -> MulticastFilter? {
            var bytes = [UInt8](repeating: 0, count: MulticastFilter.headLength + Int(count) * 28)
            withUnsafeBytes(of: count.littleEndian) { bytes.replaceSubrange(68..<72, with: $0) }
            return try bytes.withUnsafeBytes { try MulticastFilter($0, hasSources: hasSources) }
        }
        #expect(try filter(most, hasSources: true)?.sources.count == Int(most))
        #expect(throws: Errno.nobufs) { try filter(most + 1, hasSources: true) }
        #expect(try filter(most + 1, hasSources: false)?.count == most)
    }

    @Test(
        arguments: [
            ([], false), ([0, 131], false), ([1, 1, 1], false), ([7, 7, 4, 0, 0, 0, 0], false), ([131, 7, 4], true),
            ([1, 137, 7, 4, 127, 0, 0, 1], true), ([7, 3, 4, 131, 3, 4], true), ([68, 0, 131], true), ([7, 9, 4], true),
        ] as [([UInt8], Bool)])
    func sourceRoutesAreFound(bytes: [UInt8], expected: Bool) {
        #expect(IPHeaderOptions.haveSourceRoute(bytes) == expected)
    }
}
