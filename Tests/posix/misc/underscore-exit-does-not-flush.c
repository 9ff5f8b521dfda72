// SPDX-License-Identifier: Apache-2.0
// exit: 4

#include "../test.h"

// _exit ends at once: no atexit functions, nothing flushed.

static void never(void) { printf("never\n"); }

int main(void) {
    atexit(never);
    printf("flushed\n");
    fflush(stdout);
    printf("not flushed\n");
    _exit(4);
}
