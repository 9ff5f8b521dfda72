// SPDX-License-Identifier: Apache-2.0
//
// A call of the host beside what is in loop.c: environ_sizes_get, which stores two zeros and asks the system nothing.
// Natively it is a function that does as much.
#include "micro.h"

#ifdef __wasm__
__attribute__((import_module("wasi_snapshot_preview1"), import_name("environ_sizes_get")))
int environ_sizes_get(uint32_t *count, uint32_t *size);
#else
static __attribute__((noinline)) int environ_sizes_get(uint32_t *count, uint32_t *size)
{
    uint32_t none = 0;
    HIDE(none);
    *count = none;
    *size = none;
    return 0;
}
#endif

static uint64_t kernel(void)
{
    uint32_t x = 1, step = 1, count, size;
    HIDE(step);
    for (uint32_t i = 0; i != COUNT; i++) {
        x += step;
        HIDE(x);
        if (environ_sizes_get(&count, &size) != 0) return 0;
    }
    return x + count;
}
