// SPDX-License-Identifier: Apache-2.0

#include "control.h"

// Control messages that are wrong, on sockets that could not send anyway: which of the two is found, and an address that is
// wrong, or urgent bytes where there are none.

static void try_wrong(const char *what, int fd, const struct endpoint *to) {
    static const size_t lengths[] = {0, CMSG_LEN(0) - 1, CMSG_LEN(100), CMSG_LEN(4)};
    printf("%s\n", what);
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
        struct message m;
        int value = 999;
        message_init(&m, 0);
        add_control(&m, SOL_SOCKET, i == 3 ? SCM_RIGHTS : 77, &value, sizeof value);
        ((struct cmsghdr *)m.control)->cmsg_len = lengths[i];
        if (to != NULL) {
            m.head.msg_name = (void *)&to->any;
            m.head.msg_namelen = to->len;
        }
        SHOW(sendmsg(fd, &m.head, MSG_NOSIGNAL));
        SHOW(sendmsg(fd, &m.head, MSG_NOSIGNAL | MSG_OOB));
        m.head.msg_control = NULL;
        SHOW(sendmsg(fd, &m.head, MSG_NOSIGNAL));
        m.head.msg_iovlen = 1025;
        SHOW(sendmsg(fd, &m.head, MSG_NOSIGNAL));
        m.head.msg_name = NULL;
        m.head.msg_namelen = 16;
        SHOW(sendmsg(fd, &m.head, MSG_NOSIGNAL));
    }
}

int main(void) {
    int pair[2];
    struct endpoint four = loopback(AF_INET, 7), six = loopback(AF_INET6, 7), cut = four;
    cut.len = 3;
    static const int types[] = {SOCK_STREAM, SOCK_DGRAM, SOCK_SEQPACKET};
    for (size_t i = 0; i < 3; i++) {
        printf("type %zu\n", i);
        int fd = REQUIRE(socket(AF_UNIX, types[i], 0));
        try_wrong("alone", fd, NULL);
        try_wrong("to another family", fd, &four);
        close(fd);
        REQUIRE(socketpair(AF_UNIX, types[i], 0, pair));
        try_wrong("one of a pair", pair[0], NULL);
        close(pair[1]);
        try_wrong("whose other is gone", pair[0], NULL);
        close(pair[0]);
    }
    for (size_t i = 0; i < 2; i++) {
        printf("type %zu of the internet\n", i);
        int fd = REQUIRE(socket(AF_INET, types[i], 0));
        try_wrong("alone", fd, NULL);
        try_wrong("to a short address", fd, &cut);
        try_wrong("to another family", fd, &six);
        close(fd);
        fd = REQUIRE(socket(AF_INET6, types[i], 0));
        int on = 1;
        REQUIRE(setsockopt(fd, IPPROTO_IPV6, IPV6_V6ONLY, &on, sizeof on));
        try_wrong("alone", fd, NULL);
        try_wrong("to IPv4", fd, &four);
        try_wrong("to a short address of IPv4", fd, &cut);
        close(fd);
    }
    return t_status;
}
