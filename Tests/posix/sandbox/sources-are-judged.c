// SPDX-License-Identifier: Apache-2.0
// netwasi: --allow-outbound udp://127.0.0.1:9 --allow-outbound udp://[::1]:9 --allow-inbound udp://[::1]:*

#include "../control/control.h"

// Which of this machine's addresses a datagram comes from is judged as an address to bind, however it is said: also where
// an IPv6 socket sends to an IPv4 address, whose source is a mapped one then.

static ssize_t send_from(int fd, const char *to, const char *source) {
    struct endpoint peer = loopback(AF_INET6, 9);
    struct in6_pktinfo info = {0};
    struct message m;
    inet_pton(AF_INET6, to, &peer.v6.sin6_addr);
    inet_pton(AF_INET6, source, &info.ipi6_addr);
    message_init(&m, 0);
    m.head.msg_name = &peer.any;
    m.head.msg_namelen = peer.len;
    add_control(&m, IPPROTO_IPV6, IPV6_PKTINFO, &info, sizeof info);
    return sendmsg(fd, &m.head, 0);
}

int main(void) {
    int off = 0, fd = REQUIRE(socket(AF_INET6, SOCK_DGRAM, 0));
    REQUIRE(setsockopt(fd, IPPROTO_IPV6, IPV6_V6ONLY, &off, sizeof off));
    SHOW(send_from(fd, "::1", "::"));
    SHOW(send_from(fd, "::1", "::1"));
    SHOW(send_from(fd, "::ffff:127.0.0.1", "::ffff:127.0.0.1"));
    SHOW(send_from(fd, "::ffff:127.0.0.1", "::ffff:127.0.0.2"));
    SHOW(send_from(fd, "::ffff:127.0.0.2", "::"));
    SHOW(send_from(fd, "::ffff:127.0.0.1", "::"));
    return t_status;
}
