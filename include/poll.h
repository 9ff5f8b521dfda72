// SPDX-License-Identifier: Apache-2.0
//
// poll, with Linux's numbers for events: programs assert them. They belong to the functions of this header; an object
// that was compiled against wasi-libc's header calls the symbol `poll`, which knows wasi-libc's numbers.
#ifndef _POLL_H
#define _POLL_H

#define __wasilibc___header_poll_h
#define __wasilibc___struct_pollfd_h

#include <features.h>
#include <__typedef_nfds_t.h>

#define __NEED_time_t
#define __NEED_struct_timespec
#define __NEED_sigset_t
#include <bits/alltypes.h>

#ifdef __cplusplus
extern "C" {
#endif

struct pollfd {
    int fd;
    short events;
    short revents;
};

#define POLLIN 0x001
#define POLLPRI 0x002
#define POLLOUT 0x004
#define POLLERR 0x008
#define POLLHUP 0x010
#define POLLNVAL 0x020
#define POLLRDNORM 0x040
#define POLLRDBAND 0x080
#define POLLWRNORM 0x100
#define POLLWRBAND 0x200
#define POLLRDHUP 0x2000

int poll(struct pollfd *, nfds_t, int) __asm__("__netwasi_poll");
#if defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
int ppoll(struct pollfd *, nfds_t, const struct timespec *, const sigset_t *);
#endif

#ifdef __cplusplus
}
#endif

#endif
