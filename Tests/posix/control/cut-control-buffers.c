// SPDX-License-Identifier: Apache-2.0

#include "control.h"

// A control buffer of every length: what lies behind it stays as it was, and the messages in it can be walked.

int main(void) {
    struct endpoint at;
    int fd = bound_socket(AF_INET, SOCK_DGRAM, &at), sender = REQUIRE(socket(AF_INET, SOCK_DGRAM, 0)), pair[2];
    turn_on(fd, IPPROTO_IP, IP_PKTINFO);
    turn_on(fd, IPPROTO_IP, IP_RECVTTL);
    turn_on(fd, SOL_SOCKET, SO_TIMESTAMPNS);
    REQUIRE(socketpair(AF_UNIX, SOCK_DGRAM, 0, pair));
    turn_on(pair[1], SOL_SOCKET, SO_PASSCRED);
    int bad = 0, cut = 0, whole = 0;
    for (size_t room = 0; room <= 256; room++) {
        for (int local = 0; local < 2; local++) {
            struct message m;
            if (local) REQUIRE(send_descriptors(pair[0], pair, 2));
            else REQUIRE(sendto(sender, "x", 1, 0, &at.any, at.len));
            message_init(&m, room);
            memset(m.control, 0x55, sizeof m.control);
            REQUIRE(recvmsg(local ? pair[1] : fd, &m.head, 0));
            for (size_t i = room; i < sizeof m.control; i++) bad += m.control[i] != 0x55;
            bad += m.head.msg_controllen > room;
            for (struct cmsghdr *c = CMSG_FIRSTHDR(&m.head); c; c = CMSG_NXTHDR(&m.head, c)) {
                bad += (char *)c + c->cmsg_len > m.control + room;
                if (c->cmsg_level != SOL_SOCKET || c->cmsg_type != SCM_RIGHTS) continue;
                for (size_t i = 0; i < (c->cmsg_len - CMSG_LEN(0)) / sizeof(int); i++) {
                    int got;
                    memcpy(&got, CMSG_DATA(c) + i * sizeof got, sizeof got);
                    bad += close(got) != 0;
                }
            }
            if (m.head.msg_flags & MSG_CTRUNC) cut++;
            else whole++;
        }
    }
    printf("bad %d, some cut %d, some whole %d\n", bad, cut > 0, whole > 0);
    int next = REQUIRE(dup(0));
    printf("no descriptor is left: %d\n", next == pair[1] + 1);
    return t_status;
}
