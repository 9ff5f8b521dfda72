// SPDX-License-Identifier: Apache-2.0
#include <signal.h>
#include <stdlib.h>

// SIG_IGN and SIG_ERR are the addresses of these. Nobody calls them but a program that calls a disposition itself.

void __SIG_IGN(int signal) { (void)signal; }

_Noreturn void __SIG_ERR(int signal) {
    (void)signal;
    abort();
}
