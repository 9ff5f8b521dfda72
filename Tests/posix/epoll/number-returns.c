// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE

#include <sys/epoll.h>

#include "../test.h"

// A member whose number was closed and given back is the same member.

static void add(int set, int fd, uint32_t events, int data) {
    struct epoll_event event = {.events = events, .data.fd = data};
    REQUIRE(epoll_ctl(set, EPOLL_CTL_ADD, fd, &event));
}

// Prints what is ready now, in the order of the data.
static void report(const char *when, int set, int timeout) {
    struct epoll_event events[8];
    int count = REQUIRE(epoll_wait(set, events, 8, timeout));
    printf("%s: %d", when, count);
    for (int data = 0; data < 100; data++)
        for (int i = 0; i < count; i++)
            if (events[i].data.fd == data) printf(" %d=%s", data, events_text((int)events[i].events));
    printf("\n");
}

int main(void) {
    int set = REQUIRE(epoll_create1(0)), ends[2];
    REQUIRE(pipe(ends));
    int copy = REQUIRE(dup(ends[0]));
    struct epoll_event event = {.events = EPOLLIN, .data.fd = 2};
    add(set, ends[0], EPOLLIN, 1);
    add(set, copy, EPOLLIN, 5);
    REQUIRE(write(ends[1], "x", 1));
    REQUIRE(close(ends[0]));
    report("closed", set, 1000);
    REQUIRE(dup2(copy, ends[0]));
    SHOW(epoll_ctl(set, EPOLL_CTL_ADD, ends[0], &event));
    SHOW(epoll_ctl(set, EPOLL_CTL_MOD, ends[0], &event));
    report("changed", set, 0);
    REQUIRE(close(copy));
    report("the other number closed", set, 0);
    SHOW(epoll_ctl(set, EPOLL_CTL_DEL, ends[0], NULL));
    report("taken out", set, 0);
    REQUIRE(close(ends[0]));
    report("all closed", set, 0);
    return t_status;
}
