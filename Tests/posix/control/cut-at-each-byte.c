// SPDX-License-Identifier: Apache-2.0

#include "control.h"

// A message cut at each byte of its data: how much of it there is, and what the flags say, kind by kind.

struct kind {
    const char *name;
    int family, level, option, type;
    size_t size;
};

static void try(const struct kind *kind) {
    struct endpoint at;
    int fd = bound_socket(kind->family, SOCK_DGRAM, &at), sender = REQUIRE(socket(kind->family, SOCK_DGRAM, 0));
    turn_on(fd, kind->level, kind->option);
    printf("%s:", kind->name);
    for (size_t room = 0; room <= CMSG_LEN(kind->size); room += room == 0 ? CMSG_LEN(0) - 1 : 1) {
        struct message m;
        REQUIRE(sendto(sender, "x", 1, 0, &at.any, at.len));
        message_init(&m, room);
        memset(m.control, 0x55, sizeof m.control);
        EXPECT_EQ(recvmsg(fd, &m.head, 0), 1);
        struct cmsghdr *c = CMSG_FIRSTHDR(&m.head);
        // Heads are longer natively.
        printf(" %d:%s%d", room == 0 ? -2 : (int)room - (int)CMSG_LEN(0), m.head.msg_flags & MSG_CTRUNC ? "cut " : "",
               c ? (int)(c->cmsg_len - CMSG_LEN(0)) : -1);
        if (c) EXPECT(c->cmsg_level == kind->level && c->cmsg_type == kind->type);
        for (size_t i = room; i < sizeof m.control; i++) EXPECT(m.control[i] == 0x55);
    }
    printf("\n");
    REQUIRE(close(fd));
    REQUIRE(close(sender));
}

int main(void) {
    static const struct kind kinds[] = {
        {"IP_PKTINFO", AF_INET, IPPROTO_IP, IP_PKTINFO, IP_PKTINFO, 12},
        {"IP_TTL", AF_INET, IPPROTO_IP, IP_RECVTTL, IP_TTL, 4},
        {"IP_TOS", AF_INET, IPPROTO_IP, IP_RECVTOS, IP_TOS, 1},
        {"IP_ORIGDSTADDR", AF_INET, IPPROTO_IP, IP_RECVORIGDSTADDR, IP_ORIGDSTADDR, 16},
        {"IPV6_PKTINFO", AF_INET6, IPPROTO_IPV6, IPV6_RECVPKTINFO, IPV6_PKTINFO, 20},
        {"IPV6_HOPLIMIT", AF_INET6, IPPROTO_IPV6, IPV6_RECVHOPLIMIT, IPV6_HOPLIMIT, 4},
        {"IPV6_TCLASS", AF_INET6, IPPROTO_IPV6, IPV6_RECVTCLASS, IPV6_TCLASS, 4},
        {"IPV6_ORIGDSTADDR", AF_INET6, IPPROTO_IPV6, IPV6_RECVORIGDSTADDR, IPV6_ORIGDSTADDR, 28},
        {"SO_TIMESTAMP", AF_INET, SOL_SOCKET, SO_TIMESTAMP, SCM_TIMESTAMP, 16},
        {"SO_TIMESTAMPNS", AF_INET, SOL_SOCKET, SO_TIMESTAMPNS, SCM_TIMESTAMPNS, 16},
    };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) try(&kinds[i]);
    return t_status;
}
