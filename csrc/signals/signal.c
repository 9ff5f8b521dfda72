// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <signal.h>
#include <stddef.h>

// signal with BSD's and Linux's meaning: the handler stays, and calls are restarted unless siginterrupt said otherwise.

static sigset_t interrupting;

void (*signal(int number, void (*handler)(int)))(int) {
    struct sigaction action = {.sa_flags = sigismember(&interrupting, number) == 1 ? 0 : SA_RESTART}, old;
    action.sa_handler = handler;
    if (handler == SIG_ERR) {
        errno = EINVAL;
        return SIG_ERR;
    }
    return sigaction(number, &action, &old) == 0 ? old.sa_handler : SIG_ERR;
}

void (*bsd_signal(int number, void (*handler)(int)))(int) { return signal(number, handler); }

int siginterrupt(int number, int interrupts) {
    struct sigaction action;
    if (sigaction(number, NULL, &action) != 0) return -1;
    if (interrupts) {
        sigaddset(&interrupting, number);
        action.sa_flags &= ~SA_RESTART;
    } else {
        sigdelset(&interrupting, number);
        action.sa_flags |= SA_RESTART;
    }
    return sigaction(number, &action, NULL);
}
