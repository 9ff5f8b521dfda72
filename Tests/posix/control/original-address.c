// SPDX-License-Identifier: Apache-2.0

#include "control.h"

// IP_RECVORIGDSTADDR and IPV6_RECVORIGDSTADDR: the address and the port that a datagram was sent to, on a socket that is
// bound to all addresses.

static void try(int family, int level, int option, int type, const char *text) {
    struct endpoint to = loopback(family, 0), got = {.len = 0};
    struct message m;
    int fd = REQUIRE(socket(family, SOCK_DGRAM, 0)), sender = REQUIRE(socket(family, SOCK_DGRAM, 0));
    if (family == AF_INET) to.v4.sin_addr.s_addr = INADDR_ANY;
    else to.v6.sin6_addr = in6addr_any;
    REQUIRE(bind(fd, &to.any, to.len));
    to = local_of(fd);
    if (family == AF_INET) inet_pton(AF_INET, text, &to.v4.sin_addr);
    else inet_pton(AF_INET6, text, &to.v6.sin6_addr);
    turn_on(fd, level, option);
    SHOW(sendto(sender, "x", 1, 0, &to.any, to.len));
    SHOW(receive(fd, &m, 0));
    struct cmsghdr *c = find_control(&m, level, type);
    if (!c) {
        t_error("no address came");
        return;
    }
    printf("%d bytes\n", (int)(c->cmsg_len - CMSG_LEN(0)));
    memcpy(&got.storage, CMSG_DATA(c), c->cmsg_len - CMSG_LEN(0));
    printf("%s, the port %s\n", address_text(&got), port_of(&got) == port_of(&to) ? "too" : "differs");
}

int main(void) {
    try(AF_INET, IPPROTO_IP, IP_RECVORIGDSTADDR, IP_ORIGDSTADDR, "127.0.0.7");
    try(AF_INET6, IPPROTO_IPV6, IPV6_RECVORIGDSTADDR, IPV6_ORIGDSTADDR, "::1");
    return t_status;
}
