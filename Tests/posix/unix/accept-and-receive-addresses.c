// SPDX-License-Identifier: Apache-2.0

#include "unix.h"

// Names that accept and recvfrom give, with room for them and without.

int main(void) {
    struct sockaddr_un at;
    socklen_t len;
    int listener = REQUIRE(socket(AF_UNIX, SOCK_STREAM, 0)), client;
    REQUIRE(unix_bind(listener, "listener"));
    REQUIRE(listen(listener, 4));
    client = REQUIRE(socket(AF_UNIX, SOCK_STREAM, 0));
    REQUIRE(unix_connect(client, "listener"));
    len = sizeof at;
    int server = REQUIRE(accept(listener, (struct sockaddr *)&at, &len));
    print_address("unnamed client", &at, len);
    REQUIRE(write(server, "x", 1));
    print_received("client", client);
    client = REQUIRE(socket(AF_UNIX, SOCK_STREAM, 0));
    REQUIRE(unix_bind(client, "client-name"));
    REQUIRE(unix_connect(client, "./listener"));
    print_peer("client's peer", client);
    len = sizeof at;
    server = REQUIRE(accept(listener, (struct sockaddr *)&at, &len));
    print_address("named client", &at, len);
    print_peer("again", server);
    REQUIRE(write(client, "x", 1));
    print_received("server", server);
    memset(&at, '#', sizeof at);
    len = 6;
    SHOW(getpeername(server, (struct sockaddr *)&at, &len));
    SHOW(len);
    printf("%.8s\n", at.sun_path);
    len = sizeof at;
    SHOW(getpeername(listener, (struct sockaddr *)&at, &len));
    SHOW(unix_send(client, "x", "listener"));
    SHOW(unix_send(listener, "x", "listener"));
    return t_status;
}
