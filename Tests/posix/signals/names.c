// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include "../test.h"
#include <signal.h>

// What signals are called.

int main(void) {
    for (int signal = -1; signal <= 66; signal++) {
        if (signal == 32 || signal == 33) continue;
        const char *abbreviation = sigabbrev_np(signal), *description = sigdescr_np(signal);
        printf("%d: %s, %s, %s\n", signal, strsignal(signal), abbreviation ? abbreviation : "none",
               description ? description : "none");
    }
    REQUIRE(dup2(1, 2));
    setvbuf(stderr, NULL, _IONBF, 0);
    fflush(stdout);
    psignal(SIGINT, "message");
    psignal(SIGINT, "");
    psignal(SIGINT, NULL);
    return t_status;
}
