// SPDX-License-Identifier: Apache-2.0
// netwasi: --explain --allow-outbound tcp://127.0.0.1:1-3,5
// stderr: --allow-outbound tcp://127.0.0.1:4
// stderr: --allow-outbound tcp://127.0.0.1:6

#include "../test.h"

// Ranges include both their ends; a list joins them; the rest is refused.

int main(void) {
    for (int port = 1; port <= 6; port++) {
        struct endpoint to = loopback(AF_INET, port);
        int fd = REQUIRE(socket(AF_INET, SOCK_STREAM, 0));
        printf("%d: ", port);
        SHOW(connect(fd, &to.any, to.len));
        REQUIRE(close(fd));
    }
    return t_status;
}
