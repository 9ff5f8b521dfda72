// SPDX-License-Identifier: Apache-2.0
//
// Calls through pointers: sorting with a comparison that the caller gives. The sort is here, since the C libraries'
// differ so much (glibc merges, musl sorts by heaps) that the native column would be about another algorithm.
#include "kernel.h"

#include <string.h>

enum { COUNT = 100000, FEW = 12 };

struct record {
    uint32_t key;
    uint32_t number;
};

typedef int compare(const void *, const void *);

static void exchange(unsigned char *a, unsigned char *b, size_t size)
{
    for (; size >= sizeof(uint32_t); size -= sizeof(uint32_t), a += sizeof(uint32_t), b += sizeof(uint32_t)) {
        uint32_t x, y;
        memcpy(&x, a, sizeof x);
        memcpy(&y, b, sizeof y);
        memcpy(a, &y, sizeof y);
        memcpy(b, &x, sizeof x);
    }
    for (; size > 0; size--, a++, b++) {
        unsigned char x = *a;
        *a = *b;
        *b = x;
    }
}

// Quicksort by the median of three, the few by insertion.
static __attribute__((noinline)) void sort(unsigned char *base, size_t count, size_t size, compare *compare)
{
    while (count > FEW) {
        unsigned char *low = base, *high = base + (count - 1) * size, *middle = base + count / 2 * size;
        if (compare(middle, low) < 0) exchange(middle, low, size);
        if (compare(high, middle) < 0) {
            exchange(high, middle, size);
            if (compare(middle, low) < 0) exchange(middle, low, size);
        }
        exchange(base, middle, size);
        for (high += size;;) {
            do low += size;
            while (low < base + count * size && compare(low, base) < 0);
            do high -= size;
            while (compare(base, high) < 0);
            if (low >= high) break;
            exchange(low, high, size);
        }
        exchange(base, high, size);
        size_t before = (size_t)(high - base) / size, after = count - before - 1;
        sort(high + size, after, size, compare);
        count = before;
    }
    for (unsigned char *at = base + size; at < base + count * size; at += size)
        for (unsigned char *back = at; back > base && compare(back, back - size) < 0; back -= size)
            exchange(back, back - size, size);
}

static int by_key(const void *a, const void *b)
{
    uint32_t x = ((const struct record *)a)->key, y = ((const struct record *)b)->key;
    return (x > y) - (x < y);
}

static int by_number(const void *a, const void *b)
{
    uint32_t x = ((const struct record *)a)->number, y = ((const struct record *)b)->number;
    return (x > y) - (x < y);
}

static struct record records[COUNT];

static uint64_t kernel(void)
{
    compare *volatile orders[] = {by_key, by_number};
    uint32_t random = 1;
    uint64_t sum = 0;
    for (uint32_t i = 0; i < COUNT; i++) records[i].number = i;
    for (int round = 0; round < 8; round++) {
        for (int i = 0; i < COUNT; i++) records[i].key = (random = random * 1664525 + 1013904223) >> 4;
        for (int order = 0; order < 2; order++) {
            sort((unsigned char *)records, COUNT, sizeof *records, orders[order]);
            for (uint32_t i = 0; i < COUNT; i++) sum = sum * 31 + records[i].key + records[i].number;
        }
    }
    return sum;
}
