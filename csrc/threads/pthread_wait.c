// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <sched.h>
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

// Nobody wakes it: what is waited for lies in memory, and changes without a call of the host.
int __net_nap(unsigned turn, const struct timespec *time) {
    enum { YIELDS = 20, NANOSECONDS = 500000 };
    struct timespec now, nap = {.tv_nsec = NANOSECONDS};
    if (time != NULL) {
        if (time->tv_nsec < 0 || time->tv_nsec >= 1000000000) return EINVAL;
        clock_gettime(CLOCK_REALTIME, &now);
        if (now.tv_sec > time->tv_sec || (now.tv_sec == time->tv_sec && now.tv_nsec >= time->tv_nsec)) return ETIMEDOUT;
    }
    uint32_t mark = __net_interruptions;
    int saved = errno;
    if (turn < YIELDS) sched_yield();
    else nanosleep(&nap, NULL);
    errno = saved;
    return __net_interruptions != mark ? EINTR : 0;
}
