// SPDX-License-Identifier: Apache-2.0
// netwasi: --allow-inbound tcp://127.0.0.1:* --allow-outbound tcp://127.0.0.1:*

#include "../test.h"

// After a refused connect the same socket connects to what is allowed.

int main(void) {
    struct endpoint at, elsewhere = loopback(AF_INET, 1);
    int listener = listening_socket(AF_INET, &at), client = REQUIRE(socket(AF_INET, SOCK_STREAM, 0));
    elsewhere.v4.sin_addr.s_addr = htonl(0x7f000002);
    SHOW(connect(client, &elsewhere.any, elsewhere.len));
    SHOW(connect(client, &at.any, at.len));
    int server = SHOW_OK(accept(listener, NULL, NULL));
    SHOW(send(client, "x", 1, 0));
    char got[2];
    SHOW(recv(server, got, sizeof got, 0));
    return t_status;
}
