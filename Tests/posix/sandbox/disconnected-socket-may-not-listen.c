// SPDX-License-Identifier: Apache-2.0
// netwasi: --allow-inbound tcp://127.0.0.1:28940-28959 --allow-outbound tcp://127.0.0.1:*

#include "../test.h"

// The port that connecting gave a socket is no leave to listen there, whatever becomes of the connection.

int main(void) {
    struct endpoint at, closed;
    struct sockaddr nowhere = {.sa_family = AF_UNSPEC};
    int listener = REQUIRE(socket(AF_INET, SOCK_STREAM, 0)), bound = -1;
    for (int port = 28940; bound < 0 && port < 28960; port++) {
        at = loopback(AF_INET, port);
        bound = bind(listener, &at.any, at.len);
    }
    SHOW(bound);
    SHOW(listen(listener, 4));
    int client = REQUIRE(socket(AF_INET, SOCK_STREAM, 0));
    SHOW(connect(client, &at.any, at.len));
    SHOW(connect(client, &nowhere, sizeof nowhere));
    SHOW(listen(client, 1));
    client = REQUIRE(socket(AF_INET, SOCK_STREAM, 0));
    closed = loopback(AF_INET, 1);
    SHOW(connect(client, &closed.any, closed.len));
    SHOW(listen(client, 1));
    return t_status;
}
