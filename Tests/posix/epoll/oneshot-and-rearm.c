// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE

#include <sys/epoll.h>

#include "../test.h"

// A one-shot member reports once, and again when it is changed.

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
    int set = REQUIRE(epoll_create1(EPOLL_CLOEXEC)), ends[2];
    REQUIRE(pipe(ends));
    add(set, ends[0], EPOLLIN | EPOLLONESHOT, 1);
    add(set, ends[1], EPOLLOUT | EPOLLONESHOT | EPOLLET, 2);
    REQUIRE(write(ends[1], "x", 1));
    report("first", set, 1000);
    report("second", set, 0);
    struct epoll_event event = {.events = EPOLLIN | EPOLLONESHOT, .data.fd = 3};
    SHOW(epoll_ctl(set, EPOLL_CTL_MOD, ends[0], &event));
    report("armed", set, 1000);
    event.events = 0;
    SHOW(epoll_ctl(set, EPOLL_CTL_MOD, ends[0], &event));
    report("nothing asked", set, 0);
    REQUIRE(close(ends[1]));
    report("hung up, nothing asked", set, 1000);
    return t_status;
}
