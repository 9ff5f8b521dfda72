// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

import WASI
@testable import WASINetworking

/// Compares NetworkABI with Tests/abi/layout.txt, which a program made from the header prints (Tests/abi/run.sh).
@Suite struct LayoutTests {
    private typealias ABI = NetworkABI

    private static let swift: [String: Int] = {
        var values: [String: Int] = [
            "__WASI_NET_FAMILY_UNSPEC": Int(ABI.Family.unspecified.rawValue),
            "__WASI_NET_FAMILY_INET": Int(ABI.Family.inet.rawValue),
            "__WASI_NET_FAMILY_INET6": Int(ABI.Family.inet6.rawValue),
            "__WASI_NET_FAMILY_UNIX": Int(ABI.Family.unix.rawValue),
            "__WASI_NET_FAMILY_CONFIGURED": Int(ABI.Family.configured),
            "__WASI_NET_CREATE_NONBLOCK": Int(ABI.CreateFlags.nonblock.rawValue),
            "__WASI_NET_CREATE_CLOEXEC": Int(ABI.CreateFlags.cloexec.rawValue),
            "__WASI_NET_MSG_PEEK": Int(ABI.MessageFlags.peek.rawValue),
            "__WASI_NET_MSG_WAITALL": Int(ABI.MessageFlags.waitall.rawValue),
            "__WASI_NET_MSG_DONTWAIT": Int(ABI.MessageFlags.dontwait.rawValue),
            "__WASI_NET_MSG_TRUNC": Int(ABI.MessageFlags.trunc.rawValue),
            "__WASI_NET_MSG_CTRUNC": Int(ABI.MessageFlags.ctrunc.rawValue),
            "__WASI_NET_MSG_OOB": Int(ABI.MessageFlags.oob.rawValue),
            "__WASI_NET_MSG_EOR": Int(ABI.MessageFlags.eor.rawValue),
            "__WASI_NET_MSG_MORE": Int(ABI.MessageFlags.more.rawValue),
            "__WASI_NET_MSG_DONTROUTE": Int(ABI.MessageFlags.dontroute.rawValue),
            "__WASI_NET_MSG_CONFIRM": Int(ABI.MessageFlags.confirm.rawValue),
            "__WASI_NET_MSG_ERRQUEUE": Int(ABI.MessageFlags.errqueue.rawValue),
            "__WASI_NET_MSG_CMSG_CLOEXEC": Int(ABI.MessageFlags.cmsgCloexec.rawValue),
            "__WASI_NET_MSG_FASTOPEN": Int(ABI.MessageFlags.fastopen.rawValue),
            "__WASI_NET_MSG_PROBE": Int(ABI.MessageFlags.probe.rawValue),
            "__WASI_NET_MSG_WAITFORONE": Int(ABI.MessageFlags.waitforone.rawValue),
            "__WASI_NET_MSG_SIZE_ONLY": Int(ABI.MessageFlags.sizeOnly.rawValue),
            "__WASI_NET_CONTROL_RIGHTS": Int(ABI.ControlKind.rights.rawValue),
            "__WASI_NET_CONTROL_CREDENTIALS": Int(ABI.ControlKind.credentials.rawValue),
            "__WASI_NET_CONTROL_IP_PACKET_INFO": Int(ABI.ControlKind.ipPacketInfo.rawValue),
            "__WASI_NET_CONTROL_IPV6_PACKET_INFO": Int(ABI.ControlKind.ipv6PacketInfo.rawValue),
            "__WASI_NET_CONTROL_IP_TTL": Int(ABI.ControlKind.ipTTL.rawValue),
            "__WASI_NET_CONTROL_IP_TOS": Int(ABI.ControlKind.ipTOS.rawValue),
            "__WASI_NET_CONTROL_IPV6_HOP_LIMIT": Int(ABI.ControlKind.ipv6HopLimit.rawValue),
            "__WASI_NET_CONTROL_IPV6_TRAFFIC_CLASS": Int(ABI.ControlKind.ipv6TrafficClass.rawValue),
            "__WASI_NET_CONTROL_TIMESTAMP": Int(ABI.ControlKind.timestamp.rawValue),
            "__WASI_NET_CONTROL_TIMESTAMP_NANOSECONDS": Int(ABI.ControlKind.timestampNanoseconds.rawValue),
            "__WASI_NET_CONTROL_IP_ERROR": Int(ABI.ControlKind.ipError.rawValue),
            "__WASI_NET_CONTROL_IPV6_ERROR": Int(ABI.ControlKind.ipv6Error.rawValue),
            "__WASI_NET_CONTROL_UDP_SEGMENT": Int(ABI.ControlKind.udpSegment.rawValue),
            "__WASI_NET_CONTROL_UDP_GRO": Int(ABI.ControlKind.udpGRO.rawValue),
            "__WASI_NET_CONTROL_DROPPED": Int(ABI.ControlKind.dropped.rawValue),
            "__WASI_NET_CONTROL_TIMESTAMPING": Int(ABI.ControlKind.timestamping.rawValue),
            "__WASI_NET_CONTROL_IP_ORIGINAL_ADDRESS": Int(ABI.ControlKind.ipOriginalAddress.rawValue),
            "__WASI_NET_CONTROL_IPV6_ORIGINAL_ADDRESS": Int(ABI.ControlKind.ipv6OriginalAddress.rawValue),
            "__WASI_NET_CONTROL_IPV6_FLOW_INFO": Int(ABI.ControlKind.ipv6FlowInfo.rawValue),
            "__WASI_NET_CONTROL_IP_OPTIONS": Int(ABI.ControlKind.ipOptions.rawValue),
            "__WASI_NET_CONTROL_IP_RETURN_OPTIONS": Int(ABI.ControlKind.ipReturnOptions.rawValue),
            "__WASI_NET_OWN_ID": Int(ABI.ownID),
            "sizeof(__wasi_net_control_t)": Int(ABI.ControlRecord.size),
            "offsetof(__wasi_net_control_t, kind)": Int(ABI.ControlRecord.kind),
            "offsetof(__wasi_net_control_t, reserved)": Int(ABI.ControlRecord.reserved),
            "sizeof(__wasi_net_credentials_t)": Int(ABI.CredentialsRecord.size),
            "__WASI_NET_TYPE_STREAM": Int(ABI.SocketType.stream.rawValue),
            "__WASI_NET_TYPE_DGRAM": Int(ABI.SocketType.dgram.rawValue),
            "__WASI_NET_TYPE_RAW": Int(ABI.SocketType.raw.rawValue),
            "__WASI_NET_TYPE_SEQPACKET": Int(ABI.SocketType.seqpacket.rawValue),
            "__WASI_NET_USE_TCP_CONNECT": Int(NetworkUse.tcpConnect.rawValue),
            "__WASI_NET_USE_TCP_BIND": Int(NetworkUse.tcpBind.rawValue),
            "__WASI_NET_USE_UDP_SEND": Int(NetworkUse.udpSend.rawValue),
            "__WASI_NET_USE_UDP_BIND": Int(NetworkUse.udpBind.rawValue),
            "__WASI_NET_USE_UDP_JOIN": Int(NetworkUse.udpJoin.rawValue),
            "__WASI_NET_USE_ICMP_SEND": Int(NetworkUse.icmpSend.rawValue),
            "__WASI_NET_USE_ICMP_BIND": Int(NetworkUse.icmpBind.rawValue),
            "__WASI_NET_USE_RAW_SEND": Int(NetworkUse.rawSend.rawValue),
            "__WASI_NET_USE_RAW_BIND": Int(NetworkUse.rawBind.rawValue),
            "sizeof(__wasi_net_membership_t)": ABI.MembershipRecord.size,
            "offsetof(__wasi_net_membership_t, interface_address)": ABI.MembershipRecord.interfaceAddress,
            "offsetof(__wasi_net_membership_t, group)": ABI.MembershipRecord.group,
            "offsetof(__wasi_net_membership_t, source)": ABI.MembershipRecord.source,
            "sizeof(__wasi_net_ip_address_t)": Int(ABI.IPAddressRecord.size),
            "offsetof(__wasi_net_ip_address_t, port)": Int(ABI.IPAddressRecord.port),
            "offsetof(__wasi_net_ip_address_t, flow_info)": Int(ABI.IPAddressRecord.flowInfo),
            "offsetof(__wasi_net_ip_address_t, scope_id)": Int(ABI.IPAddressRecord.scopeID),
            "offsetof(__wasi_net_ip_address_t, address)": Int(ABI.IPAddressRecord.address),
            "sizeof(__wasi_net_unix_address_t)": Int(ABI.UnixAddressRecord.size),
            "offsetof(__wasi_net_unix_address_t, length)": Int(ABI.UnixAddressRecord.length),
            "offsetof(__wasi_net_unix_address_t, directory)": Int(ABI.UnixAddressRecord.directory),
            "offsetof(__wasi_net_unix_address_t, path)": Int(ABI.UnixAddressRecord.path),
            "offsetof(__wasi_net_unix_address_t, path_length)": Int(ABI.UnixAddressRecord.pathLength),
            "offsetof(__wasi_net_unix_address_t, name)": Int(ABI.UnixAddressRecord.name),
            "sizeof(__wasi_net_address_t)": Int(ABI.AddressRecord.size),
            "sizeof(__wasi_net_message_t)": Int(ABI.MessageRecord.size),
            "offsetof(__wasi_net_message_t, iovs)": Int(ABI.MessageRecord.iovs),
            "offsetof(__wasi_net_message_t, iovs_count)": Int(ABI.MessageRecord.iovsCount),
            "offsetof(__wasi_net_message_t, control)": Int(ABI.MessageRecord.control),
            "offsetof(__wasi_net_message_t, control_length)": Int(ABI.MessageRecord.controlLength),
            "offsetof(__wasi_net_message_t, result)": Int(ABI.MessageRecord.result),
            "__WASI_NET_MESSAGES_MAX": Int(ABI.maximumMessages),
            "sizeof(__wasi_net_received_t)": Int(ABI.ReceivedRecord.size),
            "offsetof(__wasi_net_received_t, flags)": Int(ABI.ReceivedRecord.flags),
            "offsetof(__wasi_net_received_t, control_length)": Int(ABI.ReceivedRecord.controlLength),
        ]
        typealias Flags = NetworkInterface.Flags
        values.merge([
            "__WASI_NET_INTERFACE_UP": Int(Flags.up.rawValue),
            "__WASI_NET_INTERFACE_BROADCAST": Int(Flags.broadcast.rawValue),
            "__WASI_NET_INTERFACE_LOOPBACK": Int(Flags.loopback.rawValue),
            "__WASI_NET_INTERFACE_POINT_TO_POINT": Int(Flags.pointToPoint.rawValue),
            "__WASI_NET_INTERFACE_RUNNING": Int(Flags.running.rawValue),
            "__WASI_NET_INTERFACE_NO_ARP": Int(Flags.noAddressResolution.rawValue),
            "__WASI_NET_INTERFACE_PROMISCUOUS": Int(Flags.promiscuous.rawValue),
            "__WASI_NET_INTERFACE_ALL_MULTICAST": Int(Flags.allMulticast.rawValue),
            "__WASI_NET_INTERFACE_MULTICAST": Int(Flags.multicast.rawValue),
            "sizeof(__wasi_net_interface_t)": Int(ABI.InterfaceRecord.size),
            "offsetof(__wasi_net_interface_t, flags)": Int(ABI.InterfaceRecord.flags),
            "offsetof(__wasi_net_interface_t, mtu)": Int(ABI.InterfaceRecord.mtu),
            "offsetof(__wasi_net_interface_t, queue_length)": Int(ABI.InterfaceRecord.queueLength),
            "offsetof(__wasi_net_interface_t, hardware_type)": Int(ABI.InterfaceRecord.hardwareType),
            "offsetof(__wasi_net_interface_t, hardware_length)": Int(ABI.InterfaceRecord.hardwareLength),
            "offsetof(__wasi_net_interface_t, name_length)": Int(ABI.InterfaceRecord.nameLength),
            "offsetof(__wasi_net_interface_t, name)": Int(ABI.InterfaceRecord.name),
            "offsetof(__wasi_net_interface_t, hardware_address)": Int(ABI.InterfaceRecord.hardwareAddress),
            "sizeof(__wasi_net_interface_address_t)": Int(ABI.InterfaceAddressRecord.size),
            "offsetof(__wasi_net_interface_address_t, prefix_length)": Int(ABI.InterfaceAddressRecord.prefixLength),
            "offsetof(__wasi_net_interface_address_t, address)": Int(ABI.InterfaceAddressRecord.address),
            "offsetof(__wasi_net_interface_address_t, peer)": Int(ABI.InterfaceAddressRecord.peer),
        ]) { $1 }
        for option in (0..<256).compactMap({ Kernel.socketOption(code: $0) }) {
            values["__WASI_SOCKET_OPTION_\(option.name)"] = Int(option.code)
        }
        return values
    }()

    @Test func theSwiftSideIsThatOfTheHeader() throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("abi/layout.txt")
        var header: [String: Int] = [:]
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
            let space = try #require(line.lastIndex(of: " "))
            header[String(line[..<space])] = Int(line[line.index(after: space)...])
        }
        // The rest is mirrored in the module WASI; the host accepts records at any alignment.
        let others = [
            "_Alignof", "__WASI_POLL", "__wasi_poll", "__WASI_FD", "__WASI_SIGNAL", "__WASI_EVENT", "__wasi_event",
            "__wasi_fd", "__wasi_signal", "__WASI_PROCESS", "__wasi_process",
            "__WASI_FILE", "__wasi_file",
        ]
        let own = header.filter { name, _ in !others.contains { name.contains($0) } }
        #expect(own == Self.swift)
    }
}
