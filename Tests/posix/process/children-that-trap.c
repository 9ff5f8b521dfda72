// SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE
#include "../test.h"
#include <sys/wait.h>

// A fault ends the process that it is in, and others see that it did not exit. Which signal it is differs.

static void ends_in(void (*fault)(void)) {
    int status = 0;
    pid_t child = fork();
    if (child == 0) {
        fault();
        _exit(0);
    }
    EXPECT(waitpid(child, &status, 0) == child);
    printf("killed %d\n", WIFSIGNALED(status) != 0);
}

static void unreachable(void) { __builtin_trap(); }

static volatile int zero;
static void divides(void) { printf("%d\n", 1 / zero); }

static volatile int depth;
static int recurses(int by) {
    volatile char frame[1000];
    frame[0] = (char)by;
    depth++;
    return depth != 0 ? recurses(by + 1) + frame[0] : 0;
}
static void overflows(void) { recurses(0); }
static void aborts(void) { abort(); }

int main(void) {
    fflush(stdout);
    ends_in(unreachable);
    fflush(stdout);
    ends_in(divides);
    fflush(stdout);
    ends_in(overflows);
    fflush(stdout);
    ends_in(aborts);
    return t_status;
}
