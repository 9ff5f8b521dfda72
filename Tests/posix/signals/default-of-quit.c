// SPDX-License-Identifier: Apache-2.0
// exit: 131
#include "../test.h"
#include <signal.h>

// SIGQUIT, which dumps core, ends the program with its number.

int main(void) {
    puts("before");
    fflush(stdout);
    kill(getpid(), SIGQUIT);
    puts("after");
    return 0;
}
