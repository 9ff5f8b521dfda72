// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <netinet/tcp.h>

// Options nobody knows, and options of another protocol.

int main(void) {
    int tcp = REQUIRE(socket(AF_INET, SOCK_STREAM, 0)), udp = REQUIRE(socket(AF_INET, SOCK_DGRAM, 0)), value = 1;
    socklen_t len = sizeof value;
    SHOW(setsockopt(tcp, SOL_SOCKET, 9999, &value, sizeof value));
    SHOW(getsockopt(tcp, SOL_SOCKET, 9999, &value, &len));
    SHOW(setsockopt(tcp, IPPROTO_TCP, 9999, &value, sizeof value));
    SHOW(getsockopt(tcp, IPPROTO_TCP, 9999, &value, &len));
    SHOW(setsockopt(tcp, IPPROTO_IP, 9999, &value, sizeof value));
    SHOW(setsockopt(tcp, 9999, 1, &value, sizeof value));
    SHOW(setsockopt(udp, IPPROTO_TCP, TCP_NODELAY, &value, sizeof value));
    SHOW(setsockopt(tcp, IPPROTO_IPV6, IPV6_V6ONLY, &value, sizeof value));
    return t_status;
}
