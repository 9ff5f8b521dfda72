// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include <string.h>

#include "words.h"

// A size that is larger than the memory is allowed, where the byte is found within it.
void *memchr(const void *start, int byte, size_t size) {
    const unsigned char *first = start, *at = word_around(first);
    const unsigned char *end = size < (size_t)-1 - (uintptr_t)first ? first + size : (const unsigned char *)(uintptr_t)-1;
    const word wanted = EACH_BYTE((unsigned char)byte);
    word before = bytes_before(first);
    for (; at < end; at += WORD, before = 0) {
        word found = first_zero((word_at(at) ^ wanted) | before);
        if (found) {
            at += byte_of(found);
            return at < end ? (void *)(uintptr_t)at : NULL;
        }
    }
    return NULL;
}
