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

    /// The time, in nanoseconds, of the clock that nobody sets.
    static var now: Int64 {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return Int64(now.tv_sec) &* 1_000_000_000 &+ Int64(now.tv_nsec)
    }

    /// Waits until `now` is `end`.
    static func sleep(until end: Int64) {
        var end = timespec(tv_sec: Int(end / 1_000_000_000), tv_nsec: Int(end % 1_000_000_000))
        while clock_nanosleep(CLOCK_MONOTONIC, Int32(TIMER_ABSTIME), &end, nil) == EINTR {}
    }

    /// Waits for a time.
    static func sleep(_ nanoseconds: Int64) { sleep(until: now &+ nanoseconds) }

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
