// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE

#include "../test.h"
#include <signal.h>
#include <sys/select.h>

// The race-free wait: blocked outside, let in by ppoll's and pselect's mask, and blocked again afterwards.

static volatile sig_atomic_t caught;

static void handler(int number) { caught++; }

int main(void) {
    int pair[2];
    sigset_t blocked, open, now;
    struct sigaction action = {.sa_handler = handler};
    SHOW(sigaction(SIGUSR1, &action, NULL));
    sigemptyset(&blocked);
    sigemptyset(&open);
    sigaddset(&blocked, SIGUSR1);
    SHOW(sigprocmask(SIG_BLOCK, &blocked, NULL));
    connected_pair(AF_INET, pair);
    SHOW(raise(SIGUSR1));
    SHOW(caught);
    struct pollfd polled = {pair[0], POLLIN, 0};
    struct timespec long_time = {10, 0}, none = {0, 0};
    SHOW(ppoll(&polled, 1, &long_time, &open));
    SHOW(caught);
    SHOW(ppoll(&polled, 1, &none, &open));
    SHOW(raise(SIGUSR1));
    SHOW(pselect(0, NULL, NULL, NULL, &long_time, &open));
    SHOW(caught);
    SHOW(sigprocmask(SIG_BLOCK, NULL, &now));
    SHOW(sigismember(&now, SIGUSR1));
    SHOW(raise(SIGUSR1));
    SHOW(ppoll(&polled, 1, &none, NULL));
    SHOW(caught);
    return t_status;
}
