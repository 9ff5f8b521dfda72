// SPDX-License-Identifier: Apache-2.0

#include "unix.h"

// What closing and shutting down one end of a pair does to the other.

static void try(int type) {
    int pair[2];
    char got[4];
    REQUIRE(socketpair(AF_UNIX, type, 0, pair));
    SHOW(shutdown(pair[0], SHUT_WR));
    SHOW(recv(pair[1], got, sizeof got, MSG_DONTWAIT));
    SHOW(send(pair[0], "x", 1, MSG_NOSIGNAL));
    SHOW(send(pair[1], "x", 1, MSG_NOSIGNAL));
    SHOW(recv(pair[0], got, sizeof got, MSG_DONTWAIT));
    SHOW(shutdown(pair[0], SHUT_RD));
    SHOW(send(pair[1], "x", 1, MSG_NOSIGNAL));
    printf("%s\n", events_text(wait_for(pair[1], POLLIN | POLLOUT)));
    SHOW(close(pair[0]));
    printf("%s\n", events_text(wait_for(pair[1], POLLIN | POLLOUT)));
    SHOW(recv(pair[1], got, sizeof got, MSG_DONTWAIT));
    SHOW(send(pair[1], "x", 1, MSG_NOSIGNAL));
    print_peer("peer", pair[1]);
}

int main(void) {
    puts("stream");
    try(SOCK_STREAM);
    puts("seqpacket");
    try(SOCK_SEQPACKET);
    puts("datagrams");
    try(SOCK_DGRAM);
    return t_status;
}
