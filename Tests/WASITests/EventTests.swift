// SPDX-License-Identifier: Apache-2.0

import CKernel
import Foundation
import Testing

@_spi(Descriptions) @testable import WASI

// Poll sets, and the descriptors of wasi_event.

extension WASITests {
    @Suite struct EventTests {
        private static let add: UInt64 = 0, change: UInt64 = 1, remove: UInt64 = 2

        private func made(_ guest: Guest, _ name: String, _ arguments: UInt64...) throws -> UInt64 {
            let result = guest.allocate(4)
            let row = try #require(HostImports.rows.first { "\($0.module).\($0.name)" == name })
            try #require(guest.call(row, arguments + [result]) == .success)
            return UInt64(guest.load(UInt32.self, result))
        }

        private func change(
            _ guest: Guest, _ set: UInt64, _ operation: UInt64, _ fd: UInt64, _ events: UInt32 = 1, data: UInt64 = 0
        ) -> Errno {
            let record = guest.allocate(16)
            guest.store(events, record)
            guest.store(data, record + 8)
            return guest.call("wasi_poll.change_set", set, operation, fd, record)
        }

        /// What is ready now: events and data.
        private func ready(_ guest: Guest, _ set: UInt64, capacity: Int = 8) -> [UInt64: UInt32] {
            let records = guest.allocate(capacity * 16), result = guest.allocate(4)
            guard guest.call("wasi_poll.wait_set", set, records, UInt64(capacity), 0, 0, result) == .success else {
                return [:]
            }
            let indices = 0..<UInt64(guest.load(UInt32.self, result))
            return Dictionary(
                indices.map {
                    (guest.load(UInt64.self, records + $0 * 16 + 8), guest.load(UInt32.self, records + $0 * 16))
                },
                uniquingKeysWith: { $0 | $1 })
        }

        private func link(_ hostFD: Int32) -> String? {
            try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\(hostFD)")
        }

        /// How often the host has the pipe with this name open. Not how many descriptors there are: other tests run.
        private func count(_ pipe: String) -> Int { (0..<1024).count { link($0) == pipe } }

