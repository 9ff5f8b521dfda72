// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE

#include <sys/epoll.h>

#include "../test.h"

// Three hundred members: exactly those that have something are reported.

int main(void) {
    enum { COUNT = 300 };
    static struct endpoint at[COUNT];
    static int fds[COUNT], hits[COUNT];
    static struct epoll_event events[COUNT];
    int set = REQUIRE(epoll_create(COUNT)), sender = REQUIRE(socket(AF_INET, SOCK_DGRAM, 0)), right = 0;
    for (int i = 0; i < COUNT; i++) {
        fds[i] = bound_socket(AF_INET, SOCK_DGRAM, &at[i]);
        struct epoll_event event = {.events = EPOLLIN, .data.u32 = (unsigned)i};
        REQUIRE(epoll_ctl(set, EPOLL_CTL_ADD, fds[i], &event));
    }
    SHOW(epoll_wait(set, events, COUNT, 0));
    for (int i = 0; i < COUNT; i += 7) REQUIRE(sendto(sender, "x", 1, 0, &at[i].any, at[i].len));
    for (int i = 0; i < COUNT; i += 7) wait_for(fds[i], POLLIN);
    int count = SHOW(epoll_wait(set, events, COUNT, 1000));
    for (int i = 0; i < count; i++) hits[events[i].data.u32]++;
    for (int i = 0; i < COUNT; i++) right += hits[i] == (i % 7 == 0);
    printf("%d right\n", right);
    for (int i = 0; i < COUNT; i += 2) REQUIRE(close(fds[i]));
    SHOW(epoll_wait(set, events, COUNT, 0));
    return t_status;
}
