// SPDX-License-Identifier: Apache-2.0
//
// Copies of memory as networking programs make them: from a short message to a whole buffer, half of them between
// buffers that do not overlap, half within one. Each size moves the same number of bytes.
#include "kernel.h"

#include <string.h>

enum { LARGEST = 1 << 18, EACH = 1 << 30 };

static unsigned char from[LARGEST + 64], to[LARGEST + 64];

// Copies of `size` bytes, until EACH bytes are moved. The compiler does not know the size.
static void copies(size_t size)
{
    for (size_t moved = 0; moved < EACH; moved += 2 * size) {
        memcpy(to + (moved >> 8 & 15), from, size);
        memmove(from + 16, from + (moved >> 12 & 31), size);
        __asm__ volatile("" : : : "memory");
    }
}

static uint64_t kernel(void)
{
    volatile size_t sizes[] = {64, 256, 1024, 1460, 4096, 16384, 65536, LARGEST};
    uint64_t sum = 0;
    for (size_t i = 0; i < sizeof from; i++) from[i] = (unsigned char)(i * 31);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        copies(sizes[i]);
        sum = sum * 31 + to[sizes[i] / 2] + from[sizes[i] / 3];
    }
    return sum;
}
