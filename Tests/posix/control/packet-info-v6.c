// SPDX-License-Identifier: Apache-2.0

#include "control.h"

// IPV6_RECVPKTINFO, and what an IPv6 socket is told of a packet that came by IPv4.

static void print_message(int fd) {
    struct message m;
    struct in6_pktinfo info;
    char text[INET6_ADDRSTRLEN];
    SHOW(receive(fd, &m, 0));
    struct cmsghdr *c = find_control(&m, IPPROTO_IPV6, IPV6_PKTINFO);
    if (!c) {
        puts("no packet info");
        return;
    }
    memcpy(&info, CMSG_DATA(c), sizeof info);
    printf("%s %d\n", inet_ntop(AF_INET6, &info.ipi6_addr, text, sizeof text), info.ipi6_ifindex > 0);
}

int main(void) {
    struct endpoint any = {.len = sizeof any.v6, .v6 = {.sin6_family = AF_INET6}}, to, v4;
    int fd = REQUIRE(socket(AF_INET6, SOCK_DGRAM, 0)), sender = REQUIRE(socket(AF_INET6, SOCK_DGRAM, 0));
    int off = 0;
    struct message m;
    REQUIRE(setsockopt(fd, IPPROTO_IPV6, IPV6_V6ONLY, &off, sizeof off));
    REQUIRE(bind(fd, &any.any, any.len));
    int port = (to = local_of(fd), port_of(&to));
    to = loopback(AF_INET6, port);
    v4 = loopback(AF_INET, port);
    turn_on(fd, IPPROTO_IPV6, IPV6_RECVPKTINFO);
    SHOW(sendto(sender, "x", 1, 0, &to.any, to.len));
    print_message(fd);
    SHOW(sendto(REQUIRE(socket(AF_INET, SOCK_DGRAM, 0)), "x", 1, 0, &v4.any, v4.len));
    print_message(fd);
    struct in6_pktinfo info = {.ipi6_addr = in6addr_loopback};
    message_init(&m, 0);
    m.head.msg_name = &to.any;
    m.head.msg_namelen = to.len;
    add_control(&m, IPPROTO_IPV6, IPV6_PKTINFO, &info, sizeof info);
    SHOW(sendmsg(sender, &m.head, 0));
    print_message(fd);
    return t_status;
}
