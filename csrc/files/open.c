// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>

#include "internal.h"

// open, as our header names it: with the permissions of a new file, a close-on-exec flag, and with ENOENT for a path
// outside the preopened directories, which is what a program finds where a file is not.

#pragma weak __net_close_on_exec

// Whether the host takes a mode among the rights.
static bool takes_modes(__wasi_fd_t directory) {
    static signed char known;
    __wasi_filestat_t record;
    if (known == 0) known = __wasi_fd_filestat_get(directory, &record) == 0 && __net_has_details(&record) ? 1 : -1;
    return known > 0;
}

static __wasi_rights_t rights_for(int flags) {
    const __wasi_rights_t reading = __WASI_RIGHTS_FD_READ | __WASI_RIGHTS_FD_READDIR,
                          writing = __WASI_RIGHTS_FD_DATASYNC | __WASI_RIGHTS_FD_WRITE | __WASI_RIGHTS_FD_ALLOCATE |
                                    __WASI_RIGHTS_FD_FILESTAT_SET_SIZE;
    int access = flags & O_ACCMODE;
    return ~(reading | writing) | (access == O_RDONLY || access == O_RDWR ? reading : 0) |
           (access == O_WRONLY || access == O_RDWR ? writing : 0);
}

static int32_t open_at(int fd, const char *path, int flags, mode_t mode, __wasi_fd_t *opened) {
    struct net_place place;
    __wasi_fdstat_t status;
    int32_t error = flags & O_DIRECT || (flags & O_ACCMODE) == 3 ? EINVAL : __net_place(fd, path, &place);
    if (error != 0) return error;
    error = __wasi_fd_fdstat_get(place.directory, &status);
    if (error != 0) return __net_placed(&place, error);
    __wasi_lookupflags_t lookup = flags & O_NOFOLLOW ? 0 : __WASI_LOOKUPFLAGS_SYMLINK_FOLLOW;
    __wasi_rights_t rights = rights_for(flags) & status.fs_rights_inheriting;
    if (flags & O_CREAT && (mode & 01777) != 0666 && takes_modes(place.directory))
        rights |= (__wasi_rights_t)__WASI_FILE_MODE << 48 | (__wasi_rights_t)(mode & 01777) << 32;
    uint32_t mark;
    do {
        mark = __net_interruptions;
        error = __wasi_path_open(place.directory, lookup, place.path, __net_oflags(flags), rights,
                                 status.fs_rights_inheriting, __net_fdflags(flags), opened);
        // A FIFO's other end may be long in coming.
    } while (error == EINTR && mark == __net_interruptions);
    return __net_placed(&place, error);
}

static int finish(int32_t error, int flags, int fd) {
    if (error != 0) return __net_ret(error);
    if (flags & O_CLOEXEC && __net_close_on_exec) __net_close_on_exec(fd);
    return fd;
}

static mode_t mode_of(int flags, va_list list) { return flags & O_CREAT ? va_arg(list, mode_t) : 0; }

int openat(int fd, const char *path, int flags, ...) {
    __wasi_fd_t opened = -1;
    va_list list;
    va_start(list, flags);
    int32_t error = open_at(fd, path, flags, mode_of(flags, list), &opened);
    va_end(list);
    return finish(error, flags, opened);
}

int open(const char *path, int flags, ...) {
    __wasi_fd_t opened = -1;
    va_list list;
    va_start(list, flags);
    int32_t error = open_at(AT_FDCWD, path, flags, mode_of(flags, list), &opened);
    va_end(list);
    return finish(error, flags, opened);
}

int creat(const char *path, mode_t mode) { return open(path, O_CREAT | O_WRONLY | O_TRUNC, mode); }
