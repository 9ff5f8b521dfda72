// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include "../test.h"
#include <netinet/tcp.h>

// MSG_FASTOPEN connects and sends in one; on what is connected it only sends. TCP_FASTOPEN_CONNECT leaves connecting to
// the first send.

#ifndef MSG_FASTOPEN
#define MSG_FASTOPEN 0x20000000
#endif

static void accept_and_read(int listener) {
    char got[8] = "";
    int fd = REQUIRE(accept(listener, NULL, NULL));
    ssize_t n = recv(fd, got, sizeof got - 1, 0);
    printf("accepted, got %d '%s'\n", (int)n, got);
    REQUIRE(close(fd));
}

int main(void) {
    struct endpoint at;
    int listener = listening_socket(AF_INET, &at), queue = 5;
    SHOW(setsockopt(listener, IPPROTO_TCP, TCP_FASTOPEN, &queue, sizeof queue));
    int client = REQUIRE(socket(AF_INET, SOCK_STREAM, 0));
    SHOW(sendto(client, "one", 3, MSG_FASTOPEN, &at.any, at.len));
    accept_and_read(listener);
    SHOW(sendto(client, "two", 3, MSG_FASTOPEN | MSG_NOSIGNAL, &at.any, at.len));
    REQUIRE(close(client));
    client = REQUIRE(socket(AF_INET, SOCK_STREAM, 0));
    SHOW(setsockopt(client, IPPROTO_TCP, TCP_FASTOPEN_CONNECT, &(int){1}, sizeof queue));
    SHOW(connect(client, &at.any, at.len));
    SHOW(send(client, "three", 5, 0));
    accept_and_read(listener);
    REQUIRE(close(client));
    client = REQUIRE(socket(AF_INET, SOCK_STREAM, 0));
    SHOW(send(client, "x", 1, MSG_FASTOPEN | MSG_NOSIGNAL));
    struct sockaddr none = {.sa_family = AF_UNSPEC};
    SHOW(sendto(client, "x", 1, MSG_FASTOPEN | MSG_NOSIGNAL, &none, sizeof none));
    REQUIRE(close(listener));
    SHOW(sendto(client, "x", 1, MSG_FASTOPEN | MSG_NOSIGNAL, &at.any, at.len));
    return t_status;
}
