// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <sys/ioctl.h>

#include "names/interfaces.h"

// The requests of ioctl that have an import behind them; any other is ENOTTY.

static int32_t set_nonblocking(int fd, const int *on) {
    __wasi_fdstat_t status;
    int32_t error = __wasi_fd_fdstat_get(fd, &status);
    if (error != 0) return error;
    if (!__net_inside(on, sizeof *on)) return EFAULT;
    int flags = *on ? status.fs_flags | __WASI_FDFLAGS_NONBLOCK : status.fs_flags & ~__WASI_FDFLAGS_NONBLOCK;
    return __wasi_fd_fdstat_set_flags(fd, (__wasi_fdflags_t)flags);
}

static int32_t available(int fd, int *count) {
    uint32_t bytes = 0;
    int32_t error = __wasi_fd_available(fd, &bytes);
    if (error != 0) return error;
    if (!__net_inside(count, sizeof *count)) return EFAULT;
    *count = bytes > INT32_MAX ? INT32_MAX : (int)bytes;
    return 0;
}

static int32_t unsent(int fd, int *count) {
    uint32_t bytes = 0;
    int32_t error = __wasi_fd_unsent(fd, &bytes);
    if (error != 0) return error;
    if (!__net_inside(count, sizeof *count)) return EFAULT;
    *count = bytes > INT32_MAX ? INT32_MAX : (int)bytes;
    return 0;
}

static int32_t window_size(int fd, struct winsize *size) {
    uint16_t rows = 0, columns = 0;
    int32_t error = __wasi_fd_terminal_size(fd, &rows, &columns);
    if (error != 0) return error;
    if (!__net_inside(size, sizeof *size)) return EFAULT;
    *size = (struct winsize){.ws_row = rows, .ws_col = columns};
    return 0;
}

static int32_t set_window_size(int fd, const struct winsize *size) {
    if (!__net_inside(size, sizeof *size)) return __net_fault(fd);
    return __wasi_fd_terminal_set_size(fd, size->ws_row, size->ws_col);
}

// Files have nothing to tell.
static int32_t set_async(int fd, const int *on) {
    __wasi_fdstat_t status;
    int32_t error = __wasi_fd_fdstat_get(fd, &status);
    if (error != 0) return error;
    if (!__net_inside(on, sizeof *on)) return EFAULT;
    bool is_file = status.fs_filetype == __WASI_FILETYPE_REGULAR_FILE || status.fs_filetype == __WASI_FILETYPE_DIRECTORY;
    if (is_file) return *on ? ENOTTY : 0;
    return __net_set_async(fd, *on != 0);
}

// Requests of sockets, where fcntl has F_SETOWN and F_GETOWN for all.
static int32_t owner(int fd, bool sets, pid_t *owner) {
    int type;
    int32_t number = 0, error = __net_socket_type(fd, &type);
    if (error != 0) return error == ENOTSOCK ? ENOTTY : error;
    if (!__net_inside(owner, sizeof *owner)) return EFAULT;
    if (sets) return __net_set_owner(fd, *owner);
    error = __wasi_fd_get_owner(fd, &number);
    if (error == 0) *owner = number;
    return error;
}

static int32_t at_mark(int fd, int *mark) {
    uint32_t value = 0;
    int32_t error = __wasi_socket_at_mark(fd, &value);
    if (error != 0) return error;
    if (!__net_inside(mark, sizeof *mark)) return EFAULT;
    *mark = (int)value;
    return 0;
}

int ioctl(int fd, int request, ...) {
    va_list list;
    va_start(list, request);
    void *argument = va_arg(list, void *);
    va_end(list);
    switch (request) {
    case FIONBIO: return __net_ret(set_nonblocking(fd, argument));
    case FIONREAD: return __net_ret(available(fd, argument));
    case TIOCOUTQ: return __net_ret(unsent(fd, argument));
    case SIOCATMARK: return __net_ret(at_mark(fd, argument));
    case TIOCGWINSZ: return __net_ret(window_size(fd, argument));
    case TIOCSWINSZ: return __net_ret(set_window_size(fd, argument));
    case FIOASYNC: return __net_ret(set_async(fd, argument));
    case FIOSETOWN:
    case SIOCSPGRP: return __net_ret(owner(fd, true, argument));
    case FIOGETOWN:
    case SIOCGPGRP: return __net_ret(owner(fd, false, argument));
    case FIOCLEX: return __net_ret(__wasi_fd_set_flags(fd, __WASI_FD_CLOEXEC));
    case FIONCLEX: return __net_ret(__wasi_fd_set_flags(fd, 0));
    case TCGETS ... TCFLSH:
    case TIOCGPGRP:
    case TIOCSPGRP:
    case TCSBRKP:
    case TIOCGSID: return __net_terminal_request(fd, request, argument);
    default: return __net_ret(__net_interface_request(fd, (unsigned)request, argument));
    }
}
