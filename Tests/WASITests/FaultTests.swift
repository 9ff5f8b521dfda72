// SPDX-License-Identifier: Apache-2.0

import Glibc
import Testing

@_spi(Descriptions) @testable import WASI

// Each system call of each import made to fail in turn: the guest gets that error, and nothing is lost.

extension WASITests {
    @Suite struct FaultTests {
        private struct Step: CustomTestStringConvertible {
            var name: String
            var testDescription: String { name }
            var run: (Guest) -> Errno
        }

        private static var steps: [Step] {
            [
                Step(name: "open") { $0.open("sub/file", rights: .regularFile).error },
                Step(name: "create") { $0.open("created", oflags: .creat, rights: .regularFile).error },
                Step(name: "open directory") { $0.open("sub", oflags: .directory, rights: .directory).error },
                Step(name: "stat") { guest in
                    let (path, length) = guest.path("link/file")
                    return guest.call("path_filestat_get", 3, 1, path, length, 512)
                },
                Step(name: "times") { guest in
                    let (path, length) = guest.path("sub/file")
                    return guest.call("path_filestat_set_times", 3, 1, path, length, 1, 1, 5)
                },
                Step(name: "mkdir") { guest in
                    let (path, length) = guest.path("sub/new")
                    return guest.call("path_create_directory", 3, path, length)
                },
                Step(name: "rename") { guest in
                    let (path, length) = guest.path("sub/file")
                    let (new, newLength) = guest.path("link/other")
                    return guest.call("path_rename", 3, path, length, 3, new, newLength)
                },
                Step(name: "readlink") { guest in
                    let (path, length) = guest.path("link")
                    return guest.call("path_readlink", 3, path, length, 512, 64, 600)
                },
                Step(name: "readdir") { $0.call("fd_readdir", 3, 8192, 4096, 0, 512) },
                Step(name: "pipe") { $0.call("wasi_fd.pipe", 1, 512, 516) },
                Step(name: "poll") { guest in
                    guest.store(Int32(3), 768)
                    return guest.call("wasi_poll.poll", 768, 1, 0, 0, 600)
                },
                Step(name: "poll set") { $0.call("wasi_poll.create_set", 2, 512) },
                Step(name: "counter") { $0.call("wasi_event.create_counter", 5, 7, 512) },
                Step(name: "timer") { $0.call("wasi_event.create_timer", 1, 3, 512) },
                Step(name: "signals") { $0.call("wasi_event.create_signals", 4, 1024, 3, 512) },
                Step(name: "flags") { $0.call("fd_fdstat_set_flags", 3, 4) },
                Step(name: "time") { $0.call("clock_time_get", 0, 0, 512) },
                Step(name: "random") { $0.call("random_get", 512, 16) },
            ]
        }

        @Test(arguments: [true, false], [false, true])
        func failingEveryCallInTurn(_ usesOpenat2: Bool, _ persistent: Bool) throws {
            for step in Self.steps {
                let setUp = { () throws -> Guest in
                    let guest = try Guest(usesOpenat2: usesOpenat2)
                    guest.makeDirectory("sub")
                    guest.makeFile("sub/file", "text")
                    guest.makeLink("link", to: "sub")
                    return guest
                }
                let (result, calls) = try Kernel.withFault(nth: 0, error: 0) { step.run(try setUp()) }
                #expect(result == .success && calls > 0, "\(step.name)")
                let setUpCalls = try Kernel.withFault(nth: 0, error: 0) { _ = try setUp() }.calls
                for nth in 1...max(calls - setUpCalls, 1) {
                    let guest = try setUp()
                    let before = guest.system.descriptors.openCount
                    let (error, _) = Kernel.withFault(nth: nth, error: EIO, persistent: persistent) { step.run(guest) }
                    let opened = guest.system.descriptors.openCount - before
                    if error != .success {
                        #expect(error == .io, "\(step.name), call \(nth)")
                        #expect(opened == 0, "\(step.name), call \(nth): a descriptor after a failure")
                    }
                    #expect(guest.system.descriptors.checkInvariants())
                }
            }
        }

        @Test(arguments: [true, false])
        func failuresLeakNoDescriptor(_ usesOpenat2: Bool) throws {
            for step in Self.steps {
                let guest = try Guest(usesOpenat2: usesOpenat2)
                guest.makeDirectory("sub")
                guest.makeFile("sub/file", "text")
                guest.makeLink("link", to: "sub")
                for nth in 1...12 {
                    let before = ownDescriptors(guest)
                    let (error, _) = Kernel.withFault(nth: nth, error: EIO) { step.run(guest) }
                    if error != .success { #expect(ownDescriptors(guest) == before, "\(step.name), call \(nth)") }
                }
            }
        }

        /// A call interrupted by a signal that the guest does not want to see is made again.
        @Test func EINTRIsForDeliveredSignalsOnly() throws {
            var attempts = 0
            let result = try Kernel.waiting {
                attempts += 1
                return attempts < 3 ? -Int(EINTR) : 7
            }
            #expect(result == 7 && attempts == 3)
        }

        /// The host's descriptors that refer to something in the guest's directory.
        private func ownDescriptors(_ guest: Guest) -> Int {
            (0..<1024).count { fd in
                var buffer = [CChar](repeating: 0, count: 4096)
                let count = readlink("/proc/self/fd/\(fd)", &buffer, buffer.count)
                guard count > 0 else { return false }
                return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self).hasPrefix(
                    guest.root)
            }
        }
    }
}
