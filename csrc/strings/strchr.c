// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include <string.h>

#include "words.h"

// musl's own files call it by this name.
char *__strchrnul(const char *string, int byte);

char *__strchrnul(const char *string, int byte) {
    const unsigned char *start = (const unsigned char *)string, *at = word_around(start);
    const word wanted = EACH_BYTE((unsigned char)byte), before = bytes_before(start);
    word bytes = word_at(at), end = first_zero(bytes | before) | first_zero((bytes ^ wanted) | before);
    while (!end) {
        bytes = word_at(at += WORD);
        end = first_zero(bytes) | first_zero(bytes ^ wanted);
    }
    return (char *)(uintptr_t)(at + byte_of(end));
}

extern char *strchrnul(const char *, int) __attribute__((__weak__, __alias__("__strchrnul")));

char *strchr(const char *string, int byte) {
    char *found = __strchrnul(string, byte);
    return *(unsigned char *)found == (unsigned char)byte ? found : NULL;
}
