// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include "../test.h"

// What takes a privilege fails as it does for an ordinary user, whoever runs the host.

int main(void) {
    int tcp = REQUIRE(socket(AF_INET, SOCK_STREAM, 0)), six = REQUIRE(socket(AF_INET6, SOCK_DGRAM, 0)), one = 1, seven = 7;
    SHOW(setsockopt(tcp, SOL_SOCKET, SO_DEBUG, &one, sizeof one));
    SHOW(setsockopt(tcp, SOL_SOCKET, SO_MARK, &one, sizeof one));
    SHOW(setsockopt(tcp, SOL_SOCKET, SO_PRIORITY, &seven, sizeof seven));
    SHOW(setsockopt(tcp, SOL_SOCKET, SO_SNDBUFFORCE, &one, sizeof one));
    SHOW(setsockopt(tcp, SOL_SOCKET, SO_RCVBUFFORCE, &one, sizeof one));
    SHOW(setsockopt(tcp, SOL_SOCKET, SO_BUSY_POLL, &one, sizeof one));
    SHOW(setsockopt(tcp, IPPROTO_IP, IP_TRANSPARENT, &one, sizeof one));
    SHOW(setsockopt(six, IPPROTO_IPV6, IPV6_TRANSPARENT, &one, sizeof one));
    SHOW(setsockopt(tcp, IPPROTO_IP, IP_FREEBIND, &one, sizeof one));
    SHOW(setsockopt(tcp, SOL_SOCKET, SO_PRIORITY, &(int){6}, sizeof one));
    return t_status;
}
