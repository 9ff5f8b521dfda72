// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <signal.h>

// A signal raised inside its own handler waits until the handler is done; with SA_NODEFER it does not.

static volatile sig_atomic_t depth, deepest, runs;

static void handler(int number) {
    depth++;
    runs++;
    if (depth > deepest) deepest = depth;
    if (runs < 3) raise(number);
    depth--;
}

int main(void) {
    struct sigaction action = {.sa_handler = handler};
    SHOW(sigaction(SIGUSR1, &action, NULL));
    SHOW(raise(SIGUSR1));
    printf("%d runs, %d deep\n", (int)runs, (int)deepest);
    runs = deepest = 0;
    action.sa_flags = SA_NODEFER;
    SHOW(sigaction(SIGUSR1, &action, NULL));
    SHOW(raise(SIGUSR1));
    printf("%d runs, %d deep\n", (int)runs, (int)deepest);
    return t_status;
}
