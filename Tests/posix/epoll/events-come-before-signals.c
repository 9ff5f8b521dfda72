// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include "../test.h"
#include <signal.h>
#include <sys/epoll.h>
#include <sys/select.h>

// Where an event and a signal that the wait's mask lets through are both there, every wait tells the event, and the
// signal stays blocked and pending, its handler not run.

static volatile sig_atomic_t handled;
static void handler(int signal) { handled += signal == SIGUSR1; }

static void show_pending(void) {
    sigset_t pending;
    REQUIRE(sigpending(&pending));
    printf("handled %d, pending %d\n", (int)handled, sigismember(&pending, SIGUSR1));
}

int main(void) {
    int ends[2], set = REQUIRE(epoll_create1(0));
    sigset_t blocked, open;
    struct sigaction action = {.sa_handler = handler};
    struct epoll_event event = {.events = EPOLLIN};
    REQUIRE(sigaction(SIGUSR1, &action, NULL));
    sigemptyset(&open);
    sigemptyset(&blocked);
    sigaddset(&blocked, SIGUSR1);
    REQUIRE(sigprocmask(SIG_BLOCK, &blocked, NULL));
    REQUIRE(pipe(ends));
    REQUIRE(epoll_ctl(set, EPOLL_CTL_ADD, ends[0], &event));
    write_all(ends[1], "x", 1);
    REQUIRE(raise(SIGUSR1));

    struct timespec none = {0}, long_time = {.tv_sec = 100};
    struct pollfd entry = {.fd = ends[0], .events = POLLIN};
    fd_set reading;
    SHOW(epoll_pwait(set, &event, 1, -1, &open));
    show_pending();
    SHOW(epoll_pwait2(set, &event, 1, &long_time, &open));
    show_pending();
    SHOW(ppoll(&entry, 1, NULL, &open));
    show_pending();
    FD_ZERO(&reading);
    FD_SET(ends[0], &reading);
    SHOW(pselect(ends[0] + 1, &reading, NULL, NULL, NULL, &open));
    show_pending();

    // Nothing to tell: epoll looks at the time before it looks at signals, poll and select the other way round.
    char byte;
    REQUIRE(read(ends[0], &byte, 1));
    SHOW(epoll_pwait(set, &event, 1, 0, &open));
    show_pending();
    SHOW(ppoll(&entry, 1, &none, &open));
    show_pending();
    REQUIRE(raise(SIGUSR1));
    FD_SET(ends[0], &reading);
    SHOW(pselect(ends[0] + 1, &reading, NULL, NULL, &none, &open));
    show_pending();
    REQUIRE(raise(SIGUSR1));
    SHOW(epoll_pwait(set, &event, 1, 100000, &open));
    show_pending();
    return t_status;
}
