// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// A datagram socket is writable from the start, readable while a datagram waits, and quiet once it is read.

int main(void) {
    struct endpoint at;
    int fd = bound_socket(AF_INET6, SOCK_DGRAM, &at);
    char got[4];
    printf("fresh: %s\n", events_text(wait_for(fd, POLLIN | POLLOUT)));
    REQUIRE(sendto(fd, "x", 1, 0, &at.any, at.len));
    printf("one waits: %s\n", events_text(wait_for(fd, POLLIN | POLLOUT)));
    printf("only POLLIN asked: %s\n", events_text(wait_for(fd, POLLIN)));
    REQUIRE(recv(fd, got, sizeof got, 0));
    printf("read: %s\n", events_text(wait_for(fd, POLLIN | POLLOUT)));
    return t_status;
}
