// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <sys/time.h>
#include <unistd.h>

#include "internal.h"

// The three timers of a process: alarm and setitimer share that of real time.

_Static_assert(ITIMER_REAL == __WASI_SIGNAL_ALARM_REAL && ITIMER_VIRTUAL == __WASI_SIGNAL_ALARM_VIRTUAL, "as it is");
_Static_assert(ITIMER_PROF == __WASI_SIGNAL_ALARM_PROFILING, "as it is");

static int32_t nanoseconds_of(const struct timeval *time, int64_t *nanoseconds) {
    if (time->tv_usec < 0 || time->tv_usec >= 1000000) return EINVAL;
    const struct timespec spec = {.tv_sec = time->tv_sec, .tv_nsec = (long)time->tv_usec * 1000};
    return __net_nanoseconds(&spec, nanoseconds);
}

static struct timeval timeval_of(uint64_t nanoseconds) {
    return (struct timeval){.tv_sec = (time_t)(nanoseconds / 1000000000),
                            .tv_usec = (suseconds_t)(nanoseconds % 1000000000 / 1000)};
}

static void store(const __wasi_event_timer_t *timer, struct itimerval *setting) {
    setting->it_value = timeval_of(timer->first);
    setting->it_interval = timeval_of(timer->interval);
}

int getitimer(int which, struct itimerval *setting) {
    __wasi_event_timer_t timer;
    int32_t error = __wasi_signal_get_alarm((uint32_t)which, &timer);
    if (error == 0 && !__net_inside(setting, sizeof *setting)) error = EFAULT;
    if (error == 0) store(&timer, setting);
    return __net_ret(error);
}

int setitimer(int which, const struct itimerval *restrict new, struct itimerval *restrict old) {
    __wasi_event_timer_t before;
    int64_t first, interval;
    // Linux stops the timer then.
    static const struct itimerval stopped;
    if (new == NULL) new = &stopped;
    if (!__net_inside(new, sizeof *new) || (old != NULL && !__net_inside(old, sizeof *old))) return __net_ret(EFAULT);
    int32_t error = nanoseconds_of(&new->it_value, &first);
    if (error == 0) error = nanoseconds_of(&new->it_interval, &interval);
    if (error == 0) error = __wasi_signal_set_alarm((uint32_t)which, (uint64_t)first, (uint64_t)interval, &before);
    if (error == 0 && old != NULL) store(&before, old);
    return __net_ret(error);
}

// The seconds that were left are rounded, and never to 0 while the timer runs.
unsigned alarm(unsigned seconds) {
    __wasi_event_timer_t before = {.first = 0};
    __wasi_signal_set_alarm(__WASI_SIGNAL_ALARM_REAL, (uint64_t)seconds * 1000000000, 0, &before);
    if (before.first > 0 && before.first < 500000000) return 1;
    return (unsigned)((before.first + 500000000) / 1000000000);
}
