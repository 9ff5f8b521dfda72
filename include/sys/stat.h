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

#ifdef __cplusplus
}
#endif

#endif
