// SPDX-License-Identifier: Apache-2.0

#include "unix.h"

// Datagrams that are too long, cut, peeked at, and more than the receiver takes.

int main(void) {
    int pair[2], size = 0;
    socklen_t len = sizeof size;
    REQUIRE(socketpair(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK, 0, pair));
    REQUIRE(getsockopt(pair[0], SOL_SOCKET, SO_SNDBUF, &size, &len));
    char *big = calloc(1, (size_t)size + 1), got[8];
    SHOW(send(pair[0], big, (size_t)size, 0));
    SHOW(send(pair[0], "0123456789", 10, 0));
    SHOW(recv(pair[1], got, sizeof got, MSG_PEEK | MSG_TRUNC));
    struct iovec iov = {got, sizeof got};
    struct msghdr message = {.msg_iov = &iov, .msg_iovlen = 1};
    SHOW(recvmsg(pair[1], &message, 0));
    printf("cut: %d\n", (message.msg_flags & MSG_TRUNC) != 0);
    int count = 0;
    while (send(pair[0], "x", 1, 0) == 1) count++;
    printf("full: %s, after some: %d\n", errname(errno), count > 0);
    struct pollfd p = {.fd = pair[0], .events = POLLOUT};
    SHOW(poll(&p, 1, 0));
    while (recv(pair[1], got, sizeof got, 0) == 1) count--;
    SHOW(count);
    printf("%s\n", events_text(wait_for(pair[0], POLLOUT)));
    free(big);
    return t_status;
}
