// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <unistd.h>

#include "internal.h"

// Sends signals: to the process itself, and to others of the program's.

static int32_t send_signal(int signal, int32_t code, uint64_t value) {
    if (signal == 0) return 0;
    uint32_t number = __net_signal_number(signal);
    return number != 0 ? __wasi_signal_send(number, code, value) : EINVAL;
}

static int32_t send_to(pid_t pid, int signal, int32_t code, uint64_t value) {
    if (signal != 0 && !__net_signal_is(signal)) return EINVAL;
    if (pid == getpid()) return send_signal(signal, code, value);
    return __wasi_process_send(pid, signal != 0 ? __net_signal_number(signal) : 0, code, value);
}

int raise(int signal) { return __net_ret(send_signal(signal, __WASI_SIGNAL_CODE_THREAD, 0)); }

int kill(pid_t pid, int signal) { return __net_ret(send_to(pid, signal, __WASI_SIGNAL_CODE_USER, 0)); }

int killpg(pid_t group, int signal) {
    if (group < 0) return __net_ret(EINVAL);
    return kill(group == 0 ? 0 : -group, signal);
}

// To one process, which a number below 1 does not name.
int sigqueue(pid_t pid, int signal, const union sigval value) {
    if (pid <= 0) return __net_ret(ESRCH);
    return __net_ret(send_to(pid, signal, __WASI_SIGNAL_CODE_QUEUE, (uintptr_t)value.sival_ptr));
}
