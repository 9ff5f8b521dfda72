// SPDX-License-Identifier: Apache-2.0

// Preview 1's rights: what may be done through a descriptor.

/// A set of preview 1 `rights`.
@_spi(Descriptions) public struct Rights: OptionSet, Hashable, Sendable {
    /// The bits of the ABI.
    public var rawValue: UInt64

    /// The rights with these bits.
    public init(rawValue: UInt64) { self.rawValue = rawValue }
}

// Named and numbered as in wasi_snapshot_preview1.witx ("rights").
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension Rights {
    public static let fdDatasync = Rights(rawValue: 1 << 0)
    public static let fdRead = Rights(rawValue: 1 << 1)
    public static let fdSeek = Rights(rawValue: 1 << 2)
    public static let fdFdstatSetFlags = Rights(rawValue: 1 << 3)
    public static let fdSync = Rights(rawValue: 1 << 4)
    public static let fdTell = Rights(rawValue: 1 << 5)
    public static let fdWrite = Rights(rawValue: 1 << 6)
    public static let fdAdvise = Rights(rawValue: 1 << 7)
    public static let fdAllocate = Rights(rawValue: 1 << 8)
    public static let pathCreateDirectory = Rights(rawValue: 1 << 9)
    public static let pathCreateFile = Rights(rawValue: 1 << 10)
    public static let pathLinkSource = Rights(rawValue: 1 << 11)
    public static let pathLinkTarget = Rights(rawValue: 1 << 12)
    public static let pathOpen = Rights(rawValue: 1 << 13)
    public static let fdReaddir = Rights(rawValue: 1 << 14)
    public static let pathReadlink = Rights(rawValue: 1 << 15)
    public static let pathRenameSource = Rights(rawValue: 1 << 16)
    public static let pathRenameTarget = Rights(rawValue: 1 << 17)
    public static let pathFilestatGet = Rights(rawValue: 1 << 18)
    public static let pathFilestatSetSize = Rights(rawValue: 1 << 19)
    public static let pathFilestatSetTimes = Rights(rawValue: 1 << 20)
    public static let fdFilestatGet = Rights(rawValue: 1 << 21)
    public static let fdFilestatSetSize = Rights(rawValue: 1 << 22)
    public static let fdFilestatSetTimes = Rights(rawValue: 1 << 23)
    public static let pathSymlink = Rights(rawValue: 1 << 24)
    public static let pathRemoveDirectory = Rights(rawValue: 1 << 25)
    public static let pathUnlinkFile = Rights(rawValue: 1 << 26)
    public static let pollFdReadwrite = Rights(rawValue: 1 << 27)
    public static let sockShutdown = Rights(rawValue: 1 << 28)
    public static let sockAccept = Rights(rawValue: 1 << 29)

    /// Everything that preview 1 defines.
    public static let all = Rights(rawValue: (1 << 30) - 1)
    /// What makes sense of a regular file.
    public static let regularFile: Rights = [
        .fdDatasync, .fdRead, .fdSeek, .fdFdstatSetFlags, .fdSync, .fdTell, .fdWrite, .fdAdvise, .fdAllocate,
        .fdFilestatGet, .fdFilestatSetSize, .fdFilestatSetTimes, .pollFdReadwrite,
    ]
    /// What a file opened only for reading cannot do.
    static let needWriting: Rights = [.fdWrite, .fdAllocate, .fdFilestatSetSize]
    /// What makes sense of a terminal: no seeking. wasi-libc's isatty() goes by that.
    public static let terminal: Rights = [.fdRead, .fdFdstatSetFlags, .fdWrite, .fdFilestatGet, .pollFdReadwrite]
    /// What makes sense of a pipe.
    public static let pipe: Rights = terminal
    /// What makes sense of a socket.
    public static let socket: Rights = [
        .fdRead, .fdFdstatSetFlags, .fdWrite, .fdFilestatGet, .pollFdReadwrite, .sockShutdown, .sockAccept,
    ]
    /// What makes sense of a directory itself.
    public static let directory: Rights = [
        .fdFdstatSetFlags, .fdSync, .fdDatasync, .fdAdvise, .pathCreateDirectory, .pathCreateFile, .pathLinkSource,
        .pathLinkTarget, .pathOpen, .fdReaddir, .pathReadlink, .pathRenameSource, .pathRenameTarget, .pathFilestatGet,
        .pathFilestatSetSize, .pathFilestatSetTimes, .fdFilestatGet, .fdFilestatSetTimes, .pathSymlink,
        .pathRemoveDirectory, .pathUnlinkFile, .pollFdReadwrite,
    ]
}

extension Rights {
    /// What makes sense of a type of file.
    init(of type: FileType) {
        switch type {
        case .regularFile, .blockDevice: self = .regularFile
        case .characterDevice: self = .terminal
        case .directory: self = .directory
        case .socketDgram, .socketStream: self = .socket
        case .unknown, .symbolicLink: self = .pipe
        }
    }
}
