// SPDX-License-Identifier: Apache-2.0
// exit: 142

#include "../test.h"

// An alarm that nobody handles ends a program that waits.

int main(void) {
    printf("waiting\n");
    fflush(stdout);
    alarm(1);
    poll(NULL, 0, 10000);
    printf("still here\n");
    return 0;
}
