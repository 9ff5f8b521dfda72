// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <signal.h>

// Signals whose default is to be ignored do nothing to a program that does nothing about them.

int main(void) {
    SHOW(raise(SIGCHLD));
    SHOW(raise(SIGURG));
    SHOW(raise(SIGWINCH));
    SHOW(raise(0));
    SHOW(raise(-1));
    SHOW(raise(1000));
    return t_status;
}
