// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <signal.h>
#include <string.h>

#include "thread.h"

#undef pthread_equal

// The one thread, which is never joined, never cancelled, and whose name is a note to itself.

static struct __pthread {
    char name[16];
    int cancel_state, cancel_type;
} self;

pthread_t pthread_self(void) { return &self; }

int pthread_equal(pthread_t one, pthread_t other) { return one == other; }

static int find(pthread_t thread, int error) { return thread == &self ? error : ESRCH; }

int pthread_join(pthread_t thread, void **result) {
    (void)result;
    return find(thread, EDEADLK);
}

int pthread_detach(pthread_t thread) { return find(thread, 0); }

int pthread_kill(pthread_t thread, int signal) {
    int saved = errno, error = find(thread, 0);
    if (error == 0 && raise(signal) != 0) error = errno;
    errno = saved;
    return error;
}

int pthread_setcancelstate(int state, int *old) {
    if (state != PTHREAD_CANCEL_ENABLE && state != PTHREAD_CANCEL_DISABLE) return EINVAL;
    if (old != NULL) *old = self.cancel_state;
    self.cancel_state = state;
    return 0;
}

int pthread_setcanceltype(int type, int *old) {
    if (type != PTHREAD_CANCEL_DEFERRED && type != PTHREAD_CANCEL_ASYNCHRONOUS) return EINVAL;
    if (old != NULL) *old = self.cancel_type;
    self.cancel_type = type;
    return 0;
}

/// There is no pthread_cancel, so there is never anything to act on.
void pthread_testcancel(void) {}

int pthread_getcpuclockid(pthread_t thread, clockid_t *clock) {
    int error = find(thread, 0);
    if (error == 0) *clock = CLOCK_THREAD_CPUTIME_ID;
    return error;
}

int pthread_setname_np(pthread_t thread, const char *name) {
    if (strlen(name) >= sizeof self.name) return ERANGE;
    int error = find(thread, 0);
    if (error == 0) strcpy(self.name, name);
    return error;
}

int pthread_getname_np(pthread_t thread, char *name, size_t size) {
    if (size < sizeof self.name) return ERANGE;
    int error = find(thread, 0);
    if (error == 0) strcpy(name, self.name);
    return error;
}
