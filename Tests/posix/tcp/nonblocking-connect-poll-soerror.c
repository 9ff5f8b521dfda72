// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// The nonblocking connect of every event loop: EINPROGRESS, POLLOUT, SO_ERROR 0.

int main(void) {
    struct endpoint at, peer = {.len = sizeof peer.storage};
    int listener = listening_socket(AF_INET, &at);
    int client = REQUIRE(socket(AF_INET, SOCK_STREAM, 0));
    set_nonblocking(client, 1);
    SHOW(connect(client, &at.any, at.len));
    printf("poll: %s\n", events_text(wait_for(client, POLLIN | POLLOUT)));
    int error = -1;
    socklen_t len = sizeof error;
    SHOW(getsockopt(client, SOL_SOCKET, SO_ERROR, &error, &len));
    printf("SO_ERROR: %s\n", errname(error));
    SHOW(getpeername(client, &peer.any, &peer.len));
    EXPECT(same_endpoint(&peer, &at));
    SHOW(send(client, "hello", 5, 0));
    int server = SHOW_OK(accept(listener, NULL, NULL));
    char got[8];
    SHOW(recv(server, got, sizeof got, 0));
    return t_status;
}
