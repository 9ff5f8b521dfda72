// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// Nothing to receive is EAGAIN, by flag or by descriptor; MSG_WAITALL does not join datagrams.

int main(void) {
    struct endpoint at;
    int fd = bound_socket(AF_INET, SOCK_DGRAM, &at), other = REQUIRE(socket(AF_INET, SOCK_DGRAM, 0));
    char got[16];
    SHOW(recv(fd, got, sizeof got, MSG_DONTWAIT));
    set_nonblocking(fd, 1);
    SHOW(recv(fd, got, sizeof got, 0));
    SHOW(read(fd, got, sizeof got));
    SHOW(recvfrom(fd, got, sizeof got, MSG_PEEK, NULL, NULL));
    SHOW(sendto(other, "abc", 3, 0, &at.any, at.len));
    SHOW(sendto(other, "defg", 4, 0, &at.any, at.len));
    SHOW(recv(fd, got, sizeof got, MSG_WAITALL));
    SHOW(recv(fd, got, sizeof got, MSG_WAITALL));
    return t_status;
}
