// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <unistd.h>

#include "thread.h"

void __net_wait_for_signal(void) {
    int saved = errno;
    pause();
    errno = saved;
}

int __net_wait_until(clockid_t clock, const struct timespec *time) {
    if (time->tv_nsec < 0 || time->tv_nsec >= 1000000000) return EINVAL;
    if (time->tv_sec < 0) return ETIMEDOUT;
    int error = clock_nanosleep(clock, TIMER_ABSTIME, time, NULL);
    if (error == EINTR) return 0;
    return error == 0 ? ETIMEDOUT : error;
}
