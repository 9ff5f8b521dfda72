// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE

#include <sys/epoll.h>

#include "../test.h"

// EPOLLEXCLUSIVE: what it goes with, that it cannot be changed, and that someone is woken.

int main(void) {
    int first = REQUIRE(epoll_create1(0)), second = REQUIRE(epoll_create1(0));
    struct endpoint at;
    int listener = listening_socket(AF_INET, &at);
    struct epoll_event event = {.events = EPOLLIN | EPOLLEXCLUSIVE, .data.fd = 1}, got[4];
    SHOW(epoll_ctl(first, EPOLL_CTL_ADD, listener, &event));
    SHOW(epoll_ctl(second, EPOLL_CTL_ADD, listener, &event));
    SHOW(epoll_ctl(first, EPOLL_CTL_MOD, listener, &event));
    event.events = EPOLLIN;
    SHOW(epoll_ctl(first, EPOLL_CTL_MOD, listener, &event));
    int third = REQUIRE(epoll_create1(0));
    event.events = EPOLLIN | EPOLLEXCLUSIVE | EPOLLONESHOT;
    SHOW(epoll_ctl(third, EPOLL_CTL_ADD, listener, &event));
    event.events = EPOLLIN | EPOLLEXCLUSIVE | EPOLLRDHUP;
    SHOW(epoll_ctl(third, EPOLL_CTL_ADD, listener, &event));
    event.events = EPOLLIN | EPOLLEXCLUSIVE | EPOLLET | EPOLLWAKEUP;
    SHOW(epoll_ctl(third, EPOLL_CTL_ADD, listener, &event));
    event.events = EPOLLIN | EPOLLEXCLUSIVE;
    SHOW(epoll_ctl(third, EPOLL_CTL_ADD, first, &event));
    // Of a copy, which is no member, the same is said.
    int copy = REQUIRE(dup(listener));
    event.events = EPOLLIN | EPOLLEXCLUSIVE;
    SHOW(epoll_ctl(first, EPOLL_CTL_MOD, copy, &event));
    event.events = EPOLLIN;
    SHOW(epoll_ctl(first, EPOLL_CTL_MOD, copy, &event));
    SHOW(epoll_ctl(first, EPOLL_CTL_DEL, copy, &event));
    REQUIRE(close(copy));
    int client = REQUIRE(socket(AF_INET, SOCK_STREAM, 0));
    REQUIRE(connect(client, &at.any, at.len));
    wait_for(listener, POLLIN);
    int woken = epoll_wait(first, got, 4, 1000) + epoll_wait(second, got, 4, 0);
    printf("someone: %d\n", woken >= 1);
    return t_status;
}
