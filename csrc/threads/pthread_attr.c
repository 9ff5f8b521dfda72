// SPDX-License-Identifier: Apache-2.0
#include <errno.h>

#include "thread.h"

// Attributes: kept and told again. Of those that matter to one thread a mutex's type and a condition's clock are used.

#define STACK_SIZE(attributes) ((attributes)->__u.__s[0])
#define GUARD_SIZE(attributes) ((attributes)->__u.__s[1])
#define DETACH_STATE(attributes) ((attributes)->__u.__i[3])

int pthread_attr_init(pthread_attr_t *attributes) {
    *attributes = (pthread_attr_t){0};
    STACK_SIZE(attributes) = 8 << 20;
    return 0;
}

int pthread_attr_destroy(pthread_attr_t *attributes) {
    (void)attributes;
    return 0;
}

int pthread_attr_getstacksize(const pthread_attr_t *restrict attributes, size_t *restrict size) {
    *size = STACK_SIZE(attributes);
    return 0;
}

int pthread_attr_setstacksize(pthread_attr_t *attributes, size_t size) {
    if (size < PTHREAD_STACK_MIN) return EINVAL;
    STACK_SIZE(attributes) = size;
    return 0;
}

int pthread_attr_getguardsize(const pthread_attr_t *restrict attributes, size_t *restrict size) {
    *size = GUARD_SIZE(attributes);
    return 0;
}

int pthread_attr_setguardsize(pthread_attr_t *attributes, size_t size) {
    GUARD_SIZE(attributes) = size;
    return 0;
}

int pthread_attr_getdetachstate(const pthread_attr_t *attributes, int *state) {
    *state = DETACH_STATE(attributes);
    return 0;
}

int pthread_attr_setdetachstate(pthread_attr_t *attributes, int state) {
    if (state != PTHREAD_CREATE_JOINABLE && state != PTHREAD_CREATE_DETACHED) return EINVAL;
    DETACH_STATE(attributes) = state;
    return 0;
}

#define INITIALIZED(kind) \
    int pthread_##kind##_init(pthread_##kind##_t *attributes) { \
        *attributes = (pthread_##kind##_t){0}; \
        return 0; \
    } \
    int pthread_##kind##_destroy(pthread_##kind##_t *attributes) { \
        (void)attributes; \
        return 0; \
    }

// Whether an object is shared with other processes, in bit 31 of a word. ENOTSUP: of the kind only one process's can be.
#define SHARED(kind, word, unless) \
    int pthread_##kind##_getpshared(const pthread_##kind##_t *restrict attributes, int *restrict shared) { \
        *shared = (int)(attributes->word >> 31); \
        return 0; \
    } \
    int pthread_##kind##_setpshared(pthread_##kind##_t *attributes, int shared) { \
        if (shared != PTHREAD_PROCESS_PRIVATE && shared != PTHREAD_PROCESS_SHARED) return EINVAL; \
        if (shared == PTHREAD_PROCESS_SHARED && (unless) != 0) return unless; \
        attributes->word = (attributes->word & 0x7FFFFFFF) | (unsigned)shared << 31; \
        return 0; \
    }

INITIALIZED(mutexattr)
INITIALIZED(condattr)
INITIALIZED(rwlockattr)
INITIALIZED(barrierattr)
SHARED(mutexattr, __attr, 0)
SHARED(condattr, __attr, ENOTSUP)
SHARED(rwlockattr, __attr[0], ENOTSUP)
SHARED(barrierattr, __attr, ENOTSUP)

int pthread_mutexattr_gettype(const pthread_mutexattr_t *restrict attributes, int *restrict type) {
    *type = (int)(attributes->__attr & 3);
    return 0;
}

int pthread_mutexattr_settype(pthread_mutexattr_t *attributes, int type) {
    if (type < PTHREAD_MUTEX_NORMAL || type > PTHREAD_MUTEX_ERRORCHECK) return EINVAL;
    attributes->__attr = (attributes->__attr & ~3U) | (unsigned)type;
    return 0;
}

int pthread_condattr_getclock(const pthread_condattr_t *restrict attributes, clockid_t *restrict clock) {
    *clock = attributes->__attr & 1 ? CLOCK_MONOTONIC : CLOCK_REALTIME;
    return 0;
}

int pthread_condattr_setclock(pthread_condattr_t *attributes, clockid_t clock) {
    if (clock != CLOCK_REALTIME && clock != CLOCK_MONOTONIC) return EINVAL;
    attributes->__attr = (attributes->__attr & ~1U) | (clock == CLOCK_MONOTONIC);
    return 0;
}
