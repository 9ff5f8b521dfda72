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

    /// setitimer; the setting before it. `which`: 0 real, 1 virtual, 2 both of the processor's times.
    static func setAlarm(_ which: Int32, _ setting: TimerSetting) throws(Errno) -> TimerSetting {
        var timer = itimerval(
            it_interval: timeval(nanoseconds: setting.interval), it_value: timeval(nanoseconds: setting.first))
        var previous = itimerval()
        try valueOrErrno { ck_setitimer(which, &timer, &previous) }
        return TimerSetting(previous)
    }

    /// getitimer.
    static func alarm(_ which: Int32) throws(Errno) -> TimerSetting {
        var current = itimerval()
        try valueOrErrno { ck_getitimer(which, &current) }
        return TimerSetting(current)
    }
}

extension timeval {
    /// Rounded up, so that it is never early and never 0 for something.
    package init(nanoseconds: UInt64) {
        let microseconds = nanoseconds / 1000 + (nanoseconds % 1000 == 0 ? 0 : 1)
        self.init(tv_sec: Int(microseconds / 1_000_000), tv_usec: Int(microseconds % 1_000_000))
    }
}
