// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE

#include <signal.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <sys/timerfd.h>

#include "../test.h"

// Sets, counters, timers and signals take their numbers from the one table, and go with dup2 and close.

int main(void) {
    sigset_t signals;
    sigemptyset(&signals);
    // The lowest number that is free: both have some of their own.
    int base = REQUIRE(dup(0));
    REQUIRE(close(base));
    SHOW(epoll_create1(0) - base);
    SHOW(eventfd(1, 0) - base);
    SHOW(timerfd_create(CLOCK_MONOTONIC, 0) - base);
    SHOW(signalfd(-1, &signals, 0) - base);
    SHOW(close(base + 1));
    SHOW(socket(AF_INET, SOCK_STREAM, 0) - base);
    SHOW(eventfd(7, 0) - base);
    SHOW(dup2(base + 4, 40));
    SHOW(close(base + 4));
    uint64_t value = 0;
    SHOW(read(40, &value, sizeof value));
    printf("%llu\n", (unsigned long long)value);
    struct epoll_event event = {.events = EPOLLOUT};
    SHOW(epoll_ctl(base, EPOLL_CTL_ADD, 40, &event));
    SHOW(dup2(base, base + 3) - base);
    SHOW(close(base));
    SHOW(epoll_wait(base + 3, &event, 1, 1000));
    SHOW(eventfd(0, 0) - base);
    SHOW(send(40, &value, sizeof value, 0));
    SHOW(lseek(base + 3, 0, SEEK_CUR) >= 0 || errno == ESPIPE);
    SHOW(isatty(base + 3));
    return t_status;
}
