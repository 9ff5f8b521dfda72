// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>

#include "internal.h"

_Static_assert(O_APPEND == __WASI_FDFLAGS_APPEND && O_DSYNC == __WASI_FDFLAGS_DSYNC, "preview 1's");
_Static_assert(O_NONBLOCK == __WASI_FDFLAGS_NONBLOCK && O_RSYNC == __WASI_FDFLAGS_RSYNC, "preview 1's");
_Static_assert(O_SYNC == __WASI_FDFLAGS_SYNC, "preview 1's");
_Static_assert(O_CREAT >> 12 == __WASI_OFLAGS_CREAT && O_EXCL >> 12 == __WASI_OFLAGS_EXCL, "as wasi-libc has them");
_Static_assert(O_TRUNC >> 12 == __WASI_OFLAGS_TRUNC && O_DIRECTORY >> 12 == __WASI_OFLAGS_DIRECTORY, "as wasi-libc has them");

// fcntl(F_GETFL). preview 1 knows an access mode as rights; what can do neither was opened for searching.

int __net_status_flags(int fd) {
    __wasi_fdstat_t status;
    int32_t error = __wasi_fd_fdstat_get(fd, &status);
    if (error != 0) return __net_ret(error);
    bool reads = status.fs_rights_base & (__WASI_RIGHTS_FD_READ | __WASI_RIGHTS_FD_READDIR);
    bool writes = status.fs_rights_base & __WASI_RIGHTS_FD_WRITE;
    int mode = (reads ? O_RDONLY : 0) | (writes ? O_WRONLY : 0);
    return status.fs_flags | (mode != 0 ? mode : O_SEARCH);
}
