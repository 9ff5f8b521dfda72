// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <poll.h>

#include "internal.h"

int ppoll(struct pollfd *fds, nfds_t count, const struct timespec *timeout, const sigset_t *mask) {
    uint32_t ready = 0;
    int64_t nanoseconds = -1;
    int32_t error = timeout != NULL ? __net_nanoseconds(timeout, &nanoseconds) : 0;
    if (error == 0) error = __net_poll(fds, count, nanoseconds, mask, &ready);
    return __net_ret_value(error, (int32_t)ready);
}
