// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE

#include <sys/epoll.h>

#include "../test.h"

// Sets in a circle, and sets nested too deep, are ELOOP.

int main(void) {
    int sets[8];
    struct epoll_event event = {.events = EPOLLIN};
    for (int i = 0; i < 8; i++) sets[i] = REQUIRE(epoll_create1(0));
    SHOW(epoll_ctl(sets[0], EPOLL_CTL_ADD, sets[1], &event));
    SHOW(epoll_ctl(sets[1], EPOLL_CTL_ADD, sets[0], &event));
    SHOW(epoll_ctl(sets[1], EPOLL_CTL_ADD, sets[2], &event));
    SHOW(epoll_ctl(sets[2], EPOLL_CTL_ADD, sets[0], &event));
    int copy = REQUIRE(dup(sets[0]));
    SHOW(epoll_ctl(sets[0], EPOLL_CTL_ADD, copy, &event));
    SHOW(epoll_ctl(copy, EPOLL_CTL_MOD, sets[1], &event));
    int refused = 0;
    for (int i = 2; i < 7; i++) refused += epoll_ctl(sets[i], EPOLL_CTL_ADD, sets[i + 1], &event) < 0 && errno == ELOOP;
    printf("too deep: %s\n", refused > 0 ? "refused" : "taken");
    SHOW(epoll_ctl(sets[0], EPOLL_CTL_DEL, sets[1], &event));
    SHOW(epoll_ctl(sets[2], EPOLL_CTL_ADD, sets[0], &event));
    return t_status;
}
