// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// Sending to a broadcast address (loopback's own) is EACCES until SO_BROADCAST is set.

int main(void) {
    struct endpoint to = loopback(AF_INET, 9);
    int fd = REQUIRE(socket(AF_INET, SOCK_DGRAM, 0)), on = 1, got = -1;
    socklen_t len = sizeof got;
    to.v4.sin_addr.s_addr = htonl(0x7fffffff);
    SHOW(getsockopt(fd, SOL_SOCKET, SO_BROADCAST, &got, &len));
    SHOW(got);
    SHOW(sendto(fd, "x", 1, 0, &to.any, to.len));
    SHOW(setsockopt(fd, SOL_SOCKET, SO_BROADCAST, &on, sizeof on));
    SHOW(getsockopt(fd, SOL_SOCKET, SO_BROADCAST, &got, &len));
    SHOW(got);
    SHOW(sendto(fd, "x", 1, 0, &to.any, to.len));
    return t_status;
}
