// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <sys/signalfd.h>

#include "internal.h"

_Static_assert(sizeof(struct signalfd_siginfo) == __WASI_EVENT_SIGNAL_SIZE, "read as it is");

static int32_t create(uint64_t mask, uint32_t flags, __wasi_fd_t *fd) {
    uint8_t numbers[64] = {0};
    for (int signal = 1; signal <= SIGSYS; signal++) {
        uint32_t number = __net_signal_number(signal);
        if (number != 0) numbers[number - 1] = (uint8_t)signal;
    }
    return __wasi_event_create_signals(mask, numbers, flags, fd);
}

int signalfd(int fd, const sigset_t *set, int flags) {
    uint32_t create_flags = 0;
    if (!__net_inside(set, sizeof *set)) return __net_ret(EFAULT);
    int32_t error = __net_create_flags(flags, 0, &create_flags);
    if (error == 0 && fd == -1) error = create(__net_mask_of(set), create_flags, &fd);
    else if (error == 0) error = __wasi_event_set_signals(fd, __net_mask_of(set));
    return __net_ret_value(error, fd);
}
