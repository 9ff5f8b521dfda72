// SPDX-License-Identifier: Apache-2.0
// netwasi: --allow-net-admin --allow-inbound tcp://127.0.0.1:*
// stderr: allow it with --allow-inbound tcp://192.0.2.1:0

#define _GNU_SOURCE
#include "../test.h"

// The privileges over the network open no address: who may bind to foreign ones has to be allowed each, and raw sockets
// are made where a rule says so only. Whether the host has the privilege makes no difference here.

int main(void) {
    struct endpoint at = loopback(AF_INET, 0);
    int tcp = REQUIRE(socket(AF_INET, SOCK_STREAM, 0));
    int given = setsockopt(tcp, IPPROTO_IP, IP_TRANSPARENT, &(int){1}, sizeof(int));
    EXPECT(given == 0 || errno == EPERM);
    inet_pton(AF_INET, "192.0.2.1", &at.v4.sin_addr);
    SHOW(bind(tcp, &at.any, at.len));
    SHOW(socket(AF_INET, SOCK_RAW, IPPROTO_ICMP));
    at = loopback(AF_INET, 0);
    SHOW(bind(tcp, &at.any, at.len));
    return t_status;
}
