// SPDX-License-Identifier: Apache-2.0
// netwasi: --explain --allow-outbound tcp://[::1]:1 --allow-outbound tcp://127.0.0.1:2
// stderr: --allow-outbound tcp://127.0.0.1:1

#include "../test.h"

// An IPv4 address written as ::ffff:… is the IPv4 address: no way around a rule, and no need of a second one.

static void attempt(const char *address, int port) {
    struct endpoint to = loopback(AF_INET6, port);
    inet_pton(AF_INET6, address, &to.v6.sin6_addr);
    int fd = REQUIRE(socket(AF_INET6, SOCK_STREAM, 0));
    printf("%s %d: ", address, port);
    SHOW(connect(fd, &to.any, to.len));
    REQUIRE(close(fd));
}

int main(void) {
    attempt("::1", 1);
    attempt("::1", 2);
    attempt("::ffff:127.0.0.1", 1);
    attempt("::ffff:127.0.0.1", 2);
    return t_status;
}
