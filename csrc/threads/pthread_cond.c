// SPDX-License-Identifier: Apache-2.0
#include <errno.h>

#include "thread.h"

// Conditions of the one thread: nobody else signals, so a wait ends by its time or, as POSIX allows, without a reason
// after a handler of a signal has run.

int pthread_cond_init(pthread_cond_t *restrict cond, const pthread_condattr_t *restrict attributes) {
    *cond = (pthread_cond_t){0};
    if (attributes != NULL && attributes->__attr & 1) COND_CLOCK(cond) = (void *)CLOCK_MONOTONIC;
    return 0;
}

int pthread_cond_destroy(pthread_cond_t *cond) {
    (void)cond;
    return 0;
}

int pthread_cond_wait(pthread_cond_t *restrict cond, pthread_mutex_t *restrict mutex) {
    (void)cond;
    int error = pthread_mutex_unlock(mutex);
    if (error != 0) return error;
    __net_wait_for_signal();
    return pthread_mutex_lock(mutex);
}

int pthread_cond_timedwait(pthread_cond_t *restrict cond, pthread_mutex_t *restrict mutex,
                           const struct timespec *restrict time) {
    int error = pthread_mutex_unlock(mutex);
    if (error != 0) return error;
    int waited = __net_wait_until(COND_CLOCK(cond) != NULL ? CLOCK_MONOTONIC : CLOCK_REALTIME, time);
    error = pthread_mutex_lock(mutex);
    return error != 0 ? error : waited;
}

int pthread_cond_signal(pthread_cond_t *cond) {
    (void)cond;
    return 0;
}

int pthread_cond_broadcast(pthread_cond_t *cond) {
    (void)cond;
    return 0;
}
