// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// IPV6_V6ONLY can be read always and set until the socket has an address.

int main(void) {
    int fd = REQUIRE(socket(AF_INET6, SOCK_STREAM, 0)), on = 1, off = 0, got = -1;
    struct endpoint at = loopback(AF_INET6, 0);
    socklen_t len = sizeof got;
    SHOW(setsockopt(fd, IPPROTO_IPV6, IPV6_V6ONLY, &on, sizeof on));
    SHOW(setsockopt(fd, IPPROTO_IPV6, IPV6_V6ONLY, &off, sizeof off));
    SHOW(setsockopt(fd, IPPROTO_IPV6, IPV6_V6ONLY, &on, sizeof on));
    SHOW(bind(fd, &at.any, at.len));
    SHOW(setsockopt(fd, IPPROTO_IPV6, IPV6_V6ONLY, &off, sizeof off));
    SHOW(getsockopt(fd, IPPROTO_IPV6, IPV6_V6ONLY, &got, &len));
    SHOW(got);
    return t_status;
}
