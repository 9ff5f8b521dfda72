// SPDX-License-Identifier: Apache-2.0

#include "unix.h"

// Addresses of other families: EINVAL, but for a stream, on which any address is one too many, and for packets, which go to
// their peer. Of faults in the arguments of socket the type is found first.

static void try_kind(const char *name, int type) {
    int pair[2], alone = REQUIRE(socket(AF_UNIX, type, 0));
    struct endpoint inet = loopback(AF_INET, 9), none = {.len = sizeof none.any};
    REQUIRE(socketpair(AF_UNIX, type, 0, pair));
    printf("%s\n", name);
    SHOW(bind(alone, &inet.any, inet.len));
    SHOW(connect(alone, &inet.any, inet.len));
    SHOW(sendto(alone, "x", 1, MSG_NOSIGNAL, &inet.any, inet.len));
    SHOW(sendto(pair[0], "x", 1, MSG_NOSIGNAL, &inet.any, inet.len));
    memset(&none.storage, 0, sizeof none.storage);
    SHOW(sendto(pair[0], "x", 1, MSG_NOSIGNAL, &none.any, none.len));
    none.any.sa_family = 77;
    SHOW(bind(alone, &none.any, none.len));
    SHOW(sendto(pair[0], "x", 1, MSG_NOSIGNAL, &none.any, none.len));
}

int main(void) {
    int pair[2];
    try_kind("stream", SOCK_STREAM);
    try_kind("datagrams", SOCK_DGRAM);
    try_kind("packets", SOCK_SEQPACKET);
    SHOW(socket(AF_UNSPEC, 13, 0));
    SHOW(socket(AF_UNSPEC, SOCK_STREAM, 0));
    SHOW(socket(77, 13, 0));
    SHOW(socket(-1, 13, 0));
    SHOW(socketpair(AF_UNIX, 13, 255, pair));
    SHOW(socketpair(AF_UNIX, SOCK_STREAM, 255, pair));
    SHOW(socket(AF_INET, 13, -1));
    return t_status;
}
