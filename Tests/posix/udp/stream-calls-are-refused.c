// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// What only streams do is EOPNOTSUPP on a datagram socket, and shutdown wants a peer.

int main(void) {
    struct endpoint at;
    int fd = bound_socket(AF_INET, SOCK_DGRAM, &at);
    char got[4];
    SHOW(listen(fd, 1));
    SHOW(accept(fd, NULL, NULL));
    SHOW(shutdown(fd, SHUT_RDWR));
    SHOW(connect(fd, &at.any, at.len));
    SHOW(send(fd, "me", 2, 0));
    SHOW(recv(fd, got, sizeof got, 0));
    SHOW(shutdown(fd, SHUT_WR));
    SHOW(send(fd, "me", 2, MSG_NOSIGNAL));
    SHOW(shutdown(fd, SHUT_RD));
    SHOW(recv(fd, got, sizeof got, 0));
    return t_status;
}
