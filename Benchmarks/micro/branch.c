// SPDX-License-Identifier: Apache-2.0
//
// Eight comparisons of two variables, each with a branch out of the loop that is not taken, beside what is in loop.c.
#include "micro.h"

#define BRANCH                                                                                                         \
    __asm__ volatile("");                                                                                              \
    if (x == limit) break;

static uint64_t kernel(void)
{
    uint32_t x = 1, step = 1, limit = 0;
    HIDE(step);
    HIDE(limit);
    for (uint32_t i = 0; i != COUNT; i++) {
        x += step;
        HIDE(x);
        BRANCH HIDE(x);
        BRANCH HIDE(x);
        BRANCH HIDE(x);
        BRANCH HIDE(x);
        BRANCH HIDE(x);
        BRANCH HIDE(x);
        BRANCH HIDE(x);
        BRANCH
    }
    return x;
}
