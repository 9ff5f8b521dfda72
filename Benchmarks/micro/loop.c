// SPDX-License-Identifier: Apache-2.0
//
// The loop that the other ones have their addition in: a sum, a counter, a compare-and-branch back.
#include "micro.h"

static uint64_t kernel(void)
{
    uint32_t x = 1, step = 1;
    HIDE(step);
    for (uint32_t i = 0; i != COUNT; i++) {
        x += step;
        HIDE(x);
    }
    return x;
}
