// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// A V6ONLY listener leaves the port free for IPv4: refused there, and an IPv4 listener may take it.

static int listen_v6only(struct endpoint *on_v4) {
    int six = REQUIRE(socket(AF_INET6, SOCK_STREAM, 0)), on = 1;
    struct endpoint any = {.len = sizeof any.v6};
    any.v6.sin6_family = AF_INET6;
    REQUIRE(setsockopt(six, IPPROTO_IPV6, IPV6_V6ONLY, &on, sizeof on));
    REQUIRE(bind(six, &any.any, any.len));
    REQUIRE(listen(six, 4));
    struct endpoint at = local_of(six);
    *on_v4 = loopback(AF_INET, port_of(&at));
    return six;
}

int main(void) {
    struct endpoint to;
    int six = listen_v6only(&to), four = REQUIRE(socket(AF_INET, SOCK_STREAM, 0));
    // Another program may have the port of IPv4: then another one is tried.
    for (int tries = 0; tries < 100 && bind(four, &to.any, to.len) != 0; tries++) {
        EXPECT(errno == EADDRINUSE);
        close(six);
        six = listen_v6only(&to);
    }
    int client = REQUIRE(socket(AF_INET, SOCK_STREAM, 0));
    SHOW(connect(client, &to.any, to.len));
    SHOW(listen(four, 4));
    SHOW(connect(client, &to.any, to.len));
    return t_status;
}
