// SPDX-License-Identifier: Apache-2.0
// exit: 3

#include "../test.h"

// exit runs atexit functions last first and flushes; those may register more.

static void late(void) { printf("late\n"); }

static void first(void) { printf("first\n"); }

static void second(void) {
    printf("second\n");
    atexit(late);
}

int main(void) {
    SHOW(atexit(first));
    SHOW(atexit(second));
    exit(3);
}
