// SPDX-License-Identifier: Apache-2.0

#include "control.h"

// Time to live and type of service, asked for and given, for both families.

static void print_message(int fd, int level, int hops, int service) {
    struct message m;
    int value = 0;
    unsigned char byte = 0;
    SHOW(receive(fd, &m, 0));
    struct cmsghdr *c = find_control(&m, level, hops);
    if (c) memcpy(&value, CMSG_DATA(c), sizeof value);
    printf("hops %d (%d)", value, c && c->cmsg_len == CMSG_LEN(sizeof(int)));
    c = find_control(&m, level, service);
    if (c) memcpy(&byte, CMSG_DATA(c), 1);
    printf(" service %d (%d)\n", byte, c ? (int)(c->cmsg_len - CMSG_LEN(0)) : -1);
}

int main(void) {
    struct endpoint at;
    struct message m;
    int value, fd = bound_socket(AF_INET, SOCK_DGRAM, &at), sender = REQUIRE(socket(AF_INET, SOCK_DGRAM, 0));
    turn_on(fd, IPPROTO_IP, IP_RECVTTL);
    turn_on(fd, IPPROTO_IP, IP_RECVTOS);
    value = 9;
    REQUIRE(setsockopt(sender, IPPROTO_IP, IP_TTL, &value, sizeof value));
    SHOW(sendto(sender, "x", 1, 0, &at.any, at.len));
    print_message(fd, IPPROTO_IP, IP_TTL, IP_TOS);
    message_init(&m, 0);
    m.head.msg_name = &at.any;
    m.head.msg_namelen = at.len;
    value = 5;
    add_control(&m, IPPROTO_IP, IP_TTL, &value, sizeof value);
    value = 0x10;
    add_control(&m, IPPROTO_IP, IP_TOS, &value, sizeof value);
    SHOW(sendmsg(sender, &m.head, 0));
    print_message(fd, IPPROTO_IP, IP_TTL, IP_TOS);
    value = 300;
    message_init(&m, 0);
    m.head.msg_name = &at.any;
    m.head.msg_namelen = at.len;
    add_control(&m, IPPROTO_IP, IP_TTL, &value, sizeof value);
    SHOW(sendmsg(sender, &m.head, 0));
    fd = bound_socket(AF_INET6, SOCK_DGRAM, &at);
    sender = REQUIRE(socket(AF_INET6, SOCK_DGRAM, 0));
    turn_on(fd, IPPROTO_IPV6, IPV6_RECVHOPLIMIT);
    turn_on(fd, IPPROTO_IPV6, IPV6_RECVTCLASS);
    message_init(&m, 0);
    m.head.msg_name = &at.any;
    m.head.msg_namelen = at.len;
    value = 7;
    add_control(&m, IPPROTO_IPV6, IPV6_HOPLIMIT, &value, sizeof value);
    value = 0x20;
    add_control(&m, IPPROTO_IPV6, IPV6_TCLASS, &value, sizeof value);
    SHOW(sendmsg(sender, &m.head, 0));
    print_message(fd, IPPROTO_IPV6, IPV6_HOPLIMIT, IPV6_TCLASS);
    return t_status;
}
