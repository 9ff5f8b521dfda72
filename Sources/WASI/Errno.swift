// SPDX-License-Identifier: Apache-2.0

// The errors of WASI preview 1: what every import returns.

/// A preview 1 `errno`: the result of an import, and the one error that this module and those above it throw.
///
///     guard length <= 255 else { throw Errno.inval }
///
/// A number in a struct rather than an enum: one that a guest or a newer host made up survives.
public struct Errno: Error, RawRepresentable, Hashable, Sendable {
    /// The number in the ABI.
    public var rawValue: UInt16

    /// The error with this number.
    @inlinable
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    @inlinable
    init(_ rawValue: UInt16) { self.rawValue = rawValue }
}

extension Errno {
    /// An error of preview 1 ("errno" in wasi_snapshot_preview1.witx), named as there: as in POSIX, without the E.
    public static let
        success = Errno(0), toobig = Errno(1), acces = Errno(2), addrinuse = Errno(3), addrnotavail = Errno(4),
        afnosupport = Errno(5), again = Errno(6), already = Errno(7), badf = Errno(8), badmsg = Errno(9),
        busy = Errno(10), canceled = Errno(11), child = Errno(12), connaborted = Errno(13),
        connrefused = Errno(14), connreset = Errno(15), deadlk = Errno(16), destaddrreq = Errno(17),
        dom = Errno(18), dquot = Errno(19), exist = Errno(20), fault = Errno(21), fbig = Errno(22),
        hostunreach = Errno(23), idrm = Errno(24), ilseq = Errno(25), inprogress = Errno(26), intr = Errno(27),
        inval = Errno(28), io = Errno(29), isconn = Errno(30), isdir = Errno(31), loop = Errno(32),
        mfile = Errno(33), mlink = Errno(34), msgsize = Errno(35), multihop = Errno(36),
        nametoolong = Errno(37), netdown = Errno(38), netreset = Errno(39), netunreach = Errno(40),
        nfile = Errno(41), nobufs = Errno(42), nodev = Errno(43), noent = Errno(44), noexec = Errno(45),
        nolck = Errno(46), nolink = Errno(47), nomem = Errno(48), nomsg = Errno(49), noprotoopt = Errno(50),
        nospc = Errno(51), nosys = Errno(52), notconn = Errno(53), notdir = Errno(54), notempty = Errno(55),
        notrecoverable = Errno(56), notsock = Errno(57), notsup = Errno(58), notty = Errno(59),
        nxio = Errno(60), overflow = Errno(61), ownerdead = Errno(62), perm = Errno(63), pipe = Errno(64),
        proto = Errno(65), protonosupport = Errno(66), prototype = Errno(67), range = Errno(68),
        rofs = Errno(69), spipe = Errno(70), srch = Errno(71), stale = Errno(72), timedout = Errno(73),
        txtbsy = Errno(74), xdev = Errno(75), notcapable = Errno(76)

    /// The names, by number: for traces and messages.
    static let names: [String] = [
        "0", "E2BIG", "EACCES", "EADDRINUSE", "EADDRNOTAVAIL", "EAFNOSUPPORT", "EAGAIN", "EALREADY", "EBADF", "EBADMSG",
        "EBUSY", "ECANCELED", "ECHILD", "ECONNABORTED", "ECONNREFUSED", "ECONNRESET", "EDEADLK", "EDESTADDRREQ", "EDOM",
        "EDQUOT", "EEXIST", "EFAULT", "EFBIG", "EHOSTUNREACH", "EIDRM", "EILSEQ", "EINPROGRESS", "EINTR", "EINVAL",
        "EIO", "EISCONN", "EISDIR", "ELOOP", "EMFILE", "EMLINK", "EMSGSIZE", "EMULTIHOP", "ENAMETOOLONG", "ENETDOWN",
        "ENETRESET", "ENETUNREACH", "ENFILE", "ENOBUFS", "ENODEV", "ENOENT", "ENOEXEC", "ENOLCK", "ENOLINK", "ENOMEM",
        "ENOMSG", "ENOPROTOOPT", "ENOSPC", "ENOSYS", "ENOTCONN", "ENOTDIR", "ENOTEMPTY", "ENOTRECOVERABLE", "ENOTSOCK",
        "ENOTSUP", "ENOTTY", "ENXIO", "EOVERFLOW", "EOWNERDEAD", "EPERM", "EPIPE", "EPROTO", "EPROTONOSUPPORT",
        "EPROTOTYPE", "ERANGE", "EROFS", "ESPIPE", "ESRCH", "ESTALE", "ETIMEDOUT", "ETXTBSY", "EXDEV", "ENOTCAPABLE",
    ]
}

extension Errno: CustomStringConvertible {
    /// POSIX's name of the error, such as `ECONNREFUSED`.
    public var description: String {
        let index = Int(rawValue)
        return Self.names.indices.contains(index) ? Self.names[index] : "errno \(rawValue)"
    }
}
