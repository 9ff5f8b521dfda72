// SPDX-License-Identifier: Apache-2.0

import Glibc
import Testing

@testable import WASI

// Signals, without an engine: what is recorded, what waits, what is delivered. They are the process's: one at a time.

private let usr1: UInt64 = 10, usr2: UInt64 = 12, alrm: UInt64 = 14, winch: UInt64 = 27
private func bit(_ signal: UInt64) -> UInt64 { 1 << (signal - 1) }

extension WASITests {
    @Suite struct SignalTests {
        private func guest() throws -> Guest {
            let guest = try Guest()
            guest.system.signals.canDeliver = true
            guest.system.signals.attachThread()
            // The threads that tests run on block all signals.
            var all = sigset_t()
            sigfillset(&all)
            pthread_sigmask(SIG_UNBLOCK, &all, nil)
            return guest
        }

        /// Puts everything back, for the next test.
        private func finish(_ guest: Guest) {
            for signal: UInt64 in [usr1, usr2, alrm, winch] {
                guest.call("wasi_signal.set_action", signal, 1)
            }
            guest.call("wasi_signal.set_mask", 0, 0)
            for signal: UInt64 in [usr1, usr2, alrm, winch] { guest.call("wasi_signal.set_action", signal, 0) }
            _ = guest.system.signals.takeAll()
            var all = sigset_t()
            sigfillset(&all)
            pthread_sigmask(SIG_BLOCK, &all, nil)
        }

        private func sendToSelf(_ signal: Int32) { pthread_kill(pthread_self(), signal) }

        @Test func argumentsAreChecked() throws {
            let guest = try guest()
            defer { finish(guest) }
            #expect(guest.call("wasi_signal.set_action", 0, 0) == .inval)
            #expect(guest.call("wasi_signal.set_action", 31, 0) == .inval)
            #expect(guest.call("wasi_signal.set_action", usr1, 3) == .inval)
            #expect(guest.call("wasi_signal.set_action", 9, 1) == .inval)
            #expect(guest.call("wasi_signal.set_action", 18, 1) == .inval)
            #expect(guest.call("wasi_signal.raise", 0) == .inval)
            #expect(guest.call("wasi_signal.raise", 31) == .inval)
            guest.system.signals.canDeliver = false
            #expect(guest.call("wasi_signal.set_action", usr1, 2) == .inval)
            #expect(guest.call("wasi_signal.set_mask", UInt64.max, 512) == .success)
            #expect(guest.call("wasi_signal.set_mask", 0, 512) == .success)
            #expect(guest.load(UInt64.self, 512) == ((1 << 30) - 1) & ~bit(9) & ~bit(18))
        }

        @Test func arrivesAndIsDeliveredOnce() throws {
            let guest = try guest()
            defer { finish(guest) }
            #expect(guest.call("wasi_signal.set_action", usr1, 2) == .success)
            sendToSelf(SIGUSR1)
            sendToSelf(SIGUSR1)
            #expect(guest.system.signals.takeAll() == [UInt32(usr1)])
            #expect(guest.call("wasi_signal.raise", usr1) == .success)
            #expect(guest.system.signals.takeAll() == [UInt32(usr1)])
            #expect(guest.system.signals.takeAll() == [])
        }

        @Test func blockedSignalsWait() throws {
            let guest = try guest()
            defer { finish(guest) }
            guest.call("wasi_signal.set_action", usr1, 2)
            guest.call("wasi_signal.set_mask", bit(usr1) | bit(usr2), 0)
            sendToSelf(SIGUSR1)
            // Its action is to end the program; it must not, while it is blocked.
            sendToSelf(SIGUSR2)
            guest.call("wasi_signal.pending", 512)
            #expect(guest.load(UInt64.self, 512) == bit(usr1) | bit(usr2))
            #expect(guest.system.signals.takeAll() == [])
            guest.call("wasi_signal.set_action", usr2, 1)
            guest.call("wasi_signal.pending", 512)
            #expect(guest.load(UInt64.self, 512) == bit(usr1))
            guest.call("wasi_signal.set_mask", 0, 0)
            #expect(guest.system.signals.takeAll() == [UInt32(usr1)])
        }

