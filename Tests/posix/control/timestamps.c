// SPDX-License-Identifier: Apache-2.0

#include "control.h"

// SO_TIMESTAMP and SO_TIMESTAMPNS: when a datagram came, one or the other.

#include <sys/time.h>

static int near(time_t seconds) {
    time_t now = time(NULL);
    return seconds <= now + 1 && seconds >= now - 60;
}

int main(void) {
    struct endpoint at;
    struct message m;
    struct timeval coarse;
    struct timespec fine;
    int value = -1, fd = bound_socket(AF_INET, SOCK_DGRAM, &at), sender = REQUIRE(socket(AF_INET, SOCK_DGRAM, 0));
    socklen_t len = sizeof value;
    turn_on(fd, SOL_SOCKET, SO_TIMESTAMP);
    SHOW(sendto(sender, "x", 1, 0, &at.any, at.len));
    SHOW(receive(fd, &m, 0));
    struct cmsghdr *c = find_control(&m, SOL_SOCKET, SCM_TIMESTAMP);
    if (!c) return 1;
    memcpy(&coarse, CMSG_DATA(c), sizeof coarse);
    printf("length %d now %d fraction %d\n", c->cmsg_len == CMSG_LEN(sizeof coarse), near(coarse.tv_sec),
           coarse.tv_usec >= 0 && coarse.tv_usec < 1000000);
    turn_on(fd, SOL_SOCKET, SO_TIMESTAMPNS);
    SHOW(getsockopt(fd, SOL_SOCKET, SO_TIMESTAMP, &value, &len));
    SHOW(value);
    SHOW(getsockopt(fd, SOL_SOCKET, SO_TIMESTAMPNS, &value, &len));
    SHOW(value);
    SHOW(sendto(sender, "x", 1, 0, &at.any, at.len));
    SHOW(receive(fd, &m, 0));
    printf("coarse %d\n", find_control(&m, SOL_SOCKET, SCM_TIMESTAMP) != NULL);
    c = find_control(&m, SOL_SOCKET, SCM_TIMESTAMPNS);
    if (!c) return 1;
    memcpy(&fine, CMSG_DATA(c), sizeof fine);
    printf("length %d now %d fraction %d\n", c->cmsg_len == CMSG_LEN(sizeof fine), near(fine.tv_sec),
           fine.tv_nsec >= 0 && fine.tv_nsec < 1000000000);
    return t_status;
}
