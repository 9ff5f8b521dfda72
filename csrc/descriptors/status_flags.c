// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include <fcntl.h>

#include "internal.h"

// The flags of descriptors in C's numbers and in preview 1's.

_Static_assert(O_SYNC & O_DSYNC && O_RSYNC == O_SYNC, "synchronous files are ones whose data are");

__wasi_fdflags_t __net_fdflags(int flags) {
    unsigned result = (flags & O_APPEND ? __WASI_FDFLAGS_APPEND : 0u) | (flags & O_NONBLOCK ? __WASI_FDFLAGS_NONBLOCK : 0u) |
                      (flags & O_DSYNC ? __WASI_FDFLAGS_DSYNC : 0u) |
                      (flags & (O_SYNC & ~O_DSYNC) ? __WASI_FDFLAGS_SYNC : 0u);
    return (__wasi_fdflags_t)result;
}

// wasi-libc's flags: preview 1's, its oflags twelve bits up, and these.
enum {
    LIBC_NOFOLLOW = 0x01000000,
    LIBC_RDONLY = 0x04000000,
    LIBC_SEARCH = 0x08000000,
    LIBC_WRONLY = 0x10000000,
};

__wasi_oflags_t __net_oflags(int flags) {
    unsigned result = (flags & O_CREAT ? __WASI_OFLAGS_CREAT : 0u) | (flags & O_DIRECTORY ? __WASI_OFLAGS_DIRECTORY : 0u) |
                      (flags & O_EXCL ? __WASI_OFLAGS_EXCL : 0u) | (flags & O_TRUNC ? __WASI_OFLAGS_TRUNC : 0u);
    return (__wasi_oflags_t)result;
}

int __net_libc_flags(int flags) {
    int result = __net_fdflags(flags) | __net_oflags(flags) << 12 | (flags & O_NOFOLLOW ? LIBC_NOFOLLOW : 0);
    switch (flags & O_ACCMODE) {
    case O_RDONLY: return result | LIBC_RDONLY;
    case O_WRONLY: return result | LIBC_WRONLY;
    case O_RDWR: return result | LIBC_RDONLY | LIBC_WRONLY;
    default: return flags & O_SEARCH ? result | LIBC_SEARCH : result;
    }
}

// fcntl(F_GETFL). preview 1 knows an access mode as rights; what can do neither was opened for searching.

int __net_status_flags(int fd) {
    __wasi_fdstat_t status;
    int32_t error = __wasi_fd_fdstat_get(fd, &status);
    if (error != 0) return __net_ret(error);
    unsigned flags = status.fs_flags;
    bool reads = status.fs_rights_base & (__WASI_RIGHTS_FD_READ | __WASI_RIGHTS_FD_READDIR);
    bool writes = status.fs_rights_base & __WASI_RIGHTS_FD_WRITE;
    int mode = reads && writes ? O_RDWR : reads ? O_RDONLY : writes ? O_WRONLY : O_SEARCH;
    return mode | (flags & __WASI_FDFLAGS_APPEND ? O_APPEND : 0) | (flags & __WASI_FDFLAGS_NONBLOCK ? O_NONBLOCK : 0) |
           (flags & __WASI_FDFLAGS_DSYNC ? O_DSYNC : 0) |
           (flags & (__WASI_FDFLAGS_SYNC | __WASI_FDFLAGS_RSYNC) ? O_SYNC : 0);
}
