// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import WASINetworking

@Suite struct RefusalTests {
    static let peer = Endpoint(.v4(0x5db8_d822), 80)

    @Test(
        arguments: [
            (
                Refusal.address(.connect, .tcpConnect, peer, name: "example.com"),
                "refused connect to tcp 93.184.216.34:80 (example.com); "
                    + "allow it with --allow-outbound tcp://example.com:80"
            ),
            (
                .address(.connect, .tcpConnect, peer, name: nil),
                "refused connect to tcp 93.184.216.34:80; allow it with --allow-outbound tcp://93.184.216.34:80"
            ),
            (
                .address(.send, .udpSend, Endpoint(.loopbackV6, 53), name: nil),
                "refused send to udp [::1]:53; allow it with --allow-outbound 'udp://[::1]:53'"
            ),
            (
                .address(.bind, .tcpBind, Endpoint(.v6(high: 0, low: 0xffff_7f00_0001), 0), name: nil),
                "refused bind to tcp 127.0.0.1:0; allow it with --allow-inbound tcp://127.0.0.1:0"
            ),
            (
                .address(.listen, .tcpBind, Endpoint(.anyV4, 0), name: nil),
                "refused listen on tcp 0.0.0.0:0; allow it with --allow-inbound tcp://0.0.0.0:0"
            ),
            (
                .address(.join, .udpJoin, Endpoint(.v4(0xefff_0101), 5000), name: nil),
                "refused join udp 239.255.1.1:5000; allow it with --allow-inbound udp://239.255.1.1:5000"
            ),
            (
                .address(.join, .udpJoin, Endpoint(.v4(0xefff_0101), 0), name: nil),
                "refused join udp 239.255.1.1:*; allow it with --allow-inbound 'udp://239.255.1.1:*'"
            ),
            (
                .address(.send, .icmpSend, Endpoint(.loopbackV6, 0), name: nil),
                "refused send to icmp [::1]; allow it with --allow-outbound 'icmp://[::1]'"
            ),
            (
                .address(.send, .rawSend, peer, name: "example.com"),
                "refused send to raw 93.184.216.34 (example.com); allow it with --allow-outbound raw://example.com"
            ),
            (.rawSocket, "refused a raw socket; allow it with --allow-outbound 'raw://*'"),
            (.sourceRoute, "refused a source route in IP_OPTIONS; allow it with --allow-net"),
            (.name("Example.com."), "refused lookup of 'Example.com.'; allow it with --allow-resolve example.com"),
            (.name("a\u{1b}[2Jb"), "refused lookup of 'a?[2Jb'; allow it with --allow-resolve '*'"),
            (.nameOf(.loopbackV4), "refused lookup of the name of 127.0.0.1; allow it with --allow-resolve '*'"),
            (.network, "refused a network; leave out --no-network"),
        ] as [(Refusal, String)])
    func lines(refusal: Refusal, line: String) {
        #expect(refusal.line == line)
    }

    /// The flag that a line names allows what was refused.
    @Test(arguments: [
        Refusal.address(.connect, .tcpConnect, peer, name: "example.com"),
        .address(.connect, .tcpConnect, peer, name: nil), .address(.send, .udpSend, Endpoint(.anyV6, 0), name: nil),
        .address(.bind, .tcpBind, Endpoint(.anyV6, 0), name: nil),
        .address(.bind, .udpBind, Endpoint(.v4(1), 65535), name: nil),
        .address(.join, .udpJoin, Endpoint(.v4(0xefff_0101), 0), name: nil),
        .address(.join, .udpJoin, Endpoint(.v4(0xefff_0101), 7), name: nil),
        .address(.send, .icmpSend, Endpoint(.loopbackV6, 0), name: nil),
        .address(.bind, .rawBind, Endpoint(.anyV4, 0), name: nil), .address(.send, .rawSend, peer, name: "example.com"),
        .address(.connect, .tcpConnect, peer, name: "no.1"), .address(.connect, .tcpConnect, peer, name: "a b"),
    ])
    func theRemedyWorks(refusal: Refusal) throws {
        guard case .address(_, let use, let endpoint, let name) = refusal else { return }
        let words = refusal.remedy.split(separator: " ").map { $0.filter { $0 != "'" } }
        let rule = try AddressRule(try #require(words.last))
        var policy = NetworkPolicy()
        if words.contains("--allow-outbound") { policy.outbound = [rule] } else { policy.inbound = [rule] }
        #expect(policy.permits(use, of: endpoint, names: name.map { [$0] } ?? []))
    }
}

@Suite struct NameEvidenceTests {
    @Test func namesOfAnAddressAreRemembered() {
        var evidence = NameEvidence()
        evidence.note(.loopbackV4, isNamed: "a")
        evidence.note(.loopbackV4, isNamed: "b")
        evidence.note(.loopbackV4, isNamed: "a")
        #expect(evidence.names(of: .loopbackV4) == ["b", "a"])
        #expect(evidence.names(of: .loopbackV6).isEmpty)
    }

    @Test func theOldestAddressIsForgotten() {
        var evidence = NameEvidence(capacity: 2)
        for number in 1...3 as ClosedRange<UInt32> { evidence.note(.v4(number), isNamed: "a") }
        #expect((1...3).map { evidence.names(of: .v4($0)).count } == [0, 1, 1])
        evidence.note(.v4(1), isNamed: "a")
        #expect((1...3).map { evidence.names(of: .v4($0)).count } == [1, 0, 1])
    }
}
