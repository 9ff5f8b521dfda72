// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <signal.h>
#include <sys/uio.h>

// With SIGPIPE ignored every kind of write is a plain EPIPE.

int main(void) {
    int pair[2], ends[2];
    struct iovec iov = {"x", 1};
    struct msghdr message = {.msg_iov = &iov, .msg_iovlen = 1};
    signal(SIGPIPE, SIG_IGN);
    connected_pair(AF_INET, pair);
    SHOW(shutdown(pair[0], SHUT_WR));
    SHOW(write(pair[0], "x", 1));
    SHOW(writev(pair[0], &iov, 1));
    SHOW(send(pair[0], "x", 1, 0));
    SHOW(sendto(pair[0], "x", 1, 0, NULL, 0));
    SHOW(sendmsg(pair[0], &message, 0));
    REQUIRE(pipe(ends));
    REQUIRE(close(ends[0]));
    SHOW(write(ends[1], "x", 1));
    SHOW(writev(ends[1], &iov, 1));
    return t_status;
}
