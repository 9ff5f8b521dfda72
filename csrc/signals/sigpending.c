// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <signal.h>

#include "internal.h"

int sigpending(sigset_t *set) {
    uint64_t pending = 0;
    if (!__net_inside(set, sizeof *set)) return __net_ret(EFAULT);
    int32_t error = __wasi_signal_pending(&pending);
    if (error == 0) __net_set_of(pending, set);
    return __net_ret(error);
}
