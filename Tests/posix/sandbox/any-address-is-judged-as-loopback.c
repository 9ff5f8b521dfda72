// SPDX-License-Identifier: Apache-2.0
// netwasi: --explain --allow-outbound tcp://127.0.0.1:* --allow-outbound udp://127.0.0.1:*
// stderr: --allow-outbound 'tcp://[::1]:1'

#include "../test.h"

// As a destination 0.0.0.0 and :: are the machine itself on Linux: whoever may not reach loopback may not reach them.

int main(void) {
    struct endpoint four = loopback(AF_INET, 1), six = loopback(AF_INET6, 1);
    four.v4.sin_addr.s_addr = htonl(INADDR_ANY);
    six.v6.sin6_addr = in6addr_any;
    SHOW(connect(REQUIRE(socket(AF_INET, SOCK_STREAM, 0)), &four.any, four.len));
    SHOW(connect(REQUIRE(socket(AF_INET6, SOCK_STREAM, 0)), &six.any, six.len));
    SHOW(sendto(REQUIRE(socket(AF_INET, SOCK_DGRAM, 0)), "x", 1, 0, &four.any, four.len));
    SHOW(sendto(REQUIRE(socket(AF_INET6, SOCK_DGRAM, 0)), "x", 1, 0, &six.any, six.len));
    return t_status;
}
