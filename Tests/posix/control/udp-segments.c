// SPDX-License-Identifier: Apache-2.0

#include "control.h"
#include <netinet/udp.h>

// UDP_SEGMENT cuts what is sent into datagrams, for one message or for all; UDP_GRO hands them over together, with their
// size, where it can.

#ifndef UDP_SEGMENT
#define UDP_SEGMENT 103
#define UDP_GRO 104
#endif

static ssize_t send_segments(int fd, const struct endpoint *to, size_t size, uint16_t segment) {
    static char data[4000];
    struct message m;
    message_init(&m, 0);
    m.iov = (struct iovec){data, size};
    m.head.msg_name = (void *)&to->any;
    m.head.msg_namelen = to->len;
    add_control(&m, IPPROTO_UDP, UDP_SEGMENT, &segment, sizeof segment);
    return sendmsg(fd, &m.head, 0);
}

static void receive_all(int fd) {
    static char data[4000];
    struct message m;
    for (;;) {
        message_init(&m, sizeof m.control);
        m.iov = (struct iovec){data, sizeof data};
        ssize_t got = recvmsg(fd, &m.head, MSG_DONTWAIT);
        if (got < 0) break;
        int size = 0;
        struct cmsghdr *c = find_control(&m, IPPROTO_UDP, UDP_GRO);
        if (c) memcpy(&size, CMSG_DATA(c), sizeof size);
        printf(" %d", (int)got);
        if (c) printf(" of %d each, %d bytes of control", size, (int)(c->cmsg_len - CMSG_LEN(0)));
    }
    printf("\n");
}

int main(void) {
    struct endpoint at;
    int fd = bound_socket(AF_INET, SOCK_DGRAM, &at), sender = REQUIRE(socket(AF_INET, SOCK_DGRAM, 0));
    SHOW(send_segments(sender, &at, 2500, 1000));
    receive_all(fd);
    SHOW(send_segments(sender, &at, 1000, 1000));
    receive_all(fd);
    SHOW(send_segments(sender, &at, 100, 0));
    receive_all(fd);
    int size = 500;
    SHOW(setsockopt(sender, IPPROTO_UDP, UDP_SEGMENT, &size, sizeof size));
    char block[1200] = "";
    SHOW(sendto(sender, block, sizeof block, 0, &at.any, at.len));
    receive_all(fd);
    turn_on(fd, IPPROTO_UDP, UDP_GRO);
    SHOW(send_segments(sender, &at, 2500, 1000));
    receive_all(fd);
    struct message m;
    message_init(&m, 0);
    add_control(&m, IPPROTO_UDP, UDP_SEGMENT, &size, sizeof size);
    m.head.msg_name = &at.any;
    m.head.msg_namelen = at.len;
    SHOW(sendmsg(sender, &m.head, 0));
    return t_status;
}
