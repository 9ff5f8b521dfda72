// SPDX-License-Identifier: Apache-2.0

import Glibc
import Testing

@_spi(Descriptions) @testable import WASI

// Waiting: wasi_poll.poll and poll_oneoff.

/// A pipe's two ends as the guest's descriptors.
private func makePipe(_ guest: Guest) -> (reading: UInt64, writing: UInt64) {
    guest.call("wasi_fd.pipe", 0, 512, 516)
    return (UInt64(guest.load(UInt32.self, 512)), UInt64(guest.load(UInt32.self, 516)))
}

extension WASITests {
    @Suite struct PollTests {
        /// Polls records of (fd, events): what was returned for each.
        private func poll(
            _ guest: Guest, _ records: [(Int32, UInt16)], timeout: Int64 = 0
        ) -> (error: Errno, ready: UInt32, returned: [UInt16]) {
            let address = guest.allocate(max(records.count, 1) * 8)
            for (index, record) in records.enumerated() {
                guest.store(record.0, address + UInt64(index) * 8)
                guest.store(record.1, address + UInt64(index) * 8 + 4)
                guest.store(UInt16(0xffff), address + UInt64(index) * 8 + 6)
            }
            let error = guest.call(
                "wasi_poll.poll", address, UInt64(records.count), UInt64(bitPattern: timeout), 0, 600)
            let returned = records.indices.map { guest.load(UInt16.self, address + UInt64($0) * 8 + 6) }
            return (error, guest.load(UInt32.self, 600), returned)
        }

        @Test func readiness() throws {
            let guest = try Guest()
            let pipe = makePipe(guest)
            guest.makeFile("file", "x")
            let file = Int32(guest.open("file", rights: .regularFile).fd)
            let (reading, writing) = (Int32(pipe.reading), Int32(pipe.writing))
            #expect(poll(guest, [(reading, 1), (writing, 4)]).returned == [0, 4])
            #expect(poll(guest, [(reading, 1), (writing, 1)]).ready == 0)
            _ = guest.write(Int64(writing), "x")
            #expect(poll(guest, [(reading, 5), (writing, 5), (file, 5)], timeout: -1).returned == [1, 4, 5])
            guest.call("fd_close", pipe.writing)
            #expect(poll(guest, [(reading, 1)]).returned == [0x11])
            _ = guest.read(Int64(reading))
            #expect(poll(guest, [(reading, 1)]).returned == [0x10])
            #expect(poll(guest, [(reading, 0)]).returned == [0x10])
        }

        @Test func badDescriptorsAreNVALAndDoNotWait() throws {
            let guest = try Guest()
            let pipe = makePipe(guest)
            let result = poll(
                guest, [(Int32(pipe.reading), 1), (50, 1), (-1, 1), (1 << 30, 1), (Int32.max, 0)], timeout: -1)
            #expect(result.error == .success && result.ready == 3)
            #expect(result.returned == [0, 0x20, 0, 0x20, 0x20])
        }

        @Test func moreRecordsThanDescriptorsIsEINVAL() throws {
            let guest = try Guest(descriptorLimit: 300)
            let pipe = makePipe(guest)
            let many = [(Int32, UInt16)](repeating: (Int32(pipe.writing), 4), count: 300)
            #expect(poll(guest, many).ready == 300)
            #expect(poll(guest, many + [(0, 0)]).error == .inval)
            #expect(poll(guest, []).error == .success)
        }

        @Test(arguments: [1, 999, 1_000_001, 3_000_000])
        func timeoutsAreNeverShort(_ nanoseconds: Int64) throws {
            let guest = try Guest()
            let pipe = makePipe(guest)
            let before = try Kernel.time(of: try Kernel.clock(1))
            #expect(poll(guest, [(Int32(pipe.reading), 1)], timeout: nanoseconds).ready == 0)
            #expect(try Kernel.time(of: try Kernel.clock(1)) - before >= UInt64(nanoseconds))
        }
    }
}

extension WASITests {
    @Suite struct PollOneoffTests {
        private enum Wanted {
            case clock(UInt32, UInt64, flags: UInt16 = 0)
            case read(Int32), write(Int32)
            case other(UInt8)
        }

