// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE

#include <signal.h>
#include <sys/epoll.h>
#include <sys/time.h>

#include "../test.h"

// A handler ends a wait with EINTR, whatever SA_RESTART says; an ignored signal does not.

static volatile sig_atomic_t handled;
static void handler(int signal) { handled += signal == SIGUSR1 || signal == SIGALRM; }

int main(void) {
    int set = REQUIRE(epoll_create1(0));
    struct epoll_event event;
    struct sigaction action = {.sa_handler = handler, .sa_flags = SA_RESTART};
    struct itimerval timer = {.it_value.tv_usec = 20000};
    REQUIRE(sigaction(SIGALRM, &action, NULL));
    REQUIRE(setitimer(ITIMER_REAL, &timer, NULL));
    SHOW(epoll_wait(set, &event, 1, -1));
    printf("handled %d\n", (int)handled);
    action.sa_handler = SIG_IGN;
    REQUIRE(sigaction(SIGALRM, &action, NULL));
    REQUIRE(setitimer(ITIMER_REAL, &timer, NULL));
    long long start = now_ms();
    SHOW(epoll_wait(set, &event, 1, 60));
    EXPECT(now_ms() - start >= 60);
    return t_status;
}
