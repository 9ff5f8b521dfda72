// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include <string.h>

#include "words.h"

void *memrchr(const void *start, int byte, size_t size) {
    const unsigned char *first = start;
    const word wanted = EACH_BYTE((unsigned char)byte);
    for (; size >= WORD; size -= WORD) {
        word found = all_zeros(word_at(first + size - WORD) ^ wanted);
        if (found) return (void *)(uintptr_t)(first + size - 1 - (size_t)__builtin_clzll(found) / 8);
    }
    while (size > 0)
        if (first[--size] == (unsigned char)byte) return (void *)(uintptr_t)(first + size);
    return NULL;
}

// Declared by musl's own files only: strrchr is one call of it.
extern void *__memrchr(const void *, int, size_t) __attribute__((__weak__, __alias__("memrchr")));
