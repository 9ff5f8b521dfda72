// SPDX-License-Identifier: Apache-2.0

import Glibc
import Testing

@_spi(Descriptions) @testable import WASI

// Preview 1's four calls on sockets, over a pair that the host made. What WASINetworking adds is tested there.

/// A listener whose connections are one end of a new pair.
private final class PairListener: OpenDescription {
    var others: [Int32] = []

    init() { super.init(hostFD: -1, fileType: .socketStream) }

    override func accept(nonblocking: Bool) throws(Errno) -> OpenDescription {
        var ends: [Int32] = [-1, -1]
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0 else { throw Errno(host: errno) }
        if nonblocking { _ = fcntl(ends[0], F_SETFL, O_NONBLOCK) }
        others.append(ends[1])
        return OpenDescription(hostFD: ends[0], fileType: .socketStream)
    }

    deinit { for fd in others { Glibc.close(fd) } }
}

extension WASITests {
    @Suite struct SocketTests {
        /// Two descriptors of the guest that are connected to each other.
        private func pair(_ guest: Guest, datagrams: Bool = false) throws -> (UInt64, UInt64) {
            var ends: [Int32] = [-1, -1]
            let type = datagrams ? SOCK_DGRAM : SOCK_STREAM
            try #require(socketpair(AF_UNIX, Int32(type.rawValue), 0, &ends) == 0)
            let kind: FileType = datagrams ? .socketDgram : .socketStream
            let fds = try ends.map { end in
                UInt64(try guest.system.descriptors.insert(Descriptor(OpenDescription(hostFD: end, fileType: kind))))
            }
            return (fds[0], fds[1])
        }

        private func receive(_ guest: Guest, _ fd: UInt64, _ count: Int, flags: UInt64 = 0) -> (Errno, String, UInt16) {
            let (vector, bytes) = guest.vector(count)
            let error = guest.call("sock_recv", fd, vector, 1, flags, 512, 516)
            guard error == .success else { return (error, "", 0) }
            return (error, guest.text(bytes, Int(guest.load(UInt32.self, 512))), guest.load(UInt16.self, 516))
        }

        private func send(_ guest: Guest, _ fd: UInt64, _ text: String, flags: UInt64 = 0) -> Errno {
            guest.call("sock_send", fd, guest.vector(of: text), 1, flags, 512)
        }

        @Test func streams() throws {
            let guest = try Guest()
            let (first, second) = try pair(guest)
            #expect(send(guest, first, "hello") == .success && guest.load(UInt32.self, 512) == 5)
            #expect(receive(guest, second, 2, flags: 1) == (.success, "he", 0))
            #expect(receive(guest, second, 5, flags: 2) == (.success, "hello", 0))
            #expect(guest.write(Int64(second), "read") == (4, .success))
            #expect(guest.read(Int64(first)) == ("read", .success))
            #expect(receive(guest, second, 1, flags: 4).0 == .inval)
            #expect(send(guest, first, "x", flags: 1) == .inval)
            #expect(guest.call("sock_shutdown", first, 0) == .inval)
            #expect(guest.call("sock_shutdown", first, 4) == .inval)
            #expect(guest.call("sock_shutdown", first, 2) == .success)
            #expect(receive(guest, second, 1) == (.success, "", 0))
            #expect(send(guest, first, "x") == .pipe)
            #expect(guest.call("fd_fdstat_get", first, 512) == .success)
            #expect(guest.load(UInt8.self, 512) == FileType.socketStream.rawValue)
            #expect(guest.call("fd_seek", first, 0, 0, 512) == .spipe)
        }

        @Test func datagramsSayWhenTheyAreCut() throws {
            let guest = try Guest()
            let (first, second) = try pair(guest, datagrams: true)
            #expect(send(guest, first, "datagram") == .success)
            #expect(receive(guest, second, 4) == (.success, "data", 1))
            #expect(send(guest, first, "") == .success)
            #expect(receive(guest, second, 4) == (.success, "", 0))
            #expect(guest.call("fd_filestat_get", first, 512) == .success)
            #expect(guest.load(UInt8.self, 512 + 16) == FileType.socketDgram.rawValue)
        }

        @Test func acceptGivesTheLowestNumberAndItsOwnFlags() throws {
            let guest = try Guest(descriptorLimit: 6)
            let listener = PairListener()
            let fd = UInt64(try guest.system.descriptors.insert(Descriptor(listener), from: 4))
            #expect(guest.call("sock_accept", fd, 4, 512) == .success && guest.load(UInt32.self, 512) == 0)
            #expect(receive(guest, 0, 1).0 == .again)
            #expect(guest.call("sock_accept", fd, 1, 512) == .inval)
            #expect(guest.call("sock_accept", 0, 0, 512) == .notsock)
            #expect(guest.call("sock_accept", 3, 0, 512) == .notsock)
            #expect(guest.call("sock_accept", 77, 0, 512) == .badf)
            for _ in 0..<3 { #expect(guest.call("sock_accept", fd, 0, 512) == .success) }
            // Full: the connection stays in the queue.
            let before = listener.others.count
            #expect(guest.call("sock_accept", fd, 0, 512) == .mfile)
            #expect(listener.others.count == before)
        }

        @Test func rightsOfSockets() throws {
            let guest = try Guest()
            let (first, _) = try pair(guest)
            #expect(guest.call("fd_fdstat_set_rights", first, Rights.fdRead.rawValue, 0) == .success)
            #expect(send(guest, first, "x") == .notcapable)
            #expect(guest.call("sock_shutdown", first, 3) == .notcapable)
            #expect(guest.call("sock_accept", first, 0, 512) == .notcapable)
        }
    }
}
