// SPDX-License-Identifier: Apache-2.0
// exit: 155
#include "../test.h"
#include <signal.h>
#include <sys/time.h>

// A program that computes and has no handler is ended by its profiling timer.

int main(void) {
    puts("before");
    fflush(stdout);
    struct itimerval soon = {.it_value = {0, 1000}};
    setitimer(ITIMER_PROF, &soon, NULL);
    for (volatile long long i = 0; i < 100000000000; i++) {}
    puts("after");
    return 0;
}
