// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// Datagrams of many sizes, each checked against its echo.

int main(int argc, char **argv) {
    static const int sizes[] = {0, 1, 100, 1472, 1473, 9000, 60000};
    static unsigned char out[65536], in[65536];
    struct endpoint at = loopback(AF_INET, atoi(argv[1]));
    int fd = REQUIRE(socket(AF_INET, SOCK_DGRAM, 0));
    REQUIRE(connect(fd, &at.any, at.len));
    for (size_t i = 0; i < sizeof out; i++) out[i] = pattern(i);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        REQUIRE(send(fd, out, sizes[i], 0));
        ssize_t n = REQUIRE(recv(fd, in, sizeof in, 0));
        printf("%d: %d\n", sizes[i], (int)n);
        EXPECT(memcmp(in, out, n) == 0);
    }
    REQUIRE(send(fd, "end", 3, 0));
    SHOW(recv(fd, in, sizeof in, 0));
    return t_status;
}
