// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// What a fresh TCP socket answers to calls that need a connection.

int main(void) {
    int fd = REQUIRE(socket(AF_INET, SOCK_STREAM, 0));
    char buffer[4] = "abc";
    struct endpoint e = {.len = sizeof e.storage};
    SHOW(recv(fd, buffer, sizeof buffer, 0));
    SHOW(read(fd, buffer, sizeof buffer));
    SHOW(send(fd, buffer, sizeof buffer, MSG_NOSIGNAL));
    SHOW(getpeername(fd, &e.any, &e.len));
    SHOW(shutdown(fd, SHUT_WR));
    SHOW(accept(fd, NULL, NULL));
    struct endpoint local = local_of(fd);
    printf("local: %s port %d\n", address_text(&local), port_of(&local));
    return t_status;
}
