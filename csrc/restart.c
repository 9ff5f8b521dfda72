// SPDX-License-Identifier: Apache-2.0
#include "internal.h"

// SA_RESTART. The host answers EINTR to a waiting call whenever a handler ran; here it is decided whether the program
// sees that. A descriptor with a timeout is never restarted, as on Linux: the time would start over.

volatile uint32_t __net_interruptions;

// In setsockopt.c: without a call of setsockopt there is no timeout, and nobody need ask.
HIDDEN extern bool __net_has_timeout(int fd, bool sending) __attribute__((__weak__));

bool __net_restarts(int fd, uint32_t mark, bool sending) {
    if (__net_interruptions != mark) return false;
    return !(__net_has_timeout && __net_has_timeout(fd, sending));
}