        @Test func ignoredSignalsAreNothing() throws {
            let guest = try guest()
            defer { finish(guest) }
            guest.call("wasi_signal.set_action", usr1, 1)
            sendToSelf(SIGUSR1)
            #expect(guest.call("wasi_signal.raise", usr1) == .success)
            #expect(guest.call("wasi_signal.raise", winch) == .success)
            #expect(guest.system.signals.takeAll() == [])
        }

        @Test func waitsEndForDeliverableSignalsOnly() throws {
            let guest = try guest()
            defer { finish(guest) }
            let pipe = (guest.call("wasi_fd.pipe", 0, 512, 516), guest.load(UInt32.self, 512))
            guest.call("wasi_signal.set_action", usr1, 2)
            guest.call("wasi_signal.raise", usr1)
            // Already there: neither waits at all.
            #expect(guest.read(Int64(pipe.1)).1 == .intr)
            #expect(guest.call("wasi_poll.poll", 512, 0, UInt64.max, 0, 600) == .intr)
            #expect(guest.system.signals.takeAll() == [UInt32(usr1)])
            // Blocked: the wait runs its time.
            guest.call("wasi_signal.set_mask", bit(usr1), 0)
            guest.call("wasi_signal.raise", usr1)
            #expect(guest.call("wasi_poll.poll", 512, 0, 1_000_000, 0, 600) == .success)
        }

        /// pselect's purpose: blocked except while waiting, delivered after, and blocked again.
        @Test func theMaskOfAWaitLetsSignalsThrough() throws {
            let guest = try guest()
            defer { finish(guest) }
            guest.call("wasi_signal.set_action", usr1, 2)
            guest.call("wasi_signal.set_mask", bit(usr1), 0)
            sendToSelf(SIGUSR1)
            guest.store(UInt64(0), 512)
            #expect(guest.call("wasi_poll.poll", 768, 0, UInt64.max, 512, 600) == .intr)
            #expect(guest.system.signals.mask == bit(usr1))
            #expect(guest.system.signals.takeAll() == [UInt32(usr1)])
            #expect(guest.call("wasi_poll.poll", 768, 0, 1_000_000, 512, 600) == .success)
        }

        @Test func alarmInterruptsAWait() throws {
            let guest = try guest()
            defer { finish(guest) }
            guest.call("wasi_signal.set_action", alrm, 2)
            #expect(guest.call("wasi_signal.alarm", 3_000_000_000_000, 0, 512) == .success)
            #expect(guest.load(UInt64.self, 512) == 0)
            #expect(guest.call("wasi_signal.alarm", 2_000_001, 0, 512) == .success)
            #expect((2_990_000_000_000...3_000_000_001_000).contains(guest.load(UInt64.self, 512)))
            #expect(guest.call("wasi_poll.poll", 768, 0, UInt64.max, 0, 600) == .intr)
            #expect(guest.system.signals.takeAll() == [UInt32(alrm)])
            #expect(guest.call("wasi_signal.alarm", 0, 0, 512) == .success)
            #expect(guest.load(UInt64.self, 512) == 0)
        }

        /// The stretch between the look at the flag and the system call: signals rain on a wait that must always end.
        @Test func noSignalIsMissed() throws {
            let guest = try guest()
            defer { finish(guest) }
            guest.call("wasi_signal.set_action", alrm, 2)
            for round in 0..<2000 {
                // From well before the wait to well within it.
                #expect(guest.call("wasi_signal.alarm", 1000 + UInt64(round % 50) * 1000, 0, 0) == .success)
                #expect(guest.call("wasi_poll.poll", 768, 0, UInt64.max, 0, 600) == .intr)
                #expect(guest.system.signals.takeAll() == [UInt32(alrm)])
            }
        }
    }
}
