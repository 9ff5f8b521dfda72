// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include <errno.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "internal.h"
#include "user.h"

// Waiting for children.

// Linux's options about threads: __WNOTHREAD, __WALL, __WCLONE.
#define FOR_THREADS ((int)0xe0000000)

_Static_assert(WNOHANG == __WASI_PROCESS_NOHANG && WSTOPPED == __WASI_PROCESS_STOPPED && WEXITED == __WASI_PROCESS_EXITED &&
                   WCONTINUED == __WASI_PROCESS_CONTINUED && WNOWAIT == __WASI_PROCESS_KEEP && WUNTRACED == WSTOPPED,
               "passed on as they are");

static int32_t wait_for(uint32_t kind, pid_t number, int options, __wasi_process_change_t *change) {
    int32_t error;
    NET_RESTARTING(error, -1, false, __wasi_process_wait(kind, number, (uint32_t)(options & ~FOR_THREADS), change));
    return error;
}

static int status_of(const __wasi_process_change_t *change) {
    int signal = change->code == CLD_EXITED ? 0 : __net_signal_of((uint32_t)change->status);
    switch (change->code) {
    case CLD_EXITED: return (change->status & 0xff) << 8;
    case CLD_KILLED: return signal;
    case CLD_DUMPED: return signal | 0x80;
    case CLD_STOPPED: return signal << 8 | 0x7f;
    default: return 0xffff;
    }
}

static void tell_usage(const __wasi_process_change_t *change, struct rusage *usage) {
    *usage = (struct rusage){
        .ru_utime = {(time_t)(change->user_time / 1000000), (suseconds_t)(change->user_time % 1000000)},
        .ru_stime = {(time_t)(change->system_time / 1000000), (suseconds_t)(change->system_time % 1000000)},
        .ru_maxrss = (long)change->resident,
    };
}

pid_t wait4(pid_t pid, int *status, int options, struct rusage *usage) {
    if (options & ~(WNOHANG | WUNTRACED | WCONTINUED | FOR_THREADS)) return __net_ret(EINVAL);
    if (pid == (pid_t)0x80000000) return __net_ret(ESRCH);
    uint32_t kind = pid == -1 ? __WASI_PROCESS_ANY : pid > 0 ? __WASI_PROCESS_ONE : __WASI_PROCESS_GROUP;
    __wasi_process_change_t change;
    int32_t error = wait_for(kind, pid == -1 ? 0 : pid < 0 ? -pid : pid, options | WEXITED, &change);
    if (error != 0) return __net_ret(error);
    if (change.process == 0) return 0;
    if (status != NULL) *status = status_of(&change);
    if (usage != NULL) tell_usage(&change, usage);
    return change.process;
}

pid_t waitpid(pid_t pid, int *status, int options) { return wait4(pid, status, options, NULL); }
pid_t wait(int *status) { return wait4(-1, status, 0, NULL); }
pid_t wait3(int *status, int options, struct rusage *usage) { return wait4(-1, status, options, usage); }

static int32_t kind_of(idtype_t type, id_t id, uint32_t *kind) {
    switch (type) {
    case P_ALL: *kind = __WASI_PROCESS_ANY; return 0;
    case P_PID: *kind = __WASI_PROCESS_ONE; return (pid_t)id <= 0 ? EINVAL : 0;
    case P_PGID: *kind = __WASI_PROCESS_GROUP; return (pid_t)id < 0 ? EINVAL : 0;
    case P_PIDFD: return (int)id < 0 ? EINVAL : EBADF;
    default: return EINVAL;
    }
}

int waitid(idtype_t type, id_t id, siginfo_t *info, int options) {
    const int states = WEXITED | WSTOPPED | WCONTINUED;
    __wasi_process_change_t change;
    uint32_t kind = 0;
    if (options & ~(states | WNOHANG | WNOWAIT | FOR_THREADS) || !(options & states)) return __net_ret(EINVAL);
    int32_t error = kind_of(type, id, &kind);
    if (error == 0) error = wait_for(kind, type == P_ALL ? 0 : (pid_t)id, options, &change);
    if (error != 0 || info == NULL) return __net_ret(error);
    if (change.process == 0) {
        info->si_signo = 0;
        info->si_pid = 0;
        return 0;
    }
    *info = (siginfo_t){
        .si_signo = SIGCHLD,
        .si_code = change.code,
        .si_pid = change.process,
        .si_uid = change.user == __WASI_NET_OWN_ID ? NET_USER : change.user,
        .si_status = change.code == CLD_EXITED ? change.status : __net_signal_of((uint32_t)change.status),
    };
    return 0;
}
