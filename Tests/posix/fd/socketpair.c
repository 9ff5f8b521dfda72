// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// socketpair: two connected ends without an address, for streams and datagrams.

int main(void) {
    int pair[2];
    char got[16] = "";
    SHOW(socketpair(AF_UNIX, SOCK_STREAM, 0, pair));
    SHOW(write(pair[0], "there", 5));
    SHOW(read(pair[1], got, sizeof got));
    SHOW(send(pair[1], "back", 4, 0));
    SHOW(recv(pair[0], got, sizeof got, MSG_PEEK));
    SHOW(recv(pair[0], got, sizeof got, 0));
    SHOW(shutdown(pair[0], SHUT_WR));
    SHOW(read(pair[1], got, sizeof got));
    SHOW(send(pair[0], "x", 1, MSG_NOSIGNAL));
    SHOW(close(pair[0]));
    SHOW(send(pair[1], "x", 1, MSG_NOSIGNAL));
    SHOW(socketpair(AF_UNIX, SOCK_DGRAM, 0, pair));
    SHOW(send(pair[0], "one", 3, 0));
    SHOW(send(pair[0], "two!", 4, 0));
    SHOW(recv(pair[1], got, sizeof got, 0));
    SHOW(recv(pair[1], got, sizeof got, 0));
    SHOW(socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, pair));
    printf("%d %d\n", (fcntl(pair[0], F_GETFL) & O_NONBLOCK) != 0, fcntl(pair[1], F_GETFD));
    SHOW(recv(pair[1], got, sizeof got, 0));
    SHOW(socketpair(AF_INET, SOCK_STREAM, 0, pair));
    return t_status;
}
