// SPDX-License-Identifier: Apache-2.0
// exit: 138
#include "../test.h"
#include <signal.h>

// A signal that is queued while it is blocked does its default once it is not.

int main(void) {
    puts("before");
    fflush(stdout);
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGUSR1);
    sigprocmask(SIG_BLOCK, &set, NULL);
    sigqueue(getpid(), SIGUSR1, (union sigval){.sival_int = 1});
    puts("blocked");
    fflush(stdout);
    sigprocmask(SIG_UNBLOCK, &set, NULL);
    puts("after");
    return 0;
}
