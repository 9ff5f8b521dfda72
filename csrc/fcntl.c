// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>

#include "internal.h"

// Flags and copies of descriptors. Record locks are refused with ENOLCK: WASI has none.

// What F_SETFL may change: preview 1's flags.
#define SETTABLE (O_APPEND | O_NONBLOCK | O_DSYNC | O_RSYNC | O_SYNC)

static int duplicate(int fd, int minimum, uint32_t flags) {
    __wasi_fd_t copy = -1;
    int32_t error = minimum < 0 ? EINVAL : __wasi_fd_dup(fd, minimum, flags, &copy);
    return __net_ret_value(error, copy);
}

static int descriptor_flags(int fd) {
    uint32_t flags = 0;
    int32_t error = __wasi_fd_get_flags(fd, &flags);
    return __net_ret_value(error, flags & __WASI_FD_CLOEXEC ? FD_CLOEXEC : 0);
}

void __net_close_on_exec(int fd) { __wasi_fd_set_flags(fd, __WASI_FD_CLOEXEC); }

static int refuse_lock(int fd, const struct flock *lock) {
    int32_t error = __net_fault(fd);
    if (error == EFAULT && __net_inside(lock, sizeof *lock)) error = ENOLCK;
    return __net_ret(error);
}

int fcntl(int fd, int command, ...) {
    va_list list;
    va_start(list, command);
    unsigned long argument = va_arg(list, unsigned long);
    va_end(list);
    switch (command) {
    case F_DUPFD: return duplicate(fd, (int)argument, 0);
    case F_DUPFD_CLOEXEC: return duplicate(fd, (int)argument, __WASI_FD_CLOEXEC);
    case F_GETFD: return descriptor_flags(fd);
    case F_SETFD: return __net_ret(__wasi_fd_set_flags(fd, argument & FD_CLOEXEC ? __WASI_FD_CLOEXEC : 0));
    case F_GETFL: return __net_status_flags(fd);
    case F_SETFL: return __net_ret(__wasi_fd_fdstat_set_flags(fd, (__wasi_fdflags_t)(argument & SETTABLE)));
    case F_GETLK:
    case F_SETLK:
    case F_SETLKW: return refuse_lock(fd, (const struct flock *)argument);
    default: return __net_ret(__net_unless_bad(fd, EINVAL));
    }
}
