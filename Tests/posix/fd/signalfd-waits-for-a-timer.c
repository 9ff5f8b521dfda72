// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE

#include <signal.h>
#include <sys/epoll.h>
#include <sys/signalfd.h>
#include <sys/time.h>
#include <sys/uio.h>

#include "../test.h"

// A blocking read and an epoll_wait without limit are ended by a signal from outside the program.

static sigset_t set_of(int first, int second) {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, first);
    if (second) sigaddset(&set, second);
    return set;
}

int main(void) {
    sigset_t set = set_of(SIGALRM, 0);
    struct signalfd_siginfo got = {0};
    struct itimerval timer = {.it_value.tv_usec = 20000};
    struct epoll_event event = {.events = EPOLLIN};
    REQUIRE(sigprocmask(SIG_BLOCK, &set, NULL));
    int fd = REQUIRE(signalfd(-1, &set, 0)), waiting = REQUIRE(epoll_create1(0));
    REQUIRE(epoll_ctl(waiting, EPOLL_CTL_ADD, fd, &event));
    REQUIRE(setitimer(ITIMER_REAL, &timer, NULL));
    SHOW(read(fd, &got, sizeof got));
    printf("ALRM %d\n", got.ssi_signo == SIGALRM);
    REQUIRE(setitimer(ITIMER_REAL, &timer, NULL));
    SHOW(epoll_wait(waiting, &event, 1, -1));
    SHOW(read(fd, &got, sizeof got));
    REQUIRE(setitimer(ITIMER_REAL, &timer, NULL));
    printf("poll %s\n", events_text(wait_for(fd, POLLIN)));
    SHOW(read(fd, &got, sizeof got));
    return t_status;
}
