// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// Addresses that sendto refuses, and what it does without one.

int main(void) {
    int fd = REQUIRE(socket(AF_INET, SOCK_DGRAM, 0)), fd6 = REQUIRE(socket(AF_INET6, SOCK_DGRAM, 0));
    struct endpoint v4 = loopback(AF_INET, 9), v6 = loopback(AF_INET6, 9);
    SHOW(sendto(fd, "x", 1, 0, NULL, 0));
    SHOW(sendto(fd6, "x", 1, 0, NULL, 0));
    SHOW(sendto(fd, "x", 1, 0, &v4.any, 8));
    SHOW(sendto(fd6, "x", 1, 0, &v6.any, 16));
    SHOW(sendto(fd, "x", 1, 0, &v6.any, v6.len));
    v4.any.sa_family = 99;
    SHOW(sendto(fd, "x", 1, 0, &v4.any, v4.len));
    v4 = loopback(AF_INET, 0);
    SHOW(sendto(fd, "x", 1, 0, &v4.any, v4.len));
    return t_status;
}
