// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include "internal.h"
#include "user.h"

_Static_assert(sizeof(struct signalfd_siginfo) == __WASI_EVENT_SIGNAL_SIZE, "read as it is");

static int32_t create(uint64_t mask, uint32_t flags, __wasi_fd_t *fd) {
    __wasi_event_names_t names = {.process = (uint32_t)getpid(), .user = NET_USER};
    for (uint32_t number = 1; number <= SIGRTMAX; number++) names.numbers[number - 1] = (uint8_t)__net_signal_of(number);
    return __wasi_event_create_signals(mask, &names, flags, fd);
}

int signalfd(int fd, const sigset_t *set, int flags) {
    uint32_t create_flags = 0;
    if (!__net_inside(set, sizeof *set)) return __net_ret(EFAULT);
    int32_t error = __net_create_flags(flags, 0, &create_flags);
    if (error == 0 && fd == -1) error = create(__net_mask_of(set), create_flags, &fd);
    else if (error == 0) error = __wasi_event_set_signals(fd, __net_mask_of(set));
    return __net_ret_value(error, fd);
}
