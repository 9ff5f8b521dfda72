// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// socket's argument errors, and the flags and protocols it takes.

int main(void) {
    SHOW_OK(socket(AF_INET, SOCK_STREAM, 0));
    SHOW_OK(socket(AF_INET, SOCK_STREAM, IPPROTO_TCP));
    SHOW_OK(socket(AF_INET6, SOCK_STREAM, IPPROTO_TCP));
    SHOW_OK(socket(AF_INET, SOCK_DGRAM, IPPROTO_UDP));
    SHOW_OK(socket(AF_INET6, SOCK_DGRAM, 0));
    SHOW(socket(AF_INET, SOCK_STREAM, IPPROTO_UDP));
    SHOW(socket(AF_INET, SOCK_DGRAM, IPPROTO_TCP));
    SHOW(socket(AF_INET, SOCK_STREAM, 250));
    SHOW(socket(AF_INET, 0x0e, 0));
    SHOW(socket(AF_UNSPEC, SOCK_STREAM, 0));
    SHOW(socket(1000, SOCK_STREAM, 0));
    SHOW(socket(-1, SOCK_STREAM, 0));
    SHOW(socket(AF_INET, SOCK_STREAM | 0x40000000, 0));
    int fd = SHOW_OK(socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    printf("nonblocking %d, close on exec %d\n", (fcntl(fd, F_GETFL) & O_NONBLOCK) != 0,
           (fcntl(fd, F_GETFD) & FD_CLOEXEC) != 0);
    return t_status;
}
