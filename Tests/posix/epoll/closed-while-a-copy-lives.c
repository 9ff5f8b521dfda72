// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE

#include <sys/epoll.h>

#include "../test.h"

// A member outlives its number as long as a copy refers to the same thing, and cannot be reached then.

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
    struct epoll_event event = {.events = EPOLLIN, .data.fd = 9};
    add(set, ends[0], EPOLLIN, 1);
    REQUIRE(write(ends[1], "x", 1));
    REQUIRE(close(ends[0]));
    report("closed", set, 1000);
    SHOW(epoll_ctl(set, EPOLL_CTL_DEL, ends[0], &event));
    SHOW(epoll_ctl(set, EPOLL_CTL_DEL, copy, &event));
    // The number means something else now.
    int fresh[2];
    REQUIRE(pipe(fresh));
    EXPECT_EQ(fresh[0], ends[0]);
    SHOW(epoll_ctl(set, EPOLL_CTL_DEL, fresh[0], &event));
    add(set, fresh[0], EPOLLIN, 2);
    REQUIRE(write(fresh[1], "y", 1));
    report("both", set, 1000);
    REQUIRE(close(copy));
    report("last copy closed", set, 0);
    REQUIRE(close(fresh[0]));
    report("none", set, 0);
    return t_status;
}
