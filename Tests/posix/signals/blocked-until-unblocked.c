// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <signal.h>

// A blocked signal is kept, once however often it came, and delivered on unblocking, before sigprocmask returns.

static volatile sig_atomic_t caught;

static void handler(int number) { caught++; }

int main(void) {
    sigset_t set, old, pending;
    struct sigaction action = {.sa_handler = handler};
    SHOW(sigaction(SIGUSR1, &action, NULL));
    sigemptyset(&set);
    sigaddset(&set, SIGUSR1);
    SHOW(sigprocmask(SIG_BLOCK, &set, &old));
    SHOW(sigismember(&old, SIGUSR1));
    SHOW(raise(SIGUSR1));
    SHOW(raise(SIGUSR1));
    SHOW(caught);
    SHOW(sigpending(&pending));
    printf("pending %d %d\n", sigismember(&pending, SIGUSR1), sigismember(&pending, SIGUSR2));
    SHOW(sigprocmask(SIG_UNBLOCK, &set, NULL));
    SHOW(caught);
    SHOW(sigpending(&pending));
    printf("pending %d\n", sigismember(&pending, SIGUSR1));
    SHOW(sigprocmask(SIG_SETMASK, NULL, &old));
    SHOW(sigismember(&old, SIGUSR1));
    SHOW(sigprocmask(77, &set, NULL));
    SHOW(sigprocmask(SIG_BLOCK, &set, NULL));
    SHOW(raise(SIGUSR1));
    sigfillset(&set);
    sigdelset(&set, SIGUSR1);
    SHOW(sigsuspend(&set));
    SHOW(caught);
    SHOW(sigaddset(&set, 0));
    SHOW(sigaddset(&set, 1000));
    return t_status;
}
