// SPDX-License-Identifier: Apache-2.0
// exit: 162
#include "../test.h"
#include <signal.h>

// A real-time signal ends the program by default.

int main(void) {
    puts("before");
    fflush(stdout);
    raise(SIGRTMIN);
    puts("after");
    return 0;
}
