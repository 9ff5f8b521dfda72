// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <stdint.h>

// The allocator: growing keeps contents, calloc is zero, impossible sizes are refused, alignment is kept.

int main(void) {
    unsigned char *p = malloc(10);
    memcpy(p, "0123456789", 10);
    for (size_t n = 100; n <= 20000000; n *= 10) {
        p = realloc(p, n);
        if (!p) return t_error("realloc to %zu", n), 1;
        p[n - 1] = 1;
    }
    printf("%.10s\n", p);
    free(p);
    int zeros = 1;
    p = calloc(100000, 7);
    for (int i = 0; i < 700000; i++) zeros &= p[i] == 0;
    SHOW(zeros);
    free(p);
    volatile size_t most = SIZE_MAX - 100000, many = SIZE_MAX / 4;
    void *volatile impossible = malloc(most);
    SHOW(impossible ? 0 : -1);
    impossible = calloc(many, 16);
    SHOW(impossible ? 0 : -1);
    for (size_t alignment = 16; alignment <= 4096; alignment *= 4) {
        void *aligned = aligned_alloc(alignment, alignment * 3);
        EXPECT(aligned && (uintptr_t)aligned % alignment == 0);
        free(aligned);
    }
    void *blocks[1000];
    for (int round = 0; round < 3; round++) {
        for (int i = 0; i < 1000; i++) blocks[i] = memset(malloc(i * 17 % 4000 + 1), i, i * 17 % 4000 + 1);
        for (int i = 0; i < 1000; i++) EXPECT(*(unsigned char *)blocks[i] == (unsigned char)i), free(blocks[i]);
    }
    printf("done\n");
    return t_status;
}
