// SPDX-License-Identifier: Apache-2.0

#include "control.h"

// IP_RECVOPTS and IP_RETOPTS: options of a packet's header, as they came and as an answer would have them.

static void print_options(int fd, size_t room) {
    struct message m;
    message_init(&m, room);
    printf("%zd", recvmsg(fd, &m.head, 0));
    for (struct cmsghdr *c = CMSG_FIRSTHDR(&m.head); c != NULL; c = CMSG_NXTHDR(&m.head, c)) {
        printf(", %s", c->cmsg_level != IPPROTO_IP ? "another" : c->cmsg_type == IP_RECVOPTS ? "options" : c->cmsg_type == IP_RETOPTS ? "for an answer" : "another");
        for (size_t i = 0; i < c->cmsg_len - CMSG_LEN(0); i++) printf(" %02x", CMSG_DATA(c)[i]);
    }
    printf(", %s\n", m.head.msg_flags & MSG_CTRUNC ? "cut" : "whole");
}

int main(void) {
    static const char route[] = "\7\13\4\0\0\0\0\0\0\0\0\0", times[] = "\104\14\5\0\0\0\0\0\0\0\0\0";
    struct endpoint at;
    int fd = bound_socket(AF_INET, SOCK_DGRAM, &at), sender = REQUIRE(socket(AF_INET, SOCK_DGRAM, 0));
    for (int which = 0; which < 4; which++) {
        int full = which & 1, answer = which >> 1;
        SHOW(setsockopt(fd, IPPROTO_IP, IP_RECVOPTS, &full, sizeof full));
        SHOW(setsockopt(fd, IPPROTO_IP, IP_RETOPTS, &answer, sizeof answer));
        SHOW(setsockopt(sender, IPPROTO_IP, IP_OPTIONS, NULL, 0));
        SHOW(sendto(sender, "x", 1, 0, &at.any, at.len));
        print_options(fd, 200);
        SHOW(setsockopt(sender, IPPROTO_IP, IP_OPTIONS, route, sizeof route - 1));
        const size_t rooms[] = {0, CMSG_LEN(0), CMSG_LEN(5), 200};
        for (size_t i = 0; i < sizeof rooms / sizeof *rooms; i++) {
            SHOW(sendto(sender, "x", 1, 0, &at.any, at.len));
            print_options(fd, rooms[i]);
        }
    }
    // A time stamp is another each time; what is compared is that there is one.
    struct message m;
    SHOW(setsockopt(sender, IPPROTO_IP, IP_OPTIONS, times, sizeof times - 1));
    SHOW(sendto(sender, "x", 1, 0, &at.any, at.len));
    message_init(&m, 200);
    SHOW(recvmsg(fd, &m.head, 0));
    for (struct cmsghdr *c = CMSG_FIRSTHDR(&m.head); c != NULL; c = CMSG_NXTHDR(&m.head, c))
        printf("%zu bytes, %02x %02x\n", c->cmsg_len - CMSG_LEN(0), CMSG_DATA(c)[0], CMSG_DATA(c)[1]);
    return t_status;
}
