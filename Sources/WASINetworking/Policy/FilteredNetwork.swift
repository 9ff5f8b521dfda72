// SPDX-License-Identifier: Apache-2.0

import Synchronization
import WASI

// A network that permits a part of another: the policy, and what its lookups have taught it about addresses.

/// A network under a policy.
package final class FilteredNetwork: Network {
    private let base: any Network
    private let policy: NetworkPolicy
    private let report: @Sendable (Refusal) -> Void
    private let evidence = Mutex(NameEvidence())

    /// A part of `base`. `report` is called for every refusal.
    package init(_ base: any Network, policy: NetworkPolicy, report: @escaping @Sendable (Refusal) -> Void = { _ in }) {
        self.base = base
        self.policy = policy
        self.report = report
    }

    /// Whether a use is permitted.
    package func permits(_ use: NetworkUse, of endpoint: Endpoint) -> Bool {
        policy.permits(use, of: endpoint, names: names(of: endpoint.address)) && base.permits(use, of: endpoint)
    }

    /// Throws unless the use is permitted.
    package func authorize(_ call: NetworkCall, _ use: NetworkUse, of endpoint: Endpoint) throws(Errno) {
        // Most addresses need no name.
        if !policy.permits(use, of: endpoint) {
            let names = names(of: endpoint.address)
            guard policy.permits(use, of: endpoint, names: names) else {
                throw refusal(.address(call, use, endpoint, name: names.last))
            }
        }
        try base.authorize(call, use, of: endpoint)
    }

    /// Throws unless a rule is about raw sockets.
    package func authorizeRawSockets() throws(Errno) {
        guard policy.permitsRawSockets else {
            _ = refusal(.rawSocket)
            throw .perm
        }
        try base.authorizeRawSockets()
    }

    /// Throws unless everything is permitted: on a route of its own a packet reaches what no rule was asked about.
    package func authorizeSourceRoutes() throws(Errno) {
        guard policy.permitsEverything else { throw refusal(.sourceRoute) }
        try base.authorizeSourceRoutes()
    }

    /// Throws unless the call is permitted with one of the names.
    package func authorize(_ call: NetworkCall, unix names: [[UInt8]]) throws(Errno) {
        guard policy.permitsUnix(outbound: call.isOutbound, names) else {
            throw refusal(.unix(call, names.first ?? []))
        }
        try base.authorize(call, unix: names)
    }

    /// The addresses of a name.
    package func resolve(
        _ name: String, _ family: AddressFamily, configuredOnly: Bool
    ) throws(Errno) -> [InternetAddress] {
        guard policy.permitsResolving(name) else { throw refusal(.name(name)) }
        let addresses = try base.resolve(name, family, configuredOnly: configuredOnly)
        if !policy.permitsEverything {
            let name = NamePattern.normalized(name)
            evidence.withLock { evidence in
                for address in addresses { evidence.note(address.address.unmapped, isNamed: name) }
            }
        }
        return addresses
    }

    /// The canonical name of a name.
    package func canonicalName(of name: String) throws(Errno) -> String {
        guard policy.permitsResolving(name) else { throw refusal(.name(name)) }
        return try base.canonicalName(of: name)
    }

    /// The name of an address.
    package func name(of address: InternetAddress) throws(Errno) -> String {
        guard policy.permitsReverseLookup else { throw refusal(.nameOf(address.address)) }
        return try base.name(of: address)
    }

    /// The machine's name only where all names may be known; a program that is given less of the network is told a
    /// name that says nothing.
    package func hostName() throws(Errno) -> String {
        policy.permitsReverseLookup ? try base.hostName() : "localhost"
    }

    /// The index of an interface.
    package func interfaceIndex(named name: String) throws(Errno) -> UInt32 {
        guard !policy.isEmpty else { throw refusal(.interface) }
        return try base.interfaceIndex(named: name)
    }

    /// The name of an interface.
    package func interfaceName(at index: UInt32) throws(Errno) -> String {
        guard !policy.isEmpty else { throw refusal(.interface) }
        return try base.interfaceName(at: index)
    }

    /// The interfaces. Hardware addresses say which machine this is: only where everything is permitted.
    package func interfaces() throws(Errno) -> [NetworkInterface] {
        guard !policy.isEmpty else { throw refusal(.interface) }
        var interfaces = try base.interfaces()
        if !policy.permitsEverything {
            for place in interfaces.indices { interfaces[place].hardwareAddress = [] }
        }
        return interfaces
    }

    /// Those addresses of interfaces where the program may listen, and those of loopback.
    package func interfaceAddresses() throws(Errno) -> [InterfaceAddress] {
        guard !policy.isEmpty else { throw refusal(.interface) }
        return try base.interfaceAddresses().filter {
            policy.permitsListing($0.address.address, names: names(of: $0.address.address))
        }
    }

    private func names(of address: IPAddress) -> [String] {
        if policy.permitsEverything { return [] }
        return evidence.withLock { $0.names(of: address.unmapped) }
    }

    private func refusal(_ refusal: Refusal) -> Errno {
        report(refusal)
        return .acces
    }
}

/// Which names an instance's lookups have given for an address. Bounded: the oldest addresses are forgotten first, and
/// with them what rules permitted by their names.
struct NameEvidence {
    private var namesByAddress: [IPAddress: [String]] = [:]
    private var order: [IPAddress] = []
    private var oldest = 0
    private let capacity: Int
    private static let namesPerAddress = 16

    /// Evidence about at most `capacity` addresses.
    init(capacity: Int = 16_384) { self.capacity = max(capacity, 1) }

    /// Names of `address`, the latest one last.
    func names(of address: IPAddress) -> [String] { namesByAddress[address] ?? [] }

    /// Remembers that a lookup of `name` gave `address`.
    mutating func note(_ address: IPAddress, isNamed name: String) {
        if namesByAddress[address] == nil {
            if order.count < capacity {
                order.append(address)
            } else {
                namesByAddress[order[oldest]] = nil
                order[oldest] = address
                oldest = (oldest + 1) % capacity
            }
        }
        var names = names(of: address)
        names.removeAll { $0 == name }
        names.append(name)
        namesByAddress[address] = names.suffix(NameEvidence.namesPerAddress)
    }
}
