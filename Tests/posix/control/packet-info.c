// SPDX-License-Identifier: Apache-2.0

#include "control.h"

// IP_PKTINFO: which of this machine's addresses a datagram came to, and choosing the one that it goes from.

int main(void) {
    struct endpoint any = loopback(AF_INET, 0), to, from;
    int fd = REQUIRE(socket(AF_INET, SOCK_DGRAM, 0)), sender = REQUIRE(socket(AF_INET, SOCK_DGRAM, 0));
    struct message m;
    struct in_pktinfo info;
    any.v4.sin_addr.s_addr = htonl(INADDR_ANY);
    REQUIRE(bind(fd, &any.any, any.len));
    to = local_of(fd);
    to.v4.sin_addr.s_addr = htonl(0x7f000002);
    SHOW(sendto(sender, "x", 1, 0, &to.any, to.len));
    SHOW(receive(fd, &m, 0));
    printf("nothing unasked: %d\n", CMSG_FIRSTHDR(&m.head) == NULL);
    turn_on(fd, IPPROTO_IP, IP_PKTINFO);
    SHOW(sendto(sender, "x", 1, 0, &to.any, to.len));
    SHOW(receive(fd, &m, 0));
    struct cmsghdr *c = find_control(&m, IPPROTO_IP, IP_PKTINFO);
    if (!c) return 1;
    memcpy(&info, CMSG_DATA(c), sizeof info);
    printf("%s ", inet_ntoa(info.ipi_addr));
    printf("%s %d\n", inet_ntoa(info.ipi_spec_dst), info.ipi_ifindex > 0);
    info = (struct in_pktinfo){.ipi_spec_dst.s_addr = htonl(0x7f000003)};
    message_init(&m, 0);
    m.head.msg_name = &to.any;
    m.head.msg_namelen = to.len;
    add_control(&m, IPPROTO_IP, IP_PKTINFO, &info, sizeof info);
    SHOW(sendmsg(sender, &m.head, 0));
    message_init(&m, sizeof m.control);
    from.len = sizeof from.storage;
    m.head.msg_name = &from.any;
    m.head.msg_namelen = from.len;
    SHOW(recvmsg(fd, &m.head, 0));
    printf("from %s\n", address_text(&from));
    info.ipi_spec_dst.s_addr = htonl(0x01020304);
    message_init(&m, 0);
    m.head.msg_name = &to.any;
    m.head.msg_namelen = to.len;
    add_control(&m, IPPROTO_IP, IP_PKTINFO, &info, sizeof info);
    int error = sendmsg(sender, &m.head, 0) < 0 ? errno : 0;
    printf("somebody else's: %s\n", error ? "refused" : "sent");
    message_init(&m, 0);
    m.head.msg_name = &to.any;
    m.head.msg_namelen = to.len;
    add_control(&m, IPPROTO_IP, IP_PKTINFO, &info, sizeof info - 1);
    SHOW(sendmsg(sender, &m.head, 0));
    return t_status;
}
