// SPDX-License-Identifier: Apache-2.0
#include "../test.h"
#include <signal.h>
#include <sys/epoll.h>
#include <sys/select.h>
#include <sys/signalfd.h>

// A descriptor of signals is ready for POLLIN, and unlike others not for POLLRDNORM.

static int set_of(int signal_fd, unsigned wanted) {
    struct epoll_event event = {.events = wanted};
    int set = REQUIRE(epoll_create1(0));
    REQUIRE(epoll_ctl(set, EPOLL_CTL_ADD, signal_fd, &event));
    return set;
}

static void ask(int fd) {
    static const unsigned wanted[] = {POLLIN, POLLRDNORM, POLLIN | POLLRDNORM, POLLIN | POLLRDNORM | POLLRDBAND | POLLPRI | POLLOUT, 0};
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
        struct pollfd one = {.fd = fd, .events = (short)wanted[i]};
        int count = poll(&one, 1, 0), set = set_of(fd, wanted[i]);
        struct epoll_event event = {.events = 0};
        printf("asked for %#x: poll %d %#x", wanted[i], count, one.revents);
        count = epoll_wait(set, &event, 1, 0);
        printf(", epoll %d %#x", count, count > 0 ? event.events : 0);
        struct pollfd outer = {.fd = set, .events = POLLIN | POLLRDNORM};
        count = poll(&outer, 1, 0);
        printf(", poll of that %d %#x\n", count, outer.revents);
        event.events = POLLIN | POLLRDNORM;
        REQUIRE(epoll_ctl(set, EPOLL_CTL_MOD, fd, &event));
        count = epoll_wait(set, &event, 1, 0);
        printf("changed: %d %#x\n", count, count > 0 ? event.events : 0);
        close(set);
    }
}

int main(void) {
    sigset_t mask;
    sigemptyset(&mask);
    sigaddset(&mask, SIGUSR1);
    REQUIRE(sigprocmask(SIG_BLOCK, &mask, NULL));
    int fd = REQUIRE(signalfd(-1, &mask, SFD_NONBLOCK)), copy = REQUIRE(dup(fd));
    ask(fd);
    REQUIRE(raise(SIGUSR1));
    ask(fd);
    ask(copy);
    fd_set readable;
    FD_ZERO(&readable);
    FD_SET(fd, &readable);
    SHOW(select(fd + 1, &readable, NULL, NULL, &(struct timeval){0}));
    return t_status;
}