        /// The events as (userdata, error, type, bytes, flags); userdata is 100 and the subscription's index.
        private func wait(_ guest: Guest, _ wanted: [Wanted]) -> (Errno, [[UInt64]]) {
            let input = guest.allocate(max(wanted.count, 1) * 48)
            let output = guest.allocate(max(wanted.count, 1) * 32)
            for (index, one) in wanted.enumerated() {
                let at = input + UInt64(index) * 48
                guest.store(UInt64(100 + index), at)
                switch one {
                case .clock(let id, let timeout, let flags):
                    guest.store(id, at + 16)
                    guest.store(timeout, at + 24)
                    guest.store(flags, at + 40)
                case .read(let fd):
                    guest.store(UInt8(1), at + 8)
                    guest.store(fd, at + 16)
                case .write(let fd):
                    guest.store(UInt8(2), at + 8)
                    guest.store(fd, at + 16)
                case .other(let tag): guest.store(tag, at + 8)
                }
            }
            let error = guest.call("poll_oneoff", input, output, UInt64(wanted.count), 600)
            guard error == .success else { return (error, []) }
            return (
                error,
                (0..<UInt64(guest.load(UInt32.self, 600))).map { index in
                    let at = output + index * 32
                    return [
                        guest.load(UInt64.self, at), UInt64(guest.load(UInt16.self, at + 8)),
                        UInt64(guest.load(UInt8.self, at + 10)), guest.load(UInt64.self, at + 16),
                        UInt64(guest.load(UInt16.self, at + 24)),
                    ]
                }
            )
        }

        @Test func descriptorsAndTheirBytes() throws {
            let guest = try Guest()
            let pipe = makePipe(guest)
            let (reading, writing) = (Int32(pipe.reading), Int32(pipe.writing))
            _ = guest.write(Int64(writing), "abcde")
            guest.makeFile("file", "0123456789")
            let file = Int32(guest.open("file", rights: .regularFile).fd)
            _ = guest.read(Int64(file), 4)
            let (error, events) = wait(guest, [.read(reading), .write(writing), .read(file), .write(file)])
            #expect(error == .success)
            #expect(events == [[100, 0, 1, 5, 0], [101, 0, 2, 0, 0], [102, 0, 1, 6, 0], [103, 0, 2, 0, 0]])
            guest.call("fd_close", pipe.writing)
            #expect(wait(guest, [.read(reading)]).1 == [[100, 0, 1, 5, 1]])
        }

        @Test func oneBadSubscriptionIsAnEvent() throws {
            let guest = try Guest()
            let pipe = makePipe(guest)
            let badf = UInt64(Errno.badf.rawValue)
            #expect(
                wait(guest, [.read(40), .read(Int32(pipe.reading)), .clock(0, 1 << 60)]).1 == [[100, badf, 1, 0, 0]])
            #expect(wait(guest, [.other(3)]).1 == [[100, UInt64(Errno.inval.rawValue), 3, 0, 0]])
            #expect(wait(guest, [.clock(9, 0)]).1 == [[100, UInt64(Errno.inval.rawValue), 0, 0, 0]])
            #expect(wait(guest, [.clock(2, 0)]).1 == [[100, UInt64(Errno.notsup.rawValue), 0, 0, 0]])
            #expect(wait(guest, []).0 == .inval)
        }

        @Test func clocks() throws {
            let guest = try Guest()
            for (clock, id) in [(try Kernel.clock(0), UInt32(0)), (try Kernel.clock(1), 1)] {
                let before = try Kernel.time(of: clock)
                #expect(wait(guest, [.clock(id, 2_000_001)]).1 == [[100, 0, 0, 0, 0]])
                #expect(try Kernel.time(of: clock) - before >= 2_000_001)
                let deadline = try Kernel.time(of: clock) + 2_000_000
                #expect(wait(guest, [.clock(id, 1 << 62), .clock(id, deadline, flags: 1)]).1 == [[101, 0, 0, 0, 0]])
                #expect(try Kernel.time(of: clock) >= deadline)
                #expect(wait(guest, [.clock(id, 0, flags: 1)]).1.count == 1)
            }
            let pipe = makePipe(guest)
            #expect(wait(guest, [.read(Int32(pipe.reading)), .clock(1, 1000)]).1 == [[101, 0, 0, 0, 0]])
            #expect(wait(guest, [.write(Int32(pipe.writing)), .clock(1, UInt64.max)]).1 == [[100, 0, 2, 0, 0]])
        }
    }
}
