// SPDX-License-Identifier: Apache-2.0

import Glibc
import Synchronization
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
            for none: UInt64 in [32, 33, 65] {
                #expect(guest.call("wasi_signal.set_action", none, 0) == .inval)
                #expect(guest.call("wasi_signal.send", none, 0, 0) == .inval)
            }
            #expect(guest.call("wasi_signal.send", usr1, 7, 0) == .inval)
            #expect(guest.call("wasi_signal.set_action", usr1, 3) == .inval)
            #expect(guest.call("wasi_signal.set_action", 9, 1) == .inval)
            #expect(guest.call("wasi_signal.set_action", 18, 1) == .inval)
            #expect(guest.call("wasi_signal.send", 0, 0, 0) == .inval)
            guest.system.signals.canDeliver = false
            #expect(guest.call("wasi_signal.set_action", usr1, 2) == .inval)
            #expect(guest.call("wasi_signal.set_mask", UInt64.max, 512) == .success)
            #expect(guest.call("wasi_signal.set_mask", 0, 512) == .success)
            #expect(guest.load(UInt64.self, 512) == ~bit(9) & ~bit(18) & ~bit(32) & ~bit(33))
        }

        @Test func arrivesAndIsDeliveredOnce() throws {
            let guest = try guest()
            defer { finish(guest) }
            #expect(guest.call("wasi_signal.set_action", usr1, 2) == .success)
            sendToSelf(SIGUSR1)
            sendToSelf(SIGUSR1)
            #expect(guest.system.signals.takeAll() == [UInt32(usr1)])
            #expect(guest.call("wasi_signal.send", usr1, 0, 0) == .success)
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
            #expect(guest.call("wasi_signal.send", usr1, 0, 0) == .success)
            #expect(guest.call("wasi_signal.send", winch, 0, 0) == .success)
            #expect(guest.system.signals.takeAll() == [])
        }

        @Test func waitsEndForDeliverableSignalsOnly() throws {
            let guest = try guest()
            defer { finish(guest) }
            let pipe = (guest.call("wasi_fd.pipe", 0, 512, 516), guest.load(UInt32.self, 512))
            guest.call("wasi_signal.set_action", usr1, 2)
            guest.call("wasi_signal.send", usr1, 0, 0)
            // Already there: neither waits at all.
            #expect(guest.read(Int64(pipe.1)).1 == .intr)
            #expect(guest.call("wasi_poll.poll", 512, 0, UInt64.max, 0, 600) == .intr)
            #expect(guest.system.signals.takeAll() == [UInt32(usr1)])
            // Blocked: the wait runs its time.
            guest.call("wasi_signal.set_mask", bit(usr1), 0)
            guest.call("wasi_signal.send", usr1, 0, 0)
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
            #expect(guest.call("wasi_signal.set_alarm", 3, 0, 0, 0) == .inval)
            #expect(guest.call("wasi_signal.set_alarm", 0, 3_000_000_000_000, 7_000, 512) == .success)
            #expect(guest.load(UInt64.self, 512) == 0)
            #expect(guest.call("wasi_signal.set_alarm", 0, 2_000_001, 0, 512) == .success)
            #expect((2_990_000_000_000...3_000_000_001_000).contains(guest.load(UInt64.self, 512)))
            #expect(guest.load(UInt64.self, 520) == 7_000)
            #expect(guest.call("wasi_poll.poll", 768, 0, UInt64.max, 0, 600) == .intr)
            #expect(guest.system.signals.takeAll() == [UInt32(alrm)])
            #expect(guest.call("wasi_signal.get_alarm", 0, 512) == .success)
            #expect(guest.load(UInt64.self, 512) == 0)
        }

        @Test func realTimeSignalsAreQueuedWithTheirValues() throws {
            let guest = try guest()
            defer { finish(guest) }
            guest.call("wasi_signal.set_mask", ~0, 0)
            for (signal, value): (UInt64, UInt64) in [(40, 1), (34, 2), (40, 3), (usr1, 4), (usr1, 5)] {
                #expect(guest.call("wasi_signal.send", signal, UInt64(bitPattern: -1), value) == .success)
            }
            sendToSelf(SIGUSR2)
            var taken: [[UInt64]] = []
            while guest.call("wasi_signal.wait", ~0, 0, 512) == .success {
                taken.append([UInt64(guest.load(UInt32.self, 512)), guest.load(UInt64.self, 528)])
                #expect(guest.load(UInt32.self, 520) == 0x7fff_fffe && guest.load(UInt32.self, 524) == 0x7fff_fffe)
            }
            #expect(taken == [[usr1, 4], [usr2, 0], [34, 2], [40, 1], [40, 3]])
            #expect(guest.call("wasi_signal.wait", ~0, 1_000_000, 512) == .again)
            // One too many.
            for _ in 0..<1024 { #expect(guest.call("wasi_signal.send", 50, 0, 0) == .success) }
            #expect(guest.call("wasi_signal.send", 50, 0, 0) == .again)
            #expect(guest.call("wasi_signal.send", usr1, 0, 0) == .success)
            guest.call("wasi_signal.set_action", 50, 1)
            guest.call("wasi_signal.pending", 512)
            #expect(guest.load(UInt64.self, 512) == bit(usr1))
            guest.call("wasi_signal.set_action", 50, 0)
        }

        @Test func timersSendTheirValueAndCountOverruns() throws {
            let guest = try guest()
            defer { finish(guest) }
            guest.call("wasi_signal.set_mask", bit(40), 0)
            #expect(guest.call("wasi_signal.create_timer", 9, 40, 0, 0, 512) == .inval)
            #expect(guest.call("wasi_signal.create_timer", 1, 33, 0, 0, 512) == .inval)
            #expect(guest.call("wasi_signal.create_timer", 1, 11, 0, 0, 512) == .notsup)
            #expect(guest.call("wasi_signal.create_timer", 1, 40, 2, 0, 512) == .inval)
            #expect(guest.call("wasi_signal.create_timer", 1, 40, 0, 77, 512) == .success)
            #expect(guest.call("wasi_signal.create_timer", 1, 40, 1, 77, 516) == .success)
            let (first, second) = (UInt64(guest.load(UInt32.self, 512)), UInt64(guest.load(UInt32.self, 516)))
            #expect([first, second] == [0, 1])
            #expect(guest.call("wasi_signal.set_timer", first, 0, 1_000, 100_000, 0) == .success)
            let start = try Kernel.time(of: try Kernel.clock(1))
            while try Kernel.time(of: try Kernel.clock(1)) - start < 5_000_000 {}
            #expect(guest.call("wasi_signal.wait", bit(40), UInt64.max, 512) == .success)
            #expect(guest.load(Int32.self, 516) == -2 && guest.load(UInt64.self, 528) == 77)
            let overrun = guest.load(UInt32.self, 540)
            #expect(overrun > 0 && guest.load(UInt32.self, 536) == UInt32(first))
            #expect(guest.call("wasi_signal.timer_overrun", first, 600) == .success)
            #expect(guest.load(UInt32.self, 600) == overrun)
            #expect(guest.call("wasi_signal.delete_timer", first) == .success)
            #expect(guest.call("wasi_signal.wait", bit(40), 1_000_000, 512) == .again)
            #expect(guest.call("wasi_signal.set_timer", second, 0, 1, 0, 512) == .success)
            #expect(guest.call("wasi_signal.wait", bit(40), UInt64.max, 512) == .success)
            #expect(guest.load(UInt64.self, 528) == second)
            #expect(guest.call("wasi_signal.get_timer", first, 512) == .inval)
            #expect(guest.call("wasi_signal.delete_timer", second) == .success)
        }

        /// The stretch between the look at the flag and the system call: a wait without end, for one signal that another
        /// thread sends at about the time the wait begins. A missed one is sent again after a second, and counted.
        @Test func noSignalIsMissed() throws {
            let guest = try guest()
            defer { finish(guest) }
            guest.call("wasi_signal.set_action", usr1, 2)
            let sender = Sender(to: pthread_self())
            let thread = sender.start()
            for round in 1...5_000 {
                sender.wanted.store(round, ordering: .sequentiallyConsistent)
                // A different moment each time: what was sent takes a while to arrive.
                for _ in 0..<(round % 100) * 10 { _ = sender.answered.load(ordering: .sequentiallyConsistent) }
                let error = guest.call("wasi_poll.poll", 768, 0, UInt64.max, 0, 600)
                sender.answered.store(round, ordering: .sequentiallyConsistent)
                guard error == .intr, guest.system.signals.takeAll() == [UInt32(usr1)] else {
                    Issue.record("round \(round): \(error)")
                    break
                }
            }
            sender.wanted.store(-1, ordering: .sequentiallyConsistent)
            pthread_join(thread, nil)
            #expect(sender.missed.load(ordering: .sequentiallyConsistent) == 0)
        }
    }
}

/// A thread that sends SIGUSR1 to another, once for each number it is shown.
private final class Sender: Sendable {
    let wanted = Atomic(0)
    let answered = Atomic(0)
    let missed = Atomic(0)
    private let receiver: pthread_t

    init(to receiver: pthread_t) { self.receiver = receiver }

    func start() -> pthread_t {
        var thread = pthread_t()
        pthread_create(
            &thread, nil,
            { context in
                if let context { Unmanaged<Sender>.fromOpaque(context).takeRetainedValue().run() }
                return nil
            }, Unmanaged.passRetained(self).toOpaque())
        return thread
    }

    private func run() {
        var sent = 0
        while true {
            let round = wanted.load(ordering: .sequentiallyConsistent)
            if round < 0 { return }
            guard round > sent else { continue }
            sent = round
            pthread_kill(receiver, SIGUSR1)
            let start = time(nil)
            while answered.load(ordering: .sequentiallyConsistent) < round {
                if time(nil) > start + 1 {
                    missed.add(1, ordering: .sequentiallyConsistent)
                    pthread_kill(receiver, SIGUSR1)
                    break
                }
            }
        }
    }
}
