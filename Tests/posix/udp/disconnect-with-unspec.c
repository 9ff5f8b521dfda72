// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// connect to AF_UNSPEC takes the peer away, and with it the right to send without an address.

int main(void) {
    struct endpoint at, peer = {.len = sizeof peer.storage};
    struct sockaddr nowhere = {.sa_family = AF_UNSPEC};
    int server = bound_socket(AF_INET, SOCK_DGRAM, &at), fd = REQUIRE(socket(AF_INET, SOCK_DGRAM, 0));
    char got[4];
    SHOW(send(fd, "a", 1, 0));
    SHOW(connect(fd, &at.any, at.len));
    SHOW(send(fd, "b", 1, 0));
    SHOW(connect(fd, &nowhere, sizeof nowhere));
    SHOW(getpeername(fd, &peer.any, &peer.len));
    SHOW(send(fd, "c", 1, 0));
    SHOW(write(fd, "d", 1));
    SHOW(sendto(fd, "e", 1, 0, &at.any, at.len));
    for (int i = 0; i < 2; i++) {
        SHOW(recv(server, got, sizeof got, 0));
        printf("%c\n", got[0]);
    }
    return t_status;
}
