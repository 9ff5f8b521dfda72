// SPDX-License-Identifier: Apache-2.0
// exit: 134

#include "../test.h"

// abort ends the program as SIGABRT does, 134 to a shell.

int main(void) {
    printf("before\n");
    fflush(stdout);
    abort();
}
