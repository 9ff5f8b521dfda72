// SPDX-License-Identifier: Apache-2.0
// netwasi: --explain --allow-outbound tcp://*:*
// stderr: bind
// stderr: --allow-inbound tcp://127.0.0.1:0
// stderr: --allow-inbound tcp://0.0.0.0:0

#include "../test.h"

// Leave to connect is no leave to be reached: bind and listen are refused, listen of an unbound socket too.

int main(void) {
    struct endpoint at = loopback(AF_INET, 0), any = at;
    any.v4.sin_addr.s_addr = htonl(INADDR_ANY);
    int fd = REQUIRE(socket(AF_INET, SOCK_STREAM, 0)), udp = REQUIRE(socket(AF_INET, SOCK_DGRAM, 0));
    SHOW(bind(fd, &at.any, at.len));
    SHOW(bind(fd, &any.any, any.len));
    SHOW(listen(fd, 1));
    SHOW(bind(udp, &at.any, at.len));
    struct endpoint closed = loopback(AF_INET, 1);
    SHOW(connect(fd, &closed.any, closed.len));
    return t_status;
}
