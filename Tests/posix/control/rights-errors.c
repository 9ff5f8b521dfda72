// SPDX-License-Identifier: Apache-2.0

#include "control.h"

// Descriptors that are none, too many of them, heads that lie.

int main(void) {
    int pair[2], many[300], bad = 99, cut, got;
    struct message m;
    REQUIRE(socketpair(AF_UNIX, SOCK_STREAM, 0, pair));
    for (int i = 0; i < 300; i++) many[i] = pair[0];
    SHOW(send_descriptors(pair[0], &bad, 1));
    bad = -1;
    SHOW(send_descriptors(pair[0], &bad, 1));
    char big[CMSG_SPACE(sizeof many)];
    message_init(&m, 0);
    m.head.msg_control = big;
    m.head.msg_controllen = CMSG_SPACE(254 * sizeof(int));
    struct cmsghdr head = {.cmsg_level = SOL_SOCKET, .cmsg_type = SCM_RIGHTS, .cmsg_len = CMSG_LEN(254 * sizeof(int))};
    memcpy(big, &head, sizeof head);
    memcpy(big + CMSG_LEN(0), many, 254 * sizeof(int));
    SHOW(sendmsg(pair[0], &m.head, 0));
    message_init(&m, 0);
    add_control(&m, SOL_SOCKET, SCM_RIGHTS, pair, sizeof *pair);
    m.align.cmsg_len = 3;
    SHOW(sendmsg(pair[0], &m.head, 0));
    m.align.cmsg_len = 10000;
    SHOW(sendmsg(pair[0], &m.head, 0));
    m.align.cmsg_len = CMSG_LEN(sizeof *pair);
    m.align.cmsg_type = 77;
    SHOW(sendmsg(pair[0], &m.head, 0));
    m.head.msg_control = NULL;
    SHOW(sendmsg(pair[0], &m.head, 0));
    m.head.msg_controllen = 0;
    SHOW(sendmsg(pair[0], &m.head, 0));
    m.head.msg_control = m.control;
    m.head.msg_controllen = 5;
    SHOW(sendmsg(pair[0], &m.head, 0));
    SHOW(receive_descriptors(pair[1], &got, 1, 0, &cut));
    SHOW(receive_descriptors(pair[1], &got, 1, 0, &cut));
    SHOW(receive_descriptors(pair[1], &got, 1, MSG_DONTWAIT, &cut));
    message_init(&m, 0);
    add_control(&m, SOL_SOCKET, SCM_RIGHTS, pair, 0);
    SHOW(sendmsg(pair[0], &m.head, 0));
    return t_status;
}
