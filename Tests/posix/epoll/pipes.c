// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE

#include <sys/epoll.h>

#include "../test.h"

// Pipes: writable, full, readable, hung up, and without a reader.

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
    static char block[65536];
    REQUIRE(pipe2(ends, O_NONBLOCK));
    add(set, ends[0], EPOLLIN | EPOLLOUT, 1);
    add(set, ends[1], EPOLLIN | EPOLLOUT, 2);
    report("empty", set, 1000);
    while (write(ends[1], block, sizeof block) > 0) continue;
    EXPECT(errno == EAGAIN);
    report("full", set, 1000);
    while (read(ends[0], block, sizeof block) > 0) continue;
    REQUIRE(close(ends[0]));
    report("no reader", set, 1000);
    REQUIRE(close(ends[1]));
    REQUIRE(pipe(ends));
    add(set, ends[0], EPOLLIN | EPOLLRDNORM, 3);
    REQUIRE(write(ends[1], "x", 1));
    REQUIRE(close(ends[1]));
    report("no writer", set, 1000);
    REQUIRE(read(ends[0], block, 1));
    report("no writer, read", set, 1000);
    return t_status;
}
