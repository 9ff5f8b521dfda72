// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import WASINetworking

/// A row: rules (outbound, then inbound), a use, an address, a port, names of the address, the decision.
struct Decision: CustomTestStringConvertible {
    var outbound: [String] = []
    var inbound: [String] = []
    var use: NetworkUse
    var address: String
    var port: UInt16
    var names: [String] = []
    var permitted: Bool

    var testDescription: String { "\(outbound) \(inbound) \(use) \(address) \(port) \(names) \(permitted)" }

    static func out(
        _ rule: String, _ use: NetworkUse, _ address: String, _ port: UInt16, _ permitted: Bool, names: [String] = []
    ) -> Decision {
        Decision(outbound: [rule], use: use, address: address, port: port, names: names, permitted: permitted)
    }

    static func `in`(
        _ rule: String, _ use: NetworkUse, _ address: String, _ port: UInt16, _ permitted: Bool, names: [String] = []
    ) -> Decision {
        Decision(inbound: [rule], use: use, address: address, port: port, names: names, permitted: permitted)
    }
}

@Suite struct NetworkPolicyTests {
    @Test func addressesThatAreListed() throws {
        var policy = NetworkPolicy()
        #expect(policy.permitsListing(.loopbackV4) && policy.permitsListing(.loopbackV6))
        let here = try #require(IPAddress("192.0.2.2"))
        policy.outbound = [try AddressRule("tcp://192.0.2.2:80")]
        #expect(!policy.permitsListing(here))
        policy.inbound = [try AddressRule("udp://192.0.2.0/24:80")]
        #expect(policy.permitsListing(here))
        #expect(try !policy.permitsListing(#require(IPAddress("192.0.3.2"))))
        policy.inbound = [try AddressRule("tcp://0.0.0.0:80")]
        #expect(policy.permitsListing(here))
        #expect(try !policy.permitsListing(#require(IPAddress("fe80::1"))))
        #expect(try NetworkPolicy.everything.permitsListing(#require(IPAddress("fe80::1"))))
    }

    @Test(arguments: [("255.255.255.0", 24), ("0.0.0.0", 0), ("255.255.255.255", 32), ("ffff:ffff::", 32), ("::", 0)])
    func lengthsOfMasks(mask: String, length: UInt32) throws {
        #expect(try #require(IPAddress(mask)).leadingOnes == length)
    }

