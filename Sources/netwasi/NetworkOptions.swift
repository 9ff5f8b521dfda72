// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import WASINetworking

// The flags that say what a program may do with the network.

/// What the program may do with the network; without flags nothing.
struct NetworkOptions: ParsableArguments {
    @Option(
        parsing: .singleValue,
        help: ArgumentHelp(
            "Permit connecting and sending to these addresses.",
            discussion: """
                RULE is tcp://HOST:PORTS or udp://HOST:PORTS. HOST is an address (an IPv6 one in brackets), a block of \
                addresses (10.0.0.0/8), a name, *.NAME or *; PORTS are 80, 80,443, 8000-8999 or *. A rule with a name \
                permits the addresses that the program's lookups of that name give, and those lookups. \
                unix://PATH and unix://@NAME are unix sockets, the path as the program sees it; a final * stands for \
                any rest. icmp://HOST are echo requests (ping), raw://HOST packets of any protocol, which take a \
                privilege and which no other flag grants.
                """, valueName: "rule"))
    var allowOutbound: [String] = []

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp(
            "Permit listening at, and receiving datagrams at, these local addresses.",
            discussion: """
                RULE is as above. HOST 0.0.0.0 permits every local IPv4 address, [::] and * every local address. \
                Port 0 permits asking for a free port. Joining a multicast group needs a rule that says the group.
                """, valueName: "rule"))
    var allowInbound: [String] = []

    @Option(parsing: .singleValue, help: ArgumentHelp("Permit looking up NAME, *.NAME or *.", valueName: "name"))
    var allowResolve: [String] = []

    @Flag(help: "Permit everything on the network but raw sockets.")
    var allowNet = false

    @Flag(
        help: """
            Let the program use the privileges CAP_NET_ADMIN and CAP_NET_RAW where you have them: options such as \
            SO_MARK, IP_TRANSPARENT and SO_RCVBUFFORCE.
            """)
    var allowNetAdmin = false

    @Flag(help: "Give the program no network handle, not even one that permits nothing.")
    var noNetwork = false

    @Flag(
        inversion: .prefixedNo,
        help: "Say on standard error what was refused, each refusal once, and which flag would permit it.")
    var explain = true

    func validate() throws {
        if noNetwork && (allowNet || !allowOutbound.isEmpty || !allowInbound.isEmpty || !allowResolve.isEmpty) {
            throw ValidationError("--no-network contradicts the --allow options")
        }
        _ = try policy()
    }

    /// The policy that the flags spell.
    func policy() throws -> NetworkPolicy {
        var policy = allowNet ? .everything : NetworkPolicy()
        (policy.outboundUnix, policy.outbound) = try socketRules("--allow-outbound", allowOutbound)
        (policy.inboundUnix, policy.inbound) = try socketRules("--allow-inbound", allowInbound)
        policy.resolve = try rules("--allow-resolve", allowResolve, NamePattern.init)
        return policy
    }

    private func socketRules(_ flag: String, _ texts: [String]) throws -> ([UnixRule], [AddressRule]) {
        let isUnix = { (text: String) in text.hasPrefix("unix://") }
        return (
            try rules(flag, texts.filter(isUnix), UnixRule.init),
            try rules(flag, texts.filter { !isUnix($0) }, AddressRule.init)
        )
    }

    private func rules<Rule>(
        _ flag: String, _ texts: [String], _ parse: (String) throws(PolicyRuleError) -> Rule
    ) throws -> [Rule] {
        try texts.map { text in
            do throws(PolicyRuleError) {
                return try parse(text)
            } catch {
                throw ValidationError("\(flag): \(error)")
            }
        }
    }
}
