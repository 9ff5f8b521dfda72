// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE

#include <sys/epoll.h>

#include "../test.h"

// With room for fewer events than there are, each call gives others: nobody starves.

int main(void) {
    enum { COUNT = 9 };
    int set = REQUIRE(epoll_create1(0)), seen[COUNT] = {0};
    struct epoll_event events[4];
    for (int i = 0; i < COUNT; i++) {
        int ends[2];
        REQUIRE(pipe(ends));
        struct epoll_event event = {.events = EPOLLOUT, .data.u32 = (unsigned)i};
        REQUIRE(epoll_ctl(set, EPOLL_CTL_ADD, ends[1], &event));
    }
    for (int call = 0; call < 3; call++) {
        int count = SHOW(epoll_wait(set, events, 3, 1000));
        for (int i = 0; i < count; i++) seen[events[i].data.u32]++;
    }
    for (int i = 0; i < COUNT; i++) printf("%d", seen[i]);
    printf("\n");
    return t_status;
}
