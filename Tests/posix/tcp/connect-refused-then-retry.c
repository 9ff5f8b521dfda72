// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// A refused connect leaves the socket usable: once somebody listens there, the same socket connects.

int main(void) {
    struct endpoint at;
    int server = bound_socket(AF_INET, SOCK_STREAM, &at);
    int client = REQUIRE(socket(AF_INET, SOCK_STREAM, 0));
    SHOW(connect(client, &at.any, at.len));
    SHOW(connect(client, &at.any, at.len));
    SHOW(listen(server, 1));
    SHOW(connect(client, &at.any, at.len));
    SHOW_OK(accept(server, NULL, NULL));
    return t_status;
}
