// SPDX-License-Identifier: Apache-2.0
//
// Churn on the heap: blocks of mixed sizes and lives, freed in another order than they were made. The allocator is
// wasi-libc's, Doug Lea's, natively too and over a static heap: against glibc's, the table would compare allocators.
#include "kernel.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static void *grow(ptrdiff_t size);

// As its author wrote it: wasi-libc's changes look for a module's heap. Headers have this switch too, hence last.
#define __wasilibc_unmodified_upstream 1
#define USE_DL_PREFIX 1
#define DLMALLOC_EXPORT static
#define HAVE_MMAP 0
#define LACKS_TIME_H 1
#define NO_MALLINFO 1
#define NO_MALLOC_STATS 1
#define MALLOC_ALIGNMENT 16
#define ABORT __builtin_trap()
#define MORECORE grow
#define MORECORE_CANNOT_TRIM 1
#define malloc_getpagesize 65536
#pragma clang diagnostic ignored "-Wunused-function"
#include "dlmalloc/src/malloc.c"

enum { HEAP = 32 << 20, LIVE = 4096 };

static unsigned char heap[HEAP] __attribute__((aligned(16)));

static void *grow(ptrdiff_t size)
{
    static size_t used;
    if (size < 0 || (size_t)size > HEAP - used) return (void *)-1;
    used += (size_t)size;
    return heap + used - size;
}

static uint64_t kernel(void)
{
    static unsigned char *blocks[LIVE];
    uint32_t random = 42;
    uint64_t sum = 0;
    for (uint32_t step = 0; step < 8000000; step++) {
        random = random * 1664525 + 1013904223;
        uint32_t at = random >> 20;
        // Most blocks are small: 16 to 135 bytes, one in 16 up to 4 KiB more.
        size_t size = 16 + (random >> 8) % 120 + ((random & 0xf000) == 0 ? (random >> 4) % 4096 : 0);
        if (blocks[at]) {
            sum += blocks[at][0];
            if ((random & 0x700) == 0) {
                unsigned char *moved = dlrealloc(blocks[at], size);
                if (moved) blocks[at] = moved;
                continue;
            }
            dlfree(blocks[at]);
        }
        blocks[at] = dlmalloc(size);
        if (!blocks[at]) return 0;
        blocks[at][0] = blocks[at][size - 1] = (unsigned char)step;
    }
    return sum;
}
