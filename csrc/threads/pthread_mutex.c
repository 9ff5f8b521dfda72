// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <limits.h>
#include <unistd.h>

#include "thread.h"

// Mutexes of the one thread, and those that processes share. POSIX lets a normal one that its owner locks again wait for
// ever; here that is EDEADLK, as for an error-checking one, since nobody could ever end it.

int pthread_mutex_init(pthread_mutex_t *restrict mutex, const pthread_mutexattr_t *restrict attributes) {
    *mutex = (pthread_mutex_t){0};
    if (attributes == NULL) return 0;
    MUTEX_TYPE(mutex) = (int)(attributes->__attr & 3);
    if (attributes->__attr >> 31) MUTEX_TYPE(mutex) |= MUTEX_SHARED;
    return 0;
}

static bool is_shared(const pthread_mutex_t *mutex) { return MUTEX_TYPE(mutex) & MUTEX_SHARED; }
static bool is(const pthread_mutex_t *mutex, int type) { return (MUTEX_TYPE(mutex) & 3) == type; }

ATOMIC static bool is_own(pthread_mutex_t *mutex) {
    return __atomic_load_n(&MUTEX_OWNER(mutex), __ATOMIC_SEQ_CST) == getpid();
}

ATOMIC static bool take(pthread_mutex_t *mutex) {
    int nobody = 0;
    return __atomic_compare_exchange_n(&MUTEX_OWNER(mutex), &nobody, getpid(), false, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);
}

ATOMIC static void leave(pthread_mutex_t *mutex) { __atomic_store_n(&MUTEX_OWNER(mutex), 0, __ATOMIC_SEQ_CST); }

int pthread_mutex_destroy(pthread_mutex_t *mutex) { return MUTEX_COUNT(mutex) != 0 ? EBUSY : 0; }

// Whether this process has it already.
static bool is_held(pthread_mutex_t *mutex) { return is_shared(mutex) ? is_own(mutex) : MUTEX_COUNT(mutex) != 0; }

static int lock_once_more(pthread_mutex_t *mutex, int error) {
    if (!is(mutex, PTHREAD_MUTEX_RECURSIVE)) return error;
    if (MUTEX_COUNT(mutex) == INT_MAX) return EAGAIN;
    MUTEX_COUNT(mutex)++;
    return 0;
}

static int lock_first(pthread_mutex_t *mutex) {
    if (is_shared(mutex) && !take(mutex)) return EBUSY;
    MUTEX_COUNT(mutex) = 1;
    return 0;
}

// Handlers that run meanwhile change nothing.
static int lock_until(pthread_mutex_t *mutex, const struct timespec *time) {
    for (unsigned turn = 0;; turn += turn < UINT_MAX) {
        if (lock_first(mutex) == 0) return 0;
        int error = __net_nap(turn, time);
        if (error != 0 && error != EINTR) return error;
    }
}

int pthread_mutex_lock(pthread_mutex_t *mutex) {
    return is_held(mutex) ? lock_once_more(mutex, EDEADLK) : lock_until(mutex, NULL);
}

int pthread_mutex_trylock(pthread_mutex_t *mutex) {
    return is_held(mutex) ? lock_once_more(mutex, EBUSY) : lock_first(mutex);
}

int pthread_mutex_timedlock(pthread_mutex_t *restrict mutex, const struct timespec *restrict time) {
    if (!is_held(mutex)) return lock_until(mutex, time);
    int error = lock_once_more(mutex, is(mutex, PTHREAD_MUTEX_ERRORCHECK) ? EDEADLK : EBUSY);
    if (error != EBUSY) return error;
    while (error == EBUSY || error == 0) error = __net_wait_until(CLOCK_REALTIME, time);
    return error;
}

int pthread_mutex_unlock(pthread_mutex_t *mutex) {
    if (!is_held(mutex)) return EPERM;
    if (--MUTEX_COUNT(mutex) == 0 && is_shared(mutex)) leave(mutex);
    return 0;
}
