// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// A V6ONLY listener leaves the port free for IPv4: refused there, and an IPv4 listener may take it.

int main(void) {
    int six = REQUIRE(socket(AF_INET6, SOCK_STREAM, 0)), on = 1;
    struct endpoint any = {.len = sizeof any.v6};
    any.v6.sin6_family = AF_INET6;
    SHOW(setsockopt(six, IPPROTO_IPV6, IPV6_V6ONLY, &on, sizeof on));
    SHOW(bind(six, &any.any, any.len));
    SHOW(listen(six, 4));
    struct endpoint at = local_of(six), to = loopback(AF_INET, port_of(&at));
    int client = REQUIRE(socket(AF_INET, SOCK_STREAM, 0));
    SHOW(connect(client, &to.any, to.len));
    int four = REQUIRE(socket(AF_INET, SOCK_STREAM, 0));
    SHOW(bind(four, &to.any, to.len));
    SHOW(listen(four, 4));
    SHOW(connect(client, &to.any, to.len));
    return t_status;
}
