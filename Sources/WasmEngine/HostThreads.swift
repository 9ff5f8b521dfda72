// SPDX-License-Identifier: Apache-2.0

import Glibc

// Threads that wait for others, by the address that they wait at: `memory.atomic.wait` and `notify`. Beside
// HostMemory.swift the only file here that calls libc.

/// A time on the clock that nobody sets, or never.
struct Deadline {
    fileprivate let time: timespec?

    /// So many nanoseconds from now; never when negative.
    init(nanoseconds: Int64) {
        time = nanoseconds < 0 ? nil : Self.now(plus: nanoseconds)
    }

    fileprivate static func now(plus nanoseconds: Int64) -> timespec {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        let sum = Int64(now.tv_nsec) &+ nanoseconds % 1_000_000_000
        now.tv_sec &+= Int(nanoseconds / 1_000_000_000 &+ sum / 1_000_000_000)
        now.tv_nsec = Int(sum % 1_000_000_000)
        return now
    }

    fileprivate static func isEarlier(_ left: timespec, _ right: timespec) -> Bool {
        (left.tv_sec, left.tv_nsec) < (right.tv_sec, right.tv_nsec)
    }
}

/// The queues of waiting threads, one for each address, behind one lock. Waiting is rare and long, the lock is held for short.
enum WaitQueues {
    /// A thread that waits.
    final class Waiter {
        fileprivate let address: UInt
        fileprivate let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
        fileprivate var isNotified = false

        fileprivate init(address: UInt) {
            self.address = address
            var attributes = pthread_condattr_t()
            pthread_condattr_init(&attributes)
            pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
            condition.initialize(to: pthread_cond_t())
            pthread_cond_init(condition, &attributes)
            pthread_condattr_destroy(&attributes)
        }

        deinit {
            pthread_cond_destroy(condition)
            condition.deallocate()
        }
    }

    /// Why waiting ended, or paused.
    enum Result { case notified, timedOut, interrupted }

    // Safe to share: the lock is made once, and the queues are touched with the lock held only.
    nonisolated(unsafe) private static let lock: UnsafeMutablePointer<pthread_mutex_t> = {
        let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
        lock.initialize(to: pthread_mutex_t())
        pthread_mutex_init(lock, nil)
        return lock
    }()
    nonisolated(unsafe) private static var queues: [UInt: [Waiter]] = [:]

    /// How often a waiting thread looks whether it was interrupted: a signal handler can set a flag, but not wake it.
    private static let pause: Int64 = 10_000_000

    /// Joins the queue of an address, if a condition holds that nobody who notifies can change in between.
    static func enter(_ place: UnsafeMutableRawPointer, if condition: () -> Bool) -> Waiter? {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        guard condition() else { return nil }
        let waiter = Waiter(address: UInt(bitPattern: place))
        queues[waiter.address, default: []].append(waiter)
        return waiter
    }

    /// Waits to be notified, as long as the deadline has not come and `mayWait` holds.
    static func wait(_ waiter: Waiter, until deadline: Deadline, orWhile mayWait: () -> Bool) -> Result {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        while true {
            if waiter.isNotified { return .notified }
            if !mayWait() { return .interrupted }
            var until = Deadline.now(plus: pause)
            if let time = deadline.time {
                if !Deadline.isEarlier(Deadline.now(plus: 0), time) { return .timedOut }
                if Deadline.isEarlier(time, until) { until = time }
            }
            pthread_cond_timedwait(waiter.condition, lock, &until)
        }
    }

    /// Leaves the queue, if still in it.
    static func leave(_ waiter: Waiter) {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        guard !waiter.isNotified else { return }
        remove(waiter.address) { $0 === waiter }
    }

    /// Wakes up to `count` threads that wait at an address, the first to come first; how many.
    static func notify(_ place: UnsafeMutableRawPointer, count: UInt32) -> UInt32 {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        let address = UInt(bitPattern: place)
        var woken: UInt32 = 0
        remove(address) { waiter in
            guard woken < count else { return false }
            woken += 1
            waiter.isNotified = true
            pthread_cond_signal(waiter.condition)
            return true
        }
        return woken
    }

    private static func remove(_ address: UInt, where isGone: (Waiter) -> Bool) {
        guard var queue = queues[address] else { return }
        queue.removeAll(where: isGone)
        queues[address] = queue.isEmpty ? nil : queue
    }
}
