// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include <errno.h>
#include <sys/socket.h>
#include <time.h>

#include "internal.h"

// Several messages with one call. Like Linux, what went before a failure counts, and the failure is left to the next
// call to find.

int sendmmsg(int fd, struct mmsghdr *messages, unsigned int count, unsigned int flags) {
    unsigned int done = 0;
    if (count == 0) return __net_ret(__net_unless_no_socket(fd, 0));
    for (; done < count; done++) {
        ssize_t sent = sendmsg(fd, &messages[done].msg_hdr, (int)flags);
        if (sent < 0) break;
        messages[done].msg_len = (unsigned int)sent;
    }
    return done > 0 ? (int)done : -1;
}

// The time limit is looked at between messages only, as Linux does.
int recvmmsg(int fd, struct mmsghdr *messages, unsigned int count, unsigned int flags, struct timespec *timeout) {
    int64_t nanoseconds = 0, start = timeout != NULL ? __net_now() : 0;
    int32_t error = timeout != NULL ? __net_nanoseconds(timeout, &nanoseconds) : 0;
    if (error != 0) return __net_ret(error);
    unsigned int done = 0;
    if (count == 0) return __net_ret(__net_unless_no_socket(fd, 0));
    while (done < count) {
        ssize_t received = recvmsg(fd, &messages[done].msg_hdr, (int)(flags & ~(unsigned)MSG_WAITFORONE));
        if (received < 0) break;
        messages[done++].msg_len = (unsigned int)received;
        if (flags & MSG_WAITFORONE) flags |= MSG_DONTWAIT;
        if (timeout != NULL && __net_now() - start >= nanoseconds) break;
    }
    return done > 0 ? (int)done : -1;
}
