// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <signal.h>

// Handling a signal neither ends the program nor begins it anew: functions for the exit run once, at the exit, those
// for the start have run once, and standard output stays open.

static volatile sig_atomic_t caught;
static int constructed, ended;

static void handler(int number) { caught++; }

static void at_exit(void) {
    ended++;
    printf("exit function, run %d, %d signals caught\n", ended, (int)caught);
}

__attribute__((constructor)) static void construct(void) { constructed++; }

int main(void) {
    EXPECT(atexit(at_exit) == 0);
    signal(SIGUSR1, handler);
    for (int i = 0; i < 3; i++) {
        printf("raising\n");
        SHOW(raise(SIGUSR1));
    }
    SHOW(constructed);
    SHOW(ended);
    return t_status;
}
