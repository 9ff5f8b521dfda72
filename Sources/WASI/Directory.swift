// SPDX-License-Identifier: Apache-2.0

// An open directory: what paths start from.

/// A directory of the host, given to the guest or opened by it beneath such a one.
package final class Directory: OpenDescription {
    /// The name under which the guest was given it; nil for one that it opened itself.
    let preopenName: String?
    /// Nothing beneath it may be changed: what would is EROFS, as on a file system mounted so.
    let isReadOnly: Bool
    /// The only names that it shows, all of devices that can be read and written; nil shows everything.
    let devices: Set<String>?

    /// Devices that hold nothing of the host's.
    static let harmlessDevices: Set<String> = ["null", "zero", "full", "random", "urandom"]

    /// Takes over `hostFD`.
    init(hostFD: Int32, preopenName: String? = nil, isReadOnly: Bool, devices: Set<String>? = nil) {
        self.preopenName = preopenName
        self.isReadOnly = isReadOnly || devices != nil
        self.devices = devices
        super.init(hostFD: hostFD, fileType: .directory)
    }

    /// Another descriptor of the same directory, with what may be done in it.
    override package func copy(hostFD: Int32) -> OpenDescription { Directory(hostFD: hostFD, beneath: self) }

    override var restriction: Int { devices != nil ? 2 : isReadOnly ? 1 : 0 }

    /// Takes over `hostFD`, opened beneath `parent`.
    init(hostFD: Int32, beneath parent: Directory) {
        preopenName = nil
        isReadOnly = parent.isReadOnly
        devices = parent.devices
        super.init(hostFD: hostFD, fileType: .directory)
    }

    func requireWritable() throws(Errno) {
        guard !isReadOnly else { throw .rofs }
    }

    /// ENOENT: a path that this directory does not show.
    func requireVisible(_ path: String) throws(Errno) {
        guard devices == nil || path == "." || isDevice(path) else { throw .noent }
    }

    func isDevice(_ path: String) -> Bool { devices?.contains(path) ?? false }
}

/// A file opened beneath a directory. Knows what that one's being read-only forbids even to a reader: to set its times.
final class File: OpenDescription {
    let isReadOnly: Bool
    private let arrived: Bool

    /// Takes over `hostFD`. `arrived`: through a socket, from wherever.
    init(hostFD: Int32, fileType: FileType, rights: Rights, isReadOnly: Bool, arrived: Bool = false) {
        self.isReadOnly = isReadOnly
        self.arrived = arrived
        super.init(hostFD: hostFD, fileType: fileType, rights: rights)
    }

    override func copy(hostFD: Int32) -> OpenDescription {
        File(hostFD: hostFD, fileType: fileType, rights: rights, isReadOnly: isReadOnly, arrived: arrived)
    }

    override package var isOfUnknownOrigin: Bool { arrived }

    override var restriction: Int { isReadOnly ? 1 : 0 }
}

/// A standard descriptor of the host's. Its number stays taken when the guest closes it, so that nothing the host opens
/// later gets it; but who reads from the other end sees the end. The host's own messages go to 2, which stays.
final class StandardStream: OpenDescription {
    init(hostFD: Int32, fileType: FileType, rights: Rights) {
        super.init(hostFD: hostFD, fileType: fileType, rights: rights, ownsHostFD: false)
    }

    override func close() throws(Errno) {
        if hostFD == 0 || hostFD == 1 { try Kernel.replaceByNull(hostFD) }
        try super.close()
    }
}
