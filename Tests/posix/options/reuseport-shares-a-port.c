// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// Two sockets on one port when both asked with SO_REUSEPORT; with one or none it is EADDRINUSE.

int main(void) {
    struct endpoint at = loopback(AF_INET, 0);
    int fds[3], on = 1;
    for (int i = 0; i < 3; i++) fds[i] = REQUIRE(socket(AF_INET, SOCK_DGRAM, 0));
    SHOW(setsockopt(fds[0], SOL_SOCKET, SO_REUSEPORT, &on, sizeof on));
    SHOW(bind(fds[0], &at.any, at.len));
    at = local_of(fds[0]);
    SHOW(bind(fds[1], &at.any, at.len));
    SHOW(setsockopt(fds[1], SOL_SOCKET, SO_REUSEPORT, &on, sizeof on));
    SHOW(bind(fds[1], &at.any, at.len));
    SHOW(bind(fds[2], &at.any, at.len));
    return t_status;
}
