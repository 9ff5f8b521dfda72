// SPDX-License-Identifier: Apache-2.0
// exit: 168
#include "../test.h"
#include <signal.h>

// A timer's signal ends the program by default.

int main(void) {
    puts("before");
    fflush(stdout);
    timer_t timer;
    struct sigevent event = {.sigev_notify = SIGEV_SIGNAL, .sigev_signo = SIGRTMIN + 6};
    struct itimerspec soon = {.it_value = {0, 1000000}};
    REQUIRE(timer_create(CLOCK_MONOTONIC, &event, &timer));
    REQUIRE(timer_settime(timer, 0, &soon, NULL));
    pause();
    puts("after");
    return 0;
}
