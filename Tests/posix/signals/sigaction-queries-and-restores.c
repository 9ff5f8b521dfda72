// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <signal.h>

// sigaction reports the old action, changes nothing when only asked, and refuses what cannot be caught.

static volatile sig_atomic_t caught;

static void handler(int number) { caught++; }

int main(void) {
    struct sigaction action = {.sa_handler = handler, .sa_flags = SA_RESTART}, old, none = {.sa_handler = SIG_DFL};
    sigemptyset(&action.sa_mask);
    sigaddset(&action.sa_mask, SIGUSR2);
    SHOW(sigaction(SIGUSR1, NULL, &old));
    EXPECT(old.sa_handler == SIG_DFL);
    SHOW(sigaction(SIGUSR1, &action, &old));
    EXPECT(old.sa_handler == SIG_DFL);
    SHOW(sigaction(SIGUSR1, NULL, &old));
    EXPECT(old.sa_handler == handler);
    printf("flags %d, mask %d %d\n", (old.sa_flags & SA_RESTART) != 0, sigismember(&old.sa_mask, SIGUSR2),
           sigismember(&old.sa_mask, SIGUSR1));
    SHOW(raise(SIGUSR1));
    SHOW(raise(SIGUSR1));
    SHOW(caught);
    SHOW(sigaction(SIGUSR1, &none, &old));
    EXPECT(old.sa_handler == handler);
    SHOW(sigaction(SIGKILL, &action, NULL));
    SHOW(sigaction(SIGSTOP, &action, NULL));
    SHOW(sigaction(0, &action, NULL));
    SHOW(sigaction(1000, &action, NULL));
    SHOW(sigaction(-1, NULL, &old));
    return t_status;
}
