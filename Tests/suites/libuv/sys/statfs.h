// SPDX-License-Identifier: Apache-2.0
#ifndef SYS_STATFS_H
#define SYS_STATFS_H

#include <errno.h>

// How full a file system is, which nothing tells here.

struct statfs {
    unsigned long f_type, f_bsize, f_blocks, f_bfree, f_bavail, f_files, f_ffree;
};

static inline int statfs(const char *path, struct statfs *status) {
    (void)path, (void)status;
    errno = ENOSYS;
    return -1;
}

static inline int fstatfs(int fd, struct statfs *status) {
    (void)fd, (void)status;
    errno = ENOSYS;
    return -1;
}

#endif
