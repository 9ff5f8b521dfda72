// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <poll.h>

#include "internal.h"

// Waits for descriptors. The program's array crosses as it is. Never restarted after a signal, as POSIX has it.

_Static_assert(sizeof(struct pollfd) == sizeof(__wasi_poll_record_t), "layout");
_Static_assert(offsetof(struct pollfd, events) == offsetof(__wasi_poll_record_t, events), "layout");
_Static_assert(offsetof(struct pollfd, revents) == offsetof(__wasi_poll_record_t, returned), "layout");
_Static_assert(POLLIN == __WASI_POLL_IN && POLLOUT == __WASI_POLL_OUT && POLLPRI == __WASI_POLL_PRI, "events");
_Static_assert(POLLRDBAND == __WASI_POLL_RDBAND && POLLWRBAND == __WASI_POLL_WRBAND, "events");
_Static_assert(POLLRDHUP == __WASI_POLL_RDHUP && POLLERR == __WASI_POLL_ERR, "events");
_Static_assert(POLLHUP == __WASI_POLL_HUP && POLLNVAL == __WASI_POLL_NVAL, "events");

int32_t __net_poll(struct pollfd *fds, size_t count, int64_t nanoseconds, const sigset_t *mask, uint32_t *ready) {
    uint64_t bits = mask != NULL ? __net_mask_of(mask) : 0;
    if (count > SIZE_MAX / sizeof *fds) return EINVAL;
    if (count > 0 && !__net_inside(fds, count * sizeof *fds)) return EFAULT;
    return __wasi_poll_poll((__wasi_poll_record_t *)fds, count, nanoseconds, mask != NULL ? &bits : NULL, ready);
}

int32_t __net_nanoseconds(const struct timespec *time, int64_t *nanoseconds) {
    if (time->tv_sec < 0 || time->tv_nsec < 0 || time->tv_nsec >= 1000000000) return EINVAL;
    if (time->tv_sec >= INT64_MAX / 1000000000) *nanoseconds = INT64_MAX;
    else *nanoseconds = time->tv_sec * 1000000000 + time->tv_nsec;
    return 0;
}

int poll(struct pollfd *fds, nfds_t count, int milliseconds) {
    uint32_t ready = 0;
    int64_t nanoseconds = milliseconds < 0 ? -1 : (int64_t)milliseconds * 1000000;
    int32_t error = __net_poll(fds, count, nanoseconds, NULL, &ready);
    return __net_ret_value(error, (int32_t)ready);
}
