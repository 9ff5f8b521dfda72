// SPDX-License-Identifier: Apache-2.0
//
// wasi-libc's header, with a close-on-exec flag that is one, F_DUPFD and advisory locks.
#ifndef __NETWASI_FCNTL_H
#define __NETWASI_FCNTL_H

#include_next <fcntl.h>

// The same values as numbers, which `#if O_NDELAY != O_NONBLOCK` can compare: wasi-libc's have casts in them.
#undef O_APPEND
#undef O_DSYNC
#undef O_NONBLOCK
#undef O_RSYNC
#undef O_SYNC
#undef O_CREAT
#undef O_DIRECTORY
#undef O_EXCL
#undef O_TRUNC
#define O_APPEND 0x0001
#define O_DSYNC 0x0002
#define O_NONBLOCK 0x0004
#define O_RSYNC 0x0008
#define O_SYNC 0x0010
#define O_CREAT 0x1000
#define O_DIRECTORY 0x2000
#define O_EXCL 0x4000
#define O_TRUNC 0x8000

// wasi-libc defines it as 0. This bit is one that its open does not look at.
#undef O_CLOEXEC
#define O_CLOEXEC 0x20000000

// For F_SETFL; open ignores it, as Linux does.
#define O_ASYNC 0x00400000
#ifdef _GNU_SOURCE
// Of pipes only (pipe2).
#define O_DIRECT 0x00800000
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

// These know O_CLOEXEC, and say ENOENT where wasi-libc's say that no directory was preopened.
int open(const char *, int, ...) __asm__("__netwasi_open");
int openat(int, const char *, int, ...) __asm__("__netwasi_openat");
int creat(const char *, mode_t) __asm__("__netwasi_creat");
int fcntl(int, int, ...) __asm__("__netwasi_fcntl");

int lockf(int, int, off_t);

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
