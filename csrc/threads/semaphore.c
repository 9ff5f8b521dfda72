// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <limits.h>
#include <semaphore.h>

#include "thread.h"

// Unnamed semaphores of the one thread. Handlers of signals may post, so a wait looks again after each.

#ifndef SEM_VALUE_MAX
#define SEM_VALUE_MAX 0x7FFFFFFF
#endif

int sem_init(sem_t *semaphore, int shared, unsigned value) {
    (void)shared;
    if (value > SEM_VALUE_MAX) return __net_ret(EINVAL);
    semaphore->__val[0] = (int)value;
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

int sem_post(sem_t *semaphore) {
    if (semaphore->__val[0] == SEM_VALUE_MAX) return __net_ret(EOVERFLOW);
    semaphore->__val[0]++;
    return 0;
}

int sem_trywait(sem_t *semaphore) {
    if (semaphore->__val[0] == 0) return __net_ret(EAGAIN);
    semaphore->__val[0]--;
    return 0;
}

int sem_wait(sem_t *semaphore) {
    while (semaphore->__val[0] == 0) {
        uint32_t mark = __net_interruptions;
        __net_wait_for_signal();
        if (semaphore->__val[0] == 0 && __net_interruptions != mark) return __net_ret(EINTR);
    }
    return sem_trywait(semaphore);
}

int sem_timedwait(sem_t *restrict semaphore, const struct timespec *restrict time) {
    while (semaphore->__val[0] == 0) {
        uint32_t mark = __net_interruptions;
        int error = __net_wait_until(CLOCK_REALTIME, time);
        if (error != 0) return __net_ret(error);
        if (semaphore->__val[0] == 0 && __net_interruptions != mark) return __net_ret(EINTR);
    }
    return sem_trywait(semaphore);
}
