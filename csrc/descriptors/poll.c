// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <poll.h>
#include <stdlib.h>

#include "internal.h"

// Waits for descriptors. The events of our header are Linux's, as the imports' are. Never restarted after a signal, as
// POSIX has it.

_Static_assert(sizeof(struct pollfd) == sizeof(__wasi_poll_record_t), "a program's array crosses as it is");
_Static_assert(offsetof(struct pollfd, revents) == offsetof(__wasi_poll_record_t, returned), "as it is");
_Static_assert(POLLIN == __WASI_POLL_IN && POLLPRI == __WASI_POLL_PRI && POLLOUT == __WASI_POLL_OUT, "as they are");
_Static_assert(POLLERR == __WASI_POLL_ERR && POLLHUP == __WASI_POLL_HUP && POLLNVAL == __WASI_POLL_NVAL, "as they are");
_Static_assert(POLLRDNORM == __WASI_POLL_RDNORM && POLLRDBAND == __WASI_POLL_RDBAND, "as they are");
_Static_assert(POLLWRNORM == __WASI_POLL_WRNORM && POLLWRBAND == __WASI_POLL_WRBAND, "as they are");
_Static_assert(POLLRDHUP == __WASI_POLL_RDHUP, "as they are");

int32_t __net_poll(__wasi_poll_record_t *records, size_t count, int64_t nanoseconds, const sigset_t *mask,
                   uint32_t *ready) {
    if (mask != NULL && !__net_inside(mask, sizeof *mask)) return EFAULT;
    uint64_t bits = mask != NULL ? __net_mask_of(mask) : 0;
    return __wasi_poll_poll(records, count, nanoseconds, mask != NULL ? &bits : NULL, ready);
}

int32_t __net_nanoseconds(const struct timespec *time, int64_t *nanoseconds) {
    if (!__net_inside(time, sizeof *time)) return EFAULT;
    if (time->tv_sec < 0 || time->tv_nsec < 0 || time->tv_nsec >= 1000000000) return EINVAL;
    if (time->tv_sec >= INT64_MAX / 1000000000) *nanoseconds = INT64_MAX;
    else *nanoseconds = time->tv_sec * 1000000000 + time->tv_nsec;
    return 0;
}

static int32_t wait(struct pollfd *fds, size_t count, int64_t nanoseconds, const sigset_t *mask, uint32_t *ready) {
    if (count > SIZE_MAX / sizeof *fds) return EINVAL;
    if (count > 0 && !__net_inside(fds, count * sizeof *fds)) return EFAULT;
    return __net_poll((__wasi_poll_record_t *)fds, count, nanoseconds, mask, ready);
}

static int64_t nanoseconds_of(int milliseconds) { return milliseconds < 0 ? -1 : (int64_t)milliseconds * 1000000; }

int poll(struct pollfd *fds, nfds_t count, int milliseconds) {
    uint32_t ready = 0;
    int32_t error = wait(fds, count, nanoseconds_of(milliseconds), NULL, &ready);
    return __net_ret_value(error, (int32_t)ready);
}

int ppoll(struct pollfd *fds, nfds_t count, const struct timespec *timeout, const sigset_t *mask) {
    uint32_t ready = 0;
    int64_t nanoseconds = -1;
    int32_t error = timeout != NULL ? __net_nanoseconds(timeout, &nanoseconds) : 0;
    if (error == 0) error = wait(fds, count, nanoseconds, mask, &ready);
    return __net_ret_value(error, (int32_t)ready);
}

// wasi-libc's numbers, for objects that were compiled against its header.
enum { LIBC_IN = 0x1, LIBC_OUT = 0x2, LIBC_ERR = 0x1000, LIBC_HUP = 0x2000, LIBC_NVAL = 0x4000 };

static uint16_t from_libc(uint16_t events) {
    return (uint16_t)((events & LIBC_IN ? __WASI_POLL_IN : 0) | (events & LIBC_OUT ? __WASI_POLL_OUT : 0));
}

static uint16_t to_libc(uint16_t events) {
    return (uint16_t)((events & __WASI_POLL_IN ? LIBC_IN : 0) | (events & __WASI_POLL_OUT ? LIBC_OUT : 0) |
                      (events & __WASI_POLL_ERR ? LIBC_ERR : 0) | (events & __WASI_POLL_HUP ? LIBC_HUP : 0) |
                      (events & __WASI_POLL_NVAL ? LIBC_NVAL : 0));
}

int __netwasi_libc_poll(struct pollfd *fds, nfds_t count, int milliseconds) __asm__("poll");

int __netwasi_libc_poll(struct pollfd *fds, nfds_t count, int milliseconds) {
    uint32_t ready = 0;
    if (count > SIZE_MAX / sizeof *fds) return __net_ret(EINVAL);
    if (count > 0 && !__net_inside(fds, count * sizeof *fds)) return __net_ret(EFAULT);
    __wasi_poll_record_t *records = calloc(count + 1, sizeof *records);
    if (records == NULL) return __net_ret(ENOMEM);
    for (nfds_t i = 0; i < count; i++) {
        records[i].fd = fds[i].fd;
        records[i].events = from_libc((uint16_t)fds[i].events);
    }
    int32_t error = __net_poll(records, count, nanoseconds_of(milliseconds), NULL, &ready);
    for (nfds_t i = 0; error == 0 && i < count; i++) fds[i].revents = (short)to_libc(records[i].returned);
    free(records);
    return __net_ret_value(error, (int32_t)ready);
}
