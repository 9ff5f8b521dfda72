// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE

#include <signal.h>
#include <sys/epoll.h>

#include "../test.h"

// A signal that is pending when epoll_pwait opens the mask interrupts it, and is blocked again after.

static volatile sig_atomic_t handled;
static void handler(int signal) { handled += signal == SIGUSR1 || signal == SIGALRM; }

int main(void) {
    int set = REQUIRE(epoll_create1(0));
    struct epoll_event event;
    sigset_t blocked, open, now;
    struct sigaction action = {.sa_handler = handler, .sa_flags = SA_RESTART};
    REQUIRE(sigaction(SIGUSR1, &action, NULL));
    sigemptyset(&open);
    sigemptyset(&blocked);
    sigaddset(&blocked, SIGUSR1);
    REQUIRE(sigprocmask(SIG_BLOCK, &blocked, NULL));
    REQUIRE(raise(SIGUSR1));
    SHOW(epoll_wait(set, &event, 1, 0));
    printf("handled %d\n", (int)handled);
    SHOW(epoll_pwait(set, &event, 1, -1, &open));
    printf("handled %d\n", (int)handled);
    SHOW(epoll_pwait(set, &event, 1, 1, &open));
    REQUIRE(raise(SIGUSR1));
    SHOW(epoll_pwait(set, &event, 1, 1, &blocked));
    printf("handled %d\n", (int)handled);
    struct timespec long_time = {.tv_sec = 100};
    SHOW(epoll_pwait2(set, &event, 1, &long_time, &open));
    printf("handled %d\n", (int)handled);
    REQUIRE(sigprocmask(SIG_BLOCK, NULL, &now));
    printf("blocked again: %d\n", sigismember(&now, SIGUSR1));
    return t_status;
}
