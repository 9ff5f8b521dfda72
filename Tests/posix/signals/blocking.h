// SPDX-License-Identifier: Apache-2.0

#ifndef BLOCKING_H
#define BLOCKING_H

#include "../test.h"
#include <signal.h>
#include <sys/time.h>

// Calls that wait, with a signal meanwhile: tried without SA_RESTART and with, where the handler, the third time it runs,
// ends what is waited for.

static volatile sig_atomic_t handled;
static void (*volatile finish)(void);

static inline void handler(int signal) {
    int saved = errno;
    if (++handled == 3 && finish) finish();
    errno = saved;
}

static inline void ticking(int on) {
    struct itimerval often = {{0, on ? 10000 : 0}, {0, on ? 10000 : 0}};
    REQUIRE(setitimer(ITIMER_REAL, &often, NULL));
}

static inline void try(const char *name, long (*call)(void), void (*last)(void)) {
    for (int restarts = 0; restarts <= 1; restarts++) {
        struct sigaction action = {.sa_handler = handler, .sa_flags = restarts ? SA_RESTART : 0};
        REQUIRE(sigaction(SIGALRM, &action, NULL));
        finish = restarts ? last : NULL;
        handled = 0;
        ticking(1);
        errno = 0;
        long result = call();
        int error = errno;
        ticking(0);
        if (result < 0) printf("%s%s: %s\n", name, restarts ? " with SA_RESTART" : "", errname(error));
        else printf("%s%s: done after %s\n", name, restarts ? " with SA_RESTART" : "", handled >= 3 ? "the last" : "few");
    }
}

#endif
