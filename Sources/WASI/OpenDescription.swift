// SPDX-License-Identifier: Apache-2.0

// What descriptors refer to. POSIX calls it an open file description; here it is also a socket or a handle. It is for this
// package alone, but WASINetworking has subclasses of it, which a `package` class cannot have in another module: hence
// the SPI, and that of what its members are made of.

/// Preview 1's `filetype`.
@_spi(Descriptions) public enum FileType: UInt8, Sendable {
    /// A pipe, and whatever else preview 1 has no word for.
    case unknown = 0
    case blockDevice = 1
    case characterDevice = 2
    case directory = 3
    case regularFile = 4
    case socketDgram = 5
    case socketStream = 6
    case symbolicLink = 7
}

/// What one or more descriptors refer to: copies of a descriptor (`dup`) share it, and with it the offset and the flags
/// that the system keeps in the host's descriptor.
///
/// Subclasses add what a kind has of its own: directories here, sockets and networks in WASINetworking.
@_spi(Descriptions) open class OpenDescription {
    /// The host's descriptor; -1 for what has none (handles). Owned: closed when the last copy is.
    public let hostFD: Int32
    /// As fd_fdstat_get tells.
    public let fileType: FileType
    /// Whether closing it closes the host's descriptor.
    private let ownsHostFD: Bool
    private var isClosed = false
    /// How many descriptors refer to it: the table's to count.
    final var descriptorCount = 0
    /// Who gets its signals, as the program calls itself; 0: nobody.
    final var signalOwner: Int32 = 0
    /// What it is to those who receive it, once that was asked.
    final var passedIdentity: PassedIdentity?
    /// In which poll sets it is.
    final var memberships: [PollMembership] = []
    /// Whether what is read from it is not what the host's descriptor has: see SignalDescription.
    var transfersItself: Bool { false }
    /// Whether the host's descriptor says POLLRDNORM when what this is does.
    var isReadyAsNormal: Bool { true }

    /// What can be done at all with what this is, in the way it was opened: a descriptor's rights are no more than it.
    public let rights: Rights

    /// Takes over `hostFD` (unless `ownsHostFD` is false). `rights` default to what the type can do.
    public init(hostFD: Int32, fileType: FileType, rights: Rights? = nil, ownsHostFD: Bool = true) {
        self.hostFD = hostFD
        self.fileType = fileType
        self.rights = rights ?? Rights(of: fileType)
        self.ownsHostFD = ownsHostFD
    }

    /// The host's descriptor, as long as it is open.
    final var openHostFD: Int32? { isClosed || hostFD < 0 ? nil : hostFD }

    /// Accepts a connection, for preview 1's sock_accept. ENOTSOCK unless a subclass can.
    open func accept(nonblocking: Bool) throws(Errno) -> OpenDescription { throw .notsock }

    /// The same again over another descriptor of the host's, which it takes over: what a socket has passed on. A
    /// subclass that has something of its own overrides it.
    open func copy(hostFD: Int32) -> OpenDescription {
        OpenDescription(hostFD: hostFD, fileType: fileType, rights: rights)
    }

    /// Whether it came through a socket and nobody remembers that the program sent it: perhaps it did.
    package var isOfUnknownOrigin: Bool { false }

    /// Whether a socket can pass it on: not what has a part outside of the host's descriptor.
    package var canBePassed: Bool { true }

    /// How much less than its rights say may be done: the greater, the less.
    var restriction: Int { 0 }

    /// Called by the table when the last descriptor goes. A subclass that overrides it calls super.
    open func close() throws(Errno) {
        guard !isClosed else { return }
        isClosed = true
        if ownsHostFD, hostFD >= 0 { try Kernel.close(hostFD) }
    }

    deinit {
        // Reached without close() when the instance ends with descriptors open.
        if !isClosed, ownsHostFD, hostFD >= 0 { try? Kernel.close(hostFD) }
    }
}
