// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>

#include "internal.h"

// Waits for descriptors. Our header's events are Linux's, wasi-libc's are the imports'. Never restarted after a signal,
// as POSIX has it.

_Static_assert(sizeof(struct pollfd) == sizeof(__wasi_poll_record_t), "a program's array crosses as it is");

// Records on the stack, which is small; more of them are allocated.
#define FEW 32

struct event {
    short posix;
    uint16_t wasi;
};

static const struct event events[] = {
    {POLLIN | POLLRDNORM, __WASI_POLL_IN}, {POLLOUT | POLLWRNORM, __WASI_POLL_OUT}, {POLLPRI, __WASI_POLL_PRI},
    {POLLRDBAND, __WASI_POLL_RDBAND},      {POLLWRBAND, __WASI_POLL_WRBAND},        {POLLRDHUP, __WASI_POLL_RDHUP},
};

#define EVENTS (sizeof events / sizeof *events)

int32_t __net_poll(__wasi_poll_record_t *records, size_t count, int64_t nanoseconds, const sigset_t *mask,
                   uint32_t *ready) {
    uint64_t bits = mask != NULL ? __net_mask_of(mask) : 0;
    return __wasi_poll_poll(records, count, nanoseconds, mask != NULL ? &bits : NULL, ready);
}

int32_t __net_nanoseconds(const struct timespec *time, int64_t *nanoseconds) {
    if (time->tv_sec < 0 || time->tv_nsec < 0 || time->tv_nsec >= 1000000000) return EINVAL;
    if (time->tv_sec >= INT64_MAX / 1000000000) *nanoseconds = INT64_MAX;
    else *nanoseconds = time->tv_sec * 1000000000 + time->tv_nsec;
    return 0;
}

// What nearly all programs ask for, and all that they are told.
#define SIMPLE (POLLIN | POLLOUT)
#define WASI_SIMPLE (__WASI_POLL_IN | __WASI_POLL_OUT)
_Static_assert(POLLIN == __WASI_POLL_IN && POLLOUT == __WASI_POLL_OUT << 1, "moved by shifts");

static __wasi_poll_record_t record_of(const struct pollfd *entry) {
    __wasi_poll_record_t record = {.fd = entry->fd};
    if ((entry->events & ~SIMPLE) == 0) {
        record.events = (uint16_t)((entry->events & POLLIN) | (entry->events & POLLOUT) >> 1);
        return record;
    }
    for (size_t i = 0; i < EVENTS; i++)
        if (entry->events & events[i].posix) record.events |= events[i].wasi;
    return record;
}

// Of two names for one event, those that were asked for.
static short returned(const struct pollfd *entry, const __wasi_poll_record_t *record) {
    if (record->returned == 0) return 0;
    if ((record->returned & ~WASI_SIMPLE) == 0 && (entry->events & ~SIMPLE) == 0)
        return (short)((record->returned & __WASI_POLL_IN) | (record->returned & __WASI_POLL_OUT) << 1);
    int result = (record->returned & __WASI_POLL_ERR ? POLLERR : 0) |
                 (record->returned & __WASI_POLL_HUP ? POLLHUP : 0) |
                 (record->returned & __WASI_POLL_NVAL ? POLLNVAL : 0);
    for (size_t i = 0; i < EVENTS; i++)
        if (record->returned & events[i].wasi) result |= entry->events & events[i].posix;
    return (short)result;
}

static int32_t wait(struct pollfd *fds, __wasi_poll_record_t *records, size_t count, int64_t nanoseconds,
                    const sigset_t *mask, uint32_t *ready) {
    for (size_t i = 0; i < count; i++) records[i] = record_of(&fds[i]);
    int32_t error = __net_poll(records, count, nanoseconds, mask, ready);
    if (error == 0)
        for (size_t i = 0; i < count; i++) fds[i].revents = returned(&fds[i], &records[i]);
    return error;
}

static int32_t convert_and_wait(struct pollfd *fds, size_t count, int64_t nanoseconds, const sigset_t *mask,
                                uint32_t *ready) {
    __wasi_poll_record_t few[FEW];
    if (count > SIZE_MAX / sizeof *fds) return EINVAL;
    if (count > 0 && !__net_inside(fds, count * sizeof *fds)) return EFAULT;
    if (count <= FEW) return wait(fds, few, count, nanoseconds, mask, ready);
    __wasi_poll_record_t *many = malloc(count * sizeof *many);
    if (many == NULL) return ENOMEM;
    int32_t error = wait(fds, many, count, nanoseconds, mask, ready);
    free(many);
    return error;
}

int poll(struct pollfd *fds, nfds_t count, int milliseconds) {
    uint32_t ready = 0;
    int64_t nanoseconds = milliseconds < 0 ? -1 : (int64_t)milliseconds * 1000000;
    int32_t error = convert_and_wait(fds, count, nanoseconds, NULL, &ready);
    return __net_ret_value(error, (int32_t)ready);
}

int ppoll(struct pollfd *fds, nfds_t count, const struct timespec *timeout, const sigset_t *mask) {
    uint32_t ready = 0;
    int64_t nanoseconds = -1;
    int32_t error = timeout != NULL ? __net_nanoseconds(timeout, &nanoseconds) : 0;
    if (error == 0) error = convert_and_wait(fds, count, nanoseconds, mask, &ready);
    return __net_ret_value(error, (int32_t)ready);
}

// With wasi-libc's events the array crosses as it is.
int __netwasi_wasi_poll(__wasi_poll_record_t *records, nfds_t count, int milliseconds) __asm__("poll");

int __netwasi_wasi_poll(__wasi_poll_record_t *records, nfds_t count, int milliseconds) {
    uint32_t ready = 0;
    int64_t nanoseconds = milliseconds < 0 ? -1 : (int64_t)milliseconds * 1000000;
    if (count > SIZE_MAX / sizeof *records) return __net_ret(EINVAL);
    if (count > 0 && !__net_inside(records, count * sizeof *records)) return __net_ret(EFAULT);
    int32_t error = __net_poll(records, count, nanoseconds, NULL, &ready);
    return __net_ret_value(error, (int32_t)ready);
}
