// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import WASINetworking

@Suite struct PolicyRuleTests {
    @Test(arguments: [
        ("tcp://*:*", AddressRule(.tcp, .any, .all)),
        ("udp://127.0.0.1:53", AddressRule(.udp, .block(.loopbackV4, prefix: 32), PortSet([53...53]))),
        ("tcp://[::1]:80,443", AddressRule(.tcp, .block(.loopbackV6, prefix: 128), PortSet([80...80, 443...443]))),
        ("tcp://10.0.0.0/8:1-5,0", AddressRule(.tcp, .block(.v4(10 << 24), prefix: 8), PortSet([1...5, 0...0]))),
        ("tcp://[fe80::]/10:*", AddressRule(.tcp, .block(.v6(high: 0xfe80 << 48, low: 0), prefix: 10), .all)),
        ("tcp://[::ffff:1.2.3.4]:1", AddressRule(.tcp, .block(.v4(0x0102_0304), prefix: 32), PortSet([1...1]))),
        ("tcp://[::ffff:1.2.3.4]/120:1", AddressRule(.tcp, .block(.v4(0x0102_0304), prefix: 24), PortSet([1...1]))),
        ("tcp://[::]/0:1", AddressRule(.tcp, .block(.anyV6, prefix: 0), PortSet([1...1]))),
        ("tcp://Example.COM.:80", AddressRule(.tcp, .name(.exactly("example.com")), PortSet([80...80]))),
        ("tcp://*.example.com:80", AddressRule(.tcp, .name(.below("example.com")), PortSet([80...80]))),
        ("icmp://*", AddressRule(.icmp, .any, .all)),
        ("raw://[::1]", AddressRule(.raw, .block(.loopbackV6, prefix: 128), .all)),
        ("icmp://10.0.0.0/8", AddressRule(.icmp, .block(.v4(10 << 24), prefix: 8), .all)),
        ("raw://example.com", AddressRule(.raw, .name(.exactly("example.com")), .all)),
        ("udp://a_b-c.1d:65535", AddressRule(.udp, .name(.exactly("a_b-c.1d")), PortSet([65535...65535]))),
    ])
    func accepted(text: String, rule: AddressRule) throws {
        #expect(try AddressRule(text) == rule)
    }

    @Test(arguments: [
        ("", ""), ("example.com:80", ""), ("http://example.com:80", "http"), ("TCP://a:1", "TCP"), ("tcp:/a:1", ""),
        ("tcp://", ""), ("tcp://:80", ""), ("tcp://a", ""), ("tcp://a:", ""), ("tcp://a:x", "x"),
        ("tcp://a:65536", "65536"),
        ("tcp://a:-1", ""), ("tcp://a:1-", ""), ("tcp://a:9-1", "9-1"), ("tcp://a:1,", ""), ("tcp://a:1,,2", ""),
        ("tcp://a:*,1", "*"), ("tcp://a:80:81", "80:81"), ("tcp://a:000080", "000080"), ("tcp://a: 80", " 80"),
        ("tcp://::1:80", "::1"), ("tcp://::1", "::1"), ("tcp://[::1", "[::1"), ("tcp://[::1]80", "80"),
        ("tcp://[1.2.3.4]:80", "1.2.3.4"), ("tcp://[fe80::1%eth0]:80", "fe80::1%eth0"), ("tcp://[]:80", ""),
        ("tcp://1.2.3.4/33:80", "33"), ("tcp://1.2.3.4/:80", ""), ("tcp://a/8:80", "a"), ("tcp://[::1]/129:1", "129"),
        ("tcp://1.2.3.400:80", "1.2.3.400"), ("tcp://1.2.3:80", "1.2.3"), ("tcp://a..b:80", ""),
        ("tcp://.a:80", ""), ("tcp://a*.b:80", "*"), ("tcp://*.*.b:80", "*"), ("tcp://*.:80", "*."),
        ("tcp://exämple.com:80", "exämple.com"), ("tcp://a b:80", " "), ("tcp://a#ipv4-only:80", "#"),
        ("icmp://1.2.3.4:80", ":80"), ("raw://[::1]:1", ":1"), ("raw://", ""), ("icmp://a:", ":"),
        ("tcp://*:80#ipv4-only", "80#ipv4"),
    ])
    func refusedAt(text: String, part: String) {
        let error = #expect(throws: PolicyRuleError.self) { try AddressRule(text) }
        if let error {
            #expect(String(decoding: Array(text.utf8)[error.part], as: UTF8.self) == part)
            #expect(error.rule == text && !error.message.isEmpty)
        }
    }

    @Test func unixRules() throws {
        var policy = NetworkPolicy()
        policy.outboundUnix = [try UnixRule("unix:///run/app/*"), try UnixRule("unix://@bus")]
        policy.inboundUnix = [try UnixRule("unix://*")]
        func permits(_ outbound: Bool, _ names: String...) -> Bool {
            policy.permitsUnix(outbound: outbound, names.map { Array($0.utf8) })
        }
        #expect(permits(true, "/run/app/socket") && permits(true, "./socket", "/run/app/socket"))
        #expect(!permits(true, "/run/app") && !permits(true, "/run/other") && !permits(true))
        #expect(permits(true, "\0bus") && !permits(true, "\0bus2") && !permits(true, "@bus"))
        #expect(permits(false, "/any/where") && permits(false, "\0") && !policy.isEmpty)
        for text in ["unix://", "unix:/run/x", "tcp://a:1", "unix://@a\0b", "unix://" + String(repeating: "x", count: 109)] {
            #expect(throws: PolicyRuleError.self) { try UnixRule(text) }
        }
    }

    /// Whatever the text, the reader ends with a rule or an error whose part is inside of the text.
    @Test func anyTextIsReadOrRefused() {
        let pieces = [
            "tcp://", "udp://", "icmp://", "raw://", ":", "*", ".", "/", "[", "]", "a", "1", "::1", "1.2.3.4", "80", "-", ",", "é", "%",
        ]
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<20_000 {
            let count = Int.random(in: 0...6, using: &generator)
            let text = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
            do throws(PolicyRuleError) {
                _ = try AddressRule("tcp://" + text)
                _ = try AddressRule(text)
            } catch {
                #expect((0...error.rule.utf8.count).contains(error.part.upperBound), "\(error)")
            }
            _ = try? NamePattern(text)
        }
    }

    @Test func errorPointsAtThePart() {
        #expect(throws: PolicyRuleError.self) { try AddressRule("tcp://a:8x") }
        let error = PolicyRuleError(rule: "tcp://a:8x", part: 8..<10, message: "'8x' is not a port")
        #expect(error.description == "'8x' is not a port\n  tcp://a:8x\n          ^^")
    }

    @Test func namePatterns() throws {
        #expect(try NamePattern("*") == .any)
        #expect(try NamePattern("*.Example.com") == .below("example.com"))
        #expect(try NamePattern("localhost") == .exactly("localhost"))
        for text in ["", "*.", ".", "a b", "a:80", "tcp://a", "*a", "1.2.3.4"] {
            #expect(throws: PolicyRuleError.self, "\(text)") { try NamePattern(text) }
        }
    }
}
