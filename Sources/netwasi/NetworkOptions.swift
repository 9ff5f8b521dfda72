// SPDX-License-Identifier: Apache-2.0

import WASINetworking

// The flags that say what a program may do with the network.

/// What the program may do with the network; without flags nothing.
struct NetworkOptions {
    private static let allowOutbound = Option(
        name: "--allow-outbound", value: "rule", help: "Permit connecting and sending to these addresses.",
        discussion: """
            RULE is tcp://HOST:PORTS or udp://HOST:PORTS. HOST is an address (an IPv6 one in brackets), a block of \
            addresses (10.0.0.0/8), a name, *.NAME or *; PORTS are 80, 80,443, 8000-8999 or *. A rule with a name \
            permits the addresses that the program's lookups of that name give, and those lookups. \
            unix://PATH and unix://@NAME are unix sockets, the path as the program sees it; a final * stands for any \
            rest. icmp://HOST are echo requests (ping), raw://HOST packets of any protocol, which take a privilege \
            and which no other flag grants.
            """)
    private static let allowInbound = Option(
        name: "--allow-inbound", value: "rule",
        help: "Permit listening at, and receiving datagrams at, these local addresses.",
        discussion: """
            RULE is as above. HOST 0.0.0.0 permits every local IPv4 address, [::] and * every local address. Port 0 \
            permits asking for a free port. Joining a multicast group needs a rule that says the group.
            """)
    private static let allowResolve = Option(
        name: "--allow-resolve", value: "name", help: "Permit looking up NAME, *.NAME or *.")
    private static let allowNet = Option(
        name: "--allow-net", help: "Permit everything on the network but raw sockets.")
    private static let allowNetAdmin = Option(
        name: "--allow-net-admin",
        help: """
            Let the program use the privileges CAP_NET_ADMIN and CAP_NET_RAW where you have them: options such as \
            SO_MARK, IP_TRANSPARENT and SO_RCVBUFFORCE.
            """)
    private static let noNetwork = Option(
        name: "--no-network", help: "Give the program no network handle, not even one that permits nothing.")
    private static let explain = Option(
        name: "--explain", negation: "--no-explain",
        help: """
            Say on standard error what was refused, each refusal once, and which flag would permit it. (default: \
            --explain)
            """)

    static let group = CommandSyntax.Group(
        title: "NETWORK",
        options: [allowOutbound, allowInbound, allowResolve, allowNet, allowNetAdmin, noNetwork, explain])

    /// Whether the program may use the privileges of whoever runs it.
    let allowsPrivileges: Bool
    /// Whether refusals are explained.
    let explains: Bool
    /// What it may do; nil: it has no network.
    let policy: NetworkPolicy?

    init(_ arguments: Arguments) throws {
        allowsPrivileges = arguments.flag(Self.allowNetAdmin) ?? false
        explains = arguments.flag(Self.explain) ?? true
        let hasNone = arguments.flag(Self.noNetwork) ?? false
        let rules = [Self.allowOutbound, Self.allowInbound, Self.allowResolve]
        if hasNone, arguments.flag(Self.allowNet) ?? false || rules.contains(where: { !arguments.values($0).isEmpty }) {
            throw UsageError("--no-network contradicts the --allow options")
        }
        policy = hasNone ? nil : try Self.policy(arguments)
    }

    /// The policy that the flags spell.
    private static func policy(_ arguments: Arguments) throws -> NetworkPolicy {
        var policy = arguments.flag(allowNet) ?? false ? .everything : NetworkPolicy()
        (policy.outboundUnix, policy.outbound) = try socketRules(allowOutbound, arguments)
        (policy.inboundUnix, policy.inbound) = try socketRules(allowInbound, arguments)
        policy.resolve = try rules(allowResolve, arguments.values(allowResolve), NamePattern.init)
        return policy
    }

    private static func socketRules(
        _ option: Option, _ arguments: Arguments
    ) throws -> ([UnixRule], [AddressRule]) {
        let texts = arguments.values(option)
        let isUnix = { (text: String) in text.hasPrefix("unix://") }
        return (
            try rules(option, texts.filter(isUnix), UnixRule.init),
            try rules(option, texts.filter { !isUnix($0) }, AddressRule.init)
        )
    }

    private static func rules<Rule>(
        _ option: Option, _ texts: [String], _ parse: (String) throws(PolicyRuleError) -> Rule
    ) throws -> [Rule] {
        try texts.map { text in
            do throws(PolicyRuleError) {
                return try parse(text)
            } catch {
                throw UsageError("\(option.name): \(error)")
            }
        }
    }
}
