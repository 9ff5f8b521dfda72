// SPDX-License-Identifier: Apache-2.0

import CKernel
import Glibc

// Calls that make descriptors of events and wait for them: epoll, eventfd, timerfd.

extension Kernel {
    static func createEpoll() throws(Errno) -> Int32 { try valueOrErrno { epoll_create1(Int32(O_CLOEXEC)) } }

    static func changeEpoll(
        _ set: Int32, _ operation: Int32, _ fd: Int32, events: UInt32, data: UInt64
    ) throws(Errno) {
        try valueOrErrno { ck_epoll_ctl(set, operation, fd, events, data) }
    }

    /// epoll_pwait2 into `capacity` of the host's records; nil waits without limit. How many were written.
    static func waitEpoll(
        _ set: Int32, _ records: UnsafeMutableRawPointer?, capacity: Int32, timeout nanoseconds: UInt64?
    ) throws(Errno) -> Int {
        guard let nanoseconds, nanoseconds > 0 else {
            let timeout: Int64 = nanoseconds == nil ? -1 : 0
            return try waiting { ck_epoll_wait(set, records, capacity, timeout) }
        }
        // The kernel does not count it down: a wait that is taken up again is until the same moment.
        let start = try time(of: CLOCK_MONOTONIC)
        var elapsed: UInt64 = 0
        return try waiting {
            let left = nanoseconds > elapsed ? nanoseconds - elapsed : 0
            let result = ck_epoll_wait(set, records, capacity, Int64(clamping: left))
            if result < 0, let now = try? time(of: CLOCK_MONOTONIC), now > start { elapsed = now - start }
            return result
        }
    }

    static func createCounter(_ initial: UInt32, semaphore: Bool, nonblocking: Bool) throws(Errno) -> Int32 {
        let flags = O_CLOEXEC | (nonblocking ? O_NONBLOCK : 0) | (semaphore ? Int32(EFD_SEMAPHORE) : 0)
        return try valueOrErrno { eventfd(initial, flags) }
    }

    static func createTimer(_ clock: clockid_t, nonblocking: Bool) throws(Errno) -> Int32 {
        try valueOrErrno { timerfd_create(clock, O_CLOEXEC | (nonblocking ? O_NONBLOCK : 0)) }
    }

    /// timerfd_settime; the setting before it.
    static func setTimer(
        _ fd: Int32, _ setting: TimerSetting, absolute: Bool, cancelOnSet: Bool
    ) throws(Errno) -> TimerSetting {
        let flags =
            (absolute ? Int32(TFD_TIMER_ABSTIME) : 0)
            | (cancelOnSet ? Int32(TFD_TIMER_CANCEL_ON_SET) : 0)
        var new = setting.host
        var previous = itimerspec()
        try valueOrErrno { timerfd_settime(fd, flags, &new, &previous) }
        return TimerSetting(previous)
    }

    static func timer(_ fd: Int32) throws(Errno) -> TimerSetting {
        var current = itimerspec()
        try valueOrErrno { timerfd_gettime(fd, &current) }
        return TimerSetting(current)
    }

    /// inotify_init1.
    static func createWatcher(nonblocking: Bool) throws(Errno) -> Int32 {
        try valueOrErrno { ck_inotify_create(nonblocking) }
    }

    /// inotify_add_watch of what a descriptor opened with `.path` refers to.
    static func addWatch(_ fd: Int32, reference: Int32, mask: UInt32) throws(Errno) -> Int32 {
        try valueOrErrno { ck_inotify_add(fd, reference, mask) }
    }

    static func removeWatch(_ fd: Int32, _ watch: Int32) throws(Errno) {
        try valueOrErrno { ck_inotify_remove(fd, watch) }
    }

    /// timer_create: the system's number.
    static func createTimer(_ clock: clockid_t, signal: UInt32, value: UInt64) throws(Errno) -> Int32 {
        var timer: Int32 = 0
        try waiting { Int(ck_timer_create(clock, signal, value, &timer)) }
        return timer
    }

    /// timer_settime; the setting before it.
    static func setTimer(
        number timer: Int32, _ setting: TimerSetting, absolute: Bool
    ) throws(Errno) -> TimerSetting {
        var new = setting.host
        var previous = itimerspec()
        try valueOrErrno { ck_timer_set(timer, absolute ? Int32(TIMER_ABSTIME) : 0, &new, &previous) }
        return TimerSetting(previous)
    }

    /// timer_gettime.
    static func timer(number timer: Int32) throws(Errno) -> TimerSetting {
        var current = itimerspec()
        try valueOrErrno { ck_timer_get(timer, &current) }
        return TimerSetting(current)
    }

    /// Who this process is, for what says who sent a signal.
    static var ownProcess: Int32 { getpid() }
    static let ownUser = getuid()

    static func deleteTimer(_ timer: Int32) throws(Errno) { try valueOrErrno { ck_timer_delete(timer) } }

    /// Another descriptor of the host for what `fd` is one for.
    package static func duplicate(_ fd: Int32) throws(Errno) -> Int32 { try valueOrErrno { ck_duplicate(fd) } }
}

/// When a timer goes off, and how long after that again, in nanoseconds; 0 is never.
struct TimerSetting {
    var first: UInt64
    var interval: UInt64

    init(first: UInt64, interval: UInt64) {
        self.first = first
        self.interval = interval
    }

    init(_ host: itimerspec) {
        self.init(first: nanoseconds(host.it_value), interval: nanoseconds(host.it_interval))
    }

    init(_ host: itimerval) {
        self.init(
            first: nanoseconds(timespec(tv_sec: host.it_value.tv_sec, tv_nsec: Int(host.it_value.tv_usec) * 1000)),
            interval: nanoseconds(
                timespec(tv_sec: host.it_interval.tv_sec, tv_nsec: Int(host.it_interval.tv_usec) * 1000)))
    }

    var host: itimerspec {
        itimerspec(it_interval: timespec(nanoseconds: interval), it_value: timespec(nanoseconds: first))
    }
}
