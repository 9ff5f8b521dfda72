// SPDX-License-Identifier: Apache-2.0

import CKernel
import Glibc
import WASI
import WasmFormat

// Threads of the host's own. None of them runs anything of the guest's, or handles a signal.

extension Kernel {
    /// Runs `body` on a thread; false when there can be none.
    static func startThread(_ body: @escaping @Sendable () -> Void) -> Bool {
        guard let thread = makeThread(body) else { return false }
        pthread_detach(thread)
        return true
    }

    /// A thread for each processor that this process may use, the calling one among them; four at most, since even a large
    /// module is a few milliseconds of work.
    static var workers: Workers {
        Workers(count: min(Int(ck_processors()), 4)) { count, body in
            let threads = (1..<count).map { index in makeThread { body(index) } }
            body(0)
            for (index, thread) in zip(1..., threads) {
                if let thread { pthread_join(thread, nil) } else { body(index) }
            }
        }
    }

    private static func makeThread(_ body: @escaping @Sendable () -> Void) -> pthread_t? {
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
            return nil
        }
        return thread
    }
}

/// What a thread does, boxed to have an address.
private final class ThreadBody: Sendable {
    let run: @Sendable () -> Void

    init(run: @escaping @Sendable () -> Void) { self.run = run }
}
