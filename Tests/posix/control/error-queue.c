// SPDX-License-Identifier: Apache-2.0

#include "control.h"

// IP_RECVERR: the error of a datagram that nobody took, with the datagram and who said so.

#include <linux/errqueue.h>

static void try(int family, int level, int option) {
    struct endpoint gone, at = {.len = sizeof at.storage};
    struct message m;
    struct sock_extended_err error;
    close(bound_socket(family, SOCK_DGRAM, &gone));
    int fd = REQUIRE(socket(family, SOCK_DGRAM, 0));
    turn_on(fd, level, option);
    SHOW(receive(fd, &m, MSG_ERRQUEUE));
    SHOW(sendto(fd, "q", 1, 0, &gone.any, gone.len));
    printf("%s\n", events_text(wait_for(fd, 0)));
    message_init(&m, sizeof m.control);
    m.head.msg_name = &at.any;
    m.head.msg_namelen = at.len;
    m.byte = 0;
    SHOW(recvmsg(fd, &m.head, MSG_ERRQUEUE));
    printf("byte %c to it %d errqueue %d\n", m.byte, same_endpoint(&at, &gone), (m.head.msg_flags & MSG_ERRQUEUE) != 0);
    struct cmsghdr *c = find_control(&m, level, option);
    if (!c) {
        t_error("no error");
        return;
    }
    memcpy(&error, CMSG_DATA(c), sizeof error);
    struct endpoint offender = {.len = 0};
    memcpy(&offender.storage, CMSG_DATA(c) + sizeof error, c->cmsg_len - CMSG_LEN(sizeof error));
    printf("%s origin %d type %d code %d by %s\n", errname((int)error.ee_errno), error.ee_origin, error.ee_type,
           error.ee_code, address_text(&offender));
    SHOW(receive(fd, &m, MSG_ERRQUEUE));
}

int main(void) {
    try(AF_INET, IPPROTO_IP, IP_RECVERR);
    try(AF_INET6, IPPROTO_IPV6, IPV6_RECVERR);
    return t_status;
}
