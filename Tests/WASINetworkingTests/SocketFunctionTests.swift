// SPDX-License-Identifier: Apache-2.0

import Testing
import WasmEngine

@_spi(Descriptions) @testable import WASI
@testable import WASINetworking

/// The code of an option.
func option(_ name: String) -> UInt32 { (0..<256).first { Kernel.socketOption(code: $0)?.name == name } ?? 0 }

/// A guest without an engine: memory, a descriptor table, and the imports called by name.
final class Guest {
    let system = WASISystem(arguments: ["test"])
    /// The guest's memory and, behind it, bytes that are not the guest's.
    private let storage = UnsafeMutableRawBufferPointer.allocate(byteCount: 65_536 + 4096, alignment: 16)
    let memory: UnsafeMutableRawBufferPointer
    let rows: [ImportName: ImportRow]
    var refusals: [Refusal] { reported.value }
    private let reported = Reported()

    private final class Reported: @unchecked Sendable {  // Used by one thread.
        var value: [Refusal] = []
    }

    init(_ policy: NetworkPolicy?) throws {
        storage.initializeMemory(as: UInt8.self, repeating: 0xaa)
        memory = UnsafeMutableRawBufferPointer(rebasing: storage[..<65_536])
        let reported = self.reported
        let network = policy.map { policy in
            FilteredNetwork(HostNetwork(), policy: policy) { reported.value.append($0) }
        }
        rows = Dictionary(
            uniqueKeysWithValues: try NetworkFunctions.rows(for: system, network: network).map {
                (ImportName($0.module, $0.name), $0)
            })
    }

    deinit { storage.deallocate() }

    /// Whether nothing was written behind the guest's memory.
    var guardIsIntact: Bool { storage[65_536...].allSatisfy { $0 == 0xaa } }

    /// Calls an import.
    func callAsFunction(_ module: String, _ name: String, _ arguments: UInt32...) -> Errno {
        guard let row = rows[ImportName(module, name)], row.parameters.count == arguments.count else { return .nosys }
        return call(row, arguments)
    }

    func call(_ row: ImportRow, _ arguments: [UInt32]) -> Errno {
        guard let base = memory.baseAddress else { return .nosys }
        var slots = arguments.map(UInt64.init) + [0]
        return slots.withUnsafeMutableBufferPointer { slots in
            guard let slotsBase = slots.baseAddress else { return .nosys }
            return row.run(
                GuestCall(slots: slotsBase, memory: GuestMemory(base: base, byteCount: UInt64(memory.count))), system)
                ?? .nosys
        }
    }

    func u32(_ address: Int) -> UInt32 { memory.loadUnaligned(fromByteOffset: address, as: UInt32.self) }

    func store(_ value: UInt32, at address: Int) {
        memory.storeBytes(of: value, toByteOffset: address, as: UInt32.self)
    }

    func write(_ address: SocketAddress, at pointer: Int) {
        address.write(
            to: UnsafeMutableRawBufferPointer(rebasing: memory[pointer..<pointer + Int(NetworkABI.AddressRecord.size)]))
    }

    func address(at pointer: Int) throws -> SocketAddress {
        let base = try #require(memory.baseAddress)
        var slot: UInt64 = 0
        return try withUnsafeMutablePointer(to: &slot) { slot in
            try SocketAddress(
                GuestCall(slots: slot, memory: GuestMemory(base: base, byteCount: UInt64(memory.count))),
                at: UInt32(pointer))
        }
    }

    /// The network's handle.
    func network() throws -> UInt32 {
        try #require(self("wasi_instance_network", "default_network", 0) == .success)
        return u32(0)
    }

    func create(_ transport: TransportProtocol, family: UInt32 = 1, flags: UInt32 = 0) throws -> UInt32 {
        let name = "create_\(transport.rawValue)_socket"
        try #require(self("wasi_socket_\(transport.rawValue)", name, try network(), family, flags, 0) == .success)
        return u32(0)
    }

    /// A vector at 1000 for `text` at 1100.
    func vector(_ text: String) {
        memory[1100..<1100 + text.utf8.count].copyBytes(from: text.utf8)
        store(1100, at: 1000)
        store(UInt32(text.utf8.count), at: 1004)
    }
}

