// SPDX-License-Identifier: Apache-2.0
//
// What the POSIX thread functions of a program with one thread keep in their objects. The types have musl's sizes, so
// that programs need not be compiled again when there are threads.
#ifndef NETWASI_THREAD_H
#define NETWASI_THREAD_H

#include <pthread.h>

#include "internal.h"

#define MUTEX_TYPE(mutex) ((mutex)->__u.__i[0])
#define MUTEX_COUNT(mutex) ((mutex)->__u.__i[1])
// Of one that processes share: the process that has it, or 0.
#define MUTEX_OWNER(mutex) ((mutex)->__u.__i[2])
// Beside a mutex's type: it lies in memory that processes share.
#define MUTEX_SHARED 4
// A condition's clock: null is CLOCK_REALTIME.
#define COND_CLOCK(cond) ((cond)->__u.__p[0])
// Readers, or -1 for a writer.
#define RWLOCK_COUNT(lock) ((lock)->__u.__i[0])
#define BARRIER_LIMIT(barrier) ((barrier)->__u.__i[0])

// What never comes is waited for with handlers of signals running, until one has.
HIDDEN void __net_wait_for_signal(void);
// Waits until a time of a clock has come: ETIMEDOUT, or 0 when a handler ran. EINVAL: not a time.
HIDDEN int __net_wait_until(clockid_t clock, const struct timespec *time);

// Waits a little for another process to change something: 0, ETIMEDOUT when `time` has come (null: it never does), EINTR when
// a handler without SA_RESTART ran. EINVAL: not a time. `turn` counts the calls of one wait, from 0.
HIDDEN int __net_nap(unsigned turn, const struct timespec *time);

// For functions that change words which other processes change too: programs are compiled without atomic instructions,
// since they have one thread.
#define ATOMIC __attribute__((__target__("atomics")))

#endif
