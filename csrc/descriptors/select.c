// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <sys/select.h>
#include <time.h>

#include "internal.h"

// select, with Linux's habit of writing back how much of the time is left.

// BSD's and Linux's select take more than a million microseconds.
static int32_t convert(const struct timeval *time, struct timespec *result) {
    if (time->tv_sec < 0 || time->tv_usec < 0) return EINVAL;
    *result = (struct timespec){.tv_sec = time->tv_sec + time->tv_usec / 1000000,
                                .tv_nsec = (long)(time->tv_usec % 1000000 * 1000)};
    return 0;
}

static void write_left(struct timeval *timeout, const struct timespec *limit, int64_t start) {
    int64_t nanoseconds = 0;
    __net_nanoseconds(limit, &nanoseconds);
    int64_t left = nanoseconds - (__net_now() - start);
    if (left < 0) left = 0;
    timeout->tv_sec = left / 1000000000;
    timeout->tv_usec = left % 1000000000 / 1000;
}

int select(int count, fd_set *restrict reading, fd_set *restrict writing, fd_set *restrict exceptional,
           struct timeval *restrict timeout) {
    struct timespec limit;
    if (timeout == NULL) return pselect(count, reading, writing, exceptional, NULL, NULL);
    int32_t error = convert(timeout, &limit);
    if (error != 0) return __net_ret(error);
    if (limit.tv_sec == 0 && limit.tv_nsec == 0) return pselect(count, reading, writing, exceptional, &limit, NULL);
    int64_t start = __net_now();
    int bits = pselect(count, reading, writing, exceptional, &limit, NULL);
    int saved = errno;
    write_left(timeout, &limit, start);
    errno = saved;
    return bits;
}
