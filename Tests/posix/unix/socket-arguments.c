// SPDX-License-Identifier: Apache-2.0

#include "unix.h"

// Types and protocols that there are, and those that there are not.

int main(void) {
    int pair[2];
    SHOW_OK(socket(AF_UNIX, SOCK_STREAM, PF_UNIX));
    SHOW(socket(AF_UNIX, SOCK_STREAM, 17));
    SHOW_OK(socket(AF_UNIX, SOCK_RAW, 0));
    SHOW(socket(AF_UNIX, SOCK_RDM, 0));
    int fd = SHOW_OK(socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    printf("%d %d\n", (fcntl(fd, F_GETFL) & O_NONBLOCK) != 0, fcntl(fd, F_GETFD));
    SHOW(socketpair(AF_UNIX, SOCK_STREAM, 17, pair));
    SHOW(socketpair(AF_UNIX, SOCK_STREAM | 0x100000, 0, pair));
    SHOW(socketpair(AF_INET, SOCK_STREAM, 0, pair));
    SHOW(socketpair(AF_UNIX, SOCK_RDM, 0, pair));
    SHOW(socketpair(AF_UNIX, SOCK_SEQPACKET, 0, pair));
    print_local("one end", pair[0]);
    print_peer("the other", pair[0]);
    int value = -1;
    socklen_t len = sizeof value;
    SHOW(getsockopt(fd, SOL_SOCKET, SO_DOMAIN, &value, &len));
    SHOW(value == AF_UNIX);
    SHOW(getsockopt(fd, SOL_SOCKET, SO_PROTOCOL, &value, &len));
    SHOW(value);
    SHOW(getsockopt(fd, SOL_SOCKET, SO_ERROR, &value, &len));
    SHOW(value);
    return t_status;
}
