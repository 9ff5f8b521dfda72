// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <time.h>
#include <unistd.h>

#include "internal.h"

// Sleeping. wasi-libc's functions do not say how much is left after a signal.

static int32_t sleep_for(__wasi_clockid_t clock, int64_t nanoseconds, bool absolute) {
    __wasi_subscription_t subscription = {
        .u = {.tag = __WASI_EVENTTYPE_CLOCK,
              .u.clock = {.id = clock,
                          .timeout = (__wasi_timestamp_t)nanoseconds,
                          .flags = absolute ? __WASI_SUBCLOCKFLAGS_SUBSCRIPTION_CLOCK_ABSTIME : 0}}};
    __wasi_event_t event = {.error = 0};
    size_t count = 0;
    int32_t error = __wasi_poll_oneoff(&subscription, &event, 1, &count);
    return error != 0 ? error : event.error;
}

int clock_nanosleep(clockid_t clock, int flags, const struct timespec *time, struct timespec *rest) {
    int64_t nanoseconds;
    if (flags & ~TIMER_ABSTIME) return EINVAL;
    if (!__net_inside(time, sizeof *time)) return EFAULT;
    int32_t error = __net_nanoseconds(time, &nanoseconds);
    if (error != 0) return error;
    int64_t start = __net_now();
    error = sleep_for(clock->id, nanoseconds, flags & TIMER_ABSTIME);
    if (error == EINTR && rest != NULL && !(flags & TIMER_ABSTIME)) {
        int64_t left = nanoseconds - (__net_now() - start);
        if (left < 0) left = 0;
        *rest = (struct timespec){.tv_sec = left / 1000000000, .tv_nsec = (long)(left % 1000000000)};
    }
    return error;
}

ALSO_AS(clock_nanosleep);

int nanosleep(const struct timespec *time, struct timespec *rest) {
    return __net_ret(clock_nanosleep(CLOCK_MONOTONIC, 0, time, rest));
}

unsigned sleep(unsigned seconds) {
    struct timespec time = {.tv_sec = seconds}, rest = {.tv_sec = 0};
    if (clock_nanosleep(CLOCK_MONOTONIC, 0, &time, &rest) == 0) return 0;
    return (unsigned)rest.tv_sec;
}

int usleep(unsigned microseconds) {
    struct timespec time = {.tv_sec = microseconds / 1000000, .tv_nsec = (long)(microseconds % 1000000) * 1000};
    return nanosleep(&time, NULL);
}
