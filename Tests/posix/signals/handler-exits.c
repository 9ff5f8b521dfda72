// SPDX-License-Identifier: Apache-2.0
// exit: 9

#include "../test.h"
#include <signal.h>

// A handler may end the program with a status of its own.

static void handler(int number) { _exit(9); }

int main(void) {
    signal(SIGPIPE, handler);
    int ends[2];
    REQUIRE(pipe(ends));
    REQUIRE(close(ends[0]));
    printf("before\n");
    fflush(stdout);
    SHOW(write(ends[1], "x", 1));
    return 0;
}
