// SPDX-License-Identifier: Apache-2.0

#include "unix.h"

// Seqpacket: connections that keep the boundaries of messages.

int main(void) {
    char got[16] = "";
    int listener = REQUIRE(socket(AF_UNIX, SOCK_SEQPACKET, 0)), client = REQUIRE(socket(AF_UNIX, SOCK_SEQPACKET, 0));
    int type = 0;
    socklen_t len = sizeof type;
    SHOW(getsockopt(client, SOL_SOCKET, SO_TYPE, &type, &len));
    printf("seqpacket: %d\n", type == SOCK_SEQPACKET);
    SHOW(send(client, "x", 1, MSG_NOSIGNAL));
    SHOW(unix_bind(listener, "seq"));
    SHOW(listen(listener, 1));
    SHOW(unix_connect(client, "seq"));
    int server = REQUIRE(accept(listener, NULL, NULL));
    SHOW(send(client, "first", 5, 0));
    SHOW(send(client, "second one", 10, 0));
    SHOW(recv(server, got, 3, 0));
    SHOW(recv(server, got, sizeof got, 0));
    printf("%.10s\n", got);
    SHOW(unix_send(server, "back", "ignored"));
    SHOW(recv(client, got, sizeof got, 0));
    SHOW(recv(client, got, sizeof got, MSG_DONTWAIT));
    SHOW(close(server));
    SHOW(recv(client, got, sizeof got, 0));
    SHOW(send(client, "x", 1, MSG_NOSIGNAL));
    return t_status;
}
