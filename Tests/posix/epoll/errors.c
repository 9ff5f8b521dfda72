// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE

#include <limits.h>
#include <sys/epoll.h>

#include "../test.h"

// What epoll_ctl and epoll_wait refuse, and with which error.

int main(void) {
    int set = REQUIRE(epoll_create1(0)), other = REQUIRE(epoll_create1(0)), ends[2];
    int file = REQUIRE(open("file", O_RDWR | O_CREAT, 0644)), directory = REQUIRE(open(".", O_RDONLY | O_DIRECTORY));
    struct epoll_event event = {.events = EPOLLIN};
    REQUIRE(pipe(ends));
    SHOW(epoll_ctl(set, EPOLL_CTL_ADD, ends[0], &event));
    SHOW(epoll_ctl(set, EPOLL_CTL_ADD, ends[0], &event));
    SHOW(epoll_ctl(set, EPOLL_CTL_MOD, ends[1], &event));
    SHOW(epoll_ctl(set, EPOLL_CTL_DEL, ends[1], &event));
    SHOW(epoll_ctl(other, EPOLL_CTL_MOD, ends[0], &event));
    SHOW(epoll_ctl(set, EPOLL_CTL_ADD, file, &event));
    SHOW(epoll_ctl(set, EPOLL_CTL_MOD, file, &event));
    SHOW(epoll_ctl(set, EPOLL_CTL_ADD, directory, &event));
    SHOW(epoll_ctl(set, EPOLL_CTL_ADD, set, &event));
    SHOW(epoll_ctl(ends[0], EPOLL_CTL_ADD, ends[1], &event));
    SHOW(epoll_ctl(ends[0], EPOLL_CTL_ADD, file, &event));
    SHOW(epoll_ctl(-1, EPOLL_CTL_ADD, ends[1], &event));
    SHOW(epoll_ctl(set, EPOLL_CTL_ADD, -1, &event));
    SHOW(epoll_ctl(set, EPOLL_CTL_ADD, 999, &event));
    SHOW(epoll_ctl(set, 0, ends[1], &event));
    SHOW(epoll_ctl(set, 77, ends[0], &event));
    SHOW(epoll_ctl(set, EPOLL_CTL_ADD, ends[1], NULL));
    SHOW(epoll_ctl(-1, EPOLL_CTL_MOD, ends[1], NULL));
    SHOW(epoll_ctl(set, EPOLL_CTL_DEL, ends[0], NULL));
    SHOW(epoll_ctl(set, EPOLL_CTL_DEL, ends[0], NULL));
    // Volatile: compilers know that these are no lengths of an array.
    volatile int none = 0, negative = -1, most = INT_MAX;
    SHOW(epoll_wait(set, &event, none, 0));
    SHOW(epoll_wait(set, &event, negative, 0));
    SHOW(epoll_wait(set, &event, most, 0));
    SHOW(epoll_wait(-1, &event, 1, 0));
    SHOW(epoll_wait(999, &event, 1, 0));
    SHOW(epoll_wait(ends[0], &event, 1, 0));
    SHOW(epoll_wait(file, &event, 1, 0));
    char byte;
    SHOW(read(set, &byte, 1));
    SHOW(write(set, &byte, 1));
    return t_status;
}
