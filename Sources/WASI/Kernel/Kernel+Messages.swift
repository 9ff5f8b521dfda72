// SPDX-License-Identifier: Apache-2.0

import CKernel
import Glibc

// The calls on sockets that preview 1 has; those of the socket imports are WASINetworking's.

extension Kernel {
    static func receive(
        _ fd: Int32, _ vectors: UnsafeMutablePointer<iovec>, _ count: Int32, peeking: Bool, waitingForAll: Bool
    ) throws(Errno) -> (count: Int, wasCut: Bool) {
        var message = msghdr()
        message.msg_iov = vectors
        message.msg_iovlen = Int(count)
        let flags = (peeking ? Int32(MSG_PEEK) : 0) | (waitingForAll ? Int32(MSG_WAITALL) : 0)
        let received = try waiting { ck_recvmsg(fd, &message, flags) }
        return (received, message.msg_flags & Int32(MSG_TRUNC) != 0)
    }

    static func send(_ fd: Int32, _ vectors: UnsafeMutablePointer<iovec>, _ count: Int32) throws(Errno) -> Int {
        var message = msghdr()
        message.msg_iov = vectors
        message.msg_iovlen = Int(count)
        return try waiting { ck_sendmsg(fd, &message, Int32(MSG_NOSIGNAL)) }
    }

    package static func shutdown(_ fd: Int32, receiving: Bool, sending: Bool) throws(Errno) {
        let how = receiving ? (sending ? SHUT_RDWR : SHUT_RD) : SHUT_WR
        try valueOrErrno { Glibc.shutdown(fd, Int32(how)) }
    }
}
