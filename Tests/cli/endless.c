// SPDX-License-Identifier: Apache-2.0
//
// Writes until it cannot.
#include <stdio.h>

int main(void) {
    while (puts("more") >= 0 && fflush(stdout) == 0) {
    }
    return 1;
}
