// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <limits.h>
#include <sys/time.h>
#include <unistd.h>

#include "internal.h"

// The timer that raises SIGALRM: alarm and setitimer share one. When it goes off next is also noted here, because the
// import tells the time left only when it sets another.

static int64_t deadline; // 0: the timer is off
static int64_t period;

static int64_t left(void) {
    if (deadline == 0) return 0;
    int64_t now = __net_now();
    if (now < deadline) return deadline - now;
    if (period == 0) return 0;
    return period - (now - deadline) % period;
}

static int32_t nanoseconds_of(const struct timeval *time, int64_t *nanoseconds) {
    if (time->tv_usec < 0 || time->tv_usec >= 1000000) return EINVAL;
    const struct timespec spec = {.tv_sec = time->tv_sec, .tv_nsec = (long)time->tv_usec * 1000};
    return __net_nanoseconds(&spec, nanoseconds);
}

static struct timeval timeval_of(int64_t nanoseconds) {
    return (struct timeval){.tv_sec = nanoseconds / 1000000000, .tv_usec = nanoseconds % 1000000000 / 1000};
}

static int32_t arm(int64_t first, int64_t interval) {
    int32_t error = __wasi_signal_alarm((uint64_t)first, (uint64_t)interval, NULL);
    if (error != 0) return error;
    period = first == 0 ? 0 : interval;
    if (first == 0 || __builtin_add_overflow(__net_now(), first, &deadline)) deadline = 0;
    return 0;
}

int getitimer(int which, struct itimerval *old) {
    if (which != ITIMER_REAL) return __net_ret(EINVAL);
    if (!__net_inside(old, sizeof *old)) return __net_ret(EFAULT);
    old->it_value = timeval_of(left());
    old->it_interval = timeval_of(period);
    return 0;
}

int setitimer(int which, const struct itimerval *restrict new, struct itimerval *restrict old) {
    struct itimerval before;
    int64_t first, interval;
    if (getitimer(which, &before) != 0) return -1;
    if (!__net_inside(new, sizeof *new)) return __net_ret(EFAULT);
    int32_t error = nanoseconds_of(&new->it_value, &first);
    if (error == 0) error = nanoseconds_of(&new->it_interval, &interval);
    if (error == 0) error = arm(first, interval);
    if (error == 0 && old != NULL) *old = before;
    return __net_ret(error);
}

// The seconds that were left are rounded, and never to 0 while the timer runs.
unsigned alarm(unsigned seconds) {
    int64_t before = left();
    arm((int64_t)seconds * 1000000000, 0);
    if (before > 0 && before < 500000000) return 1;
    return (unsigned)((before + 500000000) / 1000000000);
}
