// SPDX-License-Identifier: Apache-2.0

import CKernel
import Glibc

// The boundary to the system: how every call is made. This file and its extensions by topic are the only ones that call
// the C library; in them one function is one call, without decisions.

/// The system's calls, each by its own name, with errors as the guest will see them.
///
/// A call that fails throws an `Errno`. EINTR reaches a caller only when a signal waits to be delivered to the guest;
/// otherwise the call is made again here, so that no caller has a loop of its own.
@usableFromInline
package enum Kernel {
    /// A call of the C library: a negative result means that `errno` says why.
    @inlinable @inline(__always)
    @discardableResult
    package static func valueOrErrno<T: SignedInteger & FixedWidthInteger>(_ call: () -> T) throws(Errno) -> T {
        let fault = ck_fault()
        if _slowPath(fault != 0) { throw Errno(host: fault) }
        while true {
            let result = call()
            if _fastPath(result >= 0) { return result }
            let error = errno
            if error != EINTR || ck_signals_ready() { throw Errno(host: error) }
        }
    }

    /// A call that may wait, made through one of CKernel's `ck_…` functions: a negative result is a negated errno.
    @inlinable @inline(__always)
    @discardableResult
    package static func waiting(_ call: () -> Int) throws(Errno) -> Int {
        let fault = ck_fault()
        if _slowPath(fault != 0) { throw Errno(host: fault) }
        while true {
            let result = call()
            if _fastPath(result >= 0) { return result }
            if result != Int(-EINTR) || ck_signals_ready() { throw Errno(host: Int32(truncatingIfNeeded: -result)) }
        }
    }

    // MARK: Fault injection

    /// Runs `body` with the `nth` system call from here on failing with `error`, and all after it when `persistent`.
    /// Only calls of this thread. With `nth` 0 none fails. Returns what `body` did and how many calls it made.
    package static func withFault<R>(
        nth: Int, error: Int32, persistent: Bool = false, _ body: () throws -> R
    ) rethrows -> (result: R, calls: Int) {
        ck_faults_start(Int64(nth), error, persistent)
        defer { ck_faults_stop() }
        let result = try body()
        return (result, Int(ck_faults_stop()))
    }
}
