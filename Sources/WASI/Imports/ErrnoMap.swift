// SPDX-License-Identifier: Apache-2.0

import CKernel

// The host's errno numbers as preview 1's: the one place that knows both.

extension Errno {
    /// The guest's error for a host's errno. What preview 1 has no name for is EIO.
    @usableFromInline
    package init(host: Int32) {
        let index = Int(host)
        self = Self.byHostNumber.indices.contains(index) ? Self.byHostNumber[index] : .io
    }

    /// The pairs. EWOULDBLOCK and EOPNOTSUPP are other names of EAGAIN and ENOTSUP on Linux.
    static let hostPairs: [(Int32, Errno)] = [
        (E2BIG, .toobig), (EACCES, .acces), (EADDRINUSE, .addrinuse), (EADDRNOTAVAIL, .addrnotavail),
        (EAFNOSUPPORT, .afnosupport), (EAGAIN, .again), (EALREADY, .already), (EBADF, .badf), (EBADMSG, .badmsg),
        (EBUSY, .busy), (ECANCELED, .canceled), (ECHILD, .child), (ECONNABORTED, .connaborted),
        (ECONNREFUSED, .connrefused), (ECONNRESET, .connreset), (EDEADLK, .deadlk), (EDESTADDRREQ, .destaddrreq),
        (EDOM, .dom), (EDQUOT, .dquot), (EEXIST, .exist), (EFAULT, .fault), (EFBIG, .fbig),
        (EHOSTUNREACH, .hostunreach), (EIDRM, .idrm), (EILSEQ, .ilseq), (EINPROGRESS, .inprogress), (EINTR, .intr),
        (EINVAL, .inval), (EIO, .io), (EISCONN, .isconn), (EISDIR, .isdir), (ELOOP, .loop), (EMFILE, .mfile),
        (EMLINK, .mlink), (EMSGSIZE, .msgsize), (EMULTIHOP, .multihop), (ENAMETOOLONG, .nametoolong),
        (ENETDOWN, .netdown), (ENETRESET, .netreset), (ENETUNREACH, .netunreach), (ENFILE, .nfile),
        (ENOBUFS, .nobufs), (ENODEV, .nodev), (ENOENT, .noent), (ENOEXEC, .noexec), (ENOLCK, .nolck),
        (ENOLINK, .nolink), (ENOMEM, .nomem), (ENOMSG, .nomsg), (ENOPROTOOPT, .noprotoopt), (ENOSPC, .nospc),
        (ENOSYS, .nosys), (ENOTCONN, .notconn), (ENOTDIR, .notdir), (ENOTEMPTY, .notempty),
        (ENOTRECOVERABLE, .notrecoverable), (ENOTSOCK, .notsock), (ENOTSUP, .notsup), (ENOTTY, .notty),
        (ENXIO, .nxio), (EOVERFLOW, .overflow), (EOWNERDEAD, .ownerdead), (EPERM, .perm), (EPIPE, .pipe),
        (EPROTO, .proto), (EPROTONOSUPPORT, .protonosupport), (EPROTOTYPE, .prototype), (ERANGE, .range),
        (EROFS, .rofs), (ESPIPE, .spipe), (ESRCH, .srch), (ESTALE, .stale), (ETIMEDOUT, .timedout),
        (ETXTBSY, .txtbsy), (EXDEV, .xdev),
        // Errors that Linux has and preview 1 has not, as their nearest relatives.
        (EHOSTDOWN, .hostunreach), (EPFNOSUPPORT, .afnosupport), (ESOCKTNOSUPPORT, .protonosupport),
        (ESHUTDOWN, .pipe), (ETIME, .timedout), (ENONET, .netdown), (EMEDIUMTYPE, .io), (ENOTUNIQ, .addrinuse),
    ]

    private static let byHostNumber: [Errno] = {
        var table = [Errno](repeating: .io, count: 134)
        for (host, guest) in hostPairs where table.indices.contains(Int(host)) { table[Int(host)] = guest }
        return table
    }()
}
