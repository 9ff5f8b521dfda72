// SPDX-License-Identifier: Apache-2.0
// exit: 77

#include <stdio.h>

// What main returns, modulo 256, is the status.

int main(void) {
    printf("returning 77 + 256\n");
    return 77 + 256;
}
