// SPDX-License-Identifier: Apache-2.0
// netwasi: --explain --allow-inbound tcp://127.0.0.1:28960-28979 --allow-outbound tcp://127.0.0.1:28960-28979
// stderr: --allow-inbound tcp://127.0.0.1:28980
// stderr: --allow-inbound tcp://0.0.0.0:28960

#include "../test.h"

// A server may bind within its range on its address, and is reached there.

int main(void) {
    struct endpoint at;
    int listener = REQUIRE(socket(AF_INET, SOCK_STREAM, 0)), bound = -1;
    at = loopback(AF_INET, 28980);
    SHOW(bind(listener, &at.any, at.len));
    at = loopback(AF_INET, 28960);
    at.v4.sin_addr.s_addr = htonl(INADDR_ANY);
    SHOW(bind(listener, &at.any, at.len));
    at = loopback(AF_INET, 0);
    SHOW(bind(listener, &at.any, at.len));
    for (int port = 28960; bound < 0 && port < 28980; port++) {
        at = loopback(AF_INET, port);
        bound = bind(listener, &at.any, at.len);
        if (bound < 0) EXPECT_EQ(errno, EADDRINUSE);
    }
    SHOW(bound);
    SHOW(listen(listener, 1));
    int client = REQUIRE(socket(AF_INET, SOCK_STREAM, 0));
    SHOW(connect(client, &at.any, at.len));
    SHOW_OK(accept(listener, NULL, NULL));
    return t_status;
}
