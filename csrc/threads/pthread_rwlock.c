// SPDX-License-Identifier: Apache-2.0
#include <errno.h>

#include "thread.h"

// Read-write locks, spin locks and barriers of the one thread. A lock that it waits for itself is EDEADLK.

int pthread_rwlock_init(pthread_rwlock_t *restrict lock, const pthread_rwlockattr_t *restrict attributes) {
    (void)attributes;
    *lock = (pthread_rwlock_t){0};
    return 0;
}

int pthread_rwlock_destroy(pthread_rwlock_t *lock) { return RWLOCK_COUNT(lock) != 0 ? EBUSY : 0; }

int pthread_rwlock_tryrdlock(pthread_rwlock_t *lock) {
    if (RWLOCK_COUNT(lock) < 0) return EBUSY;
    if (RWLOCK_COUNT(lock) == INT32_MAX) return EAGAIN;
    RWLOCK_COUNT(lock)++;
    return 0;
}

int pthread_rwlock_trywrlock(pthread_rwlock_t *lock) {
    if (RWLOCK_COUNT(lock) != 0) return EBUSY;
    RWLOCK_COUNT(lock) = -1;
    return 0;
}

int pthread_rwlock_rdlock(pthread_rwlock_t *lock) {
    int error = pthread_rwlock_tryrdlock(lock);
    return error == EBUSY ? EDEADLK : error;
}

int pthread_rwlock_wrlock(pthread_rwlock_t *lock) {
    return pthread_rwlock_trywrlock(lock) != 0 ? EDEADLK : 0;
}

static bool is_time(const struct timespec *time) { return time->tv_nsec >= 0 && time->tv_nsec < 1000000000; }

int pthread_rwlock_timedrdlock(pthread_rwlock_t *restrict lock, const struct timespec *restrict time) {
    return is_time(time) ? pthread_rwlock_rdlock(lock) : EINVAL;
}

int pthread_rwlock_timedwrlock(pthread_rwlock_t *restrict lock, const struct timespec *restrict time) {
    int error = is_time(time) ? pthread_rwlock_trywrlock(lock) : EINVAL;
    // Readers, unlike the writer, are not known to be this thread: they are waited for, and a handler may let go.
    while (error == EBUSY && RWLOCK_COUNT(lock) > 0) {
        int ended = __net_wait_until(CLOCK_REALTIME, time);
        if (ended != 0) return ended;
        error = pthread_rwlock_trywrlock(lock);
    }
    return error == EBUSY ? EDEADLK : error;
}

int pthread_rwlock_unlock(pthread_rwlock_t *lock) {
    if (RWLOCK_COUNT(lock) == 0) return EPERM;
    if (RWLOCK_COUNT(lock) < 0) RWLOCK_COUNT(lock) = 0;
    else RWLOCK_COUNT(lock)--;
    return 0;
}

int pthread_spin_init(pthread_spinlock_t *lock, int shared) {
    (void)shared;
    *lock = 0;
    return 0;
}

int pthread_spin_destroy(pthread_spinlock_t *lock) {
    (void)lock;
    return 0;
}

int pthread_spin_trylock(pthread_spinlock_t *lock) {
    if (*lock != 0) return EBUSY;
    *lock = 1;
    return 0;
}

int pthread_spin_lock(pthread_spinlock_t *lock) { return pthread_spin_trylock(lock) != 0 ? EDEADLK : 0; }

int pthread_spin_unlock(pthread_spinlock_t *lock) {
    *lock = 0;
    return 0;
}

int pthread_barrier_init(pthread_barrier_t *restrict barrier, const pthread_barrierattr_t *restrict attributes,
                         unsigned count) {
    (void)attributes;
    if (count == 0 || count > INT32_MAX) return EINVAL;
    *barrier = (pthread_barrier_t){0};
    BARRIER_LIMIT(barrier) = (int)count;
    return 0;
}

int pthread_barrier_destroy(pthread_barrier_t *barrier) {
    (void)barrier;
    return 0;
}

/// One thread is enough for a barrier of one; at any other it waits for ever.
int pthread_barrier_wait(pthread_barrier_t *barrier) {
    while (BARRIER_LIMIT(barrier) != 1) __net_wait_for_signal();
    return PTHREAD_BARRIER_SERIAL_THREAD;
}
