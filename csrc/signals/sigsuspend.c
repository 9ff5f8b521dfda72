// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <signal.h>

#include "internal.h"

// Waits, under a mask, for a signal with a handler.

int sigsuspend(const sigset_t *mask) {
    uint32_t ready = 0;
    if (!__net_inside(mask, sizeof *mask)) return __net_ret(EFAULT);
    return __net_ret(__net_poll(NULL, 0, -1, mask, &ready));
}
