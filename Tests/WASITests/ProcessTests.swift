// SPDX-License-Identifier: Apache-2.0

import CKernel
import Testing

@testable import WASI

// wasi_process where there may be one process, as for every host that does not say otherwise. What forking does is tested
// by programs (Tests/posix/process): a test's own process, with its threads, is not to be copied.

extension WASITests {
    @Suite struct ProcessTests {
        @Test func aSystemPermitsNoProcesses() throws {
            let guest = try Guest()
            let record = guest.allocate(40)
            #expect(guest.call("wasi_process.fork", record) == .nosys)
            #expect(guest.call("wasi_process.fork", UInt64(Guest.memorySize) - 3) == .fault)
            #expect(guest.call("wasi_process.identify", 0, record) == .success)
            #expect((0..<4 as Range<UInt64>).map { guest.load(UInt32.self, record + 4 * $0) } == [42, 1, 42, 42])
            #expect(guest.call("wasi_process.identify", 42, record) == .success)
            #expect(guest.call("wasi_process.identify", 1, record) == .srch)
            #expect(guest.call("wasi_process.identify", 0, UInt64(Guest.memorySize) - 15) == .fault)
            #expect(guest.call("wasi_process.set_group", 0, 42) == .success)
            #expect(guest.call("wasi_process.set_group", 0, 7) == .perm)
            #expect(guest.call("wasi_process.set_group", 7, 0) == .srch)
            #expect(guest.call("wasi_process.set_group", 0, UInt64(UInt32.max)) == .inval)
            #expect(guest.call("wasi_process.new_session") == .perm)
        }

        @Test func waitingAndSendingJudgeTheirArguments() throws {
            let guest = try Guest()
            let record = guest.allocate(40)
            #expect(guest.call("wasi_process.wait", 0, 0, 4, record) == .child)
            #expect(guest.call("wasi_process.wait", 1, 42, 4, record) == .child)
            #expect(guest.call("wasi_process.wait", 3, 0, 4, record) == .inval)
            #expect(guest.call("wasi_process.wait", 1, 0, 4, record) == .inval)
            #expect(guest.call("wasi_process.wait", 0, 0, 1, record) == .inval)
            #expect(guest.call("wasi_process.wait", 0, 0, 0x14, record) == .inval)
            #expect(guest.call("wasi_process.wait", 0, 0, 4, UInt64(Guest.memorySize) - 39) == .fault)
            #expect(guest.call("wasi_process.send", 42, 0, 0, 0) == .success)
            #expect(guest.call("wasi_process.send", 0, 0, 0, 0) == .success)
            #expect(guest.call("wasi_process.send", 1, 0, 0, 0) == .srch)
            #expect(guest.call("wasi_process.send", UInt64(UInt32.max), 0, 0, 0) == .srch)
            #expect(guest.call("wasi_process.send", UInt64(UInt32(bitPattern: .min)), 0, 0, 0) == .srch)
            #expect(guest.call("wasi_process.send", 42, 33, 0, 0) == .inval)
            #expect(guest.call("wasi_process.send", 42, 0, 1, 0) == .inval)
        }
    }
}
