// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// connect to AF_UNSPEC dissolves a connection; the socket can then connect anew.

int main(void) {
    struct endpoint at, peer = {.len = sizeof peer.storage};
    struct sockaddr nowhere = {.sa_family = AF_UNSPEC};
    int listener = listening_socket(AF_INET, &at);
    int client = REQUIRE(socket(AF_INET, SOCK_STREAM, 0));
    SHOW(connect(client, &at.any, at.len));
    int first = SHOW_OK(accept(listener, NULL, NULL));
    SHOW(connect(client, &nowhere, sizeof nowhere));
    SHOW(getpeername(client, &peer.any, &peer.len));
    char got[4];
    wait_for(first, POLLIN);
    SHOW(recv(first, got, sizeof got, 0));
    SHOW(connect(client, &at.any, at.len));
    SHOW_OK(accept(listener, NULL, NULL));
    return t_status;
}
