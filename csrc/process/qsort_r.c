// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include <stdlib.h>
#include <string.h>

#include "internal.h"

// qsort with a pointer for the comparison, which this musl does not have: merging, as glibc does, so that what is equal
// stays in order; by insertion where there is no memory.

typedef int (*comparison)(const void *, const void *, void *);

static void insert(char *base, size_t count, size_t size, comparison compare, void *argument) {
    for (size_t i = 1; i < count; i++) {
        for (char *at = base + i * size; at > base && compare(at - size, at, argument) > 0; at -= size) {
            for (size_t byte = 0; byte < size; byte++) {
                char kept = at[byte];
                at[byte] = at[byte - size];
                at[byte - size] = kept;
            }
        }
    }
}

static void merge(char *base, size_t count, size_t size, comparison compare, void *argument, char *room) {
    if (count < 2) return;
    size_t half = count / 2, left = 0, right = half;
    merge(base, half, size, compare, argument, room);
    merge(base + half * size, count - half, size, compare, argument, room);
    for (size_t i = 0; i < count; i++) {
        bool from_left = right == count || (left < half && compare(base + left * size, base + right * size, argument) <= 0);
        memcpy(room + i * size, base + (from_left ? left++ : right++) * size, size);
    }
    memcpy(base, room, count * size);
}

void qsort_r(void *base, size_t count, size_t size, comparison compare, void *argument) {
    if (count < 2 || size == 0) return;
    char *room = malloc(count * size);
    if (room == NULL) insert(base, count, size, compare, argument);
    else merge(base, count, size, compare, argument, room);
    free(room);
}
