// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// Addresses that bind and connect must refuse: too short, of another family, not of this machine.

int main(void) {
    int fd = REQUIRE(socket(AF_INET, SOCK_STREAM, 0));
    int fd6 = REQUIRE(socket(AF_INET6, SOCK_STREAM, 0));
    struct endpoint v4 = loopback(AF_INET, 0), v6 = loopback(AF_INET6, 0), elsewhere = v4;
    elsewhere.v4.sin_addr.s_addr = htonl(0xc0000201);
    SHOW(bind(fd, &v4.any, 0));
    SHOW(bind(fd, &v4.any, 8));
    SHOW(bind(fd, &v4.any, 15));
    SHOW(bind(fd, &elsewhere.any, elsewhere.len));
    SHOW(bind(fd, &v6.any, v6.len));
    SHOW(bind(fd6, &v4.any, v4.len));
    SHOW(bind(fd6, &v6.any, 16));
    v4.any.sa_family = 77;
    SHOW(bind(fd, &v4.any, v4.len));
    SHOW(connect(fd, &v4.any, v4.len));
    SHOW(connect(fd, &v4.any, 1));
    v4.any.sa_family = AF_INET;
    SHOW(connect(fd, &v4.any, 8));
    SHOW(connect(fd6, &v6.any, 16));
    SHOW(connect(fd, &v6.any, v6.len));
    SHOW(bind(fd, &v4.any, sizeof v4.storage));
    SHOW(bind(fd6, &v6.any, sizeof v6.storage));
    return t_status;
}
