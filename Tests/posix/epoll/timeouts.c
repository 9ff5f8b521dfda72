// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE

#include <sys/epoll.h>

#include "../test.h"

// Timeouts of all three calls: none, milliseconds, fractions of one, and times that are none.

int main(void) {
    int set = REQUIRE(epoll_create1(0));
    struct epoll_event event;
    long long start = now_ms();
    SHOW(epoll_wait(set, &event, 1, 0));
    SHOW(epoll_wait(set, &event, 1, 30));
    EXPECT(now_ms() - start >= 30);
    start = now_ms();
    SHOW(epoll_pwait(set, &event, 1, 20, NULL));
    EXPECT(now_ms() - start >= 19);
    start = now_ms();
    struct timespec timeout = {.tv_nsec = 20500000};
    SHOW(epoll_pwait2(set, &event, 1, &timeout, NULL));
    EXPECT(now_ms() - start >= 20);
    timeout.tv_nsec = 0;
    SHOW(epoll_pwait2(set, &event, 1, &timeout, NULL));
    timeout.tv_nsec = 1000000000;
    SHOW(epoll_pwait2(set, &event, 1, &timeout, NULL));
    timeout = (struct timespec){.tv_sec = -1};
    SHOW(epoll_pwait2(set, &event, 1, &timeout, NULL));
    int ends[2];
    REQUIRE(pipe(ends));
    event = (struct epoll_event){.events = EPOLLOUT};
    REQUIRE(epoll_ctl(set, EPOLL_CTL_ADD, ends[1], &event));
    SHOW(epoll_wait(set, &event, 1, -1));
    SHOW(epoll_wait(set, &event, 1, -5));
    SHOW(epoll_pwait2(set, &event, 1, NULL, NULL));
    timeout = (struct timespec){.tv_sec = 1000000000000};
    SHOW(epoll_pwait2(set, &event, 1, &timeout, NULL));
    return t_status;
}
