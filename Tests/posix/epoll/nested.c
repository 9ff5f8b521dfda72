// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE

#include <sys/epoll.h>
#include <sys/select.h>

#include "../test.h"

// A set is ready to read, in poll, select and another set, while one of its members is.

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
    int inner = REQUIRE(epoll_create1(0)), outer = REQUIRE(epoll_create1(0)), ends[2];
    char byte;
    REQUIRE(pipe(ends));
    add(inner, ends[0], EPOLLIN, 1);
    add(outer, inner, EPOLLIN, 2);
    report("nothing", outer, 0);
    struct pollfd polled = {.fd = outer, .events = POLLIN | POLLOUT};
    SHOW(poll(&polled, 1, 0));
    REQUIRE(write(ends[1], "x", 1));
    report("outer", outer, 1000);
    SHOW(poll(&polled, 1, 1000));
    printf("poll: %s\n", events_text(polled.revents));
    fd_set reading;
    FD_ZERO(&reading);
    FD_SET(outer, &reading);
    struct timeval timeout = {.tv_sec = 1};
    SHOW(select(outer + 1, &reading, NULL, NULL, &timeout));
    report("inner", inner, 0);
    REQUIRE(read(ends[0], &byte, 1));
    report("outer, read", outer, 0);
    REQUIRE(write(ends[1], "x", 1));
    REQUIRE(close(inner));
    report("inner closed", outer, 0);
    return t_status;
}
