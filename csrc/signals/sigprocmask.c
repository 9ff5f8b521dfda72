// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <signal.h>

#include "internal.h"

#define BIT(signal) (UINT64_C(1) << (__net_signal_number(signal) - 1))

static int32_t change(int how, const sigset_t *restrict set, sigset_t *restrict old) {
    uint64_t before = __net_signal_mask, mask = 0;
    if ((set != NULL && !__net_inside(set, sizeof *set)) || (old != NULL && !__net_inside(old, sizeof *old))) return EFAULT;
    uint64_t bits = set != NULL ? __net_mask_of(set) : 0;
    if (set != NULL) {
        if (how == SIG_BLOCK) mask = before | bits;
        else if (how == SIG_UNBLOCK) mask = before & ~bits;
        else if (how == SIG_SETMASK) mask = bits;
        else return EINVAL;
    }
    if (old != NULL) __net_set_of(before, old);
    if (set != NULL) __net_set_signal_mask(mask & ~(BIT(SIGKILL) | BIT(SIGSTOP)));
    return 0;
}

int sigprocmask(int how, const sigset_t *restrict set, sigset_t *restrict old) {
    return __net_ret(change(how, set, old));
}

int pthread_sigmask(int how, const sigset_t *restrict set, sigset_t *restrict old) { return change(how, set, old); }
