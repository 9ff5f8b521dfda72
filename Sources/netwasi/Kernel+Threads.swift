// SPDX-License-Identifier: Apache-2.0

import CKernel
import Glibc
import Synchronization
import WASI
import WasmFormat

// Threads of the host's own. None of them runs anything of the guest's, or handles a signal.

extension Kernel {
    /// Runs `body` on a thread; false when there can be none.
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

    /// A thread for each processor that this process may use, the calling one among them; four at most, since even a large
    /// module is a few milliseconds of work. Each takes the next piece when it is done with one, so that none waits for a
    /// thread that a busy machine has not let begin.
    static var workers: Workers {
        let threads = min(Int(ck_processors()), 4)
        return Workers(count: threads) { count, body in
            let share = Share(count: count, body: body)
            for _ in 1..<min(threads, count) where !startThread(share.work) { break }
            share.work()
            share.waitForAll()
        }
    }
}

/// What a thread does, boxed to have an address.
private final class ThreadBody: Sendable {
    let run: @Sendable () -> Void

    init(run: @escaping @Sendable () -> Void) { self.run = run }
}

/// Pieces of work, taken one after the other by whoever has time.
private final class Share: Sendable {
    private let count: Int
    private let body: @Sendable (Int) -> Void
    private let next = Atomic(0)
    // Safe to share: a semaphore is made for that. It goes when nobody holds this, and so nobody waits.
    nonisolated(unsafe) private let done = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)

    init(count: Int, body: @escaping @Sendable (Int) -> Void) {
        self.count = count
        self.body = body
        sem_init(done, 0, 0)
    }

    deinit {
        sem_destroy(done)
        done.deallocate()
    }

    /// Does pieces until none is left.
    func work() {
        while true {
            let index = next.add(1, ordering: .relaxed).oldValue
            guard index < count else { return }
            body(index)
            sem_post(done)
        }
    }

    func waitForAll() {
        for _ in 0..<count { while sem_wait(done) != 0 {} }
    }
}
