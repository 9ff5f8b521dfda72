// SPDX-License-Identifier: Apache-2.0
//
// Timers that send signals. Their numbers are the kernel's own, which is what their signals say.
#define _GNU_SOURCE
#include "CKernel.h"

int32_t ck_timer_create(clockid_t clock, uint32_t signal, uint64_t value, int32_t *timer) {
    struct sigevent event = {.sigev_notify = signal == 0 ? SIGEV_NONE : SIGEV_THREAD_ID};
    if (signal != 0) {
        int host = ck_sent_by_kernel(signal);
        if (host < 0) return host;
        event.sigev_signo = host;
        event.sigev_value.sival_ptr = (void *)(uintptr_t)value;
        event._sigev_un._tid = ck_signals.thread != 0 ? ck_signals.thread : (int32_t)syscall(SYS_gettid);
    }
    return syscall(SYS_timer_create, clock, &event, timer) == 0 ? 0 : -errno;
}

int ck_timer_set(int32_t timer, int flags, const struct itimerspec *setting, struct itimerspec *previous) {
    return (int)syscall(SYS_timer_settime, timer, flags, setting, previous);
}

int ck_timer_get(int32_t timer, struct itimerspec *setting) {
    return (int)syscall(SYS_timer_gettime, timer, setting);
}

int ck_timer_delete(int32_t timer) { return (int)syscall(SYS_timer_delete, timer); }
