// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <sys/timerfd.h>

#include "internal.h"

int timerfd_create(clockid_t clock, int flags) {
    __wasi_fd_t fd = -1;
    uint32_t create = 0;
    int32_t error = __net_create_flags(flags, 0, &create);
    if (error == 0 && clock == NULL) error = EINVAL;
    if (error == 0) error = __wasi_event_create_timer(clock->id, create, &fd);
    return __net_ret_value(error, fd);
}

static struct timespec time_of(uint64_t nanoseconds) {
    return (struct timespec){.tv_sec = (time_t)(nanoseconds / 1000000000), .tv_nsec = (long)(nanoseconds % 1000000000)};
}

static void store(const __wasi_event_timer_t *timer, struct itimerspec *setting) {
    setting->it_value = time_of(timer->first);
    setting->it_interval = time_of(timer->interval);
}

int timerfd_settime(int fd, int flags, const struct itimerspec *new, struct itimerspec *old) {
    __wasi_event_timer_t before;
    int64_t first, interval;
    if (!__net_inside(new, sizeof *new)) return __net_ret(EFAULT);
    int32_t error = __net_nanoseconds(&new->it_value, &first);
    if (error == 0) error = __net_nanoseconds(&new->it_interval, &interval);
    if (error == 0 && flags & ~(TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET)) error = EINVAL;
    if (error != 0) return __net_ret(error);
    uint32_t wasi_flags = (flags & TFD_TIMER_ABSTIME ? __WASI_EVENT_ABSOLUTE : 0u) |
                          (flags & TFD_TIMER_CANCEL_ON_SET ? __WASI_EVENT_CANCEL_ON_SET : 0u);
    error = __wasi_event_set_timer(fd, wasi_flags, (uint64_t)first, (uint64_t)interval, &before);
    if (error == 0 && old != NULL) {
        if (!__net_inside(old, sizeof *old)) return __net_ret(EFAULT);
        store(&before, old);
    }
    return __net_ret(error);
}

int timerfd_gettime(int fd, struct itimerspec *setting) {
    __wasi_event_timer_t timer;
    int32_t error = __wasi_event_get_timer(fd, &timer);
    if (error == 0 && !__net_inside(setting, sizeof *setting)) error = EFAULT;
    if (error == 0) store(&timer, setting);
    return __net_ret(error);
}
