// SPDX-License-Identifier: Apache-2.0
//
// poll: wasi-libc's events, and the ones that it leaves out.
#ifndef __NETWASI_POLL_H
#define __NETWASI_POLL_H

#include_next <poll.h>

#define POLLPRI 0x4
#define POLLRDBAND 0x8
#define POLLWRBAND 0x10
#define POLLRDHUP 0x20

#define __NEED_time_t
#define __NEED_struct_timespec
#define __NEED_sigset_t
#include <bits/alltypes.h>

#ifdef __cplusplus
extern "C" {
#endif

int ppoll(struct pollfd *, nfds_t, const struct timespec *, const sigset_t *);

#ifdef __cplusplus
}
#endif

#endif
