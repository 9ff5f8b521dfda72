// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <limits.h>
#include <signal.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "internal.h"

// Timers that send signals. A timer_t is the import's number.
//
// SIGEV_THREAD has a function called on a thread. There is but one: it is called where a handler would be. Its timers send
// the last real-time signal, which is theirs from the first one on: it cannot be blocked, and when it comes from a timer
// the function is called instead of the program's handler.

static uint32_t number_of(timer_t timer) { return (uint32_t)(uintptr_t)timer; }

#define THREAD_SIGNAL SIGRTMAX

// More timers are refused, however many the host has.
enum { MOST_TIMERS = 256 };

// What to call, by the timer's number; those of other timers are null.
static struct notification {
    void (*function)(union sigval);
    union sigval value;
} *notifications;

bool __net_timer_notifies(const __wasi_signal_info_t *information) {
    if (information->code != __WASI_SIGNAL_CODE_TIMER || information->timer >= MOST_TIMERS) return false;
    struct notification *notification = &notifications[information->timer];
    if (notification->function == NULL) return false;
    notification->function(notification->value);
    return true;
}

// Makes the signal that of timers.
static int32_t begin_notifications(void) {
    if (notifications != NULL) return 0;
    notifications = calloc(MOST_TIMERS, sizeof *notifications);
    if (notifications == NULL) return EAGAIN;
    __net_thread_signal = UINT64_C(1) << (__net_signal_number(THREAD_SIGNAL) - 1);
    __net_set_signal_mask(__net_signal_mask & ~__net_thread_signal);
    return __net_apply_action(THREAD_SIGNAL);
}

static int32_t check(const struct sigevent *event) {
    if (!__net_inside(event, sizeof *event)) return EFAULT;
    switch (event->sigev_notify) {
    case SIGEV_NONE: return 0;
    case SIGEV_THREAD: return begin_notifications();
    case SIGEV_THREAD_ID:
        if (event->sigev_notify_thread_id != getpid()) return EINVAL;
        __attribute__((__fallthrough__));
    case SIGEV_SIGNAL: return __net_signal_is(event->sigev_signo) ? 0 : EINVAL;
    default: return EINVAL;
    }
}

int timer_create(clockid_t clock, struct sigevent *restrict event, timer_t *restrict timer) {
    uint32_t signal = SIGALRM, flags = __WASI_SIGNAL_TIMER_NUMBER, number = 0;
    uint64_t value = 0;
    int32_t error = event != NULL ? check(event) : 0;
    if (error == 0 && clock == NULL) error = EINVAL;
    if (error == 0 && !__net_inside(timer, sizeof *timer)) error = EFAULT;
    if (error != 0) return __net_ret(error);
    if (event != NULL) {
        int number_sent = event->sigev_notify == SIGEV_THREAD ? THREAD_SIGNAL : event->sigev_signo;
        signal = event->sigev_notify == SIGEV_NONE ? 0 : __net_signal_number(number_sent);
        value = (uintptr_t)event->sigev_value.sival_ptr;
        flags = 0;
    }
    error = __wasi_signal_create_timer(clock->id, signal, flags, value, &number);
    if (error == 0 && number >= MOST_TIMERS) {
        __wasi_signal_delete_timer(number);
        error = EAGAIN;
    }
    if (error != 0) return __net_ret(error);
    // The timer is not running yet.
    if (notifications != NULL) {
        bool notifies = event != NULL && event->sigev_notify == SIGEV_THREAD;
        notifications[number] = (struct notification){.function = notifies ? event->sigev_notify_function : NULL,
                                                      .value = notifies ? event->sigev_value : (union sigval){0}};
    }
    *timer = (timer_t)(uintptr_t)number;
    return 0;
}

int timer_delete(timer_t timer) { return __net_ret(__wasi_signal_delete_timer(number_of(timer))); }

static struct timespec time_of(uint64_t nanoseconds) {
    return (struct timespec){.tv_sec = (time_t)(nanoseconds / 1000000000), .tv_nsec = (long)(nanoseconds % 1000000000)};
}

static void store(const __wasi_event_timer_t *timer, struct itimerspec *setting) {
    setting->it_value = time_of(timer->first);
    setting->it_interval = time_of(timer->interval);
}

int timer_settime(timer_t timer, int flags, const struct itimerspec *restrict new, struct itimerspec *restrict old) {
    __wasi_event_timer_t before;
    int64_t first, interval;
    if (!__net_inside(new, sizeof *new) || (old != NULL && !__net_inside(old, sizeof *old))) return __net_ret(EFAULT);
    int32_t error = __net_nanoseconds(&new->it_value, &first);
    if (error == 0) error = __net_nanoseconds(&new->it_interval, &interval);
    // Linux looks at no other flag.
    uint32_t wasi_flags = flags & TIMER_ABSTIME ? __WASI_SIGNAL_TIMER_ABSOLUTE : 0;
    if (error == 0)
        error = __wasi_signal_set_timer(number_of(timer), wasi_flags, (uint64_t)first, (uint64_t)interval, &before);
    if (error == 0 && old != NULL) store(&before, old);
    return __net_ret(error);
}

int timer_gettime(timer_t timer, struct itimerspec *setting) {
    __wasi_event_timer_t current;
    int32_t error = __wasi_signal_get_timer(number_of(timer), &current);
    if (error == 0 && !__net_inside(setting, sizeof *setting)) error = EFAULT;
    if (error == 0) store(&current, setting);
    return __net_ret(error);
}

int timer_getoverrun(timer_t timer) {
    uint32_t count = 0;
    int32_t error = __wasi_signal_timer_overrun(number_of(timer), &count);
    return __net_ret_value(error, count > INT_MAX ? INT_MAX : (int32_t)count);
}
