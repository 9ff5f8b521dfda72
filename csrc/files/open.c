// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>

#include "internal.h"

// open, as our header names it: with a close-on-exec flag, and with ENOENT for a path outside the preopened
// directories, which is what a program finds where a file is not.

// wasi-libc's functions, which our header's names stand before. They look at no mode, and have flags of their own.
int __net_libc_open(const char *, int, ...) __asm__("open");
int __net_libc_openat(int, const char *, int, ...) __asm__("openat");

#pragma weak __net_close_on_exec

static int finish(int fd, int flags) {
    if (fd < 0) {
        if (errno == ENOTCAPABLE) errno = ENOENT;
        return fd;
    }
    if (flags & O_CLOEXEC && __net_close_on_exec) __net_close_on_exec(fd);
    return fd;
}

// EINVAL, as from a file system that cannot, for O_DIRECT.
static int32_t check(const char *path, int flags) { return flags & O_DIRECT ? EINVAL : __net_check_path(path); }

// A FIFO's other end may be long in coming.
#define RESTARTING(opened, call) \
    do { \
        uint32_t mark = __net_interruptions; \
        (opened) = (call); \
        if ((opened) >= 0 || errno != EINTR || mark != __net_interruptions) break; \
    } while (1)

// The permissions of a new file are the host's.
int open(const char *path, int flags, ...) {
    int32_t error = check(path, flags);
    if (error != 0) return __net_ret(error);
    int opened;
    RESTARTING(opened, __net_libc_open(path, __net_libc_flags(flags)));
    return finish(opened, flags);
}

int openat(int fd, const char *path, int flags, ...) {
    int32_t error = check(path, flags);
    if (error != 0) return __net_ret(error);
    int opened;
    RESTARTING(opened, __net_libc_openat(fd, path, __net_libc_flags(flags)));
    return finish(opened, flags);
}

int creat(const char *path, mode_t mode) { return open(path, O_CREAT | O_WRONLY | O_TRUNC, mode); }
