// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <limits.h>
#include <sys/epoll.h>

#include "internal.h"

// Never restarted after a signal. Events are written to the program's array as they are: see epoll_ctl.c.

static int wait(int set, struct epoll_event *events, int capacity, int64_t nanoseconds, const sigset_t *mask) {
    uint32_t ready = 0;
    if (mask != NULL && !__net_inside(mask, sizeof *mask)) return __net_ret(EFAULT);
    uint64_t bits = mask != NULL ? __net_mask_of(mask) : 0;
    if (capacity <= 0 || capacity > INT_MAX / (int)sizeof *events) return __net_ret(EINVAL);
    if (!__net_inside(events, (size_t)capacity * sizeof *events)) return __net_ret(__net_fault(set));
    int32_t error = __wasi_poll_wait_set(set, (__wasi_poll_set_event_t *)events, (size_t)capacity, nanoseconds,
                                         mask != NULL ? &bits : NULL, &ready);
    return __net_ret_value(error, (int32_t)ready);
}

static int64_t nanoseconds_of(int milliseconds) {
    return milliseconds < 0 ? -1 : (int64_t)milliseconds * 1000000;
}

int epoll_wait(int set, struct epoll_event *events, int capacity, int milliseconds) {
    return wait(set, events, capacity, nanoseconds_of(milliseconds), NULL);
}

int epoll_pwait(int set, struct epoll_event *events, int capacity, int milliseconds, const sigset_t *mask) {
    return wait(set, events, capacity, nanoseconds_of(milliseconds), mask);
}

int epoll_pwait2(int set, struct epoll_event *events, int capacity, const struct timespec *timeout,
                 const sigset_t *mask) {
    int64_t nanoseconds = -1;
    int32_t error = timeout != NULL ? __net_nanoseconds(timeout, &nanoseconds) : 0;
    return error != 0 ? __net_ret(error) : wait(set, events, capacity, nanoseconds, mask);
}
