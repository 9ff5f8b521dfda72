// SPDX-License-Identifier: Apache-2.0

#include "control.h"

// SO_RXQ_OVFL counts datagrams that found no room. IPV6_FLOWINFO tells the traffic class and flow label of a packet, and
// IPV6_FLOWINFO_SEND takes them from the address.

#ifndef IPV6_FLOWINFO
#define IPV6_FLOWINFO 11
#define IPV6_FLOWINFO_SEND 33
#endif

static uint32_t count_of(int fd) {
    struct message m;
    uint32_t count = 0;
    REQUIRE(receive(fd, &m, MSG_DONTWAIT));
    struct cmsghdr *c = find_control(&m, SOL_SOCKET, SO_RXQ_OVFL);
    if (c) memcpy(&count, CMSG_DATA(c), sizeof count);
    return count;
}

static void dropped(void) {
    static char block[1000];
    struct endpoint at;
    int fd = bound_socket(AF_INET, SOCK_DGRAM, &at), sender = REQUIRE(socket(AF_INET, SOCK_DGRAM, 0)), small = 0;
    SHOW(setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &small, sizeof small));
    turn_on(fd, SOL_SOCKET, SO_RXQ_OVFL);
    for (int i = 0; i < 50; i++) REQUIRE(sendto(sender, block, sizeof block, 0, &at.any, at.len));
    printf("the first came before any was dropped: %d\n", count_of(fd) == 0);
    while (recv(fd, block, sizeof block, MSG_DONTWAIT) >= 0) continue;
    REQUIRE(sendto(sender, "x", 1, 0, &at.any, at.len));
    uint32_t count = count_of(fd);
    printf("some were: %d\n", count > 0 && count < 50);
}

static void flow_info(void) {
    struct endpoint at;
    struct message m;
    uint32_t got = 0;
    int fd = bound_socket(AF_INET6, SOCK_DGRAM, &at), sender = REQUIRE(socket(AF_INET6, SOCK_DGRAM, 0)), off = 0;
    turn_on(fd, IPPROTO_IPV6, IPV6_FLOWINFO);
    SHOW(setsockopt(sender, IPPROTO_IPV6, 70 /* IPV6_AUTOFLOWLABEL */, &off, sizeof off));
    int class = 0x48;
    SHOW(setsockopt(sender, IPPROTO_IPV6, IPV6_TCLASS, &class, sizeof class));
    SHOW(sendto(sender, "x", 1, 0, &at.any, at.len));
    SHOW(receive(fd, &m, 0));
    struct cmsghdr *c = find_control(&m, IPPROTO_IPV6, IPV6_FLOWINFO);
    if (c) memcpy(&got, CMSG_DATA(c), sizeof got);
    printf("flow info %x\n", (unsigned)ntohl(got));
    // A label that nobody manages is an error once there are managed ones; here the address says one.
    SHOW(setsockopt(sender, IPPROTO_IPV6, IPV6_FLOWINFO_SEND, &(int){1}, sizeof off));
    at.v6.sin6_flowinfo = htonl(0x12345);
    SHOW(sendto(sender, "x", 1, 0, &at.any, at.len));
    if (receive(fd, &m, MSG_DONTWAIT) == 1 && (c = find_control(&m, IPPROTO_IPV6, IPV6_FLOWINFO))) {
        memcpy(&got, CMSG_DATA(c), sizeof got);
        printf("flow info %x\n", (unsigned)ntohl(got));
    }
    uint32_t own = htonl(0x00054321);
    message_init(&m, 0);
    m.head.msg_name = &at.any;
    m.head.msg_namelen = at.len;
    at.v6.sin6_flowinfo = 0;
    add_control(&m, IPPROTO_IPV6, IPV6_FLOWINFO, &own, sizeof own);
    SHOW(sendmsg(sender, &m.head, 0));
    if (receive(fd, &m, MSG_DONTWAIT) == 1 && (c = find_control(&m, IPPROTO_IPV6, IPV6_FLOWINFO))) {
        memcpy(&got, CMSG_DATA(c), sizeof got);
        printf("flow info %x\n", (unsigned)ntohl(got));
    }
}

int main(void) {
    dropped();
    flow_info();
    return t_status;
}
