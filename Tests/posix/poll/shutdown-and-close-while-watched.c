// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// What poll says of the own end after shutdown, and of a listener when its backlog is emptied by a reset.

int main(void) {
    int pair[2];
    struct endpoint at;
    connected_pair(AF_INET, pair);
    SHOW(shutdown(pair[0], SHUT_RD));
    printf("reading shut: %s\n", events_text(wait_for(pair[0], POLLIN | POLLOUT)));
    SHOW(shutdown(pair[0], SHUT_WR));
    printf("both shut: %s\n", events_text(wait_for(pair[0], POLLIN | POLLOUT)));
    printf("peer: %s\n", events_text(wait_for(pair[1], POLLIN | POLLOUT)));
    int listener = listening_socket(AF_INET, &at), client = REQUIRE(socket(AF_INET, SOCK_STREAM, 0));
    REQUIRE(connect(client, &at.any, at.len));
    printf("caller waits: %s\n", events_text(wait_for(listener, POLLIN)));
    SHOW(shutdown(listener, SHUT_RDWR));
    printf("listener shut: %s\n", events_text(wait_for(listener, POLLIN)));
    SHOW(accept(listener, NULL, NULL));
    return t_status;
}
