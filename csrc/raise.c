// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <unistd.h>

#include "internal.h"

// Sends signals, to the program itself: there is no other process.

static int32_t send_signal(int signal) {
    if (signal == 0) return 0;
    uint32_t number = __net_signal_number(signal);
    return number != 0 ? __wasi_signal_raise(number) : EINVAL;
}

int raise(int signal) { return __net_ret(send_signal(signal)); }

int kill(pid_t pid, int signal) {
    if (signal < 0 || signal > SIGSYS) return __net_ret(EINVAL);
    bool self = pid == getpid() || pid == 0 || pid == -getpgrp() || pid == -1;
    return __net_ret(self ? send_signal(signal) : ESRCH);
}

int killpg(pid_t group, int signal) {
    if (group < 0) return __net_ret(EINVAL);
    return kill(group == 0 ? 0 : -group, signal);
}
