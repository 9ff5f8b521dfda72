// SPDX-License-Identifier: Apache-2.0
// exit: 143

#include "../test.h"
#include <signal.h>

// raise of a signal that nobody handles ends the program with the shell's 128 + number; output not flushed is lost.

int main(void) {
    printf("flushed\n");
    fflush(stdout);
    printf("not flushed\n");
    raise(SIGTERM);
    return 0;
}
