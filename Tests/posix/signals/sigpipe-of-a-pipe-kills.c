// SPDX-License-Identifier: Apache-2.0
// exit: 141

#include "../test.h"
#include <signal.h>

// A pipe without readers ends its writer by SIGPIPE.

int main(void) {
    int ends[2];
    signal(SIGPIPE, SIG_DFL);
    REQUIRE(pipe(ends));
    REQUIRE(close(ends[0]));
    printf("about to write\n");
    fflush(stdout);
    SHOW(write(ends[1], "x", 1));
    return t_status;
}
