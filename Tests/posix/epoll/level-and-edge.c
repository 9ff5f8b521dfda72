// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE

#include <sys/epoll.h>

#include "../test.h"

// Level-triggered readiness is reported as long as it lasts, edge-triggered once for each arrival.

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
    int level = REQUIRE(epoll_create1(0)), edge = REQUIRE(epoll_create1(0)), pair[2];
    char got[8];
    connected_pair(AF_INET, pair);
    add(level, pair[1], EPOLLIN, 1);
    add(edge, pair[1], EPOLLIN | EPOLLET, 2);
    report("level, nothing", level, 0);
    report("edge, nothing", edge, 0);
    write_all(pair[0], "ab", 2);
    report("level", level, 1000);
    report("level again", level, 0);
    report("edge", edge, 1000);
    report("edge again", edge, 0);
    SHOW(read(pair[1], got, 1));
    report("level, one byte left", level, 0);
    report("edge, one byte left", edge, 0);
    write_all(pair[0], "c", 1);
    report("edge, more came", edge, 1000);
    SHOW(read_all(pair[1], got, 2));
    report("level, all read", level, 0);
    report("edge, all read", edge, 0);
    return t_status;
}
