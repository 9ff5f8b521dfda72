// SPDX-License-Identifier: Apache-2.0

import CKernel
import Glibc

// Calls that ask for the time, wait for it, or for random bytes.

extension Kernel {
    /// The host's clock for preview 1's `clockid`. EINVAL: there is none.
    static func clock(_ id: UInt32) throws(Errno) -> clockid_t {
        switch id {
        case 0: return CLOCK_REALTIME
        case 1: return CLOCK_MONOTONIC
        case 2: return CLOCK_PROCESS_CPUTIME_ID
        case 3: return CLOCK_THREAD_CPUTIME_ID
        default: throw .inval
        }
    }

    static func time(of clock: clockid_t) throws(Errno) -> UInt64 {
        var result = timespec()
        try valueOrErrno { clock_gettime(clock, &result) }
        return nanoseconds(result)
    }

    static func resolution(of clock: clockid_t) throws(Errno) -> UInt64 {
        var result = timespec()
        try valueOrErrno { clock_getres(clock, &result) }
        return nanoseconds(result)
    }

    /// Fills `buffer` with random bytes.
    static func random(_ buffer: UnsafeMutableRawBufferPointer) throws(Errno) {
        var filled = 0
        while filled < buffer.count {
            let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
            filled += try valueOrErrno { getrandom(rest.baseAddress, rest.count, 0) }
        }
    }

    static func yieldProcessor() throws(Errno) { try valueOrErrno { sched_yield() } }

    /// ppoll; nil waits without limit. How many records are ready.
    static func poll(
        _ records: UnsafeMutableBufferPointer<pollfd>, timeout nanoseconds: UInt64?
    ) throws(Errno) -> Int {
        guard let nanoseconds else { return try waiting { ck_ppoll(records.baseAddress, records.count, nil) } }
        // The kernel counts it down, so that a wait that is taken up again is not longer for it.
        var timeout = timespec(nanoseconds: nanoseconds)
        return try waiting { ck_ppoll(records.baseAddress, records.count, &timeout) }
    }

    /// Arms the timer of alarm: nanoseconds until SIGALRM (0: never) and between the later ones. What was left before.
    static func alarm(_ nanoseconds: UInt64, interval: UInt64) throws(Errno) -> UInt64 {
        var timer = itimerval(it_interval: timeval(nanoseconds: interval), it_value: timeval(nanoseconds: nanoseconds))
        var previous = itimerval()
        try valueOrErrno { ck_setitimer_real(&timer, &previous) }
        let left = timespec(tv_sec: previous.it_value.tv_sec, tv_nsec: Int(previous.it_value.tv_usec) * 1000)
        return WASI.nanoseconds(left)
    }
}

extension timeval {
    /// Rounded up, so that it is never early and never 0 for something.
    package init(nanoseconds: UInt64) {
        let microseconds = nanoseconds / 1000 + (nanoseconds % 1000 == 0 ? 0 : 1)
        self.init(tv_sec: Int(microseconds / 1_000_000), tv_usec: Int(microseconds % 1_000_000))
    }
}
