// SPDX-License-Identifier: Apache-2.0
#include <errno.h>

#include "thread.h"

// Mutexes of the one thread. POSIX lets a normal one that its owner locks again wait for ever; here that is EDEADLK, as
// for an error-checking one, since nobody could ever end it.

int pthread_mutex_init(pthread_mutex_t *restrict mutex, const pthread_mutexattr_t *restrict attributes) {
    *mutex = (pthread_mutex_t){0};
    if (attributes != NULL) MUTEX_TYPE(mutex) = (int)(attributes->__attr & 3);
    return 0;
}

int pthread_mutex_destroy(pthread_mutex_t *mutex) { return MUTEX_COUNT(mutex) != 0 ? EBUSY : 0; }

static int lock(pthread_mutex_t *mutex, int error) {
    if (MUTEX_COUNT(mutex) != 0) {
        if (MUTEX_TYPE(mutex) != PTHREAD_MUTEX_RECURSIVE) return error;
        if (MUTEX_COUNT(mutex) == INT32_MAX) return EAGAIN;
    }
    MUTEX_COUNT(mutex)++;
    return 0;
}

int pthread_mutex_lock(pthread_mutex_t *mutex) { return lock(mutex, EDEADLK); }

int pthread_mutex_trylock(pthread_mutex_t *mutex) { return lock(mutex, EBUSY); }

int pthread_mutex_timedlock(pthread_mutex_t *restrict mutex, const struct timespec *restrict time) {
    int error = lock(mutex, EBUSY);
    if (error != EBUSY) return error;
    if (MUTEX_TYPE(mutex) == PTHREAD_MUTEX_ERRORCHECK) return EDEADLK;
    while (error == EBUSY || error == 0) error = __net_wait_until(CLOCK_REALTIME, time);
    return error;
}

int pthread_mutex_unlock(pthread_mutex_t *mutex) {
    if (MUTEX_COUNT(mutex) == 0) return EPERM;
    MUTEX_COUNT(mutex)--;
    return 0;
}
