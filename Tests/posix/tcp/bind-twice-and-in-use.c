// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// EADDRINUSE for a port that somebody has, EINVAL for a socket that has an address, and listening twice is fine.

int main(void) {
    struct endpoint at;
    int first = listening_socket(AF_INET, &at);
    int second = REQUIRE(socket(AF_INET, SOCK_STREAM, 0));
    SHOW(bind(second, &at.any, at.len));
    struct endpoint any = loopback(AF_INET, 0);
    SHOW(bind(second, &any.any, any.len));
    SHOW(bind(second, &any.any, any.len));
    SHOW(listen(first, 5));
    SHOW(listen(first, 0));
    SHOW(close(first));
    int third = REQUIRE(socket(AF_INET, SOCK_STREAM, 0));
    SHOW(bind(third, &at.any, at.len));
    return t_status;
}
