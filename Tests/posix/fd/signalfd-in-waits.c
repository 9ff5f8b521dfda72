// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE

#include <signal.h>
#include <sys/epoll.h>
#include <sys/signalfd.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <sys/select.h>

#include "../test.h"

// A descriptor for signals in poll, select and epoll: ready while one is there.

static sigset_t set_of(int first, int second) {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, first);
    if (second) sigaddset(&set, second);
    return set;
}

int main(void) {
    sigset_t usr1 = set_of(SIGUSR1, 0), both = set_of(SIGUSR1, SIGUSR2);
    struct signalfd_siginfo got;
    struct epoll_event event = {.events = EPOLLIN | EPOLLOUT};
    REQUIRE(sigprocmask(SIG_BLOCK, &both, NULL));
    int fd = REQUIRE(signalfd(-1, &usr1, 0)), set = REQUIRE(epoll_create1(0)), edge = REQUIRE(epoll_create1(0));
    struct pollfd polled = {.fd = fd, .events = POLLIN | POLLOUT};
    REQUIRE(epoll_ctl(set, EPOLL_CTL_ADD, fd, &event));
    event.events = EPOLLIN | EPOLLET;
    REQUIRE(epoll_ctl(edge, EPOLL_CTL_ADD, fd, &event));
    SHOW(poll(&polled, 1, 0));
    REQUIRE(raise(SIGUSR2));
    SHOW(poll(&polled, 1, 0));
    REQUIRE(raise(SIGUSR1));
    SHOW(poll(&polled, 1, 0));
    printf("%s\n", events_text(polled.revents));
    SHOW(epoll_wait(set, &event, 1, 0));
    printf("%s\n", events_text((int)event.events));
    SHOW(epoll_wait(edge, &event, 1, 0));
    SHOW(epoll_wait(edge, &event, 1, 0));
    fd_set reading;
    FD_ZERO(&reading);
    FD_SET(fd, &reading);
    SHOW(select(fd + 1, &reading, NULL, NULL, NULL));
    SHOW(read(fd, &got, sizeof got));
    SHOW(poll(&polled, 1, 0));
    SHOW(epoll_wait(set, &event, 1, 0));
    // Now for both: the other one has been there all the time.
    SHOW(signalfd(fd, &both, 0) == fd);
    SHOW(poll(&polled, 1, 0));
    SHOW(read(fd, &got, sizeof got));
    printf("USR2 %d\n", got.ssi_signo == SIGUSR2);
    SHOW(poll(&polled, 1, 0));
    return t_status;
}
