// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <sys/uio.h>

// A buffer shorter than the datagram loses the rest; MSG_TRUNC asks for, and msg_flags tells, the real length.

int main(void) {
    struct endpoint at;
    int fd = bound_socket(AF_INET, SOCK_DGRAM, &at), other = REQUIRE(socket(AF_INET, SOCK_DGRAM, 0));
    char got[9] = "";
    for (int i = 0; i < 5; i++) SHOW(sendto(other, "0123456789", 10, 0, &at.any, at.len));
    SHOW(recv(fd, got, 4, 0));
    SHOW(recv(fd, got, 4, MSG_TRUNC));
    printf("%s\n", got);
    struct iovec iov[2] = {{got, 3}, {got + 3, 3}};
    struct msghdr message = {.msg_iov = iov, .msg_iovlen = 2};
    SHOW(recvmsg(fd, &message, 0));
    printf("%s, truncated %d\n", got, (message.msg_flags & MSG_TRUNC) != 0);
    SHOW(recvmsg(fd, &message, MSG_TRUNC));
    printf("truncated %d\n", (message.msg_flags & MSG_TRUNC) != 0);
    SHOW(recv(fd, NULL, 0, 0));
    SHOW(recv(fd, got, 4, MSG_DONTWAIT));
    return t_status;
}
