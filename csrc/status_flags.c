// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>

#include "internal.h"

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
