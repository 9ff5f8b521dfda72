// SPDX-License-Identifier: Apache-2.0

// What the user is told about a refused use of the network: the call, the address, and the flag that would allow it.

/// A use of the network that the policy refused.
public enum Refusal: Hashable, Sendable {
    /// The program was given no network.
    case network
    /// A use of an address; `name` is the latest name that it was looked up by.
    case address(NetworkCall, NetworkUse, Endpoint, name: String?)
    /// A use of a name of unix domain sockets; a first byte of 0 is the abstract namespace.
    case unix(NetworkCall, [UInt8])
    /// The lookup of a name.
    case name(String)
    /// The lookup of an address's name.
    case nameOf(IPAddress)
    /// A question about network interfaces.
    case interface
    /// IP_OPTIONS with a source route.
    case sourceRoute
    /// A raw socket.
    case rawSocket

    /// What was refused: `connect to tcp 192.0.2.1:80 (example.com)`.
    public var subject: String {
        switch self {
        case .network:
            return "a network"
        case .address(let call, let use, let endpoint, let name):
            let place = place(endpoint, use)
            let known = name.map { " (\(printable($0)))" } ?? ""
            return "\(call.rawValue) \(use.transport.rawValue) \(place)\(known)"
        case .unix(let call, let name):
            return "\(call.rawValue) unix '\(printable(ruleText(name)))'"
        case .name(let name):
            return "lookup of '\(printable(name))'"
        case .nameOf(let address):
            return "lookup of the name of \(address.unmapped)"
        case .interface:
            return "a look at network interfaces"
        case .sourceRoute:
            return "a source route in IP_OPTIONS"
        case .rawSocket:
            return "a raw socket"
        }
    }

    /// What would allow it, as it is typed into a shell: `--allow-outbound tcp://example.com:80`.
    package var remedy: String {
        switch self {
        case .network:
            return "leave out --no-network"
        case .address(_, let use, let endpoint, let name):
            let flag = use.isOutbound ? "--allow-outbound" : "--allow-inbound"
            let place = place(endpoint, use)
            // Only a name that a rule can have, or the flag would be refused.
            let host = name.flatMap { name in
                (try? NamePattern(name)) == .exactly(name) ? (use.transport.hasPorts ? "\(name):\(endpoint.port)" : name) : nil
            }
            return "allow it with \(flag) " + quoted("\(use.transport.rawValue)://\(host ?? place)")
        case .unix(let call, let name):
            // Only a name that can be typed; the empty abstract one asks for any.
            let text = name == [0] ? "@*" : ruleText(name)
            guard printable(text) == text, !text.contains("'") else { return "allow it with --allow-net" }
            return "allow it with --allow-\(call.isOutbound ? "out" : "in")bound " + quoted("unix://\(text)")
        case .name(let name):
            return "allow it with --allow-resolve "
                + ((try? NamePattern(name)) == nil ? quoted("*") : quoted(NamePattern.normalized(name)))
        case .nameOf:
            return "allow it with --allow-resolve " + quoted("*")
        case .interface:
            return "allow it with any --allow-inbound, --allow-outbound or --allow-resolve"
        case .sourceRoute:
            return "allow it with --allow-net"
        case .rawSocket:
            return "allow it with --allow-outbound " + quoted("raw://*")
        }
    }

    /// The line without a prefix: what was refused, and what would allow it.
    package var line: String { "refused \(subject); \(remedy)" }

    /// The address and the port, as rules have them. A group that is joined before bind is joined at any port.
    private func place(_ endpoint: Endpoint, _ use: NetworkUse) -> String {
        let text = "\(Endpoint(endpoint.address.unmapped, endpoint.port))"
        if !use.transport.hasPorts { return String(text[..<(text.lastIndex(of: ":") ?? text.endIndex)]) }
        return use == .udpJoin && endpoint.port == 0 ? text.dropLast() + "*" : text
    }

    /// A name of unix domain sockets as rules have it.
    private func ruleText(_ name: [UInt8]) -> String {
        String(decoding: name.first == 0 ? [UInt8(ascii: "@")] + name.dropFirst() : name, as: UTF8.self)
    }

    /// In single quotes where a shell would take the characters for its own.
    private func quoted(_ argument: String) -> String {
        argument.utf8.contains { "[]*?$&|;<>()\\\"`#~!{}".utf8.contains($0) } ? "'\(argument)'" : argument
    }

    /// Names come from the program: nothing of them may reach a terminal but printable ASCII.
    private func printable(_ name: String) -> String {
        String(decoding: name.utf8.map { (0x21...0x7e).contains($0) ? $0 : UInt8(ascii: "?") }, as: UTF8.self)
    }
}
