// SPDX-License-Identifier: Apache-2.0
// netwasi: --explain --allow-outbound tcp://127.0.0.1:1
// stderr: --allow-outbound tcp://127.0.0.1:2
// stderr: --allow-outbound tcp://127.0.0.2:1
// stderr: --allow-outbound 'tcp://[::1]:1'

#include "../test.h"

// One address and one port: the kernel is asked about that (nobody listens there), about no other.

static void attempt(struct endpoint to) {
    int fd = REQUIRE(socket(to.any.sa_family, SOCK_STREAM, 0));
    printf("%s %d: ", address_text(&to), port_of(&to));
    SHOW(connect(fd, &to.any, to.len));
    REQUIRE(close(fd));
}

int main(void) {
    struct endpoint other = loopback(AF_INET, 1);
    other.v4.sin_addr.s_addr = htonl(0x7f000002);
    attempt(loopback(AF_INET, 1));
    attempt(loopback(AF_INET, 2));
    attempt(other);
    attempt(loopback(AF_INET6, 1));
    return t_status;
}
