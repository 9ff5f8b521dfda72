// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <signal.h>

#include "internal.h"

// Takes a pending signal without running its handler. The host can only deliver; so the signals are delivered, and
// __wasi_signal_deliver notes them down because they are awaited. What came beside the one taken is sent again.

static void each(uint64_t mask, bool deliver) {
    for (int signal = 1; signal <= SIGSYS; signal++) {
        uint32_t number = __net_signal_number(signal);
        if (number == 0 || !(mask >> (number - 1) & 1)) continue;
        if (deliver) __wasi_signal_set_action(number, __WASI_SIGNAL_ACTION_DELIVER);
        else __net_apply_action(signal);
    }
}

// The lowest signal of the arrived; the others stay pending, as they were.
static int take(void) {
    uint64_t arrived = __net_arrived;
    __net_arrived = 0;
    uint32_t first = (uint32_t)__builtin_ctzll(arrived) + 1;
    for (uint32_t number = first + 1; number <= SIGSYS; number++)
        if (arrived >> (number - 1) & 1) __wasi_signal_raise(number);
    return (int)(first < SIGSTKFLT ? first : first + 1);
}

int sigtimedwait(const sigset_t *restrict set, siginfo_t *restrict info, const struct timespec *restrict timeout) {
    sigset_t mask;
    uint32_t ready = 0;
    int64_t nanoseconds = -1;
    if (!__net_inside(set, sizeof *set)) return __net_ret(EFAULT);
    int32_t error = timeout != NULL ? __net_nanoseconds(timeout, &nanoseconds) : 0;
    if (error != 0) return __net_ret(error);
    uint64_t awaited = __net_mask_of(set);
    __net_set_of(__net_signal_mask & ~awaited, &mask);
    __net_awaited = awaited;
    each(awaited, true);
    error = __net_poll(NULL, 0, nanoseconds, &mask, &ready);
    each(awaited, false);
    __net_awaited = 0;
    if (__net_arrived == 0) return __net_ret(error != 0 ? error : EAGAIN);
    int signal = take();
    if (info != NULL) *info = (siginfo_t){.si_signo = signal, .si_code = SI_USER};
    return signal;
}

int sigwaitinfo(const sigset_t *restrict set, siginfo_t *restrict info) { return sigtimedwait(set, info, NULL); }

int sigwait(const sigset_t *restrict set, int *restrict signal) {
    int result = sigtimedwait(set, NULL, NULL);
    if (result < 0) return errno;
    *signal = result;
    return 0;
}
