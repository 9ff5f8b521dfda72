// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <stdlib.h>

#include "thread.h"

// Keys, once, and the end of the one thread, which ends the program.

struct key {
    bool used;
    void (*destructor)(void *);
    void *value;
};

static struct key keys[PTHREAD_KEYS_MAX];
static struct __ptcb *cleanups;

int pthread_key_create(pthread_key_t *key, void (*destructor)(void *)) {
    for (pthread_key_t index = 0; index < PTHREAD_KEYS_MAX; index++) {
        if (keys[index].used) continue;
        keys[index] = (struct key){.used = true, .destructor = destructor};
        *key = index;
        return 0;
    }
    return EAGAIN;
}

int pthread_key_delete(pthread_key_t key) {
    if (key >= PTHREAD_KEYS_MAX || !keys[key].used) return EINVAL;
    keys[key].used = false;
    return 0;
}

void *pthread_getspecific(pthread_key_t key) {
    return key < PTHREAD_KEYS_MAX && keys[key].used ? keys[key].value : NULL;
}

int pthread_setspecific(pthread_key_t key, const void *value) {
    if (key >= PTHREAD_KEYS_MAX || !keys[key].used) return EINVAL;
    keys[key].value = (void *)value;
    return 0;
}

int pthread_once(pthread_once_t *once, void (*function)(void)) {
    if (*once != 0) return 0;
    *once = 1;
    function();
    return 0;
}

void _pthread_cleanup_push(struct __ptcb *cleanup, void (*function)(void *), void *argument) {
    *cleanup = (struct __ptcb){.__f = function, .__x = argument, .__next = cleanups};
    cleanups = cleanup;
}

void _pthread_cleanup_pop(struct __ptcb *cleanup, int execute) {
    cleanups = cleanup->__next;
    if (execute) cleanup->__f(cleanup->__x);
}

/// Calls destructors of values, again while they set new ones. Whether there were any.
static bool destroy_values(void) {
    bool any = false;
    for (pthread_key_t index = 0; index < PTHREAD_KEYS_MAX; index++) {
        void *value = keys[index].value;
        if (!keys[index].used || value == NULL || keys[index].destructor == NULL) continue;
        keys[index].value = NULL;
        keys[index].destructor(value);
        any = true;
    }
    return any;
}

_Noreturn void pthread_exit(void *result) {
    (void)result;
    while (cleanups != NULL) _pthread_cleanup_pop(cleanups, 1);
    for (int round = 0; round < PTHREAD_DESTRUCTOR_ITERATIONS && destroy_values(); round++) continue;
    exit(0);
}
