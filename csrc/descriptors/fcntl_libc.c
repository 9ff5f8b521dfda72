// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>

#include "internal.h"

// fcntl for wasi-libc's own calls (fdopen makes some) and for objects that were compiled against its header, with its
// flags: what preview 1 can do, so that a program which opens files imports nothing else. For the rest
// the whole fcntl, of our header's name, is used where the program has it.

#pragma weak fcntl

int __net_fcntl_libc(int fd, int command, ...) __asm__("fcntl");

int __net_fcntl_libc(int fd, int command, ...) {
    va_list list;
    va_start(list, command);
    unsigned long argument = va_arg(list, unsigned long);
    va_end(list);
    switch (command) {
    case F_GETFL: {
        int flags = __net_status_flags(fd);
        return flags < 0 ? flags : __net_libc_flags(flags);
    }
    case F_SETFL: return __net_ret(__wasi_fd_fdstat_set_flags(fd, (__wasi_fdflags_t)(argument & 0x1f)));
    default: break;
    }
    if (fcntl) return fcntl(fd, command, argument);
    switch (command) {
    case F_GETFD: // nobody can see it
    case F_SETFD: return __net_ret(__net_fault(fd) == EFAULT ? 0 : EBADF);
    default: return __net_ret(EINVAL);
    }
}
