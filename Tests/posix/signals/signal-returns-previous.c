// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <signal.h>

// signal gives the handler that was there before, and raise runs the one that is.

static volatile sig_atomic_t first, second;

static void one(int number) { first = number; }
static void two(int number) { second = number; }

int main(void) {
    EXPECT(signal(SIGUSR1, one) == SIG_DFL);
    EXPECT(signal(SIGUSR1, two) == one);
    SHOW(raise(SIGUSR1));
    printf("first %d, second %d\n", first == SIGUSR1, second == SIGUSR1);
    EXPECT(signal(SIGUSR1, SIG_IGN) == two);
    second = 0;
    SHOW(raise(SIGUSR1));
    SHOW(second);
    EXPECT(signal(SIGUSR1, SIG_DFL) == SIG_IGN);
    SHOW(signal(SIGKILL, one) == SIG_ERR);
    SHOW(signal(1000, one) == SIG_ERR);
    return t_status;
}
