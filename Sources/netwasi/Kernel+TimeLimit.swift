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
