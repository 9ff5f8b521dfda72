// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE

#include <sys/epoll.h>

#include "../test.h"

// A descriptor and its copies can all be members, each under its own number.

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
    int copy = REQUIRE(dup(ends[0])), third = REQUIRE(fcntl(ends[0], F_DUPFD, 20));
    struct epoll_event event = {.events = EPOLLIN, .data.fd = 9};
    SHOW(epoll_ctl(set, EPOLL_CTL_MOD, copy, &event));
    add(set, ends[0], EPOLLIN, 1);
    SHOW(epoll_ctl(set, EPOLL_CTL_MOD, copy, &event));
    SHOW(epoll_ctl(set, EPOLL_CTL_DEL, copy, &event));
    add(set, copy, EPOLLIN, 2);
    add(set, third, EPOLLIN | EPOLLET, 3);
    SHOW(epoll_ctl(set, EPOLL_CTL_ADD, copy, &event));
    REQUIRE(write(ends[1], "x", 1));
    report("three", set, 1000);
    report("two", set, 0);
    SHOW(epoll_ctl(set, EPOLL_CTL_MOD, copy, &event));
    report("changed", set, 0);
    SHOW(epoll_ctl(set, EPOLL_CTL_DEL, ends[0], NULL));
    report("first gone", set, 0);
    SHOW(epoll_ctl(set, EPOLL_CTL_DEL, ends[0], NULL));
    add(set, ends[0], EPOLLIN, 4);
    report("first back", set, 0);
    SHOW(epoll_ctl(set, EPOLL_CTL_DEL, copy, NULL));
    SHOW(epoll_ctl(set, EPOLL_CTL_DEL, third, NULL));
    report("one", set, 0);
    REQUIRE(close(copy));
    REQUIRE(close(third));
    REQUIRE(close(ends[0]));
    report("none", set, 0);
    return t_status;
}
