// SPDX-License-Identifier: Apache-2.0

import CKernel
import Glibc

// Calls on descriptors and files.

extension Kernel {
    /// close(2). Not repeated on EINTR: Linux has closed the descriptor by then.
    package static func close(_ fd: Int32) throws(Errno) {
        let result = Glibc.close(fd)
        let error = errno
        // A simulated failure comes after the real close, so that tests do not leak.
        let fault = ck_fault()
        if fault != 0 { throw Errno(host: fault) }
        if result < 0, error != EINTR { throw Errno(host: error) }
    }
}
