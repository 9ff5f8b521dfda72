// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE

#include <sys/epoll.h>

#include "../test.h"

// Closing the last descriptor of a member takes it out, also when dup2 does it.

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
    int set = REQUIRE(epoll_create1(0)), first[2], second[2];
    struct epoll_event event = {.events = EPOLLIN, .data.fd = 3};
    connected_pair(AF_INET, first);
    connected_pair(AF_INET, second);
    add(set, first[1], EPOLLIN, 1);
    add(set, second[1], EPOLLIN, 2);
    write_all(first[0], "x", 1);
    write_all(second[0], "x", 1);
    wait_for(first[1], POLLIN);
    wait_for(second[1], POLLIN);
    report("both", set, 1000);
    REQUIRE(dup2(second[1], first[1]));
    report("one replaced", set, 0);
    SHOW(epoll_ctl(set, EPOLL_CTL_DEL, first[1], &event));
    SHOW(epoll_ctl(set, EPOLL_CTL_ADD, first[1], &event));
    report("the copy added", set, 0);
    REQUIRE(close(second[1]));
    report("the original closed", set, 0);
    REQUIRE(close(first[1]));
    report("the copy closed", set, 0);
    return t_status;
}
