// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// To an IPv6 socket with an address of IPv4 the address of zeros means IPv4's loopback.

static struct endpoint v6(const char *text, int port) {
    struct endpoint e = loopback(AF_INET6, port);
    inet_pton(AF_INET6, text, &e.v6.sin6_addr);
    return e;
}

int main(void) {
    struct endpoint at, mapped = v6("::ffff:127.0.0.1", 0), zeros, peer = {.len = sizeof peer.storage};
    int receiver = bound_socket(AF_INET, SOCK_DGRAM, &at), sender = REQUIRE(socket(AF_INET6, SOCK_DGRAM, 0));
    char byte;
    zeros = v6("::", port_of(&at));
    REQUIRE(bind(sender, &mapped.any, mapped.len));
    SHOW(sendto(sender, "a", 1, 0, &zeros.any, zeros.len));
    wait_for(receiver, POLLIN);
    SHOW(recv(receiver, &byte, 1, 0));
    SHOW(connect(sender, &zeros.any, zeros.len));
    REQUIRE(getpeername(sender, &peer.any, &peer.len));
    printf("%s\n", address_text(&peer));

    struct endpoint listening;
    int listener = listening_socket(AF_INET, &listening), stream = REQUIRE(socket(AF_INET6, SOCK_STREAM, 0));
    zeros = v6("::", port_of(&listening));
    REQUIRE(bind(stream, &mapped.any, mapped.len));
    SHOW(connect(stream, &zeros.any, zeros.len));
    SHOW_OK(accept(listener, NULL, NULL));
    return t_status;
}
