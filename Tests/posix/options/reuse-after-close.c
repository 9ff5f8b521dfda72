// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// A server that closed first keeps its port busy (TIME-WAIT); SO_REUSEADDR on both lets the next one have it.

int main(void) {
    struct endpoint at;
    int listener = listening_socket(AF_INET, &at), on = 1;
    SHOW(setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on));
    int client = REQUIRE(socket(AF_INET, SOCK_STREAM, 0));
    REQUIRE(connect(client, &at.any, at.len));
    int server = REQUIRE(accept(listener, NULL, NULL));
    char got[4];
    REQUIRE(close(listener));
    REQUIRE(shutdown(server, SHUT_WR));
    SHOW(recv(client, got, sizeof got, 0));
    REQUIRE(close(client));
    SHOW(recv(server, got, sizeof got, 0));
    REQUIRE(close(server));
    int next = REQUIRE(socket(AF_INET, SOCK_STREAM, 0));
    SHOW(bind(next, &at.any, at.len));
    SHOW(setsockopt(next, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on));
    SHOW(bind(next, &at.any, at.len));
    SHOW(listen(next, 1));
    return t_status;
}