        /// The writing end of a pipe, always ready, and the pipe's name on the host.
        private func makePipe(_ guest: Guest) throws -> (fd: UInt64, name: String) {
            try #require(guest.call("wasi_fd.pipe", 0, 512, 516) == .success)
            let fd = guest.load(Int32.self, 516)
            return (UInt64(fd), try #require(link(try guest.system.descriptors.hostFD(fd))))
        }

        @Test func copiesAreMembersAndEndWithWhatTheyReferTo() throws {
            let guest = try Guest()
            let set = try made(guest, "wasi_poll.create_set", 0)
            let pipe = try makePipe(guest)
            #expect(change(guest, set, Self.add, pipe.fd, 4, data: 7) == .success)
            #expect(count(pipe.name) == 2)
            var copies: [UInt64] = []
            for data: UInt64 in 8..<11 {
                let copy = try made(guest, "wasi_fd.dup", pipe.fd, 0, 0)
                #expect(change(guest, set, Self.change, copy, 4) == .noent)
                #expect(change(guest, set, Self.add, copy, 4, data: data) == .success)
                #expect(change(guest, set, Self.add, copy, 4, data: data) == .exist)
                copies.append(copy)
            }
            #expect(count(pipe.name) == 5)
            #expect(ready(guest, set) == [7: 4, 8: 4, 9: 4, 10: 4])
            #expect(change(guest, set, Self.remove, copies[0]) == .success)
            #expect(count(pipe.name) == 4)
            guest.call("fd_close", pipe.fd)
            #expect(ready(guest, set) == [7: 4, 9: 4, 10: 4])
            for copy in copies { guest.call("fd_close", copy) }
            #expect(ready(guest, set) == [:])
            #expect(count(pipe.name) == 1)
        }

        @Test(arguments: [true, false])
        func aSetThatClosesTakesItsCopiesAlong(_ closes: Bool) throws {
            var name = ""
            do {
                let guest = try Guest()
                let set = try made(guest, "wasi_poll.create_set", 0)
                let pipe = try makePipe(guest)
                name = pipe.name
                let copy = try made(guest, "wasi_fd.dup", pipe.fd, 0, 0)
                #expect(change(guest, set, Self.add, pipe.fd, 4) == .success)
                #expect(change(guest, set, Self.add, copy, 4) == .success)
                #expect(count(name) == 3)
                if closes {
                    guest.call("fd_close", set)
                    #expect(count(name) == 2)
                }
                // The description forgets a set that is gone.
                let other = try made(guest, "wasi_poll.create_set", 0)
                #expect(change(guest, other, Self.add, pipe.fd, 4, data: 3) == .success)
                #expect(ready(guest, other) == [3: 4])
            }
            #expect(count(name) == 0)
        }

        @Test(arguments: 1...2)
        func aFailureToAddLeavesNothing(_ nth: Int) throws {
            let guest = try Guest()
            let set = try made(guest, "wasi_poll.create_set", 0)
            let pipe = try makePipe(guest)
            let copy = try made(guest, "wasi_fd.dup", pipe.fd, 0, 0)
            #expect(change(guest, set, Self.add, pipe.fd, 4, data: 1) == .success)
            let (error, _) = Kernel.withFault(nth: nth, error: ENOMEM) { change(guest, set, Self.add, copy, 4) }
            #expect(error == .nomem)
            #expect(count(pipe.name) == 2)
            #expect(change(guest, set, Self.change, copy, 4) == .noent)
            #expect(change(guest, set, Self.add, copy, 4, data: 2) == .success)
            #expect(ready(guest, set) == [1: 4, 2: 4])
        }

        @Test func argumentsAreChecked() throws {
            let guest = try Guest()
            let set = try made(guest, "wasi_poll.create_set", 0)
            let counter = try made(guest, "wasi_event.create_counter", 1, 0)
            let outside = UInt64(Guest.memorySize) - 8
            #expect(guest.call("wasi_poll.create_set", 4, 512) == .inval)
            #expect(guest.call("wasi_poll.create_set", 0, UInt64(Guest.memorySize)) == .fault)
            #expect(change(guest, set, 3, counter) == .inval)
            #expect(change(guest, set, Self.add, 1 << 30) == .badf)
            #expect(change(guest, set, Self.add, 60) == .badf)
            #expect(change(guest, set, Self.add, set) == .inval)
            #expect(change(guest, set, Self.add, 3) == .perm)
            #expect(change(guest, counter, Self.add, counter) == .inval)
            #expect(guest.call("wasi_poll.change_set", set, Self.add, counter, outside) == .fault)
            #expect(guest.call("wasi_poll.wait_set", set, 1024, 0, 0, 0, 512) == .inval)
            #expect(guest.call("wasi_poll.wait_set", set, 1024, UInt64(UInt32.max), 0, 0, 512) == .inval)
            #expect(guest.call("wasi_poll.wait_set", set, outside, 1, 0, 0, 512) == .fault)
            #expect(guest.call("wasi_poll.wait_set", counter, 1024, 1, 0, 0, 512) == .inval)
            #expect(guest.call("wasi_event.create_counter", 0, 8, 512) == .inval)
            #expect(guest.call("wasi_event.create_timer", 2, 0, 512) == .inval)
            #expect(guest.call("wasi_event.create_timer", 1, 4, 512) == .inval)
            #expect(guest.call("wasi_event.set_timer", counter, 0, 1, 0, 0) == .inval)
            #expect(guest.call("wasi_event.set_timer", counter, 4, 1, 0, 0) == .inval)
            #expect(guest.call("wasi_event.get_timer", counter, outside) == .fault)
            #expect(guest.call("wasi_event.create_signals", 0, outside, 0, 512) == .fault)
            #expect(guest.call("wasi_event.set_signals", counter, 1) == .inval)
            #expect(guest.call("wasi_event.set_signals", 60, 1) == .badf)
        }

        @Test(arguments: [1, 999, 1_000_001, 3_000_000])
        func timeoutsAreNeverShort(_ nanoseconds: UInt64) throws {
            let guest = try Guest()
            let set = try made(guest, "wasi_poll.create_set", 0)
            let before = try Kernel.time(of: try Kernel.clock(1))
            #expect(guest.call("wasi_poll.wait_set", set, 1024, 1, nanoseconds, 0, 512) == .success)
            #expect(guest.load(UInt32.self, 512) == 0)
            #expect(try Kernel.time(of: try Kernel.clock(1)) - before >= nanoseconds)
        }

        @Test func timersTellTheirSetting() throws {
            let guest = try Guest()
            let timer = try made(guest, "wasi_event.create_timer", 1, 1)
            #expect(guest.call("wasi_event.set_timer", timer, 0, 5_000_000_000, 7, 512) == .success)
            #expect(guest.load(UInt64.self, 512) == 0)
            #expect(guest.call("wasi_event.get_timer", timer, 512) == .success)
            #expect((4_000_000_000...5_000_000_000).contains(guest.load(UInt64.self, 512)))
            #expect(guest.load(UInt64.self, 520) == 7)
            #expect(guest.read(Int64(timer)).1 == .again)
        }

        @Test func signalsAreReadAndNotTheirPipe() throws {
            let guest = try Guest()
            guest.call("wasi_signal.set_mask", 1 << 9, 0)
            let names = guest.put((0..<64).map { UInt8($0 + 100) } + [1, 2, 0, 0, 3, 4, 0, 0])
            let signals = try made(guest, "wasi_event.create_signals", 1 << 9 | 1 << 20, names, 1)
            let name = try #require(link(try guest.system.descriptors.hostFD(Int32(signals))))
            #expect(guest.read(Int64(signals)).1 == .again)
            #expect(guest.read(Int64(signals), 127).1 == .inval)
            #expect(guest.write(Int64(signals), "x").1 == .inval)
            guest.call("wasi_signal.send", 10, 0, 5)
            let (text, error) = guest.read(Int64(signals))
            let bytes = Array(text.utf8)
            #expect(error == .success && bytes.count == 128 && bytes[0] == 109)
            // Who sent it, and the value.
            #expect(bytes[12..<20].elementsEqual([1, 2, 0, 0, 3, 4, 0, 0]) && bytes[44] == 5 && bytes[48] == 5)
            #expect(guest.read(Int64(signals)).1 == .again)
            // A right that was given up is missing, as for any other.
            guest.call("fd_fdstat_set_rights", signals, Rights.pollFdReadwrite.rawValue, 0)
            #expect(guest.read(Int64(signals)).1 == .notcapable)
            guest.call("fd_close", signals)
            #expect(count(name) == 0)
            guest.call("wasi_signal.set_mask", 0, 0)
        }

        @Test func constantsAndLayoutsAreThoseOfTheHeader() throws {
            let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .appendingPathComponent("abi/layout.txt")
            let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            for line in [
                "__WASI_POLL_SET_ADD 0", "__WASI_POLL_SET_CHANGE 1", "__WASI_POLL_SET_REMOVE 2",
                "__WASI_POLL_IN \(EPOLLIN.rawValue)", "__WASI_POLL_PRI \(EPOLLPRI.rawValue)",
                "__WASI_POLL_OUT \(EPOLLOUT.rawValue)", "__WASI_POLL_ERR \(EPOLLERR.rawValue)",
                "__WASI_POLL_HUP \(EPOLLHUP.rawValue)", "__WASI_POLL_NVAL \(POLLNVAL)",
                "__WASI_POLL_RDNORM \(EPOLLRDNORM.rawValue)", "__WASI_POLL_RDBAND \(EPOLLRDBAND.rawValue)",
                "__WASI_POLL_WRNORM \(EPOLLWRNORM.rawValue)", "__WASI_POLL_WRBAND \(EPOLLWRBAND.rawValue)",
                "__WASI_POLL_RDHUP \(EPOLLRDHUP.rawValue)", "__WASI_POLL_SET_ONESHOT \(EPOLLONESHOT.rawValue)",
                "__WASI_POLL_SET_EDGE \(EPOLLET.rawValue)", "__WASI_POLL_SET_EXCLUSIVE \(EPOLLEXCLUSIVE.rawValue)",
                "sizeof(__wasi_poll_set_event_t) \(PollSets.Record.size)",
                "offsetof(__wasi_poll_set_event_t, data) \(PollSets.Record.data)",
                "__WASI_EVENT_SEMAPHORE 4", "__WASI_EVENT_ABSOLUTE 1", "__WASI_EVENT_CANCEL_ON_SET 2",
                "__WASI_EVENT_SIGNAL_SIZE \(SignalDescription.recordSize)", "sizeof(__wasi_event_timer_t) 16",
                "sizeof(__wasi_fd_lock_record_t) \(FileControlImports.Record.size)",
                "offsetof(__wasi_fd_lock_record_t, whence) \(FileControlImports.Record.whence)",
                "offsetof(__wasi_fd_lock_record_t, start) \(FileControlImports.Record.start)",
                "offsetof(__wasi_fd_lock_record_t, length) \(FileControlImports.Record.length)",
                "offsetof(__wasi_fd_lock_record_t, process) \(FileControlImports.Record.process)",
                "sizeof(__wasi_event_names_t) \(SignalNames.size)",
                "sizeof(__wasi_signal_info_t) \(SignalImports.Record.size)",
                "offsetof(__wasi_signal_info_t, code) \(SignalImports.Record.code)",
                "offsetof(__wasi_signal_info_t, process) \(SignalImports.Record.process)",
                "offsetof(__wasi_signal_info_t, user) \(SignalImports.Record.user)",
                "offsetof(__wasi_signal_info_t, value) \(SignalImports.Record.value)",
                "offsetof(__wasi_signal_info_t, timer) \(SignalImports.Record.timer)",
                "offsetof(__wasi_signal_info_t, overrun) \(SignalImports.Record.overrun)",
                "offsetof(__wasi_signal_info_t, mask) \(SignalImports.Record.mask)",
                "__WASI_SIGNAL_STACK_FAULT \(Signals.standard.upperBound)",
                "__WASI_SIGNAL_REALTIME_FIRST \(Signals.realTime.lowerBound)",
                "__WASI_SIGNAL_REALTIME_LAST \(Signals.realTime.upperBound)",
                "__WASI_SIGNAL_CODE_THREAD \(SignalImports.sentToThread)",
                "__WASI_SIGNAL_ACTION_NO_STOPPED_CHILDREN \(CK_NO_STOPPED_CHILDREN << 8)",
                "__WASI_SIGNAL_ACTION_NO_ENDED_CHILDREN \(CK_NO_ENDED_CHILDREN << 8)",
                "sizeof(__wasi_process_identity_t) \(ProcessImports.Record.identitySize)",
                "offsetof(__wasi_process_identity_t, parent) \(ProcessImports.Record.parent)",
                "offsetof(__wasi_process_identity_t, group) \(ProcessImports.Record.group)",
                "offsetof(__wasi_process_identity_t, session) \(ProcessImports.Record.session)",
                "sizeof(__wasi_process_change_t) \(ProcessImports.Record.changeSize)",
                "offsetof(__wasi_process_change_t, code) \(ProcessImports.Record.code)",
                "offsetof(__wasi_process_change_t, status) \(ProcessImports.Record.status)",
                "offsetof(__wasi_process_change_t, user) \(ProcessImports.Record.user)",
                "offsetof(__wasi_process_change_t, user_time) \(ProcessImports.Record.userTime)",
                "offsetof(__wasi_process_change_t, system_time) \(ProcessImports.Record.systemTime)",
                "offsetof(__wasi_process_change_t, resident) \(ProcessImports.Record.resident)",
                "__WASI_PROCESS_NOHANG \(WNOHANG)", "__WASI_PROCESS_STOPPED \(WUNTRACED)",
                "__WASI_PROCESS_EXITED \(WEXITED)", "__WASI_PROCESS_CONTINUED \(WCONTINUED)",
                "__WASI_PROCESS_KEEP \(WNOWAIT)", "__WASI_PROCESS_CODE_EXITED \(ck_child_exited)",
            ] {
                #expect(lines.contains { $0 == line }, "\(line)")
            }
        }
    }
}
