// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <signal.h>

// SA_RESETHAND restores the default after one signal; SA_SIGINFO passes the number in a structure.

static volatile sig_atomic_t number_seen, info_seen;

static void handler(int number, siginfo_t *info, void *context) {
    number_seen = number;
    info_seen = info->si_signo;
}

int main(void) {
    struct sigaction action = {.sa_sigaction = handler, .sa_flags = SA_SIGINFO | SA_RESETHAND}, old;
    SHOW(sigaction(SIGUSR1, &action, NULL));
    SHOW(raise(SIGUSR1));
    printf("number %d, info %d\n", number_seen == SIGUSR1, info_seen == SIGUSR1);
    SHOW(sigaction(SIGUSR1, NULL, &old));
    EXPECT(old.sa_handler == SIG_DFL);
    return t_status;
}
