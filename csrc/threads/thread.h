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
// A condition's clock: null is CLOCK_REALTIME.
#define COND_CLOCK(cond) ((cond)->__u.__p[0])
// Readers, or -1 for a writer.
#define RWLOCK_COUNT(lock) ((lock)->__u.__i[0])
#define BARRIER_LIMIT(barrier) ((barrier)->__u.__i[0])

// What never comes is waited for with handlers of signals running, until one has.
HIDDEN void __net_wait_for_signal(void);
// Waits until a time of a clock has come: ETIMEDOUT, or 0 when a handler ran. EINVAL: not a time.
HIDDEN int __net_wait_until(clockid_t clock, const struct timespec *time);

#endif
