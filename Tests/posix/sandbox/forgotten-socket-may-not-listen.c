// SPDX-License-Identifier: Apache-2.0
// netwasi: --allow-inbound tcp://127.0.0.1:28960-28979 --allow-outbound tcp://127.0.0.1:*

#include "../control/control.h"

// A socket that was connected once keeps its port, which is no leave to listen. That it went through a socket does not
// change this, even when so many others went the same way that nobody remembers where it came from.

int main(void) {
    struct endpoint at;
    struct sockaddr nowhere = {.sa_family = AF_UNSPEC};
    int listener = REQUIRE(socket(AF_INET, SOCK_STREAM, 0)), bound = -1, kept[2], others[2], got, cut;
    for (int port = 28960; bound < 0 && port < 28980; port++) {
        at = loopback(AF_INET, port);
        bound = bind(listener, &at.any, at.len);
    }
    SHOW(bound);
    SHOW(listen(listener, 4));
    int client = REQUIRE(socket(AF_INET, SOCK_STREAM, 0));
    SHOW(connect(client, &at.any, at.len));
    SHOW(connect(client, &nowhere, sizeof nowhere));
    REQUIRE(socketpair(AF_UNIX, SOCK_STREAM, 0, kept));
    REQUIRE(socketpair(AF_UNIX, SOCK_STREAM, 0, others));
    SHOW(send_descriptors(kept[0], &client, 1));
    SHOW(close(client));
    for (int count = 0; count < 5000; count++) {
        int pair[2];
        char byte;
        REQUIRE(socketpair(AF_UNIX, SOCK_STREAM, 0, pair));
        REQUIRE(send_descriptors(others[0], pair, 1));
        // Received without what came with it: that is gone.
        REQUIRE(read(others[1], &byte, 1));
        REQUIRE(close(pair[0]));
        REQUIRE(close(pair[1]));
    }
    SHOW(receive_descriptors(kept[1], &got, 1, 0, &cut));
    SHOW(listen(got, 1));
    return t_status;
}
