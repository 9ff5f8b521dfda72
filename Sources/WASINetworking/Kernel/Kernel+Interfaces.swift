// SPDX-License-Identifier: Apache-2.0

import CKernel
import Glibc
import WASI

// Network interfaces in the system's hands.

extension Kernel {
    static func interfaceIndex(named name: String) throws(Errno) -> UInt32 {
        let index = if_nametoindex(name)
        guard index != 0 else { throw .nodev }
        return index
    }

    static func interfaceName(at index: UInt32) throws(Errno) -> String {
        var buffer = [CChar](repeating: 0, count: Int(IF_NAMESIZE))
        guard if_indextoname(index, &buffer) != nil else { throw .nxio }
        return string(buffer)
    }

    /// All interfaces, in the system's order.
    static func interfaces() throws(Errno) -> [NetworkInterface] {
        var interfaces: [NetworkInterface] = []
        try forEachInterfaceEntry { entry in
            let index = if_nametoindex(entry.ifa_name)
            guard index != 0 else { return }
            let place = interfaces.firstIndex { $0.index == index } ?? interfaces.endIndex
            if place == interfaces.endIndex {
                // An address may have a label, "eth0:1", where others have the interface's name.
                guard let name = try? interfaceName(at: index) else { return }
                var interface = NetworkInterface(index: index, name: name)
                interface.flags = flags(entry.ifa_flags)
                interfaces.append(interface)
            }
            if let address = entry.ifa_addr, Int32(address.pointee.sa_family) == AF_PACKET {
                readHardware(address, &interfaces[place])
            }
        }
        let fd = try valueOrErrno { Glibc.socket(AF_INET, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0) }
        defer { Glibc.close(fd) }
        for place in interfaces.indices {
            interfaces[place].mtu = UInt32(clamping: ck_interface_mtu(fd, interfaces[place].name))
            interfaces[place].queueLength = UInt32(clamping: ck_interface_queue_length(fd, interfaces[place].name))
        }
        return interfaces
    }

    /// All internet addresses of interfaces, in the system's order.
    static func interfaceAddresses() throws(Errno) -> [InterfaceAddress] {
        var addresses: [InterfaceAddress] = []
        try forEachInterfaceEntry { entry in
            let index = if_nametoindex(entry.ifa_name)
            guard index != 0, let address = internetAddress(entry.ifa_addr) else { return }
            var result = InterfaceAddress(index: index, address: address, prefixLength: 0)
            if let mask = internetAddress(entry.ifa_netmask) { result.prefixLength = mask.address.leadingOnes }
            result.peer = internetAddress(entry.ifa_ifu.ifu_broadaddr)
            addresses.append(result)
        }
        return addresses
    }

    private static func forEachInterfaceEntry(_ body: (ifaddrs) -> Void) throws(Errno) {
        var list: UnsafeMutablePointer<ifaddrs>?
        try valueOrErrno { getifaddrs(&list) }
        defer { freeifaddrs(list) }
        var next = list
        while let entry = next {
            body(entry.pointee)
            next = entry.pointee.ifa_next
        }
    }

    private static func internetAddress(_ pointer: UnsafeMutablePointer<sockaddr>?) -> InternetAddress? {
        guard let pointer else { return nil }
        let isV6 = Int32(pointer.pointee.sa_family) == AF_INET6
        let size = isV6 ? MemoryLayout<sockaddr_in6>.size : MemoryLayout<sockaddr_in>.size
        guard case .internet(let address) = SocketAddress(host: UnsafeRawBufferPointer(start: pointer, count: size))
        else { return nil }
        return address
    }

    private static func readHardware(_ address: UnsafePointer<sockaddr>, _ interface: inout NetworkInterface) {
        var bytes = [UInt8](repeating: 0, count: 8)
        let length = ck_link_address(address, &interface.hardwareType, &bytes)
        interface.hardwareAddress = Array(bytes.prefix(Int(length)))
    }

    private static func flags(_ host: UInt32) -> NetworkInterface.Flags {
        let pairs: [(UInt32, NetworkInterface.Flags)] = [
            (ck_iff_up, .up), (ck_iff_broadcast, .broadcast), (ck_iff_loopback, .loopback),
            (ck_iff_pointopoint, .pointToPoint), (ck_iff_running, .running), (ck_iff_noarp, .noAddressResolution),
            (ck_iff_promisc, .promiscuous), (ck_iff_allmulti, .allMulticast), (ck_iff_multicast, .multicast),
        ]
        return pairs.reduce(into: []) { flags, pair in
            if host & pair.0 != 0 { flags.insert(pair.1) }
        }
    }
}
