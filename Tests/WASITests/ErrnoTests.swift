// SPDX-License-Identifier: Apache-2.0

import Glibc
import Testing

@testable import WASI

// Host errors and guest errors.

extension WASITests {
    @Suite struct ErrnoTests {
        @Test func everyGuestErrorHasAHostError() {
            let reached = Set(Errno.hostPairs.map(\.1))
            for number in UInt16(1)...75 {
                #expect(reached.contains(Errno(rawValue: number)), "\(Errno(rawValue: number))")
            }
        }

        @Test func commonErrorsByName() {
            let expected: [(Int32, Errno)] = [
                (EAGAIN, .again), (EWOULDBLOCK, .again), (EOPNOTSUPP, .notsup), (ENOTSUP, .notsup), (ENOENT, .noent),
                (ECONNREFUSED, .connrefused), (EINPROGRESS, .inprogress), (EPIPE, .pipe), (EINTR, .intr),
                (ETIMEDOUT, .timedout), (ENOTSOCK, .notsock), (EMSGSIZE, .msgsize), (EXDEV, .xdev),
            ]
            for (host, guest) in expected { #expect(Errno(host: host) == guest) }
            #expect(Set(Errno.hostPairs.map(\.0)).count == Errno.hostPairs.count)
        }

        @Test(arguments: [-1, 0, 41, 133, 134, 100_000, .min, .max] as [Int32])
        func unknownHostErrorsAreEIO(_ number: Int32) {
            #expect(Errno(host: number) == .io)
        }

        @Test func namesFollowTheNumbers() {
            #expect(Errno.names.count == 77)
            #expect(Errno.notcapable.description == "ENOTCAPABLE")
            #expect(Errno.connrefused.description == "ECONNREFUSED")
            #expect(Errno(rawValue: 999).description == "errno 999")
        }
    }
}
