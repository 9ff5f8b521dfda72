// SPDX-License-Identifier: Apache-2.0
//
// A call and a return around the sum of loop.c.
#include "micro.h"

static __attribute__((noinline)) uint32_t sum(uint32_t x, uint32_t step)
{
    x += step;
    HIDE(x);
    return x;
}

static uint64_t kernel(void)
{
    uint32_t x = 1, step = 1;
    HIDE(step);
    for (uint32_t i = 0; i != COUNT; i++) x = sum(x, step);
    return x;
}
