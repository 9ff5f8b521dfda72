// SPDX-License-Identifier: Apache-2.0
//
// wasi-libc's header, with the calls about modes, and a pipe's type that is not also a socket's.
#ifndef __NETWASI_SYS_STAT_H
#define __NETWASI_SYS_STAT_H

#include_next <sys/stat.h>
#include <bits/mode.h>

#ifdef __cplusplus
extern "C" {
#endif

// These know modes, which WASI does not: permissions, and the type of a pipe.
int stat(const char *__restrict, struct stat *__restrict) __asm__("__netwasi_stat");
int lstat(const char *__restrict, struct stat *__restrict) __asm__("__netwasi_lstat");
int fstat(int, struct stat *) __asm__("__netwasi_fstat");
int fstatat(int, const char *__restrict, struct stat *__restrict, int) __asm__("__netwasi_fstatat");

// These know a path that is none, and times that are none.
int mkdir(const char *, mode_t) __asm__("__netwasi_mkdir");
int mkdirat(int, const char *, mode_t) __asm__("__netwasi_mkdirat");
int utimensat(int, const char *, const struct timespec[2], int) __asm__("__netwasi_utimensat");
int futimens(int, const struct timespec[2]) __asm__("__netwasi_futimens");

int chmod(const char *, mode_t) __asm__("__netwasi_chmod");
int fchmod(int, mode_t) __asm__("__netwasi_fchmod");
int fchmodat(int, const char *, mode_t, int) __asm__("__netwasi_fchmodat");
mode_t umask(mode_t);
int mkfifo(const char *, mode_t);
int mkfifoat(int, const char *, mode_t);

#if defined(_XOPEN_SOURCE) || defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
int mknod(const char *, mode_t, dev_t);
int mknodat(int, const char *, mode_t, dev_t);
#endif

#if defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
int lchmod(const char *, mode_t);
#endif

#ifdef _GNU_SOURCE
struct statx_timestamp {
    long long tv_sec;
    unsigned tv_nsec;
    int __reserved;
};

struct statx {
    unsigned stx_mask;
    unsigned stx_blksize;
    unsigned long long stx_attributes;
    unsigned stx_nlink;
    unsigned stx_uid;
    unsigned stx_gid;
    unsigned short stx_mode;
    unsigned short __spare0;
    unsigned long long stx_ino;
    unsigned long long stx_size;
    unsigned long long stx_blocks;
    unsigned long long stx_attributes_mask;
    struct statx_timestamp stx_atime;
    struct statx_timestamp stx_btime;
    struct statx_timestamp stx_ctime;
    struct statx_timestamp stx_mtime;
    unsigned stx_rdev_major;
    unsigned stx_rdev_minor;
    unsigned stx_dev_major;
    unsigned stx_dev_minor;
    unsigned long long __spare1[14];
};

#define STATX_TYPE 0x1u
#define STATX_MODE 0x2u
#define STATX_NLINK 0x4u
#define STATX_UID 0x8u
#define STATX_GID 0x10u
#define STATX_ATIME 0x20u
#define STATX_MTIME 0x40u
#define STATX_CTIME 0x80u
#define STATX_INO 0x100u
#define STATX_SIZE 0x200u
#define STATX_BLOCKS 0x400u
#define STATX_BASIC_STATS 0x7ffu
#define STATX_BTIME 0x800u

int statx(int, const char *__restrict, int, unsigned, struct statx *__restrict);
#endif

#ifdef __cplusplus
}
#endif

#endif