extension Slice<UnsafeMutableRawBufferPointer> {
    fileprivate func copyBytes(from bytes: some Collection<UInt8>) {
        UnsafeMutableRawBufferPointer(rebasing: self).copyBytes(from: bytes)
    }
}

@Suite struct SocketFunctionTests {
    static func policy(_ outbound: [String], _ inbound: [String], resolve: [String] = []) throws -> NetworkPolicy {
        var policy = NetworkPolicy()
        policy.outbound = try outbound.map { try AddressRule($0) }
        policy.inbound = try inbound.map { try AddressRule($0) }
        policy.resolve = try resolve.map { try NamePattern($0) }
        return policy
    }

    @Test(arguments: [
        SocketAddress.unspecified, .internet(InternetAddress(.v4(0x0102_0304), port: 0x1234)),
        .internet(InternetAddress(.v6(high: 0xfe80 << 48, low: 0x1234_5678), port: 1, flowInfo: 0x12345, scopeID: 7)),
        .local([]), .local([0, 1, 2]), .local([UInt8](repeating: 0x61, count: 108)),
    ])
    func addressesRoundTrip(address: SocketAddress) throws {
        let guest = try Guest(nil)
        guest.write(address, at: 16)
        #expect(try guest.address(at: 16) == address)
        #expect(
            address.withHostAddress { SocketAddress(host: UnsafeRawBufferPointer(start: $0, count: Int($1))) }
                == address)
    }

    @Test func anInstanceWithoutANetworkHasNoWayToMakeOne() throws {
        let guest = try Guest(nil)
        #expect(guest("wasi_instance_network", "default_network", 0) == .noent)
        for handle in [0, 3, 1 << 30, UInt32.max] as [UInt32] {
            #expect(guest("wasi_socket_tcp", "create_tcp_socket", handle, 1, 0, 0) == .badf)
        }
    }

    @Test func theHandleIsTheSameEachTimeAndGoneWhenClosed() throws {
        let guest = try Guest(.everything)
        let handle = try guest.network()
        #expect(handle >= 1 << 30)
        #expect(try guest.network() == handle)
        try guest.system.descriptors.close(Int32(handle))
        #expect(guest("wasi_instance_network", "default_network", 0) == .noent)
        #expect(guest("wasi_socket_tcp", "create_tcp_socket", handle, 1, 0, 0) == .badf)
    }

    @Test func badArguments() throws {
        let guest = try Guest(.everything)
        let network = try guest.network()
        #expect(guest("wasi_socket_tcp", "create_tcp_socket", network, 0, 0, 0) == .afnosupport)
        #expect(guest("wasi_socket_tcp", "create_tcp_socket", network, 65537, 0, 0) == .afnosupport)
        #expect(guest("wasi_socket_tcp", "create_tcp_socket", network, 1, 4, 0) == .inval)
        #expect(guest("wasi_socket_tcp", "create_tcp_socket", network, 1, 0, 65_533) == .fault)
        let tcp = try guest.create(.tcp)
        #expect(guest("wasi_socket_udp", "bind", tcp, 16) == .afnosupport)
        guest.write(.internet(InternetAddress(.loopbackV4, port: 0)), at: 16)
        #expect(guest("wasi_socket_udp", "bind", tcp, 16) == .notsup)
        #expect(guest("wasi_socket_tcp", "bind", 99, 16) == .badf)
        guest.store(1, at: 65_536 - 27)
        #expect(guest("wasi_socket_tcp", "bind", tcp, 65_536 - 27) == .fault)
        #expect(guest("wasi_socket", "local_address", tcp, 65_536 - 111) == .fault)
        #expect(guest("wasi_socket", "shutdown", tcp, 0) == .inval)
        #expect(guest("wasi_socket", "shutdown", tcp, 4) == .inval)
        #expect(guest("wasi_socket", "shutdown", tcp, 3) == .notconn)
        guest.vector("x")
        #expect(guest("wasi_socket", "send", tcp, 1000, 1, 1, 0, 0, 0, 0) == .inval)
        #expect(guest("wasi_socket", "send", tcp, 1000, 1, 0, 0, 600, 12, 0) == .inval)
        #expect(guest("wasi_socket", "send", tcp, 1000, 1, 0, 0, 0, 0, 65_533) == .fault)
        #expect(guest("wasi_socket", "send", tcp, 1000, 1, 0, 0, 0, 0, 0) == .pipe)
        #expect(guest("wasi_socket", "receive", tcp, 1000, 1, 0, 65_500, 0, 0, 0) == .fault)
        #expect(guest("wasi_socket", "receive", tcp, 1000, 1, 0x1000, 0, 0, 0, 0) == .inval)
        let fresh = try guest.create(.tcp)
        #expect(guest("wasi_socket", "receive", fresh, 1000, 1, 0, 0, 0, 0, 0) == .notconn)
    }

    @Test func everyOptionIsReadFromASocketOfItsKind() throws {
        let guest = try Guest(.everything)
        // An MTU is that of a connection; of unix domain sockets only, to newer systems; of raw sockets only.
        let mayFail: [String: Errno] = [
            "IP_MTU": .notconn, "IPV6_MTU": .notconn, "PASSCRED": .notsup, "IPV6_CHECKSUM": .noprotoopt,
            "ICMP_FILTER": .notsup, "ICMP6_FILTER": .notsup,
        ]
        for option in (0..<256).compactMap({ Kernel.socketOption(code: $0) }) where option.isReadable {
            // A filter is that of a group which must be joined.
            if option.kind == .filter4 || option.kind == .filter { continue }
            let isDatagrams = option.name.hasPrefix("IP") || option.name.hasPrefix("UDP")
            let fd = try guest.create(isDatagrams ? .udp : .tcp, family: option.name.hasPrefix("IPV6") ? 2 : 1)
            guest.store(512, at: 4)
            let result = guest("wasi_socket", "get_option", fd, option.code, 16, 4)
            #expect(result == .success || result == mayFail[option.name], "\(option.name): \(result)")
            let length: [SocketOption.Kind: UInt32] = [
                .int: 4, .code: 4, .linger: 8, .time: 8, .u64: 8, .credentials: 12, .interface: 4,
            ]
            if result == .success, let length = length[option.kind], option.name != "MAX_PACING_RATE" {
                #expect(guest.u32(4) == length, "\(option.name)")
            }
            if !option.isSettable {
                #expect(guest("wasi_socket", "set_option", fd, option.code, 16, 8) == .noprotoopt, "\(option.name)")
            }
        }
        let fd = try guest.create(.tcp)
        #expect(guest("wasi_socket", "get_option", fd, 9999, 16, 4) == .noprotoopt)
        #expect(guest("wasi_socket", "set_option", fd, option("KEEPALIVE"), 16, 3) == .inval)
    }

    @Test func optionsHoldWhatTheyAreSetTo() throws {
        let guest = try Guest(.everything)
        let fd = try guest.create(.tcp)
        for (name, value) in [
            ("REUSEADDR", 1), ("KEEPALIVE", 1), ("TCP_NODELAY", 1), ("TCP_KEEPIDLE", 77), ("IP_TTL", 9),
        ] as [(String, UInt32)] {
            guest.store(value, at: 16)
            #expect(guest("wasi_socket", "set_option", fd, option(name), 16, 4) == .success, "\(name)")
            guest.store(4, at: 4)
            #expect(guest("wasi_socket", "get_option", fd, option(name), 32, 4) == .success)
            #expect(guest.u32(32) == value, "\(name)")
        }
        guest.memory.storeBytes(of: 1_500_000_000, toByteOffset: 16, as: UInt64.self)
        #expect(guest("wasi_socket", "set_option", fd, option("RCVTIMEO"), 16, 8) == .success)
        guest.store(8, at: 4)
        #expect(guest("wasi_socket", "get_option", fd, option("RCVTIMEO"), 32, 4) == .success)
        #expect(guest.memory.loadUnaligned(fromByteOffset: 32, as: UInt64.self) == 1_500_000_000)
        // A value longer than the room is cut.
        guest.store(2, at: 4)
        guest.store(0xdead_beef, at: 32)
        #expect(guest("wasi_socket", "get_option", fd, option("TCP_KEEPIDLE"), 32, 4) == .success)
        #expect(guest.u32(4) == 2 && guest.u32(32) == 0xdead_004d)
    }

    @Test(arguments: [(IPAddress.loopbackV4, UInt32(1)), (.loopbackV6, 2)])
    func aStreamOverLoopback(address: IPAddress, family: UInt32) throws {
        let guest = try Guest(.everything)
        let listener = try guest.create(.tcp, family: family)
        guest.write(.internet(InternetAddress(address, port: 0)), at: 16)
        #expect(guest("wasi_socket_tcp", "bind", listener, 16) == .success)
        #expect(guest("wasi_socket_tcp", "listen", listener, 5) == .success)
        #expect(guest("wasi_socket", "local_address", listener, 16) == .success)
        let client = try guest.create(.tcp, family: family)
        #expect(guest("wasi_socket_tcp", "connect", client, 16) == .success)
        #expect(guest("wasi_socket_tcp", "connect", client, 16) == .isconn)
        #expect(guest("wasi_socket_tcp", "accept", listener, 0, 4, 200) == .success)
        let server = guest.u32(4)
        #expect(guest("wasi_socket", "local_address", client, 400) == .success)
        #expect(try guest.address(at: 200) == guest.address(at: 400))
        guest.vector("hello")
        #expect(guest("wasi_socket", "send", client, 1000, 1, 0, 0, 0, 0, 4) == .success)
        #expect(guest.u32(4) == 5)
        guest.vector("*****")
        #expect(guest("wasi_socket", "receive", server, 1000, 1, 0, 200, 0, 0, 4) == .success)
        #expect(guest.u32(4) == 5 && guest.u32(8) == 0 && guest.u32(12) == 0)
        #expect(try guest.address(at: 200) == .unspecified)
        #expect(guest.memory[1100..<1105].elementsEqual("hello".utf8))
        #expect(guest("wasi_socket", "receive", server, 1000, 1, 4, 0, 0, 0, 4) == .again)
        #expect(guest("wasi_socket", "shutdown", client, 2) == .success)
        #expect(guest("wasi_socket", "receive", server, 1000, 1, 0, 0, 0, 0, 4) == .success)
        #expect(guest.u32(4) == 0)
    }

    /// A listener that was handed in serves without a network; naming another address takes one.
    @Test func aSocketThatWasHandedIn() throws {
        let hostFD = try Kernel.socket(.tcp, .inet, nonblocking: true)
        try Kernel.bind(hostFD, .internet(InternetAddress(.loopbackV4, port: 0)))
        let address = try Kernel.localAddress(hostFD)
        let server = try Guest(nil)
        let listener = UInt32(
            try server.system.descriptors.insert(
                Descriptor(OpenDescription(hostFD: hostFD, fileType: .socketStream))))
        #expect(server("wasi_socket_tcp", "listen", listener, 5) == .success)
        let client = try Guest(.everything)
        let connection = try client.create(.tcp)
        client.write(address, at: 16)
        #expect(client("wasi_socket_tcp", "connect", connection, 16) == .success)
        #expect(server("wasi_socket_tcp", "accept", listener, 0, 4, 200) == .success)
        server.vector("hello")
        #expect(server("wasi_socket", "send", server.u32(4), 1000, 1, 0, 0, 0, 0, 8) == .success)
        server.write(address, at: 16)
        #expect(server("wasi_socket_tcp", "bind", listener, 16) == .acces)
        #expect(server("wasi_socket_tcp", "connect", listener, 16) == .acces)
        #expect(server("wasi_socket_udp", "connect", listener, 16) == .notsup)
        // It still is open: a call's view of it does not own it.
        #expect(server("wasi_socket_tcp", "accept", listener, 0, 4, 0) == .again)
    }

    @Test func datagramsAreCutAndSayFromWhom() throws {
        let guest = try Guest(.everything)
        let receiver = try guest.create(.udp)
        guest.write(.internet(InternetAddress(.loopbackV4, port: 0)), at: 16)
        #expect(guest("wasi_socket_udp", "bind", receiver, 16) == .success)
        #expect(guest("wasi_socket", "local_address", receiver, 16) == .success)
        let sender = try guest.create(.udp)
        guest.vector("datagram")
        #expect(guest("wasi_socket", "send", sender, 1000, 1, 0, 16, 0, 0, 4) == .success)
        guest.store(3, at: 1004)
        #expect(guest("wasi_socket", "receive", receiver, 1000, 1, 1 << 3, 200, 0, 0, 4) == .success)
        #expect(guest.u32(4) == 8 && guest.u32(8) == 1 << 3)
        guard case .internet(let from) = try guest.address(at: 200) else { Issue.record("no sender"); return }
        #expect(from.address == .loopbackV4 && from.port != 0)
    }

    @Test func everyUseIsJudged() throws {
        let guest = try Guest(try Self.policy(["tcp://127.0.0.1:9"], ["udp://127.0.0.1:0"]))
        let tcp = try guest.create(.tcp)
        let udp = try guest.create(.udp)
        let other = SocketAddress.internet(InternetAddress(.v4(0x7f00_0002), port: 9))
        guest.write(other, at: 16)
        guest.vector("x")
        #expect(guest("wasi_socket_tcp", "connect", tcp, 16) == .acces)
        #expect(guest("wasi_socket_tcp", "bind", tcp, 16) == .acces)
        #expect(guest("wasi_socket_tcp", "listen", tcp, 1) == .acces)
        #expect(guest("wasi_socket_udp", "connect", udp, 16) == .acces)
        #expect(guest("wasi_socket_udp", "bind", udp, 16) == .acces)
        #expect(guest("wasi_socket", "send", udp, 1000, 1, 0, 16, 0, 0, 4) == .acces)
        #expect(guest.refusals.count == 6)
        // Permitted, and then refused by the system: nobody listens.
        guest.write(.internet(InternetAddress(.loopbackV4, port: 9)), at: 16)
        #expect(guest("wasi_socket_tcp", "connect", tcp, 16) == .connrefused)
        #expect(guest("wasi_socket_tcp", "listen", tcp, 1) == .acces)
        // The wildcard as a peer is this machine.
        guest.write(.internet(InternetAddress(.anyV4, port: 9)), at: 16)
        #expect(guest("wasi_socket_tcp", "connect", tcp, 16) == .connrefused)
        guest.write(.internet(InternetAddress(.loopbackV4, port: 0)), at: 16)
        #expect(guest("wasi_socket_udp", "bind", udp, 16) == .success)
        #expect(guest("wasi_instance_network", "permits", try guest.network(), 3, 16) == .success)
        #expect(guest("wasi_instance_network", "permits", try guest.network(), 2, 16) == .acces)
        #expect(guest("wasi_instance_network", "permits", try guest.network(), 9, 16) == .inval)
        #expect(guest.refusals.count == 7)
    }

    @Test func lookups() throws {
        let guest = try Guest(try Self.policy(["tcp://localhost:9"], []))
        let network = try guest.network()
        guest.memory[100..<109].copyBytes(from: "localhost".utf8)
        #expect(guest("wasi_ip_name_lookup", "resolve", network, 100, 9, 1, 200, 4, 4) == .success)
        #expect(guest.u32(4) == 1)
        #expect(try guest.address(at: 200) == .internet(InternetAddress(.loopbackV4, port: 0)))
        // Without room, only the count.
        guest.store(0, at: 200)
        #expect(guest("wasi_ip_name_lookup", "resolve", network, 100, 9, 1, 200, 0, 4) == .success)
        #expect(guest.u32(4) == 1 && guest.u32(200) == 0)
        #expect(guest("wasi_ip_name_lookup", "resolve", network, 100, 8, 1, 200, 4, 4) == .acces)
        #expect(guest("wasi_ip_name_lookup", "resolve", network, 100, 0, 1, 200, 4, 4) == .inval)
        #expect(guest("wasi_ip_name_lookup", "resolve", network, 100, 256, 1, 200, 4, 4) == .inval)
        #expect(guest("wasi_ip_name_lookup", "resolve", network, 100, 9, 3, 200, 4, 4) == .afnosupport)
        #expect(guest("wasi_ip_name_lookup", "resolve", network, 100, 9, 1, 200, UInt32.max, 4) == .fault)
        #expect(guest("wasi_ip_name_lookup", "reverse", network, 200, 300, 64, 4) == .afnosupport)
        #expect(guest("wasi_ip_name_lookup", "canonical_name", network, 100, 9, 300, 64, 4) == .success)
        #expect(guest("wasi_net_interface", "host_name", network, 300, 4, 4) == .success)
        #expect(guest.u32(4) == 9 && guest.memory[300..<304].elementsEqual("loca".utf8))
    }

    @Test func numericAddresses() throws {
        let guest = try Guest(try Self.policy([], []))
        func read(_ text: String, port: String? = nil) throws -> SocketAddress? {
            guest.memory[100..<200].copyBytes(from: text.utf8 + [0])
            if let port { guest.memory[300..<400].copyBytes(from: port.utf8 + [0]) }
            let errno = guest("wasi_ip_name_lookup", "numeric", 100, port == nil ? 0 : 300, 400)
            #expect(errno == .success || errno == .inval)
            return errno == .success ? try guest.address(at: 400) : nil
        }
        for text in [
            "0.0.0.0", "192.0.2.255", "::", "1::", "::1", "1:2:3:4:5:6:7:8", "fe80::1:2", "::ffff:192.0.2.1",
            "1:2:3:4:5:6:7::",
        ] {
            let address = try #require(IPAddress(text))
            #expect(try read(text, port: "8080") == .internet(InternetAddress(address, port: 8080)))
            #expect(try read(text) == .internet(InternetAddress(address, port: 0)))
        }
        for text in [
            "", "1.2.3", "1.2.3.4.5", "01.2.3.4", "1.2.3.256", ":", ":::", "1:2:3:4:5:6:7:8:9", "1::2::3", "12345::",
            "::1%1", "1:", "x",
            "1:2:3:4:5:6:7:1.2.3.4", String(repeating: "1:", count: 40),
        ] {
            #expect(try read(text) == nil && IPAddress(text) == nil)
        }
        #expect(IPAddress("1.2.3.4\0") == nil)
        for port in ["", "65536", "080", "+80", "80 ", "http", "99999999999"] {
            #expect(try read("::1", port: port) == nil)
        }
        #expect(try read("::1", port: "65535") == .internet(InternetAddress(.loopbackV6, port: 65535)))
        #expect(guest("wasi_ip_name_lookup", "numeric", UInt32.max, 0, 400) == .fault)
        #expect(guest("wasi_ip_name_lookup", "numeric", 100, UInt32.max, 400) == .fault)
        #expect(guest("wasi_ip_name_lookup", "numeric", 100, 0, UInt32.max) == .fault)
    }

    @Test func interfaces() throws {
        let guest = try Guest(.everything)
        let network = try guest.network()
        guest.memory[100..<102].copyBytes(from: "lo".utf8)
        #expect(guest("wasi_net_interface", "name_to_index", network, 100, 2, 4) == .success)
        #expect(guest("wasi_net_interface", "index_to_name", network, guest.u32(4), 300, 64, 8) == .success)
        #expect(guest.u32(8) == 2 && guest.memory[300..<302].elementsEqual("lo".utf8))
        #expect(guest("wasi_net_interface", "name_to_index", network, 100, 1, 4) == .nodev)
        #expect(guest("wasi_net_interface", "index_to_name", network, 0, 300, 64, 8) == .nxio)
        let denied = try Guest(NetworkPolicy())
        #expect(denied("wasi_net_interface", "index_to_name", try denied.network(), 1, 300, 64, 8) == .acces)
        #expect(denied.refusals == [.interface])
    }

    @Test func interfaceRecords() throws {
        let guest = try Guest(.everything)
        let network = try guest.network()
        #expect(guest("wasi_net_interface", "list", network, 1000, 1, 4) == .success)
        #expect(guest.u32(4) >= 1)
        #expect(guest.u32(1000) == 1 && guest.memory[1019] == 2)
        #expect(guest.memory[1020..<1022].elementsEqual("lo".utf8))
        // Without room, only the count; a record more than memory has is too much.
        guest.store(0, at: 4)
        #expect(guest("wasi_net_interface", "list", network, 0, 0, 4) == .success)
        #expect(guest.u32(4) >= 1)
        #expect(guest("wasi_net_interface", "list", network, 1000, UInt32.max, 4) == .fault)
        #expect(guest("wasi_net_interface", "addresses", network, 1000, 1, UInt32.max) == .fault)
        #expect(guest("wasi_net_interface", "addresses", network, 2000, 4, 8) == .success)
        #expect(guest.u32(8) >= 1 && guest.u32(2000) == 1)
        let denied = try Guest(NetworkPolicy())
        #expect(denied("wasi_net_interface", "list", try denied.network(), 1000, 1, 4) == .acces)
        #expect(denied("wasi_net_interface", "addresses", try denied.network(), 1000, 1, 4) == .acces)
    }
}
