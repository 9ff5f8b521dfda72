// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <unistd.h>

#include "internal.h"

// Flags and copies of descriptors, locks of parts of files.

#define OF_DESCRIPTION __WASI_FD_LOCK_OF_DESCRIPTION

static int duplicate(int fd, int minimum, uint32_t flags) {
    __wasi_fd_t copy = -1;
    int32_t error = minimum < 0 ? __net_unless_bad(fd, EINVAL) : __wasi_fd_dup(fd, minimum, flags, &copy);
    return __net_ret_value(error, copy);
}

static int descriptor_flags(int fd) {
    uint32_t flags = 0;
    int32_t error = __wasi_fd_get_flags(fd, &flags);
    return __net_ret_value(error, flags & __WASI_FD_CLOEXEC ? FD_CLOEXEC : 0);
}

void __net_close_on_exec(int fd) { __wasi_fd_set_flags(fd, __WASI_FD_CLOEXEC); }

// Kinds of locks and places have the imports' numbers.
_Static_assert(SEEK_SET == __WASI_WHENCE_SET && SEEK_CUR == __WASI_WHENCE_CUR && SEEK_END == __WASI_WHENCE_END, "");
_Static_assert(F_RDLCK == __WASI_FD_LOCK_READ && F_WRLCK == __WASI_FD_LOCK_WRITE && F_UNLCK == __WASI_FD_LOCK_NONE, "");

static int record_lock(int fd, uint32_t operation, struct flock *lock) {
    int32_t error;
    if (!__net_inside(lock, sizeof *lock)) return __net_ret(__net_fault(fd));
    if (operation & __WASI_FD_LOCK_OF_DESCRIPTION && lock->l_pid != 0) return __net_ret(__net_unless_bad(fd, EINVAL));
    __wasi_fd_lock_record_t record = {.kind = (uint32_t)lock->l_type,
                                      .whence = (uint32_t)lock->l_whence,
                                      .start = lock->l_start,
                                      .length = lock->l_len};
    NET_RESTARTING(error, fd, false, __wasi_fd_lock(fd, operation, &record));
    if (error != 0 || (operation & ~(uint32_t)__WASI_FD_LOCK_OF_DESCRIPTION) != __WASI_FD_LOCK_TEST)
        return __net_ret(error);
    lock->l_type = (short)record.kind;
    if (lock->l_type == F_UNLCK) return 0;
    lock->l_whence = SEEK_SET;
    lock->l_start = record.start;
    lock->l_len = record.length;
    lock->l_pid = record.process;
    return 0;
}

static int status_flags(int fd) {
    uint32_t async = 0;
    int flags = __net_status_flags(fd);
    if (flags >= 0 && __net_async_was_set && __wasi_fd_get_async(fd, &async) == 0 && async) flags |= O_ASYNC;
    return flags;
}

static int set_status_flags(int fd, unsigned long flags) {
    int32_t error = __wasi_fd_fdstat_set_flags(fd, __net_fdflags((int)flags));
    if (error == 0 && (flags & O_ASYNC || __net_async_was_set)) error = __net_set_async(fd, flags & O_ASYNC);
    return __net_ret(error);
}

static int set_owner(int fd, pid_t owner) { return __net_ret(__net_set_owner(fd, owner)); }

static int owner_of(int fd) {
    int32_t owner = 0, error = __wasi_fd_get_owner(fd, &owner);
    return __net_ret_value(error, owner);
}

// The program is its only thread, process and group.
static int set_owner_of_kind(int fd, const struct f_owner_ex *owner) {
    if (!__net_inside(owner, sizeof *owner)) return __net_ret(__net_fault(fd));
    if (owner->type < F_OWNER_TID || owner->type > F_OWNER_PGRP) return __net_ret(__net_unless_bad(fd, EINVAL));
    if (owner->pid < 0) return __net_ret(__net_unless_bad(fd, ESRCH));
    return set_owner(fd, owner->type == F_OWNER_PGRP ? -owner->pid : owner->pid);
}

static int owner_with_kind(int fd, struct f_owner_ex *owner) {
    int32_t number = 0, error = __wasi_fd_get_owner(fd, &number);
    if (error != 0) return __net_ret(error);
    if (!__net_inside(owner, sizeof *owner)) return __net_ret(EFAULT);
    bool is_group = number < 0;
    *owner = (struct f_owner_ex){.type = is_group ? F_OWNER_PGRP : F_OWNER_PID, .pid = is_group ? -number : number};
    return 0;
}

static int set_signal(int fd, int signal) {
    uint32_t number = signal == 0 ? 0 : __net_signal_number(signal);
    int32_t error = signal != 0 && number == 0 ? __net_unless_bad(fd, EINVAL) : __wasi_fd_set_signal(fd, number);
    return __net_ret(error);
}

static int signal_of(int fd) {
    uint32_t number = 0;
    int32_t error = __wasi_fd_get_signal(fd, &number);
    return __net_ret_value(error, number == 0 ? 0 : __net_signal_of(number));
}

static int pipe_size(int fd, int new_size) {
    uint32_t size = 0;
    int32_t error = __wasi_fd_pipe_size(fd, new_size < 0 ? 0 : (uint32_t)new_size, &size);
    if (error == 0 && new_size < 0) error = EINVAL;
    return __net_ret_value(error, (int32_t)size);
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
    case F_GETFL: return status_flags(fd);
    case F_SETFL: return set_status_flags(fd, argument);
    case F_GETOWN: return owner_of(fd);
    case F_SETOWN: return set_owner(fd, (pid_t)argument);
    case F_GETSIG: return signal_of(fd);
    case F_SETSIG: return set_signal(fd, (int)argument);
    case F_GETOWN_EX: return owner_with_kind(fd, (struct f_owner_ex *)argument);
    case F_SETOWN_EX: return set_owner_of_kind(fd, (const struct f_owner_ex *)argument);
    case F_GETLK: return record_lock(fd, __WASI_FD_LOCK_TEST, (struct flock *)argument);
    case F_SETLK: return record_lock(fd, __WASI_FD_LOCK_SET, (struct flock *)argument);
    case F_SETLKW: return record_lock(fd, __WASI_FD_LOCK_WAIT, (struct flock *)argument);
    case F_OFD_GETLK: return record_lock(fd, OF_DESCRIPTION | __WASI_FD_LOCK_TEST, (struct flock *)argument);
    case F_OFD_SETLK: return record_lock(fd, OF_DESCRIPTION | __WASI_FD_LOCK_SET, (struct flock *)argument);
    case F_OFD_SETLKW: return record_lock(fd, OF_DESCRIPTION | __WASI_FD_LOCK_WAIT, (struct flock *)argument);
    case F_GETPIPE_SZ: return pipe_size(fd, 0);
    case F_SETPIPE_SZ: return pipe_size(fd, argument == 0 ? 1 : (int)argument);
    default: return __net_ret(__net_unless_bad(fd, EINVAL));
    }
}
