// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <limits.h>
#include <semaphore.h>

#include "thread.h"

// Unnamed semaphores: of the one thread, whose handlers of signals may post, so that a wait looks again after each; and
// those that processes share.

#ifndef SEM_VALUE_MAX
#define SEM_VALUE_MAX 0x7FFFFFFF
#endif

static bool is_shared(const sem_t *semaphore) { return semaphore->__val[1] != 0; }

int sem_init(sem_t *semaphore, int shared, unsigned value) {
    if (value > SEM_VALUE_MAX) return __net_ret(EINVAL);
    semaphore->__val[0] = (int)value;
    semaphore->__val[1] = shared != 0;
    return 0;
}

int sem_destroy(sem_t *semaphore) {
    (void)semaphore;
    return 0;
}

int sem_getvalue(sem_t *restrict semaphore, int *restrict value) {
    *value = semaphore->__val[0];
    return 0;
}

// Whether it could be done.
ATOMIC static bool add(sem_t *semaphore, int number, int impossible) {
    int value = __atomic_load_n(&semaphore->__val[0], __ATOMIC_SEQ_CST);
    do {
        if (value == impossible) return false;
    } while (!__atomic_compare_exchange_n(&semaphore->__val[0], &value, value + number, false, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST));
    return true;
}

int sem_post(sem_t *semaphore) { return __net_ret(add(semaphore, 1, SEM_VALUE_MAX) ? 0 : EOVERFLOW); }

int sem_trywait(sem_t *semaphore) { return __net_ret(add(semaphore, -1, 0) ? 0 : EAGAIN); }

// Until a handler has run; of the one thread nobody else can post. As on Linux what has a time ends even when the handler
// has SA_RESTART.
static int wait_for_handler(const struct timespec *time) {
    uint32_t mark = __net_interruptions;
    if (time != NULL) {
        int error = __net_wait_until(CLOCK_REALTIME, time);
        return error != 0 ? error : EINTR;
    }
    __net_wait_for_signal();
    return __net_interruptions != mark ? EINTR : 0;
}

static int wait_until(sem_t *semaphore, const struct timespec *time) {
    for (unsigned turn = 0; !add(semaphore, -1, 0); turn += turn < UINT_MAX) {
        int error = is_shared(semaphore) ? __net_nap(turn, time) : wait_for_handler(time);
        if (error != 0) return __net_ret(add(semaphore, -1, 0) ? 0 : error);
    }
    return 0;
}

int sem_wait(sem_t *semaphore) { return wait_until(semaphore, NULL); }

int sem_timedwait(sem_t *restrict semaphore, const struct timespec *restrict time) { return wait_until(semaphore, time); }
