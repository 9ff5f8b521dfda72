// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// An IPv6 socket reaches an IPv4 listener through the mapped address, unless it is V6ONLY.

int main(void) {
    struct endpoint at, mapped = loopback(AF_INET6, 0), peer = {.len = sizeof peer.storage};
    int listener = listening_socket(AF_INET, &at), on = 1;
    inet_pton(AF_INET6, "::ffff:127.0.0.1", &mapped.v6.sin6_addr);
    mapped.v6.sin6_port = at.v4.sin_port;
    int client = REQUIRE(socket(AF_INET6, SOCK_STREAM, 0));
    SHOW(connect(client, &mapped.any, mapped.len));
    SHOW(getpeername(client, &peer.any, &peer.len));
    printf("peer %s\n", address_text(&peer));
    struct endpoint from = {.len = sizeof from.storage};
    SHOW_OK(accept(listener, &from.any, &from.len));
    printf("from %s\n", address_text(&from));
    int only = REQUIRE(socket(AF_INET6, SOCK_STREAM, 0));
    SHOW(setsockopt(only, IPPROTO_IPV6, IPV6_V6ONLY, &on, sizeof on));
    SHOW(connect(only, &mapped.any, mapped.len));
    return t_status;
}
