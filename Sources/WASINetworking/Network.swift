// SPDX-License-Identifier: Apache-2.0

import WASI

// Networks as values: what sockets are made from and names are resolved through. An instance has one or it has none.

/// A call that uses a network, as the user is told about it.
public enum NetworkCall: String, Sendable {
    /// `bind`
    case bind = "bind to"
    /// `listen`, which binds a socket that is not bound
    case listen = "listen on"
    /// `connect`
    case connect = "connect to"
    /// `sendto` and its kin, with an address
    case send = "send to"
    /// Membership in a multicast group
    case join = "join"

    /// Whether it reaches out, which outbound rules decide about, rather than lets others in.
    var isOutbound: Bool { self == .connect || self == .send }
}

/// A network: the capability to make sockets and to resolve names.
///
/// `authorize` is asked before every bind (those that `listen` implies included), connect, send to an address and membership
/// in a multicast group, with the very address that the system is then given. Everything throws `Errno.acces` for what is not permitted.
package protocol Network: AnyObject, Sendable {
    /// Whether a use is permitted. Asks, and does nothing else.
    func permits(_ use: NetworkUse, of endpoint: Endpoint) -> Bool
    /// Throws unless the use, by this call, is permitted.
    func authorize(_ call: NetworkCall, _ use: NetworkUse, of endpoint: Endpoint) throws(Errno)
    /// Throws unless there may be raw sockets; EPERM, as for a user without the privilege.
    func authorizeRawSockets() throws(Errno)
    /// Throws unless packets may be sent on routes that the program says (IP_OPTIONS with a source route).
    func authorizeSourceRoutes() throws(Errno)
    /// Throws unless this call may be made with a name of unix domain sockets. `names` are what the guest's directories
    /// call one place in the file system, or an abstract name alone, which begins with a byte of 0 and is nothing more
    /// where any free one is asked for.
    func authorize(_ call: NetworkCall, unix names: [[UInt8]]) throws(Errno)
    /// The addresses of a name, in the order in which to try them. `configuredOnly` leaves out families of which the
    /// machine has no address but loopback's. `noent`, `nomsg`, `again`, `io`.
    func resolve(_ name: String, _ family: AddressFamily, configuredOnly: Bool) throws(Errno) -> [InternetAddress]
    /// The canonical name of a name.
    func canonicalName(of name: String) throws(Errno) -> String
    /// The name of an address.
    func name(of address: InternetAddress) throws(Errno) -> String
    /// The name of the machine.
    func hostName() throws(Errno) -> String
    /// The index of an interface. `nodev`.
    func interfaceIndex(named name: String) throws(Errno) -> UInt32
    /// The name of an interface. `nxio`.
    func interfaceName(at index: UInt32) throws(Errno) -> String
    /// The interfaces.
    func interfaces() throws(Errno) -> [NetworkInterface]
    /// The addresses of interfaces.
    func interfaceAddresses() throws(Errno) -> [InterfaceAddress]
}

/// Which addresses a lookup is for.
package enum AddressFamily: Sendable {
    case any
    case v4
    case v6
}

/// The machine's network: everything that the system lets the user do.
package final class HostNetwork: Network {
    /// The machine's network.
    package init() {}

    /// Whether a use is permitted.
    package func permits(_ use: NetworkUse, of endpoint: Endpoint) -> Bool { true }

    /// Throws unless the use is permitted.
    package func authorize(_ call: NetworkCall, _ use: NetworkUse, of endpoint: Endpoint) throws(Errno) {}

    /// Throws unless there may be raw sockets.
    package func authorizeRawSockets() throws(Errno) {}

    /// Throws unless the program may say routes.
    package func authorizeSourceRoutes() throws(Errno) {}

    /// Throws unless the call may be made with one of the names.
    package func authorize(_ call: NetworkCall, unix names: [[UInt8]]) throws(Errno) {}

    /// The addresses of a name.
    package func resolve(
        _ name: String, _ family: AddressFamily, configuredOnly: Bool
    ) throws(Errno) -> [InternetAddress] {
        let abiFamily: NetworkABI.Family =
            switch family {
            case .any: .unspecified
            case .v4: .inet
            case .v6: .inet6
            }
        return try Kernel.lookUp(name, abiFamily, configuredOnly: configuredOnly).addresses
    }

    /// The canonical name of a name.
    package func canonicalName(of name: String) throws(Errno) -> String {
        try Kernel.lookUp(name, .unspecified, wantsCanonicalName: true).canonicalName ?? name
    }

    /// The name of an address.
    package func name(of address: InternetAddress) throws(Errno) -> String { try Kernel.name(of: address) }

    /// The name of the machine.
    package func hostName() throws(Errno) -> String { try Kernel.hostName() }

    /// The index of an interface.
    package func interfaceIndex(named name: String) throws(Errno) -> UInt32 {
        try Kernel.interfaceIndex(named: name)
    }

    /// The name of an interface.
    package func interfaceName(at index: UInt32) throws(Errno) -> String { try Kernel.interfaceName(at: index) }

    /// The interfaces.
    package func interfaces() throws(Errno) -> [NetworkInterface] { try Kernel.interfaces() }

    /// The addresses of interfaces.
    package func interfaceAddresses() throws(Errno) -> [InterfaceAddress] { try Kernel.interfaceAddresses() }
}
