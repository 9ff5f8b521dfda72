// SPDX-License-Identifier: Apache-2.0

import CKernel
import Glibc
import WASI

// What a limit of time asks of the system.

extension Kernel {
    /// See `ck_stop_prepare`.
    static func prepareToStop() { ck_stop_prepare() }

    /// Ends the waits of the guest's thread, in the kernel and to come, and asks the guest to stop.
    static func stopWaits() { ck_stop() }

    /// Runs `body` on a thread that handles no signals; false when there can be none.
    static func startThread(_ body: @escaping @Sendable () -> Void) -> Bool {
        var all = sigset_t(), previous = sigset_t()
        sigfillset(&all)
        pthread_sigmask(SIG_SETMASK, &all, &previous)
        defer { pthread_sigmask(SIG_SETMASK, &previous, nil) }
        var thread = pthread_t()
        let box = Unmanaged.passRetained(ThreadBody(run: body))
        let error = pthread_create(
            &thread, nil,
            { argument in
                if let argument { Unmanaged<ThreadBody>.fromOpaque(argument).takeRetainedValue().run() }
                return nil
            }, box.toOpaque())
        guard error == 0 else {
            box.release()
            return false
        }
        pthread_detach(thread)
        return true
    }

    /// Waits, on the clock that nobody sets.
    static func sleep(_ nanoseconds: Int64) {
        var end = timespec()
        clock_gettime(CLOCK_MONOTONIC, &end)
        let sum = Int64(end.tv_nsec) &+ nanoseconds % 1_000_000_000
        end.tv_sec &+= Int(nanoseconds / 1_000_000_000 &+ sum / 1_000_000_000)
        end.tv_nsec = Int(sum % 1_000_000_000)
        while clock_nanosleep(CLOCK_MONOTONIC, Int32(TIMER_ABSTIME), &end, nil) == EINTR {}
    }

    /// Writes a short text if that can be done without waiting.
    static func printIfReady(_ text: String, to fd: Int32) {
        var record = pollfd(fd: fd, events: Int16(POLLOUT), revents: 0)
        if poll(&record, 1, 0) == 1, record.revents & Int16(POLLOUT) != 0 { print(text, to: fd) }
    }

    /// Ends this process, whatever its other threads do.
    static func exitNow(_ status: Int32) -> Never { _exit(status) }

    /// Waits for another thread to end this process.
    static func waitForEnd() -> Never { while true { pause() } }
}

/// What a thread does, boxed to have an address.
private final class ThreadBody: Sendable {
    let run: @Sendable () -> Void

    init(run: @escaping @Sendable () -> Void) { self.run = run }
}
