// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE

#include <sys/epoll.h>

#include "../test.h"

// RDHUP, HUP and ERR as a connection ends, half by half, and by a reset.

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
    int set = REQUIRE(epoll_create1(0)), pair[2];
    char got[8];
    connected_pair(AF_INET, pair);
    add(set, pair[1], EPOLLIN | EPOLLOUT | EPOLLRDHUP, 1);
    report("open", set, 1000);
    REQUIRE(shutdown(pair[0], SHUT_WR));
    wait_for(pair[1], POLLRDHUP);
    report("peer ended", set, 1000);
    REQUIRE(shutdown(pair[1], SHUT_WR));
    wait_for(pair[1], POLLIN | POLLHUP);
    report("both ended", set, 1000);
    SHOW(read(pair[1], got, sizeof got));
    REQUIRE(close(pair[1]));
    report("closed", set, 0);

    connected_pair(AF_INET, pair);
    add(set, pair[1], 0, 2);
    report("nothing asked", set, 0);
    struct linger linger = {.l_onoff = 1};
    REQUIRE(setsockopt(pair[0], SOL_SOCKET, SO_LINGER, &linger, sizeof linger));
    REQUIRE(close(pair[0]));
    report("reset", set, 10000);
    return t_status;
}
