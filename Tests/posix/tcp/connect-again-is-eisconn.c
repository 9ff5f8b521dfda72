// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// connect on a connected socket, on both ends, and on a listener.

int main(void) {
    struct endpoint at;
    int listener = listening_socket(AF_INET, &at);
    int client = REQUIRE(socket(AF_INET, SOCK_STREAM, 0));
    SHOW(connect(client, &at.any, at.len));
    SHOW(connect(client, &at.any, at.len));
    int server = SHOW_OK(accept(listener, NULL, NULL));
    SHOW(connect(server, &at.any, at.len));
    SHOW(connect(listener, &at.any, at.len));
    return t_status;
}
