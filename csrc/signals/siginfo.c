// SPDX-License-Identifier: Apache-2.0
#include <signal.h>
#include <unistd.h>

#include "internal.h"
#include "user.h"

void __net_siginfo_of(const __wasi_signal_info_t *info, siginfo_t *result) {
    *result = (siginfo_t){
        .si_signo = __net_signal_of(info->signal),
        .si_code = info->code,
        .si_pid = info->process == __WASI_NET_OWN_ID ? getpid() : (pid_t)info->process,
        .si_uid = info->user == __WASI_NET_OWN_ID ? NET_USER : info->user,
        .si_value = {.sival_ptr = (void *)(uintptr_t)info->value},
        .si_timerid = (int)info->timer,
        .si_overrun = (int)info->overrun,
    };
    if (result->si_signo == SIGCHLD && info->code > 0) {
        result->si_status = info->code == CLD_EXITED ? (int)info->value : __net_signal_of((uint32_t)info->value);
        return;
    }
    if (info->code < POLL_IN || info->code > POLL_HUP) return;
    result->si_value.sival_ptr = NULL;
    result->si_fd = (int)(uint32_t)info->value;
    result->si_band = (long)(info->value >> 32);
}