    @Test(
        arguments: [
            .out("tcp://1.2.3.4:80", .tcpConnect, "1.2.3.4", 80, true),
            .out("tcp://1.2.3.4:80", .tcpConnect, "1.2.3.4", 81, false),
            .out("tcp://1.2.3.4:80", .tcpConnect, "1.2.3.5", 80, false),
            .out("tcp://1.2.3.4:80", .udpSend, "1.2.3.4", 80, false),
            .out("tcp://1.2.3.4:80", .tcpBind, "1.2.3.4", 80, false),
            .out("udp://1.2.3.4:80", .udpSend, "1.2.3.4", 80, true),
            .out("udp://1.2.3.4:80", .udpBind, "1.2.3.4", 80, false),
            .out("tcp://1.2.3.4:80", .tcpConnect, "::ffff:1.2.3.4", 80, true),
            .out("tcp://[::ffff:1.2.3.4]:80", .tcpConnect, "1.2.3.4", 80, true),
            .out("tcp://[::]/0:80", .tcpConnect, "::ffff:1.2.3.4", 80, false),
            .out("tcp://[::]/0:80", .tcpConnect, "::1", 80, true),
            .out("tcp://0.0.0.0:80", .tcpConnect, "1.2.3.4", 80, false),
            .out("tcp://10.0.0.0/8:80", .tcpConnect, "10.9.9.9", 80, true),
            .out("tcp://*:80", .tcpConnect, "::1", 80, true),
            .out("tcp://*:80-90", .tcpConnect, "::1", 90, true),
            .out("tcp://*:80-90", .tcpConnect, "::1", 91, false),
            .out("tcp://example.com:80", .tcpConnect, "1.2.3.4", 80, false),
            .out("tcp://example.com:80", .tcpConnect, "1.2.3.4", 80, true, names: ["example.com"]),
            .out("tcp://example.com:80", .tcpConnect, "1.2.3.4", 80, false, names: ["www.example.com"]),
            .out("tcp://*.example.com:80", .tcpConnect, "1.2.3.4", 80, true, names: ["a", "www.example.com"]),
            .out(
                "tcp://*.example.com:80", .tcpConnect, "1.2.3.4", 80, false, names: ["example.com", "notexample.com"]),
            .out("tcp://localhost:80", .tcpConnect, "127.0.0.1", 80, true),
            .out("tcp://localhost:80", .tcpConnect, "::1", 80, true),
            .out("tcp://localhost:80", .tcpConnect, "127.0.0.2", 80, false),
            .in("tcp://127.0.0.1:80", .tcpBind, "127.0.0.1", 80, true),
            .in("tcp://127.0.0.1:80", .tcpBind, "0.0.0.0", 80, false),
            .in("tcp://127.0.0.1:80", .tcpConnect, "127.0.0.1", 80, false),
            .in("tcp://127.0.0.1:80", .tcpBind, "127.0.0.1", 0, false),
            .in("tcp://127.0.0.1:0", .tcpBind, "127.0.0.1", 0, true),
            .in("tcp://127.0.0.1:*", .tcpBind, "127.0.0.1", 0, true),
            .in("tcp://localhost:80", .tcpBind, "::1", 80, true),
            .in("tcp://localhost:80", .tcpBind, "::", 80, false),
            .in("tcp://*:80", .tcpBind, "::", 80, true),
            .in("tcp://0.0.0.0:80", .tcpBind, "0.0.0.0", 80, true),
            .in("tcp://0.0.0.0:80", .tcpBind, "10.0.0.1", 80, true),
            .in("tcp://0.0.0.0:80", .tcpBind, "::ffff:0.0.0.0", 80, true),
            .in("tcp://0.0.0.0:80", .tcpBind, "::", 80, false),
            .in("tcp://[::]:80", .tcpBind, "::", 80, true),
            .in("tcp://[::]:80", .tcpBind, "127.0.0.1", 80, true),
            .in("tcp://0.0.0.0/8:80", .tcpBind, "0.0.0.0", 80, false),
            .in("tcp://0.0.0.0/0:80", .tcpBind, "0.0.0.0", 80, true),
            .in("tcp://[::]/64:80", .tcpBind, "::", 80, false),
            .in("tcp://[::]/64:80", .tcpBind, "::1", 80, true),
            .in("udp://*:53", .udpBind, "0.0.0.0", 53, true),
            .in("udp://*:53", .tcpBind, "0.0.0.0", 53, false),
            .in("udp://239.1.2.3:53", .udpJoin, "239.1.2.3", 53, true),
            .in("udp://239.1.2.3:53", .udpJoin, "239.1.2.3", 54, false),
            .in("udp://239.1.2.3:53", .udpJoin, "239.1.2.3", 0, true),
            .in("udp://239.1.2.3:53", .udpJoin, "239.1.2.4", 0, false),
            .in("udp://239.1.2.3:53", .udpBind, "239.1.2.3", 53, true),
            .in("udp://224.0.0.0/4:53", .udpJoin, "239.1.2.3", 53, true),
            .in("udp://[ff00::]/8:*", .udpJoin, "ff02::1", 53, true),
            .in("udp://*:53", .udpJoin, "ff02::1", 53, true),
            .in("udp://0.0.0.0:53", .udpJoin, "239.1.2.3", 53, false),
            .in("udp://0.0.0.0:53", .udpBind, "239.1.2.3", 53, false),
            .in("udp://[::]:53", .udpJoin, "ff02::1", 53, false),
            .in("udp://[::]:53", .udpBind, "::ffff:239.1.2.3", 53, false),
            .out("udp://*:*", .udpJoin, "239.1.2.3", 53, false),
            .in("tcp://239.1.2.3:53", .udpJoin, "239.1.2.3", 53, false),
            .out("icmp://10.0.0.0/8", .icmpSend, "10.1.1.1", 0, true),
            .out("icmp://10.0.0.0/8", .icmpSend, "10.1.1.1", 77, true),
            .out("icmp://10.0.0.0/8", .icmpBind, "10.1.1.1", 0, false),
            .out("icmp://*", .rawSend, "10.1.1.1", 0, false),
            .out("raw://10.1.1.1", .rawSend, "10.1.1.1", 0, true),
            .out("raw://10.1.1.1", .rawSend, "10.1.1.2", 0, false),
            .in("raw://10.1.1.1", .rawBind, "10.1.1.1", 0, true),
            .out("udp://*:*", .icmpSend, "10.1.1.1", 0, false),
        ] as [Decision])
    func decisions(row: Decision) throws {
        var policy = NetworkPolicy()
        policy.outbound = try row.outbound.map { try AddressRule($0) }
        policy.inbound = try row.inbound.map { try AddressRule($0) }
        let endpoint = Endpoint(try #require(IPAddress(row.address)), row.port)
        #expect(policy.permits(row.use, of: endpoint, names: row.names) == row.permitted)
    }

    @Test func nothingIsPermittedByDefault() {
        let policy = NetworkPolicy()
        for use in NetworkUse.allCases {
            #expect(!policy.permits(use, of: Endpoint(.loopbackV4, 80), names: ["localhost"]))
        }
        #expect(!policy.permitsResolving("localhost"))
        #expect(!policy.permitsReverseLookup)
    }

    @Test func everythingIsPermittedOnRequest() {
        for use in NetworkUse.allCases {
            #expect(NetworkPolicy.everything.permits(use, of: Endpoint(.anyV6, 0)) == (use.transport != .raw))
        }
        #expect(!NetworkPolicy.everything.permitsRawSockets)
        #expect(NetworkPolicy.everything.permitsResolving("example.com"))
        #expect(NetworkPolicy.everything.permitsReverseLookup)
    }

    @Test func resolving() throws {
        var policy = NetworkPolicy()
        policy.outbound = [try AddressRule("tcp://Example.com:80"), try AddressRule("tcp://*:1")]
        policy.resolve = [try NamePattern("*.example.org")]
        for name in ["example.com", "EXAMPLE.COM", "example.com.", "a.example.org", "a.b.example.org"] {
            #expect(policy.permitsResolving(name), "\(name)")
        }
        for name in ["", ".", "www.example.com", "example.org", "xexample.org", "com", "example.com.."] {
            #expect(!policy.permitsResolving(name), "\(name)")
        }
        #expect(!policy.permitsReverseLookup)
        policy.resolve.append(.any)
        #expect(policy.permitsResolving("com") && policy.permitsReverseLookup)
    }
}
