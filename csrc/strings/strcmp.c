// SPDX-License-Identifier: Apache-2.0
#include <string.h>

#include "words.h"

int strncmp(const char *left, const char *right, size_t size) {
    const unsigned char *a = (const unsigned char *)left, *b = (const unsigned char *)right;
    size_t of_a = room_after(a), of_b = room_after(b), room = of_a < of_b ? of_a : of_b;
    for (size_t left_words = (size < room ? size : room) / WORD; left_words > 0; left_words--) {
        word bytes = word_at(a), end = first_zero(bytes) | (bytes ^ word_at(b));
        if (end) return a[byte_of(end)] - b[byte_of(end)];
        a += WORD, b += WORD, size -= WORD;
    }
    for (; size > 0; a++, b++, size--)
        if (*a != *b || *a == 0) return *a - *b;
    return 0;
}

int strcmp(const char *left, const char *right) { return strncmp(left, right, SIZE_MAX); }
