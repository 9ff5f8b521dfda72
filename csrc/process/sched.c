// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include <sched.h>
#include <stdlib.h>
#include <string.h>

#include "internal.h"

// The program is one thread, which the host's system schedules by its ordinary policy and which sees one processor.

static int32_t which(pid_t pid) { return pid < 0 ? EINVAL : __net_process(pid) ? 0 : ESRCH; }

static bool is_real_time(int policy) { return policy == SCHED_FIFO || policy == SCHED_RR; }
static bool is_ordinary(int policy) {
    return policy == SCHED_OTHER || policy == SCHED_BATCH || policy == SCHED_IDLE;
}

int sched_get_priority_min(int policy) {
    return __net_ret_value(is_real_time(policy) || is_ordinary(policy) || policy == SCHED_DEADLINE ? 0 : EINVAL,
                           is_real_time(policy));
}

int sched_get_priority_max(int policy) {
    return __net_ret_value(is_real_time(policy) || is_ordinary(policy) || policy == SCHED_DEADLINE ? 0 : EINVAL,
                           is_real_time(policy) ? 99 : 0);
}

int sched_getscheduler(pid_t pid) { return __net_ret_value(which(pid), SCHED_OTHER); }

int sched_getparam(pid_t pid, struct sched_param *param) {
    int32_t error = param == NULL ? EINVAL : which(pid);
    if (error == 0 && !__net_inside(param, sizeof *param)) error = EFAULT;
    if (error == 0) *param = (struct sched_param){.sched_priority = 0};
    return __net_ret(error);
}

// Other policies than the one it has would have to be the host's.
int sched_setscheduler(pid_t pid, int policy, const struct sched_param *param) {
    if (policy < 0 || param == NULL || pid < 0) return __net_ret(EINVAL);
    if (!__net_inside(param, sizeof *param)) return __net_ret(EFAULT);
    if (which(pid) != 0) return __net_ret(ESRCH);
    int priority = param->sched_priority;
    bool resets = policy & SCHED_RESET_ON_FORK;
    policy &= ~SCHED_RESET_ON_FORK;
    if (is_real_time(policy) ? priority < 1 || priority > 99 : !is_ordinary(policy) || priority != 0)
        return __net_ret(EINVAL);
    return __net_ret(policy == SCHED_OTHER && !resets ? 0 : EPERM);
}

int sched_setparam(pid_t pid, const struct sched_param *param) { return sched_setscheduler(pid, SCHED_OTHER, param); }

// Nothing is taken turns with.
int sched_rr_get_interval(pid_t pid, struct timespec *interval) {
    int32_t error = which(pid);
    if (error == 0 && !__net_inside(interval, sizeof *interval)) error = EFAULT;
    if (error == 0) *interval = (struct timespec){0};
    return __net_ret(error);
}

// --- Processors: number 0 ---

int sched_getcpu(void) { return 0; }

int sched_getaffinity(pid_t pid, size_t size, cpu_set_t *set) {
    if (size == 0 || size % sizeof(unsigned long) != 0) return __net_ret(EINVAL);
    if (!__net_process(pid)) return __net_ret(ESRCH);
    if (!__net_inside(set, size)) return __net_ret(EFAULT);
    memset(set, 0, size);
    CPU_SET_S(0, size, set);
    return 0;
}

int sched_setaffinity(pid_t pid, size_t size, const cpu_set_t *set) {
    if (size > 0 && !__net_inside(set, size)) return __net_ret(EFAULT);
    if (!__net_process(pid)) return __net_ret(ESRCH);
    return __net_ret(size > 0 && *(const unsigned char *)set & 1 ? 0 : EINVAL);
}

cpu_set_t *__sched_cpualloc(size_t count) { return calloc(1, CPU_ALLOC_SIZE(count)); }
void __sched_cpufree(cpu_set_t *set) { free(set); }
