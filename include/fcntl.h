// SPDX-License-Identifier: Apache-2.0
//
// wasi-libc's header, with Linux's flags, F_DUPFD and advisory locks.
#ifndef __NETWASI_FCNTL_H
#define __NETWASI_FCNTL_H

#include_next <fcntl.h>

// Linux's numbers: programs count on O_RDONLY being 0, and compare others in #if. wasi-libc's own functions have other
// numbers; csrc/files/open.c and csrc/descriptors/fcntl.c stand between.
#undef O_RDONLY
#undef O_WRONLY
#undef O_RDWR
#undef O_ACCMODE
#undef O_SEARCH
#undef O_EXEC
#undef O_CREAT
#undef O_EXCL
#undef O_NOCTTY
#undef O_TRUNC
#undef O_APPEND
#undef O_NONBLOCK
#undef O_DSYNC
#undef O_SYNC
#undef O_RSYNC
#undef O_DIRECTORY
#undef O_NOFOLLOW
#undef O_CLOEXEC
#define O_RDONLY 0
#define O_WRONLY 01
#define O_RDWR 02
#define O_SEARCH 010000000
#define O_EXEC O_SEARCH
#define O_ACCMODE (03 | O_SEARCH)
#define O_CREAT 0100
#define O_EXCL 0200
#define O_NOCTTY 0400
#define O_TRUNC 01000
#define O_APPEND 02000
#define O_NONBLOCK 04000
#define O_DSYNC 010000
#define O_SYNC 04010000
#define O_RSYNC O_SYNC
#define O_DIRECTORY 0200000
#define O_NOFOLLOW 0400000
#define O_CLOEXEC 02000000

// For F_SETFL; open ignores it, as Linux does.
#define O_ASYNC 020000
#ifdef _GNU_SOURCE
// Of pipes only (pipe2).
#define O_DIRECT 040000
#endif

#ifndef O_NDELAY
#define O_NDELAY O_NONBLOCK
#endif

#ifndef F_DUPFD
#define F_DUPFD 0
#endif
#ifndef F_GETLK
#define F_GETLK 5
#define F_SETLK 6
#define F_SETLKW 7
#endif
#ifndef F_SETOWN
#define F_SETOWN 8
#define F_GETOWN 9
#endif
#define F_SETSIG 10
#define F_GETSIG 11
#define F_SETOWN_EX 15
#define F_GETOWN_EX 16
#define F_OWNER_TID 0
#define F_OWNER_PID 1
#define F_OWNER_PGRP 2
#define F_OFD_GETLK 36
#define F_OFD_SETLK 37
#define F_OFD_SETLKW 38
#ifndef F_DUPFD_CLOEXEC
#define F_DUPFD_CLOEXEC 1030
#endif
#ifndef F_RDLCK
#define F_RDLCK 0
#define F_WRLCK 1
#define F_UNLCK 2
#endif

#include <bits/mode.h>

#ifdef _GNU_SOURCE
#ifndef AT_EMPTY_PATH
#define AT_NO_AUTOMOUNT 0x800
#define AT_EMPTY_PATH 0x1000
#define AT_STATX_SYNC_TYPE 0x6000
#define AT_STATX_SYNC_AS_STAT 0
#define AT_STATX_FORCE_SYNC 0x2000
#define AT_STATX_DONT_SYNC 0x4000
#endif
#endif

#if defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
#ifndef FAPPEND
#define FAPPEND O_APPEND
#define FFSYNC O_SYNC
#define FNONBLOCK O_NONBLOCK
#define FNDELAY O_NDELAY
#endif
#undef FASYNC
#define FASYNC O_ASYNC
#ifndef F_LOCK
#define F_ULOCK 0
#define F_LOCK 1
#define F_TLOCK 2
#define F_TEST 3
#endif
#endif

#ifdef __cplusplus
extern "C" {
#endif

// These know our flags, and say ENOENT where wasi-libc's say that no directory was preopened.
int open(const char *, int, ...) __asm__("__netwasi_open");
int openat(int, const char *, int, ...) __asm__("__netwasi_openat");
int creat(const char *, mode_t) __asm__("__netwasi_creat");
int fcntl(int, int, ...) __asm__("__netwasi_fcntl");

int lockf(int, int, off_t);

struct f_owner_ex {
    int type;
    pid_t pid;
};

#ifdef _GNU_SOURCE
#define F_SETPIPE_SZ 1031
#define F_GETPIPE_SZ 1032

#define FALLOC_FL_KEEP_SIZE 1
#define FALLOC_FL_PUNCH_HOLE 2
#define FALLOC_FL_COLLAPSE_RANGE 8
#define FALLOC_FL_ZERO_RANGE 16
#define FALLOC_FL_INSERT_RANGE 32
#define FALLOC_FL_UNSHARE_RANGE 64

#define SYNC_FILE_RANGE_WAIT_BEFORE 1
#define SYNC_FILE_RANGE_WRITE 2
#define SYNC_FILE_RANGE_WAIT_AFTER 4

#define SPLICE_F_MOVE 1
#define SPLICE_F_NONBLOCK 2
#define SPLICE_F_MORE 4
#define SPLICE_F_GIFT 8

#ifndef loff_t
#define loff_t off_t
#endif

struct iovec;
int fallocate(int, int, off_t, off_t);
ssize_t readahead(int, off_t, size_t);
int sync_file_range(int, off_t, off_t, unsigned);
ssize_t splice(int, off_t *, int, off_t *, size_t, unsigned);
ssize_t tee(int, int, size_t, unsigned);
ssize_t vmsplice(int, const struct iovec *, size_t, unsigned);
#endif

#ifdef __cplusplus
}
#endif

#endif
