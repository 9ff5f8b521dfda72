// SPDX-License-Identifier: Apache-2.0

// The numbers and layouts of include/wasi/networking.h, section by section. A test compares the two.

/// The namespace of what the header defines.
enum NetworkABI {
    /// `__WASI_NET_FAMILY_*`
    enum Family: UInt16 {
        case unspecified = 0
        case inet = 1
        case inet6 = 2
        case unix = 3

        /// `__WASI_NET_FAMILY_CONFIGURED`, a bit beside the family of a lookup.
        static let configured: UInt32 = 0x100
    }

    /// `__wasi_net_ip_address_t`
    enum IPAddressRecord {
        static let size: UInt64 = 28
        static let family: UInt32 = 0
        static let port: UInt32 = 2
        static let flowInfo: UInt32 = 4
        static let scopeID: UInt32 = 8
        static let address: UInt32 = 12
    }

    /// `__wasi_net_interface_t`
    enum InterfaceRecord {
        static let size: UInt64 = 44
        static let index: UInt32 = 0
        static let flags: UInt32 = 4
        static let mtu: UInt32 = 8
        static let queueLength: UInt32 = 12
        static let hardwareType: UInt32 = 16
        static let hardwareLength: UInt32 = 18
        static let nameLength: UInt32 = 19
        static let name: UInt32 = 20
        static let nameCapacity = 16
        static let hardwareAddress: UInt32 = 36
        static let hardwareAddressCapacity = 8
    }

    /// `__wasi_net_interface_address_t`
    enum InterfaceAddressRecord {
        static let size: UInt64 = 64
        static let index: UInt32 = 0
        static let prefixLength: UInt32 = 4
        static let address: UInt32 = 8
        static let peer: UInt32 = 36
    }

    /// `__wasi_net_unix_address_t`
    enum UnixAddressRecord {
        static let size: UInt64 = 124
        static let family: UInt32 = 0
        static let length: UInt32 = 2
        static let directory: UInt32 = 4
        static let path: UInt32 = 8
        static let pathLength: UInt32 = 12
        static let name: UInt32 = 16
        static let nameCapacity = 108
    }

    /// `__wasi_net_address_t`: the union of the two.
    enum AddressRecord {
        static let size: UInt64 = 124
        static let familySize: UInt64 = 2
    }

    /// `__WASI_NET_CREATE_*`
    struct CreateFlags: OptionSet {
        let rawValue: UInt32
        static let nonblock = CreateFlags(rawValue: 1 << 0)
        static let cloexec = CreateFlags(rawValue: 1 << 1)
        static let all: CreateFlags = [.nonblock, .cloexec]
    }

    /// `__WASI_NET_MSG_*`
    struct MessageFlags: OptionSet {
        let rawValue: UInt32
        static let peek = MessageFlags(rawValue: 1 << 0)
        static let waitall = MessageFlags(rawValue: 1 << 1)
        static let dontwait = MessageFlags(rawValue: 1 << 2)
        static let trunc = MessageFlags(rawValue: 1 << 3)
        static let ctrunc = MessageFlags(rawValue: 1 << 4)
        static let oob = MessageFlags(rawValue: 1 << 5)
        static let eor = MessageFlags(rawValue: 1 << 6)
        static let more = MessageFlags(rawValue: 1 << 7)
        static let dontroute = MessageFlags(rawValue: 1 << 8)
        static let confirm = MessageFlags(rawValue: 1 << 9)
        static let errqueue = MessageFlags(rawValue: 1 << 10)
        static let cmsgCloexec = MessageFlags(rawValue: 1 << 11)
        static let fastopen = MessageFlags(rawValue: 1 << 12)
        static let probe = MessageFlags(rawValue: 1 << 13)
        static let waitforone = MessageFlags(rawValue: 1 << 14)
        static let sizeOnly = MessageFlags(rawValue: 1 << 30)

        /// What `send` takes.
        static let sendable: MessageFlags = [
            .dontwait, .oob, .eor, .more, .dontroute, .confirm, .fastopen, .probe,
        ]
        /// What `receive` takes.
        static let receivable: MessageFlags = [
            .peek, .waitall, .dontwait, .trunc, .oob, .errqueue, .cmsgCloexec, .sizeOnly,
        ]
    }

    /// `__wasi_net_received_t`
    enum ReceivedRecord {
        static let size: UInt64 = 12
        static let byteCount: UInt32 = 0
        static let flags: UInt32 = 4
        static let controlLength: UInt32 = 8
    }

    /// `__wasi_net_message_t`
    enum MessageRecord {
        static let size: UInt64 = 32
        static let address: UInt32 = 0
        static let iovs: UInt32 = 4
        static let iovsCount: UInt32 = 8
        static let control: UInt32 = 12
        static let controlLength: UInt32 = 16
        static let result: UInt32 = 20
    }

    /// `__WASI_NET_MESSAGES_MAX`
    static let maximumMessages: UInt32 = 1024

    /// `__wasi_net_control_t`
    enum ControlRecord {
        static let size: UInt32 = 12
        static let kind: UInt32 = 4
        static let reserved: UInt32 = 8
    }

    /// `__WASI_NET_CONTROL_*`
    enum ControlKind: UInt32, CaseIterable {
        case rights = 1
        case credentials = 2
        case ipPacketInfo = 3
        case ipv6PacketInfo = 4
        case ipTTL = 5
        case ipTOS = 6
        case ipv6HopLimit = 7
        case ipv6TrafficClass = 8
        case timestamp = 9
        case timestampNanoseconds = 10
        case ipError = 11
        case ipv6Error = 12
        case udpSegment = 13
        case udpGRO = 14
        case dropped = 15
        case timestamping = 16
        case ipOriginalAddress = 17
        case ipv6OriginalAddress = 18
        case ipv6FlowInfo = 19
        case ipOptions = 20
        case ipReturnOptions = 21
    }

    /// `__wasi_net_membership_t`
    enum MembershipRecord {
        static let size = 64
        static let interfaceAddress = 4
        static let group = 8
        static let source = 36
    }

    /// `__wasi_net_credentials_t`
    enum CredentialsRecord { static let size: UInt32 = 12 }

    /// `__WASI_NET_OWN_ID`
    static let ownID: UInt32 = 0x7fff_fffe

    /// How many descriptors one message takes.
    static let maximumRights = 253

    /// `__WASI_NET_TYPE_*`
    enum SocketType: Int32 {
        case stream = 1
        case dgram = 2
        case raw = 3
        case seqpacket = 5
    }

    /// The bits of preview 1's `sdflags`.
    struct ShutdownFlags: OptionSet {
        let rawValue: UInt32
        static let receiving = ShutdownFlags(rawValue: 1 << 0)
        static let sending = ShutdownFlags(rawValue: 1 << 1)
        static let both: ShutdownFlags = [.receiving, .sending]
    }

    /// The longest name that may be looked up.
    static let maximumNameLength: UInt32 = 255
}
