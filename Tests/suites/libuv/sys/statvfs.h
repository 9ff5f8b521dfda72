// SPDX-License-Identifier: Apache-2.0
//
// What libuv's file system functions want to compile. Nothing that is tested here calls it.
#ifndef SUITES_SYS_STATVFS_H
#define SUITES_SYS_STATVFS_H

struct statvfs {
    unsigned long f_bsize, f_blocks, f_bfree, f_bavail, f_files, f_ffree;
};
static inline int statvfs(const char *path, struct statvfs *result) {
    (void)path, (void)result;
    return -1;
}

#endif
