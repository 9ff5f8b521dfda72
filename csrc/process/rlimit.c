// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <sys/resource.h>
#include <unistd.h>

#include "internal.h"

// Limits of resources. The host counts descriptors; what the others are is for it to say, so that none can be changed,
// and saying what is already so is no change.

static int32_t limit_of(int resource, struct rlimit *limit) {
    rlim_t value = RLIM_INFINITY;
    if (resource < 0 || resource >= RLIM_NLIMITS) return EINVAL;
    if (resource == RLIMIT_NOFILE) {
        uint32_t soft = 0, hard = 0;
        int32_t error = __wasi_fd_get_limits(&soft, &hard);
        *limit = (struct rlimit){.rlim_cur = soft, .rlim_max = hard};
        return error;
    }
    switch (resource) {
    case RLIMIT_CORE:
    case RLIMIT_NPROC:
    case RLIMIT_MEMLOCK:
    case RLIMIT_MSGQUEUE:
    case RLIMIT_NICE:
    case RLIMIT_RTPRIO: value = 0; break;
    case RLIMIT_SIGPENDING: value = 1024; break; // as the host queues them
    default: break;
    }
    *limit = (struct rlimit){.rlim_cur = value, .rlim_max = value};
    return 0;
}

int getrlimit(int resource, struct rlimit *limit) {
    if (!__net_inside(limit, sizeof *limit)) return __net_ret(EFAULT);
    return __net_ret(limit_of(resource, limit));
}

int setrlimit(int resource, const struct rlimit *limit) {
    struct rlimit now;
    if (!__net_inside(limit, sizeof *limit)) return __net_ret(EFAULT);
    int32_t error = limit_of(resource, &now);
    if (error != 0) return __net_ret(error);
    if (limit->rlim_cur > limit->rlim_max) return __net_ret(EINVAL);
    if (resource == RLIMIT_NOFILE) {
        if (limit->rlim_max > UINT32_MAX) return __net_ret(EPERM);
        return __net_ret(__wasi_fd_set_limits((uint32_t)limit->rlim_cur, (uint32_t)limit->rlim_max));
    }
    if (limit->rlim_cur == now.rlim_cur && limit->rlim_max == now.rlim_max) return 0;
    return __net_ret(limit->rlim_max > now.rlim_max ? EPERM : ENOTSUP);
}

// 0 and this program's own number both mean this program.
int prlimit(pid_t pid, int resource, const struct rlimit *limit, struct rlimit *previous) {
    struct rlimit now;
    if (pid != 0 && pid != getpid()) return __net_ret(ESRCH);
    if (previous != NULL && !__net_inside(previous, sizeof *previous)) return __net_ret(EFAULT);
    if (getrlimit(resource, &now) != 0 || (limit != NULL && setrlimit(resource, limit) != 0)) return -1;
    if (previous != NULL) *previous = now;
    return 0;
}

int getdtablesize(void) {
    struct rlimit limit = {.rlim_cur = 0};
    limit_of(RLIMIT_NOFILE, &limit);
    return (int)limit.rlim_cur;
}

int getpriority(int which, id_t who) {
    if (which < PRIO_PROCESS || which > PRIO_USER) return __net_ret(EINVAL);
    return __net_ret(who == 0 || who == (which == PRIO_USER ? getuid() : (id_t)getpid()) ? 0 : ESRCH);
}

int setpriority(int which, id_t who, int priority) {
    if (getpriority(which, who) != 0) return -1;
    return __net_ret(priority == 0 ? 0 : EACCES);
}
