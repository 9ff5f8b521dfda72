// SPDX-License-Identifier: Apache-2.0
// netwasi: --explain --allow-outbound tcp://*:1 --allow-outbound udp://*:2
// stderr: --allow-outbound tcp://127.0.0.1:2
// stderr: --allow-outbound udp://127.0.0.1:1

#include "../test.h"

// `*` is any host of any family, for its protocol and ports only.

static void attempt(int family, int type, int port) {
    struct endpoint to = loopback(family, port);
    int fd = REQUIRE(socket(family, type, 0));
    printf("%s %s %d: ", type == SOCK_STREAM ? "tcp" : "udp", address_text(&to), port);
    SHOW(connect(fd, &to.any, to.len));
    REQUIRE(close(fd));
}

int main(void) {
    const int types[] = {SOCK_STREAM, SOCK_DGRAM}, families[] = {AF_INET, AF_INET6};
    for (int type = 0; type < 2; type++)
        for (int family = 0; family < 2; family++)
            for (int port = 1; port <= 2; port++) attempt(families[family], types[type], port);
    return t_status;
}
