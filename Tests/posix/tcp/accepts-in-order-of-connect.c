// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// Connections complete in the backlog, with data, before anybody accepts; accept gives them in order.

int main(void) {
    struct endpoint at;
    int listener = listening_socket(AF_INET, &at), clients[5];
    for (int i = 0; i < 5; i++) {
        clients[i] = REQUIRE(socket(AF_INET, SOCK_STREAM, 0));
        REQUIRE(connect(clients[i], &at.any, at.len));
        char letter = 'a' + i;
        REQUIRE(send(clients[i], &letter, 1, 0));
    }
    close(clients[3]);
    for (int i = 0; i < 5; i++) {
        char got[2] = "";
        int server = REQUIRE(accept(listener, NULL, NULL));
        printf("%d: ", i);
        SHOW(recv(server, got, 1, 0));
        printf("%s\n", got);
    }
    return t_status;
}
