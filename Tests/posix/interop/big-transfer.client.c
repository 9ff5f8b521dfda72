// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// Receives to the end, nonblocking with poll.

int main(int argc, char **argv) {
    struct endpoint at = loopback(AF_INET, atoi(argv[1]));
    int fd = REQUIRE(socket(AF_INET, SOCK_STREAM, 0));
    REQUIRE(connect(fd, &at.any, at.len));
    set_nonblocking(fd, 1);
    static unsigned char buffer[50000];
    unsigned sum = CHECKSUM_START;
    size_t total = 0;
    ssize_t n;
    for (;;) {
        wait_for(fd, POLLIN);
        n = recv(fd, buffer, sizeof buffer, 0);
        if (n < 0) EXPECT_EQ(errno, EAGAIN);
        if (n == 0) break;
        if (n > 0) sum = checksum(sum, buffer, n), total += n;
    }
    printf("%zu bytes, checksum %08x\n", total, sum);
    return t_status;
}
