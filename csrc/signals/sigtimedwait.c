// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <signal.h>

#include "internal.h"

// Takes a pending signal without running its handler.

int sigtimedwait(const sigset_t *restrict set, siginfo_t *restrict info, const struct timespec *restrict timeout) {
    __wasi_signal_info_t information = {.signal = 0};
    int64_t nanoseconds = -1;
    if (!__net_inside(set, sizeof *set) || (info != NULL && !__net_inside(info, sizeof *info))) return __net_ret(EFAULT);
    int32_t error = timeout != NULL ? __net_nanoseconds(timeout, &nanoseconds) : 0;
    if (error == 0) error = __wasi_signal_wait(__net_mask_of(set), nanoseconds, &information);
    if (error != 0) return __net_ret(error);
    // To POSIX raise is kill; glibc says so here, and not to handlers.
    if (information.code == __WASI_SIGNAL_CODE_THREAD) information.code = __WASI_SIGNAL_CODE_USER;
    if (info != NULL) __net_siginfo_of(&information, info);
    return __net_signal_of(information.signal);
}

int sigwaitinfo(const sigset_t *restrict set, siginfo_t *restrict info) { return sigtimedwait(set, info, NULL); }

// Not interrupted, as glibc has it: POSIX lists no EINTR.
int sigwait(const sigset_t *restrict set, int *restrict signal) {
    int result;
    do result = sigtimedwait(set, NULL, NULL);
    while (result < 0 && errno == EINTR);
    if (result < 0) return errno;
    *signal = result;
    return 0;
}
