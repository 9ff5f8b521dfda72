// SPDX-License-Identifier: Apache-2.0
//
// select, over the bit set that programs expect: they compare, copy and clear fd_set as bytes and index it as words.
#ifndef _SYS_SELECT_H
#define _SYS_SELECT_H

#define __wasilibc___typedef_fd_set_h
#define __wasilibc___fd_set_h

#include <features.h>

#define __NEED_size_t
#define __NEED_time_t
#define __NEED_suseconds_t
#define __NEED_struct_timeval
#define __NEED_struct_timespec
#define __NEED_sigset_t
#include <bits/alltypes.h>

#ifdef __cplusplus
extern "C" {
#endif

#define FD_SETSIZE 1024

typedef unsigned long fd_mask;

typedef struct {
    unsigned long fds_bits[FD_SETSIZE / 8 / sizeof(long)];
} fd_set;

#define __FD_BITS (8 * sizeof(long))
#define FD_ZERO(set) ((void)__builtin_memset((set), 0, sizeof(fd_set)))
#define FD_SET(fd, set) ((void)((set)->fds_bits[(fd) / __FD_BITS] |= 1UL << ((fd) % __FD_BITS)))
#define FD_CLR(fd, set) ((void)((set)->fds_bits[(fd) / __FD_BITS] &= ~(1UL << ((fd) % __FD_BITS))))
#define FD_ISSET(fd, set) (((set)->fds_bits[(fd) / __FD_BITS] & (1UL << ((fd) % __FD_BITS))) != 0)

#if defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
#define NFDBITS (8 * (int)sizeof(long))
#define FD_COPY(from, to) ((void)(*(to) = *(from)))
#endif

int select(int, fd_set *__restrict, fd_set *__restrict, fd_set *__restrict, struct timeval *__restrict);
int pselect(int, fd_set *__restrict, fd_set *__restrict, fd_set *__restrict, const struct timespec *__restrict,
            const sigset_t *__restrict);

#ifdef __cplusplus
}
#endif

#endif
