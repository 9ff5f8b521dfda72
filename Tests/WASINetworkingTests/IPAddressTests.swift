// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import WASINetworking

@Suite struct IPAddressTests {
    @Test(arguments: [
        "0.0.0.0", "127.0.0.1", "255.255.255.255", "::", "::1", "1::", "2001:db8::1", "fe80::1:0:0:1",
        "1:2:3:4:5:6:7:8", "::ffff:192.0.2.1", "1:0:0:2::3", "64:ff9b::c000:201",
    ])
    func canonicalTextRoundTrips(text: String) {
        #expect(IPAddress(text)?.description == text)
    }

    @Test(arguments: [
        ("0:0:0:0:0:0:0:0", "::"), ("2001:DB8::0:1", "2001:db8::1"), ("1:0:2:3:4:5:6:7", "1:0:2:3:4:5:6:7"),
        ("::ffff:c000:201", "::ffff:192.0.2.1"), ("64:ff9b::192.0.2.1", "64:ff9b::c000:201"),
        ("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"), ("::192.0.2.1", "::c000:201"),
    ])
    func otherTextIsRead(text: String, canonical: String) {
        #expect(IPAddress(text)?.description == canonical)
    }

    @Test(arguments: [
        "", ".", "1.2.3", "1.2.3.4.5", "256.0.0.1", "01.2.3.4", "1.2.3.", "0x7f.0.0.1", " 1.2.3.4", "1.2.3.4 ", ":",
        ":::", "1::2::3", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7:8::", "12345::", "::g", "1:", ":1",
        "::1%lo", "[::1]", "1:2:3:4:5:6:7:1.2.3.4", "::1.2.3", "1.2.3.4::",
    ])
    func otherTextIsRefused(text: String) {
        #expect(IPAddress(text) == nil)
    }

    @Test(arguments: [
        ("10.1.2.3", "10.0.0.0", 8, true), ("11.1.2.3", "10.0.0.0", 8, false), ("1.2.3.4", "0.0.0.0", 0, true),
        ("1.2.3.4", "1.2.3.4", 32, true), ("1.2.3.5", "1.2.3.4", 32, false), ("1.2.3.5", "1.2.3.4", 31, true),
        ("2001:db8::1", "2001:db8::", 32, true), ("2001:db9::1", "2001:db8::", 32, false), ("1::", "::", 0, true),
        ("1::2:1", "1::2:0", 112, true), ("1::3:1", "1::2:0", 112, false), ("1::3", "1::2", 128, false),
        ("1::2", "1::3", 64, true), ("::1", "127.0.0.1", 0, false),
        // Of no length that there is: none, or all.
        ("1::2", "1::3", 129, false), ("1::2", "1::2", .max, true), ("1::2", "9::9", -1, true), ("1::2", "9::9", .min, true),
        ("1.2.3.4", "1.2.3.5", 33, false), ("1.2.3.4", "9.9.9.9", .min, true),
    ])
    func prefixes(address: String, network: String, length: Int, expected: Bool) throws {
        #expect(try #require(IPAddress(address)).hasPrefix(#require(IPAddress(network)), length: length) == expected)
    }
}
