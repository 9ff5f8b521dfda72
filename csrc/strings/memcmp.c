// SPDX-License-Identifier: Apache-2.0
#include <string.h>

#include "words.h"

int memcmp(const void *left, const void *right, size_t size) {
    const unsigned char *a = left, *b = right;
    for (; size >= 4 * WORD; a += 4 * WORD, b += 4 * WORD, size -= 4 * WORD) {
        if ((word_at(a) ^ word_at(b)) | (word_at(a + WORD) ^ word_at(b + WORD)) |
            (word_at(a + 2 * WORD) ^ word_at(b + 2 * WORD)) | (word_at(a + 3 * WORD) ^ word_at(b + 3 * WORD)))
            break;
    }
    for (; size >= WORD; a += WORD, b += WORD, size -= WORD) {
        word differing = word_at(a) ^ word_at(b);
        if (differing) return a[byte_of(differing)] - b[byte_of(differing)];
    }
    for (; size > 0; a++, b++, size--)
        if (*a != *b) return *a - *b;
    return 0;
}

extern int bcmp(const void *, const void *, size_t) __attribute__((__weak__, __alias__("memcmp")));
