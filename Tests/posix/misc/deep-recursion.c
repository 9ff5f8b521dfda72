// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// Twenty thousand small frames.

static int depth_of(int n, volatile int *above) {
    volatile int here = *above + 1;
    return n == 0 ? here : depth_of(n - 1, &here) + (here & 1);
}

int main(void) {
    volatile int start = 0;
    SHOW(depth_of(20000, &start));
    return t_status;
}
