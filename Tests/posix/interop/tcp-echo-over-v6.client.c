// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// Connects three times, half-closes, reads the answer to its end.

int main(int argc, char **argv) {
    struct endpoint at = loopback(AF_INET6, atoi(argv[1]));
    for (int i = 0; i < 3; i++) {
        char out[32], in[32] = "";
        int fd = REQUIRE(socket(AF_INET6, SOCK_STREAM, 0)), n = snprintf(out, sizeof out, "message %d", i);
        REQUIRE(connect(fd, &at.any, at.len));
        write_all(fd, out, n);
        REQUIRE(shutdown(fd, SHUT_WR));
        EXPECT_EQ(read_all(fd, in, sizeof in), n);
        printf("%s\n", in);
        REQUIRE(close(fd));
    }
    return t_status;
}
