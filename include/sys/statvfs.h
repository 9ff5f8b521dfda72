// SPDX-License-Identifier: Apache-2.0
//
// The room of file systems, which wasi-libc leaves out.
#ifndef __NETWASI_SYS_STATVFS_H
#define __NETWASI_SYS_STATVFS_H

#include <features.h>

#define __NEED_fsblkcnt_t
#define __NEED_fsfilcnt_t
#include <bits/alltypes.h>

#ifdef __cplusplus
extern "C" {
#endif

struct statvfs {
    unsigned long f_bsize;
    unsigned long f_frsize;
    fsblkcnt_t f_blocks;
    fsblkcnt_t f_bfree;
    fsblkcnt_t f_bavail;
    fsfilcnt_t f_files;
    fsfilcnt_t f_ffree;
    fsfilcnt_t f_favail;
    unsigned long f_fsid;
    unsigned long f_flag;
    unsigned long f_namemax;
};

#define ST_RDONLY 1
#define ST_NOSUID 2
#ifdef _GNU_SOURCE
#define ST_NODEV 4
#define ST_NOEXEC 8
#define ST_SYNCHRONOUS 16
#define ST_MANDLOCK 64
#define ST_WRITE 128
#define ST_APPEND 256
#define ST_IMMUTABLE 512
#define ST_NOATIME 1024
#define ST_NODIRATIME 2048
#define ST_RELATIME 4096
#endif

// Some wasi-libc has functions of these names, which fail.
int statvfs(const char *__restrict, struct statvfs *__restrict) __asm__("__netwasi_statvfs");
int fstatvfs(int, struct statvfs *) __asm__("__netwasi_fstatvfs");

#ifdef __cplusplus
}
#endif

#endif
