// SPDX-License-Identifier: Apache-2.0

#include "unix.h"

// Datagrams by path: the sender's name arrives with each, and can be answered.

int main(void) {
    int a = REQUIRE(socket(AF_UNIX, SOCK_DGRAM, 0)), b = REQUIRE(socket(AF_UNIX, SOCK_DGRAM, 0));
    int c = REQUIRE(socket(AF_UNIX, SOCK_DGRAM, 0));
    SHOW(unix_send(b, "early", "a"));
    SHOW(unix_bind(a, "a"));
    SHOW(unix_send(b, "unnamed", "a"));
    SHOW(unix_bind(b, "./b"));
    SHOW(unix_send(b, "named", "a"));
    SHOW(unix_send(b, "", "a"));
    print_received("a", a);
    print_received("a", a);
    print_received("a", a);
    print_received("a", a);
    SHOW(unix_send(a, "answer", "./b"));
    print_received("b", b);
    SHOW(unix_connect(b, "a"));
    print_peer("b's peer", b);
    SHOW(send(b, "connected", 9, 0));
    print_received("a", a);
    SHOW(unix_bind(c, "c"));
    SHOW(unix_send(c, "stranger", "./b"));
    SHOW(unix_send(c, "x", ""));
    SHOW(unix_connect(c, "./b"));
    struct sockaddr none = {.sa_family = AF_UNSPEC};
    SHOW(connect(b, &none, sizeof none));
    print_peer("b's peer", b);
    SHOW(unix_send(c, "now", "./b"));
    print_received("b", b);
    SHOW(send(b, "x", 1, 0));
    SHOW(close(a));
    SHOW(unix_send(b, "gone", "a"));
    SHOW(listen(b, 1));
    SHOW(accept(b, NULL, NULL));
    return t_status;
}
