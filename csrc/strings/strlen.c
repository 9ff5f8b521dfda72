// SPDX-License-Identifier: Apache-2.0
#include <string.h>

#include "words.h"

size_t strlen(const char *string) {
    const unsigned char *start = (const unsigned char *)string, *at = word_around(start);
    word bytes = word_at(at) | bytes_before(start), end;
    while (!(end = first_zero(bytes))) bytes = word_at(at += WORD);
    return (size_t)(at - start) + byte_of(end);
}
